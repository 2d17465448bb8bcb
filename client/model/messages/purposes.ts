// What messages are for, and what the composer calls each of them.

import { purposes, type Purpose } from "../tools.ts";

export type MessagePurpose = Purpose;

export const messagePurposes: readonly MessagePurpose[] = purposes;

/** The composer's title: what one is about to do. */
export const purposeTitles: { readonly [purpose in MessagePurpose]: string } = {
  "thank-you": "Say thank you",
  correction: "Complete one answer",
  "thank-referrer": "Thank who helped you",
  status: "Ask where things stand",
  "check-in": "Check in, one last time",
  "accept-news": "Accept the news",
  "feedback-request": "Ask two narrow things",
  "internal-talk": "Propose a short talk",
  "choice-question": "Ask one choice question",
  closing: "Close it kindly",
  "plan-b-ask": "Ask for one thing",
  "reach-leader": "Bring something useful",
  introduction: "Ask for an introduction",
  congratulation: "Congratulate",
  "thank-praiser": "Thank for the praise",
  "win-to-boss": "Tell your boss",
  "win-to-bosss-boss": "Tell your boss’s boss",
  credit: "Give credit",
  agreement: "Confirm what was agreed",
  commitment: "Ask for a date in writing",
  digest: "The month in five lines",
};

export function isMessagePurpose(text: string | null): text is MessagePurpose {
  return text !== null && (messagePurposes as readonly string[]).includes(text);
}

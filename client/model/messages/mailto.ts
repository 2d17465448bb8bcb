// A draft as a mailto: link (RFC 6068). Nothing is sent by it: the person's own mail program opens, filled in.

import { readAddress } from "./address.ts";
import { gapsIn } from "./draft.ts";

export interface Letter {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
}

export type MailLink =
  | { readonly kind: "link"; readonly href: string }
  /** Too long for some mail programs: the letter is copied instead, and the link carries the rest. */
  | { readonly kind: "copy"; readonly href: string; readonly words: string }
  | { readonly kind: "gap"; readonly label: string; readonly words: string }
  | { readonly kind: "address"; readonly address: string; readonly words: string };

/**
 * Windows hands a link of about 2,000 characters to a program, and some mail programs cut it there without a word.
 * Android and iOS take far more, but a letter must not depend on where it is opened.
 */
export const longestLink = 1_900;

export function mailLink(letter: Letter): MailLink {
  const gap = gapsIn(letter.subject)[0] ?? gapsIn(letter.body)[0];
  if (gap) return { kind: "gap", label: gap.label, words: `Still to fill in: ${gap.label}.` };
  for (const address of [...letter.to, ...letter.cc]) {
    const { problem } = readAddress(address);
    if (problem) return { kind: "address", address, words: problem };
  }
  const href = linkOf(letter);
  if (href.length <= longestLink) return { kind: "link", href };
  const words = "This letter is too long for a link. It is copied, so that you can paste it into the mail.";
  return { kind: "copy", href: shortened(letter), words };
}

/** Without the body; and without the rest where even that is too much. */
function shortened(letter: Letter): string {
  const bare = linkOf({ ...letter, body: "" });
  return bare.length <= longestLink ? bare : "mailto:";
}

function linkOf({ to, cc, subject, body }: Letter): string {
  const fields = [
    ["cc", addresses(cc)],
    ["subject", encoded(oneLine(subject))],
    // RFC 6068, section 5: line breaks in a body are %0D%0A.
    ["body", encoded(body.replace(/\r\n|\r|\n/g, "\r\n"))],
  ].filter(([, value]) => value !== "");
  const query = fields.map(([name, value]) => `${name}=${value}`).join("&");
  return `mailto:${addresses(to)}${query === "" ? "" : `?${query}`}`;
}

/** Each part on its own, so that a "&" or "?" in an address stays in it; the "@" and the comma between stay bare. */
function addresses(list: readonly string[]): string {
  return list.map((typed) => readAddress(typed).address!.split("@").map(encoded).join("@")).join(",");
}

/** Spaces as %20, never "+", which mail programs show as a plus; and the four marks that encodeURIComponent leaves. */
function encoded(text: string): string {
  const bare = text.toWellFormed().replaceAll("\u00a0", " ");
  return encodeURIComponent(bare).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A subject is one line: a break in it would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
}

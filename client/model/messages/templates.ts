// The texts. Short, in the voice of a calm person: what it is about, one thing to do, an easy way out.
//
// A body is paragraphs of sentences. `{field}` is filled or becomes a gap. "a || b": the first whose fields are all known,
// else the last. "? …": only where its fields are known. "in: …" and "out: …": only for an interview inside or
// outside the person's own company. Greeting and close are added by compose.ts.

import type { Tone } from "./draft.ts";
import type { MessagePurpose } from "./purposes.ts";

export interface Template {
  readonly subject: string;
  readonly body: readonly (readonly string[])[];
}

type Both = { readonly [tone in Tone]: Template };

const afterInterview = {
  "thank-you": {
    warm: {
      subject: "Thank you for the conversation on {date} || Thank you for the conversation",
      body: [
        [
          "Thank you for the conversation about the {role} role on {date}. || Thank you for the conversation about the {role} role.",
          "What you said about {detail} has stayed with me.",
        ],
        ["I would like to do this work with you.", "If anything is still open from my side, just ask."],
      ],
    },
    formal: {
      subject: "Our conversation on {date} || Our conversation",
      body: [
        [
          "Thank you for taking the time to speak with me on {date} about the position of {role}. || Thank you for taking the time to speak with me about the position of {role}.",
          "Your remarks on {detail} gave me a clear picture of the work.",
        ],
        ["I remain very interested in the position, and will gladly supply anything you still need."],
      ],
    },
  },
  correction: {
    warm: {
      subject: "{role}: one answer, completed",
      body: [
        ["Thank you again for the conversation on {date}. || Thank you again for the conversation."],
        ["One of my answers fell short, the one about {topic}.", "What I would add is this: {addition}."],
        ["No reply needed.", "I only wanted you to have the whole of it."],
      ],
    },
    formal: {
      subject: "{role}: an addition to one of my answers",
      body: [
        ["Thank you again for our conversation on {date}. || Thank you again for our conversation."],
        ["I would like to complete my answer to your question about {topic}.", "In short: {addition}."],
        ["A reply is not necessary."],
      ],
    },
  },
  "thank-referrer": {
    warm: {
      subject: "Thank you for your help",
      body: [
        ["The interview at {company} is behind me, and your help was part of it.", "What helped most was {favour}."],
        ["I will tell you how it ends.", "And if I can do something for you, please say so."],
      ],
    },
    formal: {
      subject: "Thank you for your support",
      body: [
        [
          "My interview with {company} has taken place, and I would like to thank you for your support.",
          "I was especially glad of {favour}.",
        ],
        ["I will let you know the outcome.", "Should I be able to return the favour, please call on me."],
      ],
    },
  },
  status: {
    warm: {
      subject: "{role}: the next step",
      body: [
        [
          "Thank you again for the conversation on {date}. || Thank you again for the conversation.",
          "? Your point about {detail} has stayed with me.",
        ],
        [
          "? You expected to decide by {promised}.",
          "Could you tell me where things stand, and whether anything from my side would help?",
        ],
      ],
    },
    formal: {
      subject: "{role}: the next step",
      body: [
        [
          "Thank you again for our conversation on {date} about the position of {role}. || Thank you again for our conversation about the position of {role}.",
        ],
        [
          "? You expected to reach a decision by {promised}.",
          "May I ask how matters stand, and whether you need anything further from me?",
        ],
      ],
    },
  },
  "check-in": {
    warm: {
      subject: "{role}: a last short note",
      body: [
        ["A short note, and the last from my side: I am still interested in the {role} role."],
        ["If the decision has gone another way, one line is enough.", "If it is still open, I am glad to wait for it."],
      ],
    },
    formal: {
      subject: "{role}: a brief enquiry",
      body: [
        ["I am writing once more to say that I remain interested in the position of {role}."],
        [
          "If a decision has been made, a single line is quite enough.",
          "If it is still open, I will gladly wait for it.",
        ],
      ],
    },
  },
} as const satisfies Partial<Record<MessagePurpose, Both>>;

const afterTheAnswer = {
  "accept-news": {
    warm: {
      subject: "Thank you for letting me know",
      body: [
        ["Thank you for letting me know, and for the time all of you gave me."],
        [
          "I would have liked another answer, and I respect this one.",
          "out: I wish you and whoever joins you a good start.",
          "in: I wish whoever takes it on a good start, and you can count on me as before.",
        ],
      ],
    },
    formal: {
      subject: "Your decision",
      body: [
        ["Thank you for informing me of your decision, and for the time you and your colleagues gave me."],
        [
          "I had hoped for a different outcome, and I respect the one you have reached.",
          "out: I wish you and your new colleague every success.",
          "in: I wish my colleague every success, and will support the work as before.",
        ],
      ],
    },
  },
  "feedback-request": {
    warm: {
      subject: "Two short questions",
      body: [
        ["I have accepted the decision about the {role} role, and this is not about changing it."],
        ["You saw more of me than anybody in those talks, so may I ask you two things?"],
        ["1. What is one thing I should keep?", "\n2. What is one thing you would have needed to see, and did not?"],
        ["Two lines are plenty, and frank ones help me most."],
      ],
    },
    formal: {
      subject: "{role}: two short questions",
      body: [
        ["I have accepted your decision on the position of {role}, and do not wish to reopen it."],
        ["As you saw most of my application, may I ask you two questions?"],
        ["1. What is one thing I should keep?", "\n2. What is one thing you would have needed to see, and did not?"],
        ["Two lines are quite enough, and a frank answer would help me most."],
      ],
    },
  },
  "internal-talk": {
    warm: {
      subject: "Fifteen minutes?",
      body: [
        ["Would you have fifteen minutes for me in the next two weeks, over a coffee or on a walk?"],
        [
          "I would like to hear two things about the {role} decision: one to keep, and one to change.",
          "I will not argue it again.",
        ],
      ],
    },
    formal: {
      subject: "A fifteen-minute talk",
      body: [
        ["Might you have fifteen minutes for me in the next two weeks?"],
        [
          "Regarding the decision on the position of {role}, I would like to hear two things: one I should keep, and one I should change.",
          "I do not wish to reopen the decision.",
        ],
      ],
    },
  },
  "choice-question": {
    warm: {
      subject: "One last question, easy to answer",
      body: [
        ["Thank you for your kind answer.", "One question is left, and one word is enough for it."],
        ["{question}"],
        ["After that I will leave you in peace, with thanks."],
      ],
    },
    formal: {
      subject: "One closing question",
      body: [
        ["Thank you for your reply.", "May I ask one closing question? One word is quite enough."],
        ["{question}"],
        ["I will not trouble you further, and thank you for your candour."],
      ],
    },
  },
  closing: {
    warm: {
      subject: "No need to answer",
      body: [
        [
          "Some days ago I asked what you thought of my interview.",
          "You will have your hands full, so please leave it at that.",
        ],
        [
          "Thank you for the conversation.",
          "out: If our paths cross again, I will be glad.",
          "in: I look forward to the next thing we do together.",
        ],
      ],
    },
    formal: {
      subject: "My request for feedback",
      body: [
        [
          "Some days ago I asked you for feedback on my interview.",
          "As I know how busy you are, please consider the matter closed.",
        ],
        ["Thank you again for our conversation."],
      ],
    },
  },
  "plan-b-ask": {
    warm: {
      subject: "One small favour",
      body: [
        [
          "You are one of the first I am telling: the {role} role did not come to me.",
          "I am all right, and looking at {alternative} next.",
        ],
        ["There is one thing you could help me with: {ask}.", "If this is not the moment, just say so."],
      ],
    },
    formal: {
      subject: "A request",
      body: [
        [
          "I wanted you to hear from me that my application for {role} was not successful.",
          "I am now considering {alternative}.",
        ],
        ["May I ask you for one thing: {ask}?", "If it is not convenient, I understand."],
      ],
    },
  },
  congratulation: {
    warm: {
      subject: "Congratulations on the {role} role || Congratulations",
      body: [
        ["Congratulations on the {role} role. || Congratulations on your new role."],
        [
          "You may know that I would have liked it, too, and I mean this all the same: have a good start.",
          "If I can save you an hour in the first weeks, ask me.",
        ],
      ],
    },
    formal: {
      subject: "Congratulations on your appointment",
      body: [
        [
          "I would like to congratulate you on your appointment as {role}. || I would like to congratulate you on your appointment.",
        ],
        ["I wish you a good start, and will gladly help where I can."],
      ],
    },
  },
  commitment: {
    warm: {
      subject: "One thing I can plan on",
      body: [
        [
          "Thank you for talking with me about what comes next.",
          "So that I can plan, I would like one thing to be firm: {commitment}, by {by}.",
        ],
        ["Would you confirm that in a line, or tell me what you can confirm instead?"],
      ],
    },
    formal: {
      subject: "Confirmation of one point",
      body: [
        [
          "Thank you for our talk about my next step.",
          "To be able to plan, I would ask you for one firm point: {commitment}, by {by}.",
        ],
        ["Would you kindly confirm this in writing, or let me know what you are able to confirm?"],
      ],
    },
  },
} as const satisfies Partial<Record<MessagePurpose, Both>>;

const networkAndWins = {
  "reach-leader": {
    warm: {
      subject: "Perhaps useful to you",
      body: [
        [
          "? I work in {department}, and we have hardly met.",
          "I came across something that may be useful to you: {gift}.",
        ],
        ["If you like, I will show you in ten minutes what it is good for.", "If not, no reply is needed."],
      ],
    },
    formal: {
      subject: "A matter that may be of use to you",
      body: [
        [
          "? I work in {department}, and we have not yet had much to do with each other.",
          "I came across something that may be of use to you: {gift}.",
        ],
        ["I would gladly show it to you in ten minutes.", "Should it not be relevant, no reply is needed."],
      ],
    },
  },
  introduction: {
    warm: {
      subject: "Would you introduce me to {contact}? || Would you introduce me?",
      body: [
        ["I am looking into {alternative}, and you know {contact}.", "Would you introduce us in two lines?"],
        ["I would ask for {ask}, and no more than that.", "If you would rather not, I understand."],
      ],
    },
    formal: {
      subject: "An introduction to {contact} || An introduction",
      body: [
        [
          "I am looking into {alternative}, and believe that you know {contact}.",
          "Would you be willing to introduce us?",
        ],
        ["I would ask for {ask}, and no more than that.", "If you would rather not, I fully understand."],
      ],
    },
  },
  "thank-praiser": {
    warm: {
      subject: "Thank you for your kind words",
      body: [
        ["Thank you for what you said about {win}.", "It made my day."],
        [
          "May I pass it on to {boss}? || May I pass it on to my boss?",
          "As it is, or in my own words: whichever you prefer.",
        ],
      ],
    },
    formal: {
      subject: "Thank you for your words of praise",
      body: [
        ["Thank you for your words about {win}.", "They mean a great deal to me."],
        [
          "Would you agree to my passing them on to {boss}? || Would you agree to my passing them on to my manager?",
          "I can quote you, or put it in my own words.",
        ],
      ],
    },
  },
  "win-to-boss": {
    warm: {
      subject: "Good news: {win}",
      body: [
        [
          "A short piece of good news: {win}.",
          "What it changes: {effect}.",
          "{praiser} put it like this: “{quote}”. || ? Kind words about it came from {praiser}.",
        ],
        ["What comes next: {next}."],
      ],
    },
    formal: {
      subject: "Result: {win}",
      body: [
        ["A result for your information: {win}.", "Its effect: {effect}.", "{praiser} wrote: “{quote}”. || ? {praiser} spoke well of it."],
        ["Next step: {next}."],
      ],
    },
  },
  "win-to-bosss-boss": {
    warm: {
      subject: "Good news that touches your work: {win}",
      body: [
        [
          "This touches your work, so here it is in two lines, with {boss} in copy. || This touches your work, so here it is in two lines.",
        ],
        ["What happened: {win}.", "What it changes: {effect}."],
        ["If the details are of use to you, I will gladly show them."],
      ],
    },
    formal: {
      subject: "For your information: {win}",
      body: [
        [
          "As the following concerns your area, I would like to let you know of it, with {boss} in copy. || As the following concerns your area, I would like to let you know of it.",
        ],
        ["The result: {win}.", "Its effect: {effect}."],
        ["I will gladly provide the details."],
      ],
    },
  },
  credit: {
    warm: {
      subject: "The people behind it: {colleagues}",
      body: [
        ["Behind {win} there are people who should be named: {colleagues}.", "What they did: {credit}."],
        ["Without them it would not have happened."],
      ],
    },
    formal: {
      subject: "Contribution of {colleagues}",
      body: [
        ["I would like to name the colleagues who made {win} possible: {colleagues}.", "Their part: {credit}."],
        ["The result is theirs as much as mine."],
      ],
    },
  },
  agreement: {
    warm: {
      subject: "What we agreed",
      body: [
        [
          "Thank you for our talk.",
          "So that neither of us has to remember it, here is what I took from it: {agreement}.",
        ],
        ["If I have that wrong, tell me.", "If not, no reply is needed."],
      ],
    },
    formal: {
      subject: "Confirmation of our agreement",
      body: [
        ["Thank you for our talk.", "I would like to put on record what we agreed: {agreement}."],
        ["Should you remember it differently, please let me know.", "Otherwise no reply is needed."],
      ],
    },
  },
  digest: {
    warm: {
      subject: "What went well in {month}",
      body: [["What went well in {month}:"], ["{lines}"], ["? What comes next: {next}."]],
    },
    formal: {
      subject: "Summary for {month}",
      body: [["A summary of {month}:"], ["{lines}"], ["? Next: {next}."]],
    },
  },
} as const satisfies Partial<Record<MessagePurpose, Both>>;

export const templates: { readonly [purpose in MessagePurpose]: Both } = {
  ...afterInterview,
  ...afterTheAnswer,
  ...networkAndWins,
};

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compose, type MessageContext } from "../../client/model/messages/compose.ts";
import {
  gapsIn,
  keptText,
  partsOf,
  plainSubject,
  plainText,
  subjectWithoutGaps,
  withoutGaps,
  type Tone,
} from "../../client/model/messages/draft.ts";
import { gapLabels, type Field } from "../../client/model/messages/fields.ts";
import { firstName, fullName, greetingNames, inSentence } from "../../client/model/messages/names.ts";
import { isMessagePurpose, messagePurposes, purposeTitles } from "../../client/model/messages/purposes.ts";
import { suggestedRecipients } from "../../client/model/messages/recipients.ts";
import { templates } from "../../client/model/messages/templates.ts";
import { builtIns } from "../../client/model/playbooks.ts";

const ruth = { id: "r", name: "Ruth Abelson", email: "ruth@ostara.example" };
const samuel = { id: "s", name: "Samuel Okoro", email: "samuel@ostara.example" };
const tomas = { id: "t", name: "Tomas Reiter", email: "tomas@norrholm.example" };
const ingrid = { id: "i", name: "Ingrid Sohl", email: "ingrid@norrholm.example" };

const ostara: MessageContext = {
  me: "Nadia Kessler",
  zone: "Europe/Berlin",
  internal: false,
  heldAt: "2026-11-19T09:30:00Z",
  promisedAt: "2026-11-27T16:00:00Z",
  circle: { interviewers: [ruth, samuel] },
  values: { role: "Planning manager", company: "Ostara Rail", detail: "weekend closures deciding the whole timetable" },
};

const nothing: MessageContext = { me: null, zone: "UTC" };
const tones: readonly Tone[] = ["warm", "formal"];

test("the letter of the mock is written as it is drawn there", () => {
  const draft = compose("status", "warm", ostara);
  assert.equal(plainSubject(draft), "Planning manager: the next step");
  assert.equal(
    plainText(draft),
    [
      "Dear Ruth,",
      "Thank you again for the conversation on 19 November. Your point about weekend closures deciding the whole timetable has stayed with me.",
      "You expected to decide by Friday 27 November. Could you tell me where things stand, and whether anything from my side would help?",
      "Kind regards,\nNadia Kessler",
    ].join("\n\n"),
  );
  assert.deepEqual(draft.to, [ruth]);
});

test("what came from the data is marked, so that it is checked once", () => {
  const filled = compose("status", "warm", ostara).body.filter((part) => part.kind === "filled");
  assert.deepEqual(
    filled.map(({ field }) => field),
    ["to", "date", "detail", "promised", "me"],
  );
});

test("every purpose a playbook names can be composed, and has a title", () => {
  for (const { steps } of builtIns) {
    for (const { purpose, internal } of steps) {
      for (const one of [purpose, internal?.purpose]) if (one !== undefined) assert.ok(isMessagePurpose(one), one);
    }
  }
  for (const purpose of messagePurposes) assert.ok(purposeTitles[purpose].length <= 30, purpose);
  assert.equal(isMessagePurpose("spam"), false);
  assert.equal(isMessagePurpose(null), false);
});

const everything = Object.fromEntries(Object.keys(gapLabels).map((field) => [field, `the ${field} value`]));
const full: MessageContext = {
  ...ostara,
  values: everything,
  circle: { ...ostara.circle, boss: tomas, bosssBoss: ingrid, praiser: ruth, colleagues: [samuel, ingrid] },
};

for (const purpose of messagePurposes) {
  for (const tone of tones) {
    test(`${purpose}, ${tone}: short, whole, and without a gap when everything is known`, () => {
      for (const internal of [true, false]) {
        const draft = compose(purpose, tone, { ...full, internal });
        const body = plainText(draft);
        assert.deepEqual(gapsIn(keptText([...draft.subject, ...draft.body])), []);
        assert.ok(body.split(/\s+/).length <= 90, `${body.split(/\s+/).length} words`);
        assert.ok(plainSubject(draft).length <= 90);
        assert.doesNotMatch(body, /[{}⟨⟩[\]]| {2}|\n{3}|\.\.|undefined|\bnull\b| \./);
        assert.doesNotMatch(body, /!|unfortunately|just wanted|hope this (mail|email|message)/i);
      }
    });

    test(`${purpose}, ${tone}: still a decent letter when nothing is known, and no bracket is ever sent`, () => {
      const draft = compose(purpose, tone, nothing);
      const body = plainText(draft);
      assert.doesNotMatch(body + plainSubject(draft), /[{}⟨⟩[\]]| {2}|\n{3}|\bnull\b|undefined/);
      assert.match(body, /^Hello,\n\n/);
      // Without the result there is nothing to tell, and then only the frame of the letter is left.
      if (purpose !== "win-to-boss" && purpose !== "digest") assert.ok(body.split("\n\n").length >= 3, body);
      assert.notEqual(plainSubject(draft), "");
    });
  }
}

test("the two tones differ in every purpose", () => {
  for (const purpose of messagePurposes)
    assert.notDeepEqual(templates[purpose].warm, templates[purpose].formal, purpose);
});

test("every slot of every template is a field with a label", () => {
  for (const purpose of messagePurposes) {
    for (const tone of tones) {
      const { subject, body } = templates[purpose][tone];
      for (const found of [subject, ...body.flat()].join(" ").matchAll(/\{(\w+)\}/g))
        assert.ok(gapLabels[found[1] as Field], found[0]);
    }
  }
});

test("a gap is a gap in the draft, in the kept text, and after it was read again", () => {
  const draft = compose("thank-you", "warm", { ...ostara, values: { role: "Planning manager" } });
  const kept = keptText(draft.body);
  assert.deepEqual(
    draft.body.filter(({ kind }) => kind === "gap"),
    [{ kind: "gap", label: "one thing from your talk" }],
  );
  assert.deepEqual(
    gapsIn(kept).map(({ label }) => label),
    ["one thing from your talk"],
  );
  assert.equal(keptText(partsOf(kept)), kept);
});

test("a sentence with a gap is left out when the letter is sent, its neighbours stay", () => {
  const draft = compose("thank-you", "warm", { ...ostara, values: { role: "Planning manager" } });
  assert.match(plainText(draft), /on 19 November\.\n\nI would like to do this work with you\./);
});

test("gaps leave no hole in a subject or in a list of lines", () => {
  assert.equal(subjectWithoutGaps("⟨the role⟩: the next step"), "the next step");
  assert.equal(subjectWithoutGaps("Good news: ⟨the result⟩"), "Good news");
  assert.equal(withoutGaps("One.\n\n⟨five lines⟩\n\nTwo ⟨x⟩. Three.\n⟨y⟩"), "One.\n\nThree.");
  assert.equal(withoutGaps("A [name] the person typed stays."), "A [name] the person typed stays.");
});

test("inside the own company one greets and closes as colleagues do", () => {
  const body = plainText(compose("accept-news", "warm", { ...ostara, internal: true }));
  assert.match(body, /^Hi Ruth,/);
  assert.match(body, /you can count on me as before\.\n\nBest wishes,\nNadia Kessler$/);
  assert.match(plainText(compose("accept-news", "warm", ostara)), /whoever joins you a good start/);
});

test("greetings name up to three people and nobody beyond", () => {
  const greeting = (names: readonly (string | null)[], tone: Tone): string =>
    plainText(compose("status", tone, { ...ostara, to: names.map((name) => ({ name, email: null })) })).split("\n")[0]!;
  assert.equal(greeting(["Ruth Abelson", "Samuel Okoro"], "warm"), "Dear Ruth and Samuel,");
  assert.equal(
    greeting(["Ruth Abelson", "Samuel Okoro", "Ida Lund"], "formal"),
    "Dear Ruth Abelson, Samuel Okoro and Ida Lund,",
  );
  assert.equal(greeting(["A B", "C D", "E F", "G H"], "warm"), "Dear all,");
  assert.equal(greeting([], "warm"), "Hello,");
  assert.equal(greeting([null], "warm"), "Hello,");
});

test("first names are found past titles, commas, initials and emoji, and not invented", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Ruth Abelson", "Ruth"],
    ["Dr. Ruth Abelson", "Ruth"],
    ["Prof. Dr. Ruth Abelson", "Ruth"],
    ["Abelson, Ruth", "Ruth"],
    ["J. Okoro", "J. Okoro"],
    ["JP Okoro", "JP Okoro"],
    ["Dr Okoro", "Dr Okoro"],
    ["Anne-Marie O’Neill", "Anne-Marie"],
    ["🌸 Ruth Abelson", "Ruth"],
    ["🌸", "🌸"],
    ["王小明", "王小明"],
    ["김 민준", "김 민준"],
    ["Ruth", "Ruth"],
    ["  Ruth\n  Abelson ", "Ruth"],
  ];
  for (const [name, first] of cases) assert.equal(firstName(name), first, name);
  assert.equal(fullName("Abelson, Ruth 🌸"), "Ruth Abelson");
  assert.deepEqual(greetingNames(["", " "], false), null);
});

test("a right-to-left name is set apart, and direction marks inside a name are dropped", () => {
  assert.equal(inSentence("רות אבלסון"), "\u2068רות אבלסון\u2069");
  assert.equal(inSentence("Ruth \u202eAbelson\u2069"), "Ruth Abelson");
  const body = plainText(compose("status", "warm", { ...ostara, to: [{ name: "ليلى حداد", email: null }] }));
  assert.match(body, /^Dear \u2068ليلى\u2069,\n/);
});

test("a value that ends its sentence does not end it twice, and one with line breaks stays on its line", () => {
  const values = { ...ostara.values, topic: "the\r\nbudget.", addition: "I led it for two years. Twice." };
  const body = plainText(compose("correction", "warm", { ...ostara, values }));
  assert.match(body, /the one about the budget\. What I would add is this: I led it for two years\. Twice\.\n/);
});

test("the five lines of a digest stay five lines", () => {
  const body = plainText(
    compose("digest", "warm", { ...ostara, values: { month: "November", lines: "One.\n Two.\n\nThree." } }),
  );
  assert.match(body, /^Hello,|\nWhat went well in November:\n\nOne\.\nTwo\.\nThree\.\n/);
});

test("recipients are suggested from the circle, with the boss in copy where it would go round them", () => {
  const circle = { interviewers: [ruth, samuel], boss: tomas, bosssBoss: ingrid, colleagues: [samuel] };
  assert.deepEqual(suggestedRecipients("thank-you", circle), { to: [ruth], cc: [] });
  assert.deepEqual(suggestedRecipients("win-to-bosss-boss", circle), { to: [ingrid], cc: [tomas] });
  assert.deepEqual(suggestedRecipients("credit", circle), { to: [tomas], cc: [samuel] });
  for (const purpose of messagePurposes) assert.deepEqual(suggestedRecipients(purpose, {}), { to: [], cc: [] });
});

test("whoever the person chose is written to, and not the suggestion", () => {
  const draft = compose("status", "warm", { ...ostara, to: [samuel], cc: [ruth] });
  assert.deepEqual([draft.to, draft.cc], [[samuel], [ruth]]);
  assert.match(plainText(draft), /^Dear Samuel,/);
});

test("whatever is filled in, no gap mark, line break or direction mark comes out of it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...messagePurposes),
      fc.constantFrom(...tones),
      (typed, purpose, tone) => {
        const values = Object.fromEntries(
          Object.keys(gapLabels)
            .filter((field) => field !== "lines")
            .map((field) => [field, typed]),
        );
        const draft = compose(purpose, tone, { ...full, values: { ...values, lines: "A." }, me: typed });
        const subject = draft.subject.map((part) => (part.kind === "gap" ? "" : part.text)).join("");
        assert.doesNotMatch(subject, /[\u0000-\u001f\u007f\u202a-\u202e]/);
        assert.ok(subject.isWellFormed());
        for (const part of draft.body)
          if (part.kind === "filled") assert.doesNotMatch(part.text, /[\r\n\u2028\u202a-\u202e]/);
      },
    ),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf, sortingId, withParts } from "../../client/model/feedback/parts.ts";
import { phraseGroups } from "../../client/model/feedback/phrases.ts";
import { Phrases, tokens } from "../../client/model/feedback/match.ts";
import { splitSentences } from "../../client/model/feedback/sentences.ts";
import { sortAnswer, type Sentence } from "../../client/model/feedback/sort.ts";
import { answerHeadline, choiceQuestion, isVague, themes, whyVague } from "../../client/model/feedback/themes.ts";
import { hostileAnswers } from "../corpus/hostile.ts";

const teamLead = { role: "Team lead, Network Planning", internal: false };

const tomas = `Dear Nadia,

You had the strongest technical case of the four we met. It was a really tough decision and a very strong field. In the
end we felt another candidate was a better fit for where the team is going.

You could perhaps show a bit more leadership presence. Please don’t be discouraged, and keep doing what you’re doing.

Kind regards,
Tomas Reiter
Norrholm Power`;

const sentencesOf = (answer: string): string[] => splitSentences(answer).map(({ text }) => text);
const marked = (sentence: Sentence): string[] =>
  sentence.vague.map(({ start, end }) => sentence.text.slice(start, end));

test("the answer of the mock is sorted as it is drawn there", () => {
  const sorted = sortAnswer(tomas);
  assert.deepEqual(
    sorted.map(({ kind }) => kind),
    ["fact", "empty", "reading", "reading", "empty"],
  );
  assert.equal(answerHeadline(sorted), "One fact, and four kind sentences.");
});

test("vague words are marked, facts are not", () => {
  const [fact, tough, fit, presence, kind] = sortAnswer(tomas).map(marked);
  assert.deepEqual(fact, []);
  assert.deepEqual(tough, ["really tough decision", "very strong field"]);
  assert.ok(fit!.includes("better fit"));
  assert.deepEqual(sortAnswer("Another candidate was a better fit for the team.").map(marked), [["better fit"]]);
  assert.ok(presence!.includes("more leadership presence"));
  assert.deepEqual(kind, ["don’t be discouraged", "keep doing what you’re doing"]);
});

test("every mark carries the reason of its group", () => {
  for (const { vague } of sortAnswer(tomas)) {
    for (const { group, reason } of vague) assert.equal(phraseGroups.find(({ id }) => id === group)?.reason, reason);
  }
});

test("every sentence knows where it stands in the answer", () => {
  const answer = "Hi Nadia,\r\n\r\n  You left out the costs.\r\nThat was all.\r\n\r\nBest,\r\nIda";
  for (const { text, start, end } of sortAnswer(answer)) assert.equal(answer.slice(start, end), text);
  assert.equal(sortAnswer(answer).length, 2);
});

test("praise alone leaves an answer vague, and what was missing does not", () => {
  assert.equal(isVague(sortAnswer(tomas)), true);
  assert.equal(isVague(sortAnswer("It was close. You had no example of managing a budget.")), false);
  assert.equal(isVague([]), false);
});

test("the question back is built from what was vague", () => {
  assert.equal(
    choiceQuestion(sortAnswer(tomas), teamLead),
    "Which of the two would have changed your mind more: a year of leading people, or a plan for the first 90 days?",
  );
});

test("one theme gives both halves of the question, and they differ", () => {
  const question = choiceQuestion(sortAnswer("You lacked gravitas."), teamLead);
  assert.match(question, /a year of leading people, or a meeting I chaired in front of you\?$/);
});

test("an answer without any point still gets a question of two concrete things", () => {
  const question = choiceQuestion(sortAnswer("Thank you so much. We wish you all the best."), {
    role: "Analyst",
    internal: true,
  });
  assert.match(question, /: more time in one part of the work, or a plan for the first 90 days\?$/);
});

test("no question offers the same thing twice", () => {
  const one = phraseGroups
    .filter(({ theme }) => theme)
    .map(({ phrases }) => phrases.find((phrase) => /^[a-z]+$/.test(phrase)));
  for (const first of one) {
    for (const second of one) {
      const question = choiceQuestion(sortAnswer(`It was about ${first}. It was about ${second}.`), teamLead);
      const [a, b] = question.slice(question.indexOf(": ") + 2, -1).split(", or ");
      assert.notEqual(a, b, `${first} and ${second}`);
    }
  }
});

test("themes are counted by sentence, and kind words count for nothing", () => {
  const counted = themes(
    sortAnswer("You lacked presence. We missed leadership presence. Thank you. It was not the right fit."),
  );
  assert.deepEqual(
    counted.map(({ theme, count }) => [theme, count]),
    [
      ["presence", 2],
      ["fit", 1],
    ],
  );
});

test("why it is vague names two themes at most, in the words of the answer", () => {
  assert.equal(
    whyVague(sortAnswer(tomas)),
    "“Presence” and “fit” name no event. You cannot work on them, so they are not yours to carry.",
  );
  assert.match(whyVague(sortAnswer("You lacked gravitas."))!, /^“Presence” names no event/);
  assert.match(whyVague(sortAnswer("Best of luck."))!, /^Kind words/);
  assert.equal(whyVague(sortAnswer("You had no example of managing a budget.")), null);
});

test("headlines count as one speaks", () => {
  assert.equal(answerHeadline([]), "Nothing to sort yet.");
  assert.equal(answerHeadline(sortAnswer("Thank you.")), "One kind sentence, and no fact.");
  assert.equal(answerHeadline(sortAnswer("You lacked presence. You seemed nervous.")), "Two opinions, and no fact.");
  assert.equal(answerHeadline(sortAnswer("You scored 12 of 20. You left out the costs.")), "Two facts.");
});

test("abbreviations, initials and figures end no sentence", () => {
  assert.deepEqual(
    sentencesOf("Mr. Reiter and Dr. J. Sohl scored you 3.5 vs. 4.1, e.g. on costs. We met at 3 p.m. on Monday."),
    ["Mr. Reiter and Dr. J. Sohl scored you 3.5 vs. 4.1, e.g. on costs.", "We met at 3 p.m. on Monday."],
  );
  assert.deepEqual(sentencesOf("We met at 3 p.m. Everyone liked it. No. It was close."), [
    "We met at 3 p.m.",
    "Everyone liked it.",
    "No.",
    "It was close.",
  ]);
});

test("quotes stay whole and closing marks stay with their sentence", () => {
  assert.deepEqual(
    sentencesOf('You said “why?” and moved on. "Strong case!" was his note. (We agreed.) Really?! Yes...'),
    ["You said “why?” and moved on.", '"Strong case!" was his note.', "(We agreed.)", "Really?!", "Yes..."],
  );
});

test("bullets and numbered points are sentences of their own", () => {
  assert.deepEqual(sentencesOf("Our notes:\n- no figures\n• late\n1. The plan\n2) The costs\n\n* Good slides"), [
    "Our notes:",
    "no figures",
    "late",
    "The plan",
    "The costs",
    "Good slides",
  ]);
});

test("a mail wrapped at 72 columns is read as written, line by line it is not", () => {
  const wrapped = "You described how the backlog grew in the two depots last winter but\nnever gave a figure for it.";
  assert.deepEqual(sentencesOf(wrapped), [wrapped.replace("\n", " ")]);
  assert.deepEqual(sentencesOf("Too quiet\nNo figures"), ["Too quiet", "No figures"]);
});

test("greeting, signature and quoted mail are left out of the list", () => {
  for (const greeting of [
    "Hi Nadia,",
    "Dear Ms Kessler,",
    "Hello there!",
    "Good morning Nadia –",
    "Nadia,",
    "hi nadia,",
    "Dear Zoë O’Neill-Smith",
  ]) {
    assert.deepEqual(sentencesOf(`${greeting}\n\nYou were late.`), ["You were late."], greeting);
  }
  for (const close of [
    "Kind regards,\nTomas",
    "Best\nT.",
    "Cheers,\nJo",
    "-- \nTomas Reiter",
    "Sent from my phone",
    "Thanks,\nTomas",
    "Best, Tomas",
    "Kind regards, Tomas Reiter\nHead of grid planning",
  ]) {
    assert.deepEqual(sentencesOf(`You were late.\n\n${close}`), ["You were late."], close);
  }
  const quoted =
    "You were late.\n\nOn Mon, 23 Nov 2026 at 09:12, Nadia Kessler wrote:\n> Could you tell me why?\n> Nadia";
  assert.deepEqual(sentencesOf(quoted), ["You were late."]);
});

test("thanks inside a sentence are no signature, and a greeting in the first line leaves the rest of it", () => {
  assert.deepEqual(sentencesOf("Thanks, Nadia.\nYou were late."), ["Thanks, Nadia.", "You were late."]);
  assert.deepEqual(sentencesOf("Hi Nadia, you were late.\nThanks for your time."), [
    "you were late.",
    "Thanks for your time.",
  ]);
});

test("nothing but signs and spaces gives no sentence", () => {
  for (const nothing of ["", " \n\t\r\n", "...", "👍", "—\n—", ">", "> quoted only"])
    assert.deepEqual(sortAnswer(nothing), []);
});

test("emoji, right-to-left text and other scripts are kept whole", () => {
  assert.deepEqual(sentencesOf("You were great 🎉! תודה רבה. 面接ありがとう。次もぜひ。"), [
    "You were great 🎉!",
    "תודה רבה.",
    "面接ありがとう。",
    "次もぜひ。",
  ]);
});

test("curly and straight apostrophes, capitals and small letters read the same", () => {
  const kinds = ["Don't be discouraged", "DON’T BE DISCOURAGED", "don’t be discouraged"].map(
    (text) => sortAnswer(text)[0]?.kind,
  );
  assert.deepEqual(kinds, ["empty", "empty", "empty"]);
});

test("a number inside thanks makes no fact, and beside them it does", () => {
  const kinds = sortAnswer("Thank you for the 40 minutes. Thank you, and your estimate was within 2 % of ours.").map(
    ({ kind }) => kind,
  );
  assert.deepEqual(kinds, ["empty", "fact"]);
});

const sorting = (sentence: string, kind: "fact" | "reading" | "empty", trashed_at: string | null = null) => ({
  feedback: "request",
  sentence,
  kind,
  trashed_at,
});

test("what the person sorted stays so when the answer grows above it", () => {
  const parts = partsOf(null, [sorting("You lacked gravitas.", "fact")]);
  const before = withParts(sortAnswer("You lacked gravitas."), parts);
  const after = withParts(sortAnswer("Thank you. You lacked gravitas."), parts);
  assert.deepEqual(
    before.map(({ kind }) => kind),
    ["fact"],
  );
  assert.deepEqual(
    after.map(({ kind }) => kind),
    ["empty", "fact"],
  );
  assert.equal(isVague(after), false);
});

test("a sentence is found by its beginning, however long or strange it is", () => {
  const long = `You lacked\u0001 gravitas ${"and more ".repeat(90)}.`;
  const row = sorting(long.replace(/\u0001/g, " ").slice(0, 300).trimEnd(), "fact");
  assert.equal(withParts(sortAnswer(long), partsOf(null, [row]))[0]?.kind, "fact");
  assert.equal(sortingId("0b6f2f3e-6f0a-4d0e-9a53-5d1c7be2b0c4", long), sortingId("0b6f2f3e-6f0a-4d0e-9a53-5d1c7be2b0c4", long));
});

test("what an earlier version kept in the request counts until a row says otherwise", () => {
  const kept = [
    "text",
    null,
    3,
    { text: 1, kind: "fact" },
    { text: "A.", kind: "other" },
    { text: "You lacked gravitas.", kind: "fact" },
  ];
  const kinds = (rows: Parameters<typeof partsOf>[1], parts: Parameters<typeof partsOf>[0] = kept) =>
    withParts(sortAnswer("You lacked gravitas."), partsOf(parts, rows)).map(({ kind }) => kind);
  assert.deepEqual(kinds([]), ["fact"]);
  assert.deepEqual(kinds([sorting("You lacked gravitas.", "empty")]), ["empty"]);
  assert.deepEqual(kinds([sorting("You lacked gravitas.", "empty", "2026-11-23T08:00:00Z")]), ["fact"]);
  assert.deepEqual(kinds([], { a: 1 }), ["reading"]);
});

test("the phrase list holds no phrase twice and a reason for every group", () => {
  for (const { id, reason, phrases } of phraseGroups) {
    assert.equal(new Set(phrases).size, phrases.length, id);
    assert.match(reason, /\.$/, id);
    assert.ok(reason.length <= 90, id);
  }
});

test("a phrase nothing could match is refused", () => {
  for (const wrong of ["_ fit", "(a) (b)", "a (b", "ab*", "two  spaces"]) {
    assert.throws(() => new Phrases([{ value: 1, phrases: [wrong] }]), wrong);
  }
});

test("optional words, alternatives, endings and gaps match as written", () => {
  const phrases = new Phrases([{ value: 1, phrases: ["not (quite) ready/done", "apolog*", "ask _ for"] }]);
  const found = (text: string): boolean => phrases.find(tokens(text)).length > 0;
  for (const text of ["Not ready", "not quite done", "We apologise", "ask Priya for it", "ask one of them for it"])
    assert.ok(found(text), text);
  for (const text of ["not very ready", "ready", "ask the whole lot of them for it"]) assert.ok(!found(text), text);
});

for (const [name, text] of hostileAnswers) {
  test(`50,000 characters of ${name} are sorted without backtracking`, () => {
    // Backtracking would take minutes. How fast it is otherwise, bench/feedback.mjs measures.
    const start = process.cpuUsage();
    sortAnswer(text.slice(0, 50_000));
    assert.ok(process.cpuUsage(start).user < 2_000_000);
  });
}

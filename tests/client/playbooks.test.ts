import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dueAt, type Anchors } from "../../client/model/due.ts";
import { builtIn, builtIns, startedByInterview, stepsFor, type Playbook, type Step } from "../../client/model/playbooks.ts";
import { parseRule } from "../../client/model/rules.ts";
import { schema } from "../../client/model/schema.ts";
import { purposes, toolLink, tools } from "../../client/model/tools.ts";

/** Every step as it reads, outside and inside the person's own company. */
const readings: readonly { readonly playbook: Playbook; readonly step: Step; readonly name: string }[] = builtIns.flatMap((playbook) =>
  [false, true].flatMap((internal) =>
    stepsFor(playbook, { interview: { internal } })
      .filter((step) => !internal || step.internal)
      .map((step) => ({ playbook, step, name: `${playbook.slug}/${step.slug}${internal ? " (internal)" : ""}` })),
  ),
);

describe("the built-in playbooks", () => {
  test("are the eight of the product, in its order", () => {
    assert.deepEqual(
      builtIns.map(({ slug, title, steps }) => [slug, title, steps.length]),
      [
        ["debrief", "Debrief while it is fresh", 7],
        ["thank", "Thank and follow up", 6],
        ["feedback", "Ask for feedback", 7],
        ["plan-b", "Activate Plan B", 7],
        ["network", "Update network", 7],
        ["forward-wins", "Forward wins", 7],
        ["evidence", "Leave evidence", 7],
        ["decide", "Decide on what it pays", 8],
      ],
    );
  });

  test("have the dates and tools of the product", () => {
    const table = (slug: string): string[] => builtIn(slug)!.steps.map(({ due_rule, tool }) => `${due_rule} ${tool}`);
    assert.deepEqual(table("debrief"), ["interview+0h confidence", "interview+1h debrief", "interview+3h debrief", "interview+3h people", "interview+3h promise", "interview+1d win", "interview+1d plan"]);
    assert.deepEqual(table("thank"), ["interview+20h composer", "interview+20h composer", "interview+1d composer", "promise+1bd|interview+5bd composer", "promise+6bd|interview+10bd composer", "promise+11bd|interview+15bd outcome"]);
    assert.deepEqual(table("feedback"), ["outcome+0d composer", "outcome+1d people", "outcome+2d composer", "reply+0d feedback", "reply+1d composer", "outcome+7bd feedback", "reply+3d plan"]);
    assert.deepEqual(table("plan-b"), ["interview+1d plan", "outcome+0d plan", "outcome+1d composer", "outcome+2d wins", "outcome+3d plan", "outcome+7d plan", "outcome+30d decision"]);
    assert.deepEqual(table("network"), ["outcome+1d people", "outcome+3d people", "outcome+5d map", "outcome+7d composer", "outcome+10d composer", "outcome+14d composer", "outcome+28d touches"]);
    assert.deepEqual(table("forward-wins"), ["win+0d win", "win+0d confidentiality", "win+1d composer", "win+2d composer", "win+7d composer", "win+7d composer", "monthly digest"]);
    assert.deepEqual(table("evidence"), ["outcome+1d wins", "outcome+3d win", "outcome+5d win", "weekly:fri quick-win", "outcome+7d composer", "outcome+14d feedback", "quarterly print"]);
    assert.deepEqual(table("decide"), ["outcome+1d note", "outcome+3d decision", "outcome+4d decision", "outcome+5d composer", "outcome+10d decision", "outcome+17d decision-blind", "outcome+21d decision", "outcome+90d decision"]);
  });

  test("begin with the interview for two of them: the debrief and the thank-you", () => {
    assert.deepEqual(startedByInterview.map(({ slug }) => slug), ["debrief", "thank"]);
  });

  test("begin Plan B with the interview and go on with the answer", () => {
    const [first, ...rest] = builtIn("plan-b")!.steps;
    assert.match(first!.due_rule, /^interview\+/);
    assert.ok(rest.every(({ due_rule }) => due_rule.startsWith("outcome+")));
  });

  test("propose a talk instead of two questions in writing inside one's own company", () => {
    const ask = (internal: boolean): Step => stepsFor(builtIn("feedback")!, { interview: { internal } })[2]!;
    assert.equal(ask(false).purpose, "feedback-request");
    assert.equal(ask(true).purpose, "internal-talk");
    assert.match(ask(true).text, /15-minute talk/);
    assert.equal(ask(true).slug, ask(false).slug);
  });

  test("have slugs that are never given twice", () => {
    assert.equal(new Set(builtIns.map(({ slug }) => slug)).size, builtIns.length);
    for (const { steps } of builtIns) assert.equal(new Set(steps.map(({ slug }) => slug)).size, steps.length);
    assert.equal(builtIn("nothing"), undefined);
  });

  test("can be dated whole once everything is known", () => {
    const at = "2026-11-19T14:42:00Z";
    const known: Anchors = { interview: at, outcome: at, promise: at, reply: at, win: "2026-11-19", start: at };
    for (const { step, name } of readings) assert.ok(dueAt(step.due_rule, known, "Europe/Berlin"), name);
  });
});

describe("every step", () => {
  for (const { step, name } of readings) {
    test(`${name} has a rule that is read, a tool that is known, and fits its fields`, () => {
      assert.ok(parseRule(step.due_rule));
      assert.ok(step.tool !== null && tools.includes(step.tool));
      assert.ok(step.slug.length <= schema.items.step.max!);
      assert.ok(step.tool.length <= schema.items.tool.max!);
    });

    test(`${name} says one short thing to do, and in a sentence or two why it helps`, () => {
      assert.ok(step.text.length >= 12 && step.text.length <= 62, `${step.text.length}: ${step.text}`);
      assert.match(step.text, /^\p{Lu}/u);
      assert.doesNotMatch(step.text, /[.!]$/);
      assert.ok(step.why.length >= 30 && step.why.length <= 110, `${step.why.length}: ${step.why}`);
      assert.match(step.why, /\.$/);
      assert.ok(step.why.split(/[.?] /).length <= 2, step.why);
      assert.notEqual(step.why, step.text);
    });

    test(`${name} keeps the tone`, () => {
      for (const words of [step.text, step.why]) {
        assert.doesNotMatch(words, /!|reject|fail|must|should|success|'|"|--|—|%/i);
        assert.doesNotMatch(words, /\bI\b|\bwe\b(?! (agreed|value))/);
        assert.equal(words, words.trim().replace(/\s+/g, " "));
      }
    });

    test(`${name} says what a message is for, where it opens the composer and only there`, () => {
      assert.equal(step.purpose !== undefined, step.tool === "composer");
      if (step.purpose) assert.ok(purposes.includes(step.purpose));
    });
  }

  test("has a reason of its own", () => {
    const reasons = readings.map(({ step }) => step.why);
    assert.equal(new Set(reasons).size, reasons.length);
  });
});

describe("a tool's button", () => {
  const about = { subject_kind: "interview", subject_id: "0198" } as const;
  const onItsOwn = { subject_kind: null, subject_id: null };
  const buttons: readonly [tool: string, label: string, href: string][] = [
    ["confidence", "Rate", "/interviews/0198#confidence"],
    ["debrief", "Write", "/interviews/0198#notes"],
    ["promise", "Set", "/interviews/0198#promise"],
    ["outcome", "Answer", "/interviews/0198#outcome"],
    ["people", "Open", "/people"],
    ["map", "Open", "/people/map"],
    ["touches", "Log", "/people"],
    ["plan", "Open", "/plan-b"],
    ["win", "Open", "/wins"],
    ["wins", "Open", "/wins"],
    ["quick-win", "Add", "/wins#week"],
    ["confidentiality", "Open", "/wins"],
    ["print", "Print", "/wins/print"],
    ["feedback", "Open", "/interviews/0198/feedback"],
  ];
  for (const [tool, label, href] of buttons) {
    test(`${tool} leads to ${href}`, () => assert.deepEqual(toolLink({ tool }, about), { label, href }));
  }

  test("on an interview's tool needs an interview", () => {
    for (const tool of ["confidence", "debrief", "promise", "outcome"]) assert.equal(toolLink({ tool }, onItsOwn), null);
  });

  test("for people leads to what the step asks for", () => {
    assert.deepEqual(toolLink({ tool: "people", step: "cadence" }, about), { label: "Choose", href: "/people/rhythms" });
    assert.deepEqual(toolLink({ tool: "people", step: "add" }, about), { label: "Add", href: "/people#add" });
    assert.deepEqual(toolLink({ tool: "people", step: "names" }, about), { label: "Note", href: "/interviews/0198#people" });
    assert.deepEqual(toolLink({ tool: "people", step: "choose-person" }, about), { label: "Choose", href: "/interviews/0198/feedback" });
    assert.deepEqual(toolLink({ tool: "people", step: "names" }, onItsOwn), { label: "Open", href: "/people" });
    assert.deepEqual(toolLink({ tool: "people", step: "choose-person" }, onItsOwn), { label: "Open", href: "/people" });
  });

  test("for a win's list leads to that win", () => {
    assert.deepEqual(toolLink({ tool: "win" }, { subject_kind: "win", subject_id: "0199" }), { label: "Open", href: "/wins/0199" });
  });

  test("for a win's list asks first whether it may leave", () => {
    const link = { label: "Check", href: "/wins/0199#pass-on" };
    assert.deepEqual(toolLink({ tool: "confidentiality" }, { subject_kind: "win", subject_id: "0199" }), link);
  });

  test("for feedback without an interview leads to all that was missed", () => {
    assert.deepEqual(toolLink({ tool: "feedback" }, onItsOwn), { label: "Open", href: "/wins/gaps" });
  });

  test("opens the worksheet of the line, and sets the day on Plan B", () => {
    assert.deepEqual(toolLink({ tool: "decision", id: "i" }, onItsOwn), { label: "Open", href: "/decisions/i" });
    assert.deepEqual(toolLink({ tool: "decision-blind", id: "i" }, about), { label: "Score", href: "/decisions/i" });
    assert.deepEqual(toolLink({ tool: "note", id: "i", step: "feel" }, about), { label: "Write", href: "/decisions/i" });
    const day = { tool: "decision", id: "i", step: "stop-waiting" };
    assert.deepEqual(toolLink(day, about), { label: "Set", href: "/plan-b#stop-waiting" });
  });

  test("is missing while its screen is", () => {
    for (const tool of [null, "note", "composer", "decision", "a tool of a newer version"]) {
      assert.equal(toolLink({ tool }, about), null);
    }
  });
});

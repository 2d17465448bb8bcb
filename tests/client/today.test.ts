import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PROFILE_ID } from "../../client/model/profile.ts";
import type { FieldsOf } from "../../client/model/schema.ts";
import { loadToday, type TodayItem } from "../../client/model/today.ts";
import { storeOf } from "./memory-store.ts";

/** Monday, 12:00 in Berlin. */
const now = Date.parse("2026-11-23T11:00:00Z");
const zone = "Europe/Berlin";

type Item = Partial<FieldsOf["items"]> & { readonly id: string };

const ostara = { id: "ostara", company: "Ostara Rail", role: "Planning manager", held_at: "2026-11-19T14:00:00Z", promised_at: "2026-11-27T11:00:00Z", outcome: "waiting" } as const;
const fenn = { id: "fenn", company: "Fenn & Lowe", role: "Storage analyst", held_at: "2026-11-20T14:00:00Z" } as const;
const list = { id: "list", title: "Thank and follow up", subject_kind: "interview", subject_id: "ostara" } as const;

function line(id: string, due_at: string | null, more: Partial<FieldsOf["items"]> = {}): Item {
  return { id, checklist: "list", text: id, due_at, due_rule: due_at ? "interview+1d" : null, position: id, ...more };
}

async function today(items: readonly Item[], more: Parameters<typeof storeOf>[0] = {}, at = now) {
  return loadToday(storeOf({ interviews: [ostara], checklists: [list], items, ...more }), at, zone);
}

const ids = (items: readonly TodayItem[]): string => items.map(({ item }) => item.id).join(" ");
const soft = (text: string): string => text.replaceAll("\u00a0", " ");

describe("next", () => {
  test("is never more than three, the earliest first", async () => {
    const { next, later, headline } = await today([
      line("d", "2026-11-23T16:00:00Z"),
      line("a", "2026-11-20T08:00:00Z"),
      line("c", "2026-11-23T15:00:00Z"),
      line("b", "2026-11-23T08:00:00Z"),
      line("e", "2026-12-03T08:00:00Z"),
    ]);
    assert.equal(ids(next), "a b c");
    assert.equal(ids(later), "d e");
    assert.equal(headline, "Three small things today.");
  });

  test("leaves out what rests until tonight, or until tomorrow before this hour", async () => {
    const tonight = line("a", "2026-11-20T08:00:00Z", { snoozed_until: "2026-11-23T17:00:00Z" });
    const tomorrow = line("b", "2026-11-20T08:00:00Z", { snoozed_until: "2026-11-24T07:00:00Z" });
    const { next, later } = await today([tonight, tomorrow]);
    assert.equal(ids(next), "");
    assert.equal(ids(later), "a b");
  });

  // All due today but where a day is given; the first of them is shown first.
  const due = "2026-11-23T08:00:00Z";
  const thanks = { tool: "composer", tool_ref: "thank-you" };
  const ranks: readonly [name: string, items: readonly Item[], order: string][] = [
    ["what is promised before thanks, and thanks before homework", [line("a", due), line("b", due, thanks), line("c", due, { due_rule: "promise+1bd|interview+5bd" })], "c b a"],
    ["what hangs on a reply before the rest", [line("a", due), line("b", due, { due_rule: "reply+0d" })], "b a"],
    ["the person's own date before the rest", [line("a", due), line("b", due, { due_rule: null })], "b a"],
    ["yesterday's homework before today's promise", [line("a", due, { due_rule: null }), line("b", "2026-11-22T08:00:00Z")], "b a"],
    ["an evening's promise before the morning's homework", [line("a", due), line("b", "2026-11-23T18:00:00Z", { due_rule: null })], "b a"],
    ["what waited for more than a week behind what is fresh", [line("a", "2026-11-02T08:00:00Z"), line("b", "2026-11-20T08:00:00Z"), line("c", due)], "b c a"],
    ["the latest of those first", [line("a", "2026-10-30T08:00:00Z"), line("b", "2026-11-02T08:00:00Z"), line("c", due)], "c b a"],
    ["what waited for a week exactly where it was", [line("a", "2026-11-16T11:00:00Z"), line("b", due)], "a b"],
  ];
  for (const [name, items, order] of ranks) {
    test(`puts ${name}`, async () => assert.equal(ids((await today(items)).next), order));
  }

  test("takes a promise for one only where a day was promised", async () => {
    const rule = { due_rule: "promise+1bd|interview+5bd" };
    const { next } = await today([line("a", due, thanks), line("b", due, rule)], { interviews: [{ ...ostara, promised_at: null }] });
    assert.equal(ids(next), "a b");
  });

  describe("after a no", () => {
    const asked = { due_rule: "outcome+0d" };
    const items = [line("a", due, asked), line("b", due, asked), { ...line("c", due), checklist: "other" }, line("d", due, asked)];
    const checklists = [list, { ...list, id: "other", subject_id: "fenn" }];
    const refused = (outcome_at: string) => ({ checklists, interviews: [fenn, { ...ostara, outcome: "no", outcome_at }] as const });

    test("holds one line of it for a day, and the others wait", async () => {
      const { next, later, headline } = await today(items, refused("2026-11-23T10:00:00Z"));
      assert.equal(ids(next), "a c");
      assert.equal(ids(later), "b d");
      assert.equal(headline, "Two small things today.");
    });

    test("what it asks for comes before what it has overtaken, and thanks are never overtaken", async () => {
      const debrief = line("a", "2026-11-22T08:00:00Z", { due_rule: "interview+1h" });
      const step = line("b", due, asked);
      const reply = line("c", due, { ...asked, tool: "composer", tool_ref: "accept-news" });
      const { next } = await today([debrief, step, reply, line("d", due, thanks)], refused("2026-11-21T10:00:00Z"));
      assert.equal(ids(next), "c d b");
      const waiting = await today([debrief, step, reply, line("d", due, thanks)]);
      assert.equal(ids(waiting.next), "a c d");
    });

    test("is itself again a day later", async () => {
      const { next } = await today(items, refused("2026-11-22T10:00:00Z"));
      assert.equal(next.length, 3);
    });
  });

  test("is empty when nothing is due, however much is to come", async () => {
    const { next, later, headline } = await today([line("a", "2026-11-25T08:00:00Z"), line("b", null)]);
    assert.equal(ids(next), "");
    assert.equal(ids(later), "a b");
    assert.equal(headline, "Nothing has to happen today.");
  });

  const windows: readonly [name: string, now: string, due: string, isNext: boolean][] = [
    ["this morning, what is due this evening", "2026-11-23T06:00:00Z", "2026-11-23T22:59:59Z", true],
    ["this morning, what is due tomorrow at this hour", "2026-11-23T06:00:00Z", "2026-11-24T05:59:00Z", true],
    ["this morning, but not what is due tomorrow an hour later", "2026-11-23T06:00:00Z", "2026-11-24T07:00:00Z", false],
    ["late in the evening, what is due tomorrow at nine", "2026-11-23T22:00:00Z", "2026-11-24T08:00:00Z", true],
    ["late in the evening, but not what is due the night after", "2026-11-23T22:00:00Z", "2026-11-24T22:30:00Z", false],
    ["on the day of 25 hours, its last hour", "2026-10-24T22:00:00Z", "2026-10-25T22:30:00Z", true],
  ];
  for (const [name, at, due, isNext] of windows) {
    test(`holds ${name}`, async () => {
      const { next } = await today([line("a", due)], {}, Date.parse(at));
      assert.equal(next.length, isNext ? 1 : 0);
    });
  }

  test("leaves out what rests, until it has rested", async () => {
    const resting = line("a", "2026-11-20T08:00:00Z", { snoozed_until: "2026-11-26T07:30:00Z" });
    const rested = line("b", "2026-11-20T08:00:00Z", { snoozed_until: "2026-11-23T07:30:00Z" });
    const { next, later } = await today([resting, rested]);
    assert.equal(ids(next), "b");
    assert.equal(ids(later), "a");
  });

  test("keeps a list's own order where the time is the same", async () => {
    const due = "2026-11-23T08:00:00Z";
    const { next } = await today([line("x", due, { position: "a2" }), line("y", due, { position: "a0" }), line("z", due, { position: "a1" })]);
    assert.equal(ids(next), "y z x");
  });

  test("says what it is for and when it is due", async () => {
    const { next, later } = await today([line("a", "2026-11-23T08:00:00Z"), line("b", "2026-11-20T08:00:00Z"), line("c", "2026-12-03T08:00:00Z"), line("d", null)]);
    assert.deepEqual([...next, ...later].map(({ meta }) => soft(meta)), ["Ostara Rail. Since Fri 20 Nov.", "Ostara Rail. Due today.", "Ostara Rail. Thu 3 Dec.", "Ostara Rail."]);
  });

  test("has the button of its tool", async () => {
    const { next } = await today([line("a", "2026-11-23T08:00:00Z", { tool: "confidence" }), line("b", "2026-11-23T08:00:00Z", { tool: "note" })]);
    assert.deepEqual(next.map(({ tool }) => tool), [{ label: "Rate", href: "/interviews/ostara#confidence" }, null]);
  });
});

describe("a line is not shown", () => {
  const due = line("a", "2026-11-23T08:00:00Z");
  const hidden: readonly [name: string, items: readonly Item[], rows: Parameters<typeof storeOf>[0]][] = [
    ["while its list is put away", [due], { checklists: [{ ...list, archived_at: "2026-11-22T08:00:00Z" }] }],
    ["while its list is in the trash", [due], { checklists: [{ ...list, trashed_at: "2026-11-22T08:00:00Z" }] }],
    ["while its list has not arrived", [due], { checklists: [] }],
    ["while its interview is in the trash", [due], { interviews: [{ ...ostara, trashed_at: "2026-11-22T08:00:00Z" }] }],
    ["while it waits for an answer", [line("a", null, { due_rule: "outcome+1d" })], {}],
    ["once it is done", [{ ...due, done_at: "2026-11-22T08:00:00Z" }], {}],
    ["once it is skipped", [{ ...due, skipped_at: "2026-11-22T08:00:00Z" }], {}],
  ];
  for (const [name, items, rows] of hidden) {
    test(name, async () => {
      const { next, later, headline } = await today(items, rows);
      assert.equal(next.length + later.length, 0);
      assert.equal(headline, "Nothing has to happen today.");
    });
  }

  const subjects: readonly [kind: "win" | "plan" | "person", rows: (trashed_at: string | null) => Parameters<typeof storeOf>[0], name: string][] = [
    ["win", (trashed_at) => ({ wins: [{ id: "it", title: "Depot model", trashed_at }] }), "Depot model"],
    ["plan", (trashed_at) => ({ plans: [{ id: "it", title: "Storage team", trashed_at }] }), "Storage team"],
    ["person", (trashed_at) => ({ people: [{ id: "it", name: "Ines Duarte", trashed_at }] }), "Ines Duarte"],
  ];
  for (const [kind, rows, name] of subjects) {
    test(`while its ${kind} is in the trash, and says its name while it is not`, async () => {
      const checklists = [{ ...list, subject_kind: kind, subject_id: "it" }];
      assert.equal((await today([due], { checklists, ...rows("2026-11-22T08:00:00Z") })).next.length, 0);
      assert.equal((await today([due], { checklists, ...rows(null) })).next[0]!.meta, `${name}. Due today.`);
    });
  }

  test("but on its own list it is, under the list's title", async () => {
    const checklists = [{ id: "list", title: "Leave evidence" }];
    assert.equal((await today([due], { checklists })).next[0]!.meta, "Leave evidence. Due today.");
  });
});

describe("later", () => {
  const things = (count: number, due_at: string | null): Item[] => Array.from({ length: count }, (_, index) => line(`a${index}`, due_at));
  const said: readonly [items: readonly Item[], words: string][] = [
    [[], ""],
    [things(5, "2026-11-25T08:00:00Z"), "5 things, the first on Wednesday"],
    [things(1, "2026-11-25T08:00:00Z"), "1 thing, on Wednesday"],
    [things(2, "2026-12-10T08:00:00Z"), "2 things, the first on Thu 10 Dec"],
    [things(2, null), "2 things without a date"],
    [things(5, "2026-11-23T08:00:00Z"), "2 things, the first today"],
    [things(4, "2026-11-20T08:00:00Z"), "1 thing, today"],
  ];
  for (const [items, words] of said) {
    test(`says "${words}"`, async () => assert.equal(soft((await today(items)).laterWords), words));
  }
});

describe("waiting for", () => {
  test("names who owes an answer, the nearest date first", async () => {
    const rounds = [
      { id: "r1", interview: "fenn", kind: "final", held_at: "2026-12-03T09:00:00Z" },
      { id: "r2", interview: "fenn", kind: "panel", held_at: "2026-11-20T09:00:00Z" },
      { id: "r3", interview: "fenn", kind: "other", held_at: "2026-12-10T09:00:00Z" },
    ] as const;
    const quiet = { id: "quiet", company: "Norrholm", held_at: "2026-11-02T09:00:00Z" };
    const bare = { id: "bare", company: "Nobody" };
    const { waiting } = await today([], { interviews: [bare, quiet, fenn, ostara], rounds });
    assert.deepEqual(waiting.map(({ interview, words }) => `${interview.company}: ${soft(words)}`), [
      "Ostara Rail: Planning manager. They said by Fri 27 Nov.",
      "Fenn & Lowe: Storage analyst. Last talk Thu 3 Dec.",
      "Norrholm: You spoke on Mon 2 Nov.",
      "Nobody: ",
    ]);
  });

  test("leaves out who has answered", async () => {
    const { waiting } = await today([], { interviews: [{ ...ostara, outcome: "no" }] });
    assert.deepEqual(waiting, []);
  });
});

describe("the line on Plan B", () => {
  const ready = { next_step: "send the CV", contact: "leila", next_step_on: "2026-11-27" };
  const lines: readonly [plans: NonNullable<Parameters<typeof storeOf>[0]["plans"]>, words: string, note: string][] = [
    [[], "Plan B: nothing yet", "One option beside this one is enough to begin."],
    [[{ id: "a", status: "ready" }], "Plan B: 1 idea", "One step makes it ready."],
    [[{ id: "a", status: "ready", ...ready }, { id: "b", ...ready, contact: null }, { id: "c" }], "Plan B ready: 2 options", "Nothing to decide today."],
    [[{ id: "a", status: "active", next_step: "ask Jonas" }, { id: "b", ...ready }], "Plan B under way: 1 option", "Next: ask Jonas"],
    [[{ id: "a", status: "active" }], "Plan B under way: 1 option", "One small step is enough."],
    [[{ id: "a", status: "parked", ...ready }], "Plan B: nothing yet", "One option beside this one is enough to begin."],
  ];
  for (const [plans, words, note] of lines) {
    test(`says "${words}"`, async () => {
      const { planB } = await today([], { plans });
      assert.deepEqual([planB.words, planB.note], [words, note]);
    });
  }

  test("says calmly that the day to stop waiting has come, and leads to it", async () => {
    const chosen = { id: PROFILE_ID, stop_waiting_on: "2026-11-23", stop_waiting_set_at: "2026-11-18T09:00:00Z" };
    const { planB } = await today([], { profiles: [chosen] });
    assert.deepEqual([soft(planB.words), soft(planB.note), planB.href], [
      "Stop waiting here: 23 Nov",
      "The day has come. You chose it on 18 Nov.",
      "/plan-b#stop-waiting",
    ]);
    const tomorrow = await today([], { profiles: [{ ...chosen, stop_waiting_on: "2026-11-24" }] });
    assert.equal(tomorrow.planB.words, "Plan B: nothing yet");
  });
});

describe("Today", () => {
  test("has the day for a title, and an arc of what is ahead", async () => {
    const { date, arc } = await today([line("a", "2026-12-03T08:00:00Z"), line("b", "2026-12-03T08:00:00Z")]);
    assert.equal(soft(date), "Monday 23 November");
    assert.equal(arc.words, "The next two weeks: today; Friday 27 November, Ostara Rail answers; Thursday 3 December, 2 things due.");
    assert.deepEqual(arc.marks.map(({ text }) => text), ["Mon", "Ostara answers", "2 things"]);
  });

  const shortened: readonly [company: string, label: string][] = [
    ["Ostara Rail", "Ostara answers"],
    ["Fenn & Lowe", "Fenn & Lowe answers"],
    ["The Guardian", "The Guardian answers"],
    ["Bundesanstaltsverwaltung für Landwirtschaft", "Bundesanstalt… answers"],
  ];
  for (const [company, label] of shortened) {
    test(`has room on the ground for "${label}" of ${company}`, async () => {
      const { arc } = await today([], { interviews: [{ ...ostara, company }] });
      assert.equal(arc.marks[1]!.text, label);
      assert.match(arc.words, new RegExp(`${company} answers`));
    });
  }

  test("knows the first run from a day without work", async () => {
    assert.ok((await loadToday(storeOf({}), now, zone)).isFirstRun);
    assert.ok(!(await today([])).isFirstRun);
    assert.ok(!(await loadToday(storeOf({ plans: [{ id: "a" }] }), now, zone)).isFirstRun);
  });

  test("reads open lines only, and each of the rest at most once, however much there is", async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...list, id: `list${index}`, subject_id: `interview${index}` }));
    const interviews = many.map(({ subject_id }) => ({ ...ostara, id: subject_id }));
    const items = many.flatMap(({ id }) => [line(`${id}a`, "2026-11-23T08:00:00Z", { checklist: id }), line(`${id}b`, null, { checklist: id, done_at: "2026-11-22T08:00:00Z" })]);
    const store = storeOf({ interviews, checklists: many, items });
    await loadToday(store, now, zone);
    assert.deepEqual([...store.asked].sort(), ["all interviews", "all messages", "all plans", "all rounds", "get profiles", "getMany checklists", "getMany interviews", "openItems"]);
  });
});

describe("letters that no line speaks for", () => {
  const letter = { id: "l", purpose: "congratulation", to: [{ name: "Ingrid Sohl", email: null }], body: "Dear Ingrid" } as const;
  const held = { ...letter, hold_until: "2026-11-24T07:30:00Z" };
  const said = async (messages: readonly object[], items: readonly Item[] = [], at = now) => {
    const { letters, headline } = await today(items, { messages: messages as never }, at);
    const words = (some: typeof letters.ready) => some.map((one) => soft(`${one.title}: ${one.words}`));
    return { ready: words(letters.ready), held: words(letters.held), headline };
  };

  test("wait until their hold is over, and are ready then", async () => {
    const before = await said([held]);
    assert.deepEqual(before.held, ["Congratulate: Ingrid Sohl. Held until tomorrow, 08:30."]);
    assert.deepEqual(before.ready, []);
    assert.equal(before.headline, "Nothing has to happen today.");
    const after = await said([held], [], Date.parse("2026-11-24T07:30:00Z"));
    assert.deepEqual(after.held, []);
    assert.deepEqual(after.ready, ["Congratulate: Ingrid Sohl. Ready to send."]);
    assert.equal(after.headline, "One small thing today.");
  });

  test("are asked about when they were handed over", async () => {
    assert.deepEqual((await said([{ ...letter, channel: "mail" }])).ready, ["Congratulate: Ingrid Sohl. Did you send it?"]);
  });

  test("one whose line an answer has closed stays among the messages, unless it was given to a mail program", async () => {
    const closed = line("t", null, { skipped_at: "2026-11-23T10:00:00Z", snoozed_until: "2026-11-23T10:00:00Z" });
    const thanks = { ...held, item: "t" };
    const none = await said([thanks], [closed]);
    assert.deepEqual([none.ready, none.held], [[], []]);
    assert.equal((await said([{ ...thanks, channel: "mail" }], [closed])).ready.length, 1);
    const skipped = line("t", null, { skipped_at: "2026-11-23T10:00:00Z" });
    assert.equal((await said([thanks], [skipped])).held.length, 1);
  });

  test("are not drafts, nor what was sent", async () => {
    const none = await said([letter, { ...held, id: "m", sent_at: "2026-11-22T08:00:00Z" }]);
    assert.deepEqual([...none.ready, ...none.held], []);
  });

  test("are left to their line while it is open, and speak for themselves when it is not", async () => {
    const asked = { ...held, item: "a" };
    assert.deepEqual((await said([asked], [line("a", "2026-11-23T08:00:00Z")])).held, []);
    assert.equal((await said([asked], [line("a", "2026-11-23T08:00:00Z", { done_at: "2026-11-23T08:00:00Z" })])).held.length, 1);
  });
});

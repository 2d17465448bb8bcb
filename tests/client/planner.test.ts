import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { dueAt } from "../../client/model/due.ts";
import { isClosedByPlan, plan, plannedIds, standing, type Given, type Plan } from "../../client/model/planner.ts";
import { beginnings } from "../../client/model/planner/fate.ts";
import { lineId, listId, namedId, sha1 } from "../../client/model/planner/named-id.ts";
import { plannedPlaybooks, templateOf, type Template } from "../../client/model/planner/templates.ts";
import { builtIn, startedByInterview, stepsFor } from "../../client/model/playbooks.ts";
import type { Outcome } from "../../client/model/words.ts";
import type { Change, Entry } from "../../client/store/store.ts";

const zone = "Europe/Berlin";
const heldAt = "2026-11-05T09:00:00Z";
const noon = "2026-11-16T11:00:00.123Z";
const later = "2026-11-18T08:00:00.456Z";
const interviewId = "018c0000-0000-7000-8000-000000000001";
const outcomes: readonly Outcome[] = ["waiting", "offer", "no", "silence", "withdrawn"];
const answers = outcomes.filter((outcome) => outcome !== "waiting");

type Fields = Record<string, unknown>;

/** A store of three collections, as plain as can be. */
interface Rows {
  readonly interviews: Map<string, Fields>;
  readonly checklists: Map<string, Fields>;
  readonly items: Map<string, Fields>;
}

const blankInterview = {
  company: "Norrholm Power",
  role: "Team lead",
  department: null,
  stage: null,
  promised_at: null,
  outcome: "waiting",
  outcome_at: null,
  confidence: null,
  link: null,
  notes: null,
  trashed_at: null,
};
const blankList = {
  title: null,
  playbook: null,
  subject_kind: null,
  subject_id: null,
  anchor_at: null,
  position: null,
  archived_at: null,
  trashed_at: null,
};
const blankItem = {
  checklist: null,
  step: null,
  text: null,
  why: null,
  note: null,
  tool: null,
  tool_ref: null,
  due_rule: null,
  due_at: null,
  snoozed_until: null,
  done_at: null,
  skipped_at: null,
  position: null,
  trashed_at: null,
};
const blanks = { interviews: blankInterview, checklists: blankList, items: blankItem };

/** As actions/interviews.ts leaves it: a debrief and a thank-you, with ids of their own. */
function logged(internal: boolean): Rows {
  const rows: Rows = { interviews: new Map(), checklists: new Map(), items: new Map() };
  rows.interviews.set(interviewId, { ...blankInterview, id: interviewId, internal, held_at: heldAt });
  for (const [index, { slug, title }] of startedByInterview.entries())
    addList(rows, `list-${slug}`, slug, title, `a${index}`, internal);
  return rows;
}

function addList(rows: Rows, id: string, slug: string, title: string, position: string, internal: boolean): void {
  rows.checklists.set(id, {
    ...blankList,
    id,
    title,
    playbook: slug,
    subject_kind: "interview",
    subject_id: interviewId,
    anchor_at: heldAt,
    position,
  });
  for (const [index, step] of stepsFor(builtIn(slug)!, { interview: { internal } }).entries()) {
    const { slug: name, text, why, tool, purpose, due_rule } = step;
    const due_at = dueAt(due_rule, { interview: heldAt, start: heldAt }, zone);
    const line = { step: name, text, why, tool, tool_ref: purpose ?? null, due_rule, due_at, position: `a${index}` };
    rows.items.set(`${id}-${name}`, { ...blankItem, id: `${id}-${name}`, checklist: id, ...line });
  }
}

const copy = (rows: Rows): Rows => structuredClone(rows);

function write(rows: Rows, changes: readonly Change[]): Rows {
  const next = copy(rows);
  for (const { collection, id, set } of changes) {
    const table = next[collection as keyof Rows];
    table.set(id, { ...(table.get(id) ?? { ...blanks[collection as keyof Rows], id }), ...set });
  }
  return next;
}

function given(rows: Rows, outcome: Outcome, now: string, rest: Partial<Given> = {}): Given {
  return {
    interview: rows.interviews.get(interviewId) as unknown as Entry<"interviews">,
    checklists: [...rows.checklists.values()] as unknown as Entry<"checklists">[],
    items: [...rows.items.values()] as unknown as Entry<"items">[],
    outcome,
    now,
    zone,
    ...rest,
  };
}

function answer(rows: Rows, outcome: Outcome, now: string): { readonly rows: Rows; readonly plan: Plan } {
  const made = plan(given(rows, outcome, now));
  return { rows: write(rows, made.changes), plan: made };
}

const liveLists = (rows: Rows): Fields[] => [...rows.checklists.values()].filter((list) => !list["trashed_at"]);

/** "thank/status": every line that asks for something, with its date. */
function openLines(rows: Rows): Record<string, unknown> {
  const playbookById = new Map(liveLists(rows).map((list) => [list["id"], list["playbook"]]));
  const open = [...rows.items.values()].filter(
    (item) => playbookById.has(item["checklist"]) && !item["done_at"] && !item["skipped_at"] && !item["trashed_at"],
  );
  return Object.fromEntries(
    open.map((item) => [`${playbookById.get(item["checklist"])}/${item["step"]}`, item["due_at"]]).sort(),
  );
}

const playbooksOf = (rows: Rows): unknown[] => liveLists(rows).map((list) => list["playbook"]);
const closedSteps = ({ closed }: Plan): string[] => closed.map(({ id }) => id.replace(/^list-[a-z]+-/, "")).sort();

test("a no from outside closes what waits for an answer and begins three lists", () => {
  const { rows, plan: no } = answer(logged(false), "no", noon);
  assert.deepEqual(closedSteps(no), ["check-in", "confidence", "correct", "promise", "silence", "status", "thank"]);
  assert.deepEqual(
    no.begun.map(({ text }) => text),
    ["Ask for feedback", "Activate Plan B", "Update network"],
  );
  assert.equal(no.words, "7 closed, 3 lists begun");
  assert.deepEqual(rows.interviews.get(interviewId)!["outcome"], "no");
  assert.equal(rows.interviews.get(interviewId)!["outcome_at"], noon);
});

test("the four that a no closes after a good debrief are the four of the mock", () => {
  const debriefed = copy(logged(false));
  for (const step of ["confidence", "promise"]) debriefed.items.get(`list-debrief-${step}`)!["done_at"] = heldAt;
  debriefed.items.get("list-thank-thank")!["done_at"] = heldAt;
  assert.equal(answer(debriefed, "no", noon).plan.words, "4 closed, 3 lists begun");
});

test("a no from inside begins the calm decision in place of the network", () => {
  const { plan: no } = answer(logged(true), "no", noon);
  assert.deepEqual(
    no.begun.map(({ text }) => text),
    ["Ask for feedback", "Activate Plan B", "Decide on what it pays"],
  );
});

test("lists of an internal interview read as they do inside", () => {
  const { rows } = answer(logged(true), "no", noon);
  const ask = rows.items.get(lineId(listId(interviewId, "feedback"), "ask"))!;
  assert.equal(ask["tool_ref"], "internal-talk");
});

test("what begins is dated from the answer, in the person's zone", () => {
  const { rows } = answer(logged(false), "no", noon);
  const feedback = listId(interviewId, "feedback");
  assert.equal(rows.items.get(lineId(feedback, "accept"))!["due_at"], noon);
  assert.equal(rows.items.get(lineId(feedback, "ask"))!["due_at"], "2026-11-18T08:00:00Z");
  assert.equal(rows.items.get(lineId(feedback, "sort"))!["due_at"], null);
});

test("the list of Plan B somebody had begun by hand is the one that goes on, dated anew", () => {
  const hopeful = copy(logged(false));
  addList(hopeful, "list-plan-b", "plan-b", "Plan B, just in case", "a5", false);
  const { rows, plan: no } = answer(hopeful, "no", noon);
  assert.deepEqual(
    no.begun.map(({ text }) => text),
    ["Ask for feedback", "Update network"],
  );
  assert.equal(playbooksOf(rows).filter((playbook) => playbook === "plan-b").length, 1);
  assert.ok(no.redated.some(({ id, from, to }) => id === "list-plan-b-smallest-step" && from === null && to === noon));
  for (const { why } of no.redated) assert.equal(why, "It counts from the day of the answer.");
});

test("a list begun by hand is never put away or closed as a whole", () => {
  const hopeful = copy(logged(false));
  addList(hopeful, "list-plan-b", "plan-b", "Plan B, just in case", "a5", false);
  const { rows } = answer(hopeful, "offer", noon);
  assert.equal(rows.checklists.get("list-plan-b")!["trashed_at"], null);
  assert.equal(rows.items.get("list-plan-b-alternatives")!["skipped_at"], null);
});

for (const internal of [false, true]) {
  for (const first of outcomes) {
    for (const second of outcomes) {
      const name = `${internal ? "internal" : "external"}: ${first}, then ${second}`;

      test(`${name}: the plan is the one the second answer alone would have given`, () => {
        const changed = answer(answer(logged(internal), first, noon).rows, second, later).rows;
        const direct = answer(logged(internal), second, first === second ? noon : later).rows;
        assert.deepEqual(openLines(changed), openLines(direct));
        assert.deepEqual(playbooksOf(changed).sort(), playbooksOf(direct).sort());
        assert.deepEqual(
          playbooksOf(changed).sort(),
          ["debrief", "thank", ...beginnings(second, { internal }).map(({ playbook }) => playbook)].sort(),
        );
      });

      test(`${name}: asked again, nothing changes, and nothing is there twice`, () => {
        const { rows } = answer(answer(logged(internal), first, noon).rows, second, later);
        assert.deepEqual(plan(given(rows, second, "2026-12-01T00:00:00Z")).changes, []);
        assert.equal(new Set(playbooksOf(rows)).size, playbooksOf(rows).length);
      });

      test(`${name}: undo puts every row back`, () => {
        const before = answer(logged(internal), first, noon).rows;
        const { rows, plan: made } = answer(before, second, later);
        const back = write(rows, JSON.parse(JSON.stringify(made.undo)) as Change[]);
        for (const table of ["interviews", "checklists", "items"] as const) {
          for (const [id, row] of before[table]) assert.deepEqual(back[table].get(id), row, id);
          for (const [id, row] of back[table]) if (!before[table].has(id)) assert.ok(row["trashed_at"], id);
        }
        assert.deepEqual(openLines(back), openLines(before));
      });

      test(`${name}: after an undo the same answer gives the same plan`, () => {
        const before = answer(logged(internal), first, noon).rows;
        const { rows, plan: made } = answer(before, second, later);
        const again = answer(write(rows, made.undo), second, later).rows;
        assert.deepEqual(openLines(again), openLines(rows));
      });

      test(`${name}: what the person did stays as they did it`, () => {
        const own = copy(answer(logged(internal), first, noon).rows);
        const kept = ["debrief-questions", "debrief-names", "thank-thank-referrer", "thank-status"].map((step) =>
          own.items.get(`list-${step}`)!,
        );
        Object.assign(kept[0]!, { done_at: noon });
        Object.assign(kept[1]!, { due_rule: null, due_at: "2026-12-24T08:00:00Z" });
        Object.assign(kept[2]!, { snoozed_until: "2026-11-20T07:30:00Z" });
        Object.assign(kept[3]!, { skipped_at: "2026-11-12T10:00:00Z", snoozed_until: null });
        const { rows } = answer(own, second, later);
        for (const row of kept) assert.deepEqual(rows.items.get(row["id"] as string), row);
      });

      test(`${name}: every change is told with its reason`, () => {
        const { plan: made } = answer(answer(logged(internal), first, noon).rows, second, later);
        const told = [...made.closed, ...made.putAway, ...made.begun, ...made.reopened, ...made.redated];
        for (const { text, why } of told) assert.match(`${text}|${why}`, /^.+\|[A-Z].+[.?]$/);
        assert.equal(made.words === "", told.length === 0);
        assert.equal(made.changes.length === 0, first === second);
      });
    }
  }
}

for (const first of answers) {
  for (const second of answers.filter((outcome) => outcome !== first)) {
    test(`${first}, then ${second}: a list with work in it stays, with its open lines closed`, () => {
      const begun = answer(logged(false), first, noon).rows;
      const going = beginnings(first, { internal: false }).filter(
        ({ playbook }) => !beginnings(second, { internal: false }).some((one) => one.playbook === playbook),
      );
      for (const { playbook } of going) {
        const worked = copy(begun);
        const list = listId(interviewId, playbook);
        const [done, ...open] = [...worked.items.values()].filter((item) => item["checklist"] === list);
        done!["done_at"] = noon;
        const { rows, plan: made } = answer(worked, second, later);
        assert.equal(rows.checklists.get(list)!["trashed_at"], null, playbook);
        assert.deepEqual(rows.items.get(done!["id"] as string), done);
        for (const { id } of open)
          assert.ok(isClosedByPlan(rows.items.get(id as string) as unknown as Entry<"items">), String(id));
        assert.ok(made.closed.some(({ why }) => why === "It belonged to another answer."));
        const back = answer(rows, first, "2026-11-20T09:00:00Z").rows;
        for (const { id, skipped_at } of open) assert.equal(back.items.get(id as string)!["skipped_at"], skipped_at);
      }
    });
  }
}

test("each of these makes a begun list the person's own: a note, other words, a line added or thrown away, a date, a skip", () => {
  const begun = answer(logged(false), "no", noon).rows;
  const list = listId(interviewId, "feedback");
  const line = lineId(list, "ask");
  const touches: readonly (readonly [string, (rows: Rows) => void])[] = [
    ["a note", (rows) => Object.assign(rows.items.get(line)!, { note: "Tomas" })],
    ["other words", (rows) => Object.assign(rows.items.get(line)!, { text: "Ask Tomas" })],
    [
      "a line added",
      (rows) => rows.items.set("own", { ...blankItem, id: "own", checklist: list, text: "Call Ida", position: "b0" }),
    ],
    ["a line thrown away", (rows) => Object.assign(rows.items.get(line)!, { trashed_at: noon })],
    ["a date", (rows) => Object.assign(rows.items.get(line)!, { due_rule: null, due_at: later })],
    ["a skip", (rows) => Object.assign(rows.items.get(line)!, { skipped_at: later })],
  ];
  for (const [name, touch] of touches) {
    const touched = copy(begun);
    touch(touched);
    assert.equal(answer(touched, "offer", later).rows.checklists.get(list)!["trashed_at"], null, name);
  }
});

test("a rest alone does not keep a list, and is still there when the list comes back", () => {
  const begun = copy(answer(logged(false), "no", noon).rows);
  const line = lineId(listId(interviewId, "feedback"), "ask");
  begun.items.get(line)!["snoozed_until"] = "2026-11-30T07:30:00Z";
  const offered = answer(begun, "offer", later).rows;
  assert.equal(offered.checklists.get(listId(interviewId, "feedback"))!["trashed_at"], later);
  const back = answer(offered, "no", "2026-11-20T09:00:00Z").rows;
  assert.equal(back.items.get(line)!["snoozed_until"], "2026-11-30T07:30:00Z");
});

test("a line without a point in a list that begins is closed from the start, and told to nobody", () => {
  const { rows, plan: offer } = answer(logged(false), "offer", noon);
  const line = lineId(listId(interviewId, "network"), "congratulate");
  assert.equal(rows.items.get(line)!["skipped_at"], noon);
  assert.ok(!offer.closed.some(({ id }) => id === line));
  const changed = answer(rows, "no", later);
  assert.equal(changed.rows.items.get(line)!["skipped_at"], null);
  assert.ok(
    changed.plan.reopened.some(({ id, why }) => id === line && why === "With this answer it has a point again."),
  );
});

test("a line thrown away stays away while its list lives", () => {
  const begun = copy(answer(logged(false), "no", noon).rows);
  const line = lineId(listId(interviewId, "network"), "gap");
  begun.items.get(line)!["trashed_at"] = noon;
  assert.equal(answer(begun, "withdrawn", later).rows.items.get(line)!["trashed_at"], noon);
});

test("a list the person threw away comes back with a new answer, and not by itself", () => {
  const begun = copy(answer(logged(false), "no", noon).rows);
  const list = listId(interviewId, "feedback");
  begun.checklists.get(list)!["trashed_at"] = later;
  assert.deepEqual(plan(given(begun, "no", later)).changes, []);
  const again = answer(answer(begun, "offer", later).rows, "no", "2026-11-20T09:00:00Z").rows;
  assert.equal(again.checklists.get(list)!["trashed_at"], null);
});

test("a list the person put away themselves is neither begun again nor taken out", () => {
  const begun = copy(answer(logged(false), "no", noon).rows);
  const list = listId(interviewId, "network");
  begun.checklists.get(list)!["archived_at"] = noon;
  const { rows } = answer(begun, "withdrawn", later);
  assert.equal(rows.checklists.get(list)!["archived_at"], noon);
});

test("a line the person takes out again after an answer is not closed a second time", () => {
  const { rows } = answer(logged(false), "no", noon);
  const reopened = copy(rows);
  reopened.items.get("list-thank-thank")!["skipped_at"] = null;
  assert.deepEqual(plan(given(reopened, "no", later)).changes, []);
});

test("a list whose rows the server has forgotten is begun whole", () => {
  const { rows } = answer(logged(false), "no", noon);
  const emptied = copy(answer(rows, "offer", later).rows);
  for (const [id, list] of emptied.checklists)
    if (list["trashed_at"]) emptied.checklists.set(id, { ...blankList, id, trashed_at: later });
  for (const [id, item] of emptied.items)
    if (item["checklist"] === listId(interviewId, "feedback")) emptied.items.set(id, { ...blankItem, id });
  const again = answer(emptied, "no", "2026-12-24T09:00:00Z").rows;
  assert.deepEqual(openLines(again), openLines(answer(logged(false), "no", "2026-12-24T09:00:00Z").rows));
});

test("the person's own version of a playbook is the one that begins, once", () => {
  const line = {
    step: "018c0000-0000-7000-8000-00000000000a",
    text: "Call Ida",
    why: null,
    tool: null,
    tool_ref: null,
    due_rule: "outcome+1d",
  };
  const own = new Map<string, Template>([["feedback", { playbook: "own-id", title: "Ask Ida", lines: [line] }]]);
  const made = plan(given(logged(false), "no", noon, { own }));
  const rows = write(logged(false), made.changes);
  assert.equal(rows.checklists.get(listId(interviewId, "feedback"))!["title"], "Ask Ida");
  assert.deepEqual(plan(given(rows, "no", later, { own })).changes, []);
  const byHand = copy(logged(false));
  byHand.checklists.set("mine", {
    ...blankList,
    id: "mine",
    playbook: "own-id",
    subject_kind: "interview",
    subject_id: interviewId,
    position: "a7",
  });
  assert.ok(!plan(given(byHand, "no", noon, { own })).begun.some(({ text }) => text === "Ask Ida"));
});

test("lines of the person's own, and lists of other interviews, are left alone", () => {
  const mixed = copy(logged(false));
  mixed.items.set("own", { ...blankItem, id: "own", checklist: "list-thank", text: "Buy flowers", position: "b0" });
  mixed.checklists.set("elsewhere", {
    ...blankList,
    id: "elsewhere",
    playbook: "thank",
    subject_id: "other",
    position: "a0",
  });
  mixed.items.set("else", {
    ...blankItem,
    id: "else",
    checklist: "elsewhere",
    tool: "composer",
    tool_ref: "status",
    text: "Ask",
    position: "a0",
  });
  const touched = plan(given(mixed, "no", noon)).changes.map(({ id }) => id);
  assert.ok(!touched.includes("own") && !touched.includes("else") && !touched.includes("elsewhere"));
});

test("a line the person added to a list of the former answer stays open", () => {
  const { rows } = answer(logged(false), "no", noon);
  const list = listId(interviewId, "feedback");
  const task = { ...blankItem, id: "task", checklist: list, step: null, text: "Ask Ines about storage", position: "z0" };
  rows.items.set("task", task);
  const changed = answer(rows, "offer", later).rows;
  assert.equal(changed.checklists.get(list)!["trashed_at"], null);
  assert.deepEqual(changed.items.get("task"), task);
  assert.ok(isClosedByPlan(changed.items.get(lineId(list, "ask")) as unknown as Entry<"items">));
});

test("the same fold is read off the rows on another device", () => {
  const { rows, plan: no } = answer(logged(false), "no", noon);
  const { interview, checklists, items } = given(rows, "no", noon);
  const seen = standing(interview, checklists, items);
  assert.deepEqual(
    seen.closed.map(({ id, why }) => [id, why]).sort(),
    no.closed.map(({ id, why }) => [id, why]).sort(),
  );
  assert.deepEqual(seen.begun, no.begun);
  assert.equal(seen.words, no.words);
});

test("taking the answer back on another device leaves what was there before it", () => {
  for (const outcome of answers) {
    const { rows } = answer(logged(false), outcome, noon);
    assert.deepEqual(openLines(answer(rows, "waiting", later).rows), openLines(logged(false)), outcome);
  }
});

test("an impossible moment or zone of a malformed place stops no plan", () => {
  const odd = copy(logged(false));
  odd.checklists.get("list-thank")!["position"] = "zzz!";
  odd.items.get("list-thank-status")!["due_rule"] = "whenever";
  assert.equal(plan(given(odd, "no", noon)).begun.length, 3);
});

// Two devices.

interface Stamped {
  readonly value: unknown;
  readonly stamp: string;
}

type Replica = Map<string, Map<string, Stamped>>;

/** As the server does: by field, the later stamp wins. */
function merge(replica: Replica, changes: readonly Change[], stamp: string): void {
  for (const { collection, id, set } of changes) {
    const row = replica.get(`${collection}/${id}`) ?? new Map<string, Stamped>();
    replica.set(`${collection}/${id}`, row);
    for (const [field, value] of Object.entries(set))
      if ((row.get(field)?.stamp ?? "") < stamp) row.set(field, { value, stamp });
  }
}

function rowsOf(replica: Replica): Rows {
  const rows: Rows = { interviews: new Map(), checklists: new Map(), items: new Map() };
  for (const [key, fields] of replica) {
    const [collection, id] = [key.slice(0, key.indexOf("/")) as keyof Rows, key.slice(key.indexOf("/") + 1)];
    rows[collection].set(id, {
      ...blanks[collection],
      id,
      ...Object.fromEntries([...fields].map(([field, { value }]) => [field, value])),
    });
  }
  return rows;
}

type Op = readonly [readonly Change[], string];

function replay(ops: readonly Op[]): Rows {
  const replica: Replica = new Map();
  const start = logged(false);
  for (const collection of ["interviews", "checklists", "items"] as const) {
    for (const [id, set] of start[collection]) merge(replica, [{ collection, id, set } as Change], "0");
  }
  for (const [changes, stamp] of ops) merge(replica, changes, stamp);
  return rowsOf(replica);
}

const deed = fc.record({
  device: fc.constantFrom("a", "b"),
  what: fc.oneof(
    fc.constantFrom(...outcomes).map((outcome) => ({ kind: "answer", outcome }) as const),
    fc.record({ kind: fc.constantFrom("done", "skip", "rest", "reopen", "throw", "throw list"), which: fc.nat(40) }),
  ),
});

function changesOf(
  rows: Rows,
  what: { readonly kind: string; readonly outcome?: Outcome; readonly which?: number },
  at: string,
): readonly Change[] {
  if (what.outcome) return plan(given(rows, what.outcome, at)).changes;
  const table = what.kind === "throw list" ? rows.checklists : rows.items;
  const id = [...table.keys()].sort()[what.which! % table.size]!;
  if (what.kind === "throw list") return [{ collection: "checklists", id, set: { trashed_at: at } }];
  const set = {
    done: { done_at: at },
    skip: { skipped_at: at },
    rest: { snoozed_until: "2027-01-01T08:30:00Z" },
    reopen: { done_at: null, skipped_at: null },
    throw: { trashed_at: at },
  }[what.kind];
  return [{ collection: "items", id, set: set! }];
}

test("two devices that answer differently offline end in one plan, whatever else was done, and it is at rest", () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 2, maxLength: 10 }), (deeds) => {
      const logs: Record<string, Op[]> = { a: [], b: [] };
      for (const [index, { device, what }] of deeds.entries()) {
        const at = `2026-11-${String(10 + index).padStart(2, "0")}T10:00:00.${device === "a" ? "111" : "222"}Z`;
        logs[device]!.push([changesOf(replay(logs[device]!), what, at), `${at}${device}`]);
      }
      const all = [...logs["a"]!, ...logs["b"]!];
      const merged = replay(all);
      assert.deepEqual(replay([...all].reverse()), merged);

      // Both put the plan in order without knowing of each other.
      const outcome = (merged.interviews.get(interviewId)!["outcome"] ?? "waiting") as Outcome;
      const [byA, byB] = ["2026-12-01T10:00:00.111Z", "2026-12-01T11:00:00.222Z"].map(
        (now) => plan(given(merged, outcome, now)).changes,
      );
      if (outcome !== "waiting") assert.deepEqual(byA, byB);
      const settled = replay([...all, [byA!, "3a"], [byB!, "3b"]]);
      assert.deepEqual(plan(given(settled, outcome, "2026-12-02T10:00:00Z")).changes, []);

      const fitting = beginnings(outcome, { internal: false }).map(({ playbook }) => playbook);
      for (const playbook of plannedPlaybooks) {
        const lists = liveLists(settled).filter((list) => list["playbook"] === playbook);
        assert.ok(lists.length <= 1);
        const mayBeThrownAway = deeds.some(({ what }) => what.kind === "throw list");
        if (fitting.includes(playbook) && !mayBeThrownAway) assert.equal(lists.length, 1, playbook);
        if (fitting.includes(playbook) || lists.length === 0) continue;
        const open = Object.keys(openLines(settled)).filter((line) => line.startsWith(`${playbook}/`));
        const byHand = [...settled.items.values()].filter(
          (item) =>
            item["checklist"] === lists[0]!["id"] &&
            item["snoozed_until"] === settled.interviews.get(interviewId)!["outcome_at"],
        );
        assert.ok(open.length <= byHand.length, open.join());
      }
    }),
    { numRuns: 300 },
  );
});

test("a No on the phone and an Offer on the laptop end as the later of the two", () => {
  const start = logged(false);
  const no = plan(given(start, "no", noon)).changes;
  const offer = plan(given(start, "offer", later)).changes;
  const merged = replay([
    [no, "1a"],
    [offer, "2b"],
  ]);
  const settled = write(merged, plan(given(merged, "offer", "2026-11-19T09:00:00Z")).changes);
  assert.deepEqual(openLines(settled), openLines(answer(start, "offer", later).rows));
  assert.deepEqual(playbooksOf(settled).sort(), ["debrief", "decide", "network", "thank"]);
});

test("a list one device put away and the other still needs is there after the sync", () => {
  const shared = answer(logged(false), "no", noon).rows;
  const onPhone = plan(given(shared, "offer", "2026-11-17T08:00:00.111Z")).changes;
  const onLaptop = plan(given(shared, "silence", later)).changes;
  const merged = write(write(shared, onPhone), onLaptop);
  assert.ok(merged.checklists.get(listId(interviewId, "plan-b"))!["trashed_at"]);
  const settled = answer(merged, "silence", "2026-11-19T09:00:00Z");
  assert.equal(settled.rows.checklists.get(listId(interviewId, "plan-b"))!["trashed_at"], null);
  assert.deepEqual(openLines(settled.rows), openLines(answer(logged(false), "silence", later).rows));
});

test("a list begun on a device that does not know it was put away elsewhere is not lost", () => {
  const phone = answer(answer(logged(false), "no", noon).rows, "offer", "2026-11-17T08:00:00.111Z").rows;
  const merged = write(phone, plan(given(logged(false), "no", later)).changes);
  assert.equal(merged.checklists.get(listId(interviewId, "feedback"))!["trashed_at"], null);
});

// Ids.

test("SHA-1 is the one everybody else has", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.equal(Buffer.from(sha1(bytes)).toString("hex"), createHash("sha1").update(bytes).digest("hex"));
    }),
  );
});

test("named ids are those of RFC 9562, appendix A.4", () => {
  assert.equal(
    namedId("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});

test("no two things a plan starts share an id, and all of them are foretold", () => {
  const { checklists, items } = plannedIds({ id: interviewId, internal: false });
  assert.equal(new Set([...checklists, ...items]).size, checklists.length + items.length);
  for (const outcome of answers) {
    for (const { collection, id } of plan(given(logged(false), outcome, noon)).changes) {
      if (!id.startsWith("list-") && id !== interviewId)
        assert.ok((collection === "items" ? items : checklists).includes(id));
    }
  }
  assert.notEqual(listId(interviewId, "feedback"), listId("018c0000-0000-7000-8000-000000000002", "feedback"));
});

test("every list an answer begins is a built-in one that a plan can find again", () => {
  for (const outcome of outcomes) {
    for (const internal of [true, false]) {
      const begun = beginnings(outcome, { internal });
      assert.ok(begun.length <= 3);
      for (const { playbook } of begun) {
        assert.ok((plannedPlaybooks as readonly string[]).includes(playbook));
        assert.ok(templateOf(playbook, { internal }).lines.length > 0);
      }
    }
  }
});

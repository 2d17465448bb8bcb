import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, mock, test } from "node:test";

process.env["TZ"] = "Europe/Berlin";

import {
  beginFeedback,
  chooseWitness,
  closeFeedback,
  closingChanges,
  followUpChanges,
  keepAnswer,
  keepAsWin,
  makeTask,
  recordAsked,
  recordFollowUp,
  reopenFeedback,
  resort,
  trashFeedback,
} from "../../client/actions/feedback.ts";
import { logInterview } from "../../client/actions/interviews.ts";
import { addStep, makeOwn, putOriginalBack } from "../../client/actions/own-playbooks.ts";
import { startPlaybook } from "../../client/actions/playbooks.ts";
import { dismissSnack, snack } from "../../client/actions/undo.ts";
import { currentRequest, keptId, patienceEnds, requestId, stageOf } from "../../client/model/feedback/request.ts";
import { schema, type CollectionName } from "../../client/model/schema.ts";
import { store } from "../../client/store/current.ts";
import type { Entry } from "../../client/store/store.ts";
import { loadFeedback } from "../../client/views/feedback/load.ts";
import { feedbackWords } from "../../client/views/feedback/row-words.ts";

const zone = "Europe/Berlin";
/** Monday, noon in Berlin. */
const monday = "2026-11-23T11:00:00Z";
const answer = `Dear Nadia,

You had the strongest technical case of the four we met. It was a really tough decision and a very strong field.
In the end we felt another candidate was a better fit.

Kind regards,
Tomas`;

before(() => mock.timers.enable({ apis: ["Date"], now: Date.parse(monday) }));
after(() => {
  mock.timers.reset();
  store.value.close();
});

let interview = "";

beforeEach(async () => {
  mock.timers.setTime(Date.parse(monday));
  dismissSnack();
  for (const collection of Object.keys(schema) as CollectionName[]) {
    const rows = await store.value.all(collection);
    await store.value.write(rows.map(({ id }) => ({ collection, id, set: { trashed_at: monday } })));
  }
  interview = await logInterview({
    company: "Norrholm Power",
    role: "Team lead, Network Planning",
    held_at: "2026-11-19T14:42:00Z",
    internal: false,
    people: [{ name: "Tomas Reiter" }],
  });
  await store.value.write([
    { collection: "interviews", id: interview, set: { outcome: "no", outcome_at: "2026-11-20T10:00:00Z" } },
  ]);
});

async function request(): Promise<Entry<"feedback">> {
  const row = currentRequest(await store.value.by("feedback", "interview", interview));
  assert.ok(row, "expected a request");
  return row;
}

async function line(list: string, step: string): Promise<Entry<"items">> {
  const found = (await store.value.by("items", "checklist", list)).find((item) => item.step === step);
  assert.ok(found, `expected a line ${step}`);
  return found;
}

const askForFeedback = (): Promise<string> => startPlaybook("feedback", { kind: "interview", id: interview });

async function answered(text: string = answer): Promise<Entry<"feedback">> {
  await beginFeedback(interview);
  await store.value.write([{ collection: "feedback", id: (await request()).id, set: { answer: text } }]);
  await keepAnswer(interview);
  return request();
}

async function undo(): Promise<void> {
  assert.ok(snack.value?.undo, "expected an Undo");
  await snack.value.undo();
}

const view = () => loadFeedback(store.value, interview);
const rowWords = async () => (await feedbackWords(store.value, interview, Date.now(), zone)).replaceAll("\u00a0", " ");

describe("the request", () => {
  test("has one id on every device", async () => {
    await beginFeedback(interview);
    assert.equal((await request()).id, requestId(interview));
  });

  test("is another one when the first lies in the trash", async () => {
    await recordAsked(interview, monday);
    await trashFeedback(requestId(interview));
    await recordAsked(interview, monday);
    assert.notEqual((await request()).id, requestId(interview));
  });

  test("is one, also where a letter of another device made its own", async () => {
    await recordAsked(interview, monday);
    const set = { interview, asked_at: monday, answer: "You led the depot work.", answered_at: monday };
    const other = "00000000-0000-7000-8000-000000000001";
    await store.value.write([{ collection: "feedback", id: other, set }]);
    assert.equal((await request()).id, other);
  });

  test("goes to somebody who was there, or joins them", async () => {
    mock.timers.setTime(Date.parse(monday) + 1_000);
    await chooseWitness(interview, { name: "Ruth Abelson" });
    const met = (await view())!.met.map(({ name }) => name);
    assert.deepEqual(met, ["Tomas Reiter", "Ruth Abelson"]);
    assert.equal((await view())!.person?.name, "Ruth Abelson");
    await chooseWitness(interview, { name: "tomas reiter " });
    assert.equal((await view())!.met.length, 2);
    assert.equal((await view())!.person?.name, "Tomas Reiter");
  });

  test("that was made by hand settles its lines, and undo opens them again", async () => {
    const list = await askForFeedback();
    await recordAsked(interview, monday);
    assert.ok((await line(list, "ask")).done_at);
    assert.ok((await line(list, "choose-person")).done_at);
    await undo();
    assert.equal((await line(list, "ask")).done_at, null);
    assert.equal((await view())!.request, null);
  });
});

describe("waiting", () => {
  test("lasts seven business days, whatever the weekends", async () => {
    await recordAsked(interview, monday);
    assert.equal(patienceEnds(monday, zone), "2026-12-02");
    const row = await request();
    assert.equal(stageOf(row, Date.parse("2026-12-01T22:00:00Z"), zone), "waiting");
    assert.equal(stageOf(row, Date.parse("2026-12-01T23:30:00Z"), zone), "late");
  });

  test("ends by closing it, and can be taken up again", async () => {
    const list = await askForFeedback();
    await recordAsked(interview, monday);
    await closeFeedback(interview);
    assert.equal(stageOf(await request(), Date.now(), zone), "let-go");
    assert.ok((await line(list, "close")).done_at);
    await reopenFeedback(await request());
    assert.equal(stageOf(await request(), Date.now(), zone), "waiting");
  });

  test("ends with the closing lines, too", async () => {
    await recordAsked(interview, monday);
    await store.value.write(await closingChanges(interview, monday));
    assert.equal((await request()).closed_at, monday);
  });
});

describe("an answer", () => {
  test("dates the lines that wait for a reply, and spares the one that waits for silence", async () => {
    const list = await askForFeedback();
    assert.equal((await line(list, "sort")).due_at, null);
    await answered();
    assert.equal((await line(list, "sort")).due_at, monday);
    assert.ok((await line(list, "task")).due_at);
    assert.ok((await line(list, "close")).skipped_at);
    await undo();
    assert.equal((await line(list, "sort")).due_at, null);
    assert.equal((await line(list, "close")).skipped_at, null);
    assert.equal((await request()).answer, answer, "the words are never undone");
  });

  test("of nothing but space is none", async () => {
    await beginFeedback(interview);
    await store.value.write([{ collection: "feedback", id: requestId(interview), set: { answer: " \n " } }]);
    assert.equal(await keepAnswer(interview), false);
    assert.equal((await request()).answered_at, null);
  });

  test("that was emptied is none any more", async () => {
    const { id } = await answered();
    await store.value.write([{ collection: "feedback", id, set: { answer: "" } }]);
    assert.equal(await keepAnswer(interview), false);
    assert.equal((await request()).answered_at, null);
  });

  test("that comes after all opens what was closed", async () => {
    await recordAsked(interview, monday);
    await closeFeedback(interview);
    assert.equal((await answered()).closed_at, null);
  });

  test("keeps its date when it is changed later", async () => {
    const { answered_at, id } = await answered();
    mock.timers.setTime(Date.parse("2026-11-25T09:00:00Z"));
    await store.value.write([{ collection: "feedback", id, set: { answer: `${answer}\nPS: Good luck.` } }]);
    await keepAnswer(interview);
    assert.equal((await request()).answered_at, answered_at);
  });

  for (const [what, text, count] of [
    ["of quoted lines only", "> You wrote to us.\n> Kind regards", 0],
    ["from right to left", "كان عرضك أفضل عرض تقني. شكرا لك.", 2],
    ["of emoji", "🙏🙏🙏", 0],
    ["with halves of surrogate pairs", "You led \ud83d the depot work. It was \udc4d good.", 2],
  ] as const) {
    test(`${what} is kept and read without a complaint`, async () => {
      await answered(text);
      assert.equal((await view())!.sentences.length, count);
    });
  }

  test("of 200,000 characters is sorted to its end, and one tap sorts all sentences of the same words", async () => {
    const long = "We felt another candidate was a better fit for the team. ".repeat(3_508).slice(0, 200_000);
    const row = await answered(long);
    const first = await view();
    await resort(row, first!.sentences[0]!.text, "fact");
    const again = await view();
    assert.equal(again!.sentences.length, first!.sentences.length);
    assert.ok(again!.sentences.every(({ kind }) => kind === "fact"));
  });
});

describe("a sentence", () => {
  test("sorted by hand stays so, and undo sorts it back", async () => {
    const list = await askForFeedback();
    const row = await answered();
    const [, second] = (await view())!.sentences;
    assert.equal(second!.kind, "empty");
    await resort(row, second!.text, "fact");
    assert.equal((await view())!.sentences[1]!.kind, "fact");
    assert.ok((await line(list, "sort")).done_at, "whoever sorts by hand has sorted");
    await undo();
    assert.equal((await view())!.sentences[1]!.kind, "empty");
    assert.equal((await line(list, "sort")).done_at, null);
  });

  test("becomes a win once, in their words", async () => {
    const row = await answered();
    const fact = (await view())!.sentences[0]!.text;
    await keepAsWin(row, fact, "Tomas Reiter");
    await keepAsWin(row, fact, "Tomas Reiter");
    const [win, ...others] = await store.value.all("wins");
    assert.equal(others.length, 0);
    assert.equal(win!.title, "You had the strongest technical case of the four we met");
    assert.equal(win!.quote, fact);
    assert.equal(win!.praised_by, "Tomas Reiter");
    assert.equal((await view())!.kept.get(fact)?.win, keptId(row.id, "win", fact));
  });

  test("becomes a win again after an undo", async () => {
    const row = await answered();
    const fact = (await view())!.sentences[0]!.text;
    await keepAsWin(row, fact, null);
    await undo();
    assert.equal((await view())!.kept.get(fact)?.win, null);
    await keepAsWin(row, fact, null);
    assert.equal((await store.value.all("wins")).length, 1);
  });

  test("becomes a line of a list, with its reason", async () => {
    const list = await askForFeedback();
    const row = await answered();
    const sentence = (await view())!.sentences[0]!.text;
    const task = { sentence, list, text: "Put it into my CV", why: "Tomas said so" };
    assert.equal(await makeTask(row, { ...task, text: "  " }), false);
    assert.equal(await makeTask(row, task), true);
    const made = (await store.value.by("items", "checklist", list)).find(({ text }) => text === "Put it into my CV");
    assert.equal(made?.why, "Tomas said so");
    assert.ok((await line(list, "task")).done_at);
    assert.equal((await view())!.kept.get(sentence)?.task, list);
    await undo();
    assert.equal((await view())!.kept.get(sentence)?.task, null);
  });

  test("begins a list where there is none", async () => {
    const row = await answered();
    const sentence = (await view())!.sentences[0]!.text;
    await makeTask(row, { sentence, list: null, text: "Put it into my CV", why: "" });
    assert.ok((await view())!.lists.some(({ title }) => title === "From their answer"));
  });
});

describe("one question back", () => {
  test("is noted once, and settles its line", async () => {
    const list = await askForFeedback();
    await recordFollowUp(await answered());
    assert.ok((await request()).follow_up_at);
    assert.ok((await line(list, "choice")).done_at);
  });

  test("is noted by the letter, too", async () => {
    await answered();
    await store.value.write(await followUpChanges(interview, monday));
    assert.equal((await request()).follow_up_at, monday);
    assert.deepEqual(await followUpChanges(null, monday), []);
  });

  test("has no point once it is closed", async () => {
    const list = await askForFeedback();
    await answered();
    await closeFeedback(interview);
    assert.ok((await line(list, "choice")).skipped_at);
  });
});

test("the interview's row says how far it has come", async () => {
  assert.equal(await rowWords(), "not asked yet");
  await recordAsked(interview, monday);
  assert.equal(await rowWords(), "asked on Mon 23 Nov");
  await closeFeedback(interview);
  assert.equal(await rowWords(), "closed");
  await answered();
  assert.equal(await rowWords(), "one fact");
});

describe("lines of the person's own version", () => {
  test("settle as the built-in ones do, also when that version lies in the trash by now", async () => {
    const own = await makeOwn("feedback");
    const list = await startPlaybook(own, { kind: "interview", id: interview });
    assert.equal((await store.value.get("checklists", list))?.playbook, own);
    await recordAsked(interview, monday);
    assert.ok((await line(list, "ask")).done_at);
    await putOriginalBack(own);
    await answered();
    assert.ok((await line(list, "close")).skipped_at);
    await resort(await request(), "In the end we felt another candidate was a better fit.", "fact");
    assert.ok((await line(list, "sort")).done_at);
  });

  test("a step that was added is known by what it asks for, and other lists are left alone", async () => {
    const own = await makeOwn("feedback");
    const step = (await addStep(own, "Ask them back in one line"))!;
    await store.value.write([
      { collection: "playbook_steps", id: step, set: { tool: "composer", tool_ref: "choice-question" } },
    ]);
    const list = await startPlaybook(own, { kind: "interview", id: interview });
    const evidence = await startPlaybook("evidence", { kind: "interview", id: interview });
    await answered();
    await recordFollowUp(await request());
    assert.ok((await line(list, step)).done_at);
    const untouched = await store.value.by("items", "checklist", evidence);
    assert.ok(untouched.some(({ tool }) => tool === "feedback"));
    assert.ok(untouched.every(({ done_at, skipped_at }) => done_at === null && skipped_at === null));
  });
});

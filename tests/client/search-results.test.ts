// What stands in a result's row, and the page it opens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsOf, searchedCollections } from "../../client/model/search/records.ts";
import { SearchIndex } from "../../client/model/search/search-index.ts";
import type { Piece } from "../../client/model/search/marks.ts";
import { loadResults } from "../../client/views/search/load.ts";
import { storeOf } from "./memory-store.ts";

const id = (digit: string): string => `${digit.repeat(8)}-0000-7000-8000-000000000000`;

const store = storeOf({
  interviews: [{ id: id("1"), company: "Ostara Rail", role: "Planning manager", notes: "The depot came up." }],
  people: [{ id: id("2"), name: "Ruth Abelson", role: "Director of depots", organisation: "Ostara Rail" }],
  checklists: [{ id: id("3"), title: "Thank and follow up", subject_kind: "interview", subject_id: id("1") }],
  items: [{ id: id("4"), checklist: id("3"), text: "Ask about the depot", done_at: "2026-11-20T09:00:00Z" }],
  wins: [{ id: id("5"), title: "The depot sheet", happened_on: "2026-09-26" }],
  plans: [{ id: id("6"), title: "Lead a depot", kind: "inside" }],
  decisions: [{ id: id("7"), question: "Depot or office", scores: { depot: { pay: 5 } } }],
  messages: [{ id: id("8"), subject: "Thank you", body: "Dear Ruth, thank you for the talk about the depot.", about_kind: "interview", about_id: id("1"), sent_at: "2026-11-20T09:00:00Z", channel: "mail" }],
  feedback: [{ id: id("9"), interview: id("1"), answer: "Your depot example had no numbers.", answered_at: "2026-11-20T09:00:00Z" }],
  touches: [{ id: id("a"), person: id("2"), what: "Coffee at the depot", at: "2026-10-19T09:00:00Z" }],
  rounds: [{ id: id("b"), interview: id("1"), kind: "panel", notes: "Two from the depot." }],
  attendances: [{ id: id("c"), interview: id("1"), person: id("2"), detail: "Cares about depot handovers" }],
  playbooks: [{ id: id("d"), title: "Depot visit" }],
  playbook_steps: [{ id: id("e"), playbook: id("d"), text: "Name the depot" }],
});

const shown = (pieces: readonly Piece[] | null): string =>
  (pieces ?? []).map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

/** "address: title | where | excerpt", as read. */
async function results(query: string): Promise<string[]> {
  const index = new SearchIndex();
  for (const collection of searchedCollections) {
    for (const row of await store.all(collection)) for (const record of recordsOf(collection, row)) index.put(record);
  }
  const groups = await loadResults(store, index.find(query, () => 50), query, Date.parse("2026-11-23T09:30:00Z"));
  return groups.flatMap((group) =>
    group.results.map(({ href, title, where, excerpt }) =>
      `${href}: ${[title, where, excerpt].map(shown).filter(Boolean).join(" | ")}`.replaceAll("\u00a0", " "),
    ),
  );
}

test("each kind of thing is named, placed and opened", async () => {
  const found = await results("depot");
  const expected = [
    `/interviews/${id("1")}#notes: Planning manager, Ostara Rail | The [depot] came up.`,
    `/interviews/${id("1")}: Planning manager, Ostara Rail | Panel | Two from the [depot].`,
    `/interviews/${id("1")}: Ruth Abelson | Planning manager, Ostara Rail | Cares about [depot] handovers`,
    `/people/${id("2")}: Ruth Abelson | Director of [depot]s, Ostara Rail`,
    `/people/${id("2")}: Ruth Abelson | Mon 19 Oct | Coffee at the [depot]`,
    `/checklists/${id("3")}#line-${id("4")}: Ask about the [depot] | Done, Thank and follow up, Ostara Rail`,
    `/wins/${id("5")}: The [depot] sheet | Sat 26 Sep`,
    `/plan-b/${id("6")}: Lead a [depot] | Inside`,
    `/decisions/${id("7")}: [Depot] or office`,
    `/compose/${id("8")}: Thank you | Sent from your mail, Fri 20 Nov | … you for the talk about the [depot].`,
    `/interviews/${id("1")}/feedback: Planning manager, Ostara Rail | Your [depot] example had no numbers.`,
    `/playbooks/${id("d")}: [Depot] visit`,
    `/playbooks/${id("d")}: Name the [depot] | [Depot] visit`,
  ];
  assert.deepEqual(found.toSorted(), expected.toSorted());
});

test("what a thing belongs to is marked as well", async () => {
  assert.deepEqual(await results("ask ostara"), [
    `/checklists/${id("3")}#line-${id("4")}: [Ask] about the depot | Done, Thank and follow up, [Ostara] Rail`,
  ]);
});

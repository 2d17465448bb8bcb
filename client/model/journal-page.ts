// Everything a device holds, as one page that any browser opens for good: no Rebound, no network, no script. Entries stand
// under what they belong to, dates are words, and what one entry says of another is that other's name. Pure.

import { msOf, type TimeZone } from "./days.ts";
import { scoresOf, type Option, type Round, type Scores } from "./decision.ts";
import { criteriaOf, optionsOf, type PartRow } from "./decision-parts.ts";
import type { Journal, KeptRow } from "./journal-file.ts";
import { unsentRows } from "./journal-file.ts";
import { fieldWords, isForMachines, parents, sections, titleOf, valueWords } from "./journal-words.ts";
import { schema, type CollectionName, type DecisionScores, type Structured } from "./schema.ts";
import { counted, longDateWords, timeWords } from "./words.ts";

export interface PageOptions {
  readonly zone: TimeZone;
  readonly now: number;
}

/** As an HTML document. All that a person wrote is escaped; nothing in it can become markup. */
export function journalPage(journal: Journal, { zone, now }: PageOptions): string {
  const page = new Page(journal.rows, zone);
  const when = new Date(now).toISOString();
  const unsent = unsentRows(journal.rows);
  const parts = [
    `<h1>Everything you keep in Rebound</h1>`,
    `<p>Written on ${escape(longDateWords(when, zone))} at ${escape(timeWords(when, zone))}${ownerWords(journal)}. This file needs nothing else to be read.</p>`,
    unsent > 0 ? `<p><strong>${counted(unsent, "entry is", "entries are")} on this device only</strong>, and marked so below.</p>` : "",
    ...sections.map(({ collection, title }) => page.section(collection, title)),
    page.trash(),
    looseTexts(journal),
  ];
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Rebound, ${escape(longDateWords(when, zone))}</title>`,
    `<style>${look}</style></head><body>`,
    ...parts.filter(Boolean),
    "</body></html>",
    "",
  ].join("\n");
}

const look =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#16292b;background:#fdfbf6}" +
  "h1,h2,h3{font-family:Georgia,serif;line-height:1.25}h2{margin-top:3rem;border-bottom:1px solid}h3{margin:2rem 0 .25rem}" +
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.25rem 0}dt{color:#4a5f61}dd{margin:0;white-space:pre-wrap}" +
  "ul{padding-left:1.25rem}li{margin:.5rem 0}.only{color:#6b5200;font-weight:600}@media(max-width:30rem){dl{display:block}dd{margin-bottom:.5rem}}";

class Page {
  readonly #byId: ReadonlyMap<string, KeptRow>;
  readonly #children = new Map<string, KeptRow[]>();
  readonly #rows: readonly KeptRow[];
  readonly #zone: TimeZone;

  constructor(rows: readonly KeptRow[], zone: TimeZone) {
    this.#rows = rows;
    this.#zone = zone;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) {
      const parent = this.#parentOf(row);
      if (parent) this.#children.set(parent.id, [...(this.#children.get(parent.id) ?? []), row]);
    }
  }

  section(collection: CollectionName, title: string): string {
    const rows = this.#rows.filter((row) => row.collection === collection && !isTrashed(row) && !areCells(row) && !this.#parentOf(row));
    if (rows.length === 0) return "";
    return `<section><h2>${title}</h2>\n${rows.sort(oldestFirst).map((row) => this.#entry(row)).join("\n")}</section>`;
  }

  trash(): string {
    const rows = this.#rows.filter((row) => isTrashed(row) && hasWords(row) && !areCells(row));
    if (rows.length === 0) return "";
    return `<section><h2>In the trash</h2>\n${rows.map((row) => this.#entry(row)).join("\n")}</section>`;
  }

  #entry(row: KeptRow): string {
    return `<article><h3>${escape(this.#titleOf(row))}</h3>${this.#inside(row)}</article>`;
  }

  #inside(row: KeptRow): string {
    const children = (this.#children.get(row.id) ?? []).filter((child) => !isTrashed(child) && hasWords(child)).sort(oldestFirst);
    const cells = children.filter(areCells);
    const lines = children.filter((child) => !areCells(child)).map((child) => `<li><strong>${escape(this.#titleOf(child))}</strong>${this.#inside(child)}</li>`);
    return `${onlyHere([row, ...cells])}${this.#facts(row, cells)}${lines.length > 0 ? `<ul>${lines.join("\n")}</ul>` : ""}`;
  }

  #facts(row: KeptRow, cells: readonly KeptRow[]): string {
    const words = Object.entries(row.fields).map(([field, value]) => [field, this.#wordsOf(row, field, value)] as const);
    const worksheet = row.collection === "decisions" ? worksheetWords(row, cells) : [];
    const facts = [...words, ...worksheet].flatMap(([field, said]) =>
      said ? [`<dt>${escape(fieldWords(field))}</dt><dd>${escape(said)}</dd>`] : [],
    );
    return facts.length > 0 ? `<dl>${facts.join("")}</dl>` : "";
  }

  #wordsOf(row: KeptRow, field: string, value: unknown): string {
    if (value === null || isForMachines(field)) return "";
    if (field === parents[row.collection]) return "";
    if (row.collection === "decisions" && saidTogether.has(field)) return "";
    const type = typeOf(row.collection, field);
    if (type === "moment") return this.#when(String(value));
    if (type === "day") return longDateWords(String(value), this.#zone);
    return valueWords(value, (id) => this.#nameOf(id));
  }

  #when(moment: string): string {
    return Number.isNaN(msOf(moment)) ? moment : `${longDateWords(moment, this.#zone)}, ${timeWords(moment, this.#zone)}`;
  }

  #nameOf(id: string): string | null {
    const row = this.#byId.get(id);
    return row ? this.#titleOf(row) : null;
  }

  /** Who was there is called by their name, not by a kind. */
  #titleOf(row: KeptRow): string {
    const person = row.collection === "attendances" ? this.#byId.get(String(row.fields["person"])) : undefined;
    return titleOf(person ?? row);
  }

  #parentOf({ collection, fields }: KeptRow): KeptRow | undefined {
    const field = parents[collection];
    return field ? this.#byId.get(String(fields[field])) : undefined;
  }
}

/** They are said with their worksheet, which knows whether they may be seen. */
function areCells({ collection }: KeptRow): boolean {
  return collection === "decision_scores" || collection === "decision_parts";
}

/** Of a worksheet: what its own rows say more of. */
const saidTogether: ReadonlySet<string> = new Set(["options", "criteria", "scores", "blind_scores"]);

type Fact = readonly [field: string, words: string];

function worksheetWords(row: KeptRow, cells: readonly KeptRow[]): readonly Fact[] {
  const parts = cells.filter(({ collection }) => collection === "decision_parts").map(({ fields }) => fields as unknown as PartRow);
  const scores = cells.filter(({ collection }) => collection === "decision_scores").map(({ fields }) => fields as unknown as DecisionScores);
  const begunWith = { options: keptIn(row, "options"), criteria: keptIn(row, "criteria") };
  const [options, criteria] = [optionsOf(begunWith, parts), criteriaOf(begunWith, parts)];
  const scoring = (round: Round, field: string) => scoringWords(scoresOf(round, keptIn(row, field), scores), names(options), names(criteria));
  const isOwn = parts.length > 0 || begunWith.options !== null || begunWith.criteria !== null;
  return [
    ["options", isOwn ? options.map(({ name }) => name).join("; ") : ""],
    ["criteria", isOwn ? criteria.map(({ name, weight }) => `${name}, weight ${weight}`).join("; ") : ""],
    ["scores", isScoredBlindNext(row) ? putAway : scoring("first", "scores")],
    ["blind_scores", scoring("second", "blind_scores")],
  ];
}

function keptIn({ fields }: KeptRow, field: string): Structured | null {
  return (fields[field] ?? null) as Structured | null;
}

type Names = ReadonlyMap<string, string>;

const names = (parts: readonly Option[]): Names => new Map(parts.map(({ id, name }) => [id, name]));

/** "Stay: Pay 4, Time 2; Move: Pay 3" */
function scoringWords(scores: Scores, options: Names, criteria: Names): string {
  const columns = Object.entries(scores).map(([option, column]) => {
    const said = Object.entries(column).map(([criterion, score]) => `${criteria.get(criterion) ?? "taken off"} ${score}`);
    return said.length > 0 ? `${options.get(option) ?? "Taken off"}: ${said.join(", ")}` : "";
  });
  return columns.filter(Boolean).join("; ");
}

/** Scored once, and to be scored again without looking: this file is for reading, so it does not tell. */
function isScoredBlindNext({ fields }: KeptRow): boolean {
  return Boolean(fields["scored_at"]) && !fields["blind_scored_at"] && !fields["chosen"];
}

const putAway = "Put away until you have scored a second time. The file for other programs has them.";

function onlyHere(rows: readonly KeptRow[]): string {
  return rows.some(({ unsent }) => unsent.length > 0) ? '<p class="only">On this device only</p>' : "";
}

function looseTexts({ loose }: Journal): string {
  if (loose.length === 0) return "";
  const texts = loose.map(({ value }) => `<dl><dt>Words</dt><dd>${escape(value)}</dd></dl>`);
  return `<section><h2>Being typed</h2>${texts.join("\n")}</section>`;
}

function ownerWords({ account }: Journal): string {
  return account?.name ? `, of ${escape(account.name)}` : "";
}

function isTrashed({ fields }: KeptRow): boolean {
  return (fields["trashed_at"] ?? null) !== null;
}

/** An erased row is a tombstone without any. */
function hasWords({ fields }: KeptRow): boolean {
  return Object.entries(fields).some(([field, value]) => field !== "trashed_at" && value !== null && !isForMachines(field));
}

/** Ids carry the time at which they were made, or follow from what they are for; dates of the person's own come first. */
function oldestFirst(one: KeptRow, other: KeptRow): number {
  const [a, b] = [orderOf(one), orderOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOf({ id, fields }: KeptRow): string {
  const own = fields["position"] ?? fields["held_at"] ?? fields["happened_on"] ?? fields["at"] ?? fields["sent_at"] ?? "";
  return `${String(own)} ${id}`;
}

function typeOf(collection: string, field: string): string | undefined {
  return (schema as Record<string, Record<string, { type: string }> | undefined>)[collection]?.[field]?.type;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

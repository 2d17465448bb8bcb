// Everything a device holds, as a file for other programs. The same shape as the server's (docs/export.md), with what the
// server is not known to have named in each row. Pure.

import type { CollectionName } from "./schema.ts";

export interface KeptRow {
  /** Also one that only a newer release knows. */
  readonly collection: CollectionName | (string & {});
  readonly id: string;
  /** Written fields only. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names of the fields the server is not known to have. */
  readonly unsent: readonly string[];
}

/** Words of a text whose row is not here yet; they would otherwise be nowhere. */
export interface LooseText {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
  readonly value: string;
}

export interface Journal {
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly rows: readonly KeptRow[];
  readonly loose: readonly LooseText[];
}

/** A row a line, so that the file can be searched and compared line by line. */
export function journalFile({ account, rows, loose }: Journal, exportedAt: string): string {
  const head = { format: "rebound-export", version: 1, exported_at: exportedAt, account };
  const names = [...new Set(rows.map(({ collection }) => collection))];
  const lists = names.map((name) => list(name, rows.filter(({ collection }) => collection === name).map(lineOf), "  "));
  return [
    `${JSON.stringify(head).slice(0, -1)},`,
    `${list("being_typed", loose, "")},`,
    `"journal": {\n${lists.join(",\n")}\n}}`,
    "",
  ].join("\n");
}

function list(name: string, lines: readonly unknown[], indent: string): string {
  const inside = lines.map((line) => `\n${indent}  ${JSON.stringify(line)}`).join(",");
  return `${indent}${JSON.stringify(name)}: [${inside}\n${indent}]`;
}

function lineOf({ id, fields, unsent }: KeptRow): object {
  const written = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { id, ...written, ...(unsent.length > 0 && { unsent }) };
}

/** How many entries are nowhere but here. */
export function unsentRows(rows: readonly KeptRow[]): number {
  return rows.filter(({ unsent }) => unsent.length > 0).length;
}

/** `rebound-2026-11-23.html` */
export function fileName(day: string, ending: "html" | "json" | "txt", what = "rebound"): string {
  return `${what}-${day}.${ending}`;
}

// What a person typed or pasted, made fit for a field, so that nothing they keep is refused by the server later.

import { schema, type CollectionName, type FieldsOf } from "./schema.ts";

/**
 * One line: control characters become spaces, ends are trimmed, halves of surrogate pairs are mended. Null when nothing
 * is left. The field's limit cuts last; inputs carry it as `maxlength`, so nobody meets it while typing.
 */
export function oneLine(text: string, max: number): string | null {
  // Exactly the characters the server refuses in a short text.
  const line = text.toWellFormed().replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  return line === "" ? null : cut(line, max).trimEnd();
}

/** The same for every short text among a row's values; the other values stay as they are. */
export function fitted<C extends CollectionName>(collection: C, set: Partial<FieldsOf[C]>): Partial<FieldsOf[C]> {
  const fit: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(set)) {
    const spec = schema[collection][field as keyof FieldsOf[C]];
    fit[field] = spec.type === "short" && typeof value === "string" ? oneLine(value, spec.max ?? Infinity) : value;
  }
  return fit as Partial<FieldsOf[C]>;
}

/** A new row's values: cleaned, and without what is empty, which need not travel. */
export function filledIn<C extends CollectionName>(collection: C, set: Partial<FieldsOf[C]>): Partial<FieldsOf[C]> {
  const filled = Object.entries(fitted(collection, set)).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(filled) as Partial<FieldsOf[C]>;
}

/** What an edit really changes, cleaned. Writing what is there already would only overrule another device. */
export function changed<C extends CollectionName>(
  collection: C,
  row: Readonly<FieldsOf[C]>,
  set: Partial<FieldsOf[C]>,
): Partial<FieldsOf[C]> {
  const differing = Object.entries(fitted(collection, set)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(row[field as keyof FieldsOf[C]] ?? null),
  );
  return Object.fromEntries(differing) as Partial<FieldsOf[C]>;
}

/** The limit counts code points, as the server does. */
function cut(line: string, max: number): string {
  if (line.length <= max) return line;
  const characters = Array.from(line);
  return characters.length <= max ? line : characters.slice(0, max).join("");
}

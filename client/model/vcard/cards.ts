// The cards of a file, one after another, as far as they can be read. A card that is broken is said by its line, and the
// rest is kept. Written against RFC 6350 (4.0), RFC 2426 (3.0), the versit specification (2.1), and what phones and mail
// programs really write.

import { logicalLines } from "./lines.ts";
import { propertyOf, type Property } from "./property.ts";

export interface Card {
  /** The line its BEGIN stands on, from 1. */
  readonly line: number;
  readonly properties: readonly Property[];
}

export type FaultKind = "unreadable-line" | "no-end" | "nobody";

/** What could not be read as it should be, and where. */
export interface Fault {
  readonly line: number;
  readonly kind: FaultKind;
}

export type Found =
  | { readonly kind: "card"; readonly card: Card; readonly end: number }
  | { readonly kind: "fault"; readonly fault: Fault; readonly end: number };

/** What a person is made of; the rest of a card is passed over. */
const wanted: ReadonlySet<string> = new Set([
  "FN",
  "N",
  "NICKNAME",
  "ORG",
  "TITLE",
  "ROLE",
  "EMAIL",
  "TEL",
  "URL",
  "NOTE",
  "UID",
  "X-REBOUND-LEVEL",
  "X-REBOUND-RELATION",
  "X-REBOUND-CADENCE",
  "X-REBOUND-HOW-MET",
]);

/** A card with more lines of one kind is no address book's. */
const mostProperties = 200;

interface Open {
  readonly line: number;
  readonly properties: Property[];
}

/** `end` says how far into the text the reading has come. */
export function* cardsIn(text: string): Generator<Found> {
  let open: Open | null = null;
  // An agent's card stands inside its owner's (2.1): it is somebody else, and is passed over.
  let inside = 0;
  let wasAgent = false;
  let end = 0;
  for (const line of logicalLines(text)) {
    end = line.end;
    const property = propertyOf(line.text);
    const isBegin = property?.name === "BEGIN" && isCard(property);
    if (isBegin && open && (inside > 0 || wasAgent)) inside += 1;
    else if (isBegin) {
      if (open) yield* unfinished(open, end);
      open = { line: line.number, properties: [] };
    } else if (property?.name === "END" && isCard(property)) {
      if (inside > 0) inside -= 1;
      else if (open) {
        yield { kind: "card", card: open, end };
        open = null;
      }
    } else if (open && inside === 0) {
      if (!property) yield { kind: "fault", fault: { line: line.number, kind: "unreadable-line" }, end };
      else if (wanted.has(property.name) && open.properties.length < mostProperties) open.properties.push(property);
    }
    wasAgent = property?.name === "AGENT" && property.value.trim() === "";
  }
  if (open) yield* unfinished(open, end);
}

/** Cut off, or its end was forgotten: what was read of it counts. */
function* unfinished(card: Card, end: number): Generator<Found> {
  yield { kind: "fault", fault: { line: card.line, kind: "no-end" }, end };
  yield { kind: "card", card, end };
}

function isCard({ value }: Property): boolean {
  return value.trim().toUpperCase() === "VCARD";
}

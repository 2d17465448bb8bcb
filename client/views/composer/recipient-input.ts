// Who was meant by what was typed, and whom to suggest. Pure.

import { oneLine } from "../../model/clean.ts";
import { readAddress } from "../../model/messages/address.ts";
import type { Addressee } from "../../model/messages/draft.ts";
import { schema } from "../../model/schema.ts";
import type { Letter } from "./letter.ts";
import type { LetterView } from "./load.ts";

type Reading =
  | { readonly problem: string }
  | { readonly known: Addressee | null; readonly name: string | null; readonly email: string | null };

/** "Ruth", "ruth@ostara.example" or "Ruth Abelson <ruth@ostara.example>". */
export function readRecipient(typed: string, people: LetterView["people"]): Reading {
  if (!typed.includes("@")) {
    const name = oneLine(typed, schema.people.name.max ?? 200)!;
    return { known: personNamed(name, people), name, email: null };
  }
  const { address, problem } = readAddress(typed);
  if (address === null) return { problem };
  const same = people.find(({ email }) => email?.toLowerCase() === address.toLowerCase());
  if (same) return { known: addresseeOf(same), name: same.name, email: address };
  const name = oneLine(/^([^<>]*)</.exec(typed)?.[1]?.replace(/^["\s]+|["\s]+$/g, "") ?? "", 200);
  const known = name === null ? null : personNamed(name, people);
  return { known: known && { ...known, email: address }, name, email: address };
}

function personNamed(name: string, people: LetterView["people"]): Addressee | null {
  const same = people.find((person) => person.name?.toLocaleLowerCase() === name.toLocaleLowerCase());
  return same ? addresseeOf(same) : null;
}

/** A few, not the whole address book. */
const most = 6;

/** Whose name begins with what was typed; before a key was pressed, whoever was there, and the others, the likeliest first. */
export function suggestions(view: LetterView, letter: Letter, typed: string): Addressee[] {
  const taken = new Set([...letter.to, ...letter.cc].map(({ id }) => id));
  const start = typed.trim().toLocaleLowerCase();
  const fits = (name: string) => start === "" || ` ${name.toLocaleLowerCase()}`.includes(` ${start}`);
  const byId = new Map(view.people.map((person) => [person.id, person]));
  const likely = view.likely.flatMap((id) => byId.get(id) ?? []);
  const near = [...(view.facts.circle?.interviewers ?? []), ...likely.map(addresseeOf)];
  const found = new Map<string, Addressee>();
  for (const one of near) {
    if (one.id && one.name && !taken.has(one.id) && fits(one.name)) found.set(one.id, found.get(one.id) ?? one);
    if (found.size === most) break;
  }
  return [...found.values()];
}

function addresseeOf({ id, name, email }: LetterView["people"][number]): Addressee {
  return { id, name, email };
}

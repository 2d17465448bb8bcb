import { deviceZone } from "../../model/days.ts";
import type { Contact } from "../../model/people/contacts.ts";
import { Who } from "../components/who.tsx";
import type { Person } from "./load.ts";
import { dueMeta } from "./words.ts";

interface Props {
  readonly person: Person;
  readonly last: Contact | null;
  readonly isHere: boolean;
  readonly nowMs: number;
  readonly onLog: () => void;
}

/** The words lead to the person's page; the button notes a word with them. */
export function DueRow({ person, last, isHere, nowMs, onLog }: Props) {
  const name = person.name ?? "Somebody";
  return (
    <li class={isHere ? "row due is-here" : "row due"}>
      <a class="due__words" href={`/people/${person.id}`} aria-current={isHere ? "true" : undefined}>
        <Who name={name} />
        <span class="row__main">
          <span class="row__title">{name}</span>
          <span class="row__meta">{dueMeta(person, last, nowMs, deviceZone())}</span>
        </span>
      </a>
      <div class="row__end">
        <button type="button" class="btn btn--tool" aria-label={`Log a word with ${name}`} onClick={onLog}>
          Log
        </button>
      </div>
    </li>
  );
}

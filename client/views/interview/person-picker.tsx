import { useRef, useState } from "preact/hooks";
import type { Attendee } from "../../actions/interviews.ts";
import { schema } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { useQuery } from "../../store/query.ts";
import { Icon } from "../components/icon.tsx";
import { Who } from "../components/who.tsx";

interface Props {
  /** The ids that are there already. */
  readonly taken: ReadonlySet<string>;
  readonly onPick: (who: Attendee) => void;
}

/** A name, typed or picked from those one knows. Enter adds; the field keeps the focus for the next name. */
export function PersonPicker({ taken, onPick }: Props) {
  const people = useQuery(["people"], ["people"], (store) => store.all("people")) ?? [];
  const [name, setName] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const typed = name.trim();
  const known = matching(people, typed, taken);

  const pick = (who: Attendee) => {
    setName("");
    input.current?.focus();
    onPick(who);
  };
  const add = (event: Event) => {
    event.preventDefault();
    if (typed === "") return;
    const same = known.find((person) => person.name?.toLocaleLowerCase() === typed.toLocaleLowerCase());
    pick({ id: same?.id, name: typed });
  };
  return (
    <div class="stack--s">
      <form class="quick" onSubmit={add}>
        <input
          ref={input}
          class="input"
          dir="auto"
          aria-label="Name"
          placeholder="A name"
          autocomplete="off"
          enterkeyhint="done"
          autofocus
          maxLength={schema.people.name.max}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="btn btn--tool btn--square" aria-label="Add this person">
          <Icon name="plus" />
        </button>
      </form>
      {known.length > 0 && (
        <ul class="choices" aria-label="People you know">
          {known.map((person) => (
            <li key={person.id}>
              <button type="button" class="choice" onClick={() => pick({ id: person.id, name: person.name ?? "" })}>
                <Who name={person.name ?? ""} small />
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const most = 6;

/** Any word of the name that begins with what was typed; a few suggestions, not the whole address book. */
function matching(people: readonly Entry<"people">[], typed: string, taken: ReadonlySet<string>): Entry<"people">[] {
  const start = typed.toLocaleLowerCase();
  if (start === "") return [];
  const fits = (name: string) =>
    name
      .toLocaleLowerCase()
      .split(/\s+/u)
      .some((word) => word.startsWith(start)) || name.toLocaleLowerCase().startsWith(start);
  return people.filter((person) => person.name !== null && !taken.has(person.id) && fits(person.name)).slice(0, most);
}

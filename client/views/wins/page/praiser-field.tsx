import { useId, useState } from "preact/hooks";
import { editWin } from "../../../actions/wins.ts";
import { schema } from "../../../model/schema.ts";
import { useQuery } from "../../../store/query.ts";
import type { Entry } from "../../../store/store.ts";
import { Icon } from "../../components/icon.tsx";
import { Who } from "../../components/who.tsx";
import { useDraft } from "../../editing/use-draft.ts";

interface Props {
  readonly win: Entry<"wins">;
  readonly praiser: Entry<"people"> | null;
}

const most = 4;

/** A name, typed or picked from People; one that is there by that name is meant. */
export function PraiserField({ win, praiser }: Props) {
  const id = useId();
  const [isTyping, setTyping] = useState(false);
  const people = useQuery(["people"], ["people"], (store) => store.all("people")) ?? [];
  const keep = (name: string, person: Entry<"people"> | undefined = named(people, name)) =>
    void editWin(win.id, { praised_by: name || null, praiser: person?.id ?? null });
  const draft = useDraft({ kept: win.praised_by ?? "", keep, mayKeep: () => true });
  const offered = isTyping && draft.isChanged ? beginningWith(people, draft.value) : [];
  return (
    <div class="field">
      <label for={id}>Who praised it</label>
      <input
        id={id}
        class="input"
        autocomplete="off"
        autocapitalize="words"
        maxLength={schema.wins.praised_by.max}
        value={draft.value}
        onInput={draft.onInput}
        onFocus={() => setTyping(true)}
        onBlur={(event) => {
          // On the way to one of the names below the field is not left.
          if ((event.relatedTarget as HTMLElement | null)?.closest(".praiser__offered")) return;
          setTyping(false);
          draft.settle();
        }}
        onKeyDown={(event) => event.key === "Enter" && !event.isComposing && draft.settle()}
      />
      {offered.length > 0 && (
        <ul class="choices praiser__offered" aria-label="People you know">
          {offered.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                class="choice"
                onClick={() => {
                  setTyping(false);
                  keep(person.name ?? "", person);
                }}
              >
                <Who name={person.name ?? ""} small />
                <bdi>{person.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {praiser && !draft.isChanged && (
        <a class="btn btn--text btn--plain" href={`/people/${praiser.id}`}>
          <Icon name="users-round" size="s" />
          <bdi>{praiser.name}</bdi> in People
        </a>
      )}
    </div>
  );
}

/** Of several by one name none is meant: then a tap says which. */
function named(people: readonly Entry<"people">[], name: string): Entry<"people"> | undefined {
  const same = people.filter((person) => person.name?.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase());
  return same.length === 1 ? same[0] : undefined;
}

function beginningWith(people: readonly Entry<"people">[], typed: string): Entry<"people">[] {
  const start = typed.trim().toLocaleLowerCase();
  if (start === "") return [];
  const fits = (name: string) => name.startsWith(start) || name.split(/\s+/u).some((word) => word.startsWith(start));
  return people.filter(({ name }) => name !== null && fits(name.toLocaleLowerCase())).slice(0, most);
}

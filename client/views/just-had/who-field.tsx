// Who was there? A name is enough; somebody who is in People already is found again by theirs.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useQuery } from "../../store/query.ts";
import { Icon } from "../components/icon.tsx";
import { Who } from "../components/who.tsx";
import { afterTheTap } from "../editing/after-the-tap.ts";
import type { Somebody } from "./draft.ts";

interface WhoFieldProps {
  readonly people: readonly Somebody[];
  readonly onChange: (people: readonly Somebody[]) => void;
}

export function WhoField({ people, onChange }: WhoFieldProps) {
  const [isAdding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const known = useQuery(["known people"], ["people"], (store) => store.all("people")) ?? [];

  const add = (typed: string) => {
    const name = typed.trim();
    const has = people.some((each) => sameName(each.name, name));
    if (name === "" || has) return;
    const id = known.find((person) => sameName(person.name ?? "", name))?.id;
    onChange([...people, id ? { id, name } : { name }]);
  };
  const remove = (name: string) => {
    onChange(people.filter((each) => each.name !== name));
    addButton.current?.focus();
  };

  return (
    <div class="field" role="group" aria-labelledby="who-was-there">
      <span class="legend" id="who-was-there">
        Who was there? <span class="hint">You can add them later.</span>
      </span>
      <div class="choices">
        {people.map(({ name }) => (
          <span class="pick" key={name}>
            <Who name={name} small />
            {name}
            <button type="button" class="tap" aria-label={`Remove ${name}`} onClick={() => remove(name)}>
              <Icon name="x" size="xs" />
            </button>
          </span>
        ))}
        {isAdding ? (
          <NameInput
            names={known.flatMap(({ name }) => name ?? [])}
            onAdd={add}
            onClose={(hadFocus) => {
              setAdding(false);
              if (hadFocus) requestAnimationFrame(() => addButton.current?.focus());
            }}
          />
        ) : (
          <button type="button" class="choice choice--add" ref={addButton} onClick={() => setAdding(true)}>
            <Icon name="plus" size="s" />
            Add a person
          </button>
        )}
      </div>
    </div>
  );
}

interface NameInputProps {
  readonly names: readonly string[];
  readonly onAdd: (name: string) => void;
  readonly onClose: (hadFocus: boolean) => void;
}

/** Enter adds and waits for the next name; leaving adds, too; Escape or an empty Enter closes. */
function NameInput({ names, onAdd, onClose }: NameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  useEffect(() => input.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const field = input.current;
    if (!field || event.isComposing) return;
    if (event.key === "Escape") {
      field.value = "";
      onClose(true);
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (field.value.trim() === "") onClose(true);
    onAdd(field.value);
    field.value = "";
  };

  return (
    <span class="choice choice--add">
      <Icon name="plus" size="s" />
      <input
        ref={input}
        class="input"
        dir="auto"
        aria-label="Name of the person"
        placeholder="Their name"
        list={listId}
        maxLength={200}
        autocapitalize="words"
        enterKeyHint="done"
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget: { value } }) =>
          afterTheTap(() => {
            onAdd(value);
            onClose(false);
          })
        }
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </span>
  );
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}

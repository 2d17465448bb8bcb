import { useRef, useState } from "preact/hooks";
import { keepAddress, newPersonId, setRecipients } from "../../actions/messages.ts";
import { readAddress } from "../../model/messages/address.ts";
import { relationOf } from "../../model/messages/circle.ts";
import type { Addressee } from "../../model/messages/draft.ts";
import type { Relation } from "../../model/people/relations.ts";
import { schema } from "../../model/schema.ts";
import { FieldError } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Who } from "../components/who.tsx";
import { AddressField } from "./address-field.tsx";
import { newWords } from "./fresh.ts";
import type { Letter } from "./letter.ts";
import type { LetterView } from "./load.ts";
import { nameOf, needsAddress } from "./recipients.tsx";
import { readRecipient, suggestions } from "./recipient-input.ts";

interface Props {
  readonly title: string;
  readonly field: "to" | "cc";
  readonly view: LetterView;
  readonly letter: Letter;
  readonly open: boolean;
  /** Opened for the address that is missing, not for somebody else. */
  readonly atAddress: boolean;
  readonly onClose: () => void;
}

export function RecipientsSheet({ title, open, onClose, ...rest }: Props) {
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      {open && <Inside {...rest} />}
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}

function Inside({ field, view, letter, atAddress }: Omit<Props, "title" | "open" | "onClose">) {
  const chosen = letter[field];
  const toMend = atAddress ? chosen.find(needsAddress) : undefined;
  const write = async (people: readonly Addressee[], added: Addressee | null = null, newcomer: Addressee | null = null) => {
    const words = await newWords(view, { [field]: people });
    await setRecipients(view.id, view.seed, { [field]: people, ...words }, { newcomer, as: added && asked(added) });
  };
  const relation = relationOf(view.purpose, field);
  /** The first of them says who that is to the person; whoever joins them says nothing. */
  const asked = ({ id }: Addressee) => (relation && id && chosen.length === 0 ? { person: id, relation } : null);
  const isAsked = relation !== null && !view.people.some((person) => person.relation === relation);
  const setAddress = async (one: Addressee, email: string) => {
    await keepAddress(one.id, email);
    await write(chosen.map((other) => (other === one ? { ...one, email } : other)));
  };
  return (
    <>
      {isAsked && <p>{askedWords[relation]} Asked once, and remembered.</p>}
      <AddRecipient
        view={view}
        letter={letter}
        hasFocus={toMend === undefined}
        onAdd={(one, isNew) => void write([...chosen, one], one, isNew ? one : null)}
      />
      <ul class="stack">
        {chosen.map((one, index) => (
          <li key={one.id ?? index}>
            <AddressField
              name={nameOf(one)}
              email={one.email}
              hasFocus={one === toMend}
              onKeep={(email) => void setAddress(one, email)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

const askedWords: { readonly [relation in Relation]: string } = {
  boss: "Choose your boss.",
  bosss_boss: "Choose your boss’s boss.",
  trusted: "Choose somebody you trust.",
  referrer: "Choose who referred or prepared you.",
};

interface AddProps {
  readonly view: LetterView;
  readonly letter: Letter;
  readonly hasFocus: boolean;
  readonly onAdd: (one: Addressee, isNew: boolean) => void;
}

/** A name one knows, a new one, or an address. What is typed stays until it can be read. */
function AddRecipient({ view, letter, hasFocus, onAdd }: AddProps) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const known = suggestions(view, letter, typed);
  const add = (one: Addressee, isNew: boolean) => {
    setTyped("");
    setProblem(null);
    input.current?.focus();
    onAdd(one, isNew);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (typed.trim() === "") return;
    const read = readRecipient(typed, view.people);
    if ("problem" in read) return setProblem(read.problem);
    if (read.known) add(read.known, false);
    else if (read.name === null) add({ name: null, email: read.email }, false);
    else add({ id: newPersonId(), name: read.name, email: read.email }, true);
  };
  // An <input> would drop a pasted line break and run the two lines together without a word.
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!/[\r\n]/.test(text.trim()) || !text.includes("@")) return;
    event.preventDefault();
    setTyped(text.trim().replace(/\s*[\r\n]+\s*/g, " "));
    setProblem(readAddress(text.trim()).problem ?? "There is a line break in this address. Paste only the address itself.");
  };
  return (
    <div class="stack--s">
      <form class="quick" onSubmit={submit} noValidate>
        <input
          ref={input}
          class="input"
          aria-label="Name or address"
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? "recipient-problem" : undefined}
          placeholder="A name or an address"
          autocomplete="off"
          autocapitalize="off"
          inputMode="email"
          enterkeyhint="done"
          autofocus={hasFocus}
          dir="auto"
          maxLength={schema.people.email.max}
          value={typed}
          onPaste={paste}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <button type="submit" class="btn btn--tool btn--square" aria-label="Add to the letter">
          <Icon name="plus" />
        </button>
      </form>
      {problem && <FieldError id="recipient-problem">{problem} Your words are kept.</FieldError>}
      {known.length > 0 && (
        <ul class="choices" aria-label="People you know">
          {known.map((person) => (
            <li key={person.id}>
              <button type="button" class="choice" onClick={() => add(person, false)}>
                <Who name={person.name ?? ""} small />
                <bdi>{person.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

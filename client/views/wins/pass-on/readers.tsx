import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Entry } from "../../../store/store.ts";
import { Row } from "../../components/row.tsx";
import { Who } from "../../components/who.tsx";

interface ReaderProps {
  readonly person: Entry<"people">;
  readonly words: string;
  readonly end: ComponentChildren;
}

export function Reader({ person, words, end }: ReaderProps) {
  const name = person.name ?? "Somebody";
  return <Row as="div" start={<Who name={name} />} title={<bdi>{name}</bdi>} meta={words} end={end} />;
}

interface CopyProps {
  readonly person: Entry<"people">;
  /** Why, or why not. */
  readonly hint: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** In copy, when it concerns them. */
export function CopyToggle({ person, hint, on, onChange }: CopyProps) {
  const id = useId();
  const name = person.name ?? "Somebody";
  return (
    <button type="button" class="toggle" role="switch" aria-checked={on} aria-describedby={id} onClick={() => onChange(!on)}>
      <Who name={name} />
      <span class="toggle__words">
        <b>
          <bdi>{name}</bdi> in copy
        </b>
        <span class="hint" id={id} aria-hidden="true">
          {hint}
        </span>
      </span>
      <span class="toggle__track" />
    </button>
  );
}

// Pick one of a few: a radio group whose radios are buttons. Arrow keys move within it, Tab leaves it.

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: ComponentChildren;
  readonly icon?: IconName;
}

interface ChoicesProps<Value extends string> {
  /** The question; said by screen readers, shown by the caller. */
  readonly label: string;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** chips in a row, lines with a ball, or the switch of equal answers. */
  readonly look?: "choice" | "option" | "outcome";
  /** The arrows only move the focus; Enter or Space answers. For an answer that changes much at once. */
  readonly manual?: boolean;
}

const groupClass = { choice: "choices", option: "options", outcome: "outcome" } as const;
const radioClass = { choice: "choice", option: "option", outcome: undefined } as const;

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, options, value, onChange, look = "choice", manual = false } = props;
  const chosen = options.findIndex((option) => option.value === value);
  const inTabOrder = Math.max(chosen, 0);
  return (
    <div class={groupClass[look]} role="radiogroup" aria-label={label} onKeyDown={(event) => moveByArrow(event, manual)}>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          class={radioClass[look]}
          aria-checked={option.value === value}
          tabIndex={index === inTabOrder ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} />}
          {look === "option" ? <span>{option.label}</span> : option.label}
        </button>
      ))}
    </div>
  );
}

const stepByKey: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function moveByArrow(event: KeyboardEvent, manual: boolean): void {
  const step = stepByKey[event.key];
  if (step === undefined) return;
  const radios = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=radio]")];
  const from = radios.indexOf(document.activeElement as HTMLElement);
  const to = radios[(from + step + radios.length) % radios.length];
  event.preventDefault();
  to?.focus();
  if (!manual) to?.click();
}

// One of a few numbers, as balls for a score or bars for a weight. A radio group: the arrows move, a digit picks, and
// a second tap on what is chosen takes it out where that is allowed.

interface Props {
  /** "Pay, Stay" */
  readonly label: string;
  readonly max: number;
  readonly value: number | null;
  /** Null: taken out again. */
  readonly onPick: (value: number | null) => void;
  readonly look: "balls" | "bars";
  readonly mayBeEmpty?: boolean;
}

export function Scale({ label, max, value, onPick, look, mayBeEmpty = false }: Props) {
  const numbers = Array.from({ length: max }, (_, index) => index + 1);
  const pick = (number: number) => {
    if (number !== value) onPick(number);
    else if (mayBeEmpty) onPick(null);
  };
  const press = (event: KeyboardEvent) => {
    const next = numberFor(event.key, value, max);
    if (next === undefined || (next === null && !mayBeEmpty)) return;
    event.preventDefault();
    const radios = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=radio]");
    if (next !== null) radios[next - 1]?.focus();
    if (next !== value) onPick(next);
  };
  return (
    <div class={`scale scale--${look}`} role="radiogroup" aria-label={label} onKeyDown={press}>
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          role="radio"
          aria-checked={number === value}
          aria-label={String(number)}
          tabIndex={number === (value ?? 1) ? 0 : -1}
          data-on={value !== null && number <= value ? "" : undefined}
          onClick={() => pick(number)}
        >
          {look === "balls" ? number : <i />}
        </button>
      ))}
    </div>
  );
}

/** Undefined: the key says nothing here. */
function numberFor(key: string, value: number | null, max: number): number | null | undefined {
  if (/^[1-9]$/.test(key)) return Number(key) <= max ? Number(key) : undefined;
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(max, (value ?? 0) + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(1, (value ?? 2) - 1);
  if (key === "Backspace" || key === "Delete") return null;
  return undefined;
}

import { readinessWords } from "../../model/words.ts";

/** Three beads and the word for them; the beads alone would speak by colour. */
export function Readiness({ value }: { readonly value: number }) {
  return (
    <span class="ready">
      {[1, 2, 3].map((bead) => (
        <i key={bead} class={bead <= value ? "on" : undefined} aria-hidden="true" />
      ))}
      <span>{readinessWords[value]}</span>
    </span>
  );
}

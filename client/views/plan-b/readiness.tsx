import { readinessOf, readinessWords, type PlanFacts } from "../../model/plan-b-readiness.ts";

/** Three beads and the word for them; the beads alone would speak by colour. */
export function Readiness({ plan }: { readonly plan: PlanFacts }) {
  const readiness = readinessOf(plan);
  return (
    <span class="ready">
      {[1, 2, 3].map((bead) => (
        <i key={bead} class={bead <= readiness ? "on" : undefined} aria-hidden="true" />
      ))}
      <span>{readinessWords[readiness]}</span>
    </span>
  );
}

import { highestWeight, type Weight } from "../../model/decision.ts";

/** As bars; the label says it in words. */
export function WeightBars({ weight }: { readonly weight: Weight }) {
  return (
    <span class="weight" role="img" aria-label={`weight ${weight} of ${highestWeight}`}>
      {[1, 2, 3].map((bar) => (
        <i key={bar} class={bar <= weight ? "on" : undefined} />
      ))}
    </span>
  );
}

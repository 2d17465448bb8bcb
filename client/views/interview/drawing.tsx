import type { Drawing } from "../../model/hops.ts";
import { Arc, Ground } from "../components/air.tsx";

interface Props {
  readonly name: string;
  readonly drawing: Drawing;
  readonly still?: boolean;
}

const spotClass = { ball: "ball", spot: "spot", fix: "spot spot--fix" } as const;
const spotRadius = { ball: 9, spot: 6, fix: 6 } as const;

/** A drawing of the model as an arc of the page. */
export function DrawnArc({ name, drawing: { width, height, hops, spots, words }, still }: Props) {
  return (
    <Arc name={name} label={words} width={width} height={height} still={still}>
      {hops.map((hop) => (
        <path key={hop.d} class={hop.kind} d={hop.d} />
      ))}
      {spots.map((spot) => (
        <circle key={spot.x} class={spotClass[spot.kind]} cx={spot.x} cy={spot.y} r={spotRadius[spot.kind]} />
      ))}
    </Arc>
  );
}

/** The dates or words under it. */
export function DrawnGround({ drawing: { marks, days }, low }: { readonly drawing: Drawing; readonly low?: boolean }) {
  return <Ground marks={marks} ticks={days} low={low} />;
}

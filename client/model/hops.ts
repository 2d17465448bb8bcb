// The geometry of arcs: a ball's way over the ground as SVG paths. Knows nothing of what they mean. Pure.
//
// A hop is a parabola; the half hops at the edges come from and go to where the drawing does not reach.

export type HopKind = "past" | "next" | "maybe";

export interface Hop {
  readonly kind: HopKind;
  /** SVG path data. */
  readonly d: string;
}

/** A place where the ball touches the ground. */
export interface Point {
  readonly x: number;
  /** Of the hop that ends here; the first point's is ignored. */
  readonly kind: HopKind;
  /** Apex over the ground, where it is data too; else it follows from the width. */
  readonly height?: number;
}

export interface Spot {
  readonly kind: "ball" | "spot" | "fix";
  readonly x: number;
  readonly y: number;
}

/** A label on the ground under the arc. */
export interface Mark {
  /** Along the line, from 0 to 1. */
  readonly at: number;
  readonly strong: string;
  readonly text: string;
  readonly align: "start" | "center";
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly hops: readonly Hop[];
  readonly spots: readonly Spot[];
  readonly marks: readonly Mark[];
  /** Whether the ground shows a mark a day. */
  readonly days: boolean;
  /** The text equivalent. */
  readonly words: string;
}

/** The drawing's width; it is scaled to the screen's. */
export const width = 364;
/** How far hops begin and end beyond the drawing's edges. */
const overhang = { left: 44, right: 26 } as const;
/** The ground lies this far above the lower edge, so that the ball's round is not cut. */
const groundInset = 8;
/** Of a hop's width: the ball comes up again, higher. */
const rise: { readonly [kind in HopKind]: number } = { past: 0.31, next: 0.39, maybe: 0.43 };

/** One path from point to point; `enter` and `leave` are the apexes of the half hops at the edges, null for none. */
export function hops(
  points: readonly Point[],
  height: number,
  { enter, leave }: { readonly enter: number | null; readonly leave: number | null },
): Hop[] {
  const ground = height - groundInset;
  const made: Hop[] = [];
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return made;
  if (enter !== null) made.push({ kind: "past", d: halfHop(-overhang.left, ground - enter, first.x, ground) });
  points.slice(1).forEach((point, index) => {
    const from = points[index]!.x;
    const apex = Math.min(point.height ?? (point.x - from) * rise[point.kind], ground * 0.8);
    made.push({ kind: point.kind, d: hopPath(from, point.x, ground, apex) });
  });
  if (leave !== null) {
    const end = width + overhang.right;
    const apex = Math.min(leave, (end - last.x) * 0.53);
    made.push({ kind: "maybe", d: halfHop(end, ground - apex, last.x, ground, true) });
  }
  return made;
}

/** A parabola's control point lies twice as high as its apex. */
export function hopPath(from: number, to: number, ground: number, apex: number): string {
  return `M${px(from)} ${px(ground)}Q${px((from + to) / 2)} ${px(ground - 2 * apex)} ${px(to)} ${px(ground)}`;
}

/** From an apex beyond the edge down to the ground, or the other way. */
function halfHop(apexX: number, apexY: number, groundX: number, groundY: number, up = false): string {
  const middle = px((apexX + groundX) / 2);
  if (up) return `M${px(groundX)} ${px(groundY)}Q${middle} ${px(apexY)} ${px(apexX)} ${px(apexY)}`;
  return `M${px(apexX)} ${px(apexY)}Q${middle} ${px(apexY)} ${px(groundX)} ${px(groundY)}`;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function spotAt(kind: Spot["kind"], x: number, height: number): Spot {
  // The ball sits a little higher than the holes it falls into.
  return { kind, x: Math.round(x * 10) / 10, y: height - groundInset + (kind === "ball" ? -1 : 1) };
}

export function markAt(x: number, strong: string, text: string): Mark {
  return { at: Math.round((x / width) * 1000) / 1000, strong, text, align: "center" };
}

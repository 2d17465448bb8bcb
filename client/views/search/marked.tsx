import type { Piece } from "../../model/search/marks.ts";

/** A text with what was looked for marked in it. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text));
}

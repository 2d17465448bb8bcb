import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FigureProps {
  readonly title: string;
  /** What the chart shows; the first thing one reads, with eyes or ears. */
  readonly sentence?: string;
  readonly children?: ComponentChildren;
}

/** One question: its name, the answer in a sentence, and the drawing. */
export function Figure({ title, sentence, children }: FigureProps) {
  const titleId = useId();
  return (
    <section class="figure" aria-labelledby={titleId}>
      <div>
        <h2 id={titleId}>{title}</h2>
        {sentence && <p class="muted small">{sentence}</p>}
      </div>
      {children}
    </section>
  );
}

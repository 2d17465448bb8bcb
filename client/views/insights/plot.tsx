import type { ComponentChildren } from "preact";
import type { Dot, Label, Line } from "../../model/insights/drawings.ts";

interface PlotProps {
  readonly height: number;
  readonly ground: number;
  readonly lines?: readonly Line[];
  readonly dots: readonly Dot[];
  /** Along the ground, below it. */
  readonly marks?: readonly Label[];
  /** Short strokes at the marks. */
  readonly ticks?: boolean;
  /** Hairlines across, named at the end. */
  readonly steps?: readonly Label[];
  /** The same in figures, read out instead of the drawing, and shown instead of it where text is very large. None: it stands elsewhere. */
  readonly table?: ComponentChildren;
}

const width = 364;

/** Arcs and balls over a ground. The drawing is silent: the figure's sentence and its table say what it shows. */
export function Plot({ height, ground, lines = [], dots, marks = [], ticks = false, steps = [], table }: PlotProps) {
  return (
    <>
      <div class="plot" aria-hidden="true">
        <div class="plot__drawing">
          <svg viewBox={`0 0 ${width} ${height}`}>
            {steps.map(({ at, text }) => (
              <line key={text} class="plot__step" x1="0" x2={width} y1={at * height} y2={at * height} />
            ))}
            <line class="plot__ground" x1="0" x2={width} y1={ground} y2={ground} />
            {ticks &&
              marks.map(({ at, text }) => (
                <line key={text} class="plot__ground" x1={at * width} x2={at * width} y1={ground} y2={ground + 6} />
              ))}
            {lines.map(({ d, kind }, index) => (
              <path key={index} class="plot__line" data-kind={kind} d={d} />
            ))}
            {dots.map(({ x, y, r, kind }, index) => (
              <circle key={index} class="plot__dot" data-kind={kind} cx={x} cy={y} r={r} />
            ))}
          </svg>
          {steps.map(({ at, text }) => (
            <span key={text} class="plot__name" style={{ "--at": `${at * 100}%` }}>
              {text}
            </span>
          ))}
        </div>
        {marks.length > 0 && (
          <div class="plot__marks">
            {marks.map(({ at, text }) => (
              <span key={text} style={{ "--at": `${at * 100}%` }}>
                {text}
              </span>
            ))}
          </div>
        )}
      </div>
      {table}
    </>
  );
}

import { tally } from "../../model/insights/drawings.ts";

export interface TallyRow {
  readonly name: string;
  readonly count: number;
  readonly tone?: "done" | "accent" | "empty";
}

/** Counts as balls, and in figures beside them. */
export function Tally({ rows, of }: { readonly rows: readonly TallyRow[]; readonly of: number }) {
  return (
    <dl class="tally">
      {rows.map(({ name, count, tone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Balls count={count} of={of} tone={tone} />
            <b>{count}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Balls({ count, of, tone }: { readonly count: number; readonly of: number; readonly tone: TallyRow["tone"] }) {
  const { filled, empty } = tally(count, of);
  const shown = tone === "empty" || tone === "accent" ? filled : filled + empty;
  return (
    <span class="tally__balls" aria-hidden="true">
      {Array.from({ length: shown }, (_, index) => (
        <i key={index} data-tone={index < filled ? (tone ?? "full") : "empty"} />
      ))}
    </span>
  );
}

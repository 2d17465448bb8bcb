import { editWin } from "../../actions/wins.ts";
import { schema, type Wins } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { DayField } from "../editing/day-field.tsx";
import { LongText } from "../editing/long-text.tsx";
import { ShortField } from "../editing/short-field.tsx";

const fields = schema.wins;

/** One line was enough; the rest can be completed whenever it comes to mind. */
export function WinFacts({ win }: { readonly win: Entry<"wins"> }) {
  const keep = (set: Partial<Wins>) => void editWin(win.id, set);
  const text = { collection: "wins", id: win.id } as const;
  return (
    <section class="stack">
      <h2 class="hidden">What belongs to it</h2>
      <ShortField
        wrap
        label="In one line"
        value={win.title}
        max={fields.title.max}
        needed="A win needs one line. The old one is kept."
        onKeep={(title) => keep({ title })}
      />
      <DayField label="When" value={win.happened_on} onKeep={(happened_on) => keep({ happened_on })} />
      <LongText {...text} field="effect" label="What it changed" hint="A number and a date say most." rows={2} />
      <ShortField
        wrap
        label="Who gained by it"
        value={win.who_benefited}
        max={fields.who_benefited.max}
        onKeep={(who_benefited) => keep({ who_benefited })}
      />
      <ShortField
        label="Who praised it"
        value={win.praised_by}
        max={fields.praised_by.max}
        onKeep={(praised_by) => keep({ praised_by })}
      />
      <LongText {...text} field="quote" label="In their words" rows={2} />
      <ShortField
        wrap
        label="Where the proof lies"
        hint="The place, not its content."
        value={win.proof_where}
        max={fields.proof_where.max}
        onKeep={(proof_where) => keep({ proof_where })}
      />
      <LongText {...text} field="notes" label="Notes" rows={3} />
    </section>
  );
}

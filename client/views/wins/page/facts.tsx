import { editWin } from "../../../actions/wins.ts";
import { schema, type Wins } from "../../../model/schema.ts";
import { saidHowWords } from "../../../model/wins-page.ts";
import { capital } from "../../../model/words.ts";
import type { Entry } from "../../../store/store.ts";
import { Choices } from "../../components/choices.tsx";
import { DayField } from "../../editing/day-field.tsx";
import { LongText } from "../../editing/long-text.tsx";
import { ShortField } from "../../editing/short-field.tsx";
import { PraiserField } from "./praiser-field.tsx";
import { Skills } from "./skills.tsx";

const fields = schema.wins;

interface Props {
  readonly win: Entry<"wins">;
  readonly praiser: Entry<"people"> | null;
}

/** One line was enough; the rest can be completed whenever it comes to mind. */
export function WinFacts({ win, praiser }: Props) {
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
      <PraiserField win={win} praiser={praiser} />
      {win.praised_by !== null && <How win={win} onKeep={(said_how) => keep({ said_how })} />}
      <LongText {...text} field="quote" label="In their words" rows={2} />
      <ShortField
        wrap
        label="Where the proof lies"
        hint="Where it lies, not its content."
        value={win.proof_where}
        max={fields.proof_where.max}
        onKeep={(proof_where) => keep({ proof_where })}
      />
      <Skills win={win} />
      <LongText {...text} field="notes" label="Notes" rows={3} />
    </section>
  );
}

const ways = (["writing", "talk", "meeting", "answer"] as const).map((value) => ({
  value,
  label: capital(saidHowWords[value]),
}));

function How({ win, onKeep }: { readonly win: Entry<"wins">; readonly onKeep: (how: Wins["said_how"]) => void }) {
  return (
    <div class="field">
      <span class="legend" aria-hidden="true">
        How they said it
      </span>
      <Choices label="How they said it" options={ways} value={win.said_how} onChange={onKeep} />
    </div>
  );
}

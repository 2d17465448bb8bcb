import { editRound, trashRound } from "../../actions/rounds.ts";
import { roundWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { LongText } from "../editing/long-text.tsx";
import { MomentFields } from "../editing/moment-fields.tsx";
import { MinutesField } from "./minutes-field.tsx";

type Kind = NonNullable<Entry<"rounds">["kind"]>;

const kinds = (Object.keys(roundWords) as Kind[]).map((value) => ({ value, label: roundWords[value] }));

export function RoundFields({ round }: { readonly round: Entry<"rounds"> }) {
  const { id } = round;
  return (
    <div class="stack fold-body">
      <Choices
        label="What kind of talk"
        options={kinds}
        value={round.kind}
        onChange={(kind) => void editRound(id, { kind })}
      />
      <MomentFields
        dayLabel="Day"
        timeLabel="Time"
        value={round.held_at}
        onKeep={(held_at) => void editRound(id, { held_at })}
      />
      <MinutesField value={round.minutes} onKeep={(minutes) => void editRound(id, { minutes })} />
      <LongText collection="rounds" id={id} field="notes" label="Notes" rows={3} />
      <button type="button" class="btn btn--text btn--plain" onClick={() => void trashRound(id)}>
        Move to the trash
      </button>
    </div>
  );
}

import { addAttendee } from "../../actions/interviews.ts";
import { Fold } from "../components/fold.tsx";
import { Sheet } from "../components/sheet.tsx";
import { AttendeeFields } from "./attendee-fields.tsx";
import type { Met } from "./load.ts";
import { PersonPicker } from "./person-picker.tsx";

interface Props {
  readonly id: string;
  readonly met: readonly Met[];
  readonly open: boolean;
  readonly onClose: () => void;
}

export function PeopleSheet({ id, met, open, onClose }: Props) {
  return (
    <Sheet title="Who was there?" open={open} onClose={onClose}>
      {open && (
        <PersonPicker taken={new Set(met.map(({ person }) => person.id))} onPick={(who) => void addAttendee(id, who)} />
      )}
      <div>
        {met.map(({ attendance, person }) => (
          <Fold key={attendance.id} summary={<b>{person.name ?? "Somebody"}</b>} count={person.role ?? undefined}>
            <AttendeeFields attendance={attendance} person={person} />
          </Fold>
        ))}
      </div>
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}

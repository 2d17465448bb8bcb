import { editPerson } from "../../actions/people.ts";
import { removeAttendee } from "../../actions/interviews.ts";
import { schema } from "../../model/schema.ts";
import { LongText } from "../editing/long-text.tsx";
import { ShortField } from "../editing/short-field.tsx";
import type { Met } from "./load.ts";

/** What one notes about somebody on the way home: who they are, and what they cared about. */
export function AttendeeFields({ attendance, person }: Met) {
  return (
    <div class="stack fold-body">
      <ShortField
        label="Their role"
        value={person.role}
        max={schema.people.role.max}
        onKeep={(role) => void editPerson(person.id, { role })}
      />
      <LongText
        collection="attendances"
        id={attendance.id}
        field="detail"
        label="What they cared about"
        hint="Or one detail of your talk to thank them for."
        rows={3}
      />
      <div class="btns">
        <a class="btn btn--quiet" href={`/people/${person.id}`}>
          Open their page
        </a>
        <button type="button" class="btn btn--text" onClick={() => void removeAttendee(attendance.id)}>
          Was not there
        </button>
      </div>
    </div>
  );
}

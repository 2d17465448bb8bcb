import { editInterview } from "../../actions/interviews.ts";
import { schema } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { Sheet } from "../components/sheet.tsx";
import { Toggle } from "../components/toggle.tsx";
import { MomentFields } from "../editing/moment-fields.tsx";
import { ShortField } from "../editing/short-field.tsx";

interface Props {
  readonly interview: Entry<"interviews">;
  readonly open: boolean;
  readonly onClose: () => void;
}

const fields = schema.interviews;

/** The facts of an interview. Each keeps itself as it is left. */
export function EditSheet({ interview, open, onClose }: Props) {
  const { id } = interview;
  return (
    <Sheet title="The facts" open={open} onClose={onClose}>
      <ShortField
        label="Company"
        value={interview.company}
        max={fields.company.max}
        needed="An interview needs a company. The old one is kept."
        input={{ autocomplete: "organization" }}
        onKeep={(company) => void editInterview(id, { company })}
      />
      <ShortField
        label="Role"
        value={interview.role}
        max={fields.role.max}
        needed="An interview needs a role. The old one is kept."
        input={{ autocomplete: "organization-title" }}
        onKeep={(role) => void editInterview(id, { role })}
      />
      <ShortField
        label="Department"
        value={interview.department}
        max={fields.department.max}
        onKeep={(department) => void editInterview(id, { department })}
      />
      <MomentFields
        dayLabel="Day it was held"
        timeLabel="Time it ended"
        value={interview.held_at}
        onKeep={(held_at) => held_at !== null && void editInterview(id, { held_at })}
      />
      <ShortField
        label="Link to the posting"
        value={interview.link}
        max={fields.link.max}
        input={{ inputMode: "url", autocapitalize: "off", spellcheck: false }}
        onKeep={(link) => void editInterview(id, { link })}
      />
      <Toggle
        label="Inside my own company"
        hint="Changes how you ask for feedback."
        on={interview.internal === true}
        onChange={(internal) => void editInterview(id, { internal })}
      />
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}

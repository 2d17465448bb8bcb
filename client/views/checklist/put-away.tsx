import { unarchiveChecklist } from "../../actions/checklists.ts";
import type { Entry } from "../../store/store.ts";

export function PutAway({ checklist }: { readonly checklist: Entry<"checklists"> }) {
  return (
    <p class="small">
      This list is put away: its lines do not show on Today.{" "}
      <button type="button" class="btn btn--text" onClick={() => void unarchiveChecklist(checklist.id)}>
        Take it out again
      </button>
    </p>
  );
}

import { setContact } from "../../actions/plans.ts";
import type { Entry } from "../../store/store.ts";
import { Sheet } from "../components/sheet.tsx";
import { PersonPicker } from "../interview/person-picker.tsx";
import type { Plan } from "./load.ts";

interface Props {
  readonly plan: Plan;
  readonly contact: Entry<"people"> | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Who could be asked: somebody one knows, or a new name. */
export function ContactSheet({ plan, contact, open, onClose }: Props) {
  const pick = (who: Parameters<typeof setContact>[1]) => {
    onClose();
    void setContact(plan.id, who);
  };
  return (
    <Sheet title="Who could be asked?" open={open} onClose={onClose}>
      <p class="muted">Somebody who knows about it. A new name goes to People, too.</p>
      {open && <PersonPicker taken={new Set(contact ? [contact.id] : [])} onPick={pick} />}
      {contact !== null && (
        <div class="btns">
          <a class="btn btn--quiet" href={`/people/${contact.id}`}>
            Open {contact.name ?? "this person"}
          </a>
          <button type="button" class="btn btn--text" onClick={() => pick(null)}>
            Nobody
          </button>
        </div>
      )}
    </Sheet>
  );
}

// The end of the account. What it means first, a copy to take along next, and the one button that does it last.

import { useState } from "preact/hooks";
import { deleteAccount } from "../../actions/deletion.ts";
import { FieldError } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { ExportChoices } from "./export-row.tsx";

export function DeleteAccount() {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  const remove = async () => {
    if (isLeaving) return;
    setLeaving(true);
    setFault(null);
    const outcome = await deleteAccount();
    if (outcome.kind === "deleted") return;
    setLeaving(false);
    if (outcome.kind === "failed") setFault(outcome.message);
  };

  return (
    <>
      <button type="button" class="btn btn--text btn--wide" onClick={() => setOpen(true)}>
        Delete the account
      </button>
      <Sheet title="Delete the account?" open={isOpen} onClose={() => setOpen(false)}>
        <p>
          Deleting the account removes it from the server and from your other devices. This device is cleared, too. Nobody can
          bring it back.
        </p>
        <section>
          <h3>Take a copy first</h3>
          <ExportChoices hasAccount />
        </section>
        {fault && (
          <div role="alert">
            <FieldError>{fault}</FieldError>
          </div>
        )}
        <div class="btns">
          <button type="button" class="btn btn--danger" aria-disabled={isLeaving} onClick={() => void remove()}>
            {isLeaving ? "Deleting…" : "Delete it for good"}
          </button>
          <button type="button" class="btn btn--quiet" onClick={() => setOpen(false)}>
            Keep it
          </button>
        </div>
      </Sheet>
    </>
  );
}

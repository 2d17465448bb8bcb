// Everything, to take along: from this device at any time, and from the server with what only the server has.

import { useState } from "preact/hooks";
import { saveForPrograms, saveFromServer, saveToRead } from "../../actions/export.ts";
import { account } from "../../store/current.ts";
import { FieldError } from "../components/field.tsx";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";

export function ExportRow() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <RowLink calm icon="download" title="Export everything" meta="A file you can read without Rebound" onClick={() => setOpen(true)} />
      <Sheet title="Take it along" open={isOpen} onClose={() => setOpen(false)}>
        <ExportChoices hasAccount={account.value !== null} />
      </Sheet>
    </>
  );
}

type Save = () => Promise<{ readonly kind: string; readonly name?: string; readonly message?: string }>;

interface ExportChoicesProps {
  readonly hasAccount: boolean;
  readonly onSaved?: () => void;
}

export function ExportChoices({ hasAccount, onSaved }: ExportChoicesProps) {
  const [told, setTold] = useState<{ readonly saved: string } | { readonly fault: string } | null>(null);
  const save = async (make: Save) => {
    setTold(null);
    const outcome = await make();
    if (outcome.kind === "saved") {
      setTold({ saved: `Saved as ${outcome.name}.` });
      onSaved?.();
    }
    if (outcome.kind === "failed") setTold({ fault: outcome.message! });
  };
  return (
    <div class="stack">
      <ul class="rows">
        <li>
          <RowLink calm icon="feather" title="To read" meta="One page for any browser" onClick={() => void save(saveToRead)} />
        </li>
        <li>
          <RowLink calm icon="download" title="For other programs" meta="JSON, with every field" onClick={() => void save(saveForPrograms)} />
        </li>
        {hasAccount && (
          <li>
            <RowLink
              calm
              icon="cloud-check"
              title="What the server holds"
              meta="JSON, with earlier versions, devices and passkeys"
              onClick={() => void save(saveFromServer)}
            />
          </li>
        )}
      </ul>
      <div aria-live="polite">
        {told && ("saved" in told ? <p class="hint">{told.saved}</p> : <FieldError>{told.fault}</FieldError>)}
      </div>
      <p class="muted small">The files are not locked: whoever opens them reads them. They work without a network and without Rebound.</p>
    </div>
  );
}

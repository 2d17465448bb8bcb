// One screen after the interview: two facts are required, everything else has a sensible answer already.

import { useRef, useState } from "preact/hooks";
import { logInterview } from "../../actions/interviews.ts";
import { syncState } from "../../store/current.ts";
import { Dock } from "../components/dock.tsx";
import { FieldError, TextField } from "../components/field.tsx";
import { Tag } from "../components/tag.tsx";
import { Toggle } from "../components/toggle.tsx";
import { TapButton, Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { back, navigate } from "../router.ts";
import { type Draft, dropDraft, endedAt, keepDraft, openDraft, whenFault } from "./draft.ts";
import { WhenField } from "./when-field.tsx";
import { WhoField } from "./who-field.tsx";

interface Faults {
  readonly company?: string;
  readonly role?: string;
  readonly when?: string;
  readonly saving?: string;
}

const formId = "just-had";

export function JustHad() {
  const [draft, setDraft] = useState(() => openDraft(Date.now()));
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  const isSaving = useRef(false);
  /** A name still in its field joins with the tap that saves, before the page is painted again. */
  const latest = useRef(draft);

  const change = (part: Partial<Draft>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setDraft(next);
    keepDraft(next);
    setFaults({});
  };

  const save = async (event: Event) => {
    event.preventDefault();
    if (isSaving.current) return;
    const found = faultsOf(latest.current);
    const held_at = endedAt(latest.current);
    setFaults(found);
    if (held_at === null || Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    isSaving.current = true;
    try {
      const { company, role, internal, people } = latest.current;
      const id = await logInterview({
        company: company.trim(),
        role: role.trim(),
        held_at,
        internal,
        people: [...people],
      });
      dropDraft();
      navigate(`/interviews/${id}`, { replace: true });
    } catch (error) {
      console.error(error);
      setFaults({ saving: "It could not be kept on this device. Your words are still here: try once more." });
    } finally {
      isSaving.current = false;
    }
  };

  return (
    <BareFrame dock={<SaveDock fault={faults.saving} />}>
      <Top plain end={<Controls />} />
      <form class="body just-had" id={formId} ref={form} onSubmit={(event) => void save(event)} noValidate autocomplete="off">
        <h1>Two facts, then breathe.</h1>
        <TextField
          label="Company"
          value={draft.company}
          onValue={(company) => change({ company })}
          error={faults.company}
          input={{ autocomplete: "organization", autocapitalize: "words", maxLength: 200, enterKeyHint: "next", required: true }}
        />
        <TextField
          label="Role"
          value={draft.role}
          onValue={(role) => change({ role })}
          error={faults.role}
          input={{ autocomplete: "organization-title", maxLength: 200, enterKeyHint: "done", required: true }}
        />
        <WhenField draft={draft} onChange={change} error={faults.when} />
        <WhoField people={draft.people} onChange={(people) => change({ people })} />
        <Toggle
          label="Inside my own company"
          hint="Changes how you ask for feedback."
          on={draft.internal}
          onChange={(internal) => change({ internal })}
        />
      </form>
    </BareFrame>
  );
}

function Controls() {
  return (
    <>
      {syncState.value.kind === "offline" && <Tag icon="cloud-off">Offline, still saved</Tag>}
      <TapButton icon="x" label="Close" onClick={() => back("/")} />
    </>
  );
}

function SaveDock({ fault }: { readonly fault: string | undefined }) {
  return (
    <Dock low note={fault ? undefined : "Two short lists start: the debrief, the thank-you."}>
      {fault && (
        <div role="alert">
          <FieldError>{fault}</FieldError>
        </div>
      )}
      <button type="submit" form={formId} class="btn btn--primary btn--wide">
        Save and start
      </button>
    </Dock>
  );
}

function faultsOf(draft: Draft): Faults {
  const when = whenFault(draft, Date.now());
  return {
    ...(draft.company.trim() === "" && { company: "Which company was it? A short name will do." }),
    ...(draft.role.trim() === "" && { role: "Which role was it about? As you would say it." }),
    ...(when !== undefined && { when }),
  };
}

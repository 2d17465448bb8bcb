// A win from outside: the app's shortcut, or words shared from another app. Works without a network, like everything.

import { useEffect, useRef, useState } from "preact/hooks";
import { addWin } from "../../../actions/wins.ts";
import { schema } from "../../../model/schema.ts";
import { syncState } from "../../../store/current.ts";
import { Dock } from "../../components/dock.tsx";
import { TextField } from "../../components/field.tsx";
import { Tag } from "../../components/tag.tsx";
import { TapButton, Top } from "../../components/top.tsx";
import { BareFrame } from "../../frame/frame.tsx";
import { back, navigate } from "../../router.ts";
import { TextArea } from "./text-area.tsx";
import { dropDraft, emptyDraft, keepDraft, openDraft, type NewWinDraft } from "./draft.ts";

const formId = "new-win";
const fields = schema.wins;

export function NewWin() {
  const [begun, setBegun] = useState<{ readonly draft: NewWinDraft | null } | null>(null);
  useEffect(() => void openDraft().then((draft) => setBegun({ draft })), []);
  return begun && <NewWinForm begun={begun.draft} />;
}

function NewWinForm({ begun }: { readonly begun: NewWinDraft | null }) {
  const [draft, setDraft] = useState(() => begun ?? emptyDraft());
  const [isMissing, setMissing] = useState(false);
  const isKeeping = useRef(false);
  const change = (part: Partial<NewWinDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
    setMissing(false);
  };
  const keep = async (event: Event) => {
    event.preventDefault();
    if (isKeeping.current) return;
    const { title, quote, praised_by, proof_where } = draft;
    if (title.trim() === "") return setMissing(true);
    isKeeping.current = true;
    const said = quote.trim() === title.trim() && praised_by.trim() === "" ? null : quote.trim() || null;
    const id = await addWin({ title, quote: said, praised_by, proof_where });
    dropDraft();
    navigate(`/wins/${id}`, { replace: true });
  };
  return (
    <BareFrame dock={<KeepDock />}>
      <Top plain end={<Controls />} />
      <form class="body" id={formId} onSubmit={(event) => void keep(event)} noValidate autocomplete="off">
        <h1>What went well?</h1>
        {begun === null && <p class="muted">What you shared did not arrive. Share it once more, or write it here.</p>}
        <TextField
          label="In one line"
          value={draft.title}
          onValue={(title) => change({ title })}
          error={isMissing ? "One line is enough. The rest is kept." : null}
          input={{ autofocus: true, autocomplete: "off", maxLength: fields.title.max, enterKeyHint: "done" }}
        />
        <TextArea label="In their words" value={draft.quote} onValue={(quote) => change({ quote })} />
        <TextField
          label="Who said it"
          value={draft.praised_by}
          onValue={(praised_by) => change({ praised_by })}
          input={{ autocomplete: "off", autocapitalize: "words", maxLength: fields.praised_by.max }}
        />
        <TextField
          label="Where the proof lies"
          hint="Where it lies, not its content."
          value={draft.proof_where}
          onValue={(proof_where) => change({ proof_where })}
          input={{ autocomplete: "off", maxLength: fields.proof_where.max }}
        />
      </form>
    </BareFrame>
  );
}

function Controls() {
  return (
    <>
      {syncState.value.kind === "offline" && <Tag icon="cloud-off">Offline, still saved</Tag>}
      <TapButton icon="x" label="Close" onClick={() => back("/wins")} />
    </>
  );
}

function KeepDock() {
  return (
    <Dock low>
      <button type="submit" form={formId} class="btn btn--primary btn--wide">
        Keep it
      </button>
    </Dock>
  );
}

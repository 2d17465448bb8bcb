import { useRef, useState } from "preact/hooks";
import { importPeople, readCards } from "../../actions/import-people.ts";
import { say } from "../../actions/undo.ts";
import { planImport, type ImportPlan } from "../../model/people/import-plan.ts";
import type { Fault } from "../../model/vcard/cards.ts";
import { decodeFile } from "../../model/vcard/lines.ts";
import type { CardPerson } from "../../model/vcard/person.ts";
import { hasContactPicker, pickContacts } from "../../platform/contacts.ts";
import { store } from "../../store/current.ts";
import { FieldError } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { navigate } from "../router.ts";
import { ImportDock, ImportPreview, useChosen } from "./import-preview.tsx";

interface Read {
  readonly plan: ImportPlan;
  readonly faults: readonly Fault[];
}

/** People out of a file or the phone: read, looked at, and only then kept. */
export function ImportPeople() {
  const [read, setRead] = useState<Read | null>(null);
  const chosen = useChosen(read?.plan ?? null);
  const keep = async () => {
    if (!read) return;
    await importPeople(read.plan.entries.filter(({ index }) => chosen.has(index)));
    navigate("/people/everyone", { replace: true });
  };
  return (
    <Frame
      tab="people"
      detail={{
        label: "Import people",
        children: (
          <>
            <Top title="Import people" plain back="/people" />
            {read ? (
              <ImportPreview plan={read.plan} faults={read.faults} chosen={chosen} onOther={() => setRead(null)} />
            ) : (
              <Sources onRead={setRead} />
            )}
          </>
        ),
        dock: read && <ImportDock plan={read.plan} chosen={chosen} onKeep={() => void keep()} />,
      }}
    />
  );
}

/** An address book of this size is none. */
const mostBytes = 200_000_000;

interface Progress {
  readonly name: string;
  readonly part: number;
}

function Sources({ onRead }: { readonly onRead: (read: Read) => void }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  const show = async (cards: readonly CardPerson[], faults: readonly Fault[]) => {
    const plan = planImport(cards, await store.value.all("people"));
    onRead({ plan, faults });
  };
  const readFile = async (file: File) => {
    setProblem(null);
    if (file.size > mostBytes) return setProblem("This file is larger than any address book. Nothing was changed.");
    const controller = new AbortController();
    running.current = controller;
    setProgress({ name: file.name, part: 0 });
    try {
      const text = decodeFile(new Uint8Array(await file.arrayBuffer()));
      const { signal } = controller;
      const read = await readCards(text, { signal, onProgress: (part) => setProgress({ name: file.name, part }) });
      if (read === null) return;
      if (read.cards.length > 0) await show(read.cards, read.faults);
      else setProblem("There are no vCards in this file. Choose one that ends in .vcf; nothing was changed.");
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      setProblem("This file cannot be read. It may have been moved; choose it once more.");
    } finally {
      setProgress(null);
    }
  };
  const pick = async () => {
    setProblem(null);
    try {
      const cards = await pickContacts();
      if (cards.length > 0) await show(cards, []);
    } catch (error) {
      // The phone refused, or another list is open already.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      setProblem("Your phone did not open its contacts. A file works, too.");
    }
  };
  const stop = () => {
    running.current?.abort();
    say("Stopped. Nothing was changed.");
  };
  return (
    <div class="body">
      <div class="stack--s">
        <h1>Bring the people you know.</h1>
        <p class="muted">You see everybody first and choose whom to keep. Pictures, birthdays and addresses of homes are left out.</p>
      </div>
      {progress ? (
        <ReadingBar progress={progress} onStop={stop} />
      ) : (
        <div class="stack">
          {hasContactPicker() && (
            <button type="button" class="btn btn--primary btn--wide" onClick={() => void pick()}>
              <Icon name="smartphone" size="s" />
              Choose from your phone
            </button>
          )}
          <FileButton primary={!hasContactPicker()} onFile={(file) => void readFile(file)} />
          {problem && <FieldError>{problem}</FieldError>}
          <p class="muted small">
            A vCard file is what “Export” gives in Apple Contacts, Google Contacts and Outlook. It is read here, on this
            device, and sent nowhere.
          </p>
        </div>
      )}
    </div>
  );
}

/** The browser's own button cannot be styled and says "No file chosen" in its own language. */
function FileButton({ primary, onFile }: { readonly primary: boolean; readonly onFile: (file: File) => void }) {
  return (
    <label class={primary ? "btn btn--primary btn--wide file" : "btn btn--quiet btn--wide file"}>
      <Icon name="upload" size="s" />
      Choose a vCard file
      <input
        type="file"
        class="hidden"
        accept=".vcf,.vcard,text/vcard,text/x-vcard,text/directory"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

function ReadingBar({ progress: { name, part }, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  return (
    <div class="stack--s" role="status">
      <p>Reading {name}</p>
      <progress class="reading" value={part} max={1} aria-label="How far" />
      <div>
        <button type="button" class="btn btn--quiet" onClick={onStop}>
          Stop
        </button>
      </div>
    </div>
  );
}

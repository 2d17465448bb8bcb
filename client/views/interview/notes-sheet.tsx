import { useEffect, useState } from "preact/hooks";
import { rememberNotes } from "../../actions/versions.ts";
import type { Entry } from "../../store/store.ts";
import { Icon } from "../components/icon.tsx";
import { Sheet } from "../components/sheet.tsx";
import { LongText } from "../editing/long-text.tsx";
import { NoteVersions } from "./note-versions.tsx";

interface Props {
  readonly interview: Entry<"interviews">;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function NotesSheet({ interview, open, onClose }: Props) {
  const { id, notes } = interview;
  const [shows, setShows] = useState<"text" | "versions">("text");
  useEffect(() => {
    if (open) rememberNotes(id, notes);
    else setShows("text");
  }, [open, id]);
  const title = shows === "text" ? "Notes" : "Earlier versions";
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      {shows === "text" ? (
        <>
          <LongText
            collection="interviews"
            id={id}
            field="notes"
            label="What you want to keep"
            hint="Questions they asked, what landed, what was missing. Kept as you write."
            rows={12}
            autofocus
          />
          <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
            Done
          </button>
          <button type="button" class="btn btn--text btn--plain" onClick={() => setShows("versions")}>
            <Icon name="history" size="s" />
            Earlier versions
          </button>
        </>
      ) : (
        <NoteVersions interview={interview} onBack={() => setShows("text")} />
      )}
    </Sheet>
  );
}

// What is still to be thought of before a letter about wins leaves. The composer shows it below the letter.

import { dayOf, deviceZone } from "../../model/days.ts";
import { digestRule } from "../../model/digest.ts";
import type { Addressee } from "../../model/messages/draft.ts";
import { roundNote, wordingNote, type Note } from "../../model/pass-on.ts";
import { useQuery } from "../../store/query.ts";
import type { LetterView } from "../composer/load.ts";
import { loadPassOn, type PassOnView } from "./load.ts";
import { Notes } from "./pass-on/notes.tsx";

interface Props {
  readonly view: Pick<LetterView, "purpose" | "about">;
  readonly readers: readonly Addressee[];
}

const carriers: readonly string[] = ["win-to-boss", "win-to-bosss-boss", "credit"];

export function WinLetterNotes({ view: { purpose, about }, readers }: Props) {
  if (purpose === "digest") return <p class="hint">{digestRule}</p>;
  if (about?.kind !== "win" || !carriers.includes(purpose)) return null;
  return <AboutWin id={about.id} readers={readers} />;
}

function AboutWin({ id, readers }: { readonly id: string; readonly readers: readonly Addressee[] }) {
  const view = useQuery(["pass-on", id], ["wins", "forwards", "people", "messages"], (store) => loadPassOn(store, id));
  if (!view) return null;
  const wording = wordingOf(view);
  const round = roundNote(view.above, new Set(readers.flatMap((reader) => reader.id ?? [])), view.forwards);
  return (
    <div class="stack--s">
      <Notes notes={[wording, round].filter((note) => note !== null)} />
      {wording && (
        <a class="btn btn--text btn--plain" href={`/wins/${id}#pass-on`}>
          Answer it
        </a>
      )}
    </div>
  );
}

function wordingOf({ win, askedAt }: PassOnView): Note | null {
  return wordingNote(win, askedAt && dayOf(askedAt, deviceZone()), deviceZone());
}

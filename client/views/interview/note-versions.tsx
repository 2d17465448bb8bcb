// What the notes said before. Nothing that was ever written is lost; each version can be put back, and that undone.

import { useEffect, useState } from "preact/hooks";
import { notesKept, notesSeenHere, putBackNotes } from "../../actions/versions.ts";
import { deviceZone } from "../../model/days.ts";
import { worthShowing, type Version } from "../../model/versions.ts";
import { nearMomentWords } from "../../model/words.ts";
import { ServerProblem } from "../../platform/server.ts";
import { account } from "../../store/current.ts";
import type { Entry } from "../../store/store.ts";
import { Fold } from "../components/fold.tsx";

interface Props {
  readonly interview: Entry<"interviews">;
  readonly onBack: () => void;
}

export function NoteVersions({ interview, onBack }: Props) {
  const kept = useKept(interview.id);
  const versions = worthShowing([...notesSeenHere(interview.id), ...kept.versions], interview.notes ?? "");
  const putBack = (text: string) => {
    onBack();
    void putBackNotes(interview.id, text);
  };
  return (
    <div class="stack">
      <p class="muted small" role="status">
        {statusWords(kept, versions.length)}
      </p>
      <div>
        {versions.map((version) => (
          <VersionFold key={version.at + version.text} version={version} onPutBack={() => putBack(version.text)} />
        ))}
      </div>
      <div class="btns">
        {kept.showOlder && (
          <button type="button" class="btn btn--quiet" onClick={kept.showOlder}>
            Show older
          </button>
        )}
        <button type="button" class="btn btn--text" onClick={onBack}>
          Back to the notes
        </button>
      </div>
    </div>
  );
}

function VersionFold({ version: { at, text }, onPutBack }: { readonly version: Version; readonly onPutBack: () => void }) {
  return (
    <Fold summary={<b>{firstLine(text)}</b>} count={`until ${nearMomentWords(at, Date.now(), deviceZone())}`}>
      <div class="stack fold-body">
        <p class="version">{text}</p>
        <button type="button" class="btn btn--quiet version__back" onClick={onPutBack}>
          Put this back
        </button>
      </div>
    </Fold>
  );
}

interface Kept {
  readonly versions: readonly Version[];
  readonly state: "asking" | "here" | "offline";
  readonly showOlder: (() => void) | null;
}

function useKept(id: string): Kept {
  const [pages, setPages] = useState<{ versions: readonly Version[]; next: number | null; state: Kept["state"] }>({
    versions: [],
    next: null,
    state: "asking",
  });
  const load = async (offset: number) => {
    try {
      const { versions, next } = await notesKept(id, offset);
      setPages((before) => ({ versions: [...before.versions, ...versions], next, state: "here" }));
    } catch (error) {
      if (!(error instanceof ServerProblem)) throw error;
      // Signed out, no network, or a row the server has not got yet: what is here can still be shown.
      setPages((before) => ({ ...before, state: error.status === 404 ? "here" : "offline" }));
    }
  };
  useEffect(() => void load(0), [id]);
  const { next } = pages;
  return { versions: pages.versions, state: pages.state, showOlder: next === null ? null : () => void load(next) };
}

function statusWords({ state }: Kept, count: number): string {
  if (state === "asking") return "Looking for earlier versions.";
  if (state === "offline") {
    return "The server cannot be reached just now: these are the versions this device has seen since you opened Rebound.";
  }
  if (count > 0) return "Tap a version to read it.";
  if (account.value === null) return "No earlier version since you opened Rebound. With an account, every one is kept.";
  return "No earlier version that says more than what is there now.";
}

function firstLine(text: string): string {
  const line = text.trim().split("\n")[0]!;
  return line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line;
}

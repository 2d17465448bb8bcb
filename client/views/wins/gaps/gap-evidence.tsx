import { useState } from "preact/hooks";
import { addWin, editWin } from "../../../actions/wins.ts";
import { schema } from "../../../model/schema.ts";
import { answersGap, type Gap } from "../../../model/wins-gaps.ts";
import { useQuery } from "../../../store/query.ts";
import { Icon } from "../../components/icon.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { AddLine } from "../../editing/add-line.tsx";
import { LongList } from "../../listing/long-list.tsx";
import { listed, loadWins } from "../load.ts";
import { today } from "../today.ts";
import { winMeta, winWords } from "../words.ts";
import { loadAnswering } from "./load.ts";

/** Each gap of one answer, and the win that answers it, or the way to choose one. The feedback page shows it, too. */
export function GapEvidence({ feedback, gaps }: { readonly feedback: string; readonly gaps: readonly Gap[] }) {
  const wins = useQuery(["answering", feedback], ["wins"], (store) => loadAnswering(store, feedback));
  const [choosing, choose] = useState<Gap | null>(null);
  if (wins === undefined || gaps.length === 0) return null;
  return (
    <>
      <ul class="gaps">
        {gaps.map((gap) => {
          const answering = wins.filter((win) => answersGap(win, gap));
          return (
            <li key={gap.words}>
              <p dir="auto">“{gap.words}”</p>
              <div class="btns">
                {answering.map((win) => (
                  <a key={win.id} class="btn btn--text btn--plain" href={`/wins/${win.id}`}>
                    <Icon name="bugle" size="s" />
                    <span>Answered by: {win.title}</span>
                  </a>
                ))}
                {answering.length === 0 && (
                  <button
                    type="button"
                    class="btn btn--text btn--plain"
                    aria-label={`Choose a win that answers: ${gap.words}`}
                    onClick={() => choose(gap)}
                  >
                    <Icon name="bugle" size="s" />
                    Choose a win that answers it
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <Sheet title="Which win answers it?" open={choosing !== null} onClose={() => choose(null)}>
        {choosing && <ChooseWin gap={choosing} onClose={() => choose(null)} />}
      </Sheet>
    </>
  );
}

function ChooseWin({ gap, onClose }: { readonly gap: Gap; readonly onClose: () => void }) {
  const wins = useQuery(["wins"], listed, loadWins);
  const link = { answers_feedback: gap.feedback, answers_gap: gap.words };
  const add = (title: string) => {
    void addWin({ title, ...link });
    onClose();
  };
  const choose = (id: string) => {
    void editWin(id, link);
    onClose();
  };
  return (
    <div class="stack">
      <p class="muted" dir="auto">
        “{gap.words}”
      </p>
      <AddLine
        label="A new win, in one line"
        addLabel="Add this win"
        placeholder="A new win, in one line"
        max={schema.wins.title.max}
        onAdd={add}
      />
      <LongList name="wins to choose from" rows={wins?.rows ?? []} keyOf={({ win }) => win.id}>
        {({ win }) => (
          <li>
            <button type="button" class="action gap-choice" onClick={() => choose(win.id)}>
              <Icon name="bugle" />
              <span dir="auto">
                {winWords(win)}
                <span class="hint pass-on__hint">{winMeta(win, today())}</span>
              </span>
            </button>
          </li>
        )}
      </LongList>
    </div>
  );
}

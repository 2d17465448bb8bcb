import { editWin } from "../../../actions/wins.ts";
import { answersGap } from "../../../model/wins-gaps.ts";
import { useQuery } from "../../../store/query.ts";
import type { Entry } from "../../../store/store.ts";
import { Icon } from "../../components/icon.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { loadGaps } from "../gaps/load.ts";

interface Props {
  readonly win: Entry<"wins">;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function GapSheet({ win, open, onClose }: Props) {
  return (
    <Sheet title="What does it answer?" open={open} onClose={onClose}>
      {open && <Gaps win={win} onClose={onClose} />}
    </Sheet>
  );
}

function Gaps({ win, onClose }: Omit<Props, "open">) {
  const answers = useQuery(["gaps"], ["feedback", "sortings", "interviews"], loadGaps);
  if (answers === undefined) return null;
  if (answers.length === 0) {
    return <p>Nobody has named something they missed. When an answer does, it stands here.</p>;
  }
  const choose = (feedback: string, words: string) => {
    void editWin(win.id, { answers_feedback: feedback, answers_gap: words });
    onClose();
  };
  return (
    <>
      {answers.map(({ request, where, gaps }) => (
        <section key={request.id}>
          <h3>{where}</h3>
          <ul class="rows">
            {gaps.map((gap) => (
              <li key={gap.words}>
                <button
                  type="button"
                  class="action gap-choice"
                  aria-pressed={answersGap(win, gap)}
                  onClick={() => choose(gap.feedback, gap.words)}
                >
                  <Icon name={answersGap(win, gap) ? "check" : "circle-dashed"} />
                  <span dir="auto">
                    “{gap.words}”{gap.kind === "reading" && <span class="hint pass-on__hint">Somebody’s reading</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

import { useState } from "preact/hooks";
import { addRound } from "../../actions/rounds.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { dateWords, roundWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Fold } from "../components/fold.tsx";
import { Icon } from "../components/icon.tsx";
import { Sheet } from "../components/sheet.tsx";
import { RoundFields } from "./round-fields.tsx";

interface Props {
  readonly id: string;
  readonly rounds: readonly Entry<"rounds">[];
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RoundsSheet({ id, rounds, open, onClose }: Props) {
  const [added, setAdded] = useState<string | null>(null);
  const add = async () => setAdded(await addRound(id, {}));
  return (
    <Sheet title="Rounds" open={open} onClose={onClose}>
      <div>
        {rounds.length === 0 && (
          <p class="muted small">Every conversation on the way: the call, the panel, the last talk.</p>
        )}
        {rounds.map((round) => (
          <Fold
            key={round.id}
            summary={<b>{roundWords[round.kind ?? "other"]}</b>}
            count={whenWords(round)}
            open={round.id === added || undefined}
          >
            <RoundFields round={round} />
          </Fold>
        ))}
        <button type="button" class="btn btn--text btn--plain" onClick={() => void add()}>
          <Icon name="plus" size="s" />
          Add a round
        </button>
      </div>
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}

/** "Mon 23 Nov, 45 min" */
function whenWords({ held_at: at, minutes }: Entry<"rounds">): string {
  const zone = deviceZone();
  const when = at === null ? "no date yet" : dateWords(at, zone, dayOf(Date.now(), zone));
  return minutes === null ? when : `${when}, ${minutes}\u00a0min`;
}

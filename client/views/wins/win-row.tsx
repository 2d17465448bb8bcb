import { calledBy } from "../../model/pass-on.ts";
import { Icon } from "../components/icon.tsx";
import { Knowers } from "./knowers.tsx";
import type { WinsView, WinView } from "./load.ts";
import { today } from "./today.ts";
import { winMeta, winWords } from "./words.ts";

interface Props {
  readonly view: WinView;
  readonly wins: WinsView;
  readonly isHere: boolean;
  /** The latest that nobody else knows of yet: the one button of the list. */
  readonly isNext: boolean;
  readonly onPassOn: (id: string) => void;
}

export function WinRow({ view, wins, isHere, isNext, onPassOn }: Props) {
  const { win } = view;
  return (
    <li class={isHere ? "win is-here" : "win"}>
      <p class="win__quote" dir="auto">
        <a href={`/wins/${win.id}`} aria-current={isHere ? "true" : undefined}>
          {winWords(win)}
        </a>
      </p>
      <p class="row__meta">{winMeta(win, today())}</p>
      <div class="win__foot">
        <Knowers view={view} above={wins.above} knowers={wins.knowers} />
        {isNext && (
          <button type="button" class="btn btn--strong" onClick={() => onPassOn(win.id)}>
            <Icon name="corner-right-up" size="s" />
            Pass it on
          </button>
        )}
        {win.id === wins.higher && (
          <button type="button" class="btn btn--text wins__higher" onClick={() => onPassOn(win.id)}>
            To {calledBy(wins.above.bosssBoss, "the boss’s boss")}, too?
          </button>
        )}
      </div>
    </li>
  );
}

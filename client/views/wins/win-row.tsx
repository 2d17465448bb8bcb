import { PassOn } from "./pass-on.tsx";
import { Knowers } from "./knowers.tsx";
import type { WinView } from "./load.ts";
import { winMeta, winWords } from "./words.ts";

interface Props {
  readonly view: WinView;
  readonly isHere: boolean;
  /** The latest that nobody else knows of yet. */
  readonly isNext: boolean;
}

export function WinRow({ view, isHere, isNext }: Props) {
  const { win } = view;
  return (
    <li class={isHere ? "win is-here" : "win"}>
      <p class="win__quote">
        <a href={`/wins/${win.id}`} aria-current={isHere ? "true" : undefined}>
          {winWords(win)}
        </a>
      </p>
      <p class="row__meta">{winMeta(win)}</p>
      <div class="win__foot">
        <Knowers view={view} />
        <PassOn view={view} strong={isNext} />
      </div>
    </li>
  );
}

import { startPlaybook } from "../../actions/checklists.ts";
import { Icon } from "../components/icon.tsx";
import { navigate } from "../router.ts";
import type { WinView } from "./load.ts";
import { winWords } from "./words.ts";

interface Props {
  readonly view: WinView;
  /** One of a page is enough. */
  readonly strong: boolean;
}

/** Begins the list that carries a win upward, or leads to it where it has begun. */
export function PassOn({ view: { win, list }, strong }: Props) {
  if (list !== null) {
    return (
      <a class="btn btn--text wins__list" href={`/checklists/${list.id}`}>
        See its list
      </a>
    );
  }
  const start = async () => navigate(`/checklists/${await startPlaybook("forward-wins", { kind: "win", id: win.id })}`);
  return (
    <button
      type="button"
      class={strong ? "btn btn--strong" : "btn btn--text wins__list"}
      aria-label={`Pass it on: ${winWords(win)}`}
      onClick={() => void start()}
    >
      {strong && <Icon name="corner-right-up" size="s" />}
      Pass it on
    </button>
  );
}

import { useQuery } from "../../../store/query.ts";
import { Sheet } from "../../components/sheet.tsx";
import { loadPassOn } from "../load.ts";
import { winWords } from "../words.ts";
import { Leaving } from "./leaving.tsx";
import { Upward } from "./upward.tsx";
import { Asking } from "./asking.tsx";

interface Props {
  /** The win; null closes the sheet. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** One question first, then who, then the one button. */
export function PassOnSheet({ id, onClose }: Props) {
  return (
    <Sheet title="Pass it on" open={id !== null} onClose={onClose}>
      {id !== null && <Inside id={id} />}
    </Sheet>
  );
}

function Inside({ id }: { readonly id: string }) {
  const view = useQuery(["pass-on", id], ["wins", "forwards", "people", "messages"], (store) => loadPassOn(store, id));
  if (!view) return null;
  const { win } = view;
  return (
    <>
      <p class="win__quote pass-on__win" dir="auto">
        {winWords(win)}
      </p>
      <Leaving view={view} />
      {win.may_leave === "ask_first" ? <Asking view={view} /> : <Upward view={view} />}
    </>
  );
}

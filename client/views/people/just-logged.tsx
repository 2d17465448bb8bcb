import { useEffect, useRef } from "preact/hooks";
import { firstName } from "../../model/messages/names.ts";
import { useQuery } from "../../store/query.ts";
import { TouchWords } from "./touch-words.tsx";

interface Props {
  readonly touch: string;
  readonly name: string;
  readonly onDone: () => void;
}

/** After the two taps, for whoever has another half minute: what they gave, and what was said. Undone, it goes. */
export function JustLogged({ touch: id, name, onDone }: Props) {
  const touch = useQuery(["touch", id], ["touches"], async (store) => (await store.get("touches", id)) ?? null);
  const panel = useRef<HTMLElement>(null);
  const isGone = touch === null || Boolean(touch?.trashed_at);
  // The row whose button was tapped may be gone: the focus stays near what was done.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [touch === undefined]);
  useEffect(() => {
    if (isGone) onDone();
  }, [isGone]);
  if (!touch || isGone) return null;
  return (
    <section class="band just-logged" ref={panel} tabIndex={-1} aria-label={`Your word with ${name}`}>
      <div class="section__head">
        <h2>Your word with {firstName(name)}</h2>
        <button type="button" class="btn btn--text" onClick={onDone}>
          Done
        </button>
      </div>
      <TouchWords touch={touch} />
    </section>
  );
}

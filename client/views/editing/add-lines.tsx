import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { AddLine } from "./add-line.tsx";

interface Props {
  readonly max: number | undefined;
  /** How many lines stand above the field. */
  readonly count: number;
  readonly onAdd: (text: string) => Promise<unknown>;
}

/**
 * A quiet button that becomes a field; the field stays for the next line until it is left empty. Both are equally tall:
 * a tap on what stands below leaves the field, and must find it where it was.
 */
export function AddLines({ max, count, onAdd }: Props) {
  const [isAdding, setAdding] = useState(false);
  const adds = useRef<Promise<unknown>>(Promise.resolve());
  // One after the other: two lines typed fast must not take the same place.
  const add = (text: string) => {
    adds.current = adds.current.catch(() => undefined).then(() => onAdd(text));
  };
  // Each new line pushes the field down; it stays where it can be seen. The frame later, the snackbar has its place.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAdding) return undefined;
    const frame = requestAnimationFrame(() => place.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [count, isAdding]);
  return (
    <div class="add-lines" ref={place}>
      {isAdding ? (
        <AddLine
          label="A new line"
          addLabel="Add this line"
          placeholder="What else helps"
          max={max}
          onAdd={add}
          onLeave={() => setAdding(false)}
          autoFocus
        />
      ) : (
        <button type="button" class="btn btn--text btn--plain" onClick={() => setAdding(true)}>
          <Icon name="plus" size="s" />
          Add a line
        </button>
      )}
    </div>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { addItem } from "../../actions/checklists.ts";
import { schema } from "../../model/schema.ts";
import { Icon } from "../components/icon.tsx";
import { AddLine } from "../editing/add-line.tsx";

interface Props {
  readonly id: string;
  /** How many lines stand above the field. */
  readonly count: number;
}

/** A quiet button that becomes a field; the field stays for the next line until it is left empty. */
export function AddToList({ id, count }: Props) {
  const [isAdding, setAdding] = useState(false);
  const adds = useRef<Promise<unknown>>(Promise.resolve());
  // One after the other: two lines typed fast must not take the same place.
  const add = (text: string) => {
    adds.current = adds.current.then(() => addItem(id, text));
  };
  // Each new line pushes the field down; it stays where it can be seen. The frame later, the snackbar has its place.
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [count, isAdding]);
  if (!isAdding) {
    return (
      <button type="button" class="btn btn--text btn--plain" onClick={() => setAdding(true)}>
        <Icon name="plus" size="s" />
        Add a line
      </button>
    );
  }
  return (
    <div class="checklist__add" ref={field}>
      <AddLine
        label="A new line"
        addLabel="Add this line"
        placeholder="What else helps"
        max={schema.items.text.max}
        onAdd={add}
        onLeave={() => setAdding(false)}
        autoFocus
      />
    </div>
  );
}

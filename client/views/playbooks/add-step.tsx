import { useEffect, useRef, useState } from "preact/hooks";
import { addStep } from "../../actions/own-playbooks.ts";
import { schema } from "../../model/schema.ts";
import { Icon } from "../components/icon.tsx";
import { AddLine } from "../editing/add-line.tsx";

interface Props {
  readonly playbook: string;
  /** How many lines stand above the field. */
  readonly count: number;
}

/**
 * A quiet button that becomes a field; the field stays for the next line until it is left empty. Both are equally tall:
 * a tap on what stands below leaves the field, and must find it where it was.
 */
export function AddStep({ playbook, count }: Props) {
  const [isAdding, setAdding] = useState(false);
  const adds = useRef<Promise<unknown>>(Promise.resolve());
  // One after the other: two lines typed fast must not take the same place.
  const add = (text: string) => {
    adds.current = adds.current.then(() => addStep(playbook, text));
  };
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [count, isAdding]);
  if (!isAdding) {
    return (
      <div class="add-step">
        <button type="button" class="btn btn--text btn--plain" onClick={() => setAdding(true)}>
          <Icon name="plus" size="s" />
          Add a line
        </button>
      </div>
    );
  }
  return (
    <div class="add-step" ref={field}>
      <AddLine
        label="A new line"
        addLabel="Add this line"
        placeholder="What else helps"
        max={schema.playbook_steps.text.max}
        onAdd={add}
        onLeave={() => setAdding(false)}
        autoFocus
      />
    </div>
  );
}

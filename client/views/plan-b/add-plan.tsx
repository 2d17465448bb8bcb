import { useState } from "preact/hooks";
import { addPlan } from "../../actions/plans.ts";
import { schema } from "../../model/schema.ts";
import { Icon } from "../components/icon.tsx";
import { AddLine } from "../editing/add-line.tsx";

export function AddPlan() {
  const [isAdding, setAdding] = useState(false);
  if (!isAdding) {
    return (
      <button type="button" class="btn btn--text btn--plain" onClick={() => setAdding(true)}>
        <Icon name="plus" size="s" />
        Add an option
      </button>
    );
  }
  return (
    <AddLine
      label="A new option"
      addLabel="Add this option"
      placeholder="A role, a team, a course"
      max={schema.plans.title.max}
      onAdd={(title) => void addPlan({ title })}
      onLeave={() => setAdding(false)}
      autoFocus
    />
  );
}

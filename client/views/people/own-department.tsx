import { useMemo } from "preact/hooks";
import { editProfile } from "../../actions/profile.ts";
import { inUse } from "../../model/people/quick-add.ts";
import { schema } from "../../model/schema.ts";
import { AddLine } from "../editing/add-line.tsx";
import { Choices } from "../components/choices.tsx";
import type { Person } from "./load.ts";

interface Props {
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

const offeredAtMost = 8;

/** The one thing the map must know of the person: whose line is theirs. */
export function OwnDepartment({ people, onDone }: Props) {
  const departments = useMemo(() => inUse(people, "department").slice(0, offeredAtMost), [people]);
  const take = (department: string) => {
    void editProfile({ department });
    onDone();
  };
  return (
    <div class="stack--s">
      {departments.length > 0 && (
        <Choices
          manual
          label="Your department"
          options={departments.map((value) => ({ value, label: value }))}
          value={null}
          onChange={take}
        />
      )}
      <AddLine
        label="Your department"
        addLabel="That is mine"
        placeholder={departments.length > 0 ? "Another one" : "Network planning"}
        max={schema.profiles.department.max}
        onAdd={take}
      />
    </div>
  );
}

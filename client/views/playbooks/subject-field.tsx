import type { SubjectRef } from "../../actions/redating.ts";
import { useQuery } from "../../store/query.ts";
import { Field } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { loadSubjects, subjectValue } from "./subjects.ts";

interface Props {
  readonly about: SubjectRef | null;
  readonly onChoose: (value: string) => void;
}

export function SubjectField({ about, onChoose }: Props) {
  const groups = useQuery(["subjects"], ["interviews", "wins", "plans", "people"], loadSubjects);
  if (groups === undefined) return null;
  return (
    <Field label="For" hint="Dates are reckoned from it.">
      {(links) => (
        <div class="select">
          <select
            {...links}
            class="input"
            value={subjectValue(about)}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            <option value="">On its own</option>
            {groups.map(({ label, choices }) => (
              <optgroup key={label} label={label}>
                {choices.map(({ value, words }) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <Icon name="chevron-down" size="s" />
        </div>
      )}
    </Field>
  );
}

import type { SubjectRef } from "../../actions/redating.ts";
import { useQuery } from "../../store/query.ts";
import { Field } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { useLast } from "../listing/use-last.ts";
import { loadSubjects, subjectValue } from "./subjects.ts";

interface Props {
  readonly about: SubjectRef | null;
  readonly onChoose: (value: string) => void;
}

const reckoned = "Dates are reckoned from it.";

export function SubjectField({ about, onChoose }: Props) {
  const asked = useQuery(["subjects", subjectValue(about)], ["interviews", "wins", "plans", "people"], (store) =>
    loadSubjects(store, about),
  );
  // Who has just chosen is still in the field while the next answer comes.
  const subjects = useLast(asked ?? null);
  if (subjects === null) return null;
  const { groups, areMore } = subjects;
  return (
    <Field label="For" hint={areMore ? `${reckoned} What is older starts its lists from its own page, under More.` : reckoned}>
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

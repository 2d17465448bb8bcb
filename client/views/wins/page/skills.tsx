import { editWin } from "../../../actions/wins.ts";
import { skillsIn, withSkill } from "../../../model/wins-entry.ts";
import type { Entry } from "../../../store/store.ts";
import { TapButton } from "../../components/top.tsx";
import { AddLine } from "../../editing/add-line.tsx";

/** What it shows that one can do: a word each, for the CV and the next interview. */
export function Skills({ win }: { readonly win: Entry<"wins"> }) {
  const skills = skillsIn(win.skills);
  const keep = (next: readonly string[]) => void editWin(win.id, { skills: next.length > 0 ? next : null });
  return (
    <div class="field" role="group" aria-label="What it shows you can do">
      <span class="legend" aria-hidden="true">
        What it shows you can do
      </span>
      {skills.length > 0 && (
        <ul class="choices">
          {skills.map((skill) => (
            <li key={skill} class="pick">
              <bdi>{skill}</bdi>
              <TapButton icon="x" label={`Remove ${skill}`} size="xs" onClick={() => keep(skills.filter((one) => one !== skill))} />
            </li>
          ))}
        </ul>
      )}
      <AddLine
        label="A skill, in a word or two"
        addLabel="Add this skill"
        placeholder="A skill, in a word or two"
        max={60}
        onAdd={(typed) => keep(withSkill(skills, typed))}
      />
    </div>
  );
}

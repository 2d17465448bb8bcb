import { editPlaybook, setPlaybookAnchor } from "../../actions/own-playbooks.ts";
import type { OwnPlaybook, PlaybookAnchor } from "../../model/own-playbooks.ts";
import { schema } from "../../model/schema.ts";
import { Choices } from "../components/choices.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { repeatWords } from "./offers.ts";
import { SelectField, type SelectChoice } from "./select-field.tsx";

const anchorChoices: readonly SelectChoice<PlaybookAnchor>[] = [
  { value: "start", words: "The day it is started" },
  { value: "interview", words: "The interview" },
  { value: "outcome", words: "The outcome" },
  { value: "win", words: "The win" },
  { value: "plan", words: "The day an option is begun" },
];

export function AboutFields({ playbook }: { readonly playbook: OwnPlaybook }) {
  const { id, title, intro, anchor, repeat_weeks } = playbook;
  return (
    <>
      <ShortField
        label="Title"
        value={title}
        max={schema.playbooks.title.max}
        needed="A list needs a title. The old one is kept."
        onKeep={(next) => next !== null && void editPlaybook(id, { title: next })}
      />
      <ShortField
        wrap
        label="What it is for"
        value={intro}
        max={schema.playbooks.intro.max}
        onKeep={(next) => void editPlaybook(id, { intro: next })}
      />
      <SelectField
        label="Its dates count from"
        hint={anchor === null || anchor === "start" ? undefined : "Where that is not known, from the day it is started."}
        choices={anchorChoices}
        value={anchor ?? "start"}
        onChoose={(next) => void setPlaybookAnchor(id, next)}
      />
      <div class="field">
        <p class="legend">It comes</p>
        <Choices
          label="It comes"
          options={repeatOptions(repeat_weeks)}
          value={String(repeat_weeks ?? "")}
          onChange={(weeks) => void editPlaybook(id, { repeat_weeks: weeks === "" ? null : Number(weeks) })}
        />
        <p class="hint">{repeat_weeks === null ? "" : "When it is finished, or its time has come, the next one begins."}</p>
      </div>
    </>
  );
}

/** Another number than these can come from a later version of Rebound; it is shown as it is. */
function repeatOptions(weeks: number | null) {
  const offered = [null, 1, 4, ...(weeks === null || weeks === 1 || weeks === 4 ? [] : [weeks])];
  return offered.map((each) => ({ value: String(each ?? ""), label: repeatWords(each) || "Once" }));
}

import { editStep } from "../../actions/own-playbooks.ts";
import { isMessagePurpose, messagePurposes, purposeTitles } from "../../model/messages/purposes.ts";
import type { OwnStep } from "../../model/own-playbooks.ts";
import { SelectField } from "./select-field.tsx";
import { existingTools, toolWords } from "./tool-words.ts";

const toolChoices = [
  { value: "", words: "None" },
  ...existingTools.map((tool) => ({ value: tool as string, words: toolWords[tool] })),
];
const purposeChoices = messagePurposes.map((purpose) => ({ value: purpose, words: purposeTitles[purpose] }));

/** Which button a line gets. A tool whose screen does not exist yet is kept, and shows as none. */
export function ToolFields({ step: { id, tool, tool_ref } }: { readonly step: OwnStep }) {
  const shown = toolChoices.some(({ value }) => value === tool) ? (tool ?? "") : "";
  const choose = (value: string) => {
    const purpose = isMessagePurpose(tool_ref) ? tool_ref : messagePurposes[0]!;
    void editStep(id, { tool: value === "" ? null : value, tool_ref: value === "composer" ? purpose : null });
  };
  return (
    <>
      <SelectField label="Its button" choices={toolChoices} value={shown} onChoose={choose} />
      {tool === "composer" && (
        <SelectField
          label="What the message is for"
          choices={purposeChoices}
          value={isMessagePurpose(tool_ref) ? tool_ref : messagePurposes[0]!}
          onChoose={(purpose) => void editStep(id, { tool_ref: purpose })}
        />
      )}
    </>
  );
}

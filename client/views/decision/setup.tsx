import {
  addCriterion,
  addOption,
  moveCriterion,
  moveOption,
  removeCriterion,
  removeOption,
  renameCriterion,
  renameOption,
  setWeight,
} from "../../actions/decision-parts.ts";
import { editDecision } from "../../actions/decisions.ts";
import type { ComponentChildren } from "preact";
import { highestWeight, type Weight } from "../../model/decision.ts";
import { schema } from "../../model/schema.ts";
import { Sortable } from "../components/sortable.tsx";
import { TapButton } from "../components/top.tsx";
import { AddLine } from "../editing/add-line.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { useDraft } from "../editing/use-draft.ts";
import type { DecisionView } from "./load.ts";
import { Scale } from "./scale.tsx";

/** Options and criteria: renamed, added, taken off, put in order, weighed. */
export function Setup({ view: { sheet, decision, options, criteria } }: { readonly view: DecisionView }) {
  return (
    <>
      <ShortField
        label="The question"
        value={decision.question}
        max={schema.decisions.question.max}
        onKeep={(question) => void editDecision(sheet, { question })}
      />
      <section>
        <h2 class="section__title">The ways you could go</h2>
        <Sortable
          items={options}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          onMove={(id, above) => moveOption(sheet, id, above)}
          itemClass="part"
        >
          {(option, grip) => (
            <>
              <Name label={`Name of ${option.name}`} name={option.name} onKeep={(name) => void renameOption(sheet, option, name)} />
              <End name={option.name} isLast={options.length <= 2} onRemove={() => void removeOption(sheet, option)}>
                {grip}
              </End>
            </>
          )}
        </Sortable>
        <AddLine label="Another way" addLabel="Add this way" placeholder="Another way" max={80} onAdd={(name) => void addOption(sheet, name)} />
      </section>
      <section>
        <h2 class="section__title">What counts, and how much</h2>
        <Sortable
          items={criteria}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          onMove={(id, above) => moveCriterion(sheet, id, above)}
          itemClass="part"
        >
          {(criterion, grip) => (
            <>
              <Name label={`Name of ${criterion.name}`} name={criterion.name} onKeep={(name) => void renameCriterion(sheet, criterion, name)} />
              <Scale
                look="bars"
                label={`Weight of ${criterion.name}`}
                max={highestWeight}
                value={criterion.weight}
                onPick={(weight) => void setWeight(sheet, criterion, weight as Weight)}
              />
              <End name={criterion.name} isLast={criteria.length <= 1} onRemove={() => void removeCriterion(sheet, criterion)}>
                {grip}
              </End>
            </>
          )}
        </Sortable>
        <AddLine label="Something else that counts" addLabel="Add this criterion" placeholder="Something else that counts" max={80} onAdd={(name) => void addCriterion(sheet, name)} />
      </section>
    </>
  );
}

/** A name in its row: kept when it is left; an emptied one is the old one. */
function Name({ label, name, onKeep }: { readonly label: string; readonly name: string; readonly onKeep: (name: string) => void }) {
  const draft = useDraft({ kept: name, keep: onKeep, mayKeep: (typed) => typed !== "" });
  return (
    <input
      class="input part__name"
      aria-label={label}
      autocomplete="off"
      enterkeyhint="done"
      maxLength={80}
      value={draft.value}
      onInput={draft.onInput}
      onBlur={draft.settle}
      onKeyDown={(event) => event.key === "Enter" && !event.isComposing && draft.settle()}
    />
  );
}

interface EndProps {
  readonly name: string;
  /** Fewer would be no decision. */
  readonly isLast: boolean;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
}

function End({ name, isLast, onRemove, children }: EndProps) {
  return (
    <>
      {!isLast && <TapButton icon="x" size="s" label={`Take off: ${name}`} onClick={onRemove} />}
      {children}
    </>
  );
}

import { useState } from "preact/hooks";
import { setCadence } from "../../actions/people.ts";
import { cadenceTyped, longestCadence, usualCadences } from "../../model/people/cadence.ts";
import { Choices } from "../components/choices.tsx";
import { ShortField } from "../editing/short-field.tsx";
import type { Person } from "./load.ts";

const usual = usualCadences.map((weeks) => ({ value: String(weeks), label: `${weeks} weeks` }));

/** Two, four, eight or twelve weeks, another number, or none. */
export function CadenceField({ person: { id, name, cadence_weeks: weeks } }: { readonly person: Person }) {
  const isUsual = weeks === null || (usualCadences as readonly number[]).includes(weeks);
  const [isTyping, type] = useState(!isUsual);
  const value = isTyping ? "own" : weeks === null ? null : String(weeks);
  const choose = (chosen: string) => {
    type(chosen === "own");
    if (chosen === "none") void setCadence(id, null);
    else if (chosen !== "own") void setCadence(id, Number(chosen));
  };
  return (
    <div class="stack--s">
      <Choices
        manual
        label={`How often a word with ${name ?? "them"}`}
        options={[...usual, { value: "own", label: "Other" }, ...(weeks === null ? [] : [{ value: "none", label: "No rhythm" }])]}
        value={value}
        onChange={choose}
      />
      {isTyping && (
        <ShortField
          label="Weeks"
          hint={`A number from 1 to ${longestCadence}.`}
          value={weeks === null ? null : String(weeks)}
          max={2}
          input={{ inputMode: "text" }}
          onKeep={(typed) => {
            const count = cadenceTyped(typed ?? "");
            if (count !== null) void setCadence(id, count);
          }}
        />
      )}
    </div>
  );
}

import { useState } from "preact/hooks";
import { choose, type Choice } from "../../actions/decisions.ts";
import { addDays, dayOf, deviceZone, isDay } from "../../model/days.ts";
import { schema } from "../../model/schema.ts";
import { Choices } from "../components/choices.tsx";
import { Field, FieldError } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import type { DecisionView } from "./load.ts";

interface Props {
  readonly view: DecisionView;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ChooseSheet({ view, open, onClose }: Props) {
  return (
    <Sheet title="Choose" open={open} onClose={onClose}>
      {open && <Form view={view} onClose={onClose} />}
    </Sheet>
  );
}

/** When a dated commitment has had its time. */
const reviewAfterDays = 90;

const places = [
  { value: "list", label: "On a list" },
  { value: "plan", label: "An option of Plan B" },
] as const;

function Form({ view: { sheet, decision, options, standings }, onClose }: Omit<Props, "open">) {
  const today = dayOf(Date.now(), deviceZone());
  const [chosen, setChosen] = useState(decision.chosen);
  const [firstStep, setFirstStep] = useState(decision.first_step ?? "");
  const [goesTo, setGoesTo] = useState<Choice["goesTo"]>("list");
  const [reviewOn, setReviewOn] = useState(addDays(today, reviewAfterDays));
  const [isTried, setTried] = useState(false);
  const isDated = isDay(reviewOn) && reviewOn > today;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (chosen === null || !isDated) return;
    onClose();
    void choose(sheet, { chosen, firstStep, goesTo, reviewOn });
  };
  const scoreOf = (id: string) => standings.find((standing) => standing.id === id)?.second ?? null;
  const ways = options.map(({ id, name }) => {
    const score = scoreOf(id);
    return { value: name, label: score === null ? name : `${name} (${score.toFixed(1)})` };
  });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <div>
        <Choices label="What do you choose?" look="option" value={chosen} options={ways} onChange={setChosen} />
        {isTried && chosen === null && <FieldError>Choose one of them first. Nothing is written yet.</FieldError>}
      </div>
      <Field label="The first step" hint="Small enough for tomorrow.">
        {(links) => (
          <textarea
            {...links}
            class="input wrapping"
            rows={1}
            maxLength={schema.decisions.first_step.max}
            value={firstStep}
            onInput={(event) => setFirstStep(event.currentTarget.value)}
          />
        )}
      </Field>
      {firstStep.trim() !== "" && (
        <div class="field">
          <span class="legend">Where it goes</span>
          <Choices label="Where it goes" options={places} value={goesTo} onChange={setGoesTo} />
        </div>
      )}
      <Field
        label="Review date"
        hint="A choice with a review date is safe to make. On that day you may change it."
        error={isTried && !isDated ? "It takes a day after today. Nothing is written yet." : null}
      >
        {(links) => (
          <input
            {...links}
            type="date"
            class="input"
            min={addDays(today, 1)}
            max="9999-12-31"
            value={reviewOn}
            onInput={(event) => setReviewOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="btn btn--primary btn--wide">
        Choose
      </button>
    </form>
  );
}

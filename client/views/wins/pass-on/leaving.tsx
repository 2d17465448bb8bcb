import { answerLeaving } from "../../../actions/wins.ts";
import { deviceZone } from "../../../model/days.ts";
import { calledBy } from "../../../model/pass-on.ts";
import type { Wins } from "../../../model/schema.ts";
import { dateWords } from "../../../model/words.ts";
import type { Entry } from "../../../store/store.ts";
import { Choices } from "../../components/choices.tsx";
import type { PassOnView } from "../load.ts";
import { today } from "../today.ts";
import { draftsAfter } from "./drafts.ts";

type Answer = NonNullable<Wins["may_leave"]>;

/** The first question, remembered with the win. */
export function Leaving({ view: { win, askedAt } }: { readonly view: PassOnView }) {
  const name = win.praised_by === null ? null : calledBy({ name: win.praised_by }, "");
  const asked = askedAt && `Asked on ${dateWords(askedAt, deviceZone(), today())}.`;
  const options: readonly { readonly value: Answer; readonly label: ReturnType<typeof words> }[] = [
    { value: "as_it_is", label: words(name ? "As it is, with the name and the place" : "As it is", null) },
    { value: "own_words", label: words("In my own words", `No place, no figures.${name ? ` ${name} stays named.` : ""}`) },
    { value: "ask_first", label: words(`I am not sure, I will ask ${name ?? "somebody"} first`, asked) },
  ];
  return (
    <div>
      <p class="legend" aria-hidden="true">
        First: may this leave your team?
      </p>
      <Choices
        look="option"
        label="First: may this leave your team?"
        options={options}
        value={win.may_leave}
        onChange={(answer) => void choose(win, answer)}
      />
    </div>
  );
}

function words(label: string, hint: string | null) {
  return (
    <>
      {label}
      {hint && <span class="hint pass-on__hint">{hint}</span>}
    </>
  );
}

async function choose(win: Entry<"wins">, answer: Answer): Promise<void> {
  await answerLeaving(win.id, answer, await draftsAfter(win, answer));
}

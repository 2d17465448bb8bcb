import { useState } from "preact/hooks";
import { addWin } from "../../actions/wins.ts";
import { schema } from "../../model/schema.ts";
import { fridayWords, winFromFriday, type FridayLine } from "../../model/wins-entry.ts";
import { TextField } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { useSheet } from "../editing/use-sheet.ts";

const empty: FridayLine = { done: "", effect: "", seenBy: "" };

/** Friday: done, what it changed, who saw it. Three short answers make one line. */
export function WeekSheet() {
  const { open, close } = useSheet(["week"] as const);
  return (
    <Sheet title="The week in one line" open={open === "week"} onClose={close}>
      {open === "week" && <Line onClose={close} />}
    </Sheet>
  );
}

function Line({ onClose }: { readonly onClose: () => void }) {
  const [line, setLine] = useState(empty);
  const [isMissing, setMissing] = useState(false);
  const set = (part: Partial<FridayLine>) => {
    setLine({ ...line, ...part });
    setMissing(false);
  };
  const keep = (event: Event) => {
    event.preventDefault();
    if (line.done.trim() === "") return setMissing(true);
    void addWin(winFromFriday(line));
    onClose();
  };
  const input = { autocomplete: "off" } as const;
  return (
    <form class="stack" onSubmit={keep} noValidate>
      <TextField
        label="Done"
        value={line.done}
        onValue={(done) => set({ done })}
        error={isMissing ? "One thing that is done is enough. The rest is kept." : null}
        input={{ ...input, autofocus: true, maxLength: schema.wins.title.max, enterKeyHint: "next" }}
      />
      <TextField
        label="What it changed"
        hint="A number says most."
        value={line.effect}
        onValue={(effect) => set({ effect })}
        input={{ ...input, maxLength: 500, enterKeyHint: "next" }}
      />
      <TextField
        label="Who saw it"
        value={line.seenBy}
        onValue={(seenBy) => set({ seenBy })}
        input={{ ...input, autocapitalize: "words", maxLength: 200, enterKeyHint: "done" }}
      />
      {line.done.trim() !== "" && <p class="win__quote">{fridayWords(line)}</p>}
      <button type="submit" class="btn btn--primary btn--wide">
        Keep it
      </button>
    </form>
  );
}

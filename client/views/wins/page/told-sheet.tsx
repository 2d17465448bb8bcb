import { useState } from "preact/hooks";
import { recordTold, type Somebody } from "../../../actions/forwards.ts";
import { deviceZone, momentAt, momentNow, type Day } from "../../../model/days.ts";
import { roundNote } from "../../../model/pass-on.ts";
import { Choices } from "../../components/choices.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { DayField } from "../../editing/day-field.tsx";
import { PersonPicker } from "../../interview/person-picker.tsx";
import type { WinPageView } from "../load.ts";
import { Notes } from "../pass-on/notes.tsx";
import { today } from "../today.ts";

interface Props {
  readonly view: WinPageView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Told by word of mouth counts as much as a letter. */
export function ToldSheet({ view, open, onClose }: Props) {
  return (
    <Sheet title="Who did you tell?" open={open} onClose={onClose}>
      {open && <Told view={view} onClose={onClose} />}
    </Sheet>
  );
}

const ways = [
  { value: "coffee", label: "In person" },
  { value: "meeting", label: "In a meeting" },
  { value: "call", label: "By telephone" },
] as const;

type Way = (typeof ways)[number]["value"];

function Told({ view, onClose }: Omit<Props, "open">) {
  const { win, above, forwards } = view;
  const [who, setWho] = useState<Somebody | null>(null);
  const [day, setDay] = useState<Day>(today());
  const [way, setWay] = useState<Way>("coffee");
  const upward = [above.boss, above.bosssBoss].filter((person) => person !== null);
  const others: Somebody[] = who && !upward.some(({ id }) => id === who.id) ? [who] : [];
  const named = [...upward.map(({ id, name }) => ({ id, name: name ?? "Somebody" })), ...others];
  const keyOf = (somebody: Somebody) => somebody.id ?? somebody.name;
  const round = who?.id ? roundNote(above, new Set([who.id]), forwards) : null;
  const note = () => {
    if (who === null) return;
    const to = who.id === above.boss?.id && who.id ? "boss" : who.id === above.bosssBoss?.id && who.id ? "bosss_boss" : "other";
    const at = day === today() ? momentNow() : (momentAt(day, 12, 0, deviceZone()) ?? momentNow());
    void recordTold(win.id, { who, to, at, channel: way });
    onClose();
  };
  return (
    <>
      {named.length > 0 && (
        <Choices
          label="Who"
          options={named.map((one) => ({ value: keyOf(one), label: one.name }))}
          value={who && keyOf(who)}
          onChange={(key) => setWho(named.find((one) => keyOf(one) === key) ?? null)}
        />
      )}
      <PersonPicker taken={new Set(named.flatMap(({ id }) => id ?? []))} onPick={setWho} />
      <Choices label="How" options={ways} value={way} onChange={setWay} />
      <DayField label="When" value={day} onKeep={(chosen) => setDay(chosen ?? today())} />
      <Notes notes={round ? [round] : []} />
      <div class="stack--s">
        {who === null && (
          <p class="hint" id="who-first">
            Choose who it was, or type a name.
          </p>
        )}
        <button
          type="button"
          class="btn btn--primary btn--wide"
          aria-disabled={who === null ? "true" : undefined}
          aria-describedby={who === null ? "who-first" : undefined}
          onClick={note}
        >
          Note it
        </button>
      </div>
    </>
  );
}

import { useState } from "preact/hooks";
import { deviceZone } from "../../../model/days.ts";
import type { Addressee } from "../../../model/messages/draft.ts";
import { ageNote, bunchNote, calledBy, isPraiser, reasonForCopy, type Note } from "../../../model/pass-on.ts";
import type { Entry } from "../../../store/store.ts";
import type { PassOnView } from "../load.ts";
import { today } from "../today.ts";
import { AboveQuestion } from "./above-question.tsx";
import { beginLetter } from "./drafts.ts";
import { Notes } from "./notes.tsx";
import { CopyToggle, Reader } from "./readers.tsx";

type Person = Entry<"people">;

/** Who it goes to: the boss first, and who else when it concerns them. */
export function Upward({ view }: { readonly view: PassOnView }) {
  const { boss, bosssBoss } = view.above;
  // One question first.
  if (boss === null && view.win.may_leave === null) return null;
  if (boss === null) return <AboveQuestion relation="boss" legend="Who is your boss?" hint="Asked once, and kept with People." />;
  const isTold = view.forwards.some(({ to, person }) => to === "boss" || person === boss.id);
  return isTold && bosssBoss ? <Higher view={view} boss={boss} bosssBoss={bosssBoss} /> : <ToBoss view={view} boss={boss} />;
}

function ToBoss({ view, boss }: { readonly view: PassOnView; readonly boss: Person }) {
  const { win, above } = view;
  const { bosssBoss } = above;
  const reason = bosssBoss && reasonForCopy(win, bosssBoss);
  const [copy, setCopy] = useState<boolean | null>(null);
  const isCopied = copy ?? reason !== null;
  const name = calledBy(bosssBoss, "");
  const said = isPraiser(win, bosssBoss) ? `${name} said it, and knows.` : null;
  return (
    <>
      <div class="pass-on__readers">
        <Reader person={boss} words="Your boss. First, always." end={<span class="tag">To</span>} />
        {bosssBoss ? (
          <CopyToggle
            person={bosssBoss}
            hint={said ?? reason ?? `Only when it touches ${name}’s own work. You know best.`}
            on={isCopied}
            onChange={setCopy}
          />
        ) : (
          <AboveQuestion
            relation="bosss_boss"
            folded
            legend={`Who is above ${calledBy(boss, "your boss")}?`}
            hint="Asked once. Then one tap puts them in copy."
          />
        )}
      </div>
      <Notes notes={notesFor(view, boss)} />
      <WriteButton view={view} onWrite={() => void beginLetter(win.id, "win-to-boss", readers([boss], isCopied ? [bosssBoss] : []))} />
    </>
  );
}

/** The boss knows: now the one above, with the boss in copy. */
function Higher({ view, boss, bosssBoss }: { readonly view: PassOnView; readonly boss: Person; readonly bosssBoss: Person }) {
  const [isCopied, setCopied] = useState(true);
  const name = calledBy(boss, "Your boss");
  return (
    <>
      <div class="pass-on__readers">
        <Reader person={bosssBoss} words={`Your boss’s boss. ${name} knows already.`} end={<span class="tag">To</span>} />
        <CopyToggle person={boss} hint="Then nobody is gone round." on={isCopied} onChange={setCopied} />
      </div>
      <Notes notes={notesFor(view, bosssBoss)} />
      <WriteButton
        view={view}
        onWrite={() => void beginLetter(view.win.id, "win-to-bosss-boss", readers([bosssBoss], isCopied ? [boss] : []))}
      />
    </>
  );
}

/** The one button; until the first question is answered it says why it waits. */
function WriteButton({ view: { win }, onWrite }: { readonly view: PassOnView; readonly onWrite: () => void }) {
  const isOpen = win.may_leave === null || win.may_leave === "no";
  return (
    <div class="stack--s">
      {isOpen && (
        <p class="hint" id="first-answer">
          Answer the first question, then the two lines can be written.
        </p>
      )}
      <button
        type="button"
        class="btn btn--primary btn--wide"
        aria-disabled={isOpen ? "true" : undefined}
        aria-describedby={isOpen ? "first-answer" : undefined}
        onClick={() => !isOpen && onWrite()}
      >
        Write the two lines
      </button>
    </div>
  );
}

function notesFor({ win, told }: PassOnView, to: Person): Note[] {
  return [bunchNote(win.id, to, told, today(), deviceZone()), ageNote(win, today())].filter((note) => note !== null);
}

function readers(to: readonly (Person | null)[], cc: readonly (Person | null)[]) {
  const addressees = (people: readonly (Person | null)[]): Addressee[] =>
    people.flatMap((person) => (person ? [{ id: person.id, name: person.name, email: person.email }] : []));
  return { to: addressees(to), cc: addressees(cc) };
}

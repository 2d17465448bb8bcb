import { useState } from "preact/hooks";
import type { ImportEntry, ImportPlan } from "../../model/people/import-plan.ts";
import type { Fault, FaultKind } from "../../model/vcard/cards.ts";
import { capital, counted, listed, numberWord } from "../../model/words.ts";
import { Check } from "../components/check.tsx";
import { Dock } from "../components/dock.tsx";
import { Fold } from "../components/fold.tsx";
import { Row } from "../components/row.tsx";
import { LongList } from "../listing/long-list.tsx";

export interface Chosen {
  readonly has: (index: number) => boolean;
  readonly count: number;
  readonly set: (index: number, isChosen: boolean) => void;
  readonly setAll: (isChosen: boolean) => void;
}

/** Everybody new, and whoever is here and would gain something: the rest has nothing to choose. */
export function useChosen(plan: ImportPlan | null): Chosen {
  const [left, setLeft] = useState<{ readonly plan: ImportPlan | null; readonly out: ReadonlySet<number> }>({ plan, out: new Set() });
  const out = left.plan === plan ? left.out : new Set<number>();
  const offered = plan?.entries.filter(isOffered) ?? [];
  const keep = (next: ReadonlySet<number>) => setLeft({ plan, out: next });
  return {
    has: (index) => !out.has(index) && isOffered(plan!.entries[index]!),
    count: offered.length - out.size,
    set: (index, isChosen) => {
      const next = new Set(out);
      if (isChosen) next.delete(index);
      else next.add(index);
      keep(next);
    },
    setAll: (isChosen) => keep(isChosen ? new Set() : new Set(offered.map(({ index }) => index))),
  };
}

function isOffered({ match, fills }: ImportEntry): boolean {
  return match === null || Object.keys(fills).length > 0;
}

interface Props {
  readonly plan: ImportPlan;
  readonly faults: readonly Fault[];
  readonly chosen: Chosen;
  readonly onOther: () => void;
}

export function ImportPreview({ plan, faults, chosen, onOther }: Props) {
  const offered = plan.entries.filter(isOffered);
  const known = plan.entries.length - offered.length;
  return (
    <div class="body">
      <div class="stack--s">
        <h1>{headline(plan)}</h1>
        <p class="muted">{summary(plan, known)}</p>
      </div>
      <Faults faults={faults} />
      {offered.length > 0 && (
        <section>
          <div class="section__head">
            <h2>Whom to keep</h2>
            <span>
              <button type="button" class="btn btn--text" onClick={() => chosen.setAll(true)}>
                All
              </button>
              <button type="button" class="btn btn--text" onClick={() => chosen.setAll(false)}>
                None
              </button>
            </span>
          </div>
          <LongList name="people to import" rows={offered} keyOf={({ index }) => String(index)}>
            {(entry) => <Offer entry={entry} chosen={chosen} />}
          </LongList>
        </section>
      )}
      <div>
        <button type="button" class="btn btn--quiet" onClick={onOther}>
          Choose another file
        </button>
      </div>
    </div>
  );
}

export function ImportDock({ plan, chosen, onKeep }: { readonly plan: ImportPlan; readonly chosen: Chosen; readonly onKeep: () => void }) {
  if (!plan.entries.some(isOffered)) return null;
  return (
    <Dock>
      <button type="button" class="btn btn--primary btn--wide" disabled={chosen.count === 0} onClick={onKeep}>
        {chosen.count === 0 ? "Nobody is chosen" : `Keep ${counted(chosen.count, "person", "people")}`}
      </button>
    </Dock>
  );
}

function Offer({ entry, chosen }: { readonly entry: ImportEntry; readonly chosen: Chosen }) {
  const { index, given, match } = entry;
  const name = match?.name ?? given.name;
  const isChosen = chosen.has(index);
  const words = match ? fillsWords(entry) : [given.role, given.department, given.organisation].filter(Boolean).join(", ");
  return (
    <Row
      start={<Check state={isChosen ? "done" : "open"} label={name} onToggle={() => chosen.set(index, !isChosen)} />}
      title={name}
      meta={words}
    />
  );
}

const fieldWords: Readonly<Record<string, string>> = {
  role: "a role",
  department: "a department",
  organisation: "a company",
  level: "a level",
  email: "a mail address",
  phone: "a number",
  link: "a link",
  notes: "notes",
  how_met: "how you met",
  cadence_weeks: "how often",
};

function fillsWords({ fills }: ImportEntry): string {
  return `Here already. Adds ${listed(Object.keys(fills).map((field) => fieldWords[field] ?? field))}.`;
}

/** "Three new people.": what the file brings. */
function headline({ entries }: ImportPlan): string {
  const added = entries.filter(({ match }) => match === null).length;
  if (added > 0) return added === 1 ? "One new person." : `${capital(numberWord(added))} new people.`;
  return entries.some(isOffered) ? "Nobody new, but news of some." : "You have everybody already.";
}

function summary({ repeated }: ImportPlan, known: number): string {
  const words = [
    known > 0 && `${counted(known, "person", "people")} you have already, with all of this.`,
    repeated > 0 && `${counted(repeated, "card")} said somebody twice and ${repeated === 1 ? "was" : "were"} put together.`,
    "Nothing is kept yet.",
  ];
  return words.filter(Boolean).join(" ");
}

const faultWords: { readonly [kind in FaultKind]: string } = {
  "no-end": "a card without an end; what it says was read",
  nobody: "a card that names nobody; it was left out",
  "unreadable-line": "a line that says nothing; it was left out",
};

/** More lines than this, somebody looks into the file itself. */
const faultsShown = 100;

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <Fold band icon="info" summary="Not quite whole" count={`${counted(faults.length, "place")} in the file`}>
      <ul class="fold-body faults">
        {faults.slice(0, faultsShown).map(({ line, kind }, index) => (
          <li key={index} class="small">
            Line {line}: {faultWords[kind]}.
          </li>
        ))}
        {faults.length > faultsShown && <li class="small">And {faults.length - faultsShown} more.</li>}
      </ul>
    </Fold>
  );
}

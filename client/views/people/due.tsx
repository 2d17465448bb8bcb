import { useMemo, useState } from "preact/hooks";
import { deviceZone } from "../../model/days.ts";
import { duePeople, type Due as DuePerson } from "../../model/people/cadence.ts";
import { RowLink } from "../components/row.tsx";
import { Who } from "../components/who.tsx";
import { Empty } from "../components/empty.tsx";
import { LongList } from "../listing/long-list.tsx";
import { DueRow } from "./due-row.tsx";
import { GapBand } from "./gap-band.tsx";
import { JustLogged } from "./just-logged.tsx";
import { LogSheet } from "./log-sheet.tsx";
import type { Contacts, Person } from "./load.ts";
import type { ListProps } from "./pane.tsx";
import { QuickAdd } from "./quick-add.tsx";
import { PeopleTabs } from "./tabs.tsx";
import { dueHeadline, spokenMeta } from "./words.ts";

/** As many as one would write to in an evening. The others wait below a tap, uncounted. */
const dueAtOnce = 5;
const spokenAtOnce = 6;

interface DueProps extends ListProps {
  readonly contacts: Contacts;
}

/** Who is due for a word, and whom one spoke with. */
export function Due({ people, contacts, here, aside, adding, onAdd, onAdded }: DueProps) {
  const [nowMs] = useState(() => Date.now());
  const [all, showAll] = useState(false);
  const [logging, log] = useState<Person | null>(null);
  const [logged, setLogged] = useState<{ readonly touch: string; readonly name: string } | null>(null);
  const due = useMemo(() => duePeople(people, contacts.last, Math.max(nowMs, Date.now()), deviceZone()), [people, contacts]);
  const shown = all ? due : due.slice(0, dueAtOnce);
  const headline = dueHeadline(Math.min(due.length, dueAtOnce), people);
  return (
    <div class="body people">
      {aside ? <h2 class="title">{headline}</h2> : <h1>{headline}</h1>}
      <PeopleTabs current="due" />
      {adding && <QuickAdd people={people} onAdd={onAdd} onDone={onAdded} />}
      {logged && <JustLogged key={logged.touch} touch={logged.touch} name={logged.name} onDone={() => setLogged(null)} />}
      {people.length === 0 && <Empty words="Nobody yet. The people you met at your last interview are a good first few." />}
      {due.length > 0 && <DueRows due={shown} here={here} nowMs={nowMs} onLog={log} />}
      {due.length > shown.length && !all && (
        <button type="button" class="btn btn--text btn--plain" onClick={() => showAll(true)}>
          Show the others
        </button>
      )}
      {!adding && <NoRhythm people={people} />}
      <SpokenWith people={people} contacts={contacts} here={here} nowMs={nowMs} />
      {people.length > 0 && <GapBand people={people} contacts={contacts} />}
      <LogSheet
        person={logging}
        onClose={() => log(null)}
        onLogged={(touch, person) => setLogged({ touch, name: person.name ?? "somebody" })}
      />
    </div>
  );
}

interface DueRowsProps {
  readonly due: readonly DuePerson<Person>[];
  readonly here: string | null;
  readonly nowMs: number;
  readonly onLog: (person: Person) => void;
}

function DueRows({ due, here, nowMs, onLog }: DueRowsProps) {
  return (
    <section>
      <h2 class="hidden">Due for a word</h2>
      <LongList name="due people" rows={due} keyOf={({ person }) => person.id}>
        {({ person, last }) => (
          <DueRow person={person} last={last} isHere={person.id === here} nowMs={nowMs} onLog={() => onLog(person)} />
        )}
      </LongList>
    </section>
  );
}

/** Nobody comes up by themselves until there is a rhythm. */
function NoRhythm({ people }: Pick<ListProps, "people">) {
  if (people.length === 0 || people.some(({ cadence_weeks }) => cadence_weeks !== null)) return null;
  return (
    <Empty
      words="Say how often you would like a word with somebody, and they come up here when it is time."
      action={
        <a class="btn btn--quiet" href="/people/rhythms">
          Choose how often
        </a>
      }
    />
  );
}

function SpokenWith({ people, contacts, here, nowMs }: Pick<DueProps, "people" | "contacts" | "here"> & { readonly nowMs: number }) {
  const personById = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  const recent = contacts.recent.flatMap((contact) => {
    const person = personById.get(contact.person);
    return person ? [{ person, contact }] : [];
  });
  if (recent.length === 0) return null;
  return (
    <section>
      <h2 class="section__title">You spoke with</h2>
      <ul class="rows">
        {recent.slice(0, spokenAtOnce).map(({ person, contact }) => (
          <li key={person.id} class={person.id === here ? "is-here" : undefined}>
            <RowLink
              href={`/people/${person.id}`}
              here={person.id === here}
              start={<Who name={person.name ?? ""} />}
              title={person.name ?? "Somebody"}
              meta={spokenMeta(person, contact, nowMs, deviceZone())}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

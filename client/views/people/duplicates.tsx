import { useMemo, useState } from "preact/hooks";
import { tellApart } from "../../actions/namesakes.ts";
import { mergePeople } from "../../actions/people.ts";
import { duplicatesIn, toldApart } from "../../model/people/duplicates.ts";
import { numberWord } from "../../model/words.ts";
import { useQuery } from "../../store/query.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { query } from "../router.ts";
import { PersonPicker } from "../interview/person-picker.tsx";
import { personWords, usePeople, type Person } from "./load.ts";

type Pair = readonly [Person, Person];

/** Who stands here twice: both are shown, and the person says which row stays. */
export function Duplicates() {
  const people = usePeople();
  const namesakes = useQuery(["namesakes"], ["namesakes"], (store) => store.all("namesakes"));
  const named = query.value.get("with");
  return (
    <Frame
      tab="people"
      detail={{
        label: "Duplicates",
        children: (
          <>
            <Top title="Duplicates" plain back={named === null ? "/people" : `/people/${named}`} />
            {people && namesakes && <Body people={people} namesakes={namesakes} named={people.find(({ id }) => id === named) ?? null} />}
          </>
        ),
      }}
    />
  );
}

/** As many as one decides about in one go. */
const pairsShown = 20;

interface BodyProps {
  readonly people: readonly Person[];
  readonly namesakes: readonly Entry<"namesakes">[];
  readonly named: Person | null;
}

function Body({ people, namesakes, named }: BodyProps) {
  const [chosen, choose] = useState<string | null>(null);
  const found = useMemo(() => duplicatesIn(people), [people]);
  const areTwo = useMemo(() => toldApart(namesakes), [namesakes]);
  const other = people.find(({ id }) => id === chosen && id !== named?.id);
  const own: Pair[] = named && other ? [[named, other]] : [];
  const likely = found.flatMap((group) => firstPair(group, named, areTwo));
  const apart = ([one, other]: Pair) => {
    choose(null);
    void tellApart(one, other);
  };
  const pairs = own.length > 0 ? own : likely;
  return (
    <div class="body">
      <div class="stack--s">
        <h1>{named ? `Who is ${named.name ?? "this"}, too?` : headline(likely.length)}</h1>
        <p class="muted">The notes, words and interviews of both go to the one who stays. It can be undone.</p>
      </div>
      {named && <PersonPicker taken={new Set([named.id])} onPick={({ id }) => choose(id ?? null)} />}
      {pairs.length === 0 && !named && <Empty words="Nobody has the same address, or the same name in the same company." />}
      {pairs.slice(0, pairsShown).map((pair) => (
        <PairToMerge key={keyOf(pair)} pair={pair} onApart={() => apart(pair)} />
      ))}
    </div>
  );
}

function headline(count: number): string {
  if (count === 0) return "Everybody is here once.";
  return count === 1 ? "One person is here twice, it seems." : `It seems ${numberWord(count)} people are here twice.`;
}

/** One pair of a group at a time; of the three, the next comes when two have become one. */
function firstPair(group: readonly Person[], named: Person | null, areTwo: (one: string, other: string) => boolean): Pair[] {
  if (named && !group.includes(named)) return [];
  const pairs = group.flatMap((one, at) => group.slice(at + 1).map((other): Pair => [one, other]));
  const pair = pairs.find((each) => !areTwo(each[0].id, each[1].id) && (!named || each.includes(named)));
  return pair ? [pair] : [];
}

const keyOf = ([one, other]: Pair): string => `${one.id} ${other.id}`;

function PairToMerge({ pair, onApart }: { readonly pair: Pair; readonly onApart: () => void }) {
  const [kept, keep] = useState(() => fuller(pair).id);
  const gone = pair.find(({ id }) => id !== kept)!;
  const options = pair.map((person) => ({ value: person.id, label: <Facts person={person} /> }));
  return (
    <section class="stack--s pair">
      <h2>{pair[0].name ?? "Somebody"}</h2>
      <Choices label={`Which ${pair[0].name ?? "row"} stays`} look="option" options={options} value={kept} onChange={keep} manual />
      <div class="btns">
        <button type="button" class="btn btn--strong" onClick={() => void mergePeople(kept, gone.id)}>
          Make them one
        </button>
        <button type="button" class="btn btn--quiet" onClick={onApart}>
          They are two people
        </button>
      </div>
    </section>
  );
}

function Facts({ person }: { readonly person: Person }) {
  const { name, email, phone, notes } = person;
  const lines = [personWords(person), [email, phone].filter(Boolean).join(", "), notes?.trim().split("\n")[0]?.slice(0, 120)];
  return (
    <>
      <b>{name ?? "Somebody"}</b>
      {lines.filter(Boolean).map((line, index) => (
        <span key={index} class="row__meta facts__line">
          {line}
        </span>
      ))}
    </>
  );
}

/** The row that says more is likelier the one to keep. */
function fuller([one, other]: Pair): Person {
  const said = (person: Person): number => Object.values(person).filter((value) => value !== null).length;
  return said(other) > said(one) ? other : one;
}

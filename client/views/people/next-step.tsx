import { giftFor, type NextPerson } from "../../model/influence-next.ts";
import { levelWords } from "../../model/people/levels.ts";
import { firstName } from "../../model/messages/names.ts";
import { useQuery } from "../../store/query.ts";
import type { Person } from "./load.ts";
import type { MapView } from "./use-map.ts";
import { sentence } from "./words.ts";

interface Props {
  readonly view: MapView;
  readonly chosen: NextPerson<Person> | null;
  /** Null: there is only this one. */
  readonly onOther: (() => void) | null;
}

/** One next person, who can introduce them, and something to bring. */
export function NextStep({ view: { map }, chosen, onOther }: Props) {
  const wins = useQuery(["wins"], ["wins"], (store) => store.all("wins"));
  if (!chosen) return <NobodyThere />;
  const { person, level, column, introducer } = chosen;
  const place = map.columns[column]!.name;
  const gift = giftFor(wins ?? [], place);
  const writeTo = introducer ?? person!;
  return (
    <section class="ask" aria-label="One next step">
      <div>
        <h2>{person?.name ?? `Somebody at ${levelWords[level].toLowerCase()} level`}</h2>
        <p>{whereWords(chosen, place)}</p>
      </div>
      <p class="ask__gift">
        <b>Bring something:</b>{" "}
        {gift ? `${sentence(gift.title)}${gift.helped ? ` It helped ${gift.helped}.`.replace(/\.\.$/, ".") : ""}` : "one question about their work, and one thing from yours."}
      </p>
      <div class="btns">
        <a class="btn btn--primary" href={letterTo(chosen)}>
          Write to {firstName(writeTo.name ?? "them")}
        </a>
        {onOther && (
          <button type="button" class="btn btn--air" onClick={onOther}>
            Somebody else
          </button>
        )}
      </div>
    </section>
  );
}

/** "Director, Customer. Ines Duarte is there, too." */
function whereWords({ person, level, introducer }: NextPerson<Person>, place: string): string {
  const where = person ? `${person.role ?? levelWords[level]}, ${person.department ?? person.organisation ?? place}.` : `In ${place}.`;
  if (!introducer) return `${where} Nobody you know works there yet.`;
  return person ? `${where} ${introducer.name ?? "Somebody"} works there, too.` : `${where} ${introducer.name ?? "Somebody"} may know who.`;
}

/** With somebody between: an introduction; else a first letter that brings something. */
function letterTo({ person, introducer }: NextPerson<Person>): string {
  const about = (person ?? introducer)!.id;
  return introducer
    ? `/compose?purpose=introduction&about=person:${about}&to=${introducer.id}`
    : `/compose?purpose=reach-leader&about=person:${about}&to=${about}`;
}

/** Nobody is known in the place, and nobody who could tell: a name is the first step. */
function NobodyThere() {
  return (
    <section class="ask" aria-label="One next step">
      <div>
        <h2>A name to begin with</h2>
        <p>Whom have you heard of there? A colleague will know one.</p>
      </div>
      <div class="btns">
        <a class="btn btn--primary" href="/people#add">
          Add somebody
        </a>
      </div>
    </section>
  );
}

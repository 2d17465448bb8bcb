import { useState } from "preact/hooks";
import { gapSentence } from "../../model/influence.ts";
import { counted, numberWord } from "../../model/words.ts";
import { Empty } from "../components/empty.tsx";
import { Icon } from "../components/icon.tsx";
import { TapButton, Top } from "../components/top.tsx";
import type { PaneContent } from "../frame/frame.tsx";
import { CellSheet } from "./cell-sheet.tsx";
import { useContacts, usePeople, type Person } from "./load.ts";
import { MapSheet } from "./map-sheet.tsx";
import { MapTable, type CellPlace } from "./map-table.tsx";
import { NextStep } from "./next-step.tsx";
import { OwnDepartment } from "./own-department.tsx";
import { saveVcard } from "./save-vcard.ts";
import { useMap, type MapView } from "./use-map.ts";

/** `aside`: the list is the page, and this stands beside it. */
export const influencePane = (aside: boolean): PaneContent => ({
  label: "Influence map",
  children: <MapPane aside={aside} />,
});

function MapPane({ aside }: { readonly aside: boolean }) {
  const people = usePeople();
  const view = useMap(people, useContacts());
  const [isAsking, ask] = useState(false);
  const [isChoosing, choose] = useState(false);
  return (
    <>
      <MapTop aside={aside} people={people} onMore={() => ask(true)} />
      {view && people && <MapBody view={view} people={people} aside={aside} choosing={isChoosing} onChosen={() => choose(false)} />}
      {view && <MapSheet open={isAsking} onClose={() => ask(false)} own={view.own} onChooseOwn={() => choose(true)} />}
    </>
  );
}

interface MapTopProps {
  readonly aside: boolean;
  readonly people: readonly Person[] | undefined;
  readonly onMore: () => void;
}

function MapTop({ aside, people, onMore }: MapTopProps) {
  const more = <TapButton icon="ellipsis" label={aside ? "More about the map" : "More"} onClick={onMore} />;
  if (!aside) return <Top title="Influence map" plain back="/people" end={more} />;
  const save = people !== undefined && people.length > 0 && (
    <button type="button" class="tap sync" aria-label="Save everybody as a vCard" onClick={() => saveVcard(people)}>
      <Icon name="download" size="s" />
      vCard
    </button>
  );
  return (
    <Top
      title="Influence map"
      plain
      end={
        <>
          {save}
          {more}
        </>
      }
    />
  );
}

interface MapBodyProps {
  readonly view: MapView;
  readonly people: readonly Person[];
  readonly aside: boolean;
  readonly choosing: boolean;
  readonly onChosen: () => void;
}

function MapBody({ view, people, aside, choosing, onChosen }: MapBodyProps) {
  const { map, next } = view;
  const [turn, setTurn] = useState(0);
  const [cell, show] = useState<CellPlace | null>(null);
  const chosen = next.length > 0 ? next[turn % next.length]! : null;
  const isAskingOwn = choosing || map.gap?.kind === "own-department";
  const headline = isAskingOwn ? "Which department is yours?" : gapSentence(map);
  return (
    <div class="body influence">
      <section class="stack">
        <div class="stack--s">
          {aside ? <h2 class="influence__title">{headline}</h2> : <h1 class="influence__title">{headline}</h1>}
          <p class="muted small">{isAskingOwn ? "Asked once. The others are seen from there." : subline(view)}</p>
        </div>
        {isAskingOwn && <OwnDepartment people={people} onDone={onChosen} />}
        {people.length === 0 ? (
          <Empty
            words="Add the people you know with their level and department, and the map draws itself."
            action={
              <a class="btn btn--quiet" href="/people#add">
                Add somebody
              </a>
            }
          />
        ) : (
          <>
            <MapTable map={map} aim={chosen} onCell={show} />
            <Key gap={map.rows.some(({ cells }) => cells.some(({ kind }) => kind === "gap"))} aim={chosen !== null} />
            <Unplaced count={map.unplaced.length} />
          </>
        )}
      </section>
      {map.gap !== null && !isAskingOwn && people.length > 0 && (
        <NextStep view={view} chosen={chosen} onOther={next.length > 1 ? () => setTurn(turn + 1) : null} />
      )}
      <CellSheet map={map} place={cell} own={view.own} onClose={() => show(null)} />
    </div>
  );
}

function subline({ map }: MapView): string {
  const { knownCount, gap } = map;
  if (knownCount === 0) return "One is enough to begin with.";
  const known = `You know ${knownCount === 1 ? "one person" : `${numberWord(knownCount)} people`}.`;
  return gap === null ? known : `${known} One more is enough.`;
}

function Key({ gap, aim }: { readonly gap: boolean; readonly aim: boolean }) {
  return (
    <p class="key" aria-hidden="true">
      <span>
        <i data-kind="own" />
        Your line
      </span>
      {gap && (
        <span>
          <i data-kind="gap" />
          Above your boss, nobody yet
        </span>
      )}
      {aim && (
        <span>
          <i data-kind="aim" />
          One next person
        </span>
      )}
    </p>
  );
}

/** Who has no level or no department has no place yet; that is no fault, and this is the way to it. */
function Unplaced({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <div>
      <p class="muted small">
        {counted(count, "person", "people")} without a level or a department {count === 1 ? "is" : "are"} not on the map.
      </p>
      <a class="btn btn--text btn--plain" href="/people/places">
        Give them a place
      </a>
    </div>
  );
}


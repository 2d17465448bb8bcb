import { useRef, useState } from "preact/hooks";
import { isKnown, isYetToMeet, type Cell, type InfluenceMap } from "../../model/influence.ts";
import type { NextPerson } from "../../model/influence-next.ts";
import { levelWords, type Level } from "../../model/people/levels.ts";
import { listed } from "../../model/words.ts";
import { Who } from "../components/who.tsx";
import { useContacts, type Person } from "./load.ts";

export interface CellPlace {
  readonly level: Level;
  readonly column: number;
}

interface Props {
  readonly map: InfluenceMap<Person>;
  readonly aim: NextPerson<Person> | null;
  readonly onCell: (place: CellPlace) => void;
}

/**
 * Department by level: a real table, whose cells are buttons. One of them is in the tab order; the arrows, Home and End
 * move among them. More columns than fit scroll inside the frame.
 */
export function MapTable({ map: { columns, rows, above }, aim, onCell }: Props) {
  const [focused, setFocused] = useState<readonly [row: number, column: number]>([0, 0]);
  const table = useRef<HTMLTableElement>(null);
  const [atRow, atColumn] = [Math.min(focused[0], rows.length - 1), Math.min(focused[1], columns.length - 1)];

  const move = (event: KeyboardEvent) => {
    const step = stepFor(event.key, columns.length, atColumn);
    if (!step) return;
    event.preventDefault();
    const row = clamp(atRow + step[0], rows.length);
    const column = clamp(atColumn + step[1], columns.length);
    setFocused([row, column]);
    table.current?.querySelectorAll("tbody tr")[row]?.querySelectorAll("button")[column]?.focus();
  };
  return (
    <div class="map-scroll">
      <table class="map" ref={table} onKeyDown={move}>
        <caption class="hidden">People you know, by level and department. The arrow keys move between the places.</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ name }, index) => (
              <th key={index} scope="col">
                {longestIn(name) > longestOfWords ? <span class="map__long">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ level, cells }, row) => (
            <tr key={level}>
              <th scope="row">{levelWords[level]}</th>
              {cells.map((cell, column) => {
                const isAim = aim !== null && aim.level === level && aim.column === column;
                return (
                  <td key={column} data-kind={isAim ? "aim" : cell.kind}>
                    <button
                      type="button"
                      tabIndex={row === atRow && column === atColumn ? 0 : -1}
                      onFocus={() => setFocused([row, column])}
                      onClick={() => onCell({ level, column })}
                    >
                      <CellInside cell={cell} yetToMeet={isYetToMeet({ columns, above }, level, column)} aim={isAim ? aim.person : null} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is longer breaks, rather than push the others out of sight. */
const longestOfWords = 15;

function longestIn(name: string): number {
  return Math.max(...name.split(/[\s-]+/).map((word) => word.length));
}

/** As many balls as a narrow cell holds. */
const mostBalls = 2;

interface CellProps {
  readonly cell: Cell<Person>;
  readonly yetToMeet: boolean;
  readonly aim: Person | null;
}

function CellInside({ cell: { people }, yetToMeet, aim }: CellProps) {
  const contacts = useContacts();
  if (people.length === 0) return <span class="hidden">Nobody yet</span>;
  const shown = aim ? [aim, ...people.filter(({ id }) => id !== aim.id)] : people;
  const balls = shown.slice(0, people.length > mostBalls ? 1 : mostBalls);
  const more = people.length - balls.length;
  return (
    <span class="map__people">
      <span class="hidden">{spokenNames(shown)}</span>
      {balls.map((person) => (
        <Who
          key={person.id}
          name={person.name ?? ""}
          small
          warm={person.id !== aim?.id && !(yetToMeet && contacts && !isKnown(person, contacts.last))}
        />
      ))}
      {more > 0 && (
        <b class="map__more" aria-hidden="true">
          +{more}
        </b>
      )}
    </span>
  );
}

/** A roll call of hundreds helps nobody. */
const namedAloud = 4;

function spokenNames(people: readonly Person[]): string {
  const names = people.slice(0, namedAloud).map(({ name }) => name ?? "Somebody");
  const more = people.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : listed(names);
}

function stepFor(key: string, columns: number, column: number): readonly [number, number] | null {
  switch (key) {
    case "ArrowUp":
      return [-1, 0];
    case "ArrowDown":
      return [1, 0];
    case "ArrowLeft":
      return [0, -1];
    case "ArrowRight":
      return [0, 1];
    case "Home":
      return [0, -column];
    case "End":
      return [0, columns];
    default:
      return null;
  }
}

function clamp(at: number, count: number): number {
  return Math.min(Math.max(at, 0), count - 1);
}

import { useState } from "preact/hooks";
import { addPerson } from "../../actions/people.ts";
import type { InfluenceMap, Own } from "../../model/influence.ts";
import { levelWords } from "../../model/people/levels.ts";
import { personIn } from "../../model/people/quick-add.ts";
import type { People } from "../../model/schema.ts";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Who } from "../components/who.tsx";
import { AddLine } from "../editing/add-line.tsx";
import { LongList } from "../listing/long-list.tsx";
import { navigate } from "../router.ts";
import { personWords, type Person } from "./load.ts";
import type { CellPlace } from "./map-table.tsx";

interface Props {
  readonly map: InfluenceMap<Person>;
  readonly own: Own;
  /** Null: closed. */
  readonly place: CellPlace | null;
  readonly onClose: () => void;
}

/** Who is in one place of the map, and a line to add somebody to it. */
export function CellSheet({ map, own, place, onClose }: Props) {
  const [last, setLast] = useState(place);
  if (place && place !== last) setLast(place);
  const shown = place ?? last;
  const column = shown && map.columns[shown.column];
  return (
    <Sheet title={shown && column ? `${levelWords[shown.level]}, ${column.name}` : "A place"} open={place !== null} onClose={onClose}>
      {shown && column && <Inside key={`${shown.level} ${shown.column}`} map={map} own={own} place={shown} onClose={onClose} />}
    </Sheet>
  );
}

function Inside({ map, own, place: { level, column }, onClose }: Omit<Props, "place"> & { readonly place: CellPlace }) {
  const { kind, name } = map.columns[column]!;
  const people = map.rows.find((row) => row.level === level)?.cells[column]?.people ?? [];
  const add = (line: string) => {
    const person = personIn(line, { departments: [], organisations: [] });
    if (person) void addPerson({ ...person, ...placeIn(kind === "outside", name, person, own), level, name: person.name });
  };
  return (
    <div class="stack">
      {people.length === 0 && <p class="muted">Nobody yet.</p>}
      <LongList name="people in a place" rows={people} keyOf={({ id }) => id}>
        {(person) => (
          <li>
            <RowLink
              onClick={() => {
                onClose();
                navigate(`/people/${person.id}`);
              }}
              start={<Who name={person.name ?? ""} />}
              title={person.name ?? "Somebody"}
              meta={personWords(person)}
            />
          </li>
        )}
      </LongList>
      <AddLine
        label="A name"
        addLabel="Add this person"
        placeholder={kind === "outside" ? "A name, and their company" : "A name"}
        max={500}
        onAdd={add}
      />
    </div>
  );
}

/** Outside is another company; without its name it would be one's own. */
function placeIn(isOutside: boolean, department: string, person: Partial<People>, own: Own): Partial<People> {
  if (!isOutside) return { department, organisation: own.organisation };
  const company = person.organisation ?? person.department ?? "Another company";
  return { organisation: company, department: person.organisation ? (person.department ?? null) : null };
}

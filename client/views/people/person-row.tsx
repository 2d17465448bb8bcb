import type { Entry } from "../../store/store.ts";
import { RowLink } from "../components/row.tsx";
import { Who } from "../components/who.tsx";
import { personWords } from "./load.ts";

interface Props {
  readonly person: Entry<"people">;
  readonly isHere: boolean;
}

export function PersonRow({ person, isHere }: Props) {
  return (
    <li class={isHere ? "is-here" : undefined}>
      <RowLink
        href={`/people/${person.id}`}
        here={isHere}
        start={<Who name={person.name ?? ""} />}
        title={person.name ?? "Somebody"}
        meta={personWords(person)}
      />
    </li>
  );
}

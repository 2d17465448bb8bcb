import { setRelation } from "../../actions/people.ts";
import { relations, relationWords } from "../../model/people/relations.ts";
import { Choices } from "../components/choices.tsx";
import type { Person } from "./load.ts";

const choices = [
  ...relations.map((value) => ({ value, label: relationWords[value] })),
  { value: "none" as const, label: "Nothing of these" },
];

/** What they are to the person. One has one boss: naming another moves the word to them. */
export function RelationField({ person: { id, name, relation } }: { readonly person: Person }) {
  return (
    <section class="stack--s">
      <h2>To you</h2>
      <Choices
        manual
        label={`What ${name ?? "this person"} is to you`}
        options={choices}
        value={relation ?? "none"}
        onChange={(value) => void setRelation(id, value === "none" ? null : value)}
      />
    </section>
  );
}

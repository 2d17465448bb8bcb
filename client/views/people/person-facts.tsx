import { editPerson } from "../../actions/people.ts";
import { levels, levelWords } from "../../model/people/levels.ts";
import { schema, type People } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { ShortField } from "../editing/short-field.tsx";

const fields = schema.people;

const levelChoices = levels.map((value) => ({ value, label: levelWords[value] }));

/** Who they are; each fact keeps itself as it is left. */
export function PersonFacts({ person }: { readonly person: Entry<"people"> }) {
  const keep = (set: Partial<People>) => void editPerson(person.id, set);
  return (
    <section class="stack">
      <h2>Facts</h2>
      <ShortField
        label="Name"
        value={person.name}
        max={fields.name.max}
        needed="A person needs a name. The old one is kept."
        onKeep={(name) => keep({ name })}
      />
      <ShortField label="Role" value={person.role} max={fields.role.max} onKeep={(role) => keep({ role })} />
      <ShortField
        label="Department"
        value={person.department}
        max={fields.department.max}
        onKeep={(department) => keep({ department })}
      />
      <ShortField
        label="Organisation"
        value={person.organisation}
        max={fields.organisation.max}
        onKeep={(organisation) => keep({ organisation })}
      />
      <div class="field">
        <span class="legend">Level</span>
        <Choices label="Level" options={levelChoices} value={person.level} onChange={(level) => keep({ level })} />
      </div>
      <ShortField
        label="Mail address"
        value={person.email}
        max={fields.email.max}
        input={{ inputMode: "email" }}
        onKeep={(email) => keep({ email })}
      />
      <ShortField
        label="Phone"
        value={person.phone}
        max={fields.phone.max}
        input={{ inputMode: "tel" }}
        onKeep={(phone) => keep({ phone })}
      />
      <ShortField
        label="Link"
        value={person.link}
        max={fields.link.max}
        input={{ inputMode: "url", autocapitalize: "off", spellcheck: false }}
        onKeep={(link) => keep({ link })}
      />
      <ShortField
        wrap
        label="How you met"
        value={person.how_met}
        max={fields.how_met.max}
        onKeep={(how_met) => keep({ how_met })}
      />
    </section>
  );
}

import { capital } from "../../model/words.ts";
import { RowLink } from "../components/row.tsx";
import { Who } from "../components/who.tsx";
import type { Met } from "./load.ts";
import { useInterviewSheet } from "./sheet-names.ts";

export function PeopleMet({ met }: { readonly met: readonly Met[] }) {
  const sheet = useInterviewSheet();
  return (
    <section>
      <div class="section__head">
        <h2>People you met</h2>
        <button
          type="button"
          class="btn btn--text"
          aria-label="Add people you met"
          onClick={() => sheet.show("people")}
        >
          Add
        </button>
      </div>
      {met.length === 0 && <p class="muted small">Nobody noted yet. A first name is enough to begin with.</p>}
      <ul class="rows">
        {met.map(({ attendance, person }) => (
          <li key={attendance.id}>
            <RowLink
              href={`/people/${person.id}`}
              start={<Who name={person.name ?? ""} />}
              title={person.name ?? "Somebody"}
              meta={metaWords(person.role, attendance.detail)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Head of capacity. Cares about on-time delivery.": the first line is enough for a row. */
function metaWords(role: string | null, detail: string | null): string | null {
  const first = detail?.trim().split("\n")[0] ?? "";
  const words = [role, capital(first)].filter(Boolean).map((part) => (/[.?!…]$/u.test(part!) ? part : `${part}.`));
  return words.join(" ") || null;
}

import { startPlaybook } from "../../../actions/checklists.ts";
import type { Entry } from "../../../store/store.ts";
import { RowLink } from "../../components/row.tsx";
import { navigate } from "../../router.ts";

interface Props {
  readonly id: string;
  readonly lists: readonly Entry<"checklists">[];
}

/** The small steps that carry it upward, as a list of its own. */
export function Lists({ id, lists }: Props) {
  const start = async () => navigate(`/checklists/${await startPlaybook("forward-wins", { kind: "win", id })}`);
  return (
    <section>
      <h2>Its list</h2>
      <ul class="rows">
        {lists.map((list) => (
          <li key={list.id}>
            <RowLink href={`/checklists/${list.id}`} icon="list-checks" title={list.title ?? "A list"} />
          </li>
        ))}
        {!lists.some(({ playbook }) => playbook === "forward-wins") && (
          <li>
            <RowLink
              onClick={() => void start()}
              icon="list-checks"
              title="Start “Forward wins”"
              meta="Small steps, from the two sentences to the month in five lines."
            />
          </li>
        )}
      </ul>
    </section>
  );
}

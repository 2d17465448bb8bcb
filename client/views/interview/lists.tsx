import { ListRow } from "../playbooks/list-row.tsx";
import type { RunningList } from "../playbooks/running.ts";

interface Props {
  readonly id: string;
  readonly lists: readonly RunningList[];
}

export function Lists({ id, lists }: Props) {
  return (
    <section>
      <div class="section__head">
        <h2>Lists</h2>
        <a class="btn btn--text" href={`/playbooks?for=interview:${id}`} aria-label="Add a list">
          Add
        </a>
      </div>
      {lists.length === 0 && <p class="muted small">No list is running here.</p>}
      <ul class="rows">
        {lists.map((list) => (
          <li key={list.checklist.id}>
            <ListRow list={list} />
          </li>
        ))}
      </ul>
    </section>
  );
}

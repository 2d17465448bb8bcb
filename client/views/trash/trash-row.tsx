import { restore } from "../../actions/trash.ts";
import { dayMs, deviceZone, msOf } from "../../model/days.ts";
import { dateWords } from "../../model/words.ts";
import { Row } from "../components/row.tsx";
import type { Trashed } from "../../store/store.ts";
import { keptDays } from "./load.ts";
import { kindOf, nameOf } from "./names.ts";

export function TrashRow({ row: { collection, entry } }: { readonly row: Trashed }) {
  const name = nameOf(collection, entry);
  return (
    <Row
      title={name}
      meta={`${kindOf(collection)}. ${untilWords(entry.trashed_at)}`}
      end={
        <button
          type="button"
          class="btn btn--tool"
          aria-label={`Restore: ${name}`}
          onClick={() => void restore(collection, entry.id)}
        >
          Restore
        </button>
      }
    />
  );
}

/** "Here until Wed 23 Dec." */
function untilWords(trashedAt: string | null): string {
  if (trashedAt === null) return "";
  const zone = deviceZone();
  const until = new Date(msOf(trashedAt) + keptDays * dayMs).toISOString();
  return `Here until ${dateWords(until, zone)}.`;
}

import { restore } from "../../actions/trash.ts";
import { pageOf } from "../../model/belonging.ts";
import { Row } from "../components/row.tsx";
import { navigate } from "../router.ts";
import type { TrashedRow } from "./load.ts";

export function TrashRow({ row: { collection, entry, kind, name, of, daysLeft } }: { readonly row: TrashedRow }) {
  /** Where it is seen again: who looks for something here wants to go on with it. */
  const bringBack = async () => {
    await restore(collection, entry.id);
    const page = pageOf(collection, entry);
    if (page !== null) navigate(page);
  };
  return (
    <Row
      title={name}
      meta={`${kind}${of}. ${leftWords(daysLeft)}`}
      end={
        <button type="button" class="btn btn--tool" aria-label={`Restore: ${name}`} onClick={() => void bringBack()}>
          Restore
        </button>
      }
    />
  );
}

function leftWords(days: number): string {
  return days === 1 ? "Here for one more day." : `Here for ${days} more days.`;
}

import { Frame } from "../frame/frame.tsx";
import { useQuery } from "../../store/query.ts";
import { collectionNames } from "../../model/schema.ts";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { LongList } from "../listing/long-list.tsx";
import type { Trashed } from "../../store/store.ts";
import { recentlyTrashed } from "./load.ts";
import { TrashRow } from "./trash-row.tsx";

export function Trash() {
  const rows = useQuery(["trash"], collectionNames, (store) => recentlyTrashed(store, Date.now()));
  return <Frame tab="settings" list={{ label: "Trash", children: <Page rows={rows} /> }} />;
}

function Page({ rows }: { readonly rows: readonly Trashed[] | undefined }) {
  return (
    <>
      <Top title={<span class="muted">Trash</span>} back="/settings" plain />
      {rows !== undefined && <Rows rows={rows} />}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly Trashed[] }) {
  return (
    <div class="body trash">
      <h1>{rows.length === 0 ? "The trash is empty." : "Kept for 30 days."}</h1>
      {rows.length === 0 && <Empty words="What you move here can be restored for 30 days, from any of your devices." />}
      <div>
        <LongList name="trash" rows={rows} keyOf={({ collection, entry }) => `${collection} ${entry.id}`}>
          {(row) => <TrashRow row={row} />}
        </LongList>
      </div>
    </div>
  );
}

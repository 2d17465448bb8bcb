// One place for all that was moved to the trash in the last thirty days, on any device.
//
// There is no "Empty now" on purpose. The thirty days are a promise: who tidies up in anger, an hour after a No, finds
// everything again a week later. Nothing here costs room or is in the way, and leaving for good is deleting the account.

import { useState } from "preact/hooks";
import { Frame } from "../frame/frame.tsx";
import { useQuery } from "../../store/query.ts";
import { collectionNames } from "../../model/schema.ts";
import { Choices } from "../components/choices.tsx";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { LongList } from "../listing/long-list.tsx";
import { recentlyTrashed, type TrashedRow } from "./load.ts";
import { TrashRow } from "./trash-row.tsx";

export function Trash() {
  const rows = useQuery(["trash"], collectionNames, (store) => recentlyTrashed(store, Date.now()));
  return <Frame tab="settings" list={{ label: "Trash", children: <Page rows={rows} /> }} />;
}

function Page({ rows }: { readonly rows: readonly TrashedRow[] | undefined }) {
  return (
    <>
      <Top title={<span class="muted">Trash</span>} back="/settings" plain />
      {rows !== undefined && <Rows rows={rows} />}
    </>
  );
}

/** Fewer can be seen at a glance. */
const manyRows = 8;

function Rows({ rows }: { readonly rows: readonly TrashedRow[] }) {
  const [wanted, want] = useState("All");
  const kinds = ["All", ...new Set(rows.map(({ kind }) => kind))];
  const kind = kinds.includes(wanted) ? wanted : "All";
  const shown = kind === "All" ? rows : rows.filter((row) => row.kind === kind);
  return (
    <div class="body trash">
      <div class="stack--s">
        <h1>{rows.length === 0 ? "The trash is empty." : "Kept for 30 days."}</h1>
        {rows.length > 0 && <p class="muted">Then it is erased, here and on the server. What belongs to a thing comes back with it.</p>}
      </div>
      {rows.length === 0 && <Empty words="What you move here can be restored for 30 days, from any of your devices." />}
      {rows.length > manyRows && kinds.length > 2 && (
        <Choices label="Show" options={kinds.map((value) => ({ value, label: value }))} value={kind} onChange={want} />
      )}
      <LongList name="trash" rows={shown} keyOf={({ collection, entry }) => `${collection} ${entry.id}`}>
        {(row) => <TrashRow row={row} />}
      </LongList>
    </div>
  );
}

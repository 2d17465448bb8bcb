import { restore } from "../../actions/trash.ts";
import type { CollectionName } from "../../model/schema.ts";
import { Top } from "../components/top.tsx";
import { Empty } from "../components/empty.tsx";

interface Props {
  /** "interview", "list" … */
  readonly what: string;
  readonly collection: CollectionName;
  /** The trashed row; null where there is none at all. */
  readonly entry: { readonly id: string } | null;
  /** Where this kind of thing is listed. */
  readonly back: string;
}

/** A page whose row is in the trash, or is not on this device: what happened, whether it is safe, what to do. */
export function Missing({ what, collection, entry, back }: Props) {
  return (
    <>
      <Top back={back} plain />
      <div class="body">
        <h1>{entry === null ? `This ${what} is not here.` : `This ${what} is in the trash.`}</h1>
        {entry === null ? <NotHere what={what} back={back} /> : <InTrash id={entry.id} collection={collection} />}
      </div>
    </>
  );
}

function NotHere({ what, back }: Pick<Props, "what" | "back">) {
  return (
    <Empty
      words={`It may not have reached this device yet, or it was erased. If the ${what} is on another device, it comes with the next sync.`}
      action={
        <a class="btn btn--quiet" href={back}>
          See what is here
        </a>
      }
    />
  );
}

function InTrash({ id, collection }: { readonly id: string; readonly collection: CollectionName }) {
  return (
    <Empty
      words="It is kept there for 30 days, with everything in it. Nothing is lost."
      action={
        <button type="button" class="btn btn--quiet" onClick={() => void restore(collection, id)}>
          Restore
        </button>
      }
    />
  );
}

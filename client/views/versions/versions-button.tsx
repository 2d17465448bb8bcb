// The quiet way to what a text said before: an icon beside it, and a sheet of its own over whatever is open. Not in the
// address: on a phone the way back leads to the text, and the address may name the sheet the text is in.

import { useState } from "preact/hooks";
import type { CollectionName } from "../../model/schema.ts";
import { useQuery } from "../../store/query.ts";
import { flushTyping } from "../../store/typing.ts";
import { Sheet } from "../components/sheet.tsx";
import { TapButton } from "../components/top.tsx";
import { TextVersions } from "./text-versions.tsx";

interface Props {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
  /** Where it says what the text is called. */
  readonly describedBy?: string;
}

/** Nothing for a text nobody has written yet: there is nothing before it. */
export function VersionsButton({ collection, id, field, describedBy }: Props) {
  const [isOpen, setOpen] = useState(false);
  const text = useQuery(["text", collection, id, field], [collection], async (store) => {
    const row = (await store.get(collection, id)) as Readonly<Record<string, unknown>> | undefined;
    return (row?.[field] ?? null) as string | null;
  });
  if (text === undefined || text === null) return null;
  const open = async () => {
    // The last words are part of what an earlier version is compared with.
    await flushTyping();
    setOpen(true);
  };
  const close = () => setOpen(false);
  return (
    <span class="versions">
      <TapButton icon="history" size="s" label="Earlier versions" describedBy={describedBy} onClick={() => void open()} />
      <Sheet title="Earlier versions" open={isOpen} onClose={close}>
        <TextVersions collection={collection} id={id} field={field} now={text} onDone={close} />
      </Sheet>
    </span>
  );
}

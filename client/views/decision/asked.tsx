import { checkItem } from "../../actions/checklists.ts";
import { isOpen } from "../../model/due.ts";
import type { Entry } from "../../store/store.ts";
import { Check } from "../components/check.tsx";
import { Row } from "../components/row.tsx";

/** The line of a list that led here, until it is settled: by what is done here, or by a tap. */
export function Asked({ item }: { readonly item: Entry<"items"> | null }) {
  if (!item || !isOpen(item)) return null;
  const text = item.text ?? "A line";
  return (
    <Row
      as="div"
      start={<Check state="open" label={text} onToggle={() => void checkItem(item)} />}
      title={text}
      meta="From your list."
    />
  );
}

// What the short values of a row were before: a company's old name, a promised date, a phone number.

import { putBack } from "../../actions/versions.ts";
import { deviceZone } from "../../model/days.ts";
import type { CollectionName } from "../../model/schema.ts";
import { shortValueName, type Earlier } from "../../model/versions.ts";
import { nearMomentWords } from "../../model/words.ts";
import { Row } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { LongList } from "../listing/long-list.tsx";
import { Foot } from "./foot.tsx";
import { useEarlier } from "./use-earlier.ts";
import { valueWords } from "./value-words.ts";
import { placeWords, valuesStatus } from "./words.ts";

interface Props {
  readonly collection: CollectionName;
  readonly row: { readonly id: string };
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ValuesSheet({ collection, row, open, onClose }: Props) {
  return (
    <Sheet title="Earlier values" open={open} onClose={onClose}>
      <Values collection={collection} row={row} onClose={onClose} />
    </Sheet>
  );
}

function Values({ collection, row, onClose }: Omit<Props, "open">) {
  const earlier = useEarlier(collection, row.id);
  const isListed = ({ field, value }: Earlier) =>
    shortValueName(collection, field) !== undefined && value !== null && value !== (row as Readonly<Record<string, unknown>>)[field];
  const values = (earlier.values ?? []).filter(isListed);
  const restore = (value: Earlier) => {
    onClose();
    void putBack(collection, row.id, value);
  };
  if (earlier.values === undefined) return null;
  return (
    <div class="stack">
      <p class="muted small" role="status">
        {valuesStatus(earlier.server, values.length)}
      </p>
      <LongList name="earlier values" rows={values} keyOf={({ field, stamp }) => `${field} ${stamp}`}>
        {(value) => <ValueRow value={value} name={shortValueName(collection, value.field)!} onPutBack={() => restore(value)} />}
      </LongList>
      <Foot earlier={earlier} onDone={onClose} />
    </div>
  );
}

interface ValueProps {
  readonly value: Earlier;
  readonly name: string;
  readonly onPutBack: () => void;
}

function ValueRow({ value: { field, value, kept_at, stamp }, name, onPutBack }: ValueProps) {
  const words = valueWords(field, value);
  return (
    <Row
      title={words}
      meta={`${name}, until ${nearMomentWords(kept_at, Date.now(), deviceZone())}, ${placeWords(stamp)}`}
      end={
        <button type="button" class="btn btn--tool" aria-label={`Put back: ${name}, ${words}`} onClick={onPutBack}>
          Put back
        </button>
      }
    />
  );
}

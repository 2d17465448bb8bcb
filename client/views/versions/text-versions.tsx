// What a long text said before, on this device and on others: each version with what putting it back would change.
// Nothing that was ever written is lost; each can be put back, and that undone.

import { useMemo, useState } from "preact/hooks";
import { putBack } from "../../actions/versions.ts";
import { deviceZone } from "../../model/days.ts";
import type { CollectionName } from "../../model/schema.ts";
import { worthShowing, type Earlier } from "../../model/versions.ts";
import { compare, shortened, type Comparison, type Stretch } from "../../model/word-diff.ts";
import { capital, nearMomentWords } from "../../model/words.ts";
import { Fold } from "../components/fold.tsx";
import { LongList } from "../listing/long-list.tsx";
import { Foot } from "./foot.tsx";
import { useEarlier } from "./use-earlier.ts";
import { changeWords, placeWords, textStatus } from "./words.ts";

interface Props {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
  /** What it says now. */
  readonly now: string;
  readonly onDone: () => void;
}

export function TextVersions({ collection, id, field, now, onDone }: Props) {
  const earlier = useEarlier(collection, id);
  const versions = worthShowing((earlier.values ?? []).filter(isTextOf(field)), now);
  const restore = (version: Earlier) => {
    onDone();
    void putBack(collection, id, version);
  };
  if (earlier.values === undefined) return null;
  return (
    <div class="stack">
      <p class="muted small" role="status">
        {textStatus(earlier.server, versions.length)}
      </p>
      <LongList name="earlier texts" rows={versions} keyOf={({ stamp }) => stamp} class="">
        {(version, index) => (
          <li>
            <VersionFold version={version} now={now} open={index === 0} onPutBack={() => restore(version)} />
          </li>
        )}
      </LongList>
      <Foot earlier={earlier} onDone={onDone} />
    </div>
  );
}

const isTextOf = (field: string) => (earlier: Earlier): earlier is Earlier<string> =>
  earlier.field === field && typeof earlier.value === "string";

interface VersionProps {
  readonly version: Earlier<string>;
  readonly now: string;
  readonly open: boolean;
  readonly onPutBack: () => void;
}

function VersionFold({ version: { value, kept_at, stamp }, now, open, onPutBack }: VersionProps) {
  const found = useMemo(() => compare(now, value), [now, value]);
  return (
    <Fold
      open={open}
      summary={<b>{capital(`until ${nearMomentWords(kept_at, Date.now(), deviceZone())}`)}</b>}
      count={`${placeWords(stamp)}${glimpse(found)}`}
    >
      <Differences found={found} earlier={value} onPutBack={onPutBack} />
    </Fold>
  );
}

interface DifferencesProps {
  readonly found: Comparison;
  readonly earlier: string;
  readonly onPutBack: () => void;
}

function Differences({ found: { stretches, back, gone }, earlier, onPutBack }: DifferencesProps) {
  const [isWhole, setWhole] = useState(false);
  const short = shortened(stretches);
  return (
    <div class="stack fold-body">
      <p class="small">{changeWords(back, gone)}</p>
      <p class="version" dir="auto">
        {isWhole ? earlier : short.map((stretch, index) => <Marked key={index} stretch={stretch} />)}
      </p>
      <div class="btns">
        <button type="button" class="btn btn--quiet" onClick={onPutBack}>
          Put this back
        </button>
        <button type="button" class="btn btn--text" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show what differs" : "Read it as it was"}
        </button>
      </div>
    </div>
  );
}

/** A line under what would come back, a dashed one through what would go, and the same in words for who hears it. */
function Marked({ stretch: { kind, text } }: { readonly stretch: Stretch }) {
  if (kind === "same") return <>{text}</>;
  const Tag = kind === "back" ? "ins" : "del";
  const words = text.trimEnd();
  return (
    <>
      <Tag>
        <span class="hidden">{kind === "back" ? "comes back: " : "goes: "}</span>
        {words}
      </Tag>
      {text.slice(words.length) || " "}
    </>
  );
}

/** The beginning of the most that would come back, so that one finds a version without opening each. */
function glimpse({ stretches }: Comparison): string {
  const back = stretches.filter(({ kind }) => kind === "back").map(({ text }) => text.trim());
  const words = back.reduce((longest, text) => (text.length > longest.length ? text : longest), "").split("\n")[0]!;
  if (words === "") return "";
  return `: ${words.length > 32 ? `${words.slice(0, 31).trimEnd()}…` : words}`;
}

import { useEffect } from "preact/hooks";
import { groupWords, type Group } from "../../model/search/groups.ts";
import { counted } from "../../model/words.ts";
import { announce } from "../components/announcer.tsx";
import { Empty } from "../components/empty.tsx";
import type { IndexKeeper } from "./keeper.ts";
import type { ResultGroup } from "./load.ts";
import { ResultRow } from "./result-row.tsx";
import type { Answer } from "./use-results.ts";
import { foundWords } from "./words.ts";

interface Props {
  readonly keeper: IndexKeeper;
  readonly query: string;
  readonly answer: Answer | null;
  readonly onMore: (group: Group) => void;
}

export function Results({ keeper, query, answer, onMore }: Props) {
  const isReady = keeper.isReady.value;
  useSaid(query, answer, isReady);
  if (query === "") return <Nothing isEmpty={isReady && keeper.index.size === 0} />;
  if (!answer) return <div class="body" />;
  if (answer.count === 0) return isReady && answer.query === query ? <NoneFound /> : <Reading />;
  return (
    <div class="body found">
      <h1>{foundWords(answer.count)}</h1>
      {answer.groups.map((group) => (
        <GroupOfResults key={group.group} group={group} onMore={onMore} />
      ))}
    </div>
  );
}

function GroupOfResults({ group: { group, results, count }, onMore }: { readonly group: ResultGroup; readonly onMore: (group: Group) => void }) {
  const headingId = `found-${group}`;
  const hidden = count - results.length;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>
        {groupWords[group]} <span class="count">{count}</span>
      </h2>
      <ul class="rows">
        {results.map((result) => (
          <ResultRow key={result.key} result={result} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="btn btn--text" onClick={() => onMore(group)}>
          Show {Math.min(hidden, 50)} more
        </button>
      )}
    </section>
  );
}

function Nothing({ isEmpty }: { readonly isEmpty: boolean }) {
  if (isEmpty) {
    return (
      <div class="body">
        <h1>Nothing to look through yet.</h1>
        <Empty words="What you write down after an interview is found here later: names, questions, promises." />
      </div>
    );
  }
  return (
    <div class="body">
      <h1>What are you looking for?</h1>
      <p class="muted">
        Interviews, lists, people, wins, plans, messages and every note on this device. The first letters are enough, and
        one wrong letter is no matter.
      </p>
    </div>
  );
}

function Reading() {
  return (
    <div class="body">
      <h1>Still looking.</h1>
    </div>
  );
}

function NoneFound() {
  return (
    <div class="body">
      <h1>Nothing reads like that.</h1>
      <Empty
        words="Try one of the words alone, or only its first letters. What lies in the trash is not looked through."
        action={
          <a class="btn btn--quiet" href="/trash">
            Look in the trash
          </a>
        }
      />
    </div>
  );
}

/** Nobody wants to hear a number with every letter: said when the typing rests. */
const restMs = 700;

function useSaid(query: string, answer: Answer | null, isReady: boolean): void {
  const count = query !== "" && answer?.query === query && isReady ? answer.count : null;
  useEffect(() => {
    if (count === null) return undefined;
    const timer = setTimeout(() => announce(count === 0 ? "Nothing found" : `${counted(count, "result")} found`), restMs);
    return () => clearTimeout(timer);
  }, [query, count]);
}

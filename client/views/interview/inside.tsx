// Inside one's own company: the sentence for colleagues, the talk with the manager, and no decision in the first week.

import { useState } from "preact/hooks";
import { planManagerTalk } from "../../actions/manager-talk.ts";
import { say } from "../../actions/undo.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { dueWords } from "../../model/due.ts";
import { managerTalk, noDecisionBefore, sentenceForColleagues } from "../../model/inside.ts";
import { dateWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Icon } from "../components/icon.tsx";
import type { InterviewView } from "./load.ts";

export function Inside({ view: { interview, talk, lists } }: { readonly view: InterviewView }) {
  if (interview.internal !== true) return null;
  return (
    <section class="inside">
      <h2>When colleagues ask</h2>
      <div class="stack">
        <Sentence words={sentenceForColleagues(interview)} />
        <ManagerTalk interview={interview} talk={talk} hasList={lists.length > 0} />
        <p class="small inside__line">
          <Icon name="scale" size="s" />
          <span>{decisionWords(interview)}</span>
        </p>
      </div>
    </section>
  );
}

function Sentence({ words }: { readonly words: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setCopied(true);
    } catch {
      // Not every browser lets a page write there; the sentence can be marked by hand.
      say("This browser does not let Rebound copy. The sentence can be marked and copied by hand.");
    }
  };
  return (
    <div>
      <blockquote class="inside__say">“{words}”</blockquote>
      <button type="button" class="btn btn--text btn--plain" onClick={() => void copy()}>
        {isCopied ? "Copied" : "Copy the sentence"}
      </button>
    </div>
  );
}

interface TalkProps {
  readonly interview: Entry<"interviews">;
  readonly talk: Entry<"items"> | null;
  readonly hasList: boolean;
}

function ManagerTalk({ interview, talk, hasList }: TalkProps) {
  const when = talk && dueWords(talk, Date.now(), deviceZone());
  return (
    <div>
      <p>
        <b>{managerTalk.text}.</b>
      </p>
      <p class="muted small">{managerTalk.why}</p>
      {talk ? (
        <a class="btn btn--text btn--plain" href={`/checklists/${talk.checklist}`}>
          On your list{when ? `: ${when.charAt(0).toLowerCase()}${when.slice(1)}` : ""}
        </a>
      ) : (
        hasList && (
          <button type="button" class="btn btn--quiet inside__put" onClick={() => void planManagerTalk(interview.id)}>
            Put it on a list
          </button>
        )
      )}
    </div>
  );
}

function decisionWords(interview: Entry<"interviews">): string {
  const zone = deviceZone();
  const before = noDecisionBefore(interview, Date.now(), zone);
  if (before) return `No decision to stay or to leave before ${dateWords(before, zone, dayOf(Date.now(), zone))}. Let the first week pass.`;
  if (interview.outcome_at) return "The first week is over. To stay or to leave can be weighed now, when you want to.";
  return "Whatever they say: no decision to stay or to leave in the first week after it.";
}

import { useState } from "preact/hooks";
import { keepAsWin } from "../../actions/feedback.ts";
import type { Sentence } from "../../model/feedback/sort.ts";
import type { Entry } from "../../store/store.ts";
import { Icon } from "../components/icon.tsx";
import { mostFacts, type FeedbackView } from "./load.ts";
import { TaskSheet } from "./task-sheet.tsx";
import { glimpse } from "./words.ts";

interface Props {
  readonly view: FeedbackView;
  readonly request: Entry<"feedback">;
}

/** The usable sentences: praise becomes a win, a gap becomes a task, and whatever else the person makes of them. */
export function WorthKeeping({ view, request }: Props) {
  const [turning, turn] = useState<Sentence | null>(null);
  const facts = view.sentences.filter(({ kind }) => kind === "fact").slice(0, mostFacts);
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>{titleFor(facts)}</h2>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact.start}>
            <p class="muted">
              <span dir="auto">“{glimpse(fact.text)}”</span> {whatItIs(fact)}
            </p>
            <div class="btns">
              {fact.leaning !== "gap" && <AsWin fact={fact} view={view} request={request} />}
              <AsTask fact={fact} view={view} onTurn={() => turn(fact)} />
            </div>
          </li>
        ))}
      </ul>
      <TaskSheet view={view} request={request} sentence={turning} onClose={() => turn(null)} />
    </section>
  );
}

function titleFor(facts: readonly Sentence[]): string {
  const isGap = facts.every(({ leaning }) => leaning === "gap");
  if (facts.length === 1) return isGap ? "The fact can be worked on" : "The fact is worth keeping";
  return isGap ? "The facts can be worked on" : "The facts are worth keeping";
}

function whatItIs({ leaning }: Sentence): string {
  return leaning === "gap" ? "It has a name, so it has a next step." : "Somebody said it in writing.";
}

interface PartProps {
  readonly fact: Sentence;
  readonly view: FeedbackView;
}

function AsWin({ fact, view, request }: PartProps & { readonly request: Entry<"feedback"> }) {
  const win = view.kept.get(fact.text)?.win;
  if (win) {
    return (
      <a class="btn btn--quiet" href={`/wins/${win}`}>
        <Icon name="check" size="s" />
        In your wins
      </a>
    );
  }
  const keep = () => void keepAsWin(request, fact.text, view.person?.name ?? null);
  return (
    <button type="button" class="btn btn--quiet" onClick={keep}>
      <Icon name="bugle" size="s" />
      Add to wins
    </button>
  );
}

function AsTask({ fact, view, onTurn }: PartProps & { readonly onTurn: () => void }) {
  const list = view.kept.get(fact.text)?.task;
  if (list) {
    return (
      <a class="btn btn--quiet" href={`/checklists/${list}`}>
        <Icon name="check" size="s" />
        On your list
      </a>
    );
  }
  return (
    <button type="button" class="btn btn--quiet" onClick={onTurn}>
      <Icon name="list-checks" size="s" />
      Make a task
    </button>
  );
}

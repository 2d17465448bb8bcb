import { useState } from "preact/hooks";
import { makeTask } from "../../actions/feedback.ts";
import type { Sentence } from "../../model/feedback/sort.ts";
import { schema } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Field } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import type { FeedbackView } from "./load.ts";
import { useLast } from "../listing/use-last.ts";
import { glimpse, onDay, taskBeginning, whoWords } from "./words.ts";

interface Props {
  readonly view: FeedbackView;
  readonly request: Entry<"feedback">;
  readonly sentence: Sentence | null;
  readonly onClose: () => void;
}

/** One usable point, as a line on one of the interview's lists. */
export function TaskSheet({ view, request, sentence, onClose }: Props) {
  const shown = useLast(sentence);
  return (
    <Sheet title="Make a task" open={sentence !== null} onClose={onClose}>
      {shown && <TaskForm key={shown.text} view={view} request={request} sentence={shown} onClose={onClose} />}
    </Sheet>
  );
}

/** Its name as a choice; no list has it as its id. */
const newList = "new";

/** What is said of one's work belongs to the evidence of it; else to the list that asked. */
function fittingList({ lists }: FeedbackView): string | undefined {
  return (["evidence", "feedback"].map((slug) => lists.find((list) => list.playbook === slug)).find(Boolean) ?? lists[0])?.id;
}

function TaskForm({ view, request, sentence, onClose }: Props & { readonly sentence: Sentence }) {
  const [text, setText] = useState(taskBeginning(sentence));
  const [list, setList] = useState(fittingList(view) ?? newList);
  const [isMissing, setMissing] = useState(false);
  const add = async (event: Event) => {
    event.preventDefault();
    const why = `${whoWords(view.person?.name)}, ${onDay(request.answered_at!)}: “${glimpse(sentence.text, 300)}”`;
    const task = { sentence: sentence.text, text, list: list === newList ? null : list, why };
    if (await makeTask(request, task)) onClose();
    else setMissing(true);
  };
  const options = [
    ...view.lists.map(({ id, title }) => ({ value: id, label: title ?? "A list" })),
    { value: newList, label: "A list of its own" },
  ];
  return (
    <form class="stack" onSubmit={(event) => void add(event)} noValidate>
      <Field
        label="One next step"
        hint="Ten minutes of work are enough."
        error={isMissing ? "A task needs a few words. Nothing was added." : null}
      >
        {(links) => (
          <textarea
            {...links}
            class="input wrapping"
            rows={2}
            dir="auto"
            maxLength={schema.items.text.max}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="stack--s">
        <p class="legend">On which list?</p>
        <Choices label="On which list?" look="option" value={list} options={options} onChange={setList} />
      </div>
      <button type="submit" class="btn btn--primary btn--wide">
        Add the task
      </button>
    </form>
  );
}

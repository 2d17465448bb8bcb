import { skipItem, unskipItem } from "../../actions/checklists.ts";
import { toolLink } from "../../model/tools.ts";
import { isClosedByPlan, isOpen } from "../../model/due.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { Why } from "../components/why.tsx";
import type { LineProps } from "./line.tsx";

type Props = Pick<LineProps, "item" | "checklist" | "onSettled" | "onAsk">;

interface Act {
  readonly icon: IconName;
  readonly word: string;
  readonly act: () => void;
}

/** What an open line says: why, the note, the tool that does it, and what else can be done with it. */
export function LineBody({ item, checklist, onSettled, onAsk }: Props) {
  const tool = isOpen(item) ? toolLink(item, checklist) : null;
  return (
    <div class="item__body">
      {item.why !== null && item.why !== "" && <Why>{item.why}</Why>}
      {item.note !== null && item.note.trim() !== "" && <p class="small line__note">{item.note}</p>}
      {tool !== null && (
        <a class="btn btn--primary" href={tool.href}>
          {item.tool === "composer" && <Icon name="feather" size="s" />}
          {tool.label}
        </a>
      )}
      <div class="item__acts">
        {actsFor({ item, onSettled, onAsk }).map(({ icon, word, act }) => (
          <button key={word} type="button" onClick={act}>
            <Icon name={icon} size="s" />
            {word}
          </button>
        ))}
      </div>
    </div>
  );
}

function actsFor({ item, onSettled, onAsk }: Omit<Props, "checklist">): readonly Act[] {
  const words: Act[] = [
    { icon: "notebook-pen", word: "Note", act: () => onAsk("note") },
    { icon: "pencil", word: "Edit", act: () => onAsk("edit") },
  ];
  if (item.done_at !== null) return words;
  if (item.skipped_at !== null) {
    return [{ icon: "rotate-ccw", word: isClosedByPlan(item) ? "Open again" : "Not skipped", act: () => void unskipItem(item) }, ...words];
  }
  const skip = () => {
    onSettled();
    void skipItem(item);
  };
  return [
    { icon: "alarm-clock", word: "Snooze", act: () => onAsk("snooze") },
    { icon: "skip-forward", word: "Skip", act: skip },
    ...words,
  ];
}

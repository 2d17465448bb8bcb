// One line, of a list or of a playbook, in a sheet: its words, when it is due, and the way out.

import type { ComponentChildren } from "preact";
import { schema } from "../../model/schema.ts";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { ShortField } from "./short-field.tsx";

interface Words {
  readonly text?: string;
  readonly why?: string | null;
}

interface Props {
  readonly line: { readonly text: string | null; readonly why: string | null };
  /** What the words of such a line may be at the longest. */
  readonly max: typeof schema.items | typeof schema.playbook_steps;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onKeep: (words: Words) => Promise<void>;
  readonly onTrash: () => Promise<void>;
  readonly when: { readonly title: string; readonly meta?: string; readonly end?: ComponentChildren; readonly onClick: () => void };
  /** What else such a line has. */
  readonly children?: ComponentChildren;
}

export function LineSheet({ line, max, open, onClose, onKeep, onTrash, when, children }: Props) {
  const toTrash = () => {
    onClose();
    void onTrash();
  };
  return (
    <Sheet title="Edit this line" open={open} onClose={onClose}>
      <ShortField
        wrap
        label="What to do"
        value={line.text}
        max={max.text.max}
        needed="A line needs a few words. The old ones are kept."
        onKeep={(text) => text !== null && void onKeep({ text })}
      />
      <ShortField wrap label="Why this helps" value={line.why} max={max.why.max} onKeep={(why) => void onKeep({ why })} />
      <ul class="rows">
        <li>
          <RowLink size="low" calm icon="calendar-days" {...when} />
        </li>
      </ul>
      {children}
      <div class="btns">
        <button type="button" class="btn btn--primary" onClick={onClose}>
          Done
        </button>
        <button type="button" class="btn btn--text" onClick={toTrash}>
          Move to the trash
        </button>
      </div>
    </Sheet>
  );
}

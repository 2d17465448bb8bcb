import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../components/icon.tsx";
import { Sheet } from "../components/sheet.tsx";
import { navigate } from "../router.ts";

export interface SheetAction {
  readonly icon: IconName;
  readonly words: ComponentChildren;
  /** What it does, or where it leads. */
  readonly go: (() => void) | string;
  /** Another site: opens beside Rebound and learns nothing about where the person came from. */
  readonly outside?: boolean;
}

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly actions: readonly SheetAction[];
}

/** What else can be done with the thing on the page. A tap does it and closes the sheet. */
export function ActionSheet({ title, open, onClose, actions }: Props) {
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <ul class="rows actions">
        {actions.map((action, index) => (
          <li key={index}>
            <Action action={action} onClose={onClose} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Action({
  action: { icon, words, go, outside = false },
  onClose,
}: {
  action: SheetAction;
  onClose: () => void;
}) {
  const inside = (
    <>
      <Icon name={icon} />
      <span>{words}</span>
    </>
  );
  if (typeof go === "string" && outside) {
    return (
      <a class="action" href={go} target="_blank" rel="noopener noreferrer">
        {inside}
      </a>
    );
  }
  const act = () => {
    // Closed first, so that the way back leads to the page and not to this sheet.
    onClose();
    if (typeof go === "string") navigate(go);
    else go();
  };
  return (
    <button type="button" class="action" onClick={act}>
      {inside}
    </button>
  );
}

import type { MessagePurpose } from "../../model/messages/purposes.ts";
import { firstName } from "../../model/messages/names.ts";
import type { IconName } from "../components/icon.tsx";
import { ActionSheet } from "../editing/action-sheet.tsx";
import type { Person } from "./load.ts";

const letters: readonly { readonly purpose: MessagePurpose; readonly icon: IconName; readonly words: string }[] = [
  { purpose: "reach-leader", icon: "corner-right-up", words: "Bring something useful" },
  { purpose: "thank-you", icon: "handshake", words: "Say thank you" },
  { purpose: "introduction", icon: "users-round", words: "Ask for an introduction" },
  { purpose: "plan-b-ask", icon: "split", words: "Ask for one thing" },
  { purpose: "congratulation", icon: "bugle", words: "Congratulate" },
];

interface Props {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the letter is for decides how it begins; it opens with them as whom it goes to. */
export function WriteSheet({ person: { id, name }, open, onClose }: Props) {
  return (
    <ActionSheet
      title={`Write to ${firstName(name ?? "them")}`}
      open={open}
      onClose={onClose}
      actions={letters.map(({ purpose, icon, words }) => ({
        icon,
        words,
        go: `/compose?purpose=${purpose}&about=person:${id}&to=${id}`,
      }))}
    />
  );
}

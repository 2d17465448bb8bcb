import { logTouch } from "../../actions/touches.ts";
import { channelWords, touchChannels, type TouchChannel } from "../../model/people/contacts.ts";
import { firstName } from "../../model/messages/names.ts";
import type { IconName } from "../components/icon.tsx";
import { ActionSheet } from "../editing/action-sheet.tsx";
import type { Person } from "./load.ts";

export const channelIcons: { readonly [channel in TouchChannel]: IconName } = {
  chat: "message-circle-more",
  mail: "mail",
  call: "phone",
  coffee: "coffee",
  meeting: "users-round",
  other: "ellipsis",
};

interface Props {
  /** Null: closed. */
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onLogged: (touch: string, person: Person) => void;
}

/** The second of the two taps: how it was. It counts from now; what was said may follow. */
export function LogSheet({ person, onClose, onLogged }: Props) {
  const log = async (channel: TouchChannel) => {
    if (person) onLogged(await logTouch(person.id, channel), person);
  };
  return (
    <ActionSheet
      title={person ? `A word with ${firstName(person.name ?? "them")}` : "A word"}
      open={person !== null}
      onClose={onClose}
      actions={touchChannels.map((channel) => ({
        icon: channelIcons[channel],
        words: channelWords[channel],
        go: () => void log(channel),
      }))}
    />
  );
}

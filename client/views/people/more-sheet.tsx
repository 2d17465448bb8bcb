import { ActionSheet } from "../editing/action-sheet.tsx";
import { usePeople } from "./load.ts";
import { saveVcard } from "./save-vcard.ts";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What one does with People now and then. */
export function MoreSheet({ open, onClose }: Props) {
  const people = usePeople() ?? [];
  const some = people.length > 0;
  return (
    <ActionSheet
      title="More"
      open={open}
      onClose={onClose}
      actions={[
        { icon: "upload", words: "Import from your phone or a file", go: "/people/import" },
        ...(some
          ? ([
              { icon: "download", words: "Save everybody as a vCard", go: () => saveVcard(people) },
              { icon: "alarm-clock", words: "Choose how often you want a word", go: "/people/rhythms" },
              { icon: "merge", words: "Find duplicates", go: "/people/duplicates" },
            ] as const)
          : []),
      ]}
    />
  );
}

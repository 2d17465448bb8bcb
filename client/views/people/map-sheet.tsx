import type { Own } from "../../model/influence.ts";
import { ActionSheet } from "../editing/action-sheet.tsx";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly own: Own;
  readonly onChooseOwn: () => void;
}

export function MapSheet({ open, onClose, own, onChooseOwn }: Props) {
  return (
    <ActionSheet
      title="More"
      open={open}
      onClose={onClose}
      actions={[
        { icon: "pencil", words: own.department ? `Your department: ${own.department}` : "Choose your department", go: onChooseOwn },
        { icon: "grid-3x3", words: "Give people a place on the map", go: "/people/places" },
        { icon: "users-round", words: "Everyone you know", go: "/people/everyone" },
      ]}
    />
  );
}

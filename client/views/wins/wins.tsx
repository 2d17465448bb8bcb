import { Frame } from "../frame/frame.tsx";
import { winsPane } from "./pane.tsx";
import { WeekSheet } from "./week-sheet.tsx";

export function Wins() {
  const { label, children } = winsPane(null);
  return (
    <Frame
      tab="wins"
      list={{
        label,
        children: (
          <>
            {children}
            <WeekSheet />
          </>
        ),
      }}
    />
  );
}

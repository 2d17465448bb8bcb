import { Frame } from "../frame/frame.tsx";
import { winsPane } from "./pane.tsx";

export function Wins() {
  return <Frame tab="wins" list={winsPane(null)} />;
}

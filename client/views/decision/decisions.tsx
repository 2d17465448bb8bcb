import { Frame } from "../frame/frame.tsx";
import { decisionsPane } from "./list-pane.tsx";

export function DecisionsList() {
  return <Frame tab="plan-b" list={decisionsPane(null)} />;
}

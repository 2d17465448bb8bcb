import { Frame } from "../frame/frame.tsx";
import { peoplePane } from "./pane.tsx";

export function People() {
  return <Frame tab="people" list={peoplePane(null)} />;
}

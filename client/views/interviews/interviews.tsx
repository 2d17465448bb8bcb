import { Frame } from "../frame/frame.tsx";
import { interviewsPane } from "./pane.tsx";

export function InterviewsList() {
  return <Frame tab="interviews" list={interviewsPane(null)} />;
}

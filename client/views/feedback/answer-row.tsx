import { hasWords } from "../../model/feedback/request.ts";
import { RowLink } from "../components/row.tsx";
import type { FeedbackView } from "./load.ts";
import { useFeedbackSheet } from "./sheet-names.ts";

/** The way to the field their answer is pasted into; words that are in there already say so. */
export function AnswerRow({ view: { request } }: { readonly view: FeedbackView }) {
  const sheet = useFeedbackSheet();
  const isBegun = request !== null && hasWords(request);
  return (
    <RowLink
      size="low"
      calm
      icon="message-circle-more"
      title={isBegun ? "Go on with their answer" : "Their answer is here"}
      onClick={() => sheet.show("answer")}
    />
  );
}

import { useQuery } from "../../store/query.ts";
import { RowLink } from "../components/row.tsx";
import { countMessages, countWords, messagesHref } from "./count.ts";

/** A row that leads to the letters about an interview, and says how many there are: "2 sent, 1 draft". */
export function MessagesRow({ interview }: { readonly interview: string }) {
  const count = useQuery(["message-count", interview], ["messages"], (store) => countMessages(store, interview));
  return (
    <RowLink
      size="low"
      calm
      icon="mail"
      title="Messages"
      end={<span class="count more-count">{count && countWords(count)}</span>}
      href={messagesHref("interview", interview)}
    />
  );
}

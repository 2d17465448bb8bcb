import { deviceZone } from "../../model/days.ts";
import { addresseesIn, stateOf, stateWords, type MessageState } from "../../model/messages/kept.ts";
import { isMessagePurpose, purposeTitles } from "../../model/messages/purposes.ts";
import { countWord, listed } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { useQuery } from "../../store/query.ts";
import { Empty } from "../components/empty.tsx";
import type { IconName } from "../components/icon.tsx";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import { aboutFrom } from "../composer/about.ts";
import { Frame } from "../frame/frame.tsx";
import { useIsWide } from "../frame/use-is-wide.ts";
import { interviewsPane } from "../interviews/pane.tsx";
import { LongList } from "../listing/long-list.tsx";
import { query } from "../router.ts";
import { loadMessages, type MessagesView } from "./load.ts";

/** What was written about an interview: begun, held and sent. */
export function Messages() {
  const about = aboutFrom(query.value.get("about"));
  const isWide = useIsWide();
  const view = useQuery(["messages", about?.id ?? ""], ["messages", "interviews", "wins", "plans", "people"], (store) =>
    loadMessages(store, about, Date.now()),
  );
  return (
    <Frame
      tab={about?.kind === "interview" ? "interviews" : null}
      list={isWide && about?.kind === "interview" ? interviewsPane(about.id) : undefined}
      detail={{ label: "Messages", children: view && <Page view={view} /> }}
      focused
    />
  );
}

function Page({ view: { subject, open, sent } }: { readonly view: MessagesView }) {
  const isEmpty = open.length === 0 && sent.length === 0;
  return (
    <>
      <Top plain back={subject?.href ?? "/"} title={<span class="muted top__where">{subject?.words}</span>} />
      <div class="body">
        <h1>{headline(open, sent)}</h1>
        {isEmpty && <Empty words="A letter begins at a line of a list: its button “Write” opens it, filled in." />}
        {open.length > 0 && <Part title="Not sent yet" messages={open} />}
        {sent.length > 0 && <Part title="Sent" messages={sent} />}
      </div>
    </>
  );
}

function headline(open: readonly unknown[], sent: readonly unknown[]): string {
  const letters = (count: number) => `${countWord(count)} ${count === 1 ? "letter" : "letters"}`;
  if (open.length > 0) return `${letters(open.length)} begun.`;
  return sent.length > 0 ? `${letters(sent.length)} sent.` : "No letters yet.";
}

function Part({ title, messages }: { readonly title: string; readonly messages: readonly Entry<"messages">[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <LongList name={`messages: ${title}`} rows={messages} keyOf={({ id }) => id}>
        {(message) => (
          <li>
            <MessageRow message={message} />
          </li>
        )}
      </LongList>
    </section>
  );
}

const icons: { readonly [state in MessageState]: IconName } = {
  sent: "mail",
  handed: "info",
  held: "calendar-clock",
  draft: "feather",
  untouched: "feather",
};

function MessageRow({ message }: { readonly message: Entry<"messages"> }) {
  const now = Date.now();
  const { id, purpose, subject, to } = message;
  const names = listed(addresseesIn(to).flatMap(({ name, email }) => name ?? email ?? []));
  const title = isMessagePurpose(purpose) ? purposeTitles[purpose] : (subject ?? "A letter");
  return (
    <RowLink
      href={`/compose/${id}`}
      icon={icons[stateOf(message, now)]}
      title={title}
      meta={
        <>
          {names && <bdi>{names}. </bdi>}
          {stateWords(message, now, deviceZone())}
        </>
      }
    />
  );
}

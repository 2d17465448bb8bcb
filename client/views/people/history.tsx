import { useMemo, useState } from "preact/hooks";
import { deviceZone, dayOf, msOf } from "../../model/days.ts";
import { channelWords } from "../../model/people/contacts.ts";
import { dateWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import type { IconName } from "../components/icon.tsx";
import { RowLink } from "../components/row.tsx";
import { LongList } from "../listing/long-list.tsx";
import { channelIcons } from "./log-sheet.tsx";
import type { PersonView } from "./load.ts";
import { TouchSheet } from "./touch-sheet.tsx";
import { sentence } from "./words.ts";

interface Past {
  readonly key: string;
  readonly at: string | null;
  readonly icon: IconName;
  readonly title: string;
  readonly words: string | null;
  /** Where it leads; a touch opens here. */
  readonly href?: string;
  readonly touch?: Entry<"touches">;
}

/** Everything there was with them, the latest first. */
export function History({ view }: { readonly view: PersonView }) {
  const [open, setOpen] = useState<string | null>(null);
  const past = useMemo(() => pastOf(view), [view]);
  const today = dayOf(Date.now(), deviceZone());
  const touch = view.touches.find(({ id }) => id === open) ?? null;
  return (
    <section>
      <h2>What there was</h2>
      {past.length === 0 && <p class="muted small">Nothing noted yet. A word is logged in two taps.</p>}
      <LongList name="history" rows={past} keyOf={({ key }) => key}>
        {({ at, icon, title, words, href, touch: row }) => (
          <li>
            <RowLink
              calm
              {...(href === undefined ? { onClick: () => setOpen(row!.id) } : { href })}
              icon={icon}
              title={title}
              meta={[at && `${dateWords(at, deviceZone(), today)}.`, words].filter(Boolean).join(" ")}
            />
          </li>
        )}
      </LongList>
      <TouchSheet touch={touch} onClose={() => setOpen(null)} />
    </section>
  );
}

function pastOf({ touches, meetings, letters, praised, passed }: PersonView): Past[] {
  const all: Past[] = [
    ...touches.map((touch): Past => ({
      key: touch.id,
      at: touch.at,
      icon: channelIcons[touch.channel ?? "other"],
      title: touch.channel === null || touch.channel === "other" ? "A word" : channelWords[touch.channel],
      words: sentence(touch.give) ?? sentence(firstLine(touch.what)),
      touch,
    })),
    ...meetings.map(({ attendance, interview }): Past => ({
      key: attendance.id,
      at: interview.held_at,
      icon: "messages-square",
      title: interview.role ?? "An interview",
      words: sentence(interview.company),
      href: `/interviews/${interview.id}`,
    })),
    ...letters.map((letter): Past => ({
      key: letter.id,
      at: letter.sent_at,
      icon: "mail",
      title: letter.subject ?? "A message",
      words: null,
      href: `/compose/${letter.id}`,
    })),
    ...praised.map((win): Past => ({
      key: win.id,
      at: win.happened_on,
      icon: "bugle",
      title: win.title ?? "A win",
      words: "They praised it.",
      href: `/wins/${win.id}`,
    })),
    ...passed.map(({ forward, win }): Past => ({
      key: forward.id,
      at: forward.at,
      icon: "corner-right-up",
      title: win.title ?? "A win",
      words: "You passed it on to them.",
      href: `/wins/${win.id}`,
    })),
  ];
  return all.sort((a, b) => (b.at === null ? 0 : msOf(b.at)) - (a.at === null ? 0 : msOf(a.at)));
}

function firstLine(text: string | null): string | null {
  return text?.trim().split("\n")[0] ?? null;
}

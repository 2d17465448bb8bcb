// Today: three things at most, what is waited for, one line on Plan B, the rest folded, and the one large button.

import { useState } from "preact/hooks";
import type { WaitingLetter } from "../../model/letters-waiting.ts";
import type { Today as TodayView } from "../../model/today.ts";
import { Air } from "../components/air.tsx";
import { JustHadDock } from "../components/dock.tsx";
import { Empty } from "../components/empty.tsx";
import { Fold } from "../components/fold.tsx";
import type { IconName } from "../components/icon.tsx";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { useIsWide } from "../frame/use-is-wide.ts";
import { DrawnArc, DrawnGround } from "../interview/drawing.tsx";
import { atHand, later, onceThere } from "../later.tsx";
import { query } from "../router.ts";
import { Things } from "./things.tsx";
import { useLinger } from "./use-linger.ts";

const FirstThing = later(atHand, ({ FirstThing }) => FirstThing);
const RestSheet = onceThere(atHand, ({ RestSheet }) => RestSheet);

export function Today({ today }: { readonly today: TodayView }) {
  const isWide = useIsWide();
  const wanted = query.value.get("item");
  const chosen = [...today.next, ...today.later].find(({ item }) => item.id === wanted);
  const open = isWide ? (chosen ?? today.next[0]) : undefined;
  return (
    <Frame
      tab="today"
      side="detail"
      list={{ label: "Today", dock: <JustHadDock />, children: <TodayPage today={today} openId={open?.item.id ?? null} /> }}
      detail={open && { label: "The first of them", children: <FirstThing thing={open} /> }}
    />
  );
}

/**
 * "Monday 23 November"; beside the sync mark of a narrow phone "Mon 23 Nov". A date keeps together inside a sentence;
 * alone in a narrow row it may break rather than run out.
 */
function DateWords({ words }: { readonly words: string }) {
  const [weekday = "", day = "", month = ""] = words.split("\u00a0");
  return (
    <>
      <span class="date date--long">{[weekday, day, month].join(" ")}</span>
      <span class="date date--short" aria-hidden="true">
        {[weekday.slice(0, 3), day, month.slice(0, 3)].join(" ")}
      </span>
    </>
  );
}

interface TodayPageProps {
  readonly today: TodayView;
  /** The thing that is open in the other pane. */
  readonly openId: string | null;
}

function TodayPage({ today, openId }: TodayPageProps) {
  const linger = useLinger();
  const next = linger.withSettled(today.next);
  const [isResting, setResting] = useState(false);
  return (
    <>
      <Air
        top={<Top title={<DateWords words={today.date} />} home />}
        title={today.headline}
        arc={<DrawnArc name="today" drawing={today.arc} />}
      />
      <DrawnGround drawing={today.arc} />
      <div class="body today">
        {next.length > 0 && (
          <section aria-labelledby="today-next">
            <div class="section__head">
              <h2 id="today-next">Next</h2>
              {today.next.length > 0 && (
                <button type="button" class="btn btn--text" onClick={() => setResting(true)}>
                  Not now
                </button>
              )}
            </div>
            <Things things={next} linger={linger} openId={openId} />
          </section>
        )}
        <Ready letters={today.letters.ready} />
        {next.length === 0 && today.later.length === 0 && today.letters.ready.length === 0 && (
          <Empty words="Nothing to do now. The next interview starts two short lists, in the lift on the way out." />
        )}
        <Waiting today={today} />
        <div class="band">
          <RowLink icon="split" title={today.planB.words} meta={today.planB.note} href={today.planB.href} />
        </div>
        <Later today={today} openId={openId} />
      </div>
      <RestSheet things={today.next} open={isResting} onClose={() => setResting(false)} />
    </>
  );
}

/** Letters whose time has come. More than a few are no less ready tomorrow: the way to all of them is below. */
const mostReady = 3;

function Ready({ letters }: { readonly letters: readonly WaitingLetter[] }) {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="today-ready">
      <div class="section__head">
        <h2 id="today-ready">Ready to send</h2>
        {letters.length > mostReady && (
          <a class="btn btn--text" href="/messages">
            All {letters.length}
          </a>
        )}
      </div>
      <ul class="rows">
        {letters.slice(0, mostReady).map((letter) => (
          <LetterRow key={letter.message.id} letter={letter} icon="mail" />
        ))}
      </ul>
    </section>
  );
}

function LetterRow({ letter: { message, title, words }, icon }: { readonly letter: WaitingLetter; readonly icon: IconName }) {
  return (
    <li>
      <RowLink icon={icon} title={title} meta={<bdi>{words}</bdi>} href={`/compose/${message.id}`} />
    </li>
  );
}

function Waiting({ today: { waiting, letters } }: { readonly today: TodayView }) {
  if (waiting.length + letters.held.length === 0) return null;
  return (
    <section aria-labelledby="today-waiting">
      <div class="section__head">
        <h2 id="today-waiting">Waiting for</h2>
      </div>
      <ul class="rows">
        {letters.held.map((letter) => (
          <LetterRow key={letter.message.id} letter={letter} icon="calendar-clock" />
        ))}
        {waiting.map(({ interview, words }) => (
          <li key={interview.id}>
            <RowLink icon="hourglass" title={interview.company ?? "An answer"} meta={words} href={`/interviews/${interview.id}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Later({ today: { later, laterWords }, openId }: TodayPageProps) {
  const linger = useLinger();
  const shown = linger.withSettled(later);
  if (later.length === 0 && shown.length === 0) return null;
  return (
    <Fold icon="calendar-days" summary="Later" count={laterWords}>
      <Things things={shown} linger={linger} openId={openId} />
    </Fold>
  );
}

// The hour after a no: three things, if one wants them, and nothing else. The arc is still here, and nothing pops up.

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { hold } from "../../actions/messages.ts";
import { putDown, takeBackOutcome } from "../../actions/outcome.ts";
import { addDays, dayOf, deviceZone, momentAt, momentNow, type Moment } from "../../model/days.ts";
import { sendWindow } from "../../model/messages/send-window.ts";
import { apart, dateWords, nearMomentWords, timeWords } from "../../model/words.ts";
import { store } from "../../store/current.ts";
import { daysOffOf, useDaysOff } from "../../store/days-off.ts";
import { useQuery } from "../../store/query.ts";
import { Air, Arc } from "../components/air.tsx";
import { Icon, type IconName } from "../components/icon.tsx";
import { TapButton, Top } from "../components/top.tsx";
import { loadLetter } from "../composer/load.ts";
import { BareFrame } from "../frame/frame.tsx";
import { WhatChanged } from "../interview/what-changed.tsx";
import { back, navigate } from "../router.ts";
import { Missing } from "../trash/missing.tsx";
import { loadFirstHour, type FirstHourView } from "./load.ts";

const shown = ["interviews", "checklists", "items", "plans"] as const;

export function FirstHour({ id }: { readonly id: string }) {
  const view = useQuery(["first hour", id], shown, (from) => loadFirstHour(from, id));
  useLeaveWithoutNo(view);
  if (view === undefined) return null;
  return (
    <BareFrame>
      {view === null ? <Missing what="interview" collection="interviews" entry={null} back="/interviews" /> : <Page view={view} />}
    </BareFrame>
  );
}

/**
 * The answer was taken back, here or elsewhere: there is no such hour. What is painted may be what was seen here last,
 * before the answer was given once more, so the store has the word.
 */
function useLeaveWithoutNo(view: FirstHourView | null | undefined): void {
  const isNo = view?.interview.outcome === "no";
  const id = view?.interview.id;
  useEffect(() => {
    if (!id || isNo) return undefined;
    let isHere = true;
    void store.value.get("interviews", id).then((interview) => {
      if (isHere && interview?.outcome !== "no") navigate(`/interviews/${id}`, { replace: true });
    });
    return () => {
      isHere = false;
    };
  }, [id, isNo]);
}

function Page({ view: { interview, reply, planB } }: { readonly view: FirstHourView }) {
  const { id } = interview;
  const until = tomorrowAt(8, 0);
  const morning = useMorningWords();
  return (
    <>
      <Air
        top={<Top title={placeWords(interview)} end={<TapButton icon="x" label="Close" onClick={() => back(`/interviews/${id}`)} />} />}
        title="They said no. Nothing else has to happen today."
        arc={<StillArc />}
      />
      <div class="body first-hour">
        <h2 class="hidden">Three things, if you want them</h2>
        <ol class="rows">
          <Thing icon="moon" title="Put it down for today" words={`No reminder before ${nearMomentWords(until, Date.now(), deviceZone())}.`}>
            <button type="button" class="btn btn--primary" onClick={() => void putItDown(id, until)}>
              Put it down
            </button>
          </Thing>
          {reply && (
            <Thing icon="feather" title="Say it, but keep it until tomorrow" words={`What you write now waits until ${morning}. You can still change it then.`}>
              <a class="btn btn--quiet" href={reply.href} onClick={() => void holdReply(reply.item)}>
                Write a draft
              </a>
            </Thing>
          )}
          <Thing icon="split" title="One step of Plan B, ten minutes" words={planB.words}>
            <a class="btn btn--quiet" href={planB.href}>
              Start the step
            </a>
          </Thing>
        </ol>
      </div>
      <div class="first-hour-end">
        <WhatChanged interview={interview} />
        <button type="button" class="btn btn--text btn--wide" onClick={() => void takeBackOutcome(id)}>
          Wrong answer? Undo
        </button>
      </div>
    </>
  );
}

interface ThingProps {
  readonly icon: IconName;
  readonly title: string;
  readonly words: string;
  readonly children: ComponentChildren;
}

function Thing({ icon, title, words, children }: ThingProps) {
  return (
    <li class="gentle">
      <Icon name={icon} />
      <h3>{title}</h3>
      <p class="muted small">{words}</p>
      {children}
    </li>
  );
}

/** It came down; it will come up again, higher, and nobody says when. */
function StillArc() {
  return (
    <Arc name="first hour" height={116} still>
      <path class="past" d="M-44 34Q20 34 84 108" />
      <path class="maybe" d="M84 108Q252 4 420 4" />
      <circle class="ball" cx="84" cy="107" r="9" />
    </Arc>
  );
}

async function putItDown(id: string, until: Moment): Promise<void> {
  await putDown(id, until);
  navigate("/");
}

/** Kept until the morning from its first word on; the composer says so, and lets go of it. */
async function holdReply(line: string): Promise<void> {
  const place = { id: line, purpose: null, about: null, to: null };
  const letter = await loadLetter(store.value, place, null, null);
  if (!letter || letter.message?.hold_until) return;
  const { hold_until } = sendWindow(letter.purpose, momentNow(), deviceZone(), null, await daysOffOf(store.value));
  await hold(letter.id, letter.seed, hold_until);
}

function tomorrowAt(hour: number, minute: number): Moment {
  const zone = deviceZone();
  return momentAt(addDays(dayOf(Date.now(), zone), 1), hour, minute, zone)!;
}

/** "Tue 17 Nov, 08:30": when a reply to the news is best sent. */
function useMorningWords(): string {
  const zone = deviceZone();
  const { hold_until } = sendWindow("accept-news", momentNow(), zone, null, useDaysOff());
  return `${dateWords(hold_until, zone)}, ${timeWords(hold_until, zone)}`;
}

/** "Team lead, Network Planning" */
function placeWords({ role, department, company }: FirstHourView["interview"]): string {
  return [role, department ?? company].flatMap((part) => (part ? apart(part) : [])).join(", ");
}

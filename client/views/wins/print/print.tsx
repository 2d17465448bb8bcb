import { useState } from "preact/hooks";
import { say } from "../../../actions/undo.ts";
import { isDay, type Day } from "../../../model/days.ts";
import { PROFILE_ID } from "../../../model/profile.ts";
import {
  fitOf,
  lastTwelveMonths,
  markdownOf,
  pageEntries,
  pageTitle,
  periodWords,
  thisYear,
  waitingForYes,
  type PageEntry,
  type Period,
} from "../../../model/wins-page.ts";
import { countWord } from "../../../model/words.ts";
import { saveFile } from "../../../platform/save-file.ts";
import { account } from "../../../store/current.ts";
import { useQuery } from "../../../store/query.ts";
import type { Store } from "../../../store/store.ts";
import { Choices } from "../../components/choices.tsx";
import { Empty } from "../../components/empty.tsx";
import { Icon } from "../../components/icon.tsx";
import { Top } from "../../components/top.tsx";
import { onClipboard } from "../../composer/send.ts";
import { DayField } from "../../editing/day-field.tsx";
import { Frame } from "../../frame/frame.tsx";
import { navigate, query } from "../../router.ts";
import { today } from "../today.ts";
import { Paper } from "./paper.tsx";

/** One page for the review talk: looked at here, printed or carried on as text. */
export function WinsPrint() {
  return <Frame tab="wins" detail={{ label: "One page for the review talk", children: <Page /> }} focused />;
}

const periods = [
  { value: "year", label: "This year" },
  { value: "months", label: "Twelve months" },
  { value: "own", label: "Other days" },
] as const;

type Chosen = (typeof periods)[number]["value"];

function Page() {
  const view = useQuery(["wins page"], ["wins", "profiles"], loadPage);
  const chosen = chosenIn(query.value);
  const period = periodOf(chosen, query.value);
  if (view === undefined) return null;
  const entries = pageEntries(view.wins, period);
  const head = { title: pageTitle(period), name: view.name ?? account.value?.name ?? null };
  return (
    <>
      <Top plain back="/wins" />
      <div class="body wins-print">
        <div class="stack--s screen-only">
          <h1>One page for the review talk.</h1>
          <p class="muted">{wordsFor(entries, waitingForYes(view.wins, period))}</p>
        </div>
        <div class="stack screen-only">
          <Choices label="Which time" options={periods} value={chosen} onChange={(next) => show(next, period)} />
          {chosen === "own" && (
            <div class="field--pair">
              <DayField label="From" value={period.from} onKeep={(from) => show("own", { ...period, from: from ?? period.from })} />
              <DayField label="To" value={period.to} onKeep={(to) => show("own", { ...period, to: to ?? period.to })} />
            </div>
          )}
        </div>
        {entries.length === 0 ? (
          <Empty words="Nothing of that time is written down. One line for the best of it is a good start." action={<AddOne />} />
        ) : (
          <>
            <Ways markdown={markdownOf(entries, period, head)} />
            <Paper entries={entries} head={head} when={periodWords(period)} density={fitOf(entries).density} />
          </>
        )}
      </div>
    </>
  );
}

function AddOne() {
  return (
    <a class="btn btn--quiet" href="/wins">
      Add a win
    </a>
  );
}

async function loadPage(store: Store) {
  const [wins, profile] = await Promise.all([store.all("wins"), store.get("profiles", PROFILE_ID)]);
  return { wins, name: profile?.name ?? null };
}

function wordsFor(entries: readonly PageEntry[], waiting: number): string {
  const { sheets } = fitOf(entries);
  const fits = entries.length === 0 ? "" : sheets === 1 ? "It fits on one sheet." : `It takes about ${sheets} sheets.`;
  const left = waiting === 0 ? "" : `${countWord(waiting)} ${waiting === 1 ? "waits" : "wait"} for a yes, and ${waiting === 1 ? "is" : "are"} not on it.`;
  return ["Effect, date, who gained, and where the proof lies.", fits, left].filter(Boolean).join(" ");
}

function chosenIn(search: URLSearchParams): Chosen {
  return periods.find(({ value }) => value === search.get("time"))?.value ?? "year";
}

function periodOf(chosen: Chosen, search: URLSearchParams): Period {
  const usual = chosen === "months" ? lastTwelveMonths(today()) : thisYear(today());
  if (chosen !== "own") return usual;
  const [from, to] = [dayIn(search, "from", usual.from), dayIn(search, "to", usual.to)];
  return from <= to ? { from, to } : { from: to, to: from };
}

function dayIn(search: URLSearchParams, name: string, otherwise: Day): Day {
  const day = search.get(name) ?? "";
  return isDay(day) ? day : otherwise;
}

/** In the address, so that a reload and the way back keep it. */
function show(chosen: Chosen, { from, to }: Period): void {
  const days = chosen === "own" ? `&from=${from}&to=${to}` : "";
  navigate(`/wins/print?time=${chosen}${days}`, { replace: true, keepScroll: true });
}

function Ways({ markdown }: { readonly markdown: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    const done = await onClipboard(markdown);
    setCopied(done);
    say(done ? "Copied as Markdown text." : "This browser does not let it be copied. Download it instead.");
  };
  return (
    <div class="btns screen-only">
      <button type="button" class="btn btn--primary" onClick={() => print()}>
        <Icon name="printer" size="s" />
        Print it
      </button>
      <button type="button" class="btn btn--quiet" aria-label="Copy as Markdown" onClick={() => void copy()}>
        <Icon name={isCopied ? "check" : "copy"} size="s" />
        Copy
      </button>
      <button type="button" class="btn btn--quiet" aria-label="Download as Markdown" onClick={() => download(markdown)}>
        <Icon name="download" size="s" />
        Download
      </button>
    </div>
  );
}

function download(markdown: string): void {
  saveFile(`wins-${today()}.md`, markdown, "text/markdown;charset=utf-8");
}

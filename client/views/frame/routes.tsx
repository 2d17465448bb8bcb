// Which address shows which screen. The server answers the same shell for each of them (webapp/pages/views.py).

import type { VNode } from "preact";
import { atHand, later, screens } from "../later.tsx";
import { Home } from "../today/home.tsx";
import { NotHere } from "./not-here.tsx";

const JustHad = later(atHand, ({ JustHad }) => JustHad);
const ChecklistPage = later(screens, ({ ChecklistPage }) => ChecklistPage);
const Composer = later(screens, ({ Composer }) => Composer);
const DecisionPage = later(screens, ({ DecisionPage }) => DecisionPage);
const DecisionsList = later(screens, ({ DecisionsList }) => DecisionsList);
const FeedbackPage = later(screens, ({ FeedbackPage }) => FeedbackPage);
const FirstHour = later(screens, ({ FirstHour }) => FirstHour);
const Insights = later(screens, ({ Insights }) => Insights);
const InterviewPage = later(screens, ({ InterviewPage }) => InterviewPage);
const InterviewsList = later(screens, ({ InterviewsList }) => InterviewsList);
const LinkDevice = later(screens, ({ LinkDevice }) => LinkDevice);
const LinkHere = later(screens, ({ LinkHere }) => LinkHere);
const Messages = later(screens, ({ Messages }) => Messages);
const ImportPeople = later(screens, ({ ImportPeople }) => ImportPeople);
const Duplicates = later(screens, ({ Duplicates }) => Duplicates);
const InfluenceMapPage = later(screens, ({ InfluenceMapPage }) => InfluenceMapPage);
const People = later(screens, ({ People }) => People);
const Person = later(screens, ({ Person }) => Person);
const Places = later(screens, ({ Places }) => Places);
const Plan = later(screens, ({ Plan }) => Plan);
const PlanB = later(screens, ({ PlanB }) => PlanB);
const PlaybookPage = later(screens, ({ PlaybookPage }) => PlaybookPage);
const Playbooks = later(screens, ({ Playbooks }) => Playbooks);
const Recover = later(screens, ({ Recover }) => Recover);
const RecoveryCodes = later(screens, ({ RecoveryCodes }) => RecoveryCodes);
const Rhythms = later(screens, ({ Rhythms }) => Rhythms);
const Search = later(screens, ({ Search }) => Search);
const Settings = later(screens, ({ Settings }) => Settings);
const SignIn = later(screens, ({ SignIn }) => SignIn);
const Trash = later(screens, ({ Trash }) => Trash);
const NewWin = later(screens, ({ NewWin }) => NewWin);
const WinGaps = later(screens, ({ WinGaps }) => WinGaps);
const WinsPrint = later(screens, ({ WinsPrint }) => WinsPrint);
const Win = later(screens, ({ Win }) => Win);
const Wins = later(screens, ({ Wins }) => Wins);

export interface Route {
  readonly title: string;
  readonly screen: VNode;
}

type MakeRoute = (id: string) => Route;

/** `:id` stands for one part of the address. */
const routes: Readonly<Record<string, MakeRoute>> = {
  "/": () => ({ title: "Today", screen: <Home /> }),
  "/just-had": () => ({ title: "I just had an interview", screen: <JustHad /> }),
  "/interviews": () => ({ title: "Interviews", screen: <InterviewsList /> }),
  "/interviews/:id": (id) => ({ title: "Interview", screen: <InterviewPage key={id} id={id} /> }),
  "/interviews/:id/feedback": (id) => ({ title: "Feedback", screen: <FeedbackPage key={id} id={id} /> }),
  "/first-hour/:id": (id) => ({ title: "The first hour", screen: <FirstHour key={id} id={id} /> }),
  "/checklists/:id": (id) => ({ title: "Checklist", screen: <ChecklistPage key={id} id={id} /> }),
  "/compose": () => ({ title: "A message", screen: <Composer id={null} /> }),
  "/compose/:id": (id) => ({ title: "A message", screen: <Composer key={id} id={id} /> }),
  "/messages": () => ({ title: "Messages", screen: <Messages /> }),
  "/playbooks": () => ({ title: "Playbooks", screen: <Playbooks /> }),
  "/playbooks/:id": (id) => ({ title: "A list of your own", screen: <PlaybookPage key={id} id={id} /> }),
  "/plan-b": () => ({ title: "Plan B", screen: <PlanB /> }),
  "/plan-b/:id": (id) => ({ title: "An option", screen: <Plan id={id} /> }),
  "/decisions": () => ({ title: "Decide on what it pays", screen: <DecisionsList /> }),
  "/decisions/:id": (id) => ({ title: "Decide on what it pays", screen: <DecisionPage key={id} id={id} /> }),
  "/people": () => ({ title: "People", screen: <People tab="due" /> }),
  "/people/everyone": () => ({ title: "Everyone", screen: <People tab="everyone" /> }),
  "/people/map": () => ({ title: "Influence map", screen: <InfluenceMapPage /> }),
  "/people/places": () => ({ title: "Places on the map", screen: <Places /> }),
  "/people/rhythms": () => ({ title: "How often", screen: <Rhythms /> }),
  "/people/duplicates": () => ({ title: "Duplicates", screen: <Duplicates /> }),
  "/people/import": () => ({ title: "Import people", screen: <ImportPeople /> }),
  "/people/:id": (id) => ({ title: "Person", screen: <Person key={id} id={id} /> }),
  "/wins": () => ({ title: "Wins", screen: <Wins /> }),
  "/wins/new": () => ({ title: "Add a win", screen: <NewWin /> }),
  "/wins/gaps": () => ({ title: "What they missed", screen: <WinGaps /> }),
  "/wins/print": () => ({ title: "One page for the review talk", screen: <WinsPrint /> }),
  "/wins/:id": (id) => ({ title: "Win", screen: <Win key={id} id={id} /> }),
  "/search": () => ({ title: "Search", screen: <Search /> }),
  "/insights": () => ({ title: "Insights", screen: <Insights /> }),
  "/trash": () => ({ title: "Trash", screen: <Trash /> }),
  "/settings": () => ({ title: "Settings", screen: <Settings /> }),
  "/settings/recovery-codes": () => ({ title: "Recovery codes", screen: <RecoveryCodes /> }),
  "/settings/link": () => ({ title: "Link a device", screen: <LinkDevice /> }),
  "/recover": () => ({ title: "Use a recovery code", screen: <Recover /> }),
  "/link": () => ({ title: "Link with another device", screen: <LinkHere /> }),
  "/sign-in": () => ({ title: "Sign in", screen: <SignIn /> }),
};

/** Begins to fetch what the screen of an address needs beside the start: Today has a second pane where there is room. */
export function fetchScreenOf(path: string, isWide: boolean): void {
  if (path !== "/" && path !== "/just-had") screens.fetchAhead();
  else if (path === "/just-had" || isWide) atHand.fetchAhead();
}

export function routeFor(path: string): Route {
  const tidy = path.length > 1 ? path.replace(/\/+$/, "") : path;
  const exact = routes[tidy];
  if (exact && !tidy.includes(":")) return exact("");
  const [, collection, id, ...parts] = tidy.split("/");
  const make = id ? routes[["", collection, ":id", ...parts].join("/")] : undefined;
  return make?.(decodeURIComponent(id ?? "")) ?? { title: "Not here", screen: <NotHere /> };
}

// Which address shows which screen. The server answers the same shell for each of them (webapp/pages/views.py).

import type { VNode } from "preact";
import { JustHad } from "../just-had/just-had.tsx";
import { Home } from "../today/home.tsx";
import { later } from "./later.tsx";
import { NotHere } from "./not-here.tsx";

// The start is Today and the form for a new interview.
const ChecklistPage = later((screens) => screens.ChecklistPage);
const Composer = later((screens) => screens.Composer);
const DecisionPage = later((screens) => screens.DecisionPage);
const DecisionsList = later((screens) => screens.DecisionsList);
const FeedbackPage = later((screens) => screens.FeedbackPage);
const FirstHour = later((screens) => screens.FirstHour);
const Insights = later((screens) => screens.Insights);
const InterviewPage = later((screens) => screens.InterviewPage);
const InterviewsList = later((screens) => screens.InterviewsList);
const LinkDevice = later((screens) => screens.LinkDevice);
const LinkHere = later((screens) => screens.LinkHere);
const Messages = later((screens) => screens.Messages);
const ImportPeople = later((screens) => screens.ImportPeople);
const Duplicates = later((screens) => screens.Duplicates);
const InfluenceMapPage = later((screens) => screens.InfluenceMapPage);
const People = later((screens) => screens.People);
const Person = later((screens) => screens.Person);
const Places = later((screens) => screens.Places);
const Plan = later((screens) => screens.Plan);
const PlanB = later((screens) => screens.PlanB);
const PlaybookPage = later((screens) => screens.PlaybookPage);
const Playbooks = later((screens) => screens.Playbooks);
const Recover = later((screens) => screens.Recover);
const RecoveryCodes = later((screens) => screens.RecoveryCodes);
const Rhythms = later((screens) => screens.Rhythms);
const Search = later((screens) => screens.Search);
const Settings = later((screens) => screens.Settings);
const SignIn = later((screens) => screens.SignIn);
const Trash = later((screens) => screens.Trash);
const NewWin = later((screens) => screens.NewWin);
const WinGaps = later((screens) => screens.WinGaps);
const WinsPrint = later((screens) => screens.WinsPrint);
const Win = later((screens) => screens.Win);
const Wins = later((screens) => screens.Wins);

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

/** Whether the screen is there with the start, and nothing has to be fetched for it. */
export function isOfTheStart(path: string): boolean {
  return path === "/" || path === "/just-had";
}

export function routeFor(path: string): Route {
  const tidy = path.length > 1 ? path.replace(/\/+$/, "") : path;
  const exact = routes[tidy];
  if (exact && !tidy.includes(":")) return exact("");
  const [, collection, id, ...parts] = tidy.split("/");
  const make = id ? routes[["", collection, ":id", ...parts].join("/")] : undefined;
  return make?.(decodeURIComponent(id ?? "")) ?? { title: "Not here", screen: <NotHere /> };
}

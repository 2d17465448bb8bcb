// The screens that are not the start, and their addresses, as one part of the script (see later.tsx). One part, not one
// each: they share so much that a part each made forty files, a tenth larger together. The server answers the same shell
// for each address (webapp/pages/views.py).

import { ChecklistPage } from "./checklist/checklist.tsx";
import { Composer } from "./composer/composer.tsx";
import { DecisionPage } from "./decision/decision.tsx";
import { DecisionsList } from "./decision/decisions.tsx";
import { LinkHere } from "./entering/link.tsx";
import { Recover } from "./entering/recover.tsx";
import { FeedbackPage } from "./feedback/feedback.tsx";
import { FirstHour } from "./first-hour/first-hour.tsx";
import { NotHere } from "./frame/not-here.tsx";
import type { Route } from "./frame/routes.tsx";
import { Insights } from "./insights/insights.tsx";
import { InterviewPage } from "./interview/interview.tsx";
import { InterviewsList } from "./interviews/interviews.tsx";
import { Messages } from "./messages/messages.tsx";
import { Duplicates } from "./people/duplicates.tsx";
import { ImportPeople } from "./people/import-page.tsx";
import { InfluenceMapPage, People } from "./people/people.tsx";
import { Person } from "./people/person.tsx";
import { Places } from "./people/places.tsx";
import { Rhythms } from "./people/rhythms.tsx";
import { Plan, PlanB } from "./plan-b/plan-b.tsx";
import { PlaybookPage } from "./playbooks/playbook-page.tsx";
import { Playbooks } from "./playbooks/playbooks.tsx";
import { Search } from "./search/search.tsx";
import { LinkDevice } from "./settings/link-device.tsx";
import { RecoveryCodes } from "./settings/recovery-codes.tsx";
import { Settings } from "./settings/settings.tsx";
import { SignIn } from "./sign-in/sign-in.tsx";
import { Trash } from "./trash/trash.tsx";
import { WinGaps } from "./wins/gaps/gaps.tsx";
import { NewWin } from "./wins/new/new-win.tsx";
import { Win } from "./wins/page/win.tsx";
import { WinsPrint } from "./wins/print/print.tsx";
import { Wins } from "./wins/wins.tsx";

export { Gone } from "./frame/gone.tsx";

type MakeRoute = (id: string) => Route;

/** `:id` stands for one part of the address. */
const routes: Readonly<Record<string, MakeRoute>> = {
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

/** `path` ends without a slash. */
export function routeOfScreen(path: string): Route {
  const exact = routes[path];
  if (exact && !path.includes(":")) return exact("");
  const [, collection, id, ...parts] = path.split("/");
  const make = id ? routes[["", collection, ":id", ...parts].join("/")] : undefined;
  return make?.(decodeURIComponent(id ?? "")) ?? { title: "Not here", screen: <NotHere /> };
}

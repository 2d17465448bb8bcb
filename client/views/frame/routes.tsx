// Which address shows which screen. The server answers the same shell for each of them (webapp/pages/views.py).

import type { VNode } from "preact";
import { ChecklistPage } from "../checklist/checklist.tsx";
import { InterviewPage } from "../interview/interview.tsx";
import { InterviewsList } from "../interviews/interviews.tsx";
import { JustHad } from "../just-had/just-had.tsx";
import { People } from "../people/people.tsx";
import { Person } from "../people/person.tsx";
import { PlanB } from "../plan-b/plan-b.tsx";
import { Playbooks } from "../playbooks/playbooks.tsx";
import { Settings } from "../settings/settings.tsx";
import { SignIn } from "../sign-in/sign-in.tsx";
import { Home } from "../today/home.tsx";
import { Trash } from "../trash/trash.tsx";
import { Win } from "../wins/win.tsx";
import { Wins } from "../wins/wins.tsx";
import { lazy } from "./lazy.tsx";
import { NotHere } from "./not-here.tsx";

// Fetched when first opened. Those above make up the start.
const Composer = lazy(async () => (await import("../composer/composer.tsx")).Composer);
const FeedbackPage = lazy(async () => (await import("../feedback/feedback.tsx")).FeedbackPage);
const FirstHour = lazy(async () => (await import("../first-hour/first-hour.tsx")).FirstHour);
const Messages = lazy(async () => (await import("../messages/messages.tsx")).Messages);
const PlaybookPage = lazy(async () => (await import("../playbooks/playbook-page.tsx")).PlaybookPage);

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
  "/people": () => ({ title: "People", screen: <People /> }),
  "/people/:id": (id) => ({ title: "Person", screen: <Person key={id} id={id} /> }),
  "/wins": () => ({ title: "Wins", screen: <Wins /> }),
  "/wins/:id": (id) => ({ title: "Win", screen: <Win key={id} id={id} /> }),
  "/trash": () => ({ title: "Trash", screen: <Trash /> }),
  "/settings": () => ({ title: "Settings", screen: <Settings /> }),
  "/sign-in": () => ({ title: "Sign in", screen: <SignIn /> }),
};

export function routeFor(path: string): Route {
  const tidy = path.length > 1 ? path.replace(/\/+$/, "") : path;
  const exact = routes[tidy];
  if (exact && !tidy.includes(":")) return exact("");
  const [, collection, id, ...parts] = tidy.split("/");
  const make = id ? routes[["", collection, ":id", ...parts].join("/")] : undefined;
  return make?.(decodeURIComponent(id ?? "")) ?? { title: "Not here", screen: <NotHere /> };
}

import type { InterviewView } from "./load.ts";
import { Inside } from "./inside.tsx";
import { Lists } from "./lists.tsx";
import { MoreRows } from "./more-rows.tsx";
import { Outcome } from "./outcome.tsx";
import { PeopleMet } from "./people-met.tsx";
import { TimelineSection } from "./timeline-section.tsx";

export function InterviewBody({ view }: { readonly view: InterviewView }) {
  return (
    <div class="body">
      <Outcome interview={view.interview} />
      <div class="columns">
        <Lists id={view.interview.id} lists={view.lists} />
        <Inside view={view} />
        <PeopleMet met={view.met} />
        <MoreRows view={view} />
        <TimelineSection id={view.interview.id} />
      </div>
    </div>
  );
}

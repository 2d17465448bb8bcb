// The screens that are not the start, as one part of the script (see later.tsx). One part, not one each: they share so
// much that a part each made forty files, a tenth larger together, and the start thirty requests.

export { ChecklistPage } from "./checklist/checklist.tsx";
export { Composer } from "./composer/composer.tsx";
export { DecisionPage } from "./decision/decision.tsx";
export { DecisionsList } from "./decision/decisions.tsx";
export { FeedbackPage } from "./feedback/feedback.tsx";
export { Gone } from "./frame/gone.tsx";
export { FirstHour } from "./first-hour/first-hour.tsx";
export { LinkHere } from "./entering/link.tsx";
export { Recover } from "./entering/recover.tsx";
export { Insights } from "./insights/insights.tsx";
export { InterviewPage } from "./interview/interview.tsx";
export { InterviewsList } from "./interviews/interviews.tsx";
export { Messages } from "./messages/messages.tsx";
export { Duplicates } from "./people/duplicates.tsx";
export { ImportPeople } from "./people/import-page.tsx";
export { InfluenceMapPage, People } from "./people/people.tsx";
export { Person } from "./people/person.tsx";
export { Plan, PlanB } from "./plan-b/plan-b.tsx";
export { Places } from "./people/places.tsx";
export { PlaybookPage } from "./playbooks/playbook-page.tsx";
export { Playbooks } from "./playbooks/playbooks.tsx";
export { LinkDevice } from "./settings/link-device.tsx";
export { RecoveryCodes } from "./settings/recovery-codes.tsx";
export { Rhythms } from "./people/rhythms.tsx";
export { Search } from "./search/search.tsx";
export { Settings } from "./settings/settings.tsx";
export { SignIn } from "./sign-in/sign-in.tsx";
export { Trash } from "./trash/trash.tsx";
export { NewWin } from "./wins/new/new-win.tsx";
export { WinGaps } from "./wins/gaps/gaps.tsx";
export { WinsPrint } from "./wins/print/print.tsx";
export { Win } from "./wins/page/win.tsx";
export { Wins } from "./wins/wins.tsx";

// What the start needs in a moment and does not show: the form after an interview, the sheets that open from Today, and
// what keeps order behind the screens. One part of the script (see later.tsx), fetched as soon as the start is painted.

export { startAccount } from "../actions/account.ts";
export { keepMerges } from "../actions/merge-keeper.ts";
export { startNotices } from "../actions/notices.ts";
export { keepPlans } from "../actions/plan-keeper.ts";
export { startRepeatKeeper } from "../actions/repeat-keeper.ts";
export { SyncSheet } from "./components/sync-sheet.tsx";
export { JustHad } from "./just-had/just-had.tsx";
export { FirstThing } from "./today/first-thing.tsx";
export { RestSheet } from "./today/rest-sheet.tsx";
export { LetInNotice } from "./frame/let-in-notice.tsx";

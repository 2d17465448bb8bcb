import { answerLeaving, trashWin } from "../../../actions/wins.ts";
import { calledBy, mayGoHigher, stateOf } from "../../../model/pass-on.ts";
import { Icon } from "../../components/icon.tsx";
import { TapButton, Top } from "../../components/top.tsx";
import { ActionSheet, type SheetAction } from "../../editing/action-sheet.tsx";
import { useSheet } from "../../editing/use-sheet.ts";
import { ValuesSheet } from "../../versions/values-sheet.tsx";
import { Knowers } from "../knowers.tsx";
import type { WinPageView } from "../load.ts";
import { draftsAfter } from "../pass-on/drafts.ts";
import { PassOnSheet } from "../pass-on/sheet.tsx";
import { today } from "../today.ts";
import { winMeta, winWords } from "../words.ts";
import { Answers } from "./answers.tsx";
import { WinFacts } from "./facts.tsx";
import { GapSheet } from "./gap-sheet.tsx";
import { KnownBy } from "./known-by.tsx";
import { Lists } from "./lists.tsx";
import { ToldSheet } from "./told-sheet.tsx";

const sheets = ["pass-on", "told", "gap", "more", "values"] as const;

export function WinPane({ view }: { readonly view: WinPageView }) {
  const { open, show, close } = useSheet(sheets);
  const { win } = view;
  return (
    <>
      <Top plain back="/wins" end={<TapButton icon="ellipsis" label="More" onClick={() => show("more")} />} />
      <div class="body">
        <div class="stack--s">
          <h1 dir="auto">{winWords(win)}</h1>
          <p class="muted">{winMeta(win, today())}</p>
          <div class="win__foot">
            <Knowers view={view} above={view.above} knowers={view.knowers} />
            <PassOn view={view} onPassOn={() => show("pass-on")} />
          </div>
        </div>
        <WinFacts win={win} praiser={view.praiser} />
        <Answers win={win} onChoose={() => show("gap")} />
        <KnownBy view={view} onTold={() => show("told")} />
        <Lists id={win.id} lists={view.lists} />
      </div>
      <PassOnSheet id={open === "pass-on" ? win.id : null} onClose={close} />
      <ToldSheet view={view} open={open === "told"} onClose={close} />
      <GapSheet win={win} open={open === "gap"} onClose={close} />
      <ActionSheet title="More" open={open === "more"} onClose={close} actions={actionsFor(view, () => show("values"))} />
      <ValuesSheet collection="wins" row={win} open={open === "values"} onClose={close} />
    </>
  );
}

/** Strong while nobody knows of it; afterwards a quiet way on. */
function PassOn({ view, onPassOn }: { readonly view: WinPageView; readonly onPassOn: () => void }) {
  const { win, forwards, above } = view;
  const state = stateOf(win, forwards, above, today());
  if (state === "only-you") {
    return (
      <button type="button" class="btn btn--strong" onClick={onPassOn}>
        <Icon name="corner-right-up" size="s" />
        Pass it on
      </button>
    );
  }
  const words = mayGoHigher(win, forwards, above, today())
    ? `To ${calledBy(above.bosssBoss, "the boss’s boss")}, too?`
    : state === "kept"
      ? "Pass it on after all"
      : "Pass it on again";
  return (
    <button type="button" class="btn btn--text wins__higher" onClick={onPassOn}>
      {words}
    </button>
  );
}

function actionsFor({ win, forwards }: WinPageView, onLookBack: () => void): SheetAction[] {
  const keep = async () => answerLeaving(win.id, "no", await draftsAfter(win, "no"));
  const kept: SheetAction[] =
    win.may_leave === "no" || forwards.length > 0
      ? []
      : [{ icon: "lock", words: "Keep it for the review talk", go: () => void keep() }];
  return [
    ...kept,
    { icon: "list-checks", words: "Start a list", go: `/playbooks?for=win:${win.id}` },
    { icon: "history", words: "Earlier values", go: onLookBack },
    { icon: "trash-2", words: "Move to the trash", go: () => void trashWin(win.id) },
  ];
}

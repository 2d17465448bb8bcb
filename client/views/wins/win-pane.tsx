import { useState } from "preact/hooks";
import { trashWin } from "../../actions/wins.ts";
import { TapButton, Top } from "../components/top.tsx";
import { ActionSheet } from "../editing/action-sheet.tsx";
import { Knowers } from "./knowers.tsx";
import type { WinView } from "./load.ts";
import { PassOn } from "./pass-on.tsx";
import { WinFacts } from "./win-facts.tsx";
import { winMeta, winWords } from "./words.ts";

export function WinPane({ view }: { readonly view: WinView }) {
  const [isAsking, ask] = useState(false);
  const { win } = view;
  return (
    <>
      <Top plain back="/wins" end={<TapButton icon="ellipsis" label="More" onClick={() => ask(true)} />} />
      <div class="body">
        <div class="stack--s">
          <h1>{winWords(win)}</h1>
          <p class="muted">{winMeta(win)}</p>
          <div class="win__foot">
            <Knowers view={view} />
            <PassOn view={view} strong />
          </div>
        </div>
        <WinFacts win={win} />
      </div>
      <ActionSheet
        title="More"
        open={isAsking}
        onClose={() => ask(false)}
        actions={[{ icon: "trash-2", words: "Move to the trash", go: () => void trashWin(win.id) }]}
      />
    </>
  );
}

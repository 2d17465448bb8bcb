import { setTone } from "../../actions/messages.ts";
import type { Tone } from "../../model/messages/draft.ts";
import { Choices } from "../components/choices.tsx";
import { VersionsButton } from "../versions/versions-button.tsx";
import { newWords } from "./fresh.ts";
import type { LetterView } from "./load.ts";

const tones = [
  { value: "warm", label: "Warm" },
  { value: "formal", label: "Formal" },
] as const;

/** Both say the same. What the person typed stays when they change it. */
export function Tones({ view, tone }: { readonly view: LetterView; readonly tone: Tone }) {
  const change = async (chosen: Tone) => {
    if (chosen !== tone) await setTone(view.id, view.seed, chosen, await newWords(view, { tone: chosen }));
  };
  return (
    <div class="composer__tone">
      <span class="small muted" aria-hidden="true">
        Tone
      </span>
      <Choices label="Tone" options={tones} value={tone} onChange={(chosen) => void change(chosen)} />
      {view.message && <VersionsButton collection="messages" id={view.id} field="body" />}
    </div>
  );
}

import { knowersWords, stateOf } from "../../model/pass-on.ts";
import { Tag } from "../components/tag.tsx";
import type { Above, WinView } from "./load.ts";
import { today } from "./today.ts";
import type { Entry } from "../../store/store.ts";

interface Props {
  readonly view: WinView;
  readonly above: Above;
  readonly knowers: ReadonlyMap<string, Entry<"people">>;
}

/** Who knows of it, in a word. */
export function Knowers({ view: { win, forwards }, above, knowers }: Props) {
  switch (stateOf(win, forwards, above, today())) {
    case "known":
      return (
        <Tag icon="bugle" tone="accent">
          {knowersWords(forwards, knowers)}
        </Tag>
      );
    case "kept":
      return <Tag icon="lock">Kept for the review talk</Tag>;
    case "only-you":
      return <Tag icon="circle-dashed">Only you know</Tag>;
  }
}

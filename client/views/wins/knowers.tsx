import { Tag } from "../components/tag.tsx";
import type { WinView } from "./load.ts";

/** Who knows of it, in a word. */
export function Knowers({ view: { forwards } }: { readonly view: WinView }) {
  if (forwards.length === 0) return <Tag icon="circle-dashed">Only you know</Tag>;
  return (
    <Tag icon="bugle" tone="accent">
      Passed on
    </Tag>
  );
}

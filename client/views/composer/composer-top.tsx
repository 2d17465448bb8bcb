import { purposeTitles } from "../../model/messages/purposes.ts";
import { Tag } from "../components/tag.tsx";
import { TapButton, Top } from "../components/top.tsx";
import type { LetterView } from "./load.ts";

export function ComposerTop({ view, onMore }: { readonly view: LetterView; readonly onMore?: () => void }) {
  const { purpose, message } = view;
  return (
    <>
      <h1 class="hidden">{purposeTitles[purpose]}</h1>
      <Top
        plain
        back={wayBack(view)}
        title={<b class="composer__title">{purposeTitles[purpose]}</b>}
        end={
          <>
            {message && <Tag icon="check">{message.sent_at ? "Sent" : "Draft kept"}</Tag>}
            {message && onMore && <TapButton icon="ellipsis" label="More" size="s" onClick={onMore} />}
          </>
        }
      />
    </>
  );
}

/** Where "Back" goes when the letter was opened directly. */
export function wayBack({ item, subject }: LetterView): string {
  return item?.checklist ? `/checklists/${item.checklist}` : (subject?.href ?? "/");
}

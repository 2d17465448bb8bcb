import { editTouch } from "../../actions/touches.ts";
import { schema } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { LongText } from "../editing/long-text.tsx";
import { ShortField } from "../editing/short-field.tsx";

/** What one gave, and what was said; both may stay empty. */
export function TouchWords({ touch }: { readonly touch: Entry<"touches"> }) {
  return (
    <div class="stack">
      <ShortField
        wrap
        label="What did you give?"
        hint="A sheet, a name, ten minutes. As you would tell it: “You lent him a sheet.”"
        value={touch.give}
        max={schema.touches.give.max}
        onKeep={(give) => void editTouch(touch.id, { give })}
      />
      <LongText collection="touches" id={touch.id} field="what" label="What was said" rows={2} />
    </div>
  );
}

import type { EarlierValues } from "./use-earlier.ts";

export function Foot({ earlier, onDone }: { readonly earlier: EarlierValues; readonly onDone: () => void }) {
  return (
    <div class="btns">
      {earlier.showOlder && (
        <button type="button" class="btn btn--quiet" onClick={earlier.showOlder}>
          Show older
        </button>
      )}
      <button type="button" class="btn btn--text btn--plain" onClick={onDone}>
        {earlier.values?.length ? "Leave it as it is" : "Close"}
      </button>
    </div>
  );
}

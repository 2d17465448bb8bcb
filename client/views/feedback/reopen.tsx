import { reopenFeedback } from "../../actions/feedback.ts";
import type { Entry } from "../../store/store.ts";

export function Reopen({ request }: { readonly request: Entry<"feedback"> }) {
  return (
    <button type="button" class="btn btn--text btn--plain" onClick={() => void reopenFeedback(request)}>
      Open it again
    </button>
  );
}

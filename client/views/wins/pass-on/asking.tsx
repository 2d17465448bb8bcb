import { deviceZone, dayOf } from "../../../model/days.ts";
import { calledBy, wordingNote } from "../../../model/pass-on.ts";
import { navigate } from "../../router.ts";
import type { PassOnView } from "../load.ts";
import { Notes } from "./notes.tsx";

/** A yes first: the letter thanks, and asks. */
export function Asking({ view: { win, askedAt } }: { readonly view: PassOnView }) {
  const name = calledBy({ name: win.praised_by }, "first");
  const note = askedAt === null ? null : wordingNote(win, dayOf(askedAt, deviceZone()), deviceZone());
  return (
    <>
      <Notes notes={note ? [note] : []} />
      <button
        type="button"
        class="btn btn--primary btn--wide"
        onClick={() => navigate(`/compose?purpose=thank-praiser&about=win:${win.id}`)}
      >
        {win.praised_by === null ? "Ask first" : askedAt === null ? `Ask ${name}` : `Ask ${name} once more`}
      </button>
    </>
  );
}

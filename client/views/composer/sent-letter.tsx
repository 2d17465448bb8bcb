import { takeSentBack } from "../../actions/messages.ts";
import { deviceZone } from "../../model/days.ts";
import { addresseesIn, stateWords } from "../../model/messages/kept.ts";
import { ComposerTop } from "./composer-top.tsx";
import type { LetterView } from "./load.ts";
import { nameOf } from "./recipients.tsx";

/** A letter as it was sent: to read, no longer to write. */
export function SentLetter({ view }: { readonly view: LetterView }) {
  const message = view.message!;
  const lines = [
    ["To", addresseesIn(message.to)],
    ["Cc", addresseesIn(message.cc)],
  ] as const;
  return (
    <>
      <ComposerTop view={view} />
      <div class="body composer">
        <div class="letter">
          {lines.map(
            ([label, people]) =>
              people.length > 0 && (
                <div class="letter__line" key={label}>
                  <span class="lab">{label}</span>
                  <p class="letter__picks">
                    {people.map((one, index) => (
                      <bdi key={index}>{nameOf(one)}</bdi>
                    ))}
                  </p>
                </div>
              ),
          )}
          <div class="letter__line">
            <span class="lab">Subject</span>
            <p class="letter__subject" dir="auto">
              {message.subject}
            </p>
          </div>
          <p class="letter__sent">{message.body}</p>
        </div>
        <div class="composer__check">
          <p class="hint">{stateWords(message, Date.now(), deviceZone())}.</p>
          <button type="button" class="btn btn--text" onClick={() => void takeSentBack(view.id)}>
            It was not sent
          </button>
        </div>
      </div>
    </>
  );
}

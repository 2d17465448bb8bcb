// A code opened the account, or another device was let in: whose it is has to hear of it.

import { accountNotice, noticeTold } from "../../actions/notices.ts";
import { noticeWords } from "../../model/account-words.ts";
import { deviceZone } from "../../model/days.ts";
import { dateWords } from "../../model/words.ts";

/** Only the owner can tell whether it was them; so every device asks, once. */
export function LetInNotice() {
  const notice = accountNotice.value;
  if (!notice) return null;
  return (
    <div class="notice" role="status">
      <p>
        {noticeWords(notice, dateWords(notice.at, deviceZone()))} If that was not you, look at your devices and passkeys.
      </p>
      <div class="notice__acts">
        <a class="btn btn--air" href="/settings" onClick={() => noticeTold(notice)}>
          Look
        </a>
        <button type="button" class="btn btn--air" onClick={() => noticeTold(notice)}>
          It was me
        </button>
      </div>
    </div>
  );
}

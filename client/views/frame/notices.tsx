// What has to be known before going on: storage that fails, a new release that waits, somebody who was let in.

import { accountNotice, noticeTold } from "../../actions/notices.ts";
import { noticeWords } from "../../model/account-words.ts";
import { deviceZone } from "../../model/days.ts";
import { dateWords } from "../../model/words.ts";
import { takeUpdate, updateReady } from "../../platform/offline.ts";
import { storageTrouble } from "../../store/current.ts";

export function Notices() {
  return (
    <>
      <StorageNotice />
      <UpdateNotice />
      <LetInNotice />
    </>
  );
}

function StorageNotice() {
  const trouble = storageTrouble.value;
  if (!trouble) return null;
  return (
    <div class="notice" role="alert">
      <p>{trouble.message}</p>
      {trouble.what !== "full" && (
        <button type="button" class="btn btn--air" onClick={() => location.reload()}>
          Start again
        </button>
      )}
    </div>
  );
}

/** Never by itself while somebody works: the person starts it. */
function UpdateNotice() {
  if (!updateReady.value) return null;
  return (
    <div class="notice">
      <p>A newer Rebound is ready.</p>
      <button type="button" class="btn btn--air" onClick={takeUpdate}>
        Start it
      </button>
    </div>
  );
}

/** Only the owner can tell whether it was them; so every device asks, once. */
function LetInNotice() {
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

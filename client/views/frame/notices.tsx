// What has to be known before going on: storage that fails, a new release that waits, somebody who was let in.

import { takeUpdate, updateReady } from "../../platform/offline.ts";
import { storageTrouble } from "../../store/current.ts";
import { atHand, onceThere } from "../later.tsx";

const LetInNotice = onceThere(atHand, ({ LetInNotice }) => LetInNotice);

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

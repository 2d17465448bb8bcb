// What has to be known before going on: storage that fails, and a new release that waits.

import { takeUpdate, updateReady } from "../../platform/offline.ts";
import { storageTrouble } from "../../store/current.ts";

export function Notices() {
  return (
    <>
      <StorageNotice />
      <UpdateNotice />
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

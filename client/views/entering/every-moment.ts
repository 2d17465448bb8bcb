// Asks again and again while somebody looks at a page that waits for another device: each time after the answer to the
// last, and not while the page is hidden.

/** Both devices may sit behind one address: together they stay within what the server allows it (limits/rules.py). */
const everyMs = 2_000;

/** Returns what ends it. */
export function everyMoment(ask: () => Promise<void>): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async () => {
    if (document.visibilityState === "visible") await ask();
    if (!isOver) timer = setTimeout(() => void again(), everyMs);
  };
  timer = setTimeout(() => void again(), everyMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

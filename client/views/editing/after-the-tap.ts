// A field that closes when it is left moves what stands below it. If a tap is what takes the focus away, the page would
// move between the finger's coming and going, and the tap would land beside what was aimed at.

let isPressed = false;
let releasing: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void)[] = [];

/** At once; while the mouse or a tap is down, when it has reached what it was aimed at. */
export function afterTheTap(work: () => void): void {
  if (isPressed) waiting.push(work);
  else work();
}

function press(): void {
  // The end of the tap before must not end this one.
  clearTimeout(releasing);
  isPressed = true;
}

function release(): void {
  isPressed = false;
  const due = waiting;
  waiting = [];
  for (const work of due) work();
}

if (typeof addEventListener === "function") {
  addEventListener("mousedown", press, { capture: true });
  // The click comes right after, where there is one, and before the timer.
  addEventListener("mouseup", () => (releasing = setTimeout(release)), { capture: true });
  addEventListener("click", () => isPressed && release(), { capture: true });
}

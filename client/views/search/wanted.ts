// What somebody is looking for: in this tab's memory and nowhere else, so that the next person at this device does not
// read it. It stays while a result is open, for the way back. With the start, for the shortcut and the links.

import { signal } from "@preact/signals";
import { navigate, path } from "../router.ts";

export const wanted = signal("");

/** A new question: the field is empty and has the focus. */
export function forgetWanted(): void {
  wanted.value = "";
}

/** "/" as in many apps, and Ctrl+K or ⌘K as in others. Call once, at start. */
export function startSearchShortcut(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !isShortcut(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (path.value === "/search") {
      document.querySelector<HTMLInputElement>("main input[type=search]")?.select();
      return;
    }
    forgetWanted();
    navigate("/search");
  });
}

function isShortcut({ key, target, altKey, ctrlKey, metaKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" && !shiftKey;
  return key === "/" && !(target as Element).matches("input, textarea, select, [contenteditable]");
}

// Ctrl+Z, or Command+Z, takes back the last change, again and again; in a text it is the text's own.

import { undoLast } from "../../actions/undo.ts";

const ownUndo = "textarea, [contenteditable], select, input:not([type=checkbox], [type=radio], [type=button], [type=range])";

export function startUndoKeys(): void {
  document.addEventListener("keydown", (event) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isUndo || event.defaultPrevented || (event.target as Element | null)?.closest?.(ownUndo)) return;
    event.preventDefault();
    void undoLast();
  });
}

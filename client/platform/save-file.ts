// Hands a file made here to the person, as any download: into the browser's own folder, without asking a server.

/** Long enough for a browser to begin reading; after that it has its own copy. */
const READ_WITHIN_MS = 60_000;

export function saveFile(name: string, content: string | Blob, type: string): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MS);
}

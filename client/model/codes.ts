// Codes as people type them. What they mean is the server's business; here only: are these enough letters?

/** Gaps and dashes, of any kind, do not count. */
export function countLetters(typed: string): number {
  return typed.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

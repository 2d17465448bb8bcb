/** Names a line in the page of its list, so that an address can lead to it. */
export const lineId = (id: string): string => `line-${id}`;

/** The line an address leads to; null where it leads to the list. */
export function lineInHash(hash: string): string | null {
  return hash.startsWith("#line-") ? hash.slice("#line-".length) : null;
}

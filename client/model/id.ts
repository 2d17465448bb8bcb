// Ids of new rows: UUID version 7 (RFC 9562), so that rows made one after another lie side by side in an index, and in
// the order they were made: who was named first is asked first, also where one tap makes a row for each of them.

/** Of the last id: the counter of RFC 9562, section 6.2, method 1, which begins anywhere in its lower half. */
let last = { ms: -1, count: 0 };
const counts = 2 ** 12;

/** A new id. Uniqueness comes from the 62 random bits, and from where the counter began. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  const anywhere = ((bytes[6]! << 8) | bytes[7]!) % (counts / 2);
  last = { ms: nowMs, count: nowMs === last.ms && last.count + 1 < counts ? last.count + 1 : anywhere };
  bytes[6] = 0x70 | (last.count >> 8);
  bytes[7] = last.count & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return text(bytes);
}

/**
 * The id of what follows from a row, the same on every device: two phones that both check off this Friday's line
 * make one next Friday, not two. It counts in the last 48 random bits, so two chains never meet.
 */
export function successorId(id: string): string {
  const tail = (BigInt(`0x${id.slice(24)}`) + 1n) % 2n ** 48n;
  return id.slice(0, 24) + tail.toString(16).padStart(12, "0");
}

function text(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

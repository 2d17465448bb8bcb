// Ids of new rows: UUID version 7 (RFC 9562), so that rows made one after another lie side by side in an index.

/** A new id. The time is only for locality; uniqueness comes from the 74 random bits. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
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

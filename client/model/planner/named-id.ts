// Ids that follow from names: UUID version 5 (RFC 9562, section 5.5), so that two devices that start the same list
// offline start one. SHA-1 is written out because the browser's own is asynchronous and a plan is a pure function;
// it serves here as a mixer of names the person's own devices choose, never as a proof against anybody.

/** The namespace of everything a plan starts. Drawn once at random, and never changed. */
const namespace = "0b6f2f3e-6f0a-4d0e-9a53-5d1c7be2b0c4";

/** The list a plan starts for an interview. */
export function listId(interview: string, playbook: string): string {
  return namedId(namespace, `${interview}/${playbook}`);
}

/** A line of such a list. */
export function lineId(list: string, step: string): string {
  return namedId(list, step);
}

/** UUIDv5 of a name in a namespace. */
export function namedId(space: string, name: string): string {
  const hex = space.replaceAll("-", "");
  const spaceBytes = Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
  const bytes = sha1(Uint8Array.of(...spaceBytes, ...new TextEncoder().encode(name))).slice(0, 16);
  bytes[6] = 0x50 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

/** RFC 3174, with the names it uses. */
export function sha1(message: Uint8Array): Uint8Array {
  let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const padded = pad(message);
  const w = new Uint32Array(80);
  for (let block = 0; block < padded.byteLength; block += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = padded.getUint32(block + 4 * t);
    for (let t = 16; t < 80; t += 1) w[t] = rotated(w[t - 3]! ^ w[t - 8]! ^ w[t - 14]! ^ w[t - 16]!, 1);
    let [a, b, c, d, e] = [h0, h1, h2, h3, h4];
    for (let t = 0; t < 80; t += 1) {
      const next = (rotated(a, 5) + mixed(t, b, c, d) + e + w[t]!) >>> 0;
      [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
    }
    [h0, h1, h2, h3, h4] = [(h0 + a) >>> 0, (h1 + b) >>> 0, (h2 + c) >>> 0, (h3 + d) >>> 0, (h4 + e) >>> 0];
  }
  const digest = new DataView(new ArrayBuffer(20));
  for (const [index, word] of [h0, h1, h2, h3, h4].entries()) digest.setUint32(4 * index, word);
  return new Uint8Array(digest.buffer);
}

/** A one bit, zeroes, and the length in bits, to whole blocks of 64 bytes. */
function pad(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

function rotated(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

/** f(t; B, C, D) + K(t). */
function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

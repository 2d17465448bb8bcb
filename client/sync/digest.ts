// Whether this device and the server hold the same rows at the same versions: the digest of docs/sync.md.

import { ASIDE, type Database } from "../store/database.ts";
import { collectionNames, type Row } from "../store/rows.ts";
import { isTombstone } from "./answers.ts";
import type { SyncMeta } from "./meta.ts";
import type { Digest } from "./protocol.ts";

/** [collection, id, seq] */
export type Version = readonly [collection: string, id: string, seq: number];

const RIGHT = 0x9e3779b9;
const ROWS_AT_ONCE = 1_000;

/** The number of rows, and two sums modulo 2^32 as 16 hex digits; their order does not matter. */
export class DigestSum {
  count = 0;
  #left = 0;
  #right = 0;

  add([collection, id, seq]: Version): void {
    const checksum = crc32(`${collection}/${id}/${seq}`);
    this.count += 1;
    this.#left = (this.#left + mix(checksum)) >>> 0;
    this.#right = (this.#right + mix(checksum ^ RIGHT)) >>> 0;
  }

  get hash(): string {
    return hex(this.#left) + hex(this.#right);
  }
}

/**
 * Undecided (the server has moved on since the last pull) counts as the same: the next check will tell. Reads in
 * small transactions, so a tap never waits for it: places in the order change by sync only, and that is us.
 */
export async function isSameAsOurs(database: Database, meta: SyncMeta, digest: Digest): Promise<boolean> {
  if (meta.epoch !== digest.epoch || meta.cursor > digest.seq) return false;
  if (meta.cursor !== digest.seq || meta.recovery) return true;
  const sum = new DigestSum();
  for (const collection of collectionNames) {
    await eachRow(database, collection, (row) => add(sum, collection, row));
  }
  await eachRow(database, ASIDE, (row) => add(sum, row.collection!, row));
  return sum.count === digest.count && sum.hash === digest.hash;
}

type StoredRow = Row & { readonly collection?: string };

/** Rows the server never had do not count, nor the traces of erased ones, which each side may drop when it likes. */
function add(sum: DigestSum, collection: string, row: Row): void {
  if (row.seq > 0 && !isTombstone(row)) sum.add([collection, row.id, row.seq]);
}

async function eachRow(database: Database, name: string, take: (row: StoredRow) => void): Promise<void> {
  for (let after: IDBKeyRange | null = null; ; ) {
    const rows = await database.run([name], "readonly", (transaction) => {
      return transaction.objectStore(name).getAll(after, ROWS_AT_ONCE) as Promise<StoredRow[]>;
    });
    for (const row of rows) take(row);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    after = IDBKeyRange.lowerBound(name === ASIDE ? [last.collection!, last.id] : last.id, true);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let checksum = byte;
  for (let bit = 0; bit < 8; bit += 1) checksum = checksum & 1 ? (checksum >>> 1) ^ 0xedb88320 : checksum >>> 1;
  return checksum;
});

/** CRC-32 (ISO 3309); the text is ASCII. */
export function crc32(text: string): number {
  let checksum = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    checksum = crcTable[(checksum ^ text.charCodeAt(at)) & 0xff]! ^ (checksum >>> 8);
  }
  return (checksum ^ 0xffffffff) >>> 0;
}

/** MurmurHash3's fmix32 (Appleby, public domain): sums of bare checksums would cancel out for swapped rows. */
export function mix(number: number): number {
  let mixed = number >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { crc32, DigestSum, mix, type Version } from "../../../client/sync/digest.ts";

interface Vectors {
  readonly one: { readonly row: Version; readonly text: string; readonly crc32: string; readonly left: string; readonly right: string };
  readonly cases: readonly { readonly name: string; readonly rows: readonly Version[]; readonly hash: string }[];
  readonly generated: { readonly count: number; readonly hash: string };
}

const vectors = JSON.parse(readFileSync(new URL("../../vectors/digest.json", import.meta.url), "utf8")) as Vectors;

function hashOf(rows: readonly Version[]): string {
  const sum = new DigestSum();
  for (const row of rows) sum.add(row);
  return sum.hash;
}

test("the digest's steps are the server's", () => {
  const checksum = crc32(vectors.one.text);
  assert.equal(checksum.toString(16), vectors.one.crc32);
  assert.equal(mix(checksum).toString(16).padStart(8, "0"), vectors.one.left);
});

test("the digest is the server's, in any order", () => {
  for (const { name, rows, hash } of vectors.cases) assert.equal(hashOf(rows), hash, name);
  const generated = Array.from({ length: vectors.generated.count }, (_, index): Version => {
    const id = `01932b1e-${index.toString(16).padStart(4, "0")}-7abc-8def-${(index * 7919).toString(16).padStart(12, "0")}`;
    return ["items", id, index * 3 + 1];
  });
  assert.equal(hashOf(generated), vectors.generated.hash);
});

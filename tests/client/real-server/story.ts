// What the tests of sync have in common: devices that meet, and what must be true when all is quiet.

import assert from "node:assert/strict";
import { newId } from "../../../client/model/id.ts";
import type { Change } from "../../../client/store/store.ts";
import { Device, journalOf, journalOn, type Journal } from "./device.ts";
import type { Account, RealServer } from "./server.ts";

const MAX_ROUNDS = 12;

/** Every device syncs until nobody has anything to say, and then all of them equal the server. */
export async function meet(server: RealServer, account: Account, ...devices: readonly Device[]): Promise<Journal> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const device of devices) await device.front.sync();
    const truth = await journalOn(server, account);
    const journals = await Promise.all(devices.map((device) => journalOf(device.front)));
    const unsent = await Promise.all(devices.map((device) => device.front.store.unsentCount()));
    const isQuiet = unsent.every((count) => count === 0) && journals.every((one) => same(one, truth));
    if (isQuiet) return truth;
    if (round === MAX_ROUNDS - 1) {
      for (const journal of journals) assert.deepEqual(journal, truth);
      assert.deepEqual(unsent, devices.map(() => 0));
    }
  }
  throw new Error("unreachable");
}

function same(one: Journal, other: Journal): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export async function aPair(server: RealServer): Promise<{ account: Account; phone: Device; laptop: Device }> {
  const account = await server.account();
  return { account, phone: new Device(server, account), laptop: new Device(server, account) };
}

/** An interview that both devices know. */
export async function aSharedInterview(
  server: RealServer,
  set: Change<"interviews">["set"] = { company: "Acme" },
): Promise<{ account: Account; phone: Device; laptop: Device; id: string }> {
  const pair = await aPair(server);
  const id = newId();
  await pair.phone.front.write({ collection: "interviews", id, set });
  await meet(server, pair.account, pair.phone, pair.laptop);
  return { ...pair, id };
}

export function interview(id: string, set: Change<"interviews">["set"], basis?: Change["basis"]): Change {
  return { collection: "interviews", id, set, ...(basis && { basis }) };
}

/** What a row's earlier versions hold, newest first. */
export async function revisions(server: RealServer, account: Account, id: string): Promise<{ field: string; value: unknown }[]> {
  const response = await fetch(`${server.url}/api/sync/revisions/interviews/${id}`, { headers: { Cookie: account.cookie } });
  return ((await response.json()) as { revisions: { field: string; value: unknown }[] }).revisions;
}

export function countWord(text: unknown, word: string): number {
  return String(text).split(/\s+/).filter((one) => one === word).length;
}

/**
 * Taking everything along. From this device: a page to read and a file for other programs, with no network and no account,
 * and with what was not sent yet. From the server: what it holds, with earlier versions, sessions and passkeys.
 */

import { dayOf, deviceZone } from "../model/days.ts";
import { fileName, journalFile, type Journal } from "../model/journal-file.ts";
import { journalPage } from "../model/journal-page.ts";
import { saveFile } from "../platform/save-file.ts";
import { askForFile } from "../platform/server.ts";
import { account, store } from "../store/current.ts";
import * as mirrors from "../store/mirrors.ts";
import { flushTyping } from "../store/typing.ts";
import { outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";

export interface Saved {
  readonly kind: "saved";
  readonly name: string;
}

/** A page that any browser opens. */
export async function saveToRead(now: number = Date.now()): Promise<Saved> {
  const journal = await everythingHere();
  const page = journalPage(journal, { zone: deviceZone(), now });
  return save(fileName(today(now), "html"), page, "text/html;charset=utf-8");
}

/** JSON, as docs/export.md has it. */
export async function saveForPrograms(now: number = Date.now()): Promise<Saved> {
  const file = journalFile(await everythingHere(), new Date(now).toISOString());
  return save(fileName(today(now), "json"), file, "application/json");
}

/** All the server holds about the person, as it has it. Wants a passkey, and a network. */
export async function saveFromServer(now: number = Date.now()): Promise<Saved | Stopped | Failed> {
  return outcomeOf(async () => {
    const file = await withReauth(() => askForFile("/api/export"));
    return save(fileName(today(now), "json", "rebound-server"), file, "application/json");
  });
}

async function everythingHere(): Promise<Journal> {
  await flushTyping();
  const [rows, left] = await Promise.all([store.value.everything(), mirrors.leftBehind(store.value.name)]);
  const loose = left.map(({ place, mirror }) => ({ ...place, value: mirror.value }));
  const { id, name } = account.value ?? {};
  return { account: id === undefined ? null : { id, name: name ?? "" }, rows, loose };
}

function save(name: string, content: string | Blob, type: string): Saved {
  saveFile(name, content, type);
  return { kind: "saved", name };
}

function today(now: number): string {
  return dayOf(now, deviceZone());
}

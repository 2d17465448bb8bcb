// What keeps an account's rows the same everywhere, as one part of the script that comes behind the start: nothing of it
// is needed to show what is on the device (store/current.ts).

import { createTransport } from "./transport.ts";
import { browserSurroundings } from "./browser.ts";
import { Engine, type EngineOptions } from "./engine.ts";

export { adoptRows } from "../store/adopt.ts";

/** Of an account, in this browser. */
export function startEngine(account: string, options: Omit<EngineOptions, "transport" | "around">): Engine {
  const engine = new Engine({ ...options, transport: createTransport({ account }), around: browserSurroundings });
  void engine.start();
  return engine;
}

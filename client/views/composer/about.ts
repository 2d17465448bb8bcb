// What a letter is about, as an address says it: "interview:0190…".

import type { About } from "./load.ts";

const kinds: Record<About["kind"], true> = { interview: true, win: true, plan: true, person: true, feedback: true, decision: true };

export function aboutFrom(text: string | null): About | null {
  const [kind, id, ...rest] = (text ?? "").split(":");
  if (!kind || !id || rest.length > 0 || !Object.hasOwn(kinds, kind) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { kind: kind as About["kind"], id };
}

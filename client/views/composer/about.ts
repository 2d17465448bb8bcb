// What a letter is about, as an address says it: "interview:0190…".

import { schema } from "../../model/schema.ts";
import type { About } from "./load.ts";

const kinds: readonly string[] = schema.messages.about_kind.choices ?? [];

export function aboutFrom(text: string | null): About | null {
  const [kind, id, ...rest] = (text ?? "").split(":");
  if (!kind || !id || rest.length > 0 || !kinds.includes(kind) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { kind: kind as About["kind"], id };
}

// What is said about recovery codes. Pure.

import type { CodesLeft } from "../../actions/recovery.ts";
import { dateWords } from "../../model/words.ts";
import { deviceZone } from "../../model/days.ts";

/** "8 left, made on Fri 2 Oct." */
export function codesLeftWords({ left, made_at }: CodesLeft): string {
  if (left === 0 || made_at === null) return "None yet. Ten of them take a minute.";
  return `${left} left, made on ${dateWords(made_at, deviceZone())}.`;
}

export function codesHeadline(codes: CodesLeft | null): string {
  if (codes === null) return "Recovery codes.";
  if (codes.left === 0) return "No recovery codes yet.";
  return codes.left === 1 ? "One recovery code is left." : `${codes.left} recovery codes are left.`;
}

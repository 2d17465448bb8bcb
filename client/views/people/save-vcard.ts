// People as a file on this device, for any address book. Nothing leaves it but by the person's own hand.
import { say } from "../../actions/undo.ts";
import { vcardOf } from "../../model/vcard/write.ts";
import { counted } from "../../model/words.ts";
import type { Person } from "./load.ts";

export function saveVcard(people: readonly Person[]): void {
  const only = people.length === 1 ? people[0]!.name : null;
  const file = new Blob([vcardOf(people)], { type: "text/vcard;charset=utf-8" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${(only ?? "People").replace(/[^\p{L}\p{N} ._-]/gu, "_")}.vcf`;
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  say(`Saved ${counted(people.length, "person", "people")} as a file`);
}

// Who may be the same person twice: the same mail address, or the same name in the same company. What is only alike is
// not offered; two colleagues of one name are merged sooner than anybody notices. Nor is a pair of whom the person said
// that they are two (`namesakes`).

import { namedId } from "../planner/named-id.ts";
import type { Namesakes, People } from "../schema.ts";

type Person = Pick<People, "name" | "email" | "organisation"> & { readonly id: string };

/** Groups of two and more, in the order they are met. */
export function duplicatesIn<P extends Person>(people: readonly P[]): P[][] {
  const groups = new Groups<P>();
  const byEmail = new Map<string, P>();
  const byName = new Map<string, P[]>();
  for (const person of people) {
    const email = emailKey(person.email);
    const twin = email && byEmail.get(email);
    if (twin) groups.join(twin, person);
    else if (email) byEmail.set(email, person);
    const name = nameKey(person.name);
    if (name) byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  for (const named of byName.values()) if (named.length > 1) joinBySamePlace(named, groups);
  return groups.all(people);
}

/** Of one name: together in one company; somebody without one belongs to the only company there is, if it is the only. */
function joinBySamePlace<P extends Person>(named: readonly P[], groups: Groups<P>): void {
  const firstIn = new Map<string, P>();
  for (const person of named) {
    const place = placeKey(person.organisation);
    const first = firstIn.get(place);
    if (first) groups.join(first, person);
    else firstIn.set(place, person);
  }
  const places = [...firstIn].filter(([place]) => place !== "");
  const placeless = firstIn.get("");
  if (placeless && places.length === 1) groups.join(places[0]![1], placeless);
}

/** The same whichever of the two is named first: said on two devices it is said once. */
export function namesakeId(one: string, other: string): string {
  const [first, second] = inOrder(one, other);
  return namedId(first, `namesake/${second}`);
}

/** Whether somebody said of these two that they are two. By whom the rows name now: a merge makes them name another. */
export function toldApart(rows: readonly Pick<Namesakes, "one" | "other">[]): (one: string, other: string) => boolean {
  const said = new Set(rows.map(({ one, other }) => inOrder(one ?? "", other ?? "").join(" ")));
  return (one, other) => said.has(inOrder(one, other).join(" "));
}

const inOrder = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

/** Disjoint sets, found by their first member. */
class Groups<P extends { readonly id: string }> {
  readonly #leader = new Map<string, string>();

  join(one: P, other: P): void {
    const [first, second] = [this.#find(one.id), this.#find(other.id)];
    if (first !== second) this.#leader.set(second, first);
  }

  all(people: readonly P[]): P[][] {
    const members = new Map<string, P[]>();
    for (const person of people) {
      const leader = this.#find(person.id);
      members.set(leader, [...(members.get(leader) ?? []), person]);
    }
    return [...members.values()].filter((group) => group.length > 1);
  }

  #find(id: string): string {
    let leader = id;
    for (let next = this.#leader.get(leader); next !== undefined; next = this.#leader.get(leader)) leader = next;
    return leader;
  }
}

/** Where a mail program would see no difference. */
export function emailKey(email: string | null | undefined): string {
  return (email ?? "").trim().toLowerCase();
}

/** Case, accents, dots, order of a comma and titles make no other name: "Duarte, Inês" is "Ines Duarte". */
export function nameKey(name: string | null | undefined): string {
  const turned = (name ?? "").replace(/^([^,]+),([^,]+)$/, "$2 $1");
  return plain(turned)
    .split(" ")
    .filter((word) => !nameTitles.has(word))
    .join(" ");
}

const nameTitles = new Set(["mr", "mrs", "ms", "mx", "dr", "prof", "professor"]);

/** "Norrholm Power AB" is "Norrholm Power". */
export function placeKey(organisation: string | null | undefined): string {
  const words = plain(organisation ?? "").split(" ");
  while (words.length > 1 && legalForms.has(words.at(-1)!)) words.pop();
  return words.join(" ");
}

const legalForms = new Set("ab ag as asa aps bv co corp gmbh inc kg limited llc llp ltd nv oy plc sa sarl se spa srl".split(" "));

/** Letters that do not come apart into a letter and an accent. */
const single: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

function plain(text: string): string {
  // What is plain already, which most is, costs one look.
  const lower = text.toLowerCase();
  const bare = /^[a-z0-9 ]*$/.test(lower)
    ? lower
    : lower
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/[øłđßæœı]/g, (letter) => single[letter]!)
        .replace(/[^\p{L}\p{N}]+/gu, " ");
  return bare.replace(/ +/g, " ").trim();
}

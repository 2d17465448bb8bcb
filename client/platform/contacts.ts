// The phone's own contact picker, where there is one (Contact Picker API, W3C; Chrome on Android). The person chooses in
// the phone's own list whom Rebound may see; it never sees the rest.

import type { CardPerson } from "../model/vcard/person.ts";

interface PickedContact {
  readonly name?: readonly string[];
  readonly email?: readonly string[];
  readonly tel?: readonly string[];
}

interface ContactsManager {
  select(properties: readonly string[], options: { readonly multiple: boolean }): Promise<readonly PickedContact[]>;
}

function contactsManager(): ContactsManager | null {
  const { contacts } = navigator as Navigator & { readonly contacts?: ContactsManager };
  return contacts && "ContactsManager" in globalThis ? contacts : null;
}

export function hasContactPicker(): boolean {
  return contactsManager() !== null;
}

/** Empty when the person closed the list. Call from a tap: the browser asks for one. */
export async function pickContacts(): Promise<CardPerson[]> {
  const picked = await contactsManager()?.select(["name", "email", "tel"], { multiple: true });
  return (picked ?? []).flatMap(({ name, email, tel }, index) => {
    const [called, address, number] = [name, email, tel].map((values) => values?.find((value) => value.trim() !== "")?.trim());
    const given = called ?? address ?? number;
    if (given === undefined) return [];
    const facts = { name: given, ...(address && { email: address }), ...(number && { phone: number }) };
    return [{ line: index + 1, uid: null, given: facts }];
  });
}

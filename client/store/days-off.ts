// The days off that count on this device now.

import type { DaysOff } from "../model/days.ts";
import { daysOffIn } from "../model/days-off.ts";
import { PROFILE_ID } from "../model/profile.ts";
import { useQuery } from "./query.ts";
import type { Store } from "./store.ts";

export async function daysOffOf(store: Store): Promise<DaysOff> {
  return daysOffIn((await store.get("profiles", PROFILE_ID))?.days_off);
}

const none: DaysOff = new Set();

export function useDaysOff(): DaysOff {
  return useQuery(["days-off"], ["profiles"], daysOffOf) ?? none;
}

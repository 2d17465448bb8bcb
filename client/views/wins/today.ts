import { dayOf, deviceZone, type Day } from "../../model/days.ts";

export const today = (): Day => dayOf(Date.now(), deviceZone());

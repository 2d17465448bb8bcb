// How earlier versions are spoken of.

import type { Stamp } from "../../model/clock.ts";
import { counted } from "../../model/words.ts";
import { isOwn } from "../../store/own-nodes.ts";
import type { EarlierValues } from "./use-earlier.ts";

export const placeWords = (stamp: Stamp): string => (isOwn(stamp) ? "this device" : "another device");

/** "Putting it back brings 3 words, and takes 1 away." */
export function changeWords(back: number, gone: number): string {
  if (back === 0 && gone === 0) return "The same words, spaced differently.";
  if (gone === 0) return `Putting it back brings ${counted(back, "word")}, and takes nothing away.`;
  if (back === 0) return `Putting it back takes ${counted(gone, "word")} away.`;
  return `Putting it back brings ${counted(back, "word")}, and takes ${counted(gone, "word")} away.`;
}

type Server = EarlierValues["server"];

export const textStatus = (server: Server, count: number): string =>
  status(server, count, "No earlier version that says more than what is there now.");

export const valuesStatus = (server: Server, count: number): string =>
  status(server, count, "Nothing here was changed yet. What you change can be looked up here, and put back.");

function status(server: Server, count: number, none: string): string {
  if (server === "asking") return "Looking on the server, too.";
  if (server === "away") {
    return `${count === 0 ? "None from this device." : "These are from this device."} Those of your other devices come when the server can be reached.`;
  }
  if (count === 0) return none;
  return server === "none" ? "From this device." : "From all your devices.";
}

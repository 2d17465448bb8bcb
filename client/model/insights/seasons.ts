// Seasons, because "in spring" says when without a date. They follow the months, and the half of the earth. Pure.

import { dayOf, type TimeZone } from "../days.ts";

/** A count of quarters, so that one less is the season before. Winter begins in December and belongs to the new year. */
export type Season = number;

const northern = ["winter", "spring", "summer", "autumn"] as const;

/** Where most people live who have their spring in September. Near the equator the names are as good as others. */
const southern =
  /^(Australia|Antarctica)\/|^Pacific\/(Auckland|Chatham|Fiji|Noumea|Tongatapu)|^Africa\/(Johannesburg|Maputo|Harare|Windhoek|Gaborone|Maseru|Mbabane|Lusaka)|^America\/(Argentina\/|Buenos_Aires|Sao_Paulo|Santiago|Montevideo|Asuncion|La_Paz|Punta_Arenas|Campo_Grande|Cuiaba)|^Indian\/(Mauritius|Reunion|Antananarivo)/;

export function seasonOf(ms: number, zone: TimeZone): Season {
  const day = dayOf(ms, zone);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.floor(months / 3);
}

/** "spring"; "last spring" or "spring 2024" where another one lies between. */
export function seasonWords(season: Season, now: Season, zone: TimeZone): string {
  const name = northern[(season + (southern.test(zone) ? 2 : 0)) % 4]!;
  if (now - season < 4) return name;
  if (now - season < 8) return `last ${name}`;
  return `${name} ${Math.floor(season / 4)}`;
}

/** "in spring", "last spring". */
export function inSeason(season: Season, now: Season, zone: TimeZone): string {
  const words = seasonWords(season, now, zone);
  return words.startsWith("last ") ? words : `in ${words}`;
}

// How long a talk was, typed as people say it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readMinutes } from "../../client/model/minutes.ts";

const said: readonly (readonly [string, ReturnType<typeof readMinutes>])[] = [
  ["45", 45],
  [" 45 min ", 45],
  ["90 minutes", 90],
  ["1 h", 60],
  ["1h30", 90],
  ["1:30", 90],
  ["2 hours 15", 135],
  ["1440", 1440],
  ["", null],
  ["0", "unclear"],
  ["1441", "unclear"],
  ["-5", "unclear"],
  ["4.5", "unclear"],
  ["long", "unclear"],
  ["١٢", "unclear"],
  ["min", "unclear"],
];

test("minutes are read as they are said", () => {
  for (const [typed, minutes] of said) assert.equal(readMinutes(typed), minutes, JSON.stringify(typed));
});

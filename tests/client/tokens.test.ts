// The colour roles exist twice: through light-dark(), and spelled out for browsers without it. They must not part.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const styles = new URL("../../client/styles/", import.meta.url);
const tokens = readFileSync(new URL("tokens.css", styles), "utf8");
const fallback = readFileSync(new URL("tokens-without-light-dark.css", styles), "utf8");

/** Role → its value in light and in dark. */
function rolesOf(css: string): Map<string, readonly [light: string, dark: string]> {
  const roles = new Map<string, readonly [string, string]>();
  for (const [, name = "", pair = ""] of css.matchAll(/(--[\w-]+): light-dark\((.*)\);/g)) {
    const comma = topLevelComma(pair);
    roles.set(name, [pair.slice(0, comma).trim(), pair.slice(comma + 1).trim()]);
  }
  return roles;
}

function topLevelComma(text: string): number {
  let depth = 0;
  return [...text].findIndex((letter) => {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    return letter === "," && depth === 0;
  });
}

/** The declarations of the first rule with this selector. */
function ruleOf(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return new Map([...body.matchAll(/(--[\w-]+): (.*);/g)].map(([, name = "", value = ""]) => [name, value]));
}

const roles = rolesOf(tokens);
const light = new Map([...roles].map(([name, [value]]) => [name, value]));
const dark = new Map([...roles].map(([name, [, value]]) => [name, value]));

test("there are roles to compare", () => {
  assert.ok(roles.size > 30, `found ${roles.size}`);
});

test("a browser without light-dark gets the same light roles", () => {
  assert.deepEqual(ruleOf(fallback, "  :root"), light);
});

test("a browser without light-dark gets the same dark roles, by system and by choice", () => {
  assert.deepEqual(ruleOf(fallback, ':root:not([data-theme="light"])'), dark);
  assert.deepEqual(ruleOf(fallback, ':root[data-theme="dark"]'), dark);
});

test("components read roles, never light-dark itself", () => {
  const index = readFileSync(new URL("components/index.css", styles), "utf8");
  for (const [, file = ""] of index.matchAll(/@import "\.\/(.*)";/g)) {
    const css = readFileSync(new URL(`components/${file}`, styles), "utf8");
    assert.ok(!css.includes("light-dark("), file);
  }
});

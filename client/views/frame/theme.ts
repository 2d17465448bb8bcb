// Light, dark or as the system says; and the colour of the browser's own bar, which follows what lies under it.

import { effect, signal } from "@preact/signals";
import { storage } from "../../store/local-storage.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const storageKey = "rebound.theme";

export const theme = signal<Theme>(readTheme());

/** How many pages of air are on the screen: with none, paper reaches the top edge. */
export const airCount = signal(0);

// The browser's bar takes no light-dark(): these are --air and --surface as sRGB.
const barColours = {
  air: { light: "#043a3f", dark: "#092a2e" },
  paper: { light: "#f8f5ed", dark: "#05171b" },
} as const;

export function startTheme(): void {
  effect(() => {
    const chosen = theme.value;
    if (chosen === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = chosen;
  });
  effect(() => paintBar(theme.value, airCount.value > 0));
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  if (chosen === "system") storage.remove(storageKey);
  else storage.set(storageKey, chosen);
}

function readTheme(): Theme {
  const kept = storage.get(storageKey);
  return themes.find((each) => each === kept) ?? "system";
}

function paintBar(chosen: Theme, isOverAir: boolean): void {
  const colours = barColours[isOverAir ? "air" : "paper"];
  for (const scheme of ["light", "dark"] as const) {
    const meta = document.querySelector(`meta[name="theme-color"][media*="${scheme}"]`);
    meta?.setAttribute("content", colours[chosen === "system" ? scheme : chosen]);
  }
}

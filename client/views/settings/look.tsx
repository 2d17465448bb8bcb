// Light, dark, or as the system says.

import { Choices } from "../components/choices.tsx";
import { chooseTheme, theme, type Theme } from "../frame/theme.ts";

const options = [
  { value: "system", label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const satisfies readonly { value: Theme; label: string }[];

export function Look() {
  return (
    <section class="stack">
      <h2>Light or dark</h2>
      <Choices<Theme> label="Light or dark" options={options} value={theme.value} onChange={chooseTheme} />
    </section>
  );
}

// A person is a ball with initials.

import { initials } from "../../model/words.ts";

interface WhoProps {
  readonly name: string;
  readonly small?: boolean;
  readonly warm?: boolean;
}

export function Who({ name, small, warm }: WhoProps) {
  const shape = ["who", small && "who--s", warm && "who--warm"].filter(Boolean).join(" ");
  return (
    <span class={shape} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

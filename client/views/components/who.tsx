// A person is a ball with initials.

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

/** First letters of the first and the last word, by code point, so a name in any script keeps whole letters. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}

import type { OfferedLine } from "./offers.ts";

/** The lines as they would be begun: what to do, when, and why. */
export function OfferedLines({ lines }: { readonly lines: readonly OfferedLine[] }) {
  return (
    <ol class="offered">
      {lines.map(({ id, text, why, when }) => (
        <li key={id}>
          <p class="offered__what">{text}</p>
          {when && <p class="small muted">{when}</p>}
          {why && <p class="small muted">{why}</p>}
        </li>
      ))}
    </ol>
  );
}

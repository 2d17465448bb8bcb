import { RowLink } from "../components/row.tsx";
import { Who } from "../components/who.tsx";
import { Marked } from "./marked.tsx";
import type { Result } from "./result.ts";

export function ResultRow({ result: { href, title, where, excerpt, person } }: { readonly result: Result }) {
  return (
    <li>
      <RowLink
        calm
        href={href}
        start={person === null ? undefined : <Who name={person} />}
        title={<Marked pieces={title} />}
        meta={
          <>
            {where.length > 0 && (
              <span class="found__where">
                <Marked pieces={where} />
              </span>
            )}
            {excerpt && (
              <span class="found__text">
                <Marked pieces={excerpt} />
              </span>
            )}
          </>
        }
      />
    </li>
  );
}

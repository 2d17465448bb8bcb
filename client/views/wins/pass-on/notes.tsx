import type { Note } from "../../../model/pass-on.ts";

/** One line each, calm, and nothing is forbidden. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="stack--s">
      {notes.map(({ strong, words }) => (
        <p key={strong} class="why why--bar">
          <span>
            <b>{strong}</b> {words}
          </span>
        </p>
      ))}
    </div>
  );
}

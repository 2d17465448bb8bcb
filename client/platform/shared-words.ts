/**
 * Words that another app shared. They come as a form, which the service worker reads and puts here for the screen to take:
 * an address would stay in the history, and would reach the server where the worker is missing.
 */

export const SHARE_ADDRESS = "/wins/new";

/** Not one of the worker's releases, so it outlives none of them, and a sign-out clears it. */
const CACHE = "shared-words";
const fields = ["title", "text", "url"] as const;
/** More than any app shares, and less than would be a burden to show. */
const maxLength = 100_000;

export type SharedWords = { readonly [field in (typeof fields)[number]]: string | null };

/** Where the screen finds them. */
export const SCREEN_FOR_SHARED = `${SHARE_ADDRESS}?shared`;

export async function putSharedWords(form: FormData): Promise<void> {
  const words = Object.fromEntries(fields.map((field) => [field, lineOf(form.get(field))]));
  const cache = await caches.open(CACHE);
  await cache.put(SCREEN_FOR_SHARED, new Response(JSON.stringify(words)));
}

/** Null: there are none, or they could not be kept. They stay until `dropSharedWords`. */
export async function findSharedWords(): Promise<SharedWords | null> {
  try {
    const kept = await (await caches.open(CACHE)).match(SCREEN_FOR_SHARED);
    return kept ? ((await kept.json()) as SharedWords) : null;
  } catch {
    // No caches in this window, or no space: as if nothing had come.
    return null;
  }
}

export async function dropSharedWords(): Promise<void> {
  await caches.delete(CACHE);
}

function lineOf(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" ? value.slice(0, maxLength) : null;
}

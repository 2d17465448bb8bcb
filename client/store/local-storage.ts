// localStorage that is never an error: where the browser has none (private windows, blocked cookies, Node) or is full,
// values live as long as the page.

const fallback = new Map<string, string>();

interface KeyValues {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
}

function real(): KeyValues | null {
  try {
    // A worker has none, and Node's is a file.
    return "window" in globalThis ? (globalThis as unknown as { readonly localStorage: KeyValues }).localStorage : null;
  } catch {
    // SecurityError: the person has switched site data off.
    return null;
  }
}

export const storage = {
  get(key: string): string | null {
    return real()?.getItem(key) ?? fallback.get(key) ?? null;
  },

  set(key: string, value: string): void {
    try {
      const kept = real();
      if (!kept) throw new DOMException("no storage", "SecurityError");
      kept.setItem(key, value);
      fallback.delete(key);
    } catch {
      fallback.set(key, value);
    }
  },

  remove(key: string): void {
    real()?.removeItem(key);
    fallback.delete(key);
  },

  keys(): string[] {
    const kept = real();
    const names = kept ? Array.from({ length: kept.length }, (_, index) => kept.key(index)!) : [];
    return [...new Set([...names, ...fallback.keys()])];
  },
};

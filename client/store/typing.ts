// A long text while it is being typed: mirrored synchronously on every keystroke, stored a moment later, and merged
// under the caret with what comes in from other devices. A killed tab loses at most its last keystroke.
//
// TypedText is the rules and touches neither DOM nor storage; useTypedText ties it to a textarea.

import { signal, type ReadonlySignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { CollectionName } from "../model/schema.ts";
import { mergeTexts, moveCaret, uniteTexts } from "../model/text-merge.ts";
import { store as currentStore } from "./current.ts";
import * as mirrors from "./mirrors.ts";
import type { Mirror, Place } from "./mirrors.ts";
import type { Change, Store } from "./store.ts";

/** Short enough that "stored" is true when a person looks up; long enough that a word is one write. */
const WRITE_AFTER_MS = 300;

export interface TypedTextSurroundings {
  /** Synchronous; null: nothing is unwritten. */
  readonly mirror: (mirror: Mirror | null) => void;
  /** Durable when it resolves; merges if the row moved on from `basis`. */
  readonly write: (value: string, basis: string | null) => Promise<void>;
  /** The row's text now. */
  readonly read: () => Promise<string | null>;
  /** The text changed by itself: paint it, the caret beside the same words. */
  readonly show: (value: string, before: string) => void;
  readonly setTimeout?: (run: () => void, millis: number) => unknown;
  readonly clearTimeout?: (timer: never) => void;
}

export class TypedText {
  value = "";
  /** The row's text that `value` was typed on. */
  #basis: string | null = null;
  #isComposing = false;
  #timer: unknown;
  /** What is on its way into the store. */
  #writing: string | null = null;
  #last: Promise<void> = Promise.resolve();
  readonly #around: TypedTextSurroundings;

  constructor(around: TypedTextSurroundings) {
    this.#around = around;
  }

  /** What the row is known to hold, so that the first paint need not wait for it. */
  start(text: string): void {
    this.value = text;
    this.#basis = text;
  }

  get isWritten(): boolean {
    return this.value === (this.#basis ?? "");
  }

  type(value: string): void {
    this.value = value;
    this.#mirror();
    this.#writeLater();
  }

  /** The row may have changed. While a word is being composed (IME) the text under it must not move. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isComposing) this.#take(await this.#around.read());
    });
  }

  startComposing(): void {
    this.#isComposing = true;
  }

  stopComposing(value: string): Promise<void> {
    this.#isComposing = false;
    this.type(value);
    return this.refresh();
  }

  /** Writes what is not written yet; resolves when it is. */
  flush(): Promise<void> {
    this.#cancelTimer();
    return this.#inTurn(() => this.#write());
  }

  #writeLater(): void {
    this.#cancelTimer();
    const later = this.#around.setTimeout ?? ((run: () => void, millis: number) => setTimeout(run, millis));
    this.#timer = later(() => void (this.#isComposing ? this.#writeLater() : this.flush()), WRITE_AFTER_MS);
  }

  #cancelTimer(): void {
    const cancel = this.#around.clearTimeout ?? clearTimeout;
    cancel(this.#timer as never);
  }

  /** Reads and writes of one text never overlap: what is read after a write has that write in it. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #write(): Promise<void> {
    if (this.isWritten) return;
    const written = this.value;
    this.#writing = written;
    this.#mirror();
    try {
      await this.#around.write(written, this.#basis);
      this.#basis = written;
    } finally {
      this.#writing = null;
      this.#mirror();
    }
    this.#take(await this.#around.read());
  }

  #take(text: string | null): void {
    if ((text ?? "") === (this.#basis ?? "")) return;
    const before = this.value;
    const isTyping = !this.isWritten;
    this.value = (isTyping ? mergeTexts(this.#basis, before, text) : text) ?? "";
    this.#basis = text;
    this.#mirror();
    if (this.value !== before) this.#around.show(this.value, before);
    if (!this.isWritten) this.#writeLater();
  }

  #mirror(): void {
    const writing = this.#writing === null ? {} : { writing: this.#writing };
    this.#around.mirror(this.isWritten && this.#writing === null ? null : { basis: this.#basis, value: this.value, ...writing });
  }
}

export interface TypedTextField {
  /** A signal, so that a key paints what shows the words, and nothing around it. */
  readonly words: ReadonlySignal<string>;
  readonly onInput: (event: { readonly currentTarget: EventTarget | null }) => void;
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  /** Call before leaving: resolves when every word is stored. */
  readonly flush: () => Promise<void>;
}

/** The texts being typed in this tab, so that leaving an account can wait for the last word. */
const live = new Set<TypedText>();

export async function flushTyping(): Promise<void> {
  await Promise.all([...live].map((text) => text.flush()));
}

/** A text that is suggested until somebody touches it: there may be no row before. */
export interface Suggestion {
  readonly text: string;
  /** What the row holds as far as the view knows; null: nobody has touched it. */
  readonly kept: string | null;
  /** Keeps the text, and the row it belongs to. Durable when it resolves. */
  readonly write: (value: string, basis: string | null) => Promise<void>;
}

/** A textarea's text, kept in `field` of a row. */
export function useTypedText(
  collection: CollectionName,
  id: string,
  field: string,
  suggestion: Suggestion | null = null,
): TypedTextField {
  const store = currentStore.value;
  const ref = useRef<HTMLTextAreaElement>(null);
  const suggested = useRef(suggestion);
  suggested.current = suggestion;
  const { text, words } = useMemo(() => {
    const shown = signal("");
    const typed = typedTextIn(store, { collection, id, field }, suggested, (value, before) => {
      if (ref.current) showUnderCaret(ref.current, value, before);
      shown.value = value;
    });
    shown.value = typed.value;
    return { text: typed, words: shown };
  }, [store, collection, id, field]);
  useEffect(() => void text.refresh(), [text, suggestion?.text]);
  useEffect(() => {
    const leave = [keepUpWith(text, store, collection), ref.current ? listenTo(ref.current, text) : () => undefined];
    return () => {
      for (const stop of leave) stop();
      void text.flush();
    };
  }, [text, store, collection]);
  const onInput: TypedTextField["onInput"] = ({ currentTarget }) => {
    text.type((currentTarget as HTMLTextAreaElement).value);
    // A mirror waits for its row: so the first key of a letter that is none yet makes the row at once.
    if (suggested.current?.kept === null) void text.flush();
    words.value = text.value;
  };
  return { words, onInput, ref, flush: () => text.flush() };
}

function typedTextIn(
  store: Store,
  place: Place,
  suggestion: { readonly current: Suggestion | null },
  show: (value: string, before: string) => void,
): TypedText {
  const { collection, id, field } = place;
  let kept = suggestion.current?.kept ?? null;
  /** What was suggested was never in the row, so nothing in the row was typed on it. */
  const inRow = (basis: string | null) => (suggestion.current && kept === null ? null : basis);
  const text = new TypedText({
    mirror: (mirror) => mirrors.put(store.name, place, mirror && { ...mirror, basis: inRow(mirror.basis) }),
    write: async (value, basis) => {
      if (suggestion.current) await suggestion.current.write(value, inRow(basis));
      else await store.write([changeOf(place, value, basis)]);
    },
    read: async () => {
      kept = textOf(await store.get(collection, id), field);
      return kept ?? suggestion.current?.text ?? null;
    },
    show,
  });
  if (suggestion.current) text.start(kept ?? suggestion.current.text);
  return text;
}

function keepUpWith(text: TypedText, store: Store, collection: CollectionName): () => void {
  live.add(text);
  void text.refresh();
  const unsubscribe = store.subscribe((collections) => {
    if (collections.has(collection)) void text.refresh();
  });
  return () => {
    unsubscribe();
    live.delete(text);
  };
}

function listenTo(area: HTMLTextAreaElement, text: TypedText): () => void {
  const listeners: readonly (readonly [EventTarget, string, () => void])[] = [
    [area, "compositionstart", () => text.startComposing()],
    [area, "compositionend", () => void text.stopComposing(area.value)],
    [area, "blur", () => void text.flush()],
    [document, "visibilitychange", () => void (document.hidden && text.flush())],
  ];
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
  return () => {
    for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
  };
}

function showUnderCaret(area: HTMLTextAreaElement, value: string, before: string): void {
  const { selectionStart, selectionEnd, selectionDirection } = area;
  area.value = value;
  // Setting a selection would focus the field in some browsers.
  if (document.activeElement !== area) return;
  const [start, end] = [moveCaret(before, value, selectionStart), moveCaret(before, value, selectionEnd)];
  area.setSelectionRange(start, end, selectionDirection);
}

/** Words a killed tab left in its mirror are written as that tab would have. Resolves to how many texts there were. */
export async function recoverTyping(store: Store): Promise<number> {
  const left = await mirrors.leftBehind(store.name);
  let recovered = 0;
  for (const { place, mirror, forget } of left) {
    const row = await store.get(place.collection, place.id);
    // The row may come with the next sync; the mirror waits for it.
    if (!row) continue;
    await store.write([recovery(place, mirror, textOf(row, place.field))]);
    forget();
    recovered += 1;
  }
  return recovered;
}

function recovery(place: Place, { basis, value, writing }: Mirror, current: string | null): Change {
  if (writing === undefined || (current ?? "") === (basis ?? "")) return changeOf(place, value, basis);
  if (current === writing) return changeOf(place, value, writing);
  // Killed in mid-write, and the row has moved on since: whether with or without that write cannot be told.
  return changeOf(place, uniteTexts(value, current) ?? "", current);
}

function changeOf({ collection, id, field }: Place, value: string, basis: string | null): Change {
  return { collection, id, set: { [field]: value }, basis: { [field]: basis } } as Change;
}

function textOf(row: object | undefined, field: string): string | null {
  return ((row as Record<string, unknown> | undefined)?.[field] ?? null) as string | null;
}

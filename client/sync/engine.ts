// When to sync: at the start, on focus, when the network returns, a second after the last write, when the page is
// hidden, every half minute in the foreground, and when the server pokes. One tab at a time, by a Web Lock.
//
// It only ever decides when. What is said is exchange.ts, and whatever fails is tried again, ever more patiently.

import { StorageTrouble } from "../store/database.ts";
import type { LocalStore } from "../store/store.ts";
import { Exchange, type Step } from "./exchange.ts";
import { Pokes } from "./pokes.ts";
import type { Failure } from "./protocol.ts";
import { syncStateOf, type SyncState } from "./state.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Transport } from "./transport.ts";

export interface EngineOptions {
  readonly store: LocalStore;
  readonly transport: Transport;
  readonly around: Surroundings;
  readonly onState: (state: SyncState) => void;
  /** Whether the person in this browser is still the one whose rows these are; asked before every request. */
  readonly isCurrent?: () => boolean;
}

const AFTER_WRITE_MS = 1_000;
/** Who types without a pause is saved this often. */
const AFTER_FIRST_WRITE_MS = 5_000;
const POLL_MS = 30_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 5 * 60_000;
const CHECK_MS = 24 * 60 * 60_000;
/** Two busy answers are a deployment; three are worth a person's knowing. */
const FAILURES_TO_MENTION = 3;

export class Engine {
  readonly #options: EngineOptions;
  readonly #exchange: Exchange;
  readonly #pokes: Pokes;
  readonly #stops: (() => void)[] = [];
  #timer: unknown;
  #timerAt = Infinity;
  #firstWriteAt: number | null = null;
  /** The server asked for patience until then. */
  #notBefore = 0;
  #failures = 0;
  #failure: Failure["kind"] | null = null;
  #parked = 0;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isStopped = false;
  /** What was told last. */
  #told: SyncState | null = null;
  #published = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#exchange = new Exchange(options.store, options.transport);
    this.#pokes = new Pokes({
      around: options.around,
      lock: `rebound.pokes/${options.store.name}`,
      url: async () => `/api/sync/pokes?cursor=${(await this.#exchange.readMeta()).cursor}`,
      onPoke: () => void this.sync(),
      onOpen: () => {
        if (this.#failure !== null) void this.sync();
      },
    });
  }

  /** Resolves after the first attempt. */
  async start(): Promise<void> {
    const { store, around } = this.#options;
    this.#stops.push(
      store.subscribe((_, by) => (by === "person" ? this.#afterWrite() : void this.#publish())),
      around.listen((event) => this.#onPage(event)),
    );
    await this.#exchange.begin().catch(() => undefined);
    store.clock.offsetMs = (await this.#exchange.readMeta().catch(() => null))?.offsetMs ?? 0;
    await this.sync();
  }

  stop(): void {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    this.#pokes.stop();
    this.#clear();
    this.#options.transport.stop();
  }

  /** Now, whatever failed before; unless the server asked for patience. Resolves when all is said, or has failed. */
  async sync(options: { readonly isLeaving?: boolean } = {}): Promise<void> {
    const wait = this.#notBefore - this.#options.around.now();
    if (wait > 0) return this.#schedule(wait);
    this.#isWanted = true;
    this.#running ??= this.#run(options);
    await this.#running;
  }

  /** Whether anything of this tab's is under way; for tests and for signing out. */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  async #run({ isLeaving = false }: { readonly isLeaving?: boolean }): Promise<void> {
    const { around, store } = this.#options;
    this.#clear();
    this.#firstWriteAt = null;
    try {
      // Asked for while it runs, it runs once more: the request on its way may have left before the write.
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false;
        const lock = `rebound.sync/${store.name}`;
        const step = await around.ifFree(lock, () => this.#exchangeAll(isLeaving));
        this.#conclude(step);
        // Before it is asked whether there is more: a poke that comes while this counts is heard, too.
        await this.#publish();
        if (step?.kind !== "done") break;
      }
    } finally {
      this.#running = null;
    }
  }

  async #exchangeAll(isLeaving: boolean): Promise<Step> {
    const isCurrent = this.#options.isCurrent ?? (() => true);
    try {
      for (;;) {
        if (this.#isStopped || !isCurrent()) return { kind: "done", isMore: false, parked: this.#parked };
        const step = await this.#exchange.step({ isLeaving });
        if (step.kind !== "done" || !step.isMore) return step.kind === "done" ? await this.#checkDaily(step) : step;
      }
    } catch (error) {
      if (error instanceof StorageTrouble) this.#options.store.report(error);
      // A mistake in this program must not end in silence: the mark says "look", and the next attempt comes.
      else console.error(error);
      return { kind: "malformed", path: null };
    }
  }

  async #checkDaily(step: Step): Promise<Step> {
    const { checkedAt } = await this.#exchange.readMeta();
    if (this.#options.store.clock.nowMs() - checkedAt < CHECK_MS) return step;
    const found = await this.#exchange.check();
    if (found.kind === "different") this.#isWanted = true;
    return step;
  }

  /** Compares with the server now; true when the two agreed. */
  async check(): Promise<boolean> {
    const found = await this.#exchange.check();
    if (found.kind === "different") await this.sync();
    return found.kind === "same";
  }

  /** Undefined: another tab is at it. */
  #conclude(step: Step | undefined): void {
    const { around } = this.#options;
    if (this.#isStopped) return;
    // Only now, and with the cursor of now: a stream that was opened before would poke for what has just come.
    if (step && isFinal(step.kind)) this.#pokes.stop();
    else if (around.isVisible()) this.#pokes.start();
    if (step === undefined) return this.#schedule(AFTER_WRITE_MS * 2);
    if (step.kind === "done") {
      [this.#failures, this.#failure, this.#parked] = [0, null, step.parked];
      this.#options.store.recovered();
      return this.#poll();
    }
    this.#failures += 1;
    this.#failure = step.kind;
    if (isFinal(step.kind)) return;
    if (step.kind === "unreachable") around.sendLater();
    const patience = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), around.isVisible() ? POLL_MS : LAST_RETRY_MS);
    const asked = step.kind === "busy" ? (step.retryAfterMs ?? 0) : 0;
    if (asked > 0) this.#notBefore = around.now() + asked;
    // Half of it by chance: a thousand devices whose server came back do not come back in one second.
    this.#schedule(Math.max(asked, patience * (0.5 + around.random() / 2)));
  }

  #afterWrite(): void {
    const { around } = this.#options;
    // Said before it is counted: the page shows the change at once, and would call it saved until then.
    if (this.#told?.kind === "saved") this.#tell({ ...this.#told, kind: "unsent" });
    void this.#publish();
    // While failing, the next attempt has its time; a write does not hurry a server that is down.
    if (this.#failure !== null) return;
    // The last words before the page is put away: there may be no second from now.
    if (!around.isVisible()) return void this.sync({ isLeaving: true });
    const now = around.now();
    this.#firstWriteAt ??= now;
    const latest = this.#firstWriteAt + AFTER_FIRST_WRITE_MS - now;
    this.#clear();
    this.#schedule(Math.max(0, Math.min(AFTER_WRITE_MS, latest)), () => this.#sendUnsent());
  }

  /** Another tab may have sent it already. */
  async #sendUnsent(options: { readonly isLeaving?: boolean } = {}): Promise<void> {
    if ((await this.#options.store.unsentCount()) > 0) await this.sync(options);
    else this.#poll();
  }

  #onPage(event: "online" | "offline" | "shown" | "hidden"): void {
    if (event === "offline") return void this.#publish();
    if (event === "hidden") {
      this.#pokes.stop();
      this.#clear();
      void this.#sendUnsent({ isLeaving: true });
      return;
    }
    // The stream may be waiting out its patience; after this request it is opened anew, at once.
    if (event === "online") this.#pokes.stop();
    this.#failures = 0;
    void this.sync();
  }

  #poll(): void {
    if (this.#options.around.isVisible()) this.#schedule(POLL_MS);
  }

  /** The earliest of what was asked for counts. */
  #schedule(millis: number, run: () => Promise<void> = () => this.sync()): void {
    const { around } = this.#options;
    const at = around.now() + millis;
    if (this.#isStopped || at >= this.#timerAt) return;
    this.#clear();
    this.#timerAt = at;
    this.#timer = around.setTimeout(() => {
      this.#timerAt = Infinity;
      void run();
    }, millis);
  }

  #clear(): void {
    this.#options.around.clearTimeout(this.#timer);
    this.#timerAt = Infinity;
  }

  async #publish(): Promise<void> {
    if (this.#isStopped) return;
    const { store, around } = this.#options;
    this.#published += 1;
    const turn = this.#published;
    const unsent = await store.unsentCount();
    const savedAt = (await this.#exchange.readMeta().catch(() => null))?.savedAt ?? null;
    // Something happened meanwhile: whoever noticed counts after it, and this is old.
    if (this.#isStopped || turn !== this.#published) return;
    const isOnline = around.isOnline() && this.#failure !== "unreachable";
    this.#tell(syncStateOf({ unsent, savedAt, isOnline, why: this.#why() }));
  }

  #tell(state: SyncState): void {
    this.#told = state;
    this.#options.onState(state);
  }

  #why(): SyncState["why"] {
    if (isFinal(this.#failure)) return this.#failure;
    if (this.#failure === "malformed") return "server";
    if (this.#failure === "busy" && this.#failures >= FAILURES_TO_MENTION) return "server";
    return this.#parked > 0 ? "refused" : null;
  }
}

/** What asking again does not change. */
function isFinal(kind: Step["kind"] | null): kind is "signed-out" | "gone" | "too-old" {
  return kind === "signed-out" || kind === "gone" || kind === "too-old";
}

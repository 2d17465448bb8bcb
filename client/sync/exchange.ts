// What is said: one request and its answer. Reads the marks in one transaction (freezing the texts that leave), asks,
// and stores all that the answer says in another. Killed anywhere between, the same is said again, and changes nothing.

import { SCHEMA_VERSION } from "../model/schema.ts";
import { park } from "../model/merge.ts";
import { ASIDE, MARKS, META, VERSIONS } from "../store/database.ts";
import { putDraft, readDrafts } from "../store/drafts.ts";
import { keep, keyOf, stateOf } from "../store/marks.ts";
import { collectionNames } from "../store/rows.ts";
import type { LocalStore } from "../store/store.ts";
import { absorb } from "./absorb.ts";
import { isSameAsOurs } from "./digest.ts";
import { inRecovery, putMeta, readMeta, type SyncMeta } from "./meta.ts";
import { collectOps, serverLimits, unpark, type Collected, type Limits } from "./ops.ts";
import type { Answer, Failure, Op, Reply, SyncRequest } from "./protocol.ts";
import { resendSome } from "./recovery.ts";
import type { Transport } from "./transport.ts";

export type Step =
  /** `isMore`: there is more to send or to pull, now. `parked`: fields the server will not have as they are. */
  | { readonly kind: "done"; readonly isMore: boolean; readonly parked: number }
  | Failure;

/** All stores: which rows an answer touches is known only when it is there. */
const EVERYTHING = [...collectionNames, MARKS, META, ASIDE, VERSIONS];

export class Exchange {
  readonly #store: LocalStore;
  readonly #transport: Transport;
  #limits: Limits = serverLimits;
  /** The next page, asked for while this one is being stored: a first sync takes as long as the slower of the two. */
  #ahead: { readonly request: SyncRequest; readonly reply: Promise<Reply<Answer>> } | null = null;

  constructor(store: LocalStore, transport: Transport) {
    this.#store = store;
    this.#transport = transport;
  }

  readMeta(): Promise<SyncMeta> {
    return this.#store.database.run([META], "readonly", readMeta);
  }

  /** Once a start. */
  async begin(): Promise<void> {
    await this.#store.database.run([MARKS], "readwrite", unpark, "relaxed");
  }

  /** One request and all it leads to here. To be called again while `isMore`. */
  async step({ isLeaving = false }: { readonly isLeaving?: boolean } = {}): Promise<Step> {
    const prepared = await this.#prepare();
    if (!prepared) return { kind: "done", isMore: true, parked: 0 };
    const { request, parked } = prepared;
    const reply = await this.#ask(request, isLeaving);
    if (reply.kind === "too-large") return this.#sendLess(request);
    if (reply.kind === "malformed") return this.#parkPoisoned(request, reply);
    if (reply.kind !== "answer") return reply;
    this.#limits = serverLimits;
    this.#store.clock.measure({ ...reply, serverMs: reply.answer.server_time_ms });
    return { kind: "done", isMore: await this.#absorb(request, reply.answer), parked };
  }

  /** Compares this device with the server; where they differ, the next steps put it right. */
  async check(): Promise<Failure | { readonly kind: "same" | "different" }> {
    const reply = await this.#transport.digest();
    if (reply.kind !== "answer") return reply;
    const { database, clock } = this.#store;
    const isSame = await isSameAsOurs(database, await this.readMeta(), reply.answer);
    await database.run([META], "readwrite", async (transaction) => {
      const checked = { ...(await readMeta(transaction)), checkedAt: clock.nowMs() };
      putMeta(transaction, isSame ? checked : inRecovery(checked, reply.answer.epoch, { isLineageWhole: false }));
    });
    return { kind: isSame ? "same" : "different" };
  }

  /** Null: nothing to ask yet, but this device had something to do by itself. */
  async #prepare(): Promise<{ readonly request: SyncRequest; readonly parked: number } | null> {
    const { database, clock } = this.#store;
    const { isClean, meta } = await database.run([MARKS, META], "readonly", async (transaction) => ({
      isClean: (await transaction.objectStore(MARKS).count()) === 0,
      meta: await readMeta(transaction),
    }));
    if (meta.recovery?.stage === "resend") {
      await resendSome(database, clock);
      return null;
    }
    if (isClean && meta.epoch !== null) return withOps(meta, { ops: [], parked: 0 });
    return database.run(EVERYTHING, "readwrite", async (transaction) => {
      const current = await readMeta(transaction);
      // The device's name, before it is told to anybody.
      if (current.epoch === null) putMeta(transaction, current);
      // While pulling again from the beginning nothing is sent: only then is it known what the server lacks.
      const limits = current.recovery ? { ops: 0, bytes: 0 } : this.#limits;
      return withOps(current, await collectOps(transaction, limits));
    });
  }

  #ask(request: SyncRequest, isLeaving: boolean): Promise<Reply<Answer>> {
    const ahead = this.#ahead;
    this.#ahead = null;
    const isAsked = ahead && request.ops.length === 0 && ahead.request.cursor === request.cursor && ahead.request.epoch === request.epoch;
    return isAsked ? ahead.reply : this.#transport.sync(request, { isLeaving });
  }

  #askAhead(request: SyncRequest, { more, epoch, cursor }: Answer): void {
    if (!more || (request.epoch !== null && request.epoch !== epoch)) return;
    const next = { ...request, epoch, cursor, ops: [] };
    this.#ahead = { request: next, reply: this.#transport.sync(next, { isLeaving: false }) };
  }

  async #absorb(request: SyncRequest, answer: Answer): Promise<boolean> {
    const { database, clock } = this.#store;
    this.#askAhead(request, answer);
    if (answer.restamped.length > 0) clock.lower();
    // Relaxed: losing this transaction in a power cut costs a repeated request, never a word.
    const { touched, rows, isMore } = await database.run(
      EVERYTHING,
      "readwrite",
      (transaction) => absorb(transaction, { request, answer, clock }),
      "relaxed",
    );
    this.#store.announce(touched, "server", rows);
    return isMore;
  }

  /** The request was too large: half of it next time. One op alone that is too large stays here. */
  async #sendLess({ ops }: SyncRequest): Promise<Step> {
    if (ops.length > 1) this.#limits = { ...this.#limits, ops: Math.ceil(ops.length / 2) };
    else if (ops[0]) await this.#park(ops[0], "too_large");
    else return { kind: "busy", retryAfterMs: null };
    return { kind: "done", isMore: true, parked: 0 };
  }

  /** The server cannot read one op (`$.ops[3].set`): it is laid aside, so that the others get through. */
  async #parkPoisoned({ ops }: SyncRequest, { path }: { readonly path: string | null }): Promise<Step> {
    const op = ops[Number(/^\$\.ops\[(\d+)\]/.exec(path ?? "")?.[1])];
    if (!op) return { kind: "malformed", path };
    await this.#park(op, "malformed");
    return { kind: "done", isMore: true, parked: 1 };
  }

  #park(op: Op, code: string): Promise<void> {
    const { database } = this.#store;
    return database.run([op.collection, MARKS], "readwrite", async (transaction) => {
      const draft = (await readDrafts(transaction, [op])).get(keyOf(op))!;
      for (const name of Object.keys(op.set)) keep(draft, name, park(stateOf(draft, name), op.stamp, code));
      putDraft(transaction, draft);
    });
  }
}

function withOps({ device, epoch, cursor }: SyncMeta, { ops, parked }: Collected) {
  return { request: { schema: SCHEMA_VERSION, device, epoch, cursor, ops }, parked };
}

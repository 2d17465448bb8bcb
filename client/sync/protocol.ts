// The request and the answer of POST /api/sync, as docs/sync.md has them.

import { isStamp, type Stamp } from "../model/clock.ts";
import type { Value } from "../model/merge.ts";

export interface Op {
  readonly collection: string;
  readonly id: string;
  readonly stamp: Stamp;
  readonly set: Readonly<Record<string, Value>>;
  readonly seen: Readonly<Record<string, Stamp | null>>;
}

export interface SyncRequest {
  readonly schema: number;
  readonly device: string;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly ops: readonly Op[];
}

export interface Refused {
  readonly op: number;
  /** Null: the whole op. */
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  readonly current?: { readonly value: Value; readonly stamp: Stamp | null };
}

export interface ChangedRow {
  readonly collection: string;
  readonly id: string;
  readonly seq: number;
  readonly fields: Readonly<Record<string, Value>>;
  readonly stamps: Readonly<Record<string, Stamp>>;
}

export interface Answer {
  readonly epoch: string;
  readonly cursor: number;
  /** The account's counter; a cursor above it comes from another history. */
  readonly seq: number;
  readonly more: boolean;
  readonly server_time_ms: number;
  readonly oldest_cursor: number;
  readonly refused: readonly Refused[];
  readonly restamped: readonly { readonly op: number; readonly stamp: Stamp }[];
  readonly changes: readonly ChangedRow[];
}

export interface Digest {
  readonly epoch: string;
  readonly seq: number;
  readonly count: number;
  readonly hash: string;
}

/** What became of a request. Only an answer says that anything arrived; after the others, everything is sent again. */
export type Failure =
  | { readonly kind: "unreachable"; readonly why: "network" | "timeout" | "captive-portal" }
  | { readonly kind: "busy"; readonly retryAfterMs: number | null }
  | { readonly kind: "signed-out" }
  /** The account was deleted, here or on another device. */
  | { readonly kind: "gone" }
  | { readonly kind: "too-old" }
  | { readonly kind: "too-large" }
  | { readonly kind: "malformed"; readonly path: string | null };

export type Reply<T> =
  | { readonly kind: "answer"; readonly answer: T; readonly sentAt: number; readonly receivedAt: number }
  | Failure;

/** A server's answer and not a captive portal's, a proxy's, or half of one. */
export function isAnswer(json: unknown): json is Answer {
  const answer = json as Partial<Answer> | null;
  return (
    typeof answer?.epoch === "string" &&
    [answer.cursor, answer.seq, answer.server_time_ms, answer.oldest_cursor].every(Number.isSafeInteger) &&
    typeof answer.more === "boolean" &&
    [answer.refused, answer.restamped, answer.changes].every(Array.isArray) &&
    answer.changes!.every(isChangedRow)
  );
}

function isChangedRow({ collection, id, seq, fields, stamps }: ChangedRow): boolean {
  const isShaped = typeof collection === "string" && typeof id === "string" && Number.isSafeInteger(seq);
  return isShaped && typeof fields === "object" && Object.values(stamps).every(isStamp);
}

export function isDigest(json: unknown): json is Digest {
  const digest = json as Partial<Digest> | null;
  return typeof digest?.epoch === "string" && typeof digest.hash === "string" && Number.isSafeInteger(digest.seq);
}

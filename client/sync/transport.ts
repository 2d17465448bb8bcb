// How a request travels: one fetch, and what can become of it. Knows HTTP; knows nothing of rows and marks.

import type { Answer, Digest, Failure, Reply, SyncRequest } from "./protocol.ts";
import { isAnswer, isDigest } from "./protocol.ts";

export interface Transport {
  /** `isLeaving`: the page is going away; the request should outlive it. */
  sync(request: SyncRequest, options: { readonly isLeaving: boolean }): Promise<Reply<Answer>>;
  digest(): Promise<Reply<Digest>>;
  /** Ends what is under way. */
  stop(): void;
}

export interface TransportOptions {
  /** Whose rows these are. The server refuses the request if the cookie meanwhile is somebody else's. */
  readonly account: string;
  readonly origin?: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

const TIMEOUT_MS = 30_000;
/** Below this, compressing costs more than it saves on any line. */
const GZIP_FROM_BYTES = 1_024;
/** Browsers drop what outlives its page above 64 KiB (Fetch, section 4.5); some room for the headers. */
const LEAVING_MAX_BYTES = 60_000;

export function createTransport({ account, origin = "", fetch: send = fetch, now = Date.now }: TransportOptions): Transport {
  const stopped = new AbortController();

  async function ask<T>(path: string, init: RequestInit, isExpected: (json: unknown) => json is T): Promise<Reply<T>> {
    const sentAt = now();
    const ended = new AbortController();
    const end = (): void => ended.abort();
    const timer = setTimeout(end, TIMEOUT_MS);
    stopped.signal.addEventListener("abort", end);
    try {
      const response = await send(origin + path, {
        ...init,
        headers: { ...init.headers, Accept: "application/json", "Rebound-Account": account },
        cache: "no-store",
        credentials: "same-origin",
        // A captive portal's redirect must not be followed to a page that says 200.
        redirect: "manual",
        signal: ended.signal,
      });
      const json = await jsonOf(response);
      if (!response.ok) return failureOf(response, json);
      return isExpected(json) ? { kind: "answer", answer: json, sentAt, receivedAt: now() } : captivePortal;
    } catch {
      return { kind: "unreachable", why: ended.signal.aborted ? "timeout" : "network" };
    } finally {
      clearTimeout(timer);
      stopped.signal.removeEventListener("abort", end);
    }
  }

  return {
    async sync(request, { isLeaving }) {
      const { body, encoding } = await packed(JSON.stringify(request));
      const headers = { "Content-Type": "application/json", ...(encoding && { "Content-Encoding": encoding }) };
      const keepalive = isLeaving && body.byteLength <= LEAVING_MAX_BYTES;
      return ask("/api/sync", { method: "POST", headers, body, keepalive }, isAnswer);
    },
    digest: () => ask("/api/sync/digest", {}, isDigest),
    stop: () => stopped.abort(),
  };
}

const captivePortal: Failure = { kind: "unreachable", why: "captive-portal" };

async function packed(text: string): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: "gzip" | null }> {
  const plain = new TextEncoder().encode(text);
  if (plain.byteLength < GZIP_FROM_BYTES || typeof CompressionStream === "undefined") return { body: plain, encoding: null };
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("gzip"));
  return { body: new Uint8Array(await new Response(stream).arrayBuffer()), encoding: "gzip" };
}

/** Undefined for what is not JSON. A body that was cut short is a network failure, whatever the status said. */
async function jsonOf(response: Response): Promise<unknown> {
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) return undefined;
  return response.json();
}

function failureOf(response: Response, json: unknown): Failure {
  const error = (json as { error?: { code?: unknown; path?: unknown } } | undefined)?.error;
  const retryAfterMs = retryAfter(response.headers.get("Retry-After"));
  if (response.status === 429 || response.status >= 500) return { kind: "busy", retryAfterMs };
  // A portal or a proxy also says 401 or 403, but not in our words.
  if (typeof error?.code !== "string") return captivePortal;
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 410 && error.code === "account_gone") return { kind: "gone" };
  if (response.status === 413) return { kind: "too-large" };
  if (response.status === 426) return { kind: "too-old" };
  if (response.status === 422) return { kind: "malformed", path: typeof error.path === "string" ? error.path : null };
  return { kind: "busy", retryAfterMs };
}

function retryAfter(header: string | null): number | null {
  const seconds = Number(header ?? "");
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

/**
 * One request to our own server and its JSON answer, for what is asked now and then (accounts, not sync). What goes
 * wrong is a ServerProblem in words: no network, something that is not our server, or what our server said.
 */

export type ServerProblemKind =
  /** No answer, or one that a hotel's sign-in page gave. */
  | "offline"
  /** The server understood and said no. */
  | "refused"
  /** The server is in trouble itself. */
  | "trouble";

/** Why there is no answer. The message is for a person. */
export class ServerProblem extends Error {
  readonly kind: ServerProblemKind;
  readonly status: number;
  /** The server's word for it, such as "unknown_passkey". */
  readonly code: string;

  constructor(kind: ServerProblemKind, message: string, { status = 0, code = "" } = {}) {
    super(message);
    this.name = "ServerProblem";
    this.kind = kind;
    this.status = status;
    this.code = code;
  }
}

const noNetwork = "The server cannot be reached just now. What you wrote is safe on this device; try again when there is a network.";
const inTrouble = "The server could not do this just now. What you wrote is safe on this device; try again in a moment.";

// Longer than a slow phone needs, shorter than anybody waits.
const PATIENCE_MS = 20_000;

export interface Demand {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
}

/** The JSON of a good answer; undefined where it has none. Throws ServerProblem. */
export async function ask<T>({ method, path, body }: Demand): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch {
    // fetch tells a cut cable, a refused connection and our own patience apart only by prose.
    throw new ServerProblem("offline", noNetwork);
  }
  if (response.status === 204) return undefined as T;
  const answer = parse(response, text);
  if (answer === undefined) {
    const kind = response.status >= 500 ? "trouble" : "offline";
    throw new ServerProblem(kind, kind === "trouble" ? inTrouble : noNetwork, { status: response.status });
  }
  if (!response.ok) throw refusal(response.status, answer);
  return answer as T;
}

/** A file of our server's, however long it takes. Throws ServerProblem. */
export async function askForFile(path: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", redirect: "error" });
    if (response.ok && response.headers.has("Content-Disposition")) return await response.blob();
  } catch {
    throw new ServerProblem("offline", noNetwork);
  }
  const answer = parse(response, await response.text().catch(() => ""));
  if (answer === undefined || response.ok) throw new ServerProblem("offline", noNetwork, { status: response.status });
  throw refusal(response.status, answer);
}

/** Undefined for what our server never says: not JSON at all. */
function parse(response: Response, text: string): unknown {
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, answer: unknown): ServerProblem {
  const error = (answer as { error?: { code?: unknown; message?: unknown } }).error;
  const kind = status >= 500 ? "trouble" : "refused";
  const message = typeof error?.message === "string" ? error.message : inTrouble;
  return new ServerProblem(kind, message, { status, code: typeof error?.code === "string" ? error.code : "" });
}

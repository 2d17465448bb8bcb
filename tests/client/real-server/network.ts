// The line between a device and the server, and all that can happen on it.

export type Fault =
  /** Never arrives. */
  | "lost"
  /** Arrives and is committed; the answer does not come back. */
  | "answer lost"
  /** Arrives twice. */
  | "doubled"
  /** Is given up by the device, and arrives when `deliverLate` is called. */
  | "late"
  /** The answer ends in the middle. */
  | "cut"
  /** A captive portal answers, with 200. */
  | "portal"
  /** Nothing goes through. */
  | "down";

/** Also while a test has put a network in its place. */
const real = globalThis.fetch;

interface Parcel {
  readonly url: string;
  readonly init: RequestInit;
}

/** Answers itself, or says nothing and lets the request through. */
type Interference = (parcel: Parcel) => Promise<Response | undefined> | Response | undefined;

export class Network {
  readonly #server: string;
  #cookie: string;
  readonly #faults: (Fault | Interference)[] = [];
  readonly #late: Parcel[] = [];
  isDown = false;
  /** Every request that reached the server. */
  requests = 0;

  constructor(server: string, cookie: string) {
    this.#server = server;
    this.#cookie = cookie;
  }

  set cookie(cookie: string) {
    this.#cookie = cookie;
  }

  /** What happens to the next requests, in turn. */
  next(...faults: readonly (Fault | Interference)[]): void {
    this.#faults.push(...faults);
  }

  get lateCount(): number {
    return this.#late.length;
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const parcel: Parcel = { url: String(input), init };
    const fault = this.isDown ? "down" : this.#faults.shift();
    if (typeof fault === "function") return (await fault(parcel)) ?? this.deliver(parcel);
    return this.#meet(fault, parcel);
  };

  async deliverLate(): Promise<void> {
    for (const parcel of this.#late.splice(0)) await this.deliver(parcel).then((response) => response.text());
  }

  async #meet(fault: Fault | undefined, parcel: Parcel): Promise<Response> {
    if (fault === "lost" || fault === "down") throw new TypeError("network down");
    if (fault === "portal") return new Response("<html>Please log in</html>", { headers: { "Content-Type": "text/html" } });
    if (fault === "late") {
      this.#late.push(parcel);
      throw new TypeError("gave up");
    }
    if (fault === "doubled") await (await this.deliver(parcel)).text();
    const response = await this.deliver(parcel);
    if (fault === "answer lost") {
      await response.text();
      throw new TypeError("connection reset");
    }
    if (fault === "cut") {
      const text = await response.text();
      return new Response(text.slice(0, Math.floor(text.length / 2)), response);
    }
    return response;
  }

  /** The server has answered, and the answer is on its way back while `work` happens. */
  whileAnswering(work: () => Promise<unknown>): void {
    this.next(async (parcel) => {
      const response = await this.deliver(parcel);
      await work();
      return response;
    });
  }

  deliver({ url, init }: Parcel): Promise<Response> {
    this.requests += 1;
    const headers = { ...(init.headers as Record<string, string>), Cookie: this.#cookie, Origin: this.#server };
    // The signal belongs to a page that may be gone; what left is on its way.
    return real(this.#server + url, { ...init, headers, signal: AbortSignal.timeout(20_000) });
  }
}

// A real server for one test file: Python, SQLite, gunicorn. See serve.py for what it can be told.

import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface Account {
  readonly id: string;
  readonly cookie: string;
}

export class RealServer {
  readonly url: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #complaints: readonly string[];
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    process: ChildProcessWithoutNullStreams,
    lines: AsyncIterator<string>,
    complaints: readonly string[],
    url: string,
  ) {
    this.#process = process;
    this.#lines = lines;
    this.#complaints = complaints;
    this.url = url;
  }

  static async start({ workers = 1 }: { readonly workers?: number } = {}): Promise<RealServer> {
    const python = process.env.PYTHON ?? (existsSync(`${root}.venv/bin/python`) ? `${root}.venv/bin/python` : "python3");
    const env = { ...process.env, PYTHONPATH: root, WORKERS: String(workers) };
    const child = spawn(python, ["tests/client/real-server/serve.py"], { cwd: root, env });
    const complaints: string[] = [];
    child.stderr.on("data", (text: Buffer) => complaints.push(text.toString()));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done) throw new Error(`the server did not start:\n${complaints.join("")}`);
    return new RealServer(child, lines, complaints, (JSON.parse(first.value) as { url: string }).url);
  }

  account(): Promise<Account> {
    return this.tell<Account>({ do: "account" });
  }

  tell<T = object>(command: { readonly do: string } & Record<string, unknown>): Promise<T> {
    const told = this.#last.then(async () => {
      this.#process.stdin.write(`${JSON.stringify(command)}\n`);
      const line = await this.#lines.next();
      if (line.done) throw new Error(`the server's stage ended at ${JSON.stringify(command)}\n${this.#complaints.join("")}`);
      return JSON.parse(line.value) as T;
    });
    this.#last = told.catch(() => undefined);
    return told;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.stdin.end();
    await ended;
  }
}

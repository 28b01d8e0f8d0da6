import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort, LOOPBACK } from "@/supabase/local/ports";
import type { Login } from "./fixtures";

const run = promisify(execFile);

/** What `npm start` prints when it is ready. */
export type Started = {
  address: string;
  logins: (Login & { description: string })[];
  /** From the command to the printed address, ms. */
  took: number;
};

export type Clone = {
  dir: string;
  ports: { app: number; api: number };
  /** `npm start` as the README says it; resolves when it prints that it is ready. */
  start(): Promise<Started>;
  /** As Ctrl-C in its terminal; resolves when it has ended. */
  interrupt(): Promise<void>;
  /** `kill -9` of the start process itself. */
  kill(): Promise<void>;
  /** Process ids below the start process whose command line holds a text. */
  descendants(text: string): Promise<number[]>;
  remove(): Promise<void>;
};

/** Clones what is committed here into a directory of its own. */
export async function cloneCheckout(): Promise<Clone> {
  const dir = await mkdtemp(join(tmpdir(), "spur-clone-"));
  await run("git", ["clone", "--quiet", "--no-hardlinks", process.cwd(), dir]).catch(
    async (error: unknown) => {
      await rm(dir, { recursive: true, force: true });
      throw error;
    },
  );
  const ports = { app: await freePort(), api: await freeStackPort() };
  let child: ChildProcess | null = null;

  async function start(): Promise<Started> {
    const begun = Date.now();
    const started = spawn("npm", ["start"], {
      cwd: dir,
      env: freshEnvironment({ PORT: String(ports.app), SPUR_API_PORT: String(ports.api) }),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    child = started;
    const output = await untilReady(started);
    return { ...readAnnouncement(output), took: Date.now() - begun };
  }

  async function signal(name: "SIGINT" | "SIGKILL", pids: number[]): Promise<void> {
    const ending = child && ended(child);
    for (const pid of pids) process.kill(pid, name);
    await ending;
  }

  async function descendants(text: string): Promise<number[]> {
    const root = child?.pid;
    if (root === undefined) return [];
    const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,args="]);
    const processes = stdout.split("\n").map((line) => {
      const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), parent: Number(parent), args };
    });
    const below = new Set([root]);
    // Parents may stand after their children in the list.
    for (let size = 0; size !== below.size; ) {
      size = below.size;
      for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
    }
    return processes
      .filter(({ pid, args }) => below.has(pid) && args.includes(text))
      .map(({ pid }) => pid);
  }

  return {
    dir,
    ports,
    start,
    descendants,
    // A terminal sends Ctrl-C to npm and to what it runs alike.
    interrupt: () => signal("SIGINT", child?.pid === undefined ? [] : [-child.pid]),
    kill: async () => signal("SIGKILL", await descendants("scripts/start.mjs")),
    async remove() {
      if (child && child.exitCode === null && child.signalCode === null) {
        await signal("SIGINT", child.pid === undefined ? [] : [-child.pid]);
      }
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until nobody listens at a port any more. */
export async function untilFree(port: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://${LOOPBACK}:${port}`).catch(() => null);
    if (answer === null) return;
    await delay(100);
  }
  throw new Error(`Something still listens at port ${port}.`);
}

/** The stack takes this port, the next one, and the third and fourth after it. */
async function freeStackPort(): Promise<number> {
  for (let attempt = 1; attempt <= 50; attempt++) {
    const first = await freePort();
    const taken = await Promise.all([0, 1, 3, 4].map((step) => isTaken(first + step)));
    if (!taken.includes(true)) return first;
  }
  throw new Error("No free ports in a row.");
}

async function isTaken(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(true));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(false)));
  });
}

/** Without what this test run and the npm around it have set: as in a new terminal. */
function freshEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  const cleared = Object.keys(process.env).filter((name) => ours.test(name));
  // A variable that is undefined is not passed on.
  return {
    ...process.env,
    ...Object.fromEntries(cleared.map((name) => [name, undefined])),
    ...more,
  };
}

const ours =
  /^(npm_(lifecycle|package|command)_|INIT_CWD$|NODE_(ENV|OPTIONS)$|NEXT_|SPUR_|TEST_|FORCE_COLOR$|HOST$)/;

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops everything.")) resolve(output);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
}

function readAnnouncement(output: string): Omit<Started, "took"> {
  const address = /Spur is ready: (\S+)/.exec(output)?.[1];
  if (!address) throw new Error(`No address was printed:\n${output}`);
  const lines = output.matchAll(/^\s+(\S+@\S+)\s+(\S+)\s+(.*)$/gm);
  const logins = [...lines].map(([, email = "", password = "", description = ""]) => ({
    email,
    password,
    description,
  }));
  return { address, logins };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

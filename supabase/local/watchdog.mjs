/**
 * Outlives a supervisor that was killed with SIGKILL, and stops what it left running.
 * The supervisor writes one command a line; the pipe closes when it dies, however it dies.
 *   watch <pid> <signal>   stop this process with this signal
 *   forget <pid>           it ended by itself
 *   remove <path>          delete this directory when all have ended
 */
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";

const watched = new Map();
const removed = [];

for await (const line of createInterface({ input: process.stdin })) {
  const [, verb, subject, signal] = /^(\S+) (.+?)(?: (SIG[A-Z0-9]+))?$/.exec(line) ?? [];
  if (verb === "watch") watched.set(Number(subject), signal);
  if (verb === "forget") watched.delete(Number(subject));
  if (verb === "remove") removed.push(subject);
}

for (const [pid, signal] of watched) send(pid, signal);
const deadline = Date.now() + 10_000;
while (Date.now() < deadline && [...watched.keys()].some((pid) => send(pid, 0))) await delay(50);
for (const pid of watched.keys()) send(pid, "SIGKILL");
for (const path of removed) await rm(path, { recursive: true, force: true, maxRetries: 5 });

function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    // Already gone.
    return false;
  }
}

import type { TestProject } from "vitest/node";
import type { Stack } from "../local/stack";
import { startEphemeralStack } from "../local/testing";
import type { TestStack } from "./stack";

interface Shared {
  stack: Promise<Stack>;
  users: number;
}

// Vitest loads this file once for each project that names it; the process is what they share.
const holder: typeof globalThis & { spurTestStack?: Shared | undefined } = globalThis;

/** Starts the one stack of this run with its first user, and stops it with its last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.spurTestStack ??= { stack: startEphemeralStack(), users: 0 };
  const shared = holder.spurTestStack;
  shared.users++;
  const { url, publishableKey, secretKey, jwtSecret, databaseUrl, mailboxUrl } = await shared.stack;
  const stack: TestStack = { url, publishableKey, secretKey, jwtSecret, databaseUrl, mailboxUrl };
  project.provide("stack", stack);
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    holder.spurTestStack = undefined;
    await (await shared.stack).stop();
  };
}

import { inject } from "vitest";

/** Where the stack of this test run is; started by global-setup.ts. */
export interface TestStack {
  url: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  databaseUrl: string;
  mailboxUrl: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    stack: TestStack;
  }
}

/** The stack that all tests of this run share: make a workspace of your own, truncate nothing. */
export function testStack(): TestStack {
  return inject("stack");
}

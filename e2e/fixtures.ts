import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { type SeededWorkspace, seedWorkspace, type WorkspaceSeed } from "@/seeds/factories";
import { type Database, openDatabase } from "./database";
import { type Environment, sharedEnvironment, startEnvironment } from "./environment";
import { type Mailbox, openMailbox } from "./mailbox";

export { expect };

export type Login = { email: string; password: string };

type Api = { kill(): Promise<void>; restart(): Promise<void> };

type TestFixtures = {
  /** What the workspace of the test is made of; `test.use` changes it. */
  workspaceSeed: WorkspaceSeed;
  workspace: SeededWorkspace;
  mailbox: Mailbox;
  /** A browser of its own with nobody signed in. */
  newBrowser(options?: BrowserContextOptions): Promise<Page>;
  /** A browser of its own whose user is signed in and stands at the board. */
  signIn(login: Login, options?: BrowserContextOptions): Promise<Page>;
};

type WorkerFixtures = {
  /** For tests that break the stack: one of their own, so that nobody else notices. */
  ownStack: boolean;
  environment: Environment;
  database: Database;
  /** Takes the API server down and brings it back. */
  api: Api;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  ownStack: [false, { scope: "worker", option: true }],
  environment: [
    async ({ ownStack }, use) => {
      if (!ownStack) return await use(sharedEnvironment());
      const { environment, stop } = await startEnvironment();
      await use(environment);
      await stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  database: [
    async ({ environment }, use) => {
      const database = openDatabase(environment.databaseUrl);
      await use(database);
      await database.close();
    },
    { scope: "worker" },
  ],
  api: [
    async ({ environment: { controlUrl } }, use) => {
      await use({
        kill: () => command(`${controlUrl}/kill`),
        restart: () => command(`${controlUrl}/restart`),
      });
    },
    { scope: "worker" },
  ],

  workspaceSeed: [{}, { option: true }],
  workspace: async ({ environment, workspaceSeed }, use) => {
    await use(await seedWorkspace(environment.databaseUrl, workspaceSeed));
  },
  mailbox: async ({ environment }, use) => use(openMailbox(environment.mailboxUrl)),
  baseURL: async ({ environment }, use) => use(environment.appUrl),
  newBrowser: async ({ browser, baseURL }, use) => {
    const opened = openContexts(browser, baseURL);
    await use(opened.open);
    await opened.closeAll();
  },
  signIn: async ({ newBrowser, environment }, use) => {
    await use(async ({ email, password }, options) => {
      const page = await newBrowser(options);
      // As the sign-in page does, whose own tests fill it in.
      const answer = await page.request.post("/api/trpc/session.signIn", {
        headers: { origin: environment.appUrl },
        data: { email, password },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      await page.goto("/");
      await page.waitForURL("**/board");
      return page;
    });
  },
});

function openContexts(browser: Browser, baseURL: string | undefined) {
  const closes: (() => Promise<void>)[] = [];
  return {
    async open(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ ...(baseURL && { baseURL }), ...options });
      closes.push(() => context.close());
      return await context.newPage();
    },
    async closeAll(): Promise<void> {
      await Promise.all(closes.map((close) => close()));
    },
  };
}

async function command(url: string): Promise<void> {
  const response = await fetch(url, { method: "POST" });
  if (!response.ok) throw new Error(await response.text());
}

import { type Browser, expect, type Page, test } from "@playwright/test";
import { samplePipeline } from "@/seeds/sample-csv";
import { type Clone, cloneCheckout, type Started, untilFree } from "./clone";
import { boardIsLive, boardOnScreen, card, carryByKeys, moveByMenu } from "./pages/board";
import { takeOver, uploadFile } from "./pages/import";
import { logCall, openPanel } from "./pages/panel";
import { enterPassword } from "./pages/sign-in";

test.describe.configure({ mode: "serial" });

/** The workspace of the demo. */
const slug = "fadenlauf";

let clone: Clone;
let started: Started;

test.beforeAll(async () => {
  clone = await cloneCheckout();
});

test.afterAll(async () => {
  await clone?.remove();
});

test("npm start in a fresh clone prints an address and logins", async () => {
  started = await clone.start();
  report("first start", started.took);
  expect(started.address).toBe(`http://localhost:${clone.ports.app}`);
  expect(started.logins.length).toBeGreaterThan(3);
});

test("two reps work together there, through an API that dies under their moves", async ({
  browser,
}) => {
  const [one, two] = await openBoards(browser);
  await uploadFile(one, slug, { name: "pipeline.csv", buffer: samplePipeline() });
  await takeOver(one, 8);
  await one.getByRole("link", { name: "Zum Board" }).click();
  await boardIsLive(one);
  for (const page of [one, two]) {
    await page.getByRole("region", { name: "Verhandlung" }).waitFor();
  }
  // Both of team Nord; a card that both have seen from the start.
  const name = "1.000 T-Shirts mit Aufdruck";
  await moveByMenu(one, name, "Verhandlung");
  await expect(
    two.getByRole("region", { name: "Verhandlung" }).getByText(name, { exact: true }),
  ).toBeVisible();
  const [mine, theirs] = [await openPanel(one, name), await openPanel(two, name)];
  await logCall(mine, "Preis bestätigt", "Frau Musterfrau nimmt das Angebot an.");
  await expect(theirs.getByText("Preis bestätigt")).toBeVisible();
  for (const page of [one, two]) await page.keyboard.press("Escape");

  const [postgrest] = await clone.descendants("postgrest");
  expect(postgrest).toBeDefined();
  process.kill(postgrest ?? 0, "SIGKILL");
  await Promise.all([
    carryByKeys(one, name, ["ArrowLeft"]),
    carryByKeys(two, "Winterjacken Fahrpersonal", ["ArrowRight"]),
  ]);
  await expectSameBoards(one, two);
  await expect(
    two.getByRole("region", { name: "Angebot" }).getByText(name, { exact: true }),
  ).toBeVisible();
  await expect(
    one.getByRole("region", { name: "Verhandlung" }).getByText("Winterjacken Fahrpersonal"),
  ).toBeVisible();
  expect(await clone.descendants("postgrest")).not.toContain(postgrest);
});

test("Ctrl-C ends everything, and the next start is quick and has the data", async ({
  browser,
}) => {
  await clone.interrupt();
  for (const port of portsOf(clone)) await untilFree(port);
  started = await clone.start();
  report("second start", started.took);
  const [one, two] = await openBoards(browser);
  await expect(card(one, "Nachbestellung 250 T-Shirts")).toBeAttached();
  await expectSameBoards(one, two);
});

test("a start after kill -9 mends what was left behind", async ({ browser }) => {
  await clone.kill();
  started = await clone.start();
  report("start after kill -9", started.took);
  const [one, two] = await openBoards(browser);
  await expect(card(one, "Nachbestellung 250 T-Shirts")).toBeAttached();
  await expectSameBoards(one, two);
  await clone.interrupt();
  for (const port of portsOf(clone)) await untilFree(port);
});

/** The live boards of the first two reps that were printed. */
async function openBoards(browser: Browser): Promise<[Page, Page]> {
  const [one, two] = started.logins.filter(({ description }) => description.startsWith("Rep"));
  if (!one || !two) throw new Error("Two reps were promised.");
  const open = async (login: typeof one) => {
    const context = await browser.newContext({ baseURL: started.address });
    const page = await context.newPage();
    await page.goto("/");
    await enterPassword(page, login);
    await page.waitForURL(`**/${slug}/board`);
    await boardIsLive(page);
    return page;
  };
  return await Promise.all([open(one), open(two)]);
}

/** Both are of one team and see the same; nothing of it is private to one of them alone. */
async function expectSameBoards(one: Page, two: Page): Promise<void> {
  await Promise.all([boardIsLive(one), boardIsLive(two)]);
  await expect(async () => {
    expect(await boardOnScreen(two)).toEqual(await boardOnScreen(one));
  }).toPass({ timeout: 60_000, intervals: [250, 500, 1000] });
}

function portsOf({ ports: { app, api } }: Clone): number[] {
  return [app, api, api + 1, api + 3, api + 4];
}

function report(what: string, took: number): void {
  test.info().annotations.push({ type: what, description: `${Math.round(took / 1000)} s` });
  console.log(`${what}: ${Math.round(took / 1000)} s`);
}

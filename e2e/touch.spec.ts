import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { boardIsLive, card, column, nextFrames } from "./pages/board";
import { panelOf } from "./pages/panel";
import { awake } from "./pages/sign-in";
import { smallTargets } from "./pages/targets";
import { twoReps } from "./pages/two-boards";

// Tall columns, so that there is something to scroll.
test.use({ workspaceSeed: { reps: 2, opportunities: 40 } });

const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("a swipe scrolls a column and moves no card", async ({ workspace, signIn }) => {
  const page = await signIn(twoReps(workspace)[0], {
    ...tablet,
    viewport: { width: 768, height: 600 },
  });
  await boardIsLive(page);
  const list = column(page, "Erstkontakt").locator("[data-column]");
  const finger = await touch(page);
  const from = await middleOf(page, "Rahmenvertrag 9");
  await finger.down(from);
  for (let step = 1; step <= 10; step++) await finger.move({ x: from.x, y: from.y - step * 20 });
  await finger.up();
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBeGreaterThan(50);
  await expect(page.locator("[data-lifting]")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a long press lifts a card and carries it to another stage", async ({
  workspace,
  signIn,
  database,
}) => {
  const page = await signIn(twoReps(workspace)[0], tablet);
  await boardIsLive(page);
  const finger = await touch(page);
  const from = await middleOf(page, "Rahmenvertrag 1");
  await finger.down(from);
  await page.locator("[data-lifting=pointer]").waitFor();
  const target = await middleOf(page, "Rahmenvertrag 2");
  for (let step = 1; step <= 10; step++) {
    await finger.move({
      x: from.x + ((target.x - from.x) * step) / 10,
      y: from.y + ((target.y - from.y) * step) / 10,
    });
    await nextFrames(page);
  }
  await finger.up();
  await expect(
    column(page, "Bedarf geklärt").getByText("Rahmenvertrag 1", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect
    .poll(async () => {
      const [row] = await database.rows<{ stage_id: string }>(
        "select stage_id from public.opportunities where id = $1",
        [workspace.opportunityIds[0]],
      );
      return row?.stage_id;
    })
    .toBe(workspace.stages[1]?.id);
});

test("a tap opens the panel, and the card's menu moves without dragging", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0], tablet);
  await boardIsLive(page);
  await card(page, "Rahmenvertrag 1")
    .getByRole("button", { name: /Aktionen für/ })
    .tap();
  await page.getByRole("menuitemradio", { name: "Angebot", exact: true }).tap();
  await expect(card(page, "Rahmenvertrag 1")).toBeAttached();
  await expect(
    column(page, "Angebot").getByText("Rahmenvertrag 1", { exact: true }),
  ).toBeAttached();
  await card(page, "Rahmenvertrag 2").getByRole("link").tap();
  await expect(page.locator("[data-panel]")).toBeVisible();
  await page.locator("[data-panel]").getByRole("button", { name: "Schließen" }).tap();
  await expect(page.locator("[data-panel]")).toHaveCount(0);
});

test("on a phone one column fills the screen, and a swipe snaps to the next", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0], phone);
  await boardIsLive(page);
  const wide = () =>
    page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
  await expectInTheMiddle(page, "Erstkontakt");

  const finger = await touch(page);
  await swipe(page, finger, -240);
  await expectInTheMiddle(page, "Bedarf geklärt");
  await swipe(page, finger, -240);
  await expectInTheMiddle(page, "Angebot");
  await swipe(page, finger, 240);
  await expectInTheMiddle(page, "Bedarf geklärt");
  // Too short to mean it: it comes back.
  await swipe(page, finger, -60);
  await expectInTheMiddle(page, "Bedarf geklärt");
  await expect(page.locator("[data-lifting]")).toHaveCount(0);
  expect(await wide()).toBeLessThanOrEqual(0);
});

test("on a phone the list and the forecast fit, and a tap opens a row", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0], phone);
  for (const view of ["list", "forecast"]) {
    await page.goto(`/${workspace.slug}/board?view=${view}`);
    const row = page.locator("a[data-row]").first();
    await awake(row);
    const overflow = await page.evaluate(
      () => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth,
    );
    expect(overflow, view).toBeLessThanOrEqual(0);
    // Sizes follow the pointer, which a page knows a moment after it is drawn.
    await expect.poll(() => smallTargets(page), view).toEqual([]);
    await row.tap();
    await expect(panelOf(page)).toBeVisible();
    await panelOf(page).getByRole("button", { name: "Schließen" }).tap();
    await expect(panelOf(page)).toHaveCount(0);
  }
});

/** The column rests in the middle of the screen and takes nearly all of it. */
async function expectInTheMiddle(page: Page, stage: string): Promise<void> {
  const { width } = phone.viewport;
  await expect
    .poll(async () => {
      const box = await column(page, stage).boundingBox();
      return box && Math.round(Math.abs(box.x + box.width / 2 - width / 2));
    })
    .toBeLessThanOrEqual(1);
  const box = await column(page, stage).boundingBox();
  expect(box?.width ?? 0).toBeGreaterThan(width * 0.85);
}

/** A quick stroke sideways over the middle of the board. */
async function swipe(page: Page, finger: Finger, by: number): Promise<void> {
  const from = { x: phone.viewport.width / 2 - by / 2, y: phone.viewport.height / 2 };
  await finger.down(from);
  for (let step = 1; step <= 8; step++) {
    await finger.move({ x: from.x + (by * step) / 8, y: from.y });
    await nextFrames(page);
  }
  await finger.up();
}

type Finger = Awaited<ReturnType<typeof touch>>;

type Point = { x: number; y: number };

/** One finger; only the debugging protocol sends touches that also scroll. */
async function touch(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (point: Point) => send("touchStart", [point]),
    move: (point: Point) => send("touchMove", [point]),
    up: () => send("touchEnd", []),
  };
}

async function middleOf(page: Page, name: string): Promise<Point> {
  const box = await card(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

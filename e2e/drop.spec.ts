import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { boardIsLive, card, carryByKeys, column, dragCard, nextFrames } from "./pages/board";
import { twoReps } from "./pages/two-boards";

type Point = { x: number; y: number };

test.use({ workspaceSeed: { reps: 2, opportunities: 8 } });

test("a card lands where the mouse let go, however quick the last stretch was", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  const from = await card(page, "Rahmenvertrag 1").boundingBox();
  const to = await card(page, "Rahmenvertrag 4").boundingBox();
  if (!from || !to) throw new Error("The cards are on the screen.");
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + 40, { steps: 3 });
  await nextFrames(page);
  // No move comes before the release: the hand was faster than the events.
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchMouseEvent", {
    type: "mouseReleased",
    x: to.x + 60,
    y: to.y + 30,
    button: "left",
    clickCount: 1,
  });
  await expect(
    column(page, "Verhandlung").getByText("Rahmenvertrag 1", { exact: true }),
  ).toBeVisible();
});

test("a card that is flicked within one frame takes the place that it covers", async ({
  workspace,
  signIn,
  database,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  const [hand, upper, lower] = await Promise.all(
    ["Rahmenvertrag 1", "Rahmenvertrag 4", "Rahmenvertrag 8"].map((name) =>
      card(page, name).boundingBox(),
    ),
  );
  if (!hand || !upper || !lower) throw new Error("The cards are on the screen.");
  const stride = lower.y - upper.y;
  // From the place above the lower card over more than its half.
  await flick(page, { x: hand.x + 60, y: hand.y + 20 }, [
    { x: upper.x + 60, y: upper.y + 20 },
    { x: lower.x + 60, y: lower.y + 20 + 0.7 * stride },
  ]);
  await expect
    .poll(() =>
      database.rows(
        `select o.name from public.opportunities o join public.stages s on s.id = o.stage_id
         where s.name = 'Verhandlung' and o.workspace_id = $1 order by o.rank`,
        [workspace.id],
      ),
    )
    .toEqual([4, 8, 1].map((n) => ({ name: `Rahmenvertrag ${n}` })));
});

/** Presses, moves and lets go without waiting for a frame in between. */
async function flick(page: Page, from: Point, way: readonly Point[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Point) =>
    session.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
  const last = way.at(-1) ?? from;
  await page.mouse.move(from.x, from.y);
  await Promise.all([
    send("mousePressed", from),
    ...way.map((point) => send("mouseMoved", point)),
    send("mouseReleased", last),
  ]);
}

test("a card that is dropped almost at its place moves there itself, and flies from farther away", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  await page.evaluate(() => {
    const ways: string[] = [];
    new MutationObserver(() => {
      for (const [way, selector] of [
        ["flies", "[data-flight]"],
        ["settles", '[data-column] li[style*="z-index: 1"]'],
      ] as const) {
        if (document.querySelector(selector) && ways.at(-1) !== way) ways.push(way);
      }
      document.documentElement.dataset.ways = ways.join();
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["style"] });
  });
  const ways = page.locator("html[data-ways]");
  // Until the code of the ways is there, a card stands at its place at once.
  await expect(async () => {
    await dragCard(page, "Rahmenvertrag 1", { stage: "Verhandlung", place: 0 });
    await dragCard(page, "Rahmenvertrag 1", { stage: "Angebot", place: 0 });
    await expect(ways).toHaveAttribute("data-ways", "settles", { timeout: 500 });
  }).toPass();
  const box = await card(page, "Rahmenvertrag 1").boundingBox();
  const list = await column(page, "Verhandlung").locator("[data-column]").boundingBox();
  if (!box || !list) throw new Error("They are on the screen.");
  await page.mouse.move(box.x + 60, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 36, { steps: 3 });
  // In the column still, with most of the card beside it.
  await page.mouse.move(list.x + list.width - 4, list.y + 38, { steps: 8 });
  await nextFrames(page);
  await page.mouse.up();
  await expect(ways).toHaveAttribute("data-ways", "settles,flies");
});

test("a card has the focus again where it was dropped, and the keys go on from there", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  await dragCard(page, "Rahmenvertrag 1", { stage: "Verhandlung", place: 0 });
  const link = column(page, "Verhandlung").getByRole("article").first().getByRole("link");
  await expect(link).toContainText("Rahmenvertrag 1");
  await expect(link).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(
    column(page, "Verhandlung").getByRole("article").nth(1).getByRole("link"),
  ).toBeFocused();
});

test("a card whose moves are refused goes back, and one message says why", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  // From now on they may only look; their page does not know.
  await database.rows("update public.members set access_role = 'marketing' where id = $1", [
    rep.id,
  ]);
  const refusal = page
    .getByRole("alert")
    .filter({ hasText: "Rahmenvertrag 1 wurde nicht verschoben" });
  for (let turn = 1; turn <= 2; turn++) {
    await carryByKeys(page, "Rahmenvertrag 1", ["ArrowRight"]);
    await expect(refusal.first()).toBeVisible();
    await expect(
      column(page, "Erstkontakt").getByText("Rahmenvertrag 1", { exact: true }),
    ).toBeVisible();
  }
  await expect(refusal).toHaveCount(1);
  await expect(page.getByText("Rahmenvertrag 1 ist jetzt in")).toHaveCount(0);
});

test("while a card is carried the cursor says so, and the wheel scrolls what lies below", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  // Few cards, so a low window: their column must have something to scroll.
  await page.setViewportSize({ width: 1440, height: 300 });
  await boardIsLive(page);
  const list = column(page, "Erstkontakt").locator("[data-column]");
  const from = await card(page, "Rahmenvertrag 1").boundingBox();
  const box = await list.boundingBox();
  if (!from || !box) throw new Error("The card is on the screen.");
  // In the middle, where no edge scrolls by itself.
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const cursor = () =>
    page.evaluate(({ x, y }) => {
      const below = document.elementFromPoint(x, y);
      return below && getComputedStyle(below).cursor;
    }, middle);
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(middle.x, middle.y, { steps: 3 });
  await expect.poll(cursor).toBe("grabbing");
  await page.mouse.wheel(0, 50);
  await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect.poll(cursor).not.toBe("grabbing");
  await page.mouse.up();
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { boardIsLive, card, column, nextFrames } from "./pages/board";
import { awake } from "./pages/sign-in";

test.use({ workspaceSeed: { reps: 1, opportunities: 8 } });

/** Carries a card onto the zone of a stage, which appears while it is in hand. */
async function dragToZone(page: Page, name: string, zone: string): Promise<void> {
  const link = card(page, name).getByRole("link");
  await awake(link);
  const box = await link.boundingBox();
  if (!box) throw new Error("The card is not on the screen.");
  await page.mouse.move(box.x + 40, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 30, { steps: 3 });
  const target = page.locator("[data-zone]").filter({ hasText: zone });
  const to = await target.boundingBox();
  if (!to) throw new Error("There is no such zone.");
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await nextFrames(page);
  await page.mouse.up();
}

test.describe("A card in hand", () => {
  test("is lost on the zone at the foot of the board, with its reason, and taken back by keys", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await boardIsLive(page);
    await expect(page.locator("[data-zone]")).toHaveCount(0);
    await dragToZone(page, "Rahmenvertrag 1", "Verloren");
    await expect(page.locator("[data-zone]")).toHaveCount(0);
    const dialog = page.getByRole("dialog", { name: "Warum ging Rahmenvertrag 1 verloren?" });
    await dialog.getByRole("textbox", { name: "Grund" }).fill("Zu späte Lieferung");
    await dialog.getByRole("button", { name: "Grund speichern" }).click();
    const row = async () => {
      const [found] = await database.rows<{ stage: string; reason: string | null }>(
        `select s.name as stage, o.lost_reason as reason from public.opportunities o
         join public.stages s on s.id = o.stage_id where o.name = $1 and o.workspace_id = $2`,
        ["Rahmenvertrag 1", workspace.id],
      );
      return found;
    };
    await expect.poll(row).toEqual({ stage: "Verloren", reason: "Zu späte Lieferung" });
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect.poll(row).toEqual({ stage: "Erstkontakt", reason: null });
  });

  test("is won without a question", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await boardIsLive(page);
    await dragToZone(page, "Rahmenvertrag 2", "Gewonnen");
    await expect(
      column(page, "Gewonnen").getByText("Rahmenvertrag 2", { exact: true }),
    ).toBeAttached();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test.describe("Several cards", () => {
  test("are selected by click and by key, moved in one write, and taken back together", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await boardIsLive(page);
    const first = card(page, "Rahmenvertrag 1").getByRole("link");
    await awake(first);
    await first.click({ modifiers: ["ControlOrMeta"] });
    await card(page, "Rahmenvertrag 5").getByRole("link").focus();
    await page.keyboard.press("x");
    const bar = page.getByRole("region", { name: "Auswahl" });
    await expect(bar.getByText("2 ausgewählt")).toBeVisible();

    const writes = page.waitForRequest((request) => request.url().includes("opportunity.moveMany"));
    await bar.getByRole("button", { name: "Verschieben nach" }).click();
    await page.getByRole("menuitemradio", { name: "Angebot", exact: true }).click();
    await writes;
    const inOffer = async () => {
      const rows = await database.rows<{ name: string }>(
        `select o.name from public.opportunities o join public.stages s on s.id = o.stage_id
         where s.name = 'Angebot' and o.workspace_id = $1 order by o.rank limit 2`,
        [workspace.id],
      );
      return rows.map(({ name }) => name);
    };
    await expect
      .poll(async () => (await inOffer()).sort())
      .toEqual(["Rahmenvertrag 1", "Rahmenvertrag 5"]);
    await expect(bar).toHaveCount(0);
    for (const name of ["Rahmenvertrag 1", "Rahmenvertrag 5"]) {
      await expect(column(page, "Angebot").getByText(name, { exact: true })).toBeVisible();
    }
    await page.keyboard.press("Control+z");
    await expect.poll(inOffer).not.toContain("Rahmenvertrag 1");
    await expect.poll(inOffer).not.toContain("Rahmenvertrag 5");
  });
});

test("all keys are listed behind the question mark", async ({ workspace, signIn }) => {
  const page = await signIn(workspace.admin);
  await boardIsLive(page);
  await awake(card(page, "Rahmenvertrag 1").getByRole("link"));
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Tastenkürzel" });
  for (const name of ["Letzte Änderung zurücknehmen", "Tragen", "Zur Karte darunter"]) {
    await expect(dialog.getByText(name)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

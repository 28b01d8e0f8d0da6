import { expect, test } from "./fixtures";
import { boardIsLive, card, column, dragCard, moveByMenu } from "./pages/board";

test.use({ workspaceSeed: { reps: 1, opportunities: 8 } });

test("columns are folded, ordered and made compact on this device, and stay so", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(workspace.admin);
  await boardIsLive(page);
  const names = () => page.locator("section[data-stage] h2").allTextContents();
  const before = await names();

  await page.getByRole("button", { name: "Spalte Angebot" }).click();
  await page.getByRole("menuitem", { name: "Nach links" }).click();
  await expect.poll(names).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  await page.getByRole("button", { name: "Spalte Verhandlung" }).click();
  await page.getByRole("menuitem", { name: "Einklappen" }).click();
  const rail = page.getByRole("button", { name: "Verhandlung ausklappen" });
  await expect(rail).toBeVisible();
  const height = (await card(page, "Rahmenvertrag 1").boundingBox())?.height ?? 0;
  await page.getByRole("button", { name: /Spalten nach/ }).click();
  await page.getByRole("menuitemradio", { name: "Kompakt" }).click();
  await expect
    .poll(async () => (await card(page, "Rahmenvertrag 1").boundingBox())?.height ?? height)
    .toBeLessThan(height);

  // The server draws it so at once: before anything of the page runs.
  const html = await (await page.request.get(page.url())).text();
  expect(html).toContain("Verhandlung ausklappen");
  await page.reload();
  await boardIsLive(page);
  await expect(rail).toBeVisible();
  await rail.click();
  await expect(column(page, "Verhandlung").getByRole("heading")).toBeVisible();
});

test("a card can be dropped on a folded column", async ({ workspace, signIn, database }) => {
  const page = await signIn(workspace.admin);
  await boardIsLive(page);
  await page.getByRole("button", { name: "Spalte Angebot" }).click();
  await page.getByRole("menuitem", { name: "Einklappen" }).click();
  const rail = await column(page, "Angebot").boundingBox();
  const from = await card(page, "Rahmenvertrag 1").boundingBox();
  if (!rail || !from) throw new Error("They are on the screen.");
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 40, { steps: 3 });
  await page.mouse.move(rail.x + 20, rail.y + 200, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(async () => {
      const [row] = await database.rows<{ stage: string }>(
        `select s.name as stage from public.opportunities o join public.stages s on s.id = o.stage_id
         where o.name = 'Rahmenvertrag 1' and o.workspace_id = $1`,
        [workspace.id],
      );
      return row?.stage;
    })
    .toBe("Angebot");
});

test("a wall screen shows the board live, large, and without anything to operate", async ({
  workspace,
  signIn,
}) => {
  const desk = await signIn(workspace.admin);
  await boardIsLive(desk);
  const [rep] = workspace.reps;
  if (!rep) throw new Error("There is a rep.");
  const wall = await signIn(rep, { viewport: { width: 3840, height: 2160 } });
  await wall.goto(`/${workspace.slug}/board/wall`);
  await boardIsLive(wall);
  const onWall = wall.locator("[data-column]").locator("..");
  await expect(onWall.first().getByRole("button")).toHaveCount(0);
  // Nor is there anything under the picture that a key could reach, but the way past the navigation.
  await expect(wall.getByRole("button")).toHaveCount(0);
  await expect(wall.getByRole("link")).toHaveText(["Zum Inhalt springen"]);
  const fontSize = await wall.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(Number.parseFloat(fontSize)).toBeGreaterThan(30);
  await dragCard(desk, "Rahmenvertrag 1", { stage: "Angebot", place: 0 });
  await expect(column(wall, "Angebot").getByText("Rahmenvertrag 1", { exact: true })).toBeVisible();
  await moveByMenu(desk, "Rahmenvertrag 1", "Gewonnen");
  await expect(
    column(wall, "Gewonnen").getByText("Rahmenvertrag 1", { exact: true }),
  ).toBeVisible();
  const overflow = await wall.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBe(0);
});

import type { Page } from "@playwright/test";
import type { SeededWorkspace } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { boardIsLive, boardOnScreen, card, carryByKeys, column, quickAdd } from "./pages/board";
import { editField, openPanel, panelOf } from "./pages/panel";
import { openTwoBoards, twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 10 } });

/** Opens the board with what an address asks for. */
async function ask(page: Page, { slug }: SeededWorkspace, query: string): Promise<void> {
  await page.goto(`/${slug}/board?${query}`);
  await boardIsLive(page);
}

const idsOn = async (page: Page) => (await boardOnScreen(page)).flatMap(({ ids }) => ids).sort();

test.describe("A board that shows a selection", () => {
  test("is searched while typing, keeps it in the address, and shows it again after a reload", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(workspace.admin);
    await boardIsLive(page);
    await page.keyboard.press("/");
    await page.keyboard.type("VERTRAG 1");
    await expect(card(page, "Rahmenvertrag 1")).toBeVisible();
    await expect(card(page, "Rahmenvertrag 10")).toBeVisible();
    await expect(card(page, "Rahmenvertrag 2")).toHaveCount(0);
    await expect(page).toHaveURL(/[?&]q=VERTRAG/);
    const found = await idsOn(page);
    await page.reload();
    await boardIsLive(page);
    expect(await idsOn(page)).toEqual(found);
    await page.getByRole("button", { name: "Suche leeren" }).click();
    await expect(card(page, "Rahmenvertrag 2")).toBeVisible();
    await expect(page).not.toHaveURL(/q=/);
  });

  test("follows what others do: cards come and go as they fit", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    await ask(one, workspace, "min=7000000");
    await expect(one.getByText("Nichts gefunden")).toBeVisible();
    const panel = await openPanel(two, "Rahmenvertrag 3");
    await editField(panel, "Betrag", "7.500.000");
    await expect(card(one, "Rahmenvertrag 3")).toBeVisible();
    await editField(panel, "Betrag", "12");
    await expect(card(one, "Rahmenvertrag 3")).toHaveCount(0);
    const [row] = await database.rows<{ amount: string }>(
      "select trim_scale(amount)::text as amount from public.opportunities where name = $1 and workspace_id = $2",
      ["Rahmenvertrag 3", workspace.id],
    );
    expect(row?.amount).toBe("12");
  });

  test("takes conditions from its filters and drops them all at once", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(workspace.admin);
    await boardIsLive(page);
    const all = await idsOn(page);
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("button", { name: "Zuständig", exact: true }).click();
    const [, { name }] = twoReps(workspace);
    await page.getByRole("menuitemcheckbox", { name }).click();
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await idsOn(page)).length).toBeLessThan(all.length);
    await expect(page.getByRole("button", { name: `Zuständig: ${name}` })).toBeVisible();
    await page.getByRole("button", { name: "Alle entfernen" }).click();
    await expect.poll(() => idsOn(page)).toEqual(all);
  });

  test("stays selected while the panel opens, shows another card, and closes", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(workspace.admin);
    await ask(page, workspace, "q=Rahmenvertrag+1");
    await openPanel(page, "Rahmenvertrag 1");
    await openPanel(page, "Rahmenvertrag 10");
    await page.getByRole("textbox", { name: "Chancen durchsuchen" }).fill("Rahmenvertrag 10");
    await expect(card(page, "Rahmenvertrag 1")).toHaveCount(0);
    await panelOf(page).press("Escape");
    await expect(panelOf(page)).toHaveCount(0);
    await expect(page).toHaveURL(/[?&]q=Rahmenvertrag\+10$/);
    await expect(card(page, "Rahmenvertrag 1")).toHaveCount(0);
  });

  test("tells whoever adds a card that it would not show", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await ask(page, workspace, "q=Rahmenvertrag");
    await quickAdd(page, "Erstkontakt", { customer: "Elbtuch KG", name: "Segel", amount: "10" });
    await page.getByRole("button", { name: "Alle zeigen" }).click();
    await expect(card(page, "Segel")).toBeVisible();
  });
});

test.describe("A board by owner", () => {
  test("gives a card to the colleague whose column it is carried to, and takes it back", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await ask(page, workspace, "group=owner");
    const ownerOf = async (name: string) => {
      const [row] = await database.rows<{ owner: string }>(
        `select m.name as owner from public.opportunities o join public.members m on m.id = o.owner_id
         where o.name = $1 and o.workspace_id = $2`,
        [name, workspace.id],
      );
      return row?.owner;
    };
    const before = await ownerOf("Rahmenvertrag 1");
    await carryByKeys(page, "Rahmenvertrag 1", ["ArrowLeft"]);
    await expect.poll(() => ownerOf("Rahmenvertrag 1")).not.toBe(before);
    const after = (await ownerOf("Rahmenvertrag 1")) ?? "";
    await expect(column(page, after).getByText("Rahmenvertrag 1", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect.poll(() => ownerOf("Rahmenvertrag 1")).toBe(before);
  });
});

test.describe("A board by month", () => {
  test("gives a card the last day of the month it is carried to", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await database.rows(
      "update public.opportunities set expected_close_on = current_date where workspace_id = $1 returning id",
      [workspace.id],
    );
    await ask(page, workspace, "group=month");
    await carryByKeys(page, "Rahmenvertrag 1", ["ArrowRight"]);
    await expect
      .poll(async () => {
        const [row] = await database.rows<{ fits: boolean }>(
          `select expected_close_on
             = (date_trunc('month', current_date) + interval '2 months' - interval '1 day')::date as fits
           from public.opportunities where name = 'Rahmenvertrag 1' and workspace_id = $1`,
          [workspace.id],
        );
        return row?.fits;
      })
      .toBe(true);
  });
});

import { expect, test } from "./fixtures";
import { boardIsLive, column } from "./pages/board";
import { openPanel, panelOf } from "./pages/panel";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 12 } });

test.describe("The panel", () => {
  test("goes to the card below and above with J and K, but not while somebody types", async ({
    workspace,
    signIn,
  }) => {
    const [rep] = twoReps(workspace);
    const page = await signIn(rep);
    await boardIsLive(page);
    const names = await column(page, "Angebot")
      .getByRole("article")
      .getByRole("link")
      .allInnerTexts();
    const [first, second] = names.map((text) => /Rahmenvertrag \d+/.exec(text)?.[0] ?? "");
    if (!first || !second) throw new Error("The column has fewer than two cards.");
    const panel = await openPanel(page, first);
    const name = panel.getByRole("textbox", { name: "Name", exact: true });
    await page.keyboard.press("j");
    await expect(name).toHaveValue(second);
    await page.keyboard.press("k");
    await expect(name).toHaveValue(first);
    await page.keyboard.press("k");
    await expect(name).toHaveValue(first);
    await panel.getByRole("textbox", { name: "Nächster Schritt", exact: true }).press("j");
    await expect(name).toHaveValue(first);
  });

  test("names the contact at the customer and who sees the opportunity", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [one] = twoReps(workspace);
    await database.rows(
      `select private.relate_contact(o.workspace_id, p.id, o.customer_id)
       from public.opportunities o
       join public.parties p on p.workspace_id = o.workspace_id and p.name = $2
       where o.id = $1`,
      [workspace.opportunityIds[0], one.name],
    );
    const page = await signIn(one);
    await boardIsLive(page);
    const panel = await openPanel(page, "Rahmenvertrag 1");
    await panelOf(page).getByRole("tab", { name: "Personen" }).click();
    const customers = panel.getByRole("region", { name: /^Bei / });
    await expect(customers.getByText(one.name, { exact: true })).toBeVisible();
    await expect(customers.getByText("Kontakt", { exact: true })).toBeVisible();
    const readers = panel.getByRole("region", { name: "Wer diese Chance sieht" });
    await expect(
      readers.getByRole("link", { name: `${one.name} schreiben: ${one.email}` }),
    ).toHaveAttribute("href", `mailto:${one.email}`);
  });
});

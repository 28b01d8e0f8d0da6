import { expect, test } from "./fixtures";
import { boardIsLive, card, column } from "./pages/board";
import { openPanel, panelOf } from "./pages/panel";
import { awake } from "./pages/sign-in";
import { twoReps } from "./pages/two-boards";
import { chooseLayout } from "./pages/views";

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

  test("opens from wherever a card or a row of the list is clicked", async ({
    workspace,
    signIn,
  }) => {
    const [rep] = twoReps(workspace);
    const page = await signIn(rep);
    await boardIsLive(page);
    await awake(card(page, "Rahmenvertrag 1").getByRole("link"));
    const name = panelOf(page).getByRole("textbox", { name: "Name", exact: true });
    for (const layout of ["board", "list"] as const) {
      if (layout === "list") await chooseLayout(page, "Liste");
      // The middle of the lower edge, and the right end: neither is the name, which is the link.
      for (const place of [
        { x: 0.35, y: 0.8 },
        { x: 0.8, y: 0.6 },
      ]) {
        const target = card(page, "Rahmenvertrag 1");
        const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
        await target.click({ position: { x: width * place.x, y: height * place.y } });
        await expect(name).toHaveValue("Rahmenvertrag 1");
        await page.keyboard.press("Escape");
        await expect(name).toBeHidden();
      }
    }
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

  test("notes how to reach the customer, and a colleague sees it at once", async ({
    workspace,
    signIn,
  }) => {
    const [one, other] = twoReps(workspace);
    const page = await signIn(one);
    const elsewhere = await signIn(other);
    for (const screen of [page, elsewhere]) {
      await boardIsLive(screen);
      await openPanel(screen, "Rahmenvertrag 1");
      await panelOf(screen).getByRole("tab", { name: "Personen" }).click();
    }
    const panel = panelOf(page);
    await panel
      .getByRole("button", { name: /^Kontaktweg für / })
      .first()
      .click();
    const field = panel.getByRole("textbox", { name: /^E-Mail, Telefon oder Webseite von / });
    await expect(field).toBeFocused();
    await field.fill("ruf mich an");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(/Telefonnummer/);
    await field.fill("030 123456");
    await field.press("Enter");
    const number = (on: typeof panel) => on.getByRole("link", { name: /anrufen: \+49 30 123456$/ });
    await expect(number(panel)).toHaveAttribute("href", "tel:+4930123456");
    await expect(field).toBeHidden();
    await expect(number(panelOf(elsewhere))).toBeVisible();
    await panel.getByRole("button", { name: "+49 30 123456 entfernen" }).click();
    await expect(number(panelOf(elsewhere))).toBeHidden();
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(number(panelOf(elsewhere))).toBeVisible();
  });
});

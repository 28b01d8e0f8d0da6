import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  addConfirmedList,
  campaignPart,
  campaignRow,
  makeCampaign,
  writeCampaignMail,
} from "./pages/campaigns";
import { linkIn } from "./pages/contact-page";
import { openLead, openLeads } from "./pages/leads";
import { addReachableParties, blacklist } from "./pages/lists";

test.use({ workspaceSeed: { reps: 1, marketing: 1 } });

test("marketing sends a campaign to everybody who confirmed, but for who is blacklisted, and a reader leaves by its link", async ({
  workspace,
  signIn,
  newBrowser,
  database,
  mailbox,
}) => {
  const [marketing] = workspace.marketing;
  const [rep] = workspace.reps;
  if (!marketing || !rep) throw new Error("The seed has somebody of marketing and a rep.");
  const names = ["Anna Alt", "Nils Neu", "Bernd Boese"];
  const ids = await addReachableParties(database, workspace.id, names);
  const [anna, nils, bernd] = ids.map((partyId, index) => ({
    partyId,
    email: `leser-${index}-${workspace.slug}@post.example`,
  }));
  if (!anna || !nils || !bernd) throw new Error("Somebody is missing.");
  await blacklist(database, workspace.id, bernd.partyId);
  await addConfirmedList(database, workspace.id, "Stoffbrief", [anna, nils, bernd]);
  const [one, two] = await Promise.all([signIn(marketing), signIn(rep)]);
  for (const page of [one, two]) {
    await page.goto(`/${workspace.slug}/lists`);
    await page.getByRole("link", { name: "Kampagnen", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Kampagnen" }).waitFor();
    await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  }

  await test.step("a campaign appears with the rep, who may not make one", async () => {
    await expect(two.getByText("Noch keine Kampagnen")).toBeVisible();
    await expect(two.getByRole("button", { name: "Neue Kampagne" })).toBeHidden();
    await makeCampaign(one, "Herbststoffe");
    await expect(campaignRow(two, "Herbststoffe")).toContainText("noch nicht verschickt");
    await campaignRow(two, "Herbststoffe").getByRole("link").click();
  });

  await test.step("what is missing is told, and the mail is previewed while it is typed", async () => {
    await one.getByRole("button", { name: "Senden …" }).click();
    const missing = one.getByRole("dialog", { name: "Zum Senden fehlt noch etwas" });
    await expect(missing.getByRole("listitem")).toHaveCount(2);
    await missing.getByRole("button", { name: "Verstanden" }).click();
    const subject = one.getByRole("textbox", { name: "Betreff" });
    await subject.fill("Warm in");
    await one.reload();
    // What was typed is on the device until it is saved.
    await expect(subject).toHaveValue("Warm in");
    await writeCampaignMail(one, "Warm in den Herbst", "Guten Tag,\n\nFlanell ist da.");
    await expect(one.getByRole("region", { name: "Vorschau" })).toContainText("Flanell ist da.");
    await expect(two.getByRole("region", { name: "Vorschau" })).toContainText("Flanell ist da.");
  });

  await test.step("before it is sent it says whom it reaches, and that the blacklisted is left out", async () => {
    await one.getByRole("checkbox", { name: /Stoffbrief/ }).check();
    for (const page of [one, two]) {
      const audience = campaignPart(page, "Wen sie erreicht");
      await expect(audience).toContainText("2werden angeschrieben");
      await expect(audience).toContainText("auf der Sperrliste1");
    }
    await expectReadable(one);
    await expect(two.getByRole("button", { name: "Senden …" })).toBeHidden();
  });

  await test.step("it is sent once, the mails arrive, and both see how far it is", async () => {
    await one.getByRole("button", { name: "Senden …" }).click();
    await one.getByRole("button", { name: "An 2 Adressen senden" }).click();
    for (const page of [one, two]) {
      const sending = campaignPart(page, "Versand");
      await expect(sending).toContainText("Verschickt am");
      await expect(sending).toContainText("2verschickt");
    }
    await expectReadable(one);
    expect((await mailbox.next(nils.email)).subject).toBe("Warm in den Herbst");
    const mails = await database.rows<{ recipient: string }>(
      "select recipient from public.mails where workspace_id = $1 and template = 'campaign' order by 1",
      [workspace.id],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual([anna.email, nils.email].sort());
    await expect(one.getByRole("textbox", { name: "Betreff" })).toBeHidden();
  });

  await test.step("its reader leaves by the link, and the report tells", async () => {
    const reader = await newBrowser();
    await reader.goto(linkIn(await mailbox.next(anna.email), "/unsubscribe"));
    await expect(reader.getByRole("heading", { name: "„Stoffbrief“ abbestellen" })).toBeVisible();
    await reader.getByRole("button", { name: "Abbestellen" }).click();
    await expect(reader.getByRole("heading", { name: /nicht mehr/ })).toBeVisible();
    await expect(campaignPart(one, "Versand")).toContainText("1darüber abgemeldet");
  });
});

test("an opportunity says which campaign it comes from, and the campaign counts it", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = workspace.reps;
  if (!rep) throw new Error("The seed has a rep.");
  const [campaign] = await database.rows<{ id: string }>(
    `insert into public.campaigns (workspace_id, name, currency) values ($1, 'Messe', 'EUR') returning id`,
    [workspace.id],
  );
  const [party] = await addReachableParties(database, workspace.id, ["Mia Muster"]);
  await database.rows("insert into public.leads (workspace_id, party_id) values ($1, $2)", [
    workspace.id,
    party,
  ]);
  const page = await signIn(rep);
  await openLeads(page);
  const panel = await openLead(page, "Mia Muster");
  await panel.getByRole("combobox", { name: "Kampagne" }).selectOption({ label: "Messe" });
  await panel.getByRole("button", { name: "In Chance umwandeln" }).click();
  const form = panel.getByRole("form", { name: "In Chance umwandeln" });
  await form.getByRole("textbox", { name: "Name der Chance" }).fill("Messeshirts");
  await form.getByRole("button", { name: "Umwandeln", exact: true }).click();
  await panel.getByRole("link", { name: "Zur Chance" }).click();
  await expect(page.getByRole("combobox", { name: "Kampagne" })).toHaveValue(campaign?.id ?? "");
  await page.goto(`/${workspace.slug}/campaigns/${campaign?.id}`);
  await expect(campaignPart(page, "Was daraus wurde")).toContainText("Leads1davon umgewandelt1");
  await expect(campaignPart(page, "Was daraus wurde")).toContainText("Chancen1davon offen1");
});

async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious).toEqual([]);
}

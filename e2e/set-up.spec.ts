import { randomBytes } from "node:crypto";
import { expect, test } from "./fixtures";
import { linkIn } from "./mailbox";
import { boardIsLive, column } from "./pages/board";
import { awake } from "./pages/sign-in";

test("a new company signs up, sets itself up and is joined by an invited colleague", async ({
  newBrowser,
  mailbox,
  workspace,
}) => {
  const mark = randomBytes(4).toString("hex");
  const founder = { email: `gruenderin@${mark}.example`, password: "Fuchs Kanu Lampe Regal" };
  // Has a workspace already: afterwards there are two to switch between.
  const colleague = workspace.admin;
  const company = `Nordlicht ${mark} GmbH`;
  const page = await newBrowser();

  await test.step("sign up", async () => {
    await page.goto("/sign-up");
    const create = page.getByRole("button", { name: "Konto anlegen" });
    await awake(create);
    await page.getByLabel("E-Mail-Adresse").fill(founder.email);
    await page.getByLabel("Passwort", { exact: true }).fill(founder.password);
    await create.click();
    await page.waitForURL(/welcome|check-mail/);
    // Where addresses are confirmed first, the way goes through the mail.
    if (page.url().includes("check-mail")) {
      await page.goto(linkIn(await mailbox.next(founder.email)));
    }
    await page.waitForURL("**/welcome/new**");
  });

  await test.step("company, stages, colleagues", async () => {
    const next = page.getByRole("button", { name: "Weiter" });
    await awake(next);
    await page.getByLabel("Name der Firma").fill(company);
    await page.getByLabel("Vorname").fill("Wiebke");
    await page.getByLabel("Nachname").fill("Nordlicht");
    await next.click();
    await page.getByRole("heading", { name: "Der Weg eines Verkaufs" }).waitFor();
    await page.getByRole("textbox", { name: "Name von Stufe 2" }).fill("Bedarf klar");
    await next.click();
    await page.getByRole("textbox", { name: "E-Mail-Adresse 1" }).fill(colleague.email);
    await page.getByRole("button", { name: "Anlegen und 1 Person einladen" }).click();
    await page.waitForURL("**/board");
    await expect(page.getByRole("heading", { name: "Hier beginnt die Pipeline" })).toBeVisible();
    await page.getByRole("button", { name: "Erste Chance anlegen" }).click();
    await expect(column(page, "Bedarf klar")).toBeVisible();
  });

  await test.step("the colleague accepts and switches", async () => {
    const other = await newBrowser();
    await other.goto(linkIn(await mailbox.next(colleague.email)));
    await other.waitForURL("**/welcome");
    const join = other.getByRole("button", { name: "Beitreten" });
    await awake(join);
    await join.click();
    const form = other.getByRole("form", { name: `${company} beitreten` });
    await form.getByRole("button", { name: "Beitreten" }).click();
    await other.waitForURL("**/board");
    await boardIsLive(other);
    await expect(
      column(other, "Bedarf klar").or(other.getByText("Hier beginnt die Pipeline")),
    ).toBeVisible();

    await other.getByRole("button", { name: `Arbeitsbereich ${company}` }).click();
    await other.getByRole("menuitem", { name: `Beispiel ${workspace.slug} GmbH` }).click();
    await other.waitForURL(`**/${workspace.slug}/board`);
    await expect(
      other.getByRole("button", { name: `Arbeitsbereich Beispiel ${workspace.slug} GmbH` }),
    ).toBeVisible();
  });
});

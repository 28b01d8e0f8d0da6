import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addParty } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { knowCustomer, linkTo, mailAbout, section, signInByLink } from "./pages/my-page";
import { openPanel } from "./pages/panel";
import { openParty, part } from "./pages/party";
import { smallTargets } from "./pages/targets";
import { twoReps } from "./pages/two-boards";
import { scriptsOf, weightOf } from "./pages/weight";

test.use({ workspaceSeed: { reps: 2, opportunities: 3 } });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const serious = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id }) => id);
};

test("a known customer signs in by link, changes the address and answers; two screens see it", async ({
  workspace,
  signIn,
  newBrowser,
  database,
  mailbox,
}) => {
  const [repOne, repTwo] = twoReps(workspace);
  const [opportunity] = await database.rows<{ id: string; name: string; customer_id: string }>(
    `select o.id, o.name, o.customer_id from public.opportunities o join public.stages s on s.id = o.stage_id
     where o.workspace_id = $1 and s.kind = 'open' order by o.name limit 1`,
    [workspace.id],
  );
  if (!opportunity) throw new Error("The workspace has no open opportunity.");
  const email = `kunde-${workspace.slug}@kunde.example`;
  await knowCustomer(database, workspace.id, opportunity.customer_id, email);
  const [board, partyPage, visitor] = await Promise.all([
    signIn(repOne),
    signIn(repTwo),
    newBrowser({ ...phone, extraHTTPHeaders: { "x-forwarded-for": "203.0.113.20" } }),
  ]);
  await boardIsLive(board);
  const panel = await openPanel(board, opportunity.name);
  await openParty(partyPage, workspace.slug, opportunity.customer_id);

  await test.step("an unknown address is told the same", async () => {
    await visitor.goto(`/contact/${workspace.slug}/my`);
    await visitor.getByRole("textbox", { name: "E-Mail" }).fill(`niemand-${email}`);
    await visitor.getByRole("button", { name: "Link schicken" }).click();
    await expect(visitor.getByRole("heading", { name: "Sehen Sie in Ihr Postfach" })).toBeVisible();
  });

  await test.step("a link in a mail is the way in, once", async () => {
    await signInByLink(visitor, workspace.slug, email, mailbox);
    const again = await newBrowser();
    await again.goto(linkTo(await mailAbout(mailbox, email, /Zugang/), "/my/enter"));
    await again.getByRole("button", { name: "Meine Seite öffnen" }).click();
    await expect(again.getByRole("heading", { name: "Dieser Link geht nicht" })).toBeVisible();
    expect(await serious(visitor)).toEqual([]);
  });

  await test.step("an address is there for the team at once", async () => {
    const details = section(visitor, "Ihre Angaben");
    await details.getByText("Noch keine Anschrift").click();
    await details.getByRole("textbox", { name: "Straße und Hausnummer" }).fill("Domplatz 1");
    await details.getByRole("textbox", { name: "Ort" }).fill("Köln");
    await details.getByRole("button", { name: "Speichern" }).click();
    await expect(details.getByText("Domplatz 1").first()).toBeVisible();
    await expect(part(partyPage, "Kontaktwege").getByText("Domplatz 1")).toBeVisible();
  });

  await test.step("a new name waits for the team", async () => {
    const details = section(visitor, "Ihre Angaben");
    await details.locator("summary").first().click();
    await details.getByRole("textbox", { name: "Name der Firma" }).fill("Mustermann und Töchter");
    await details.getByRole("button", { name: "Speichern" }).click();
    await expect(details.getByText("Wartet auf das Team")).toBeVisible();
  });

  await test.step("what a member answers is there, and so is what the customer answers to it", async () => {
    const talks = section(visitor, "Nachrichten");
    await talks.getByText("Neue Nachricht schreiben").click();
    await talks.getByRole("textbox", { name: /^Ihre Nachricht an/ }).fill("Passt Mittwoch?");
    await talks.getByRole("button", { name: "Senden" }).click();
    await expect(talks.getByRole("listitem").filter({ hasText: "Passt Mittwoch?" })).toBeVisible();
    await expect(panel.getByText("Passt Mittwoch?")).toBeVisible();
    await panel.getByRole("button", { name: "Antworten" }).click();
    await panel.getByRole("textbox", { name: /^Antwort/ }).fill("Mittwoch um zehn passt gut.");
    await panel.getByRole("button", { name: "Antwort senden" }).click();
    const mail = await mailAbout(mailbox, email, /^Antwort von/);
    expect(mail.text).toContain("Mittwoch um zehn passt gut.");
    await visitor.reload();
    await expect(talks.getByText("Mittwoch um zehn passt gut.")).toBeVisible();
    await talks.getByRole("textbox", { name: "Ihre Antwort" }).fill("Dann bis Mittwoch.");
    await talks.getByRole("button", { name: "Senden" }).first().click();
    await expect(panel.getByText("Dann bis Mittwoch.")).toBeVisible();
  });
});

test("a new e-mail address counts once its owner proves it, and sessions go along", async ({
  workspace,
  newBrowser,
  database,
  mailbox,
}) => {
  const id = await addParty(database, workspace, "person", "Rosa Grünfeld");
  const email = `rosa-${workspace.slug}@post.example`;
  const next = `rosa.neu-${workspace.slug}@post.example`;
  await knowCustomer(database, workspace.id, id, email);
  const visitor = await newBrowser(phone);
  await signInByLink(visitor, workspace.slug, email, mailbox);
  const details = section(visitor, "Ihre Angaben");
  await details.getByText(email).first().click();
  await details.getByRole("textbox", { name: "E-Mail-Adresse" }).first().fill(next);
  await details.getByRole("button", { name: "Speichern" }).click();
  await expect(details.getByText("Wartet auf Ihren Klick")).toBeVisible();
  expect(await emailsOf(database, id)).toEqual([email]);

  const elsewhere = await newBrowser();
  await elsewhere.goto(linkTo(await mailAbout(mailbox, next, /neue E-Mail/), "/my/verify"));
  await elsewhere.getByRole("button", { name: "Adresse bestätigen" }).click();
  await expect(elsewhere.getByRole("heading", { name: /ist bestätigt/ })).toBeVisible();
  expect(await emailsOf(database, id)).toEqual([next]);
  await visitor.reload();
  await expect(visitor.getByText(`Angemeldet als ${next}`)).toBeVisible();
});

test("lists, ways of being reached, the own data and erasure are in the customer's hands", async ({
  workspace,
  newBrowser,
  database,
  mailbox,
}) => {
  const id = await addParty(database, workspace, "person", "Eva Muster");
  const email = `eva-${workspace.slug}@post.example`;
  await knowCustomer(database, workspace.id, id, email);
  await database.rows(
    `insert into public.contact_lists (workspace_id, kind, names, is_offered)
     values ($1, 'newsletter', '{"de": "Stoffbrief", "en": "Fabric letter"}', true) returning id`,
    [workspace.id],
  );
  const visitor = await newBrowser(phone);
  await signInByLink(visitor, workspace.slug, email, mailbox);

  const list = visitor.getByRole("switch", { name: /^Stoffbrief/ });
  await list.click();
  await expect(list).toBeChecked();
  await expect
    .poll(() => database.rows("select status from public.subscriptions where party_id = $1", [id]))
    .toEqual([{ status: "accepted" }]);
  const reach = visitor.getByRole("switch", { name: email });
  await reach.click();
  await expect(reach).not.toBeChecked();
  await expect
    .poll(() =>
      database.rows("select may_contact from public.contact_points where party_id = $1", [id]),
    )
    .toEqual([{ may_contact: false }]);

  const answer = await visitor.request.get(`/contact/${workspace.slug}/my/data.json`);
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  expect(await answer.json()).toMatchObject({ party: { name: "Eva Muster" } });
  await visitor.getByRole("link", { name: "Ansehen" }).click();
  await expect(visitor.getByRole("heading", { name: "Ihre Daten", level: 1 })).toBeVisible();
  await expect(visitor.getByText("Eva Muster", { exact: true })).toBeVisible();
  expect(await serious(visitor)).toEqual([]);
  await visitor.getByRole("link", { name: "Zurück zu Ihrer Seite" }).click();

  await visitor.getByRole("button", { name: "Löschung verlangen" }).click();
  await expect(visitor.getByText(/erhalten bis zum/)).toBeVisible();
  await mailAbout(mailbox, email, /Daten löschen/);
  await visitor.getByRole("button", { name: "Wunsch zurücknehmen" }).click();
  await expect(visitor.getByRole("button", { name: "Löschung verlangen" })).toBeVisible();

  await visitor.getByRole("button", { name: "Abmelden" }).click();
  await expect(visitor.getByRole("heading", { name: "Ihre Seite" })).toBeVisible();
  const gone = await visitor.request.get(`/contact/${workspace.slug}/my/data.json`);
  expect(gone.status()).toBe(401);
});

test("all of it works without scripts, and in no frame of another site", async ({
  workspace,
  newBrowser,
  database,
  mailbox,
}) => {
  const id = await addParty(database, workspace, "person", "Ohne Skript");
  const email = `ohne-${workspace.slug}@post.example`;
  await knowCustomer(database, workspace.id, id, email);
  const visitor = await newBrowser({ ...phone, javaScriptEnabled: false });
  await signInByLink(visitor, workspace.slug, email, mailbox);
  const details = section(visitor, "Ihre Angaben");
  await details.getByText("Noch keine Nummer").click();
  await details.getByRole("textbox", { name: "Telefonnummer" }).fill("siebzehn");
  await details.getByRole("button", { name: "Speichern" }).click();
  await expect(details.getByText("Diese Nummer können wir nicht lesen.")).toBeVisible();
  await expect(details.getByRole("textbox", { name: "Telefonnummer" })).toHaveValue("siebzehn");
  await details.getByRole("textbox", { name: "Telefonnummer" }).fill("030 123456");
  await details.getByRole("button", { name: "Speichern" }).click();
  await expect(details.getByText("+49 30 123456").first()).toBeVisible();

  const page = await visitor.goto(`/contact/${workspace.slug}/my`);
  expect(page?.headers()["x-frame-options"]).toBe("DENY");
  expect(page?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("all that customers see can be read by everybody in both languages, light and dark", async ({
  workspace,
  newBrowser,
  database,
}) => {
  const id = await addParty(database, workspace, "person", "Eva Muster");
  await knowCustomer(database, workspace.id, id, `leise-${workspace.slug}@post.example`);
  const visitor = await newBrowser(phone);
  for (const page of ["", "/my", "/my/enter", "/my/verify", "/send", "/confirm", "/unsubscribe"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const language of ["de", "en"]) {
        await visitor.emulateMedia({ colorScheme });
        await visitor.goto(`/contact/${workspace.slug}${page}?lang=${language}`);
        await expect(visitor.locator("html")).toHaveAttribute("lang", language);
        expect.soft(await serious(visitor), `${page}, ${language}, ${colorScheme}`).toEqual([]);
      }
    }
  }
});

test("it can be read by everybody and reached by fingers, and brings little code", async ({
  workspace,
  newBrowser,
  database,
  mailbox,
}) => {
  const id = await addParty(database, workspace, "person", "Eva Muster");
  const email = `lesbar-${workspace.slug}@post.example`;
  await knowCustomer(database, workspace.id, id, email);
  const visitor = await newBrowser(phone);
  await signInByLink(visitor, workspace.slug, email, mailbox);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const language of ["de", "en"]) {
      await visitor.emulateMedia({ colorScheme });
      await visitor.goto(`/contact/${workspace.slug}/my?lang=${language}`);
      for (const summary of await visitor.locator("details > summary").all()) await summary.click();
      expect.soft(await serious(visitor), `${language}, ${colorScheme}`).toEqual([]);
    }
  }
  expect.soft(await smallTargets(visitor)).toEqual([]);
  const overflow = await visitor.evaluate(
    () => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth,
  );
  expect.soft(overflow).toBeLessThanOrEqual(0);
  const own = await scriptsOf(visitor);
  await visitor.goto(`/contact/${workspace.slug}-x`);
  const floor = await scriptsOf(visitor);
  expect(weightOf(own) - weightOf(floor)).toBeLessThanOrEqual(20_000);
});

type Rows = Parameters<typeof knowCustomer>[0];

async function emailsOf(database: Rows, partyId: string): Promise<string[]> {
  const rows = await database.rows<{ value: string }>(
    "select value from public.contact_points where party_id = $1 and kind = 'email' and valid @> current_date",
    [partyId],
  );
  return rows.map(({ value }) => value);
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import type { Mail } from "./mailbox";
import { boardIsLive } from "./pages/board";
import { expectReceived, linkIn, openToPublic, writeMessage } from "./pages/contact-page";
import { leadRow, openLeads } from "./pages/leads";
import { openPanel } from "./pages/panel";
import { awake } from "./pages/sign-in";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 3 } });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A visitor of an address of their own, as the proxy in front says. */
const from = (address: string) => ({ extraHTTPHeaders: { "x-forwarded-for": address } });

test("a stranger writes by phone, becomes a lead on two screens, and confirms the newsletter", async ({
  workspace,
  signIn,
  newBrowser,
  database,
  mailbox,
}) => {
  await openToPublic(database, workspace.id);
  const [repOne, repTwo] = twoReps(workspace);
  const [one, two, visitor] = await Promise.all([
    signIn(repOne),
    signIn(repTwo),
    newBrowser({ ...phone, ...from("203.0.113.1") }),
  ]);
  await Promise.all([openLeads(one), openLeads(two)]);
  const email = `rosa-${workspace.slug}@post.example`;

  await test.step("what is missing is said beside its field, and nothing typed is lost", async () => {
    await visitor.goto(`/contact/${workspace.slug}`);
    await writeMessage(visitor, { name: "Rosa Grünfeld", email: "rosa", message: "40 Schürzen?" });
    await expect(visitor.getByText("unter der wir Sie erreichen")).toBeVisible();
    await expect(visitor.getByRole("textbox", { name: "Ihre Nachricht" })).toHaveValue(
      "40 Schürzen?",
    );
    const { violations } = await new AxeBuilder({ page: visitor }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step("the message is a lead in both queues by itself", async () => {
    await visitor.getByText("Stoffbrief").click();
    await visitor.getByRole("textbox", { name: "E-Mail" }).fill(email);
    await visitor.getByRole("button", { name: "Nachricht senden" }).click();
    await expectReceived(visitor);
    await expect(leadRow(one, "Rosa Grünfeld")).toBeVisible();
    await expect(leadRow(two, "Rosa Grünfeld")).toBeVisible();
  });

  await test.step("the newsletter begins with a click in the mail, and not before", async () => {
    const mails = [await mailbox.next(email)];
    const first = mails[0];
    if (first && !first.subject.includes("Stoffbrief")) {
      mails.push(await mailbox.next(email, first.id));
    }
    const asking = mails.find(({ subject }) => subject.includes("Stoffbrief"));
    if (!asking) throw new Error("Nobody was asked.");
    await visitor.goto(linkIn(asking, "/confirm"));
    expect(await statusOf(database, workspace.id)).toEqual(["pending"]);
    await visitor.getByRole("button", { name: "Ja, ich möchte das" }).click();
    await expect(
      visitor.getByRole("heading", { name: "Alles klar, Sie erhalten „Stoffbrief“" }),
    ).toBeVisible();
    expect(await statusOf(database, workspace.id)).toEqual(["accepted"]);
  });

  await test.step("the button of a mail program ends it, without signing in", async () => {
    const [welcome] = await database.rows<{ id: string }>(
      "select id from public.mails where workspace_id = $1 and template = 'subscribed'",
      [workspace.id],
    );
    expect(welcome).toBeDefined();
    const mail = await welcomeMail(mailbox, email);
    const page = new URL(linkIn(mail, "/unsubscribe"));
    const answer = await fetch(`${page.origin}/api${page.pathname}${page.search}`, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    expect(answer.status).toBe(200);
    expect(await statusOf(database, workspace.id)).toEqual(["unsubscribed"]);
  });
});

test("without scripts a message waits for a click in a mail", async ({
  workspace,
  newBrowser,
  database,
  mailbox,
}) => {
  await openToPublic(database, workspace.id);
  const email = `ohne-${workspace.slug}@post.example`;
  const visitor = await newBrowser({
    ...phone,
    ...from("203.0.113.2"),
    javaScriptEnabled: false,
  });
  await visitor.goto(`/contact/${workspace.slug}`);
  await writeMessage(visitor, { name: "Ohne Skript", email, message: "Geht es auch so?" });
  await expect(visitor.getByRole("heading", { name: "Noch ein Klick" })).toBeVisible();
  expect(await leadsOf(database, workspace.id)).toEqual([]);
  await visitor.goto(linkIn(await mailbox.next(email), "/send"));
  await visitor.getByRole("button", { name: "Nachricht abschicken" }).click();
  await expectReceived(visitor);
  await expect.poll(() => leadsOf(database, workspace.id)).toEqual(["Ohne Skript"]);
});

test("who is known by the address writes to the open opportunity, and learns nothing of it", async ({
  workspace,
  signIn,
  newBrowser,
  database,
}) => {
  await openToPublic(database, workspace.id);
  const [opportunity] = await database.rows<{ id: string; name: string; customer_id: string }>(
    `select o.id, o.name, o.customer_id from public.opportunities o join public.stages s on s.id = o.stage_id
     where o.workspace_id = $1 and s.kind = 'open' order by o.name limit 1`,
    [workspace.id],
  );
  if (!opportunity) throw new Error("The workspace has no open opportunity.");
  const email = `einkauf-${workspace.slug}@kunde.example`;
  await database.rows(
    `insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3) returning id`,
    [workspace.id, opportunity.customer_id, email],
  );
  const [rep] = twoReps(workspace);
  const board = await signIn(rep);
  await boardIsLive(board);
  const panel = await openPanel(board, opportunity.name);

  const visitor = await newBrowser(from("203.0.113.3"));
  await visitor.goto(`/contact/${workspace.slug}`);
  await writeMessage(visitor, {
    name: "Jemand Anderes",
    email,
    message: "Wir nehmen die blauen, bitte.",
  });
  await expectReceived(visitor);
  await expect(panel.getByText("Wir nehmen die blauen, bitte.")).toBeVisible();
  expect(await leadsOf(database, workspace.id)).toEqual([]);
});

test("it stands in a page of another origin under a strict policy, as high as it is", async ({
  workspace,
  newBrowser,
  database,
  environment,
}) => {
  await openToPublic(database, workspace.id);
  const host = await serveHost(environment.appUrl, workspace.slug);
  try {
    const visitor = await newBrowser({ ...phone, ...from("203.0.113.4"), locale: "en-GB" });
    await visitor.goto(host.url);
    const inside = visitor.frameLocator("iframe");
    await expect(
      inside.getByRole("heading", { level: 1, name: "Schreiben Sie uns" }),
    ).toBeVisible();
    // The frame says once how high it is, and again whenever that changes.
    await expect
      .poll(() =>
        visitor.locator("iframe").evaluate((frame) => {
          const { height } = frame.getBoundingClientRect();
          return height > 500 && height !== 720;
        }),
      )
      .toBe(true);
    await inside.getByRole("textbox", { name: "Name" }).fill("Vera Fremdseite");
    await inside
      .getByRole("textbox", { name: "E-Mail" })
      .fill(`vera-${workspace.slug}@post.example`);
    await inside.getByRole("textbox", { name: "Ihre Nachricht" }).fill("Von einer anderen Seite");
    await inside.getByRole("button", { name: "Nachricht senden" }).click();
    await expect(inside.getByText("Danke, Ihre Nachricht ist angekommen")).toBeVisible();
    await expect.poll(() => leadsOf(database, workspace.id)).toEqual(["Vera Fremdseite"]);
  } finally {
    await host.close();
  }
});

test("a page that is not open is not there, and no other page may be framed", async ({
  workspace,
  newBrowser,
}) => {
  const visitor = await newBrowser(from("203.0.113.5"));
  const closed = await visitor.goto(`/contact/${workspace.slug}`);
  expect(closed?.status()).toBe(404);
  const other = await visitor.goto("/sign-in");
  expect(other?.headers()["x-frame-options"]).toBe("DENY");
});

test("an admin opens the page, sees it before it is saved, and customers see the same", async ({
  workspace,
  signIn,
  newBrowser,
}) => {
  const admin = await signIn(workspace.admin);
  await admin.goto(`/${workspace.slug}/settings/contact-page`);
  const open = admin.getByRole("switch", { name: "Für alle offen" });
  await awake(open);
  await open.check();
  await admin.getByRole("textbox", { name: "Überschrift (Deutsch)" }).fill("Grüß Gott");
  await expect(admin.getByRole("complementary", { name: "Vorschau" })).toContainText("Grüß Gott");
  const { violations } = await new AxeBuilder({ page: admin }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await admin.getByRole("button", { name: "Speichern" }).click();
  await expect(admin.getByText("Kontaktseite gespeichert")).toBeVisible();
  const visitor = await newBrowser(from("203.0.113.6"));
  await visitor.goto(`/contact/${workspace.slug}`);
  await expect(visitor.getByRole("heading", { level: 1, name: "Grüß Gott" })).toBeVisible();
});

type Rows = Parameters<typeof openToPublic>[0];

async function statusOf(database: Rows, workspaceId: string): Promise<string[]> {
  const rows = await database.rows<{ status: string }>(
    "select status from public.subscriptions where workspace_id = $1",
    [workspaceId],
  );
  return rows.map(({ status }) => status);
}

async function leadsOf(database: Rows, workspaceId: string): Promise<string[]> {
  const rows = await database.rows<{ name: string }>(
    `select p.name from public.leads l join public.parties p on p.id = l.party_id
     where l.workspace_id = $1 order by p.name`,
    [workspaceId],
  );
  return rows.map(({ name }) => name);
}

async function welcomeMail(
  mailbox: { next(to: string, after?: string): Promise<Mail> },
  email: string,
): Promise<Mail> {
  let mail = await mailbox.next(email);
  while (!mail.subject.startsWith("Willkommen")) mail = await mailbox.next(email, mail.id);
  return mail;
}

/** Somebody's own site, which lets nothing in but this script and this frame. */
async function serveHost(appUrl: string, slug: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src ${appUrl}; frame-src ${appUrl}; style-src 'unsafe-inline'`,
    });
    response.end(
      `<!doctype html><html lang="de"><title>Fremd</title><h1>Unsere Seite</h1><script src="${appUrl}/contact/${slug}/embed.js"></script></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // `localhost` is the application's; this is another site.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { bodiesOf, expectReceived, linkIn, openToPublic, writeMessage } from "./pages/contact-page";
import { scriptsOf, weightOf } from "./pages/weight";

test.use({ workspaceSeed: { reps: 1 } });

/** A visitor of an address of their own, as the proxy in front says. */
const from = (address: string) => ({ extraHTTPHeaders: { "x-forwarded-for": address } });

const fabric = {
  id: "5f1d7a52-0000-4000-8000-000000000001",
  labels: { de: "Welcher Stoff?", en: "Which fabric?" },
  kind: "choice",
  isRequired: true,
  options: [
    { de: "Leinen", en: "Linen" },
    { de: "Loden", en: "Loden" },
  ],
};
const occasion = {
  id: "5f1d7a52-0000-4000-8000-000000000002",
  labels: { de: "Wofür?" },
  kind: "long_text",
  isRequired: true,
  options: [],
};

test("own questions work without scripts, and keep what was answered", async ({
  workspace,
  newBrowser,
  database,
  mailbox,
}) => {
  await openToPublic(database, workspace.id);
  await ask(database, workspace.id, [fabric, occasion]);
  const email = `ohne-${workspace.slug}@post.example`;
  const visitor = await newBrowser({
    ...from("203.0.113.22"),
    javaScriptEnabled: false,
    locale: "en-GB",
  });
  await visitor.goto(`/contact/${workspace.slug}`);
  const choice = visitor.getByRole("combobox", { name: "Which fabric?" });
  await choice.selectOption("Linen");
  await visitor.getByRole("textbox", { name: "Name" }).fill("Ohne Skript");
  await visitor.getByRole("textbox", { name: "E-mail" }).fill(email);
  await visitor.getByRole("textbox", { name: "Your message" }).fill("Does it work like this?");
  await visitor.getByRole("button", { name: "Send the message" }).click();
  const missing = visitor.getByRole("textbox", { name: "Wofür?" });
  await expect(missing).toHaveAccessibleDescription("Please answer this question.");
  await expect(choice).toHaveValue("Linen");
  await missing.fill("Hochzeit");
  await visitor.getByRole("button", { name: "Send the message" }).click();
  await visitor.goto(linkIn(await mailbox.next(email), "/send"));
  await visitor.getByRole("button", { name: "Send the message" }).click();
  await expect
    .poll(() => bodiesOf(database, workspace.id))
    .toEqual(["Does it work like this?\n\nWhich fabric?: Linen\nWofür?: Hochzeit"]);
});

test("a question that was added since the page was opened is asked before anything is lost", async ({
  workspace,
  newBrowser,
  database,
}) => {
  await openToPublic(database, workspace.id);
  await ask(database, workspace.id, [fabric]);
  const visitor = await newBrowser(from("203.0.113.23"));
  await visitor.goto(`/contact/${workspace.slug}`);
  await visitor.getByRole("combobox", { name: "Welcher Stoff?" }).selectOption("Leinen");
  await ask(database, workspace.id, [fabric, occasion]);
  await writeMessage(visitor, {
    name: "Rosa Grünfeld",
    email: `spaet-${workspace.slug}@post.example`,
    message: "40 Schürzen?",
  });
  const added = visitor.getByRole("textbox", { name: "Wofür?" });
  await expect(added).toHaveAccessibleDescription("Bitte beantworten Sie diese Frage.");
  await expect(visitor.getByRole("combobox", { name: "Welcher Stoff?" })).toHaveValue("Leinen");
  await added.fill("Hochzeit");
  await visitor.getByRole("button", { name: "Nachricht senden" }).click();
  await expectReceived(visitor);
});

test("the page carries little more than one that is not there, and nothing that reads inputs", async ({
  workspace,
  newBrowser,
  database,
}) => {
  await openToPublic(database, workspace.id);
  await ask(database, workspace.id, [fabric, occasion]);
  const visitor = await newBrowser(from("203.0.113.24"));
  await visitor.goto(`/contact/${workspace.slug}`);
  await visitor.getByRole("combobox", { name: "Welcher Stoff?" }).waitFor();
  const own = await scriptsOf(visitor);
  const missing = await visitor.goto(`/contact/${workspace.slug}-x`);
  expect(missing?.status()).toBe(404);
  const floor = await scriptsOf(visitor);
  expect(weightOf(floor)).toBeGreaterThan(50_000);
  expect(weightOf(own) - weightOf(floor)).toBeLessThanOrEqual(20_000);
  expect(own.filter((script) => script.includes("_zod"))).toEqual([]);
});

async function ask(database: Database, workspaceId: string, questions: unknown): Promise<void> {
  await database.rows(
    "update public.contact_pages set questions = $2 where workspace_id = $1 returning id",
    [workspaceId, JSON.stringify(questions)],
  );
}

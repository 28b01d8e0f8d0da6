import { expect, test } from "./fixtures";
import { linkIn } from "./mailbox";
import { boardIsLive } from "./pages/board";
import { awake, enterPassword } from "./pages/sign-in";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 2 } });

test("the right password leads to the board, a wrong one to an explanation", async ({
  workspace,
  newBrowser,
}) => {
  const [rep] = twoReps(workspace);
  const page = await newBrowser();
  await page.goto("/sign-in");
  await enterPassword(page, { ...rep, password: "not-the-password" });
  await expect(page.getByRole("alert").filter({ hasText: "gehören nicht zusammen" })).toBeVisible();
  await enterPassword(page, rep);
  await page.waitForURL(`**/${workspace.slug}/board`);
});

test("a link by mail signs in without a password, once", async ({
  workspace,
  newBrowser,
  mailbox,
}) => {
  const [rep] = twoReps(workspace);
  const page = await newBrowser();
  await page.goto("/sign-in");
  const send = page.getByRole("button", { name: "Anmeldelink per E-Mail senden" });
  await awake(send);
  await page.getByLabel("E-Mail-Adresse").fill(rep.email);
  await send.click();
  await expect(page.getByRole("heading", { name: "Bitte ins Postfach sehen" })).toBeVisible();
  const link = linkIn(await mailbox.next(rep.email));
  await page.goto(link);
  await page.waitForURL(`**/${workspace.slug}/board`);

  const again = await newBrowser();
  await again.goto(link);
  await expect(again.getByText("Dieser Link wurde schon benutzt oder ist zu alt.")).toBeVisible();
});

test("a forgotten password is replaced through a mail", async ({
  workspace,
  newBrowser,
  mailbox,
}) => {
  const [, rep] = twoReps(workspace);
  const page = await newBrowser();
  await page.goto("/forgot-password");
  const send = page.getByRole("button", { name: "Link senden" });
  await awake(send);
  await page.getByLabel("E-Mail-Adresse").fill(rep.email);
  await send.click();
  await page.goto(linkIn(await mailbox.next(rep.email)));
  await page.waitForURL("**/set-password");
  const save = page.getByRole("button", { name: "Passwort speichern" });
  await awake(save);
  const password = "Fuchs Kanu Lampe Regal";
  await page.getByLabel("Neues Passwort", { exact: true }).fill(password);
  await save.click();
  await page.waitForURL(`**/${workspace.slug}/board`);

  const other = await newBrowser();
  await other.goto("/sign-in");
  await enterPassword(other, rep);
  await expect(
    other.getByRole("alert").filter({ hasText: "gehören nicht zusammen" }),
  ).toBeVisible();
  await enterPassword(other, { email: rep.email, password });
  await other.waitForURL(`**/${workspace.slug}/board`);
});

test("signing out everywhere ends the session of another browser", async ({
  workspace,
  signIn,
}) => {
  const [rep] = twoReps(workspace);
  const [here, there] = await Promise.all([signIn(rep), signIn(rep)]);
  await boardIsLive(there);
  await here.goto(`/${workspace.slug}/settings/account`);
  const everywhere = here.getByRole("button", { name: "Überall abmelden" });
  await awake(everywhere);
  await everywhere.click();
  await here.waitForURL("**/sign-in**");
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in/);
});

import type { BrowserContext } from "@playwright/test";
import { expectBoardsToEqualDatabase } from "./converge";
import { expect, test } from "./fixtures";
import { boardIsLive, card, carryByKeys, column, quickAdd } from "./pages/board";
import { editField, openPanel } from "./pages/panel";
import { enterPassword } from "./pages/sign-in";
import { openTwoBoards, twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 8 } });

test("a page that was frozen for ten minutes wakes to the board as it is now", async ({
  workspace,
  newBrowser,
  signIn,
  database,
}) => {
  const [rep, other] = twoReps(workspace);
  const sleeper = await newBrowser();
  await sleeper.clock.install();
  await sleeper.goto("/sign-in");
  await enterPassword(sleeper, rep);
  await sleeper.waitForURL("**/board");
  const busy = await signIn(other);
  await Promise.all([sleeper, busy].map(boardIsLive));

  const session = await sleeper.context().newCDPSession(sleeper);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await carryByKeys(busy, "Rahmenvertrag 1", ["ArrowRight"]);
  await carryByKeys(busy, "Rahmenvertrag 2", ["ArrowRight", "ArrowDown"]);
  await quickAdd(busy, "Angebot", { customer: "Reederei Süd", name: "Flaggen", amount: "310" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await sleeper.clock.fastForward("10:00");

  await expect(card(sleeper, "Flaggen")).toBeVisible();
  await boardIsLive(sleeper);
  await expectBoardsToEqualDatabase([sleeper, busy], database, { workspaceId: workspace.id });
});

test("who was signed out signs in beside the board and goes on, with everything they typed", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  const [rep] = twoReps(workspace);
  const panel = await openPanel(one, "Rahmenvertrag 1");
  const form = panel.getByRole("form", { name: "Kommunikation festhalten" });
  await form.getByRole("textbox", { name: "Text" }).fill("Ein langes Gespräch über Segel.");

  await database.rows("delete from auth.sessions where user_id = $1", [rep.userId]);
  await ageSession(one.context());
  await editField(panel, "Nächster Schritt", "Segel zeigen");
  const notice = one.getByRole("status").filter({ hasText: "Die Sitzung ist beendet" });
  await expect(notice).toBeVisible();
  await carryByKeys(two, "Rahmenvertrag 2", ["ArrowRight"]);

  const [beside] = await Promise.all([
    one.context().waitForEvent("page"),
    notice.getByRole("link", { name: "Anmelden" }).click(),
  ]);
  await enterPassword(beside, rep);
  await beside.waitForURL("**/board");
  await beside.close();
  // The browsers of tests do not hide the page behind; people come back to theirs.
  await one.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

  await boardIsLive(one);
  await expect(notice).toHaveCount(0);
  await form.getByRole("button", { name: "Festhalten" }).click();
  await expect(panel.getByRole("listitem").getByText("Ein langes Gespräch")).toBeVisible();
  const theirs = await openPanel(two, "Rahmenvertrag 1");
  await expect(theirs.getByRole("textbox", { name: "Nächster Schritt" })).toHaveValue(
    "Segel zeigen",
  );
  await expect(column(one, "Angebot").getByText("Rahmenvertrag 2", { exact: true })).toBeAttached();
  await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
});

/** Makes the session's hour be over, so that the next call has to ask for a new token. */
async function ageSession(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies();
  const parts = cookies
    .filter(({ name }) => name.startsWith("spur-session"))
    .sort((a, b) => a.name.localeCompare(b.name));
  const [first] = parts;
  if (!first) throw new Error("Somebody is signed in.");
  const encoded = parts.map(({ value }) => value).join("");
  const text = Buffer.from(encoded.replace("base64-", ""), "base64url").toString();
  const aged = { ...JSON.parse(text), expires_at: Math.floor(Date.now() / 1000) - 10 };
  const value = `base64-${Buffer.from(JSON.stringify(aged)).toString("base64url")}`;
  await context.clearCookies({ name: /^spur-session/ });
  await context.addCookies([{ ...first, name: "spur-session", value }]);
}

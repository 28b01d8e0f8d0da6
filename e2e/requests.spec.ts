import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addParty } from "./database";
import { expect, test } from "./fixtures";
import { addReachableParties } from "./pages/lists";
import { openPanel, panelOf } from "./pages/panel";
import { choose, openParty, relate } from "./pages/party";
import { askForErasure, askForName, openRequests, requestRow } from "./pages/requests";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, managers: 1, opportunities: 1 } });

const waiting = /^Wartet auf Zustimmung/;
const recent = "Zuletzt berichtigt";
const erasures = /^Bitten um Löschung/;

test("a correction is accepted by one member, gone for the other at once, and holds", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = twoReps(workspace);
  const [mia, nils] = await addReachableParties(database, workspace.id, ["Mia Alt", "Nils Alt"]);
  const [first, second] = await Promise.all([signIn(one), signIn(two)]);
  await Promise.all([openRequests(first), openRequests(second)]);
  await expect(first.getByText("Noch kein Anliegen")).toBeVisible();

  await test.step("it appears before both by itself, with the old and the new name", async () => {
    await askForName(database, asking(workspace, mia), ["Mia", "Neu"]);
    await askForName(database, asking(workspace, nils), ["Nils", "Sofort"], "applied");
    for (const page of [first, second]) {
      await expect(requestRow(page, waiting, "Mia Alt")).toContainText("Mia Neu");
      await expect(requestRow(page, new RegExp(recent), "Nils Alt")).toContainText("Galt sofort");
    }
  });

  await test.step("who accepts it is named to the other", async () => {
    await requestRow(first, waiting, "Mia Alt")
      .getByRole("button", { name: /^Annehmen/ })
      .click();
    await expect(requestRow(first, waiting, "Mia Alt")).toBeHidden();
    await expect(second.getByText("Nichts wartet auf Zustimmung.")).toBeVisible();
    await expect(requestRow(second, new RegExp(recent), "Mia Neu")).toContainText(
      `Angenommen von ${one.name}`,
    );
    expect(await nameOf(mia)).toBe("Mia Neu");
  });

  async function nameOf(id: string | undefined): Promise<string | undefined> {
    const [row] = await database.rows<{ name: string }>(
      "select name from public.parties where id = $1",
      [id],
    );
    return row?.name;
  }
});

test("a correction is declined, and of two who decide at once the slower one is told kindly", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = twoReps(workspace);
  const names = ["Mia Alt", "Nils Alt"];
  const [mia, nils] = await addReachableParties(database, workspace.id, names);
  await askForName(database, asking(workspace, mia), ["Mia", "Neu"]);
  await askForName(database, asking(workspace, nils), ["Nils", "Neu"]);
  const [first, second] = await Promise.all([signIn(one), signIn(two)]);
  await Promise.all([openRequests(first), openRequests(second)]);

  await test.step("declined, after a question", async () => {
    await requestRow(first, waiting, "Mia Alt")
      .getByRole("button", { name: /^Ablehnen/ })
      .click();
    await first.getByRole("alertdialog").getByRole("button", { name: "Ablehnen" }).click();
    await expect(requestRow(first, waiting, "Mia Alt")).toBeHidden();
    // The keyboard goes on where the row was.
    await expect(
      requestRow(first, waiting, "Nils Alt").getByRole("button", { name: /^Annehmen/ }),
    ).toBeFocused();
    await expect(requestRow(second, new RegExp(recent), "Mia Alt")).toContainText(
      `Abgelehnt von ${one.name}`,
    );
  });

  await test.step("accepted by one while the other is about to decline", async () => {
    await requestRow(second, waiting, "Nils Alt")
      .getByRole("button", { name: /^Ablehnen/ })
      .click();
    const question = second.getByRole("alertdialog");
    await expect(question).toBeVisible();
    await requestRow(first, waiting, "Nils Alt")
      .getByRole("button", { name: /^Annehmen/ })
      .click();
    await expect(requestRow(first, new RegExp(recent), "Nils Neu")).toContainText(
      `Angenommen von ${one.name}`,
    );
    await question.getByRole("button", { name: "Ablehnen" }).click();
    await expect(second.getByText("Darüber ist schon entschieden")).toBeVisible();
    await expect(requestRow(second, new RegExp(recent), "Nils Neu")).toBeVisible();
  });

  const outcomes = await database.rows<{ name: string; status: string }>(
    `select p.name, c.status from public.customer_changes c join public.parties p on p.id = c.party_id
    where c.workspace_id = $1 order by p.name`,
    [workspace.id],
  );
  expect(outcomes).toEqual([
    { name: "Mia Alt", status: "declined" },
    { name: "Nils Neu", status: "applied" },
  ]);
});

test("what is over by now can only be declined, and says so", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const [mia] = await addReachableParties(database, workspace.id, ["Mia Alt"]);
  await database.rows(
    `insert into public.customer_changes
      (id, workspace_id, party_id, field, op, contact_point_id, before, after, status)
    select gen_random_uuid(), c.workspace_id, c.party_id, 'email', 'change', c.id,
      jsonb_build_object('value', c.value), '{"value": "mia@spur.example"}', 'waiting'
    from public.contact_points c where c.workspace_id = $1 and c.party_id = $2`,
    [workspace.id, mia],
  );
  await database.rows(
    `update public.contact_points set valid = daterange('2020-01-01', '2021-01-01')
    where workspace_id = $1 and party_id = $2`,
    [workspace.id, mia],
  );
  const page = await signIn(rep);
  await openRequests(page);
  const row = requestRow(page, waiting, "Mia Alt");
  await row.getByRole("button", { name: /^Annehmen/ }).click();
  await expect(page.getByText("Das lässt sich nicht mehr annehmen")).toBeVisible();
  await row.getByRole("button", { name: /^Ablehnen/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Ablehnen" }).click();
  await expect(requestRow(page, new RegExp(recent), "Mia Alt")).toContainText(
    `Abgelehnt von ${rep.name}`,
  );
});

test("who wants to be forgotten is answered by a manager and not by a rep", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const [manager] = workspace.managers;
  if (!manager) throw new Error("The seed has a manager.");
  const names = ["Mia Alt", "Nils Alt"];
  const [mia, nils] = await addReachableParties(database, workspace.id, names);
  await askForErasure(database, asking(workspace, nils), 20);
  await askForErasure(database, asking(workspace, mia), -1);
  const [first, second] = await Promise.all([signIn(rep), signIn(manager)]);
  await Promise.all([openRequests(first), openRequests(second)]);

  await test.step("the rep sees by when, the most urgent first, and why it is not theirs", async () => {
    const rows = first.getByRole("list", { name: erasures }).getByRole("listitem");
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText("1 Tag überfällig");
    await expect(rows.last()).toContainText("Noch 20 Tage");
    await expect(first.getByText("wer hier die Rolle Leitung oder Admin hat")).toBeVisible();
    await expect(rows.getByRole("button")).toHaveCount(0);
  });

  await test.step("the manager declines one with a reason, and notes the other as done", async () => {
    await requestRow(second, erasures, "Nils Alt")
      .getByRole("button", { name: /^Ablehnen/ })
      .click();
    const dialog = second.getByRole("dialog");
    await dialog.getByRole("button", { name: "Ablehnen" }).click();
    await expect(dialog).toContainText("Ein Grund gehört dazu");
    await dialog.getByRole("textbox", { name: "Grund" }).fill("Rechnungen bleiben zehn Jahre.");
    await dialog.getByRole("button", { name: "Ablehnen" }).click();
    await expect(dialog).toBeHidden();
    await expect(requestRow(first, erasures, "Nils Alt")).toBeHidden();
    await requestRow(second, erasures, "Mia Alt")
      .getByRole("button", { name: /^Erledigt/ })
      .click();
    await second.getByRole("button", { name: "Als erledigt vermerken" }).click();
    await expect(requestRow(first, erasures, "Mia Alt")).toBeHidden();
  });

  await test.step("the history says who asked and who answered", async () => {
    await openParty(second, workspace.slug, nils ?? "");
    await second.getByRole("tab", { name: "Verlauf" }).click();
    await expect(second.getByText("Der Kunde selbst hat um Löschung gebeten")).toBeVisible();
    await expect(
      second.getByText(
        `${manager.name} hat die Löschung abgelehnt: Rechnungen bleiben zehn Jahre.`,
      ),
    ).toBeVisible();
  });
});

test("a contact's page says what they ask for, live, and takes the answer", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const [mia] = await addReachableParties(database, workspace.id, ["Mia Alt"]);
  const page = await signIn(rep);
  await openParty(page, workspace.slug, mia ?? "");
  const requests = page.getByRole("region", { name: /^Anliegen von/ });
  await expect(requests).toBeHidden();
  await askForErasure(database, asking(workspace, mia), 3);
  await expect(requests).toContainText("Noch 3 Tage");
  await askForName(database, asking(workspace, mia), ["Mia", "Neu"]);
  await requests.getByRole("button", { name: /^Annehmen/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mia Neu" })).toBeVisible();
  await expect(requests.getByRole("button")).toHaveCount(0);
});

test("what a customer wrote is answered in place, and nothing typed is lost when that fails", async ({
  workspace,
  signIn,
  database,
  mailbox,
}) => {
  const [rep] = twoReps(workspace);
  const customer = await addParty(database, workspace, "person", "Mia Alt");
  await database.rows(
    `insert into public.communications
      (id, workspace_id, opportunity_id, type_code, direction, party_id, is_shared, body)
    values (gen_random_uuid(), $1, $2, 'WEB_SITE_COMMUNICATI', 'incoming', $3, true, 'Wann kommt die Lieferung?')`,
    [workspace.id, workspace.opportunityIds[0], customer],
  );
  const email = `mia-${workspace.slug}@spur.example`;
  const page = await signIn(rep);
  await openPanel(page, "Rahmenvertrag 1");
  await panelOf(page).getByRole("tab", { name: "Kommunikation" }).click();
  const talk = panelOf(page).getByRole("list", { name: "Kommunikation" });
  await expect(talk).toContainText("Sieht der Kunde");
  await talk.getByRole("button", { name: "Mia Alt antworten" }).click();
  const form = talk.getByRole("form", { name: "Antwort an Mia Alt" });
  const field = form.getByRole("textbox");
  await expect(field).toBeFocused();
  await field.fill("Am Montag.");
  await form.getByRole("button", { name: "Antwort senden" }).click();
  await expect(form.getByRole("alert")).toContainText("keine E-Mail-Adresse bekannt");
  await expect(field).toHaveValue("Am Montag.");

  await test.step("what was typed stays when the form is closed", async () => {
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
    await expect(talk.getByRole("button", { name: "Weiter antworten" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue("Am Montag.");
  });

  await test.step("with an address it goes, once, and stands in the talk", async () => {
    await database.rows(
      `insert into public.contact_points (workspace_id, party_id, kind, value)
      values ($1, $2, 'email', $3)`,
      [workspace.id, customer, email],
    );
    await form.getByRole("button", { name: "Antwort senden" }).click();
    await expect(form).toBeHidden();
    await expect(talk.getByText("Am Montag.", { exact: true })).toHaveCount(1);
    expect((await mailbox.next(email)).text).toContain("Am Montag.");
  });
});

test("a company's page is shown to a person who belongs to it, and that is taken back", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const company = await addParty(database, workspace, "organization", "Mustermann GmbH");
  const page = await signIn(rep);
  await openParty(page, workspace.slug, company);
  await relate(page, { type: "Arbeitet hier", party: "Maxinchen Musterfrau" });
  const relation = page.getByRole("tabpanel").getByRole("listitem");
  const menu = relation.getByRole("button", { name: /^Aktionen für die Beziehung/ });
  const mark = relation.getByText("Sieht die Seite der Firma");
  await expect(mark).toBeHidden();
  await choose(page, menu, "Seite der Firma zeigen");
  await expect(mark).toBeVisible();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(mark).toBeHidden();
  await choose(page, menu, "Seite der Firma zeigen");
  await expect(mark).toBeVisible();

  await test.step("a relationship that is removed and brought back shows as much as before", async () => {
    await choose(page, menu, "Entfernen");
    await expect(mark).toBeHidden();
    await page.getByRole("button", { name: "Rückgängig" }).last().click();
    await expect(mark).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`what customers ask for can be read by everybody, ${colorScheme}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    const names = ["Mia Alt", "Nils Alt"];
    const [mia, nils] = await addReachableParties(database, workspace.id, names);
    await askForName(database, asking(workspace, mia), ["Mia", "Neu"]);
    await askForName(database, asking(workspace, nils), ["Nils", "Neu"], "applied");
    await askForErasure(database, asking(workspace, mia), 2);
    const page = await signIn(workspace.admin, { colorScheme });
    await openRequests(page);
    await expect(requestRow(page, erasures, "Mia Alt")).toBeVisible();
    await expectReadable(page);
    await openParty(page, workspace.slug, mia ?? "");
    await expect(page.getByRole("region", { name: /^Anliegen von/ })).toBeVisible();
    await expectReadable(page);
  });
}

function asking({ id }: { id: string }, partyId: string | undefined) {
  return { workspaceId: id, partyId: partyId ?? "" };
}

/** No serious finding of axe on what is shown. */
async function expectReadable(page: Page): Promise<void> {
  // Colours are judged when they have arrived.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious).toEqual([]);
}

import { expect, test } from "./fixtures";
import { addLeadByKey, openLead, openLeads } from "./pages/leads";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2 } });

const petra = { name: "Petra Probe", company: "Probe & Söhne", contact: "petra@probe.example" };

test.describe("The panel of a lead", () => {
  test("tells who changed what from what to what, as it happens", async ({ workspace, signIn }) => {
    const [rep, colleague] = twoReps(workspace);
    const page = await signIn(rep);
    const elsewhere = await signIn(colleague);
    for (const screen of [page, elsewhere]) await openLeads(screen);
    await addLeadByKey(page, petra);
    const panel = await openLead(page, petra.name);
    await panel.getByRole("tab", { name: "Verlauf" }).click();
    const history = panel.getByRole("list", { name: "Verlauf" }).getByRole("listitem");
    await expect(history).toHaveText([/hat den Lead hinzugefügt/]);

    const theirs = await openLead(elsewhere, petra.name);
    await theirs.getByRole("radio", { name: "In Arbeit" }).click();
    const moved = `${colleague.name} hat „Status“ von Neu auf In Arbeit geändert`;
    await expect(history.first()).toContainText(moved);
    await panel.getByLabel("Zuständig").selectOption({ label: colleague.name });
    await expect(history.first()).toContainText(
      `${rep.name} hat „Zuständig“ auf ${colleague.name} gesetzt`,
    );
    await theirs.getByRole("button", { name: "Ablehnen" }).click();
    await theirs.getByLabel("Warum wird nichts daraus?").fill("Kein Budget");
    await theirs.getByRole("button", { name: "Ablehnen" }).click();
    await expect(history.first()).toContainText("hat ihn abgelehnt: Kein Budget");
  });

  test("names its person and its company anew; where two do, one is asked", async ({
    workspace,
    signIn,
  }) => {
    const [rep, colleague] = twoReps(workspace);
    const page = await signIn(rep);
    const elsewhere = await signIn(colleague);
    for (const screen of [page, elsewhere]) await openLeads(screen);
    await addLeadByKey(page, petra);
    const panel = await openLead(page, petra.name);
    const theirs = await openLead(elsewhere, petra.name);
    for (const shown of [panel, theirs]) {
      await shown.getByRole("button", { name: "Namen von Petra Probe ändern" }).click();
      await expect(shown.getByLabel("Nachname")).toHaveValue("Probe");
    }
    await theirs.getByLabel("Nachname").fill("Probst");
    await panel.getByLabel("Nachname").fill("Prober");
    await panel.getByLabel("Nachname").press("Enter");
    await expect(page.getByRole("dialog", { name: "Petra Prober" })).toBeVisible();
    const asked = elsewhere.getByRole("dialog", { name: "Petra Prober" });
    await asked.getByLabel("Nachname").press("Enter");
    const problem = asked.getByRole("alert").filter({ hasText: "inzwischen geändert" });
    await expect(problem.getByText("Prober", { exact: true })).toBeVisible();
    await problem.getByRole("button", { name: "Eigene behalten" }).click();
    const renamed = page.getByRole("dialog", { name: "Petra Probst" });
    await expect(renamed.getByLabel("Nachname")).toHaveValue("Probst");

    await renamed.getByRole("button", { name: "Namen von Probe & Söhne ändern" }).click();
    await renamed.getByLabel("Name der Firma").fill("Probst & Töchter");
    await renamed.getByLabel("Name der Firma").press("Enter");
    await expect(
      elsewhere.getByRole("dialog", { name: "Petra Probst" }).getByText("bei Probst & Töchter"),
    ).toBeVisible();
  });
});

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
});

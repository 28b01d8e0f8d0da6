import { seedWorkspace } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { openTwoBoards, twoReps } from "./pages/two-boards";
import { nameView, openViews, rowOf } from "./pages/views";

test.use({ workspaceSeed: { reps: 2, opportunities: 10 } });

test.describe("A saved view", () => {
  test("is kept for oneself, shared, opened by a colleague, renamed and taken back, all live", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const [mine, theirs] = await openTwoBoards(workspace, signIn);
    const views = async () =>
      await database.rows<{ name: string; is_shared: boolean }>(
        "select name, is_shared from public.saved_views where workspace_id = $1 order by name",
        [workspace.id],
      );
    const current = (name: string) => ({ name: `Aktuelle Ansicht: ${name}` });

    await test.step("saved", async () => {
      await mine.goto(`/${workspace.slug}/board?view=list&min=1500`);
      await boardIsLive(mine);
      const menu = await openViews(mine);
      await menu.getByRole("menuitem", { name: "Ansicht speichern …" }).click();
      await nameView(mine, "Große Chancen");
      await expect(mine.getByRole("button", current("Große Chancen"))).toBeVisible();
      await expect.poll(views).toEqual([{ name: "Große Chancen", is_shared: false }]);
    });

    const menuOfTheirs = await openViews(theirs);
    await expect(menuOfTheirs.getByText("Noch keine gespeicherte Ansicht")).toBeVisible();

    await test.step("shared: it comes into the open menu of a colleague, who chooses it", async () => {
      const menu = await openViews(mine);
      await menu.getByRole("menuitem", { name: "„Große Chancen“ mit allen teilen" }).click();
      const shared = menuOfTheirs.getByRole("menuitemradio", {
        name: `Große Chancen · von ${rep.name}`,
      });
      await shared.click();
      await expect(theirs).toHaveURL(/view=list&min=1500/);
      await expect(rowOf(theirs, "Rahmenvertrag 10")).toBeVisible();
      await expect(rowOf(theirs, "Rahmenvertrag 1")).toHaveCount(0);
      const again = await openViews(theirs);
      await expect(again.getByRole("menuitem", { name: /umbenennen|löschen|teilen/ })).toHaveCount(
        0,
      );
      await theirs.keyboard.press("Escape");
    });

    await test.step("renamed", async () => {
      const menu = await openViews(mine);
      await menu.getByRole("menuitem", { name: "„Große Chancen“ umbenennen …" }).click();
      await nameView(mine, "Ab 1.500");
      await expect(theirs.getByRole("button", current("Ab 1.500"))).toBeVisible();
    });

    await test.step("changed to other filters", async () => {
      await mine.goto(`/${workspace.slug}/board?view=list&min=1500`);
      const menu = await openViews(mine);
      await menu.getByRole("menuitemradio", { name: "Ab 1.500" }).click();
      await mine.getByRole("textbox", { name: "Chancen durchsuchen" }).fill("Rahmenvertrag 10");
      await expect(rowOf(mine, "Rahmenvertrag 9")).toHaveCount(0);
      const further = await openViews(mine);
      await further.getByRole("menuitem", { name: "„Ab 1.500“ auf diese Filter ändern" }).click();
      await expect(mine.getByRole("button", current("Ab 1.500"))).toBeVisible();
      const theirMenu = await openViews(theirs);
      await theirMenu.getByRole("menuitemradio", { name: /^Ab 1.500/ }).click();
      await expect(theirs).toHaveURL(/q=Rahmenvertrag/);
    });

    await test.step("deleted and brought back, then deleted for good", async () => {
      const remove = async () => {
        const menu = await openViews(mine);
        await menu.getByRole("menuitem", { name: "„Ab 1.500“ löschen" }).click();
        await expect(mine.getByText("Ansicht „Ab 1.500“ gelöscht")).toBeVisible();
        await expect(mine.getByRole("button", current("Ab 1.500"))).toHaveCount(0);
      };
      await remove();
      await mine.getByRole("button", { name: "Rückgängig" }).click();
      await expect(mine.getByRole("button", current("Ab 1.500"))).toBeVisible();
      expect(await views()).toEqual([{ name: "Ab 1.500", is_shared: true }]);
      await remove();
      const toast = mine.getByRole("listitem").filter({ hasText: "Ansicht „Ab 1.500“ gelöscht" });
      await toast.getByRole("button", { name: "Meldung schließen" }).click();
      await expect.poll(views).toEqual([]);
      await expect(theirs.getByRole("button", current("Ab 1.500"))).toHaveCount(0);
    });
  });

  test("of one workspace is in no menu of another", async ({
    workspace,
    environment,
    signIn,
    database,
  }) => {
    await database.rows(
      `insert into public.saved_views (workspace_id, owner_id, name, parameters, is_shared)
       values ($1, $2, 'Alle Angebote', 'view=list', true)`,
      [workspace.id, workspace.admin.id],
    );
    const other = await seedWorkspace(environment.databaseUrl, { opportunities: 1 });
    const [colleague, stranger] = await Promise.all([
      signIn(twoReps(workspace)[0]),
      signIn(other.admin),
    ]);
    await expect(
      (await openViews(colleague)).getByRole("menuitemradio", { name: /^Alle Angebote/ }),
    ).toBeVisible();
    const menu = await openViews(stranger);
    await expect(menu.getByText("Noch keine gespeicherte Ansicht")).toBeVisible();
    await expect(menu.getByRole("menuitemradio")).toHaveCount(0);
  });
});

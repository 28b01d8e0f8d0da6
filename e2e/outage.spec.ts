import { expectBoardsToEqualDatabase } from "./converge";
import { expect, test } from "./fixtures";
import { boardIsLive, card, carryByKeys, column, quickAdd } from "./pages/board";
import { openTwoBoards } from "./pages/two-boards";

// The API of this file's own stack dies; nobody else notices.
test.use({ ownStack: true, workspaceSeed: { reps: 2, opportunities: 10 } });
test.describe.configure({ mode: "serial" });

test.afterEach(async ({ api }) => {
  // A test that failed in the middle must not leave the API dead for the next one.
  await api.restart();
});

test("boards that lost the API say so, and equal the database when it is back", async ({
  workspace,
  signIn,
  database,
  api,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  await carryByKeys(one, "Rahmenvertrag 1", ["ArrowRight"]);
  await api.kill();
  for (const page of [one, two]) {
    await expect(page.getByRole("status").filter({ hasText: "Keine Verbindung." })).toBeVisible();
  }
  // What happened while nobody listened: another writer reached the database.
  await database.rows(
    "update public.opportunities set stage_id = $2, rank = rank || '5', amount = 7777 where id = $1",
    [workspace.opportunityIds[2], workspace.stages[0]?.id],
  );
  await carryByKeys(two, "Rahmenvertrag 2", ["ArrowRight"]);
  await api.restart();
  await Promise.all([one, two].map(boardIsLive));
  await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
  await expect(
    column(one, "Erstkontakt").getByText("Rahmenvertrag 3", { exact: true }),
  ).toBeVisible();
});

test("what is done during an outage waits on the device and is written when it is over", async ({
  workspace,
  signIn,
  database,
  api,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  await api.kill();
  await carryByKeys(one, "Rahmenvertrag 1", ["ArrowRight"]);
  const wanted = { customer: "Kunde 2 GmbH", name: "Tierpfleger-Jacken", amount: "900" };
  await quickAdd(one, "Erstkontakt", wanted, "known");
  await expect(
    one.getByRole("status").filter({ hasText: "2 Änderungen warten auf diesem Gerät." }),
  ).toBeVisible();
  await api.restart();
  await Promise.all([one, two].map(boardIsLive));
  await expect(card(two, "Tierpfleger-Jacken")).toHaveCount(1);
  const [moved] = await database.rows<{ stage_id: string }>(
    "select stage_id from public.opportunities where id = $1",
    [workspace.opportunityIds[0]],
  );
  expect(moved?.stage_id).toBe(workspace.stages[1]?.id);
  await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
});

test("an API that comes and goes under many moves loses none of them silently", async ({
  workspace,
  signIn,
  database,
  api,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  for (const round of [1, 2, 3]) {
    const moves = Promise.all([
      carryByKeys(one, `Rahmenvertrag ${round}`, ["ArrowRight"]),
      carryByKeys(two, `Rahmenvertrag ${round + 4}`, ["ArrowRight", "ArrowDown"]),
    ]);
    await api.kill();
    await moves;
    await api.restart();
    await Promise.all([one, two].map(boardIsLive));
  }
  await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
});

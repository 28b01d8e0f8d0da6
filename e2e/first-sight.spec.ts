import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 4 } });

test("a list stays as the server drew it until its code is here, whatever changes meanwhile", async ({
  workspace,
  signIn,
  database,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  const [id] = workspace.opportunityIds;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('"views.list"')) await released;
    await route.fulfill({ response });
  });
  await page.addInitScript(() => {
    let isThere = false;
    new MutationObserver(() => {
      const isNow = document.querySelector("[data-row]") !== null;
      if (isThere && !isNow) document.documentElement.dataset.lostItsRows = "";
      isThere ||= isNow;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`/${workspace.slug}/board?view=list`);
  await boardIsLive(page);
  await database.rows("update public.opportunities set name = 'Umbenannt' where id = $1", [id]);
  // The head counts what the board holds: when it has heard of this, so has the list.
  await database.rows("delete from public.opportunities where id = $1", [
    workspace.opportunityIds[1],
  ]);
  await expect(page.getByText("3 Chancen", { exact: true })).toBeVisible();
  await expect(page.getByText("Umbenannt")).toBeHidden();
  release();
  await expect(page.getByText("Umbenannt")).toBeVisible();
  await expect(page.locator("html[data-lost-its-rows]")).toHaveCount(0);
});

test("the head of a board stays as the server drew it until its code is here", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  let held = 0;
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    // Only the head translates the names of the layouts.
    if ((await response.text()).includes('"query.layout"')) {
      held += 1;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    await route.fulfill({ response });
  });
  await page.addInitScript(() => {
    let isThere = false;
    new MutationObserver(() => {
      const isNow = document.querySelector("main h1") !== null;
      if (isThere && !isNow) document.documentElement.dataset.lostItsHead = "";
      isThere ||= isNow;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await boardIsLive(page);
  expect(held).toBe(1);
  expect(failures).toEqual([]);
  await expect(page.locator("html[data-lost-its-head]")).toHaveCount(0);
});

test.describe("A board with more than it shows", () => {
  test.use({ workspaceSeed: { reps: 2, opportunities: 200 } });

  test("stands still when nothing happens, so that no tablet draws frames for nobody", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(twoReps(workspace)[0]);
    await boardIsLive(page);
    const running = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .map(({ effect }) =>
            effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 120) : "",
          ),
      );
    await expect.poll(running).toEqual([]);
  });
});

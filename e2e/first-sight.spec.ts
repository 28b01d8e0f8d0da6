import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 4 } });

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

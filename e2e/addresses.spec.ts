import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";

test.use({ workspaceSeed: { reps: 1, opportunities: 4 } });

const guid = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

/** Made by hand, cut off on the way, or from another time. */
const addresses = [
  "?q=%00&q=Rahmen&q=",
  "?q=%E0%A4%A&close=0000-00-00..&min=-1&max=NaN&group=__proto__&view=constructor",
  `?view=list&owner=${Array(200).fill(guid).join()}&team=none,none`,
  "?view=forecast&close=9999-12-31..&signal=missing&group=stage",
  "?o=..%2F..%2Fsettings&view=forecast",
  `?o=${guid}&o=&q=${"%F0%9F%98%80".repeat(200)}`,
  "/wall?q=%00&group=month&view=list",
];

test("whatever an address says, there is a board that can be worked with", async ({
  workspace,
  signIn,
}) => {
  test.slow();
  const page = await signIn(workspace.admin);
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  for (const address of addresses) {
    await test.step(address.slice(0, 40), async () => {
      const answer = await page.goto(`/${workspace.slug}/board${address}`);
      expect(answer?.status()).toBe(200);
      await boardIsLive(page);
    });
  }
  expect(failures).toEqual([]);
});

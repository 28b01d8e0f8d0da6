import { beforeAll, expect, it } from "vitest";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newWorkspace,
  signedOutCaller,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;
beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
});

async function wanted(isOpen: boolean) {
  const { version, ...page } = await workspace.admin.caller.contactPageSettings.read();
  return { version, page: { ...page, isOpen, titles: { de: "Grüß Gott" } } };
}

it("opens the page to everybody once an admin says so", async () => {
  const { slug } = workspace;
  expect(await codeOf(signedOutCaller().contactPage.read({ slug }))).toBe("not_found");
  await workspace.admin.caller.contactPageSettings.update(await wanted(true));
  expect(await signedOutCaller().contactPage.read({ slug })).toMatchObject({
    titles: { de: "Grüß Gott" },
  });
});

it("lets others read it only", async () => {
  expect(await rep.caller.contactPageSettings.read()).toMatchObject({ assignment: "queue" });
  expect(await codeOf(rep.caller.contactPageSettings.update(await wanted(false)))).toBe(
    "forbidden",
  );
});

it("does not overwrite what somebody else has saved since", async () => {
  const stale = await wanted(true);
  await workspace.admin.caller.contactPageSettings.update(stale);
  expect(await codeOf(workspace.admin.caller.contactPageSettings.update(stale))).toBe("conflict");
});

it("wants to know who gets the leads", async () => {
  const { version, page } = await wanted(true);
  const nobody = { version, page: { ...page, assignment: "member" as const, memberId: null } };
  expect(await codeOf(workspace.admin.caller.contactPageSettings.update(nobody))).toBe(
    "invalid_input",
  );
});

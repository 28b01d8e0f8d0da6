import { randomUUID } from "node:crypto";
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

const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

it("keeps the logo, the questions, the lists and what customers may change, in their order", async () => {
  const { caller } = workspace.admin;
  const { version, ...page } = await caller.contactPageSettings.read();
  const wished = {
    ...page,
    logo: pixel,
    questions: [
      {
        id: randomUUID(),
        labels: { en: "Which fabric?" },
        kind: "choice" as const,
        isRequired: true,
        options: [{ de: "Leinen", en: "Linen" }, { de: "Loden" }],
      },
      {
        id: randomUUID(),
        labels: { de: "Wie viel?" },
        kind: "text" as const,
        isRequired: false,
        options: [],
      },
    ],
    listIds: [randomUUID()],
    hasMyPage: true,
    changeRules: { ...page.changeRules, phone: "off" as const },
  };
  const saved = await caller.contactPageSettings.update({ version, page: wished });
  expect(saved).toEqual({ ...wished, version: version + 1 });
});

it("takes no picture that runs scripts or is too heavy, and no question without words or choice", async () => {
  const { caller } = workspace.admin;
  const { version, ...page } = await caller.contactPageSettings.read();
  const question = { id: randomUUID(), labels: { de: "?" }, isRequired: false };
  const refused = [
    { logo: "data:image/svg+xml;base64,PHN2Zy8+" },
    { logo: pixel + "A".repeat(90_000) },
    { privacyUrl: "spur.example/datenschutz" },
    { questions: [{ ...question, kind: "text" as const, labels: {}, options: [] }] },
    { questions: [{ ...question, kind: "choice" as const, options: [{ de: "Leinen" }] }] },
  ];
  for (const part of refused) {
    const update = caller.contactPageSettings.update({ version, page: { ...page, ...part } });
    expect(await codeOf(update), Object.keys(part).join()).toBe("invalid_input");
  }
});

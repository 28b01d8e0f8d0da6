import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newOpportunity,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;
beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
});

async function opportunityId(): Promise<string> {
  const input = newOpportunity(workspace);
  await rep.caller.opportunity.create(input);
  return input.id;
}

const call = (opportunityId: string, body: string, occurredAt?: string) => ({
  id: randomUUID(),
  mutationId: randomUUID(),
  opportunityId,
  typeCode: "PHONE_COMMUNICATION" as const,
  direction: "outgoing" as const,
  body,
  ...(occurredAt === undefined ? {} : { occurredAt }),
});

it("documents a call with the customer, once", async () => {
  const about = await opportunityId();
  const input = call(about, "Grüße\r\nund Fragen");
  await rep.caller.communication.log(input);
  await rep.caller.communication.log(input);
  const { items } = await workspace.admin.caller.communication.list({ opportunityId: about });
  expect(items).toMatchObject([
    { id: input.id, body: "Grüße\nund Fragen", party: { name: "Dachsanierung KG" }, version: 1 },
  ]);
});

it("lists newest first, page by page, also within one moment", async () => {
  const about = await opportunityId();
  const moment = "2026-03-04T10:00:00.123456+01:00";
  const [old, recent] = [
    call(about, "alt", "2026-01-01T00:00:00Z"),
    call(about, "neu", "2026-05-01T00:00:00Z"),
  ];
  const together = [call(about, "a", moment), call(about, "b", moment), call(about, "c", moment)];
  for (const input of [old, ...together, recent]) await rep.caller.communication.log(input);
  const bodies: string[] = [];
  let cursor: { occurredAt: string; id: string } | null = null;
  for (let pages = 0; pages < 3; pages++) {
    const page: Awaited<ReturnType<typeof rep.caller.communication.list>> =
      await rep.caller.communication.list({ opportunityId: about, limit: 2, cursor });
    bodies.push(...page.items.map(({ body }) => body ?? ""));
    cursor = page.nextCursor;
  }
  const byId = together.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ body }) => body);
  expect(bodies).toEqual(["neu", ...byId, "alt"]);
  expect(cursor).toBeNull();
});

it("lets only its author correct it, based on what they saw", async () => {
  const about = await opportunityId();
  const { id } = await rep.caller.communication.log(call(about, "Termin am Montag"));
  const edit = { id, version: 1, patch: { body: "Termin am Dienstag" } };
  expect(await codeOf(workspace.admin.caller.communication.update(edit))).toBe("forbidden");
  expect(await rep.caller.communication.update(edit)).toMatchObject({
    version: 2,
    body: "Termin am Dienstag",
  });
  expect(await codeOf(rep.caller.communication.update(edit))).toBe("conflict");
});

it("lets managers and admins remove it", async () => {
  const about = await opportunityId();
  const { id } = await rep.caller.communication.log(call(about, "Irrtum"));
  const colleague = await join(workspace, "rep");
  expect(await codeOf(colleague.caller.communication.delete({ id }))).toBe("forbidden");
  expect(await workspace.admin.caller.communication.delete({ id })).toEqual({
    id,
    opportunityId: about,
  });
});

it("tells that an opportunity is not there, rather than that nothing was said", async () => {
  const { caller } = (await newWorkspace()).admin;
  const foreign = { opportunityId: await opportunityId() };
  expect(await codeOf(caller.communication.list(foreign))).toBe("opportunity_not_found");
  expect((await rep.caller.communication.list(foreign)).items).toEqual([]);
  expect(some(workspace.id)).not.toBe("");
});

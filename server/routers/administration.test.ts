import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  type Actor,
  callerWith,
  codeOf,
  connectToTestStack,
  join,
  mailedLink,
  newOpportunity,
  newWorkspace,
  signIn,
  signUp,
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

it("gives a second workspace of the same name another address", async () => {
  const { user } = workspace.admin;
  const { caller } = await signIn(user);
  const input = {
    id: randomUUID(),
    slug: workspace.slug,
    company: "Muster GmbH",
    currency: "CHF",
    timeZone: "Europe/Zurich",
    locale: "de" as const,
    givenName: "Max",
    familyName: "Mustermann",
    teamName: "Vertrieb",
    stages: [{ name: "Neu", kind: "open" as const, probability: 10, rotDays: null }],
  };
  const { slug } = await caller.workspace.create(input);
  expect(slug).toBe(`${workspace.slug}-2`);
  expect(await caller.workspace.create(input)).toEqual({ slug });
  expect(await codeOf(caller.workspace.create({ ...input, slug: "welcome" }))).toBe(
    "invalid_input",
  );
});

it("lets admins rename the workspace, based on what they saw", async () => {
  const { caller } = workspace.admin;
  const { version } = await caller.workspace.byId();
  const edit = { version, patch: { name: "Muster AG", accentHue: 20 } };
  expect(await codeOf(rep.caller.workspace.update(edit))).toBe("forbidden");
  expect(await caller.workspace.update(edit)).toMatchObject({
    name: "Muster AG",
    version: version + 1,
  });
  expect(await codeOf(caller.workspace.update(edit))).toBe("conflict");
  const { slug } = await newWorkspace();
  const taken = { version: version + 1, patch: { slug } };
  expect(await codeOf(caller.workspace.update(taken))).toBe("already_exists");
});

it("invites by mail; whoever proves the address joins", async () => {
  const user = await signUp();
  const { caller } = workspace.admin;
  const invited = { email: user.email.toUpperCase(), accessRole: "manager" as const, teamId: null };
  const { invitation, mailed } = await caller.invitation.create(invited);
  expect(mailed).toBe(true);
  expect(new URL(await mailedLink(user.email)).searchParams.get("next")).toMatch(/\/welcome$/);
  expect(await codeOf(caller.invitation.create(invited))).toBe("already_exists");
  expect((await caller.invitation.list()).map(({ email }) => email)).toContain(user.email);

  const names = { givenName: "Erika", familyName: "Musterfrau" };
  const stranger = await signIn(await signUp());
  const stolen = stranger.caller.invitation.accept({ id: invitation.id, ...names });
  expect(await codeOf(stolen)).toBe("invitation_not_found");
  const { caller: invitee } = await signIn(user);
  expect((await invitee.session.current())?.invitations).toMatchObject([{ id: invitation.id }]);
  expect(await invitee.invitation.accept({ id: invitation.id, ...names })).toEqual({
    slug: workspace.slug,
  });
  expect((await caller.invitation.list()).map(({ email }) => email)).not.toContain(user.email);
});

it("keeps an invitation whose mail could not be sent", async () => {
  const { caller } = workspace.admin;
  const email = `nicht.zustellbar.${randomUUID()}@spur.test`;
  // The caller has its client already; the client for the mail is made when it is needed.
  const url = process.env.NEXT_PUBLIC_SUPABASE_URL;
  process.env.NEXT_PUBLIC_SUPABASE_URL = "http://127.0.0.1:1";
  const created = await caller.invitation
    .create({ email, accessRole: "rep", teamId: null })
    .finally(() => {
      process.env.NEXT_PUBLIC_SUPABASE_URL = url;
    });
  expect(created).toMatchObject({ invitation: { email }, mailed: false });
  expect(await caller.invitation.delete({ id: created.invitation.id })).toEqual({
    id: created.invitation.id,
  });
  expect(await codeOf(caller.invitation.delete({ id: created.invitation.id }))).toBe(
    "invitation_not_found",
  );
});

it("leaves inviting to admins", async () => {
  const invited = { email: "a@spur.test", accessRole: "admin" as const, teamId: null };
  expect(await codeOf(rep.caller.invitation.create(invited))).toBe("forbidden");
  expect(await rep.caller.invitation.list()).toEqual([]);
});

it("changes roles, ends and reopens memberships, and never the last admin's", async () => {
  const { caller } = workspace.admin;
  const members = await caller.member.list();
  const other = some(members.find(({ id }) => id !== workspace.adminId));
  const edit = { id: other.id, version: other.version, patch: { accessRole: "manager" as const } };
  expect(await codeOf(rep.caller.member.update(edit))).toBe("forbidden");
  expect(await caller.member.update(edit)).toMatchObject({ accessRole: "manager" });
  expect(await codeOf(caller.member.update(edit))).toBe("conflict");
  expect(await codeOf(caller.member.deactivate({ id: workspace.adminId }))).toBe("last_admin");

  const leaving = await join(workspace, "rep");
  const { email } = leaving.user;
  const { id } = some((await caller.member.list()).find((member) => member.email === email));
  expect((await caller.member.deactivate({ id })).deactivatedAt).not.toBeNull();
  expect(await codeOf(leaving.caller.board.open({}))).toBe("workspace_not_found");
  expect((await leaving.caller.session.current())?.memberships).toEqual([]);

  expect(await codeOf(leaving.caller.member.reactivate({ id }))).toBe("forbidden");
  expect(await codeOf(rep.caller.member.reactivate({ id }))).toBe("forbidden");
  const back = await caller.member.reactivate({ id });
  expect(back).toMatchObject({ accessRole: "rep", deactivatedAt: null });
  expect(await caller.member.reactivate({ id })).toMatchObject({ deactivatedAt: null });
  expect(await codeOf(leaving.caller.board.open({}))).toBe("ok");
});

it("keeps teams in a tree, with their members", async () => {
  const { team } = workspace.admin.caller;
  const child = { id: randomUUID(), name: "Nord", parentId: workspace.teamId };
  const made = await team.create(child);
  expect(await team.create(child)).toEqual(made);
  const ring = { id: workspace.teamId, version: 1, patch: { parentId: child.id } };
  expect(await codeOf(team.update(ring))).toBe("team_cycle");
  expect(await team.update({ id: child.id, version: 1, patch: { name: "Norden" } })).toMatchObject({
    name: "Norden",
    parentId: workspace.teamId,
  });
  const membership = { teamId: child.id, memberId: workspace.adminId };
  await team.addMember(membership);
  expect(await team.addMember(membership)).toEqual(membership);
  const listed = some((await team.list()).find(({ id }) => id === child.id));
  expect(listed.memberIds).toEqual([workspace.adminId]);
  expect(await team.removeMember(membership)).toEqual(membership);
  expect(await codeOf(rep.caller.team.addMember(membership))).toBe("forbidden");

  const inTeam = { ...newOpportunity(workspace), teamId: child.id };
  await workspace.admin.caller.opportunity.create(inTeam);
  expect(await codeOf(team.delete({ id: child.id }))).toBe("in_use");
  await workspace.admin.caller.opportunity.delete({ id: inTeam.id, mutationId: randomUUID() });
  expect(await team.delete({ id: child.id })).toEqual({ id: child.id });
});

it("shapes the pipeline without losing a card", async () => {
  const own = await newWorkspace();
  const { stage, board, opportunity } = own.admin.caller;
  const added = {
    id: randomUUID(),
    name: "Prüfung",
    kind: "open" as const,
    probability: 20,
    rotDays: 7,
  };
  const made = await stage.create({ ...added, position: 5 });
  expect(await stage.create({ ...added, position: 5 })).toEqual(made);
  const order = [made.id, own.stages.open, own.stages.quoted, own.stages.won, own.stages.lost];
  await stage.reorder({ stageIds: order });
  expect((await stage.list()).map(({ id }) => id)).toEqual(order);
  await stage.update({ id: made.id, version: 2, patch: { rotDays: null } });

  const card = { ...newOpportunity(own), stageId: made.id };
  await opportunity.create(card);
  const won = { id: made.id, version: 3, patch: { kind: "won" as const, probability: 100 } };
  expect(await codeOf(stage.update(won))).toBe("stage_in_use");
  await stage.retire({ id: made.id, moveTo: own.stages.open });
  expect((await board.open({})).columns[own.stages.open]).toMatchObject([{ id: card.id }]);
  const late = opportunity.create({ ...newOpportunity(own), stageId: made.id });
  expect(await codeOf(late)).toBe("stage_not_found");
});

it("leaves the pipeline to admins", async () => {
  const { stage } = rep.caller;
  const { open, quoted } = workspace.stages;
  const added = { id: randomUUID(), name: "Meine", kind: "open" as const, probability: 20 };
  expect(await codeOf(stage.create({ ...added, rotDays: null, position: 9 }))).toBe("forbidden");
  expect(await codeOf(stage.update({ id: open, version: 1, patch: { name: "X" } }))).toBe(
    "forbidden",
  );
  expect(await codeOf(stage.reorder({ stageIds: [quoted, open] }))).toBe("forbidden");
  expect(await codeOf(stage.retire({ id: open, moveTo: quoted }))).toBe("stage_not_found");
});

it("asks in which workspace", async () => {
  for (const workspaceId of [undefined, "", "muster", "00000000"]) {
    const { stage } = callerWith(workspace.admin.cookies, workspaceId);
    expect(await codeOf(stage.list())).toBe("invalid_input");
  }
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, anonymous, as, call, makeUser } from "./actors";
import { failure, one, openDatabase, type Row, value } from "./database";
import { createOpportunity, moveOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const accept = (actor: Actor, id: string) =>
  call(pool, actor, "accept_invitation", { p_id: id, p_given_name: "Gerd", p_family_name: "Gast" });

async function invite(email: string, given: Row = {}): Promise<string> {
  const fields: Row = {
    workspace_id: world.workspaceId,
    invited_by: world.admin.memberId,
    email,
    access_role: "manager",
    team_id: world.teams.south,
    ...given,
  };
  const columns = Object.keys(fields);
  const places = columns.map((_, index) => `$${index + 1}`);
  return String(
    await value(
      pool,
      `insert into public.invitations (${columns}) values (${places}) returning id`,
      Object.values(fields),
    ),
  );
}

describe("an invitation", () => {
  it("makes whoever proves the address a member, an employee and one of the team", async () => {
    const guest = await makeUser(pool);
    const slug = await accept(guest, await invite(guest.email));
    expect(slug).toBe(
      await value(pool, "select slug from public.workspaces where id = $1", [world.workspaceId]),
    );
    const joined = await one(
      pool,
      `select m.name, m.access_role, p.kind, t.team_id,
         exists (select from public.party_relationships r where r.to_party_id = p.id
           and r.type_code = 'EMPLOYMENT' and r.from_party_id = w.party_id) as employed
       from public.members m join public.parties p on p.id = m.party_id
       join public.workspaces w on w.id = m.workspace_id
       join public.team_members t on t.member_id = m.id where m.user_id = $1`,
      [guest.userId],
    );
    expect(joined).toEqual({
      name: "Gerd Gast",
      access_role: "manager",
      kind: "person",
      team_id: world.teams.south,
      employed: true,
    });
  });

  it("may be accepted again without joining twice", async () => {
    const guest = await makeUser(pool);
    const id = await invite(guest.email);
    const answers = await Promise.all([accept(guest, id), accept(guest, id), accept(guest, id)]);
    expect(new Set(answers).size).toBe(1);
    const memberships = "select count(*)::int from public.members where user_id = $1";
    expect(await value(pool, memberships, [guest.userId])).toBe(1);
  });

  it("brings a deactivated member back with what they were", async () => {
    await accept(world.deactivated, await invite(world.deactivated.email));
    expect(
      await one(
        pool,
        "select id, deactivated_at, access_role from public.members where user_id = $1",
        [world.deactivated.userId],
      ),
    ).toEqual({ id: world.deactivated.memberId, deactivated_at: null, access_role: "manager" });
  });

  it("is nothing to somebody with another address", async () => {
    const id = await invite("jemand@spur.test");
    expect(await failure(accept(await makeUser(pool), id))).toMatchObject({
      message: "invitation_not_found",
    });
  });

  it("is nothing to somebody who has not proven the address", async () => {
    const guest = await makeUser(pool, `${randomUUID()}@spur.test`, false);
    const id = await invite(guest.email);
    expect(await failure(accept(guest, id))).toMatchObject({ message: "invitation_not_found" });
    expect(await call(pool, guest, "my_session", {})).toMatchObject({ invitations: [] });
  });

  it("ends", async () => {
    const guest = await makeUser(pool);
    const id = await invite(guest.email, { expires_at: "2020-01-01" });
    expect(await failure(accept(guest, id))).toMatchObject({ message: "invitation_not_found" });
    expect(await call(pool, guest, "my_session", {})).toMatchObject({ invitations: [] });
  });

  it("is shown to its guest with the name of the workspace, and to nobody else", async () => {
    const guest = await makeUser(pool);
    const id = await invite(guest.email);
    expect(await call(pool, guest, "my_session", {})).toMatchObject({
      memberships: [],
      invitations: [{ id, workspaceName: "Mustermann GmbH", accessRole: "manager" }],
    });
    expect(await call(pool, await makeUser(pool), "my_session", {})).toMatchObject({
      invitations: [],
    });
  });
});

describe("setting up a workspace", () => {
  const setUp = (actor: Actor, id: string, given: Row = {}) =>
    call(pool, actor, "create_workspace", {
      p_id: id,
      p_slug: `acme-${id.slice(0, 8)}`,
      p_company: "Acme",
      p_currency: "CHF",
      p_time_zone: "Europe/Zurich",
      p_locale: "en",
      p_given_name: "Ada",
      p_family_name: "Admin",
      p_team_name: "Sales",
      p_stages: [{ name: "New", kind: "open", probability: 5 }],
      ...given,
    });

  it("may be repeated with the same id", async () => {
    const user = await makeUser(pool);
    const id = randomUUID();
    const slugs = await Promise.all([setUp(user, id), setUp(user, id), setUp(user, id)]);
    expect(new Set(slugs).size).toBe(1);
    expect(await call(pool, user, "my_session", {})).toMatchObject({
      memberships: [{ workspaceId: id, accessRole: "admin", currency: "CHF" }],
    });
    const kept = "select count(*)::int from public.stages where workspace_id = $1";
    expect(await value(pool, kept, [id])).toBe(1);
  });

  it("finds another address when the wanted one is taken", async () => {
    const slug = `gleich-${randomUUID().slice(0, 8)}`;
    const slugs = await Promise.all(
      [1, 2, 3].map(async () => setUp(await makeUser(pool), randomUUID(), { p_slug: slug })),
    );
    expect(new Set(slugs)).toEqual(new Set([slug, `${slug}-2`, `${slug}-3`]));
  });

  it("tells a stranger nothing about a workspace with that id", async () => {
    expect(await setUp(await makeUser(pool), world.workspaceId)).toBeNull();
  });

  it("wants a stage to begin in", async () => {
    const attempt = setUp(await makeUser(pool), randomUUID(), {
      p_stages: [{ name: "Won", kind: "won", probability: 100 }],
    });
    expect(await failure(attempt)).toMatchObject({ message: "last_open_stage" });
  });

  it("is refused to whoever is not signed in", async () => {
    expect(await failure(setUp(anonymous, randomUUID()))).toMatchObject({ code: "42501" });
  });
});

it("a workspace goes as a whole, with all that is in it, and tells nobody", async () => {
  const card = await createOpportunity(pool, world, world.owner, { p_contact_name: "Paul Weg" });
  await moveOpportunity(pool, world.owner, card.id, world.stages.won);
  await invite(`${randomUUID()}@spur.test`);
  await pool.query("delete from public.workspaces where id = $1", [world.workspaceId]);
  for (const table of ["opportunities", "change_history", "change_log", "members", "parties"]) {
    const left = `select count(*)::int from public.${table} where workspace_id = $1`;
    expect(await value(pool, left, [world.workspaceId])).toBe(0);
  }
});

describe("the last admin", () => {
  const change = (memberId: string, set: string) =>
    as(pool, world.admin, (database) =>
      database.query(`update public.members set ${set} where id = $1`, [memberId]),
    );

  it.each(["access_role = 'rep'", "deactivated_at = now()"])("stays: %s", async (set) => {
    expect(await failure(change(world.admin.memberId, set))).toMatchObject({
      message: "last_admin",
    });
  });

  it("may go when there is another", async () => {
    await change(world.colleague.memberId, "access_role = 'admin'");
    expect(await failure(change(world.admin.memberId, "access_role = 'rep'"))).toMatchObject({
      code: "",
    });
  });

  it("stays when two admins demote each other at the same moment", async () => {
    await change(world.colleague.memberId, "access_role = 'admin'");
    const demote = (actor: Actor, memberId: string) =>
      failure(
        as(pool, actor, (database) =>
          database.query("update public.members set access_role = 'rep' where id = $1", [memberId]),
        ),
      );
    await Promise.all([
      demote(world.admin, world.colleague.memberId),
      demote(world.colleague, world.admin.memberId),
    ]);
    const admins = `select count(*)::int from public.members
      where workspace_id = $1 and access_role = 'admin' and deactivated_at is null`;
    expect(await value(pool, admins, [world.workspaceId])).toBe(1);
  });
});

describe("the tree of teams", () => {
  const put = (teamId: string, parentId: string) =>
    failure(
      as(pool, world.admin, (database) =>
        database.query("update public.teams set parent_id = $2 where id = $1", [teamId, parentId]),
      ),
    );

  it("has no ring", async () => {
    const { north, east } = world.teams;
    expect(await put(north, east)).toMatchObject({ message: "team_cycle" });
    expect(await put(north, north)).toMatchObject({ message: "team_cycle" });
  });

  it("has no ring either when two moves that close one come together", async () => {
    const { east, south } = world.teams;
    const answers = await Promise.all([put(east, south), put(south, east)]);
    expect(answers.map(({ message }) => message).sort()).toEqual(["", "team_cycle"]);
  });

  it("reaches no team of another workspace", async () => {
    const foreign = (await makeWorld(pool)).teams.north;
    expect(await put(world.teams.south, foreign)).toMatchObject({ code: "23503" });
  });
});

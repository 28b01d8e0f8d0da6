import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, as, call } from "./actors";
import { failure, openDatabase, value } from "./database";
import {
  addLead,
  convertLead,
  logLeadCall,
  readLead,
  rolesOf,
  setLeadStatus,
  takeLead,
} from "./leads";
import { makeWorld, type World } from "./world";

const pool = openDatabase(8);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const assign = (ids: string[], ownerId: string | null) =>
  call(pool, world.manager, "assign_leads", {
    p_ids: ids,
    p_owner_id: ownerId,
    p_mutation_id: randomUUID(),
  });

describe("a lead", () => {
  it("is added with a name and a contact point, once however often it is asked for", async () => {
    const once = {
      p_id: randomUUID(),
      p_mutation_id: randomUUID(),
      p_name: "Petra Probe",
      p_contact_kind: "email",
      p_contact_value: "petra@probe.test",
      p_source: "TRADE_SHOW",
    };
    await addLead(pool, world, world.owner, once);
    expect(await addLead(pool, world, world.owner, once)).toMatchObject({
      version: 1,
      status: "new",
      queue: "unassigned",
      party: { kind: "person", name: "Petra Probe" },
      organization: null,
      contactPoint: { kind: "email", value: "petra@probe.test" },
      createdById: world.owner.memberId,
    });
    // Another interest of the same person, with an address that is known already.
    const again = await addLead(pool, world, world.colleague, {
      ...once,
      p_id: randomUUID(),
      p_mutation_id: randomUUID(),
    });
    expect(again.contactPoint).toMatchObject({ value: "petra@probe.test" });
    const parties =
      "select count(*)::int from public.parties where workspace_id = $1 and name = 'Petra Probe'";
    expect(await value(pool, parties, [world.workspaceId])).toBe(1);
  });

  it("of a person in a company makes the one a contact of the other", async () => {
    const lead = await addLead(pool, world, world.owner, { p_company_name: "Probe & Söhne" });
    expect(lead.organization).toMatchObject({ name: "Probe & Söhne" });
    const relations = `select count(*)::int from public.party_relationships
      where type_code = 'CONTACT_REL' and from_party_id = $1 and to_party_id = $2`;
    expect(await value(pool, relations, [lead.organization?.id, lead.party.id])).toBe(1);
  });

  it("can be of a company in which nobody is known", async () => {
    const lead = await addLead(pool, world, world.owner, {
      p_name: "Nur Firma KG",
      p_kind: "organization",
    });
    expect(lead).toMatchObject({ party: { kind: "organization" }, organization: null });
  });

  it("gives its party the role until the last open one ends", async () => {
    const first = await addLead(pool, world, world.owner, { p_name: "Zwei Anfragen" });
    const second = await addLead(pool, world, world.owner, { p_name: "Zwei Anfragen" });
    expect(await rolesOf(pool, first.party.id)).toEqual(["LEAD"]);
    await setLeadStatus(pool, world.owner, first.id, "disqualified", "Kein Budget");
    expect(await rolesOf(pool, first.party.id)).toEqual(["LEAD"]);
    await pool.query(
      "update public.party_roles set valid = daterange(current_date - 9, null) where party_id = $1",
      [first.party.id],
    );
    await setLeadStatus(pool, world.owner, second.id, "disqualified", "Kein Bedarf");
    expect(await rolesOf(pool, first.party.id)).toEqual([]);
    const past =
      "select valid = daterange(current_date - 9, current_date) from public.party_roles where party_id = $1";
    expect(await value(pool, past, [first.party.id])).toBe(true);
    await setLeadStatus(pool, world.owner, second.id, "working");
    expect(await rolesOf(pool, first.party.id)).toEqual(["LEAD"]);
    expect(await readLead(pool, second.id)).toMatchObject({ disqualified_reason: null });
  });

  it("is not disqualified without a reason", async () => {
    const { id } = await addLead(pool, world, world.owner);
    expect(await failure(setLeadStatus(pool, world.owner, id, "disqualified"))).toMatchObject({
      code: "23514",
    });
    expect(await failure(setLeadStatus(pool, world.owner, id, "disqualified", "  "))).toMatchObject(
      { code: "23514" },
    );
  });

  it("stays converted, and is not converted by a word", async () => {
    const { id } = await addLead(pool, world, world.owner);
    const byWord = as(pool, world.owner, (database) =>
      database.query("update public.leads set status = 'converted' where id = $1", [id]),
    );
    expect(await failure(byWord)).toMatchObject({ message: "invalid_input" });
    await convertLead(pool, world, world.owner, id);
    expect(await failure(setLeadStatus(pool, world.owner, id, "working"))).toMatchObject({
      message: "lead_closed",
    });
    expect(await failure(assign([id], world.owner.memberId))).toMatchObject({
      message: "lead_closed",
    });
  });

  it("tells its topic, and of what is said about it, without troubling boards", async () => {
    const topic = `workspace:${world.workspaceId}`;
    const { id } = await addLead(pool, world, world.owner);
    await logLeadCall(pool, world.owner, id);
    await takeLead(pool, world.owner, id);
    const { rows } = await pool.query(
      `select payload -> 'changes' -> 0 as change from realtime.messages
       where topic = $1 and payload ->> 'entity' in ('lead', 'communication') order by (payload ->> 'seq')::int`,
      [topic],
    );
    expect(rows).toEqual([
      { change: { id, version: 1, op: "enter" } },
      { change: { id, version: 1, op: "update" } },
      { change: { id, version: 2, op: "update" } },
    ]);
    const cursors = await value(pool, "select jsonb_object_agg(t, 0) from unnest($1::text[]) t", [
      [topic, `team:${world.teams.east}`, `member:${world.owner.memberId}`],
    ]);
    expect(
      await call(pool, world.owner, "catch_up", {
        p_workspace_id: world.workspaceId,
        p_cursors: cursors,
      }),
    ).toMatchObject({
      status: "caught_up",
      cards: [],
      goneIds: [],
    });
  });

  it("takes what was said along into another visibility", async () => {
    const { id } = await addLead(pool, world, world.owner, { p_owner_id: world.owner.memberId });
    const callId = await logLeadCall(pool, world.owner, id);
    await as(pool, world.owner, (database) =>
      database.query("update public.leads set is_private = true where id = $1", [id]),
    );
    const topic = "select topic from public.communications where id = $1";
    expect(await value(pool, topic, [callId])).toBe(`member:${world.owner.memberId}`);
    const ops = `select payload ->> 'seq' is not null as numbered, payload -> 'changes' -> 0 ->> 'op' as op
      from realtime.messages where topic = $1 and payload ->> 'entity' = 'lead' order by (payload ->> 'seq')::int desc limit 1`;
    const { rows } = await pool.query(ops, [`workspace:${world.workspaceId}`]);
    expect(rows).toEqual([{ numbered: true, op: "leave" }]);
  });

  it("leaves every change in the history, which whoever sees the lead reads", async () => {
    const { id } = await addLead(pool, world, world.owner, { p_team_id: world.teams.east });
    await takeLead(pool, world.colleague, id);
    const history = (actor: typeof world.owner) =>
      as(
        pool,
        actor,
        async (database) =>
          (
            await database.query(
              "select op, actor_id, changes from public.change_history where entity_id = $1 order by version",
              [id],
            )
          ).rows,
      );
    expect(await history(world.manager)).toEqual([
      { op: "insert", actor_id: world.owner.memberId, changes: {} },
      {
        op: "update",
        actor_id: world.colleague.memberId,
        changes: { owner_id: [null, world.colleague.memberId] },
      },
    ]);
    expect(await history(world.otherRep)).toEqual([]);
  });
});

describe("a stranger to a lead", () => {
  it.each(["otherRep", "outsider", "anonymous", "deactivated"])(
    "sees and changes nothing: %s",
    async (who) => {
      const { id } = await addLead(pool, world, world.owner, { p_team_id: world.teams.east });
      const before = await readLead(pool, id);
      const outsider = who === "outsider" ? (await makeWorld(pool)).admin : null;
      const actors = {
        outsider,
        anonymous,
        otherRep: world.otherRep,
        deactivated: world.deactivated,
      };
      const actor = actors[who as keyof typeof actors] ?? anonymous;
      const refusal = who === "anonymous" ? "42501" : "P0001";
      for (const attempt of [
        () => takeLead(pool, actor, id),
        () => setLeadStatus(pool, actor, id, "working"),
        () => convertLead(pool, world, actor, id),
        () => logLeadCall(pool, actor, id),
        () => call(pool, actor, "delete_lead", { p_id: id, p_mutation_id: randomUUID() }),
        () =>
          call(pool, actor, "assign_leads", {
            p_ids: [id],
            p_owner_id: null,
            p_mutation_id: randomUUID(),
          }),
      ]) {
        expect(await failure(attempt())).toMatchObject({ code: refusal });
      }
      if (who !== "anonymous") {
        expect(await call(pool, actor, "lead_details", { p_id: id })).toBeNull();
        expect(await call(pool, actor, "lead_twins", { p_id: id })).toEqual([]);
      }
      expect(await readLead(pool, id)).toEqual(before);
    },
  );

  it("of the marketing adds leads and reads them, but does not sell", async () => {
    const lead = await addLead(pool, world, world.marketing);
    expect(await failure(takeLead(pool, world.marketing, lead.id))).toMatchObject({
      message: "forbidden",
    });
    expect(await failure(convertLead(pool, world, world.marketing, lead.id))).toMatchObject({
      code: "42501",
    });
    expect(await readLead(pool, lead.id)).toMatchObject({ version: "1", status: "new" });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, call } from "./actors";
import { openDatabase, type Row } from "./database";
import { createOpportunity, updateOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

type Heads = Record<string, number>;
interface Answer {
  status: string;
  heads: Heads;
  cards: { id: string; name: string }[];
  goneIds: string[];
  parties: { id: string; name: string }[];
  savedViews: boolean;
  figures: Row[];
}

const create = (given: Row = {}) => createOpportunity(pool, world, world.owner, given);
const inEast = () => ({ p_team_id: world.teams.east });
const headsOf = async (actor: Actor) =>
  (await call(pool, actor, "board_heads", { p_workspace_id: world.workspaceId })) as Heads;
const catchUp = async (actor: Actor, cursors: Row) =>
  (await call(pool, actor, "catch_up", {
    p_workspace_id: world.workspaceId,
    p_cursors: cursors,
  })) as Answer;

describe("catching up", () => {
  it("brings exactly the cards that changed, and names those that are gone", async () => {
    const [kept, renamed, removed, hidden] = [
      await create(inEast()),
      await create(inEast()),
      await create(inEast()),
      await create(inEast()),
    ];
    const cursors = await headsOf(world.colleague);
    await updateOpportunity(pool, world.owner, renamed.id, 1, { name: "Neu" });
    await pool.query("delete from public.opportunities where id = $1", [removed.id]);
    await updateOpportunity(pool, world.owner, hidden.id, 1, { is_private: true });
    const added = await create(inEast());
    const answer = await catchUp(world.colleague, cursors);
    expect(answer.status).toBe("caught_up");
    expect(new Set(answer.cards.map(({ id }) => id))).toEqual(new Set([renamed.id, added.id]));
    expect(new Set(answer.goneIds)).toEqual(new Set([removed.id, hidden.id]));
    expect(answer.heads).toEqual(await headsOf(world.colleague));
    expect(JSON.stringify(answer)).not.toContain(kept.id);
  });

  it("brings nothing but the frame when nothing was missed", async () => {
    await create(inEast());
    const cursors = await headsOf(world.colleague);
    expect(await catchUp(world.colleague, cursors)).toMatchObject({
      status: "caught_up",
      heads: cursors,
      cards: [],
      goneIds: [],
      parties: [],
      figures: [{ count: 1 }],
    });
  });

  it("brings the new name of a customer", async () => {
    const cursors = await headsOf(world.colleague);
    await pool.query("update public.parties set name = 'Neu AG' where id = $1", [world.customerId]);
    expect((await catchUp(world.colleague, cursors)).parties).toMatchObject([
      { id: world.customerId, name: "Neu AG" },
    ]);
  });

  it("brings the card that someone wrote a note about", async () => {
    const card = await create(inEast());
    const cursors = await headsOf(world.colleague);
    await pool.query(
      `insert into public.communications (workspace_id, opportunity_id, type_code, subject)
       values ($1, $2, 'COMMENT_NOTE', 'Notiz')`,
      [world.workspaceId, card.id],
    );
    expect((await catchUp(world.colleague, cursors)).cards).toMatchObject([{ id: card.id }]);
  });

  it("says that a view was saved or shared, to whoever may choose it", async () => {
    const [mine, theirs] = [await headsOf(world.owner), await headsOf(world.colleague)];
    const { rows } = await pool.query(
      `insert into public.saved_views (workspace_id, owner_id, name, parameters)
       values ($1, $2, 'Dächer', 'q=Dach') returning id`,
      [world.workspaceId, world.owner.memberId],
    );
    expect((await catchUp(world.owner, mine)).savedViews).toBe(true);
    expect((await catchUp(world.colleague, theirs)).savedViews).toBe(false);
    await pool.query("update public.saved_views set is_shared = true where id = $1", [rows[0].id]);
    expect((await catchUp(world.colleague, theirs)).savedViews).toBe(true);
    const now = await headsOf(world.colleague);
    expect((await catchUp(world.colleague, now)).savedViews).toBe(false);
  });

  it("never brings what the reader may not see", async () => {
    const cursors = await headsOf(world.otherRep);
    await create(inEast());
    await create({ p_is_private: true });
    expect(await catchUp(world.otherRep, cursors)).toMatchObject({
      status: "caught_up",
      cards: [],
      goneIds: [],
    });
  });
});

describe("a board that is too old", () => {
  async function addParties(count: number) {
    await pool.query(
      `insert into public.parties (workspace_id, kind, name)
       select $1, 'person', 'P ' || n from generate_series(1, $2::integer) n`,
      [world.workspaceId, count],
    );
  }

  it("is stale when the log was pruned", async () => {
    const cursors = await headsOf(world.colleague);
    await create(inEast());
    await create(inEast());
    await pool.query("delete from public.change_log where topic = $1 and seq = 1", [
      `team:${world.teams.east}`,
    ]);
    expect(await catchUp(world.colleague, cursors)).toEqual({ status: "stale" });
  });

  it("is stale when a bulk statement changed more than can be named", async () => {
    await addParties(51);
    const cursors = await headsOf(world.colleague);
    await pool.query("update public.parties set name = name || '!' where workspace_id = $1", [
      world.workspaceId,
    ]);
    expect(await catchUp(world.colleague, cursors)).toEqual({ status: "stale" });
  });

  it("is not stale because many parties were added: they are on no card yet", async () => {
    const cursors = await headsOf(world.colleague);
    await addParties(51);
    expect(await catchUp(world.colleague, cursors)).toMatchObject({ status: "caught_up" });
  });

  it("is stale when its reader joined a team or left one", async () => {
    const cursors = await headsOf(world.colleague);
    const inSouth = [world.workspaceId, world.teams.south, world.colleague.memberId];
    await pool.query(
      "insert into public.team_members (workspace_id, team_id, member_id) values ($1, $2, $3)",
      inSouth,
    );
    expect(await catchUp(world.colleague, cursors)).toEqual({ status: "stale" });
    const wider = await headsOf(world.colleague);
    await pool.query(
      "delete from public.team_members where workspace_id = $1 and team_id = $2 and member_id = $3",
      inSouth,
    );
    expect(await catchUp(world.colleague, wider)).toEqual({ status: "stale" });
  });

  it("is stale when it is ahead of the database, as after a restored backup", async () => {
    const cursors = await headsOf(world.colleague);
    const [topic = ""] = Object.keys(cursors);
    expect(await catchUp(world.colleague, { ...cursors, [topic]: 1000 })).toEqual({
      status: "stale",
    });
  });

  it("is stale for somebody who is no member any more", async () => {
    expect(await catchUp(world.deactivated, await headsOf(world.colleague))).toEqual({
      status: "stale",
    });
  });
});

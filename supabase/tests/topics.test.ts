import { beforeAll, describe, expect, it } from "vitest";
import { actorsOf } from "./access-probes";
import { type Actor, tryAs } from "./actors";
import { failure, openDatabase } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(2);
let world: World;
let actors: Record<string, Actor>;

beforeAll(async () => {
  world = await makeWorld(pool);
  actors = actorsOf(world, (await makeWorld(pool)).admin);
});

const EVERYONE = ["owner", "colleague", "other rep", "manager", "marketing", "admin"];
const JOIN = [
  { topic: "the workspace", of: () => `workspace:${world.workspaceId}`, allowed: EVERYONE },
  {
    topic: "team east",
    of: () => `team:${world.teams.east}`,
    allowed: ["owner", "colleague", "manager", "marketing", "admin"],
  },
  { topic: "team south", of: () => `team:${world.teams.south}`, allowed: ["other rep", "admin"] },
  { topic: "a member", of: () => `member:${world.owner.memberId}`, allowed: ["owner"] },
  { topic: "nothing we know", of: () => "workspace:*", allowed: [] },
];

/** As the realtime server asks: with a probe row of its own, under the topic that is to be joined. */
async function mayReceive(actor: Actor, topic: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ id: string }>(
      "insert into realtime.messages (topic, extension) values ($1, 'broadcast') returning id",
      [topic],
    );
    await client.query("select set_config('realtime.topic', $1, true)", [topic]);
    await client.query(`set local role ${actor.userId ? "authenticated" : "anon"}`);
    await client.query("select set_config('request.jwt.claims', $1, true)", [
      JSON.stringify({ sub: actor.userId ?? undefined }),
    ]);
    const { rowCount } = await client.query("select 1 from realtime.messages where id = $1", [
      rows[0]?.id,
    ]);
    return rowCount === 1;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function maySend(actor: Actor, topic: string, extension: string): Promise<boolean> {
  const { code } = await failure(
    tryAs(pool, actor, async (database) => {
      await database.query("select set_config('realtime.topic', $1, true)", [topic]);
      await database.query("insert into realtime.messages (topic, extension) values ($1, $2)", [
        topic,
        extension,
      ]);
    }),
  );
  return code === "";
}

describe.each(JOIN)("the channel of $topic", ({ of, allowed }) => {
  it("is received by exactly those who see its rows", async () => {
    const found = [];
    for (const [name, actor] of Object.entries(actors)) {
      if (await mayReceive(actor, of())) found.push(name);
    }
    expect(found).toEqual(allowed);
  });

  it("shows the presence of exactly those", async () => {
    const found = [];
    for (const [name, actor] of Object.entries(actors)) {
      if (await maySend(actor, of(), "presence")) found.push(name);
    }
    expect(found).toEqual(allowed);
  });
});

it("lets nobody but the database broadcast", async () => {
  for (const actor of Object.values(actors)) {
    expect(await maySend(actor, `workspace:${world.workspaceId}`, "broadcast")).toBe(false);
  }
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { call } from "./actors";
import { addList } from "./contact-page";
import { openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let listId: string;
/** In the name of everybody here, so that a view shows nobody else. */
let clan: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  listId = await addList(pool, world);
  clan = `Clan${randomUUID().slice(0, 8)}`;
});

const address = (name: string) => `${name}@${clan}.test`.toLowerCase();

async function addReader(name: string, email: string | null = address(name)): Promise<string> {
  const id = String(
    await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, 'person', $2) returning id",
      [world.workspaceId, `${name} ${clan}`],
    ),
  );
  if (email !== null) {
    await pool.query(
      "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
      [world.workspaceId, id, email],
    );
  }
  return id;
}

const view = () => ({ sort: "name", isDescending: true, condition: { text: clan } });
const foresee = async () =>
  (await call(pool, world.owner, "foresee_listed", {
    p_workspace_id: world.workspaceId,
    p_list_id: listId,
    p_query: view(),
    p_most: 100,
  })) as { size: number; outcomes: Row };
const addPage = async (after: unknown, limit: number, mutationId: string = randomUUID()) =>
  (await call(pool, world.owner, "subscribe_listed", {
    p_workspace_id: world.workspaceId,
    p_list_id: listId,
    p_query: view(),
    p_after: after && JSON.stringify(after),
    p_limit: limit,
    p_mutation_id: mutationId,
  })) as { size: number; outcomes: Row | null; next: unknown };
const mailCount = () =>
  value(pool, "select count(*)::integer from public.mails where workspace_id = $1", [
    world.workspaceId,
  ]);
const put = (partyId: string, status: string, email: string) =>
  pool.query(
    `insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
     values ($1, $2, $3, $4, 'de', $5)`,
    [world.workspaceId, listId, partyId, email, status],
  );

describe("a view of parties", () => {
  it("is foreseen as it then comes, and nobody on it is asked who should not be", async () => {
    await addReader("neu");
    const bounced = await addReader("zurueck");
    await put(bounced, "invalid", `alt@${clan}.test`.toLowerCase());
    await put(await addReader("drauf"), "accepted", address("drauf"));
    await put(await addReader("gefragt"), "pending", address("gefragt"));
    await put(await addReader("weg"), "unsubscribed", address("weg"));
    await addReader("stumm", null);
    // The address of somebody who left, and of somebody who is asked here.
    await addReader("partner", address("weg"));
    await addReader("zwilling", address("neu"));
    const bad = await addReader("boese");
    await call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: bad,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    const outcomes = { asked: 2, already: 3, declined: 2, left_out: 1, without_email: 1 };
    expect(await foresee()).toEqual({ size: 9, outcomes });
    expect(await mailCount()).toBe(0);
    expect(await addPage(null, 50)).toEqual({ size: 9, outcomes, next: null });
    expect(await mailCount()).toBe(2);
    expect(await foresee()).toMatchObject({ outcomes: { asked: 0, already: 5 } });
    const noted = await pool.query(
      `select c.status, c.origin, c.actor_id, c.email from public.consents c
       where c.workspace_id = $1 order by c.email`,
      [world.workspaceId],
    );
    expect(noted.rows).toEqual(
      ["neu", "zurueck"].map((name) => ({
        status: "pending",
        origin: "member",
        actor_id: world.owner.memberId,
        email: address(name),
      })),
    );
  });

  it("is put on a list in pages that go on where they ended, each once", async () => {
    for (const name of ["anna", "bernd", "clara", "doris", "emil"]) await addReader(name);
    const mutationId = randomUUID();
    const first = await addPage(null, 2, mutationId);
    expect(first).toMatchObject({ size: 2, outcomes: { asked: 2 } });
    expect(await addPage(null, 2, mutationId)).toEqual({ ...first, outcomes: null });
    const second = await addPage(first.next, 2);
    const third = await addPage(second.next, 2);
    expect(third).toMatchObject({ size: 1, outcomes: { asked: 1 }, next: null });
    expect(await mailCount()).toBe(5);
  });

  it("asks nobody twice when two members add it in the same moment", async () => {
    for (const name of ["anna", "bernd", "clara"]) await addReader(name);
    const pages = await Promise.all([1, 2, 3, 4].map(() => addPage(null, 50)));
    const asked = pages.map(({ outcomes }) => Number(outcomes?.asked));
    expect(asked.sort()).toEqual([0, 0, 0, 3]);
    expect(await mailCount()).toBe(3);
  });

  it("is not added by strangers, to a list of others, or to one that is archived", async () => {
    await addReader("anna");
    const stranger = await makeWorld(pool);
    const args = {
      p_workspace_id: world.workspaceId,
      p_list_id: listId,
      p_query: view(),
      p_after: null,
      p_limit: 10,
      p_mutation_id: randomUUID(),
    };
    await expect(call(pool, stranger.admin, "subscribe_listed", args)).rejects.toThrow(
      "workspace_not_found",
    );
    await expect(
      call(pool, world.owner, "subscribe_listed", { ...args, p_list_id: randomUUID() }),
    ).rejects.toThrow("reference_not_found");
    await pool.query("update public.contact_lists set archived_at = now() where id = $1", [listId]);
    await expect(addPage(null, 10)).rejects.toThrow("reference_not_found");
    expect(await mailCount()).toBe(0);
  });
});

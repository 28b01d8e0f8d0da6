import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;
let id: string;
const email = `leser-${randomUUID()}@post.test`;

beforeEach(async () => {
  world = await makeWorld(pool);
  const message = await value(
    pool,
    `insert into private.contact_messages (id, workspace_id, name, email, body, locale, status)
     values (gen_random_uuid(), $1, 'Rosa', $2, 'Guten Tag', 'de', 'taken') returning id`,
    [world.workspaceId, email],
  );
  id = String(
    await value(
      pool,
      `insert into public.mails (workspace_id, template, locale, recipient, subject_id)
       values ($1, 'message_received', 'de', $2, $3) returning id`,
      [world.workspaceId, email, message],
    ),
  );
});

const begin = () => value(pool, "select private.begin_sending($1)", [id]) as Promise<Row | null>;
const finish = (outcome: string, isAddressBad = false) =>
  pool.query("select private.finish_sending($1, $2, 'the server said so', $3)", [
    id,
    outcome,
    isAddressBad,
  ]);
const mail = async () =>
  (await pool.query("select status, is_repeated, attempts from public.mails where id = $1", [id]))
    .rows[0];

describe("a mail", () => {
  it("is sent once, and never again", async () => {
    expect(await begin()).toMatchObject({ template: "message_received", isRepeated: false });
    await finish("sent");
    expect(await mail()).toEqual({ status: "sent", is_repeated: false, attempts: 1 });
    expect(await begin()).toBeNull();
  });

  it("goes once more where the answer was lost, says so, and then no more", async () => {
    await begin();
    expect(await begin()).toMatchObject({ isRepeated: true });
    expect(await begin()).toBeNull();
    expect(await mail()).toMatchObject({ status: "unsure", is_repeated: true, attempts: 2 });
  });

  it("that the server did not take is as if never sent", async () => {
    await begin();
    await finish("later");
    expect(await mail()).toMatchObject({ status: "queued", is_repeated: false });
    expect(await begin()).toMatchObject({ isRepeated: false });
  });

  it("to a bad address tells of it wherever the address stands", async () => {
    const party = await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, 'person', 'Rosa') returning id",
      [world.workspaceId],
    );
    await pool.query(
      "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
      [world.workspaceId, party, email],
    );
    await begin();
    await finish("refused", true);
    expect(await mail()).toMatchObject({ status: "refused" });
    const bounced = "select bounced_at is not null from public.contact_points where party_id = $1";
    expect(await value(pool, bounced, [party])).toBe(true);
  });

  it("is not sent when its reason is gone", async () => {
    await pool.query("delete from private.contact_messages where email = $1", [email]);
    expect(await begin()).toBeNull();
    expect(await mail()).toMatchObject({ status: "cancelled", attempts: 0 });
  });

  it("is begun by one of several who try at once", async () => {
    const begun = await Promise.all([begin(), begin(), begin()]);
    // One at first, one for an answer that may be lost; the queue gives a mail to one alone.
    expect(begun.filter((facts) => facts !== null)).toHaveLength(2);
    expect(begun.filter((facts) => facts?.isRepeated === false)).toHaveLength(1);
  });
});

import { createHash, createHmac, randomUUID } from "node:crypto";
import type pg from "pg";
import { anonymous, call, visit } from "./actors";
import { one, type Row, value } from "./database";
import type { World } from "./world";

/** Opens the page of a world, with little work to do, and offers a list. */
export async function openContactPage(pool: pg.Pool, world: World) {
  await pool.query(
    "update public.contact_pages set is_open = true, difficulty = 4 where workspace_id = $1",
    [world.workspaceId],
  );
  const slug = String(
    await value(pool, "select slug from public.workspaces where id = $1", [world.workspaceId]),
  );
  return { slug, listId: await addList(pool, world) };
}

export async function addList(pool: pg.Pool, { workspaceId }: World): Promise<string> {
  return String(
    await value(
      pool,
      `insert into public.contact_lists (workspace_id, kind, names, is_offered)
       values ($1, 'newsletter', '{"de": "Stoffbrief"}', true) returning id`,
      [workspaceId],
    ),
  );
}

/** A proof of work as a visitor's browser makes it. */
export async function proof(pool: pg.Pool, slug: string) {
  const { challenge, bits } = (await call(pool, anonymous, "contact_challenge", {
    p_slug: slug,
  })) as { challenge: string; bits: number };
  for (let solution = 0; ; solution++) {
    const digest = createHash("sha256").update(`${challenge}.${solution}`).digest();
    if (digest.readUInt32BE(0) >>> (32 - bits) === 0) {
      return { p_challenge: challenge, p_solution: solution };
    }
  }
}

/** Sends a message as a visitor would; `headers` are those of the request. */
export async function sendMessage(pool: pg.Pool, args: Row, headers: Row = {}): Promise<unknown> {
  return await visit(pool, headers, "send_contact_message", {
    p_id: randomUUID(),
    p_name: "Rosa Grünfeld",
    p_email: `rosa-${randomUUID()}@post.test`,
    p_body: "40 Schürzen?",
    p_locale: "de",
    ...args,
  });
}

/** What our own server signs with. All tests share one database, so all of them have the same. */
export const clientSecret = "the same in every test, as on one server";

/** Headers from an address of its own, so that tests do not use up each other's limit. */
export async function somewhere(pool: pg.Pool, address: string = randomUUID()): Promise<Row> {
  await pool.query(
    `insert into private.secrets (name, value) values ('client', convert_to($1, 'utf8'))
     on conflict (name) do update set value = excluded.value`,
    [clientSecret],
  );
  return vouched(address, clientSecret);
}

/** The header by which our own server vouches for an address. */
export function vouched(address: string, secret: string, validSeconds = 60): Row {
  const said = `${address} ${Math.floor(Date.now() / 1000) + validSeconds}`;
  return {
    "x-spur-client": `${said} ${createHmac("sha256", secret).update(said).digest("hex")}`,
  };
}

/** What the worker would do with the newest mail of a template to an address: its facts, its token. */
export async function beginNewestMail(pool: pg.Pool, template: string, recipient: string) {
  const { id } = await one(
    pool,
    "select id from public.mails where template = $1 and recipient = $2 order by created_at desc, id limit 1",
    [template, recipient],
  );
  return (await value(pool, "select private.begin_sending($1)", [id])) as Row & { token: string };
}

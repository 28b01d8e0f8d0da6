import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Database, type Row, value } from "./database";

/** Somebody who sends SQL through the API; nobody is signed in without a user. */
export interface Actor {
  userId: string | null;
}

export const anonymous: Actor = { userId: null };

/** A user of Auth whose address is proven. */
export async function makeUser(
  database: Database,
  email = `${randomUUID()}@spur.test`,
  proven = true,
): Promise<Actor & { userId: string; email: string }> {
  const userId = randomUUID();
  await database.query(
    `insert into auth.users (id, instance_id, aud, role, email, email_confirmed_at)
     values ($1, '00000000-0000-0000-0000-000000000000', 'authenticated', 'authenticated', $2,
       case when $3 then now() end)`,
    [userId, email, proven],
  );
  return { userId, email };
}

/**
 * Runs `work` as PostgREST would for this actor: in a transaction, under their role and claims.
 * It is rolled back, so that tests may share what they look at.
 */
export async function tryAs<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return await inRole(pool, actor, "rollback", work);
}

/** The same, kept. */
export async function as<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return await inRole(pool, actor, "commit", work);
}

/**
 * Calls one function as a visitor whose request bears these headers, as PostgREST hands them on;
 * `actor` when somebody is signed in.
 */
export async function visit(
  pool: pg.Pool,
  headers: Row,
  name: string,
  args: Row,
  actor: Actor = anonymous,
): Promise<unknown> {
  return await as(pool, actor, async (database) => {
    await database.query("select set_config('request.headers', $1, true)", [
      JSON.stringify(headers),
    ]);
    return await callIn(database, name, args);
  });
}

/** Calls one function as an actor, in a transaction of its own, and answers what it returns. */
export async function call(pool: pg.Pool, actor: Actor, name: string, args: Row): Promise<unknown> {
  return await as(pool, actor, (database) => callIn(database, name, args));
}

async function callIn(database: Database, name: string, args: Row): Promise<unknown> {
  const names = Object.keys(args);
  const list = names.map((argument, index) => `${argument} => $${index + 1}`).join(", ");
  const values = Object.values(args).map(encode);
  return await value(database, `select public.${name}(${list})`, values);
}

/** Takes the role and the claims of an actor until the transaction ends. */
async function become(database: Database, { userId }: Actor): Promise<void> {
  const role = userId ? "authenticated" : "anon";
  const claims = JSON.stringify(userId ? { sub: userId, role } : { role });
  await database.query(`set local role ${role}`);
  await database.query("select set_config('request.jwt.claims', $1, true)", [claims]);
  // As PostgREST does: the settings of the role, which `set role` alone does not bring.
  await database.query(`set local statement_timeout = '${userId ? 8 : 3}s'`);
}

async function inRole<T>(
  pool: pg.Pool,
  actor: Actor,
  end: "commit" | "rollback",
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await become(client, actor);
    const result = await work(client);
    await client.query(end);
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** Objects are jsonb parameters; arrays of text stay arrays for the driver. */
function encode(argument: unknown): unknown {
  const isDocument = typeof argument === "object" && argument !== null && !isTextArray(argument);
  return isDocument ? JSON.stringify(argument) : argument;
}

function isTextArray(argument: object): boolean {
  return Array.isArray(argument) && argument.every((item) => typeof item === "string");
}

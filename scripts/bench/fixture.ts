import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inTransaction, one } from "../../seeds/database";
import { generate } from "../../seeds/generation";
import { SEED_PASSWORD } from "../../seeds/users";
import { freePorts } from "../../supabase/local/ports";
import { type Stack, startStack } from "../../supabase/local/stack";

/** A workspace to measure on. `userIds` and addresses are those of its admin and its reps. */
export type Load = {
  id: string;
  slug: string;
  opportunities: number;
  /** SQL claims of the admin, who sees every topic but what is private to others. */
  adminClaims: string;
  emails: { admin: string; reps: string[] };
};

const REPS = 10;

/** Cards of each column in the first answer; what the application asks for. */
export const BOARD_PAGE_SIZE = 30;

/**
 * A stack of its own in the temporary directory, as durable as that of `npm start`: the stack of
 * the tests does not wait for the disk, and would flatter every write.
 */
export async function startBenchStack(): Promise<Stack & { remove(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "spur-bench-"));
  const stack = await startStack({
    dataDir,
    ports: await freePorts(),
    siteUrl: "http://localhost:3000",
  });
  return {
    ...stack,
    async remove() {
      await stack.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Four in five are closed unless said otherwise; `foreign` ones are in another workspace beside it. */
export async function addLoad(
  stack: Stack,
  slug: string,
  opportunities: number,
  foreign: number,
  { closed = 0.8 } = {},
): Promise<Load> {
  const wanted = { slug, opportunities, closed, teams: 5, reps: REPS, foreign };
  const { workspaceId, seconds } = await generate(stack.databaseUrl, wanted);
  const rows = opportunities + foreign;
  console.log(
    `  ${rows} opportunities in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)}/s)`,
  );
  const admin = await inTransaction(stack.databaseUrl, (database) =>
    one<{ userId: string }>(
      database,
      `select user_id as "userId" from public.members where workspace_id = $1 and access_role = 'admin'`,
      [workspaceId],
    ),
  );
  return {
    id: workspaceId,
    slug,
    opportunities,
    adminClaims: JSON.stringify({ sub: admin.userId, role: "authenticated" }),
    emails: {
      admin: `admin-0@${slug}.example`,
      reps: Array.from({ length: REPS }, (_, n) => `rep-${n + 1}@${slug}.example`),
    },
  };
}

/** The access token of a seeded user, from the stack's Auth. */
export async function signIn(stack: Stack, email: string): Promise<string> {
  const response = await fetch(`${stack.url}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: stack.publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email, password: SEED_PASSWORD }),
  });
  const { access_token: token } = await response.json();
  if (typeof token !== "string") throw new Error(`${email} could not sign in.`);
  return token;
}

/** A call through PostgREST as a signed-in user; the answer as text. */
export async function callRpc(
  stack: Stack,
  token: string,
  name: string,
  body: Record<string, unknown>,
): Promise<string> {
  const response = await fetch(`${stack.url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: {
      apikey: stack.publishableKey,
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${name}: ${text}`);
  return text;
}

/** A connection on which `role` acts with the claims of a user, for the whole session. */
export async function connectAs(stack: Stack, role: string, claims: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  client.on("error", (error) => console.error(error.message));
  await client.connect();
  await client.query("select set_config('request.jwt.claims', $1, false)", [claims]);
  await client.query(`set role ${role}`);
  return client;
}

import type { IncomingHttpHeaders } from "node:http";
import pg from "pg";
import type { Log } from "./log";
import type { Identity } from "./token";

export type Extension = "broadcast" | "presence";
export type Rights = Record<Extension, boolean>;

/** Whose rights, on which private topic. */
export type Question = { topic: string; identity: Identity; headers: Record<string, string> };

/** The policies could not be asked, which is no answer: callers refuse. */
export class AuthorizationUnavailable extends Error {
  constructor(cause: unknown) {
    super("Realtime was unable to connect to the project database", { cause });
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Asks the policies on `realtime.messages`, as Supabase Realtime does (`authorization.ex`): rows that
 * only exist inside a transaction which is always rolled back stand for the messages of the topic.
 * Who may select the row may read the channel; who may insert one may write it.
 */
export class Authorizer {
  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  /** Rights to receive. Rejects with `AuthorizationUnavailable`. */
  read(question: Question): Promise<Rights> {
    return this.#probe(question, async (client) => {
      const rows = await client.query<{ id: string; extension: string }>(
        `insert into realtime.messages (topic, extension)
         values ($1, 'broadcast'), ($1, 'presence') returning id, extension`,
        [question.topic],
      );
      await impersonate(client, question);
      const seen = await client.query<{ extension: string }>(
        "select extension from realtime.messages where id = any($1)",
        [rows.rows.map((row) => row.id)],
      );
      const extensions = seen.rows.map((row) => row.extension);
      return {
        broadcast: extensions.includes("broadcast"),
        presence: extensions.includes("presence"),
      };
    });
  }

  /** Rights to send. Rejects with `AuthorizationUnavailable`. */
  write(question: Question): Promise<Rights> {
    return this.#probe(question, async (client) => {
      await impersonate(client, question);
      return {
        broadcast: await mayInsert(client, question.topic, "broadcast"),
        presence: await mayInsert(client, question.topic, "presence"),
      };
    });
  }

  async #probe(
    question: Question,
    ask: (client: pg.PoolClient) => Promise<Rights>,
  ): Promise<Rights> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw new AuthorizationUnavailable(error);
    });
    let broken: Error | undefined;
    try {
      await client.query("begin");
      return await ask(client);
    } catch (error) {
      // An answer of Postgres is one of the policies (a raised exception, an unknown role, a missing
      // grant) and means no; anything else is a lost connection.
      if (error instanceof pg.DatabaseError && isPolicyError(error)) {
        this.log("warn", `RlsPolicyError on topic ${question.topic}: ${error.message}`);
        return { broadcast: false, presence: false };
      }
      broken = error instanceof Error ? error : new Error(String(error));
      throw new AuthorizationUnavailable(error);
    } finally {
      await client.query("rollback").catch((error: Error) => {
        broken ??= error;
      });
      client.release(broken);
    }
  }
}

/** Headers that policies may read in `request.headers`: those that a hosted socket passes on. */
export function policyHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers)
    .filter(([name]) => name.startsWith("x-"))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]);
  return Object.fromEntries(entries);
}

async function impersonate(client: pg.PoolClient, { topic, identity, headers }: Question) {
  const sub = identity.claims.sub;
  await client.query(
    `select set_config('role', $1, true),
            set_config('realtime.topic', $2, true),
            set_config('request.jwt.claims', $3, true),
            set_config('request.jwt.claim.sub', $4, true),
            set_config('request.jwt.claim.role', $1, true),
            set_config('request.headers', $5, true)`,
    [
      identity.role,
      topic,
      JSON.stringify(identity.claims),
      typeof sub === "string" ? sub : "",
      JSON.stringify(headers),
    ],
  );
}

async function mayInsert(client: pg.PoolClient, topic: string, extension: Extension) {
  await client.query("savepoint probe");
  try {
    await client.query("insert into realtime.messages (topic, extension) values ($1, $2)", [
      topic,
      extension,
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    await client.query("rollback to savepoint probe");
    return false;
  }
}

function isPolicyError(error: pg.DatabaseError): boolean {
  // Classes 08 (connection), 53 (resources), 57 (shutdown, timeout) and 58 (system) are not about
  // the policies.
  return !/^(08|53|57|58)/.test(error.code ?? "");
}

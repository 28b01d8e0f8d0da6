import { createServer } from "node:http";
import { App } from "@supabase/lite";
import { PostgresConnection } from "@supabase/lite/postgres";
import { freePort, LOOPBACK } from "./ports";
import type { Rest } from "./postgrest";
import type { Log } from "./supervise";
import { readRequest, writeResponse } from "./web-request";

const LARGEST_BODY = 32_000_000;

export interface RestFallbackOptions {
  /** Connects as `postgres`, which sees every table and may become every API role. */
  databaseUrl: string;
  jwtSecret: string;
  log: Log;
}

/**
 * The REST side of `@supabase/lite`, for machines that no PostgREST fits. Slower, and it lacks
 * details of PostgREST; start it after the migrations.
 */
export async function startRestFallback(options: RestFallbackOptions): Promise<Rest> {
  const connection = new FallbackConnection({
    url: options.databaseUrl,
    postgresOptions: { max: 10, connection: { application_name: "rest" }, onnotice: () => {} },
  });
  // It would grant every table to everybody on its first request, and run without roles while no
  // table has policies. The method is private to the types only.
  Object.defineProperty(connection, "ensureRlsContext", { value: async () => true });
  const app = new App({
    connection,
    api: { schemas: ["public"], extra_search_path: ["public", "extensions"], max_rows: 1000 },
    auth: { enabled: true, jwt_secret: options.jwtSecret },
    // The gateway has checked the key; a request without a token is a stranger's, never an admin's.
    options: { server: { admin: false, apiKeys: false } },
  });
  await app.init();
  // It reads the tables once; a burst of requests before that lost writes.
  await app.fetch(new Request("http://localhost/rest/v1/warm_up"));
  const listening = await connection.driver.listen("pgrst", () => {
    connection.clearSchemaCache().catch((error: unknown) => options.log(`rest: ${String(error)}`));
  });

  const port = await freePort();
  const server = createServer((request, response) => {
    const url = new URL(`/rest/v1${request.url ?? "/"}`, `http://${LOOPBACK}:${port}`);
    readRequest(request, url, LARGEST_BODY)
      .then(async (read) => {
        if (read) return await writeResponse(await app.fetch(read), response);
        response.writeHead(413).end();
      })
      .catch((error: unknown) => {
        options.log(`rest: ${String(error)}`);
        response.destroy();
      });
  });
  await new Promise<void>((done) => server.listen(port, LOOPBACK, done));
  return {
    port,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await listening.unlisten();
      await connection.close();
    },
  };
}

class FallbackConnection extends PostgresConnection {
  /**
   * Errors that it does not know become "500 SUP". Told in the form in which a function of the
   * database may choose its own answer, they keep their code:
   * https://docs.postgrest.org/en/v12/references/errors.html#raise-errors-with-http-status-codes
   */
  override normalizeDbError(error: unknown) {
    const known = super.normalizeDbError(error);
    const { code, message, detail, hint } = readFields(error);
    const status = unknownStatus(code);
    if (status === null) return known;
    return Object.assign(new Error(JSON.stringify({ code, message, details: detail, hint })), {
      code: "PGRST",
      detail: JSON.stringify({ status, headers: {} }),
    });
  }
}

/** PostgREST's status of an SQLSTATE that the fallback does not map; null for those that it does. */
function unknownStatus(code: string): number | null {
  if (/^(PT|PGRST|42|22|21|23502|23503|23505|25006)/.test(code) || code.length !== 5) return null;
  if (code === "P0001" || code.startsWith("23")) return 400;
  if (/^(0L|0P|28)/.test(code)) return 403;
  if (/^(08|53)/.test(code)) return 503;
  return /^(09|25|2D|38|39|3B|40|54|55|57|58|F0|HV|P0|XX)/.test(code) ? 500 : 400;
}

function readFields(error: unknown) {
  const field = (name: string) => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : null;
    return typeof value === "string" ? value : null;
  };
  return {
    code: field("code") ?? "",
    message: field("message") ?? "",
    detail: field("detail"),
    hint: field("hint"),
  };
}

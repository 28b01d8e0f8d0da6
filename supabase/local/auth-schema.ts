import { App } from "@supabase/lite";
import { PostgresConnection } from "@supabase/lite/postgres";

/**
 * The tables of the Auth server, as it would create them itself. They are needed before the
 * migrations, which point foreign keys at `auth.users`; the server is started after them. Nothing
 * connects here: the driver waits for its first query.
 */
export async function authSchemaSql(): Promise<string> {
  const connection = new PostgresConnection({ url: "postgresql://unused.invalid/none" });
  const app = new App({ connection, auth: { enabled: true, jwt_secret: "unused" } });
  await app.init();
  const sql = connection.config.baseSchema ?? "";
  if (!sql.includes("auth.users")) throw new Error("The Auth server no longer tells its tables.");
  return sql;
}

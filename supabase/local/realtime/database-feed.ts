import pg from "pg";
import type { Log } from "./log";

/** A broadcast from the database. `json` is the payload as Postgres wrote it. */
type DatabaseMessage = {
  id: string;
  topic: string;
  event: string;
  private: boolean;
  json: string;
};

type FeedOptions = {
  databaseUrl: string;
  /** Called in commit order. */
  deliver: (message: DatabaseMessage) => void;
  /** Called when messages may have been missed. */
  onLost: () => void;
  /** Whether anyone listens; nothing is fetched for nobody. */
  isWanted: () => boolean;
  log: Log;
};

/** Shown by `pg_stat_activity` for the listening connection. */
export const FEED_APPLICATION_NAME = "supabase_realtime_feed";

const MAX_BATCH = 500;
const FIRST_RETRY_MS = 50;
const MAX_RETRY_MS = 5_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Listens for message ids and fetches the messages, on one connection.
 *
 * Postgres hands notifications out in the order of commits, and in the order of the statements within
 * one; fetching one batch after the other keeps it. While a batch is under way the next ids gather, so
 * that a burst costs few queries and a single message none more than one.
 */
export class DatabaseFeed {
  #client: pg.Client | undefined;
  #pending: string[] = [];
  #draining = false;
  #stopped = false;
  #retryMs = FIRST_RETRY_MS;
  #retryTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: FeedOptions) {}

  /** Whether no message is being missed at this moment. */
  get live(): boolean {
    return this.#client !== undefined;
  }

  /** Resolves when listening; rejects when the first attempt fails. Later ones are retried. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.databaseUrl,
      application_name: FEED_APPLICATION_NAME,
      keepAlive: true,
    });
    client.on("error", (error) => this.#lose(client, error));
    client.on("end", () => this.#lose(client, new Error("the connection ended")));
    client.on("notification", ({ payload }) => this.#receive(payload));
    try {
      await client.connect();
      await client.query("listen realtime_messages");
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.#stopped) return client.end();
    this.#client = client;
    this.#retryMs = FIRST_RETRY_MS;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retryTimer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  #receive(id: string | undefined): void {
    // Anyone may NOTIFY; what is no id is not from our trigger.
    if (id === undefined || !UUID.test(id) || !this.options.isWanted()) return;
    this.#pending.push(id);
    if (!this.#draining) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    try {
      for (let client = this.#client; client && this.#pending.length > 0; client = this.#client) {
        await this.#deliverBatch(client, this.#pending.splice(0, MAX_BATCH));
      }
    } finally {
      this.#draining = false;
    }
  }

  async #deliverBatch(client: pg.Client, ids: string[]): Promise<void> {
    let messages: Map<string, DatabaseMessage>;
    try {
      const { rows } = await client.query<DatabaseMessage>({
        name: "fetch-messages",
        text: `select id::text, topic, event, coalesce(private, false) as private,
                      payload::text as json
               from realtime.messages where id = any($1::uuid[])`,
        values: [ids],
      });
      messages = new Map(rows.map((row) => [row.id, row]));
    } catch (error) {
      // Whatever the reason, these messages are gone for the clients.
      this.#lose(client, error);
      return;
    }
    for (const id of ids) {
      const message = messages.get(id);
      if (message) this.options.deliver(message);
      else this.options.log("warn", `message ${id} was deleted before it was delivered`);
    }
  }

  #lose(client: pg.Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#pending = [];
    this.options.log("error", `lost the listening connection: ${messageOf(error)}`);
    client.end().catch((endError: unknown) => {
      this.options.log("info", `closing the lost connection: ${messageOf(endError)}`);
    });
    this.options.onLost();
    this.#retrySoon();
  }

  #retrySoon(): void {
    if (this.#stopped) return;
    this.#retryTimer = setTimeout(() => void this.#retry(), this.#retryMs).unref();
    this.#retryMs = Math.min(this.#retryMs * 2, MAX_RETRY_MS);
  }

  async #retry(): Promise<void> {
    try {
      await this.start();
      this.options.log("info", "listening again");
    } catch (error) {
      this.options.log("error", `cannot listen: ${messageOf(error)}`);
      this.#retrySoon();
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

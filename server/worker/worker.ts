import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type WorkerEvents } from "graphile-worker";
import { createTransport } from "nodemailer";
import { Pool } from "pg";
import { z } from "zod";
import { describeError, log } from "../log";
import { advanceCampaign } from "./advance-campaign";
import { sendMail } from "./send-mail";
import type { WorkerSettings } from "./settings";

export interface SpurWorker {
  stop(): Promise<void>;
}

const payload = z.object({ id: z.uuid() });

const heartbeatMs = 5_000;
const pauseMs = 1_000;

/**
 * Runs background work until it is stopped: mails, campaigns, messages of the contact page. Jobs are rows of
 * the queue library, which sends each to one worker; a database that goes away is waited for.
 */
export async function startWorker(settings: WorkerSettings): Promise<SpurWorker> {
  const pool = new Pool({ connectionString: settings.databaseUrl, max: 6 });
  // The query that was under way fails by itself; an idle connection is replaced.
  pool.on("error", () => {});
  const transport = createTransport({ url: settings.smtpUrl, pool: true, maxConnections: 2 });
  const workerIds = new Set<string>();
  const events = new EventEmitter() as WorkerEvents;
  events.on("worker:create", ({ worker }) => workerIds.add(worker.workerId));
  events.on("worker:stop", ({ worker, error }) => {
    workerIds.delete(worker.workerId);
    // One that could not even say how its job ended gives up, and the library starts no other.
    if (error !== undefined) void runner.stop().catch(() => {});
  });

  const begin = () =>
    run({
      pgPool: pool,
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      crontab: "* * * * * find_waiting",
      events,
      logger: quietLogger,
      taskList: {
        send_mail: async (job) => await sendMail(payload.parse(job).id, pool, transport, settings),
        advance_campaign: async (job) => await advanceCampaign(payload.parse(job).id, pool),
        take_contact_message: async (job) => {
          await pool.query("select private.take_contact_message($1)", [payload.parse(job).id]);
        },
        take_sign_in_request: async (job) => {
          await pool.query("select private.take_sign_in_request($1)", [payload.parse(job).id]);
        },
        find_waiting: async () => {
          await pool.query("select private.find_waiting()");
        },
      },
    });

  let isStopping = false;
  let runner: Runner = await begin();
  const loop = keepRunning();
  const heartbeat = setInterval(() => void beat(), heartbeatMs);
  await keepSecret(pool, "client", settings.clientSecret);
  await keepSecret(pool, "bounce", settings.bounces?.secret ?? null);
  await beat();
  await pool.query("select private.find_waiting()");

  async function beat(): Promise<void> {
    await pool
      .query("select private.note_workers($1)", [[...workerIds]])
      .catch((error: unknown) => log("warn", "heartbeat_failed", { error: describeError(error) }));
  }

  async function keepRunning(): Promise<void> {
    while (!isStopping) {
      await runner.promise.catch((error: unknown) =>
        log("error", "worker_failed", { error: describeError(error) }),
      );
      if (isStopping) return;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      runner = await begin().catch(() => runner);
    }
  }

  return {
    async stop() {
      isStopping = true;
      clearInterval(heartbeat);
      await runner.stop().catch(() => {});
      await loop;
      transport.close();
      await pool.end();
    },
  };
}

/** So that the database can tell what our own server vouches for. */
async function keepSecret(
  pool: Pool,
  name: "client" | "bounce",
  secret: string | null,
): Promise<void> {
  if (secret === null) return;
  await pool.query(
    `insert into private.secrets (name, value) values ($1, convert_to($2, 'utf8'))
     on conflict (name) do update set value = excluded.value`,
    [name, secret],
  );
}

const quietLogger = new Logger(() => (level, message) => {
  if (level === "error") log("error", "job_failed", { message });
});

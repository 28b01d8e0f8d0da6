import type { Pool } from "pg";
import { parseMailFacts } from "./mail-facts";
import { mailMessage } from "./mail-message";
import type { WorkerSettings } from "./settings";
import { type SmtpOutcome, smtpOutcome } from "./smtp-outcome";

/** The part of a mail transport that is needed here. */
export interface Transport {
  sendMail(message: ReturnType<typeof mailMessage>): Promise<unknown>;
}

/**
 * Sends one mail of the table, once: the database notes before that it is handed over, and after
 * what the server said. Throws when it is to be tried again, which the queue then does.
 */
export async function sendMail(
  id: string,
  pool: Pool,
  transport: Transport,
  settings: WorkerSettings,
): Promise<void> {
  const { rows } = await pool.query("select private.begin_sending($1) as facts", [id]);
  const answer: unknown = rows[0]?.facts;
  if (answer === null) return;
  const result = await handOver(mailMessage(parseMailFacts(answer), settings), transport);
  if (result.outcome === "unknown") throw new Error(`The answer was lost: ${result.detail}`);
  await pool.query("select private.finish_sending($1, $2, $3, $4)", [
    id,
    result.outcome,
    "detail" in result ? result.detail : null,
    "isAddressBad" in result && result.isAddressBad,
  ]);
  if (result.outcome === "later") throw new Error(result.detail);
}

async function handOver(
  message: ReturnType<typeof mailMessage>,
  transport: Transport,
): Promise<SmtpOutcome> {
  try {
    await transport.sendMail(message);
    return { outcome: "sent" };
  } catch (error) {
    return smtpOutcome(error);
  }
}

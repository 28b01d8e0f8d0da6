import type { Pool } from "pg";

/**
 * Writes the mails of a campaign, or cancels them, a page and a transaction at a time. Whoever takes
 * over from a worker that died goes on behind its last page.
 */
export async function advanceCampaign(id: string, pool: Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query("select private.advance_campaign($1) as more", [id]);
    if (rows[0]?.more !== true) return;
  }
}

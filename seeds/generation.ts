import { inTransaction } from "./database";
import { buildWorkspace } from "./factories";
import { fillWorkspace } from "./fill";

export type Generation = {
  slug: string;
  opportunities: number;
  /** Share of won and lost ones, 0 to 1. */
  closed: number;
  /** For a workspace that does not exist yet: teams below the first, and their reps. */
  teams: number;
  reps: number;
  /** Opportunities of another workspace, `<slug>-foreign`, which nobody of this one may see. */
  foreign: number;
};

export type Generated = { workspaceId: string; slug: string; seconds: number };

/**
 * Fills a workspace, made if there is none of this slug; again adds more. Its people are
 * `admin-0@<slug>.example`, `rep-1@<slug>.example` and so on, with the password of all seeds.
 */
export async function generate(databaseUrl: string, wanted: Generation): Promise<Generated> {
  const { slug, opportunities, closed, foreign } = wanted;
  const begin = performance.now();
  const workspaceId = await ensureWorkspace(databaseUrl, slug, wanted);
  const fill = (id: string, count: number) =>
    inTransaction(databaseUrl, (database) =>
      fillWorkspace(database, id, { opportunities: count, closed }),
    );
  await fill(workspaceId, opportunities);
  if (foreign > 0) {
    await fill(await ensureWorkspace(databaseUrl, `${slug}-foreign`, wanted), foreign);
  }
  // So many new rows at once make the planner's numbers wrong until it looks again.
  await inTransaction(databaseUrl, (database) =>
    database.query(
      "analyze public.opportunities, public.parties, public.stage_figures, private.search_entries",
    ),
  );
  return { workspaceId, slug, seconds: (performance.now() - begin) / 1000 };
}

async function ensureWorkspace(
  databaseUrl: string,
  slug: string,
  { teams, reps }: Generation,
): Promise<string> {
  return await inTransaction(databaseUrl, async (database) => {
    const { rows } = await database.query<{ id: string }>(
      "select id from public.workspaces where slug = $1",
      [slug],
    );
    if (rows[0]) return rows[0].id;
    return (await buildWorkspace(database, { slug, teams, reps, managers: 1 })).id;
  });
}

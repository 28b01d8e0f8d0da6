import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_PORTS } from "../supabase/local/ports";
import { databaseUrl } from "../supabase/local/postgres";
import { loadSecrets } from "../supabase/local/secrets";
import { generate } from "./generation";
import { SEED_PASSWORD } from "./users";

const USAGE = `npm run seed -- --opportunities 100000

  --opportunities N   how many to add (required)
  --workspace SLUG    default: load; made if there is none
  --closed SHARE      won and lost ones, 0 to 1; default 0.8
  --teams N, --reps N of a new workspace; default 5 and 10
  --foreign N         opportunities of another workspace that nobody of this one sees; default 0
  --database-url URL  as role postgres; default: DATABASE_URL, else the stack of \`npm start\``;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      opportunities: { type: "string" },
      workspace: { type: "string", default: "load" },
      closed: { type: "string", default: "0.8" },
      teams: { type: "string", default: "5" },
      reps: { type: "string", default: "10" },
      foreign: { type: "string", default: "0" },
      "database-url": { type: "string" },
    },
  });
  const wanted = {
    slug: values.workspace,
    opportunities: Number(values.opportunities),
    closed: Number(values.closed),
    teams: Number(values.teams),
    reps: Number(values.reps),
    foreign: Number(values.foreign),
  };
  const { slug: _, closed, ...counts } = wanted;
  const isCount = (count: number) => Number.isInteger(count) && count >= 0;
  if (!(wanted.opportunities > 0 && closed >= 0 && closed <= 1)) return fail(USAGE);
  if (!Object.values(counts).every(isCount)) return fail(USAGE);

  const url = values["database-url"] ?? process.env.DATABASE_URL ?? (await embeddedUrl());
  if (!url) return fail("No stack has run here yet: `npm start` first, or name a --database-url.");
  const { slug, seconds } = await generate(url, wanted);
  const rows = wanted.opportunities + wanted.foreign;
  const rate = Math.round(rows / seconds).toLocaleString("en");
  console.log(`${rows} opportunities in ${seconds.toFixed(1)} s, ${rate} a second.`);
  console.log(`Workspace ${slug}: admin-0@${slug}.example, rep-1@${slug}.example, …`);
  console.log(`Password ${SEED_PASSWORD}`);
}

/** The database of the stack that `npm start` keeps in this checkout; null before its first start. */
async function embeddedUrl(): Promise<string | null> {
  const dataDir = process.env.SPUR_DATA_DIR ?? ".spur";
  if (!existsSync(join(dataDir, "secrets.json"))) return null;
  const { databasePassword } = await loadSecrets(dataDir);
  const gateway = Number(process.env.SPUR_API_PORT ?? DEFAULT_PORTS.gateway);
  return databaseUrl("postgres", databasePassword, gateway + 1);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

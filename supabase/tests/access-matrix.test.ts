import { beforeAll, describe, expect, it } from "vitest";
import { type AccessRule, ALL_VERBS, readAccessMatrix, type Verb } from "./access-matrix";
import { actorsOf, makeProbes, type Probes } from "./access-probes";
import { type Actor, tryAs } from "./actors";
import { failure, openDatabase } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
const matrix = readAccessMatrix();
const actorNames = [...(matrix[0]?.allowed.keys() ?? [])];

let world: World;
let probes: Probes;
let actors: Record<string, Actor & { memberId: string | null }>;

beforeAll(async () => {
  world = await makeWorld(pool);
  probes = await makeProbes(pool, world);
  actors = actorsOf(world, (await makeWorld(pool)).admin);
});

/** Whether the actor reads or changes the row; a refusal is either 42501 or no row at all. */
async function isAllowed(rule: AccessRule, verb: Verb, actorName: string): Promise<boolean> {
  const actor = actors[actorName];
  if (!actor) throw new Error(`Nobody is called "${actorName}".`);
  const probe = probes[rule.rows]?.[verb];
  let touched = 0;
  const { code, message } = await failure(
    tryAs(pool, actor, async (database) => {
      const { rowCount } = await database.query(
        probe?.(actor.memberId) ?? refused(rule.table, verb),
      );
      touched = rowCount ?? 0;
    }),
  );
  if (code !== "" && code !== "42501") throw new Error(`${rule.rows}, ${verb}: ${message}`);
  // Without a probe nothing would be touched anyway: then the right itself must be missing.
  return probe ? code === "" && touched > 0 : code === "";
}

function refused(table: string, verb: Verb): string {
  if (verb === "insert") return `insert into public.${table} default values`;
  if (verb === "delete") return `delete from public.${table} where false`;
  if (verb === "select") return `select 1 from public.${table} where false`;
  const column = table === "relationship_types" ? "code" : "workspace_id";
  return `update public.${table} set ${column} = ${column} where false`;
}

describe.each(matrix)("$rows", (rule) => {
  it.each(actorNames)("%s", async (actorName) => {
    const found = [];
    for (const verb of ALL_VERBS) {
      if (await isAllowed(rule, verb, actorName)) found.push(verb);
    }
    expect(new Set(found)).toEqual(rule.allowed.get(actorName));
  });
});

describe("the matrix", () => {
  it("names every table", async () => {
    const { rows } = await pool.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')",
    );
    expect(new Set(matrix.map(({ table }) => table))).toEqual(
      new Set(rows.map(({ name }) => name)),
    );
  });

  it("allows and denies every policy at least once", async () => {
    const { rows } = await pool.query<{ table: string; verb: Verb; policy: string }>(
      "select tablename as table, lower(cmd) as verb, policyname as policy from pg_policies where schemaname = 'public'",
    );
    const untested = rows.filter(({ table, verb }) => {
      const cases = matrix
        .filter((rule) => rule.table === table && probes[rule.rows]?.[verb])
        .flatMap((rule) => [...rule.allowed.values()].map((verbs) => verbs.has(verb)));
      return !cases.includes(true) || !cases.includes(false);
    });
    expect(untested).toEqual([]);
  });
});

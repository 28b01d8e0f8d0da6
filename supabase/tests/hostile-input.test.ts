import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { as, call } from "./actors";
import { failure, openDatabase, type Row, value } from "./database";
import { createOpportunity, moveOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

// What a member can send to the API directly, past the application and its checks.
const pool = openDatabase(8);
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
});

const creating = (given: Row) => failure(createOpportunity(pool, world, world.owner, given));
const patching = (id: string, patch: string) =>
  failure(
    as(pool, world.owner, (database) =>
      database.query(`update public.opportunities set ${patch} where id = $1`, [id]),
    ),
  );

describe("a value that is none", () => {
  it("never becomes an amount: one NaN would spoil the figures of its column for good", async () => {
    expect(await creating({ p_amount: "NaN" })).toMatchObject({ code: "23514" });
  });

  it("never becomes a date", async () => {
    expect(await creating({ p_expected_close_on: "infinity" })).toMatchObject({ code: "23514" });
    const card = await createOpportunity(pool, world, world.owner);
    expect(await patching(card.id, "next_step_on = '0044-03-15 BC'")).toMatchObject({
      code: "23514",
    });
    const logging = call(pool, world.owner, "log_communication", {
      p_id: randomUUID(),
      p_opportunity_id: card.id,
      p_type_code: "COMMENT_NOTE",
      p_mutation_id: randomUUID(),
      p_body: "Hallo",
      p_occurred_at: "infinity",
    });
    expect(await failure(logging)).toMatchObject({ code: "23514" });
  });

  it("never becomes a name, however much space surrounds it", async () => {
    const padded = `x${" ".repeat(100_000)}`;
    expect(await creating({ p_name: padded })).toMatchObject({ code: "23514" });
  });

  it("never becomes a rank that leaves no room", async () => {
    const card = await createOpportunity(pool, world, world.owner);
    const endless = `a0${"z".repeat(2_000)}`;
    expect(await patching(card.id, `rank = '${endless}'`)).toMatchObject({ code: "23514" });
  });
});

describe("a page", () => {
  it("has a largest size, whatever is asked for", async () => {
    const board = await call(pool, world.owner, "open_board", {
      p_workspace_id: world.workspaceId,
      p_page_size: 1_000_000_000,
    });
    expect(board).toHaveProperty("columns");
    await pool.query(
      `insert into public.opportunities (workspace_id, stage_id, rank, name, customer_id, currency)
       select $1, $2, 'c' || lpad(n::text, 3, '0') || 'V', 'Nr. ' || n, $3, 'EUR'
       from generate_series(1, 250) n`,
      [world.workspaceId, world.stages.offer, world.customerId],
    );
    const page = await call(pool, world.owner, "board_page", {
      p_workspace_id: world.workspaceId,
      p_column: world.stages.offer,
      p_after: "",
      p_page_size: 1_000_000_000,
    });
    expect((page as { cards: unknown[] }).cards).toHaveLength(200);
  });
});

describe("a forged origin", () => {
  it("does not slip a card into an import that is over, where undoing would stumble on it", async () => {
    const id = randomUUID();
    await call(pool, world.owner, "begin_import", {
      p_id: id,
      p_workspace_id: world.workspaceId,
      p_file_name: "liste.csv",
    });
    await call(pool, world.owner, "finish_import", { p_import_id: id });
    const slipping = as(pool, world.colleague, (database) =>
      database.query(
        `insert into public.opportunities (workspace_id, stage_id, rank, name, customer_id, currency, import_id)
         values ($1, $2, 'b00V', 'Untergeschoben', $3, 'EUR', $4)`,
        [world.workspaceId, world.stages.enquiry, world.customerId, id],
      ),
    );
    expect(await failure(slipping)).toMatchObject({ code: "42501" });
  });

  it("is no retry: a mutation id used for another row is refused", async () => {
    const mutationId = randomUUID();
    await createOpportunity(pool, world, world.owner, { p_mutation_id: mutationId });
    const other = await createOpportunity(pool, world, world.owner);
    const removing = call(pool, world.owner, "delete_opportunity", {
      p_id: other.id,
      p_mutation_id: mutationId,
    });
    expect(await failure(removing)).toMatchObject({ message: "conflict" });
  });
});

describe("undoing imports while others work", () => {
  it("makes nobody a victim", async () => {
    const failures: string[] = [];
    const kept = async (work: Promise<unknown>) => {
      const { code, message } = await failure(work);
      if (code) failures.push(`${code} ${message}`);
    };
    const importing = async () => {
      const id = randomUUID();
      await call(pool, world.owner, "begin_import", {
        p_id: id,
        p_workspace_id: world.workspaceId,
        p_file_name: "liste.csv",
        p_team_id: world.teams.east,
      });
      const rows = Array.from({ length: 20 }, (_, index) => ({
        rowNumber: index + 1,
        name: "Aus der Liste",
        customerName: `Gemeinsam ${index % 5}`,
        customerKind: "organization",
        stageId: world.stages.enquiry,
        currency: "EUR",
        note: "Aus der Liste",
      }));
      await call(pool, world.owner, "stage_import_rows", { p_import_id: id, p_rows: rows });
      await call(pool, world.owner, "finish_import", { p_import_id: id });
      await call(pool, world.owner, "undo_import", { p_import_id: id });
    };
    const working = async (turn: number) => {
      const card = await createOpportunity(pool, world, world.colleague, {
        p_customer_id: null,
        p_customer_name: `Gemeinsam ${turn % 5}`,
        p_team_id: world.teams.east,
      });
      await moveOpportunity(pool, world.colleague, card.id, world.stages.enquiry);
    };
    const turns = Array.from({ length: 12 }, (_, turn) => turn);
    await Promise.all([
      kept(turns.reduce((before) => before.then(importing), Promise.resolve())),
      ...[0, 1, 2].map((lane) =>
        kept(
          turns.reduce(
            (before, turn) => before.then(() => working(turn + lane)),
            Promise.resolve(),
          ),
        ),
      ),
    ]);
    expect(failures).toEqual([]);
    const strays = "select count(*)::int from public.stage_figures where count < 0";
    expect(await value(pool, strays)).toBe(0);
  }, 60_000);
});

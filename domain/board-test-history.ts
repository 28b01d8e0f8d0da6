import fc from "fast-check";
import {
  byStage,
  type Cut,
  createTestDatabase,
  hiddenTopic,
  type TestDatabase,
  visibleTopics,
} from "./board-test-database";

/** Numbers that pick a row, a stage, a place: legal whatever the database holds by then. */
const pick = fc.nat(1000);
const probability = fc.option(fc.integer({ min: 0, max: 100 }));
const amount = fc.option(fc.constantFrom("0", "0.01", "10.5", "1234.5678", "99999999999.9999"));
const currency = fc.constantFrom("EUR", "CHF");
const ownerId = fc.constantFrom(null, "m1", "m2");
const expectedCloseOn = fc.constantFrom(null, "2026-01-31", "2026-03-31", "2026-03-01");
const cell = fc.record({ row: pick, stage: pick, rank: pick });

const orderly = [
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      cell,
      topic: pick,
      amount,
      currency,
      probability,
      ownerId,
      expectedCloseOn,
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("move" as const), cell }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      cell,
      amount,
      currency,
      probability,
      ownerId,
      expectedCloseOn,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("show" as const), cell, topic: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("delete" as const), cell }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("moveSome" as const),
      cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("communicate" as const),
      cell,
      day: fc.integer({ min: 1, max: 28 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("rename" as const),
      party: fc.constantFrom("p0", "p1"),
    }),
  },
];
const disorderly = [
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("stageProbability" as const),
      stage: pick,
      to: fc.integer({ min: 0, max: 100 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("addStage" as const),
      to: fc.integer({ min: 0, max: 100 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("bulk" as const),
      cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
    }),
  },
];

/** Steps that every event can follow. */
export const orderlySteps = fc.array(fc.oneof(...orderly), { minLength: 1, maxLength: 40 });
/** Also stages that change and statements too large to name. */
export const anySteps = fc.array(fc.oneof(...orderly, ...disorderly), {
  minLength: 1,
  maxLength: 40,
});
type Step =
  | (typeof orderlySteps extends fc.Arbitrary<(infer S)[]> ? S : never)
  | (typeof anySteps extends fc.Arbitrary<(infer S)[]> ? S : never);

/** A database after a legal history, with some cards to begin with. */
export function databaseAfter(steps: readonly Step[], cut: Cut = byStage): TestDatabase {
  const database = createTestDatabase(3, cut);
  for (let i = 0; i < firstCommit; i++) {
    database.write([
      {
        id: `o${i}`,
        to: { stageId: `s${i % 2}`, rank: `a${digits[i * 3]}`, topic: topicAt(i), amount: "10" },
      },
    ]);
  }
  for (const step of steps) take(database, step);
  return database;
}

/** How many commits `databaseAfter` makes before the history begins. */
export const firstCommit = 16;

/** Of ranks, in byte order; a locale would order them otherwise. */
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const topics = [...visibleTopics, hiddenTopic];
function topicAt(index: number): string {
  return topics[index % topics.length] ?? hiddenTopic;
}

function take(database: TestDatabase, step: Step): void {
  const idAt = (index: number) => [...database.rows.keys()][index % database.rows.size];
  const placeAt = ({ stage, rank }: { stage: number; rank: number }) => ({
    stageId: `s${stage % database.stages.length}`,
    rank: `a${digits[rank % digits.length]}`,
  });
  const change = (row: number, to: Parameters<TestDatabase["write"]>[0][number]["to"]) => {
    const id = idAt(row);
    if (id !== undefined) database.write([{ id, to }]);
  };
  const moveAll = (cells: { row: number; stage: number; rank: number }[], unnamed: boolean) => {
    const moves = new Map(cells.map((one) => [idAt(one.row), placeAt(one)]));
    const changes = [...moves].flatMap(([id, to]) => (id === undefined ? [] : [{ id, to }]));
    if (changes.length > 0) database.write(changes, { unnamed });
  };
  if (step.do === "create") {
    const { do: _, cell, topic, ...fields } = step;
    const customerId = cell.row % 2 === 0 ? "p0" : "p1";
    const to = { ...placeAt(cell), ...fields, customerId, topic: topicAt(topic) };
    database.write([{ id: `o${database.snapshots.length}`, to }]);
  }
  if (step.do === "move") change(step.cell.row, placeAt(step.cell));
  if (step.do === "edit") {
    const { do: _, cell, ...fields } = step;
    change(cell.row, fields);
  }
  if (step.do === "show") change(step.cell.row, { topic: topicAt(step.topic) });
  if (step.do === "delete") change(step.cell.row, null);
  if (step.do === "moveSome") moveAll(step.cells, false);
  if (step.do === "bulk") moveAll(step.cells, true);
  if (step.do === "communicate") {
    const occurredAt = `2026-03-${String(step.day).padStart(2, "0")}T10:00:00+00:00`;
    database.logCommunication(idAt(step.cell.row) ?? "", occurredAt);
  }
  if (step.do === "rename") database.renameParty(step.party);
  if (step.do === "stageProbability") {
    database.changeStage(step.stage % database.stages.length, step.to);
  }
  if (step.do === "addStage") database.addStage(step.to);
}

import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { connectToTestStack } from "@/server/testing";
import { openDatabase } from "@/supabase/tests/database";
import { badRoad, CuttableSocket, cutAllSockets, cutSocket, type Road } from "./line";
import { badLine, fourHands, oneHand, socketCuts } from "./plan";
import { type Seat, seatFour, type Team } from "./team";
import { workTogether } from "./team-at-work";
import { boardInDatabase, boardOnScreen, sharedPlaces, writesOf } from "./truth";

connectToTestStack();
const database = openDatabase();
beforeAll(() => void vi.stubGlobal("WebSocket", CuttableSocket));

const moves = 500;
const goodRoad: Road = { faultOf: () => undefined };

test("500 moves of four members in any order leave every place once, and every board true", async () => {
  await fc.assert(
    fc.asyncProperty(fourHands(moves), async (hands) => {
      const team = await openFour([goodRoad, goodRoad, goodRoad, goodRoad]);
      const ends = await workTogether(team, hands);
      await expectTruth(team);
      expect(unexpected(ends)).toEqual({});
      // None of them waited for each other for ever, was refused as busy, or had to be sent twice.
      const attempts = team.seats.flatMap((seat) => seat.attempts);
      expect(new Set(attempts.map(({ mutationId }) => mutationId)).size).toBe(attempts.length);
      await close(team);
    }),
    { numRuns: 4, endOnFailure: true, asyncReporter: reportShortly },
  );
}, 120_000);

test("cut connections lose no write and do none twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fourHands(moves),
      oneHand(6),
      fc.array(badLine, { minLength: 4, maxLength: 4 }),
      socketCuts,
      async (hands, lastHand, lines, cuts) => {
        const team = await openFour(lines.map(badRoad));
        let steps = 0;
        const due = [...cuts];
        const ends = await workTogether(team, hands, () => {
          steps += 1;
          if (due[0] && steps > due[0].after) {
            cutSocket(due[0].pick);
            due.shift();
            steps = 0;
          }
        });
        // What three of them did not hear, and no later event tells of: only catching up can know it.
        cutAllSockets();
        const lastEnds = await workTogether(team, [lastHand]);
        await expectTruth(team);
        expect(unexpected(lastEnds)).toEqual({});
        expect(unexpected(ends)).toEqual({});
        await close(team);
      },
    ),
    { numRuns: 2, endOnFailure: true, asyncReporter: reportShortly },
  );
}, 120_000);

/** A plan of 500 moves is no message; with its seed and path in the options of `assert` it comes again. */
async function reportShortly<T>(run: fc.RunDetails<T>): Promise<void> {
  if (!run.failed) return;
  throw new Error(`seed: ${run.seed}, path: "${run.counterexamplePath}"`, {
    cause: run.errorInstance,
  });
}

async function openFour(roads: readonly Road[]): Promise<Team & { doubles: string[] }> {
  const team = await seatFour(60, roads);
  const doubles: string[] = [];
  await Promise.all(
    team.seats.map(async ({ sync }) => {
      await vi.waitFor(() => expect(sync.view().connection).toBe("live"), { timeout: 20_000 });
      // Also on the way there no board ever shows a card twice.
      sync.subscribe(() => {
        const ids = sync.view().board?.columns.flatMap((column) => column.ids) ?? [];
        doubles.push(...ids.filter((id, index) => ids.indexOf(id) !== index));
      });
    }),
  );
  return { ...team, doubles };
}

async function expectTruth(team: Team & { doubles: string[] }): Promise<void> {
  const { workspaceId, seats, doubles } = team;
  expect(await sharedPlaces(database, workspaceId)).toEqual([]);
  await expectOnce(team);
  for (const seat of seats) {
    const truth = await boardInDatabase(database, workspaceId, seat.topics);
    await vi.waitFor(
      async () => {
        await loadAll(seat);
        const { board, connection } = seat.sync.view();
        expect(connection).toBe("live");
        expect(board?.savingIds.size).toBe(0);
        expect(board && boardOnScreen(board)).toEqual(truth);
      },
      { timeout: 20_000, interval: 100 },
    );
  }
  expect(doubles).toEqual([]);
}

/** What was answered as written is written once, what was refused never. */
async function expectOnce({ workspaceId, seats }: Team): Promise<void> {
  const writes = await writesOf(database, workspaceId);
  for (const { attempts } of seats) {
    const lasts = new Map(attempts.map((attempt) => [attempt.mutationId, attempt]));
    for (const [mutationId, { kind, end }] of lasts) {
      const count = writes.get(mutationId) ?? 0;
      const isTrue =
        end === "written" ? count === 1 || (kind === "set" && count === 0) : count === 0;
      expect(isTrue, `${kind} ${mutationId}: ${end}, written ${count} times`).toBe(true);
    }
  }
}

async function loadAll({ sync }: Seat): Promise<void> {
  const { board } = sync.view();
  for (const [index, { hasMore }] of (board?.columns ?? []).entries()) {
    if (hasMore) await sync.loadMore(board?.stages[index]?.id ?? "");
  }
}

/** Somebody else may have taken the card out of sight, or may be the only one to remove it. */
const expected = new Set([
  "moved",
  "nothing",
  "page",
  "created",
  "removed",
  "saved",
  "conflict",
  "forbidden",
  "opportunity_not_found",
]);

function unexpected(ends: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(ends).filter(([end]) => !expected.has(end)));
}

async function close({ seats }: Team): Promise<void> {
  for (const seat of seats) seat.close();
}

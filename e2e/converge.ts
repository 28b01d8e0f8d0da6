import type { Page } from "@playwright/test";
import { boardInDatabase, type Database, type Reader } from "./database";
import { expect } from "./fixtures";
import { boardOnScreen } from "./pages/board";

/** Every page shows exactly what the database holds: cards, order, counts and sums. */
export async function expectBoardsToEqualDatabase(
  pages: readonly Page[],
  database: Database,
  reader: Reader,
): Promise<void> {
  await expect(async () => {
    const truth = await boardInDatabase(database, reader);
    for (const page of pages) expect(await boardOnScreen(page)).toEqual(truth);
  }).toPass({ timeout: 30_000, intervals: [100, 250, 500, 1000] });
}

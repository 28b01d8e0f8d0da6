import { importDatabase } from "@/app/_entry/import-database";
import type { ImportRow } from "@/domain/import-row";

/** An import that was begun in this browser and is not taken over yet. */
export type SavedRun = {
  importId: string;
  workspaceId: string;
  /** Whoever began it; nobody else who signs in here gets to see it. */
  memberId: string;
  fileName: string;
  teamId: string | null;
  total: number;
  pieceCount: number;
  /** How many pieces, and how many rows in them, the server has for certain. */
  sentPieces: number;
  sentRows: number;
};

const runs = "runs";
const pieces = "pieces";

/*
 * The checked rows wait in IndexedDB, so that a reload costs nothing. Where it is switched off, as
 * in some private windows, an import works all the same and cannot be resumed.
 */

/** Keeps a run and its rows; false when the browser does not let us. */
export async function saveRun(run: SavedRun, rows: readonly ImportRow[][]): Promise<boolean> {
  return attempt(async (database) => {
    const transaction = database.transaction([runs, pieces], "readwrite");
    transaction.objectStore(runs).put(run);
    const store = transaction.objectStore(pieces);
    for (const [index, piece] of rows.entries()) store.put(piece, [run.importId, index]);
    await committed(transaction);
  });
}

/** Remembers how far a run has come. */
export async function updateSavedRun(run: SavedRun): Promise<boolean> {
  return attempt(async (database) => {
    const transaction = database.transaction(runs, "readwrite");
    transaction.objectStore(runs).put(run);
    await committed(transaction);
  });
}

/** The rows of a run; null when they are not here any more. */
export async function loadPieces(run: SavedRun): Promise<ImportRow[][] | null> {
  let found: ImportRow[][] = [];
  const read = await attempt(async (database) => {
    const store = database.transaction(pieces).objectStore(pieces);
    found = await answered<ImportRow[][]>(store.getAll(piecesOf(run.importId)));
  });
  return read && found.length === run.pieceCount ? found : null;
}

export async function deleteRun(importId: string): Promise<boolean> {
  return attempt(async (database) => {
    const transaction = database.transaction([runs, pieces], "readwrite");
    transaction.objectStore(runs).delete(importId);
    transaction.objectStore(pieces).delete(piecesOf(importId));
    await committed(transaction);
  });
}

/** The waiting runs of a member. Those of others who used this browser are thrown away. */
export async function listRuns(workspaceId: string, memberId: string): Promise<SavedRun[]> {
  let all: SavedRun[] = [];
  await attempt(async (database) => {
    all = await answered<SavedRun[]>(database.transaction(runs).objectStore(runs).getAll());
  });
  const here = all.filter((run) => run.workspaceId === workspaceId);
  const foreign = here.filter((run) => run.memberId !== memberId);
  await Promise.all(foreign.map((run) => deleteRun(run.importId)));
  return here.filter((run) => run.memberId === memberId);
}

function piecesOf(importId: string): IDBKeyRange {
  return IDBKeyRange.bound([importId], [importId, []]);
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(importDatabase, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(runs, { keyPath: "importId" });
    request.result.createObjectStore(pieces);
  });
  return answered(request);
}

async function attempt(work: (database: IDBDatabase) => Promise<void>): Promise<boolean> {
  try {
    const database = await open();
    try {
      await work(database);
    } finally {
      database.close();
    }
    return true;
  } catch (error) {
    console.warn("The browser does not keep the import.", error);
    return false;
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
    transaction.addEventListener("error", () => reject(transaction.error));
  });
}

import { createImportStore } from "./import-store";
import { createParseWorker } from "./reading/parse-worker-client";
import { createReader } from "./reading/reader";
import { createRunner } from "./running/runner";

export type ImportSession = ReturnType<typeof createImportSession>;

function createImportSession() {
  const store = createImportStore();
  const worker = createParseWorker();
  return {
    store,
    reader: createReader(store, worker),
    runner: createRunner(store, worker),
  };
}

const sessions = new Map<string, ImportSession>();

/**
 * The import of a member, outside the page: whoever leaves it and comes back finds the file, every
 * choice and the progress as they were. Lives as long as the page's scripts.
 */
export function importSession(memberId: string): ImportSession {
  const session = sessions.get(memberId) ?? createImportSession();
  sessions.set(memberId, session);
  return session;
}

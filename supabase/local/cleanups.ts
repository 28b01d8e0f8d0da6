/** What must be undone, in the order in which it was done; `run` goes backwards, once. */
export interface Cleanups {
  add(undo: () => Promise<void>): void;
  run(): Promise<void>;
}

export function createCleanups(): Cleanups {
  const steps: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  return {
    add: (undo) => {
      steps.push(undo);
    },
    run() {
      running ??= undoAll(steps);
      return running;
    },
  };
}

/** One failure does not keep the rest running. */
async function undoAll(steps: (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const undo of steps.reverse()) {
    await undo().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "The stack did not stop cleanly.");
}

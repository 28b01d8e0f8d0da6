import type { ImportContext } from "@/domain/import-row";
import { type Choices, choicesFor, emptyImport, type FileProblemCode } from "../import-state";
import type { ImportStore } from "../import-store";
import type { ParseWorker } from "./parse-worker-client";
import type { BadRowWords, RowFilter } from "./worker-protocol";

const maxNameLength = 300;

/** Reads a file in the worker, and checks it anew after every choice. */
export function createReader(store: ImportStore, worker: ParseWorker) {
  let context: ImportContext | null = null;
  /** The file before one that could not be read, whose choices may still be wanted. */
  let before: Parameters<typeof choicesFor>[1] = null;
  let reads = 0;
  let checks = 0;
  let isChecking = false;

  function fail(code: FileProblemCode, name?: string): void {
    const { file } = store.get();
    const known = file.at === "none" ? "" : file.name;
    store.publish({ file: { at: "failed", name: name ?? known, code }, check: null });
  }

  async function checkUntilCurrent(): Promise<void> {
    for (let done = -1; done !== checks; ) {
      done = checks;
      const { choices } = store.get();
      if (!choices || !context) return;
      const { mapping, stages, owners } = choices;
      const input = { mapping, context: { ...context, aliases: { stages, owners } } };
      const answer = await worker.ask("check", input).catch(() => null);
      if (done !== checks) continue;
      if (!answer) return fail("file_too_hard");
      store.publish({ check: { answer, isOutdated: false, stamp: done } });
    }
  }

  /** One check at a time; choices made meanwhile are checked together after it. */
  async function check(): Promise<void> {
    checks += 1;
    const shown = store.get().check;
    if (shown) store.publish({ check: { ...shown, isOutdated: true } });
    if (isChecking) return;
    isChecking = true;
    await checkUntilCurrent();
    isChecking = false;
  }

  async function read(
    file: { name: string; bytes: number | null; teamId: string | null },
    load: () => Promise<ArrayBuffer | string>,
  ): Promise<void> {
    if (!context) return;
    const { name, bytes, teamId } = file;
    const shown = store.get();
    if (shown.file.at === "read" && shown.choices) {
      before = { facts: shown.file.facts, choices: shown.choices };
    }
    reads += 1;
    const mine = reads;
    store.publish({ file: { at: "reading", name }, check: null });
    const source = await load().catch(() => null);
    if (mine !== reads) return;
    if (source === null) return fail("file_unreadable");
    const answer = await worker.ask("read", { source, context }).catch(() => null);
    if (mine !== reads) return;
    if (!answer) return fail("file_too_hard");
    if (!answer.ok) return fail(answer.code);
    const { facts } = answer;
    const choices = choicesFor(facts, before, teamId);
    store.publish({ file: { at: "read", name, bytes, facts }, choices, check: null });
    await check();
  }

  return {
    /** What the rows are checked against; a change checks them anew. */
    setContext(next: ImportContext): void {
      context = next;
      const { file, run } = store.get();
      if (file.at === "read" && !run) void check();
    },
    readFile: (file: File, teamId: string | null) =>
      read({ name: file.name.slice(0, maxNameLength), bytes: file.size, teamId }, () =>
        file.arrayBuffer(),
      ),
    readText: (text: string, name: string, teamId: string | null) =>
      read({ name, bytes: null, teamId }, () => Promise.resolve(text)),
    failPasting: (name: string, code: "clipboard_empty" | "clipboard_refused") => fail(code, name),
    choose(change: Partial<Choices>): void {
      const { choices } = store.get();
      if (!choices) return;
      store.publish({ choices: { ...choices, ...change } });
      if (change.mapping || change.stages || change.owners) void check();
    },
    rows: (filter: RowFilter, offset: number, limit: number) =>
      worker.ask("rows", { filter, offset, limit }),
    badRows: (words: BadRowWords) => worker.ask("badRows", words),
    /** Forgets the file and every choice. */
    reset(): void {
      reads += 1;
      before = null;
      store.publish(emptyImport);
    },
    fail,
  };
}

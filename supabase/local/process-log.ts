import { closeSync, ftruncateSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";

export interface ProcessLog {
  fd: number;
  /** What the process said last, for an error message. */
  tail(): Promise<string>;
  close(): void;
}

/** A fresh log for a child process. It writes there itself, so nothing is lost when we end. */
export function openProcessLog(path: string): ProcessLog {
  const fd = openSync(path, "a", 0o600);
  ftruncateSync(fd);
  return {
    fd,
    async tail() {
      const lines = (await readFile(path, "utf8")).trim().split("\n").slice(-8);
      return `The end of its log:\n${lines.join("\n")}`;
    },
    close: () => closeSync(fd),
  };
}

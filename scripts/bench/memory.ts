import { fork } from "node:child_process";
import type { Line } from "./report";

/** Heap in bytes after each quarter of an hour, garbage collected. */
export type Quarters = number[];

/** What a board that stays open for an hour holds on to; the floor is its first quarter. */
export async function measureMemory(): Promise<Line[]> {
  const hour = fork(new URL("./memory-process.ts", import.meta.url), {
    execArgv: ["--expose-gc", "--import", "tsx"],
  });
  const quarters = await new Promise<Quarters>((resolve, reject) => {
    hour.once("message", (message: Quarters) => resolve(message));
    hour.once("exit", (code) => reject(new Error(`The hour of a board ended with code ${code}.`)));
  });
  const [first = Number.NaN] = quarters;
  const last = quarters.at(-1) ?? Number.NaN;
  return [
    {
      what: "heap of a board after an hour of 10 events a second, against a quarter",
      measured: formatMb(last),
      floor: formatMb(first),
      ratio: `${(last / first).toFixed(2)} ×`,
    },
  ];
}

function formatMb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

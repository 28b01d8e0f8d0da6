/** One line of the table. Without a floor there is nothing to compare with: a count, or a size. */
export type Line = { what: string; measured: string; floor?: string; ratio?: string };

/** The value below which a share of all lies, by nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Two times in milliseconds, as they stand beside each other in the table. */
export function compare(what: string, measured: number, floor: number): Line {
  return {
    what,
    measured: formatMs(measured),
    floor: formatMs(floor),
    ratio: `${(measured / floor).toFixed(2)} ×`,
  };
}

function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
}

/** The table, columns as wide as what stands in them. */
export function renderTable(lines: readonly Line[]): string {
  const rows = [
    ["", "measured", "floor", "ratio"],
    ...lines.map(({ what, measured, floor, ratio }) => [what, measured, floor ?? "", ratio ?? ""]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("   "),
    )
    .join("\n");
}

/**
 * Runs two things by turns, so that whatever else the machine does meets both alike.
 * @returns the milliseconds of each run, the first few left out
 */
export async function takeTurns(
  rounds: number,
  measured: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<{ measured: number[]; floor: number[] }> {
  const warmUp = 5;
  const times = { measured: [] as number[], floor: [] as number[] };
  for (let round = -warmUp; round < rounds; round++) {
    const a = await time(measured);
    const b = await time(floor);
    if (round < 0) continue;
    times.measured.push(a);
    times.floor.push(b);
  }
  return times;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

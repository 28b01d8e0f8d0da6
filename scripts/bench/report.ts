/** One line of the table. Without a floor there is nothing to compare with: a count, or a size. */
export type Line = {
  what: string;
  measured: string;
  floor?: string;
  ratio?: string;
  /** What Spur promises of it, and whether this run kept it. */
  promise?: Kept;
};

type Kept = { says: string; isKept: boolean };

/** The value below which a share of all lies, by nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Promised limits: of the ratio to the floor, or in milliseconds. */
export type Limit = { times: number } | { ms: number };

/** Two times in milliseconds, as they stand beside each other in the table. */
export function compare(what: string, measured: number, floor: number, limit?: Limit): Line {
  const times = measured / floor;
  return {
    what,
    measured: formatMs(measured),
    floor: formatMs(floor),
    ratio: `${times.toFixed(2)} ×`,
    ...(limit && { promise: within(limit, measured, times) }),
  };
}

function within(limit: Limit, ms: number, times: number): Kept {
  if ("ms" in limit) return { says: `≤ ${limit.ms} ms`, isKept: ms <= limit.ms };
  return { says: `≤ ${limit.times} ×`, isKept: times <= limit.times };
}

/** Least and most of some counts that should all be the same. */
function range(counts: readonly number[]): string {
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  return least === most ? String(most) : `${least} to ${most}`;
}

/** A line of counts that should all be one. */
export function exactlyOne(what: string, counts: readonly number[]): Line {
  const isKept = counts.every((count) => count === 1);
  return { what, measured: range(counts), promise: { says: "1", isKept } };
}

export function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
}

/** The table, columns as wide as what stands in them. */
export function renderTable(lines: readonly Line[]): string {
  const rows = [
    ["", "measured", "floor", "ratio", "promised", ""],
    ...lines.map(({ what, measured, floor = "", ratio = "", promise }) => [
      what,
      measured,
      floor,
      ratio,
      promise?.says ?? "",
      promise ? verdict(promise) : "",
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) =>
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

function verdict({ isKept }: Kept): string {
  return isKept ? "kept" : "missed";
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

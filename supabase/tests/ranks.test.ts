import fc from "fast-check";
import { expect, it } from "vitest";
import { failure, openDatabase, value } from "./database";

const pool = openDatabase(1);

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

async function between(low: string | null, high: string | null): Promise<string> {
  return String(await value(pool, "select private.rank_between($1, $2)", [low, high]));
}

/** Keys as fractional-indexing defines them: a head that says how long the integer is, a fraction. */
const rank = fc
  .tuple(
    fc.constantFrom(..."abcdYZXW"),
    fc.array(fc.constantFrom(...DIGITS), { minLength: 30, maxLength: 30 }),
    fc.array(fc.constantFrom(...DIGITS), { maxLength: 6 }),
  )
  .map(([head, digits, fraction]) => {
    const length = head >= "a" ? head.charCodeAt(0) - 96 : 91 - head.charCodeAt(0);
    return head + digits.slice(0, length).join("") + fraction.join("").replace(/0+$/, "");
  });

it("finds a well-formed key strictly between any two", async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(rank), fc.option(rank), async (first, second) => {
      fc.pre(first !== second || first === null);
      const [low, high] =
        first !== null && second !== null && first > second ? [second, first] : [first, second];
      const found = await between(low, high);
      expect(low === null || low < found).toBe(true);
      expect(high === null || found < high).toBe(true);
      expect(await value(pool, "select private.is_rank($1)", [found])).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("always finds room again between a key and its new neighbour", async () => {
  await fc.assert(
    fc.asyncProperty(rank, rank, fc.array(fc.boolean(), { maxLength: 40 }), async (a, b, sides) => {
      fc.pre(a !== b);
      let [low, high] = a < b ? [a, b] : [b, a];
      for (const above of sides) {
        const found = await between(low, high);
        expect(low < found && found < high).toBe(true);
        if (above) low = found;
        else high = found;
      }
    }),
    { numRuns: 40 },
  );
});

it("gives a thousand random inserts a thousand different keys in order", async () => {
  const keys: string[] = [];
  const random = fc.sample(fc.nat(), { numRuns: 1000, seed: 7 });
  for (const number of random) {
    const place = number % (keys.length + 1);
    keys.splice(place, 0, await between(keys[place - 1] ?? null, keys[place] ?? null));
  }
  expect(keys).toEqual([...new Set(keys)].sort(inByteOrder));
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(20);
});

it("stays short when ten thousand are appended, and when ten thousand are put on top", async () => {
  const ends = `
    with recursive appended (n, low, high) as (
      select 1, 'a0', 'a0'
      union all
      select n + 1, private.rank_between(null, low), private.rank_between(high, null) from appended where n < 10000
    ) select max(length(low)) || ' ' || max(length(high)) from appended`;
  expect(await value(pool, ends)).toBe("4 4");
});

it.each([
  ["a0", "a0"],
  ["a1", "a0"],
])("refuses %s and %s, which are not in order", async (low, high) => {
  expect(await failure(between(low, high))).toMatchObject({ code: "P0001", message: "rank_order" });
});

it.each(["a", "a00", "a0 ", "b0", "0a", "", "Z", "A00000000000000000000000000", "a1.5"])(
  "knows that %j is no key",
  async (text) => {
    expect(await value(pool, "select private.is_rank($1)", [text])).toBe(false);
  },
);

it.each([
  ["a0", "a1", "a0V"],
  [null, null, "a0"],
  ["a0", null, "a1"],
  [null, "a0", "Zz"],
  ["Zz", "a0", "ZzV"],
  ["az", null, "b00"],
  [null, "Y00", "Xzzz"],
  ["a0V", "a1", "a0k"],
  ["zzzzzzzzzzzzzzzzzzzzzzzzzzz", null, "zzzzzzzzzzzzzzzzzzzzzzzzzzzV"],
  [null, "A00000000000000000000000001", "A00000000000000000000000000V"],
  [null, "A00000000000000000000000000V", "A00000000000000000000000000F"],
])("answers a short key, in the middle, between %s and %s", async (low, high, expected) => {
  expect(await between(low, high)).toBe(expected);
});

function inByteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

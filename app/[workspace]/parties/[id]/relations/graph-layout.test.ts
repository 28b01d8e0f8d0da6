import { expect, test } from "vitest";
import { placeAround } from "./graph-layout";

const box = { width: 600, height: 300, margin: { x: 60, y: 30 } };
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, kind: "person" as const }));

test("keeps everybody inside the box and apart from each other", () => {
  const organizations = [{ id: "o", kind: "organization" as const }];
  const places = [...placeAround([...organizations, ...people(11)], box).values()];
  expect(places).toHaveLength(12);
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(60 - 1e-9);
    expect(x).toBeLessThanOrEqual(540 + 1e-9);
    expect(y).toBeGreaterThanOrEqual(30 - 1e-9);
    expect(y).toBeLessThanOrEqual(270 + 1e-9);
  }
  expect(new Set(places.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(12);
});

test("draws organizations above and people below", () => {
  const places = placeAround([{ id: "o", kind: "organization" }, ...people(3)], box);
  expect(places.get("o")?.y).toBeLessThan(150);
  for (const { id } of people(3)) expect(places.get(id)?.y).toBeGreaterThan(150);
});

test("puts one alone above the middle, and nobody nowhere", () => {
  expect(placeAround(people(1), box).get("p0")).toEqual({ x: 300, y: 30 });
  expect(placeAround([], box).size).toBe(0);
});

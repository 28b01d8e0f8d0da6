import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepPlace, type Place, readPlaces } from "./place";

const place = (id: string): Place => ({
  id,
  icon: "person",
  title: `Anna ${id}`,
  detail: "Kunde AG",
  href: `/muster/parties/${id}`,
});

const ids = () => readPlaces("me", "muster").map(({ id }) => id);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("keeps the last eight, each once, the latest first", () => {
  for (let n = 0; n < 10; n++) keepPlace("me", "muster", place(String(n)));
  keepPlace("me", "muster", place("5"));
  expect(ids()).toEqual(["5", "9", "8", "7", "6", "4", "3", "2"]);
});

it("keeps them for one member of one workspace", () => {
  keepPlace("me", "muster", place("1"));
  expect(readPlaces("somebody", "muster")).toEqual([]);
  expect(readPlaces("me", "renamed")).toEqual([]);
});

it("ignores what it cannot read", () => {
  localStorage.setItem("spur:places:me", JSON.stringify([place("1"), null, { id: 1 }, "x"]));
  expect(ids()).toEqual(["1"]);
  localStorage.setItem("spur:places:me", "{");
  expect(ids()).toEqual([]);
});

it("goes without where the device keeps nothing", () => {
  vi.stubGlobal("localStorage", undefined);
  keepPlace("me", "muster", place("1"));
  expect(ids()).toEqual([]);
});

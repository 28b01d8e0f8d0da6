import { afterEach, expect, test, vi } from "vitest";
import type { OutboxEntry } from "./entry";
import { countKept } from "./keys";
import { createOutboxStore } from "./store";

const author = { workspaceId: "w", memberId: "anna" };
const mutationId = "00000000-0000-4000-8000-000000000002";
const entry: OutboxEntry = {
  at: 1,
  name: "n",
  kind: "remove",
  input: { id: "00000000-0000-4000-8000-000000000001", mutationId },
};

/** A browser without locks whose storage has room for so many characters. */
function openBrowser(room = 10_000) {
  const storage: Storage = Object.create({
    getItem: (key: string) => storage[key] ?? null,
    removeItem: (key: string) => delete storage[key],
    setItem(key: string, value: string) {
      const others = Object.entries(storage).filter(([held]) => held !== key);
      if ([...others, [key, value]].flat().join("").length > room) throw new Error("no room");
      storage[key] = value;
    },
  });
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("window", new EventTarget());
  return storage;
}
afterEach(() => {
  vi.unstubAllGlobals();
});

function adopted(store: ReturnType<typeof createOutboxStore>) {
  return new Promise<{ entries: OutboxEntry[]; unreadable: { key: string; text: string }[] }>(
    (resolve) => store.adopt((entries, unreadable) => resolve({ entries, unreadable })),
  );
}

const size = (storage: Storage) => Object.entries(storage).flat().join("").length;

test("what an earlier page left without room to spare is taken over and not lost", async () => {
  const full = openBrowser();
  createOutboxStore({ ...author, pageId: "one" }).put(entry);
  const storage = openBrowser(size(full));
  Object.assign(storage, full);

  const next = createOutboxStore({ ...author, pageId: "two" });
  expect((await adopted(next)).entries).toEqual([entry]);
  expect(countKept([author])).toBe(1);
  next.remove(mutationId);
  expect(countKept([author])).toBe(0);
});

test("a browser that keeps nothing says so", () => {
  openBrowser(0);
  vi.spyOn(console, "warn").mockReturnValue();
  expect(createOutboxStore({ ...author, pageId: "one" }).put(entry)).toBe(false);
  vi.stubGlobal("localStorage", undefined);
  expect(createOutboxStore({ ...author, pageId: "one" }).put(entry)).toBe(false);
  expect(countKept([author])).toBe(0);
});

test("nobody takes over or counts what another member or workspace left", async () => {
  openBrowser();
  const others = [
    { workspaceId: "w", memberId: "anna2" },
    { workspaceId: "w", memberId: "ben" },
    { workspaceId: "v", memberId: "anna" },
  ];
  for (const other of others) createOutboxStore({ ...other, pageId: "one" }).put(entry);
  createOutboxStore({ ...author, pageId: "two" }).put(entry);
  expect((await adopted(createOutboxStore({ ...author, pageId: "three" }))).entries).toHaveLength(
    1,
  );
  expect(countKept([author])).toBe(1);
  expect(countKept(others)).toBe(3);
});

test.each([
  ["", "empty"],
  ["{", "cut off"],
  [JSON.stringify({ ...entry, at: 1e20 }), "of a time that no date can tell"],
  [JSON.stringify({ ...entry, at: 1.5 }), "of half a millisecond"],
  [JSON.stringify({ ...entry, input: { id: "o" } }), "without its id"],
])("an entry that reads %j, %s, is shown, never sent, and can be thrown away", async (text) => {
  const storage = openBrowser();
  storage.setItem("spur-outbox:w:anna:one:m", text);
  const store = createOutboxStore({ ...author, pageId: "two" });
  const { entries, unreadable } = await adopted(store);
  expect(entries).toEqual([]);
  expect(unreadable.map((one) => one.text)).toEqual([text]);
  for (const { key } of unreadable) store.discard(key);
  expect(countKept([author])).toBe(0);
});

import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  CHECKSUMS_FILE,
  checksums,
  MIGRATIONS_DIR,
  readSqlFiles,
  TYPES_FILE,
} from "../tooling/project";
import { generateTypes } from "../tooling/types";
import { testStack } from "./stack";

describe("the migrations", () => {
  it("are the ones whose sums are recorded: what was once applied somewhere never changes", async () => {
    const migrations = await readSqlFiles(MIGRATIONS_DIR);
    expect(await readFile(CHECKSUMS_FILE, "utf8")).toBe(checksums(migrations));
  });

  it("would not match after an edit", async () => {
    const [first, ...others] = await readSqlFiles(MIGRATIONS_DIR);
    if (!first) throw new Error("no migrations");
    const edited = [{ ...first, sql: `${first.sql}-- just a comment\n` }, ...others];
    expect(await readFile(CHECKSUMS_FILE, "utf8")).not.toBe(checksums(edited));
  });

  it("have a time and a name each", async () => {
    for (const { name } of await readSqlFiles(MIGRATIONS_DIR)) {
      expect(name).toMatch(/^\d{14}_[a-z][a-z0-9_]*\.sql$/);
    }
  });
});

it("database.types.ts says what the migrations made; otherwise: npm run db:types", async () => {
  expect(await generateTypes(testStack().databaseUrl)).toBe(await readFile(TYPES_FILE, "utf8"));
});

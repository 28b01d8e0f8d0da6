import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole, client, query, signedUp } from "./fixtures/clients";
import type { Stack } from "./stack";
import { startEphemeralStack } from "./testing";

const migrationsDir = fileURLToPath(new URL("./fixtures/migrations", import.meta.url));
let stack: Stack;

describe.each(["postgrest", "fallback"] as const)("REST through %s", (rest) => {
  beforeAll(async () => {
    stack = await startEphemeralStack({ migrationsDir, rest });
  }, 60_000);
  afterAll(() => stack.stop());

  describe("policies", () => {
    it("keep two people apart", async () => {
      const [max, erika] = [await signedUp(stack), await signedUp(stack)];
      await max.supabase.from("notes").insert({ body: "of Max" });
      await erika.supabase.from("notes").insert({ body: "of Erika" });
      expect((await max.supabase.from("notes").select("body")).data).toEqual([{ body: "of Max" }]);
      expect((await erika.supabase.from("notes").select("body")).data).toEqual([
        { body: "of Erika" },
      ]);
      const foreign = await max.supabase.from("notes").insert({ body: "x", owner: erika.userId });
      expect(foreign.error).toMatchObject({ code: "42501" });
      expect(foreign.status).toBe(403);
    });

    it("never mix people in a parallel burst", async () => {
      const people = await Promise.all(Array.from({ length: 6 }, () => signedUp(stack)));
      await Promise.all(
        people.flatMap(({ supabase, email }) =>
          Array.from({ length: 10 }, () =>
            supabase.from("notes").insert({ body: email.slice(-20) }),
          ),
        ),
      );
      for (const { supabase, userId } of people) {
        const { data } = await supabase.from("notes").select("owner");
        expect(data).toEqual(Array.from({ length: 10 }, () => ({ owner: userId })));
      }
    });

    it("do not bind the secret key, and a person's token outranks any key", async () => {
      const { session, userId } = await signedUp(stack);
      const server = client(stack, stack.secretKey);
      expect((await server.rpc("who_am_i")).data).toMatchObject({ user: "service_role" });
      const response = await fetch(`${stack.url}/rest/v1/rpc/who_am_i`, {
        method: "POST",
        headers: { apikey: stack.secretKey, authorization: `Bearer ${session.access_token}` },
      });
      expect(await response.json()).toMatchObject({ user: "authenticated", uid: userId });
    });
  });

  describe("errors arrive as on hosted Supabase", () => {
    it("refuses a stranger with 42501", async () => {
      const { error, status } = await client(stack).from("notes").select();
      expect(error).toMatchObject({ code: "42501" });
      expect(status).toBe(401);
    });

    it("tells a broken rule with 23514", async () => {
      const { supabase } = await signedUp(stack);
      const { error, status } = await supabase.from("notes").insert({ body: "x".repeat(21) });
      expect(error).toMatchObject({ code: "23514", message: expect.stringContaining("notes") });
      expect(status).toBe(400);
    });

    it("passes message, detail and hint of raise exception on", async () => {
      const { supabase } = await signedUp(stack);
      const { error, status } = await supabase.rpc("refuse", { code: "P0001" });
      expect(error).toMatchObject({
        code: "P0001",
        message: "Not like this",
        details: "the detail",
        hint: "the hint",
      });
      expect(status).toBe(400);
    });

    it.each([
      ["PT409", 409],
      ["40P01", 500],
      ["23P01", 400],
    ])("keeps the code %s", async (code, wanted) => {
      const { supabase } = await signedUp(stack);
      const { error, status } = await supabase.rpc("refuse", { code });
      expect(error).toMatchObject({ code, hint: "the hint" });
      expect(status).toBe(wanted);
    });

    // It does so for ever: a function must never raise 40001 on purpose.
    it.runIf(rest === "postgrest")(
      "repeats a transaction that could not be serialized",
      async () => {
        const { supabase } = await signedUp(stack);
        expect((await supabase.rpc("third_time_lucky")).data).toBe(3);
      },
    );
  });

  it("knows a table made after the start, and loses no write of a cold burst", async () => {
    await query(
      stack.databaseUrl,
      "create table public.late (id int primary key); grant all on public.late to authenticated",
    );
    const { supabase } = await signedUp(stack);
    await expect
      // Reading asks the database itself; for a write PostgREST must have heard of the table.
      .poll(async () => (await supabase.from("late").update({ id: 0 }).eq("id", -1)).status, {
        timeout: 10_000,
      })
      .toBe(204);
    const ids = Array.from({ length: 40 }, (_, id) => id);
    const writes = await Promise.all(ids.map((id) => supabase.from("late").insert({ id })));
    expect(writes.filter(({ error }) => error)).toEqual([]);
    const { count } = await supabase.from("late").select("*", { count: "exact", head: true });
    expect(count).toBe(40);
  });
});

describe("the database", () => {
  beforeAll(async () => {
    stack = await startEphemeralStack({ migrationsDir });
  }, 60_000);
  afterAll(() => stack.stop());

  it("sorts as Germans expect and has their collations", async () => {
    const [row] = await query(
      stack.databaseUrl,
      `select array(select x from unnest(array['Zebra','Äpfel','Apfel']) x order by x) as sorted,
       array(select x from unnest(array['Öl','Ofen','Otter']) x order by x collate "de-x-icu") as de,
       show_trgm is not null as trigrams
     from (select to_regproc('extensions.show_trgm') as show_trgm) t`,
    );
    expect(row?.sorted).toEqual(["Apfel", "Äpfel", "Zebra"]);
    expect(row?.de).toEqual(["Ofen", "Öl", "Otter"]);
  });

  it("lets postgres do what it may on a hosted project, and no more", async () => {
    const create = ["pgcrypto", "uuid-ossp", "citext", "pg_trgm", "unaccent", "btree_gist"]
      .map((name) => `create extension if not exists "${name}" with schema extensions;`)
      .join("");
    await query(stack.databaseUrl, create);
    const [role] = await query(
      stack.databaseUrl,
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'postgres'",
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: true,
      rolcreaterole: true,
      rolcreatedb: true,
    });
    await expect(query(stack.databaseUrl, "alter system set fsync = off")).rejects.toThrow();
    await expect(
      query(asRole(stack, "authenticator"), "select * from auth.users"),
    ).rejects.toThrow();
  });
});

import { expect, test } from "vitest";
import { testStack } from "@/supabase/tests/stack";
import { seedWorkspace } from "./factories";
import { signIn } from "./test-client";

test("a seeded workspace has people who sign in and see what their team sees", async () => {
  const seeded = await seedWorkspace(testStack().databaseUrl, {
    teams: 2,
    reps: 2,
    managers: 1,
    opportunities: 10,
  });
  const [north, south] = seeded.reps;
  const [manager] = seeded.managers;
  if (!north || !south || !manager) throw new Error("The factory forgot somebody.");
  const seenBy = async (member: { email: string; password: string }) => {
    const client = await signIn(testStack(), member);
    const { data } = await client.from("opportunities").select("id");
    return (data ?? []).map(({ id }) => id);
  };
  const seen = { north: await seenBy(north), south: await seenBy(south) };
  expect(seen.north).toHaveLength(5);
  expect(seen.south).toHaveLength(5);
  expect([...seen.north, ...seen.south].sort()).toEqual([...seeded.opportunityIds].sort());
  expect(await seenBy(manager)).toHaveLength(10);
  expect(await seenBy(seeded.admin)).toHaveLength(10);
});

test("two workspaces do not meet", async () => {
  const one = await seedWorkspace(testStack().databaseUrl, { opportunities: 3 });
  const other = await seedWorkspace(testStack().databaseUrl);
  expect(one.slug).not.toBe(other.slug);
  const client = await signIn(testStack(), other.admin);
  const { data } = await client.from("opportunities").select("id");
  expect(data).toEqual([]);
});

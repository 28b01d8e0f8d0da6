import { expect, it } from "vitest";
import { supabase } from "../tooling/cli";
import { testStack } from "./stack";

interface Finding {
  name: string;
  level: string;
  detail: string;
}

/** Findings that stay, each with its reason. */
const ACCEPTED: readonly { name: string; about: RegExp; why: string }[] = [
  {
    name: "unused_index",
    about: /./,
    why: "A database that was just made has used none; schema-rules.test.ts holds that keys are indexed.",
  },
];

it("Supabase's own security and performance advisors find nothing that is not accepted", async () => {
  const answer = await supabase([
    ...["db", "advisors", "--type", "all", "--level", "info", "--output-format", "json"],
    ...["--remote", testStack().databaseUrl],
  ]);
  // The documented shape of the command's JSON; a change would fail the test below.
  const { results } = JSON.parse(answer) as { results: Finding[] };
  expect(results.length).toBeGreaterThan(0);
  const open = results.filter(
    ({ name, detail }) => !ACCEPTED.some((rule) => rule.name === name && rule.about.test(detail)),
  );
  expect(open.map(({ level, name, detail }) => `${level} ${name}: ${detail}`)).toEqual([]);
});

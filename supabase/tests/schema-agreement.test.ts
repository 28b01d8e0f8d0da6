import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareCatalogs, readCatalog } from "../tooling/catalog";
import { diffSchemas } from "../tooling/diff";
import { MIGRATIONS_DIR, readSqlFiles, SCHEMAS_DIR, type SqlFile } from "../tooling/project";
import { type Scratch, type ScratchDatabase, startScratch } from "../tooling/scratch";

const NAMES = { left: "migrations", right: "schemas" };

let scratch: Scratch;
let migrated: ScratchDatabase;
let declared: ScratchDatabase;

beforeAll(async () => {
  scratch = await startScratch();
  migrated = await scratch.create("migrated", await readSqlFiles(MIGRATIONS_DIR));
  declared = await scratch.create("declared", await readSqlFiles(SCHEMAS_DIR));
});
afterAll(() => scratch.stop());

it("is the same whether it is migrated to or declared", async () => {
  const catalog = await readCatalog(migrated.client);
  expect(catalog.size).toBeGreaterThan(500);
  expect(compareCatalogs(catalog, await readCatalog(declared.client), NAMES)).toEqual([]);
});

// Each of these is a difference that a forgotten migration would leave behind.
describe.each([
  ["a column", "alter table public.teams add column color text"],
  ["a default", "alter table public.teams alter name set default 'x'"],
  ["a constraint", "alter table public.teams drop constraint teams_name_check"],
  ["an index", "drop index public.teams_parent"],
  ["a policy", `alter policy "Admins add teams" on public.teams with check (true)`],
  [
    "a policy on a table of the platform",
    `drop policy "Members receive the topics they may see" on realtime.messages`,
  ],
  ["row-level security", "alter table public.teams disable row level security"],
  ["a trigger", "drop trigger touch_teams on public.teams"],
  ["a disabled trigger", "alter table public.teams disable trigger touch_teams"],
  [
    "the body of a function",
    "create or replace function private.current_mutation_id() returns uuid language sql stable set search_path = '' as 'select null::uuid'",
  ],
  [
    "the rights of a function's owner",
    "alter function private.current_mutation_id() security definer",
  ],
  [
    "a right to a function",
    "grant execute on function private.next_seq(text, uuid) to authenticated",
  ],
  ["a right to a table", "grant delete on public.members to authenticated"],
  ["a right to a column", "revoke update (name) on public.teams from authenticated"],
  [
    "a right to what comes later",
    "alter default privileges in schema public grant select on tables to anon",
  ],
  ["a label", "alter type public.access_role add value 'guest'"],
  ["a comment", "comment on column public.stages.rot_days is 'something else'"],
  ["a row of reference data", "insert into public.role_types (code) values ('FRIEND')"],
])("%s", (_, sql) => {
  it("is noticed", async () => {
    const before = await readCatalog(declared.client);
    await declared.client.query("begin");
    try {
      await declared.client.query(sql);
      expect(compareCatalogs(before, await readCatalog(declared.client), NAMES)).not.toEqual([]);
    } finally {
      await declared.client.query("rollback");
    }
  });
});

describe("db:diff", () => {
  const change = (files: readonly SqlFile[], from: string, to: string): SqlFile[] => {
    const changed = files.map((file) => ({ ...file, sql: file.sql.replace(from, to) }));
    expect(changed).not.toEqual(files);
    return changed;
  };

  it("has nothing to say while both agree", async () => {
    const files = await readSqlFiles(SCHEMAS_DIR);
    expect(await diffSchemas(files, files)).toEqual({ sql: "", warnings: [] });
  });

  it("makes the migration to a changed schema, which it proves", { timeout: 60_000 }, async () => {
    const files = await readSqlFiles(SCHEMAS_DIR);
    let wanted = change(
      files,
      "  parent_id uuid,\n",
      "  parent_id uuid,\n  color text check (length(color) < 20),\n",
    );
    wanted = change(
      wanted,
      "grant update (name, parent_id) on public.teams",
      "grant update (name, parent_id, color) on public.teams",
    );
    wanted = change(
      wanted,
      '"Admins add teams" on public.teams for insert to authenticated\n  with check (',
      "\"Admins add teams\" on public.teams for insert to authenticated\n  with check (name <> 'x' and ",
    );
    wanted = change(wanted, "extension in ('broadcast', 'presence')", "extension in ('broadcast')");
    wanted = change(wanted, "interval '7 days'", "interval '8 days'");
    wanted = change(
      wanted,
      "('LEAD', 'SFA_ROLE'),",
      "('LEAD', 'SFA_ROLE'), ('GUARANTOR', 'SFA_ROLE'),",
    );
    wanted = change(wanted, "touch_teams before update on", "touch_teams before update of name on");
    const { sql, warnings } = await diffSchemas(files, [
      ...wanted,
      { name: "90_errands.sql", sql: ERRANDS },
    ]);
    for (const part of [
      "color",
      "Admins add teams",
      "realtime",
      "8 days",
      "GUARANTOR",
      "errands",
      "errand_status",
      "touch_teams",
    ]) {
      expect(sql).toContain(part);
    }
    expect(warnings).toEqual([]);
  });

  it("warns of what is lost", { timeout: 60_000 }, async () => {
    const files = await readSqlFiles(SCHEMAS_DIR);
    const system = "  system text not null";
    const before = change(files, system, `  spare text,\n${system}`);
    const { warnings } = await diffSchemas(before, files);
    expect(warnings.join()).toContain("spare");
  });
});

const ERRANDS = `
create type public.errand_status as enum ('open', 'done');
create table public.errands (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  member_id uuid not null,
  name text not null,
  name_length integer generated always as (length(name)) stored,
  status public.errand_status not null default 'open',
  period daterange not null,
  foreign key (workspace_id, member_id) references public.members (workspace_id, id),
  exclude using gist (member_id with =, period with &&)
);
comment on table public.errands is 'Something to fetch.';
create index errands_member on public.errands (workspace_id, member_id);
alter table public.errands enable row level security;
create policy "Members read their errands" on public.errands for select to authenticated
  using (member_id in (select private.my_member_ids()));
grant select, insert (workspace_id, member_id, name, period) on public.errands to authenticated;
grant all on public.errands to service_role;
create function private.feed_errands() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform count(*) from new_rows;
  return null;
end $$;
comment on function private.feed_errands() is 'An example.';
create trigger feed_errands after insert on public.errands
  referencing new table as new_rows for each statement execute function private.feed_errands();
`;

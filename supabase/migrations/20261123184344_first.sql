-- The declared schema (supabase/schemas) as it was at the first release, file by file.

-- schemas/10_foundation.sql

-- What every entity stands on: the private schema, closed privileges, versions.

create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gist with schema extensions;

create schema if not exists private;
comment on schema private is
  'Helpers of policies and triggers. Not exposed by the API; definer functions live here and are few.';
grant usage on schema private to authenticated, service_role;

-- A hosted project grants new objects to every API role. Here each table and function says itself
-- who may reach it, so that a forgotten grant closes a door instead of opening one.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges in schema private revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

create type public.access_role as enum ('rep', 'manager', 'marketing', 'admin');
comment on type public.access_role is 'What a member may do in a workspace.';

create function private.touch_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;
comment on function private.touch_row() is
  'Before update: every change makes a new version. Clients patch only with newer ones, and edits carry the version they were based on.';

create table private.mutations (
  user_id uuid not null,
  mutation_id uuid not null,
  entity_id uuid,
  created_at timestamptz not null default now(),
  primary key (user_id, mutation_id)
);
create index mutations_created_at on private.mutations (created_at);
comment on table private.mutations is
  'Which writes of a user already happened, so that a retry after a lost answer changes nothing.';

create function private.begin_mutation(p_mutation_id uuid, p_entity_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('spur.mutation_id', coalesce(p_mutation_id::text, ''), true);
  if p_mutation_id is null then
    return true;
  end if;
  insert into private.mutations (user_id, mutation_id, entity_id)
  values (coalesce(auth.uid(), '00000000-0000-0000-0000-000000000000'), p_mutation_id, p_entity_id)
  on conflict do nothing;
  if found then
    return true;
  end if;
  if exists (
    select 1 from private.mutations m
    where m.user_id = auth.uid() and m.mutation_id = p_mutation_id and m.entity_id is distinct from p_entity_id
  ) then
    -- The same id for something else is no retry; answering as for one would lose the write.
    raise exception 'conflict';
  end if;
  return false;
end $$;
comment on function private.begin_mutation(uuid, uuid) is
  'Announces a write to the change feed. False when this user''s mutation already happened: then change nothing and answer with the present row.';
grant execute on function private.begin_mutation(uuid, uuid) to authenticated, service_role;

create function private.is_repeated(p_mutation_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from private.mutations m where m.user_id = auth.uid() and m.mutation_id = p_mutation_id
  )
$$;
comment on function private.is_repeated(uuid) is 'Whether this mutation of the caller already happened.';
grant execute on function private.is_repeated(uuid) to authenticated, service_role;

create function private.current_mutation_id() returns uuid
language sql stable set search_path = '' as $$
  select nullif(current_setting('spur.mutation_id', true), '')::uuid
$$;
comment on function private.current_mutation_id() is 'The mutation announced in this transaction, if any.';

-- schemas/20_workspaces.sql

-- A workspace is one internal organization and its data: the tenant. Members are its users.

create table public.workspaces (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'),
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  party_id uuid,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'Europe/Berlin' check (length(time_zone) between 1 and 64),
  locale text not null default 'de' check (locale in ('de', 'en')),
  accent_hue smallint not null default 255 check (accent_hue between 0 and 360),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.workspaces is 'One internal organization and its data; the tenant.';
comment on column public.workspaces.party_id is 'Our own company is a party too.';
comment on column public.workspaces.slug is 'The readable part of the address; unique over all workspaces.';
create index workspaces_party_id on public.workspaces (party_id);

create table public.members (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  party_id uuid,
  access_role public.access_role not null default 'rep',
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  email text not null check (length(email) between 3 and 320),
  deactivated_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, user_id)
);
comment on table public.members is
  'A user in a workspace, with an access role and a party of kind person. Leaving deactivates: history keeps its author.';
comment on column public.members.name is 'Shown on boards and in histories; the party holds the full details.';
create index members_user_id on public.members (user_id);
create index members_party_id on public.members (workspace_id, party_id);

create trigger touch_workspaces before update on public.workspaces
  for each row execute function private.touch_row();
create trigger touch_members before update on public.members
  for each row execute function private.touch_row();

create function private.my_workspace_ids(
  p_roles public.access_role[] default '{rep,manager,marketing,admin}'
) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.workspace_id from public.members m
  where m.user_id = auth.uid() and m.deactivated_at is null and m.access_role = any (p_roles)
$$;
comment on function private.my_workspace_ids(public.access_role[]) is
  'Workspaces in which the caller is an active member with one of these roles. Policies call it once per statement.';

create function private.my_member_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.id from public.members m
  where m.user_id = auth.uid() and m.deactivated_at is null
$$;
comment on function private.my_member_ids() is 'The caller''s own active memberships.';

create function private.my_member_id(p_workspace_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select m.id from public.members m
  where m.workspace_id = p_workspace_id and m.user_id = auth.uid() and m.deactivated_at is null
$$;
comment on function private.my_member_id(uuid) is
  'The caller as a member of this workspace; null for background work, which acts as nobody.';

grant execute on function
  private.my_workspace_ids(public.access_role[]), private.my_member_ids(), private.my_member_id(uuid)
  to authenticated, service_role;

create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.access_role <> 'admin' or old.deactivated_at is not null then
    return null;
  end if;
  -- Two admins who demote each other at once must not both succeed: the workspace row decides.
  perform 1 from public.workspaces w where w.id = old.workspace_id for no key update;
  if not found then
    return null;
  end if;
  if not exists (
    select 1 from public.members m
    where m.workspace_id = old.workspace_id and m.access_role = 'admin' and m.deactivated_at is null
  ) then
    raise exception 'last_admin' using hint = 'Make someone else an admin first.';
  end if;
  return null;
end $$;
comment on function private.keep_an_admin() is 'A workspace never loses its last admin.';
create trigger keep_an_admin after update of access_role, deactivated_at or delete on public.members
  for each row execute function private.keep_an_admin();

alter table public.workspaces enable row level security;
alter table public.members enable row level security;

create policy "Members read their workspaces" on public.workspaces for select to authenticated
  using (id in (select private.my_workspace_ids()));
create policy "Admins change their workspaces" on public.workspaces for update to authenticated
  using (id in (select private.my_workspace_ids('{admin}')))
  with check (id in (select private.my_workspace_ids('{admin}')));

create policy "Members read the members of their workspaces" on public.members for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins change the members of their workspaces" on public.members for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));

grant select on public.workspaces, public.members to authenticated;
grant update (name, slug, currency, time_zone, locale, accent_hue) on public.workspaces to authenticated;
grant update (access_role, name, deactivated_at) on public.members to authenticated;
grant all on public.workspaces, public.members to service_role;

-- schemas/21_teams.sql

-- Teams are members who share visibility; a manager also sees the teams below.

create table public.teams (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  parent_id uuid,
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, parent_id) references public.teams (workspace_id, id)
);
comment on table public.teams is 'Members who share visibility; teams stand in a tree.';
create index teams_parent on public.teams (workspace_id, parent_id);

create table public.team_members (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  team_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (team_id, member_id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references public.members (workspace_id, id) on delete cascade
);
comment on table public.team_members is 'Who belongs to which team.';
create index team_members_team on public.team_members (workspace_id, team_id);
create index team_members_member on public.team_members (workspace_id, member_id);
create index team_members_of_member on public.team_members (member_id);

create trigger touch_teams before update on public.teams
  for each row execute function private.touch_row();

create function private.keep_teams_a_tree() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Two moves that together close a ring must see each other: the workspace row lines them up.
  perform 1 from public.workspaces w where w.id = new.workspace_id for no key update;
  if exists (
    with recursive above as (
      select t.id, t.parent_id from public.teams t where t.id = new.parent_id
      union
      select t.id, t.parent_id from public.teams t join above a on t.id = a.parent_id
    )
    select 1 from above where id = new.id
  ) then
    raise exception 'team_cycle' using hint = 'A team cannot stand below itself.';
  end if;
  return null;
end $$;
comment on function private.keep_teams_a_tree() is 'A team never stands below itself.';
create trigger keep_teams_a_tree after insert or update of parent_id on public.teams
  for each row when (new.parent_id is not null) execute function private.keep_teams_a_tree();

alter table public.teams enable row level security;
alter table public.team_members enable row level security;

create policy "Members read the teams of their workspaces" on public.teams for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins add teams" on public.teams for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins change teams" on public.teams for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins remove teams" on public.teams for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')));

create policy "Members read who is in which team" on public.team_members for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins put members into teams" on public.team_members for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins take members out of teams" on public.team_members for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')));

grant select, insert, delete on public.teams, public.team_members to authenticated;
grant update (name, parent_id) on public.teams to authenticated;
grant all on public.teams, public.team_members to service_role;

-- schemas/22_visibility.sql

-- A topic is a visibility boundary: everyone who may join it may read every row that carries it.
-- Tables, the change log, the column figures and the realtime channels all ask the same question.

create function private.my_topics(
  p_roles public.access_role[] default '{rep,manager,marketing,admin}'
) returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  -- One plan that stays cached: a drag asks this many times, and an SQL function would plan anew.
  return query
  with recursive mine as (
    select m.id, m.workspace_id, m.access_role from public.members m
    where m.user_id = auth.uid() and m.deactivated_at is null and m.access_role = any (p_roles)
  ), visible (id, descends) as (
    select tm.team_id, mine.access_role = 'manager'
    from mine join public.team_members tm on tm.member_id = mine.id
    union
    select t.id, false
    from mine join public.teams t on t.workspace_id = mine.workspace_id
    where mine.access_role = 'admin'
    union
    select t.id, true from visible v join public.teams t on t.parent_id = v.id where v.descends
  )
  select 'workspace:' || mine.workspace_id from mine
  union all
  (select distinct 'team:' || v.id from visible v)
  union all
  select 'member:' || mine.id from mine;
end $$;
comment on function private.my_topics(public.access_role[]) is
  'Topics the caller may see: their workspaces, their teams, and what is private to them.';
grant execute on function private.my_topics(public.access_role[]) to authenticated, service_role;

create function private.my_team_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select substr(t, 6)::uuid from private.my_topics() t where t like 'team:%'
$$;
comment on function private.my_team_ids() is
  'Teams whose rows the caller sees: their own; for managers also all below; for admins all.';
grant execute on function private.my_team_ids() to authenticated, service_role;

create function private.my_topics_in(p_workspace_id uuid) returns setof text
language sql stable security definer set search_path = '' as $$
  select 'workspace:' || w from private.my_workspace_ids() w where w = p_workspace_id
  union all
  select 'team:' || t.id from public.teams t
  where t.workspace_id = p_workspace_id and t.id in (select private.my_team_ids())
  union all
  select 'member:' || private.my_member_id(p_workspace_id)
  where private.my_member_id(p_workspace_id) is not null
$$;
comment on function private.my_topics_in(uuid) is 'The caller''s topics in one workspace: what a board of it listens to.';
grant execute on function private.my_topics_in(uuid) to authenticated, service_role;

create function private.my_staged_import_ids() returns setof uuid
language plpgsql stable set search_path = '' as $$
begin
  return query select i.id from public.imports i where i.status = 'staged';
end $$;
comment on function private.my_staged_import_ids() is
  'Imports the caller may still bring rows in by. A row cannot be slipped into an import that is over: undoing it would take the row along.';
grant execute on function private.my_staged_import_ids() to authenticated, service_role;

create policy "Members receive the topics they may see" on realtime.messages for select to authenticated
  using (
    extension in ('broadcast', 'presence')
    and (select realtime.topic()) in (select private.my_topics())
  );
create policy "Members show their presence on the topics they may see" on realtime.messages
  for insert to authenticated
  with check (
    extension = 'presence'
    and (select realtime.topic()) in (select private.my_topics())
  );

-- schemas/30_parties.sql

-- The party is the centre: a person or an organization, in several roles at once toward us,
-- and, separately, related to other parties.

create type public.party_kind as enum ('person', 'organization');
comment on type public.party_kind is 'A natural or a legal person.';

create table public.parties (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind public.party_kind not null,
  name text not null check (length(name) <= 500 and trim(name) <> ''),
  match_name text generated always as (lower(trim(regexp_replace(name, '\s+', ' ', 'g')))) stored,
  import_id uuid,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.parties is 'A natural or legal person that the workspace deals with.';
comment on column public.parties.name is 'As people say it; for a person given and family name together.';
comment on column public.parties.match_name is 'Folded case and spaces: finds the party that an import or quick add means.';
create index parties_match on public.parties (workspace_id, match_name text_pattern_ops, kind);
create index parties_created_by on public.parties (workspace_id, created_by);

create table public.people (
  party_id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  given_name text check (length(given_name) <= 200),
  family_name text check (length(family_name) <= 200),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade
);
comment on table public.people is 'What only a person has.';
create index people_party on public.people (workspace_id, party_id);

create table public.organizations (
  party_id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  legal_form text check (length(legal_form) <= 60),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade
);
comment on table public.organizations is 'What only an organization has.';
create index organizations_party on public.organizations (workspace_id, party_id);

create table public.role_types (
  code text primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  parent_code text references public.role_types (code)
);
comment on table public.role_types is 'The tree of roles, with the codes of OFBiz.';
create index role_types_parent on public.role_types (parent_code);
insert into public.role_types (code, parent_code) values
  ('SFA_ROLE', null), ('CUSTOMER', null), ('VENDOR', null), ('ORGANIZATION_ROLE', null), ('PERSON_ROLE', null);
insert into public.role_types (code, parent_code) values
  ('ACCOUNT', 'SFA_ROLE'), ('CONTACT', 'SFA_ROLE'), ('LEAD', 'SFA_ROLE'),
  ('SUPPLIER', 'ORGANIZATION_ROLE'), ('COMPETITOR', 'ORGANIZATION_ROLE'), ('PARTNER', 'ORGANIZATION_ROLE'),
  ('EMPLOYER', 'ORGANIZATION_ROLE'), ('INTERNAL_ORGANIZATIO', 'ORGANIZATION_ROLE'),
  ('EMPLOYEE', 'PERSON_ROLE'), ('MANAGER', 'PERSON_ROLE'), ('SALES_REP', 'PERSON_ROLE');

create table public.party_roles (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  role_code text not null references public.role_types (code),
  valid daterange not null default daterange(current_date, null),
  created_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade,
  exclude using gist (party_id with =, role_code with =, valid with &&)
);
comment on table public.party_roles is
  'What a party is to us, and when: half-open periods that cannot overlap for the same role.';
create index party_roles_party on public.party_roles (workspace_id, party_id);
create index party_roles_role on public.party_roles (role_code);

create table public.party_relationships (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  type_code text not null check (type_code ~ '^[A-Z][A-Z_]{1,39}$'),
  from_party_id uuid not null,
  from_role_code text not null references public.role_types (code),
  to_party_id uuid not null,
  to_role_code text not null references public.role_types (code),
  title text check (length(title) <= 200),
  valid daterange not null default daterange(current_date, null),
  created_at timestamptz not null default now(),
  check (from_party_id <> to_party_id),
  foreign key (workspace_id, from_party_id) references public.parties (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_party_id) references public.parties (workspace_id, id) on delete cascade,
  exclude using gist (
    type_code with =, from_party_id with =, from_role_code with =,
    to_party_id with =, to_role_code with =, valid with &&
  )
);
comment on table public.party_relationships is
  'A dated, typed, directed link between two parties, with the role of each end.';
create index party_relationships_from on public.party_relationships (workspace_id, from_party_id);
create index party_relationships_to on public.party_relationships (workspace_id, to_party_id);
create index party_relationships_from_role on public.party_relationships (from_role_code);
create index party_relationships_to_role on public.party_relationships (to_role_code);

alter table public.workspaces add constraint workspaces_party_fkey
  foreign key (party_id) references public.parties (id) deferrable initially deferred;
alter table public.members add constraint members_party_fkey
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id);

create trigger touch_parties before update on public.parties
  for each row execute function private.touch_row();

alter table public.parties enable row level security;
alter table public.people enable row level security;
alter table public.organizations enable row level security;
alter table public.role_types enable row level security;
alter table public.party_roles enable row level security;
alter table public.party_relationships enable row level security;

create policy "Members read the parties of their workspaces" on public.parties for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members add parties" on public.parties for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids())
    and (created_by is null or created_by in (select private.my_member_ids()))
    and (import_id is null or import_id in (select private.my_staged_import_ids())));
create policy "Members change parties" on public.parties for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Admins and importers remove parties" on public.parties for delete to authenticated
  using (
    workspace_id in (select private.my_workspace_ids('{admin}'))
    or (import_id is not null and created_by in (select private.my_member_ids()))
  );

create policy "Members read the people of their workspaces" on public.people for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members add people" on public.people for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members change people" on public.people for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));

create policy "Members read the organizations of their workspaces" on public.organizations
  for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members add organizations" on public.organizations for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members change organizations" on public.organizations for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));

create policy "Everyone signed in reads the role types" on public.role_types for select to authenticated
  using ((select auth.uid()) is not null);

create policy "Members read what parties are to us" on public.party_roles for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members give roles to parties" on public.party_roles for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members end roles of parties" on public.party_roles for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));

create policy "Members read how parties are related" on public.party_relationships for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members relate parties" on public.party_relationships for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members end relationships" on public.party_relationships for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));

grant select, delete on public.parties to authenticated;
grant insert (id, workspace_id, kind, name, import_id, created_by) on public.parties to authenticated;
grant update (name) on public.parties to authenticated;
grant select, insert on public.people, public.organizations to authenticated;
grant update (given_name, family_name) on public.people to authenticated;
grant update (legal_form) on public.organizations to authenticated;
grant select on public.role_types to authenticated;
grant select, insert on public.party_roles, public.party_relationships to authenticated;
grant update (valid) on public.party_roles to authenticated;
grant update (valid, title) on public.party_relationships to authenticated;
grant all on public.parties, public.people, public.organizations, public.role_types,
  public.party_roles, public.party_relationships to service_role;

create function private.lock_parties(p_workspace_id uuid) returns void
language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended(p_workspace_id::text, 1))
$$;
comment on function private.lock_parties(uuid) is
  'Whoever adds parties or links them waits here, before any clock: one name makes one party, and nobody waits in a ring.';
grant execute on function private.lock_parties(uuid) to authenticated, service_role;

create function private.has_role(p_workspace_id uuid, p_party_id uuid, p_role_code text) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select 1 from public.party_roles r
    where r.workspace_id = p_workspace_id and r.party_id = p_party_id
      and r.role_code = p_role_code and r.valid @> current_date
  )
$$;
comment on function private.has_role(uuid, uuid, text) is 'Whether a party has this role toward us today.';
grant execute on function private.has_role(uuid, uuid, text) to authenticated, service_role;

create function private.find_party(p_workspace_id uuid, p_kind public.party_kind, p_name text) returns uuid
language sql stable set search_path = '' as $$
  select p.id from public.parties p
  where p.workspace_id = p_workspace_id and p.kind = p_kind
    and p.match_name = lower(trim(regexp_replace(p_name, '\s+', ' ', 'g')))
  order by p.created_at, p.id limit 1
$$;
comment on function private.find_party(uuid, public.party_kind, text) is
  'The oldest party of this name and kind, whatever its case and spaces.';
grant execute on function private.find_party(uuid, public.party_kind, text) to authenticated, service_role;

create function public.find_or_add_party(
  p_workspace_id uuid, p_kind public.party_kind, p_name text, p_role_code text default null
) returns uuid
language plpgsql set search_path = '' as $$
declare
  clean_name text := trim(regexp_replace(p_name, '\s+', ' ', 'g'));
  found_id uuid := private.find_party(p_workspace_id, p_kind, p_name);
begin
  if found_id is not null and (p_role_code is null or private.has_role(p_workspace_id, found_id, p_role_code)) then
    -- Held, so that undoing an import cannot take it away before it is used.
    perform 1 from public.parties p where p.id = found_id for key share;
    if found then
      return found_id;
    end if;
  end if;
  -- Two colleagues who type the same new name at once get one party: look again under the lock.
  perform private.lock_parties(p_workspace_id);
  found_id := private.find_party(p_workspace_id, p_kind, p_name);
  if found_id is null then
    insert into public.parties (workspace_id, kind, name, created_by)
    values (p_workspace_id, p_kind, clean_name, private.my_member_id(p_workspace_id))
    returning id into found_id;
    if p_kind = 'person' then
      insert into public.people (workspace_id, party_id, given_name, family_name)
      values (p_workspace_id, found_id,
        nullif(regexp_replace(clean_name, '\s*\S+$', ''), ''), substring(clean_name from '\S+$'));
    else
      insert into public.organizations (workspace_id, party_id) values (p_workspace_id, found_id);
    end if;
  end if;
  if p_role_code is not null and not private.has_role(p_workspace_id, found_id, p_role_code) then
    -- A role that begins on a later day is in the way of an open period: then it is known already.
    insert into public.party_roles (workspace_id, party_id, role_code)
    values (p_workspace_id, found_id, p_role_code) on conflict do nothing;
  end if;
  return found_id;
end $$;
comment on function public.find_or_add_party(uuid, public.party_kind, text, text) is
  'The party of this name and kind, made when there is none, with the role it now has toward us.';
grant execute on function public.find_or_add_party(uuid, public.party_kind, text, text)
  to authenticated, service_role;

create function private.relate_contact(p_workspace_id uuid, p_person_id uuid, p_organization_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if p_person_id = p_organization_id or exists (
    select 1 from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.type_code = 'CONTACT_REL'
      and r.from_party_id = p_organization_id and r.to_party_id = p_person_id and r.valid @> current_date
  ) then
    return;
  end if;
  perform private.lock_parties(p_workspace_id);
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  values (p_workspace_id, 'CONTACT_REL', p_organization_id, 'ACCOUNT', p_person_id, 'CONTACT')
  on conflict do nothing;
end $$;
comment on function private.relate_contact(uuid, uuid, uuid) is 'Makes a person a contact of an organization, once.';
grant execute on function private.relate_contact(uuid, uuid, uuid) to authenticated, service_role;

-- schemas/40_change_feed.sql

-- Every visible change takes the next number of its topic inside its own transaction, is written
-- to a log to catch up from, and is sent to whoever looks. Commit order is number order.

create table public.topic_clocks (
  topic text primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  seq bigint not null default 0
);
comment on table public.topic_clocks is
  'The last number given out on each topic. Its row lock makes commit order equal number order, without gaps.';
create index topic_clocks_workspace on public.topic_clocks (workspace_id);

create table public.change_log (
  topic text not null,
  seq bigint not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  entity text not null,
  ids uuid[],
  mutation_id uuid,
  changed_at timestamptz not null default now(),
  primary key (topic, seq)
);
comment on table public.change_log is
  'What changed under which number; pruned. Rows themselves are read under the reader''s own policies.';
comment on column public.change_log.ids is
  'Rows to read again; null when a bulk statement changed more than an event can name.';
create index change_log_workspace on public.change_log (workspace_id);

alter table public.topic_clocks enable row level security;
alter table public.change_log enable row level security;
create policy "Members read the clocks of topics they may see" on public.topic_clocks
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Members read the changes of topics they may see" on public.change_log
  for select to authenticated using (topic in (select private.my_topics()));
grant select on public.topic_clocks, public.change_log to authenticated;
grant all on public.topic_clocks, public.change_log to service_role;

create function private.next_seq(p_topic text, p_workspace_id uuid) returns bigint
language sql security definer set search_path = '' as $$
  insert into public.topic_clocks as c (topic, workspace_id, seq) values (p_topic, p_workspace_id, 1)
  on conflict (topic) do update set seq = c.seq + 1
  returning seq
$$;
comment on function private.next_seq(text, uuid) is
  'Takes the topic''s next number and holds its clock until commit.';

create function private.publish(
  p_topic text, p_workspace_id uuid, p_seq bigint, p_entity text, p_ids uuid[], p_changes jsonb
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.change_log (topic, seq, workspace_id, entity, ids, mutation_id)
  values (p_topic, p_seq, p_workspace_id, p_entity, p_ids, private.current_mutation_id());
  -- Amortised pruning: whoever was away for longer than this opens the board anew.
  if p_seq % 1000 = 0 then
    delete from public.change_log l where l.topic = p_topic and l.seq <= p_seq - 10000;
    delete from private.mutations m where (m.user_id, m.mutation_id) in (
      select o.user_id, o.mutation_id from private.mutations o
      where o.created_at < now() - interval '7 days' limit 5000 for update skip locked);
  end if;
  perform realtime.send(
    jsonb_build_object(
      'seq', p_seq,
      'entity', p_entity,
      'mutationId', private.current_mutation_id(),
      'actorId', private.my_member_id(p_workspace_id),
      'changes', p_changes
    ),
    'change', p_topic, true
  );
end $$;
comment on function private.publish(text, uuid, bigint, text, uuid[], jsonb) is
  'Logs one numbered change of a topic and sends it. Changes are null when there are too many to name: then everyone reads anew.';

-- Workspace-wide entities that boards show by name: one small event a statement.
create function private.publish_workspace_rows() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  entity text := tg_argv[0];
  batch record;
begin
  if tg_op = 'UPDATE' then
    for batch in
      select n.workspace_id, count(*) as size, array_agg(n.id) as ids,
        jsonb_agg(jsonb_build_object('id', n.id, 'version', n.version, 'op', 'update', 'name', n.name)) as changes
      from new_rows n join old_rows o on o.id = n.id
      where n.version <> o.version
      group by n.workspace_id order by n.workspace_id
    loop
      perform private.publish_batch(batch.workspace_id, entity, batch.size, batch.ids, batch.changes);
    end loop;
  elsif tg_op = 'INSERT' then
    for batch in
      select n.workspace_id, count(*) as size, array_agg(n.id) as ids,
        jsonb_agg(jsonb_build_object('id', n.id, 'version', n.version, 'op', 'enter', 'name', n.name)) as changes
      from new_rows n group by n.workspace_id order by n.workspace_id
    loop
      -- New parties are on no card yet: an import of many must not make every board read anew.
      if entity = 'party' and batch.size > 50 then
        batch.size := 0;
        batch.ids := '{}';
        batch.changes := '[]';
      end if;
      perform private.publish_batch(batch.workspace_id, entity, batch.size, batch.ids, batch.changes);
    end loop;
  else
    for batch in
      select o.workspace_id, count(*) as size, array_agg(o.id) as ids,
        jsonb_agg(jsonb_build_object('id', o.id, 'version', o.version, 'op', 'leave', 'name', o.name)) as changes
      from old_rows o
      -- A workspace that goes away takes its topics along: nobody is left to tell.
      join public.workspaces w on w.id = o.workspace_id
      group by o.workspace_id order by o.workspace_id
    loop
      perform private.publish_batch(batch.workspace_id, entity, batch.size, batch.ids, batch.changes);
    end loop;
  end if;
  return null;
end $$;
comment on function private.publish_workspace_rows() is
  'Statement trigger for tables with id, workspace_id, name and version that everyone in the workspace may read.';

create function private.publish_batch(
  p_workspace_id uuid, p_entity text, p_size bigint, p_ids uuid[], p_changes jsonb
) returns void
language sql security definer set search_path = '' as $$
  select private.publish(
    'workspace:' || p_workspace_id, p_workspace_id,
    private.next_seq('workspace:' || p_workspace_id, p_workspace_id), p_entity,
    case when p_size <= 50 then p_ids end, case when p_size <= 50 then p_changes end
  )
$$;
comment on function private.publish_batch(uuid, text, bigint, uuid[], jsonb) is
  'One number for the whole statement; more than 50 rows are not named one by one.';

create function private.publish_workspace() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.publish_batch(new.id, 'workspace', 1, array[new.id], jsonb_build_array(
    jsonb_build_object('id', new.id, 'version', new.version, 'op', 'update', 'name', new.name)));
  return null;
end $$;
comment on function private.publish_workspace() is 'Everyone in a workspace hears of its new name, colour or currency.';
create trigger publish_workspaces_changed
  after update of name, slug, currency, time_zone, locale, accent_hue on public.workspaces
  for each row execute function private.publish_workspace();

create trigger publish_parties_added after insert on public.parties
  referencing new table as new_rows for each statement
  execute function private.publish_workspace_rows('party');
create trigger publish_parties_changed after update on public.parties
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('party');
create trigger publish_parties_removed after delete on public.parties
  referencing old table as old_rows for each statement
  execute function private.publish_workspace_rows('party');
create trigger publish_members_added after insert on public.members
  referencing new table as new_rows for each statement
  execute function private.publish_workspace_rows('member');
create trigger publish_members_changed after update on public.members
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('member');
create trigger publish_teams_added after insert on public.teams
  referencing new table as new_rows for each statement
  execute function private.publish_workspace_rows('team');
create trigger publish_teams_changed after update on public.teams
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('team');
create trigger publish_teams_removed after delete on public.teams
  referencing old table as old_rows for each statement
  execute function private.publish_workspace_rows('team');

create function private.publish_team_members() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  one record;
begin
  if tg_op = 'INSERT' then
    for one in select n.* from new_rows n order by n.member_id loop
      perform private.publish_visibility(one.workspace_id, one.member_id, one.team_id, 'enter');
    end loop;
  else
    for one in
      select o.* from old_rows o join public.members m on m.id = o.member_id order by o.member_id
    loop
      perform private.publish_visibility(one.workspace_id, one.member_id, one.team_id, 'leave');
    end loop;
  end if;
  return null;
end $$;
comment on function private.publish_team_members() is
  'Tells the one who joins or leaves a team that another selection is theirs now.';

create function private.publish_visibility(
  p_workspace_id uuid, p_member_id uuid, p_team_id uuid, p_op text
) returns void
language sql security definer set search_path = '' as $$
  select private.publish('member:' || p_member_id, p_workspace_id,
    private.next_seq('member:' || p_member_id, p_workspace_id), 'team', array[t.id],
    jsonb_build_array(jsonb_build_object('id', t.id, 'version', t.version, 'op', p_op, 'name', t.name)))
  from public.teams t where t.id = p_team_id
$$;
comment on function private.publish_visibility(uuid, uuid, uuid, text) is
  'One team entered or left the sight of one member.';
create trigger publish_team_members_added after insert on public.team_members
  referencing new table as new_rows for each statement execute function private.publish_team_members();
create trigger publish_team_members_removed after delete on public.team_members
  referencing old table as old_rows for each statement execute function private.publish_team_members();

-- schemas/41_change_history.sql

-- Who changed what, from what, to what: written by the database for every writer.

create table public.change_history (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  entity text not null,
  entity_id uuid not null,
  version bigint not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  actor_id uuid,
  changed_at timestamptz not null default now(),
  changes jsonb not null default '{}',
  foreign key (workspace_id, actor_id) references public.members (workspace_id, id)
);
comment on table public.change_history is 'One change history for all entities, written by the database.';
comment on column public.change_history.changes is
  'For each field that changed: [before, after]. A deletion keeps the whole row as before.';
create index change_history_entity on public.change_history (entity_id, version desc);
create index change_history_workspace on public.change_history (workspace_id, changed_at desc);
create index change_history_actor on public.change_history (workspace_id, actor_id);

create function private.exact(p_value jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case jsonb_typeof(p_value)
    when 'number' then to_jsonb(trim_scale((p_value #>> '{}')::numeric)::text)
    else p_value
  end
$$;
comment on function private.exact(jsonb) is
  'A number as text: JavaScript would round a large amount on reading it.';
grant execute on function private.exact(jsonb) to authenticated, service_role;

create function private.diff(p_before jsonb, p_after jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(
    jsonb_object_agg(a.key, case a.key
      when 'amount' then jsonb_build_array(private.exact(p_before -> a.key), private.exact(a.value))
      else jsonb_build_array(p_before -> a.key, a.value)
    end), '{}'::jsonb)
  from jsonb_each(p_after) a
  where p_before -> a.key is distinct from a.value
    and a.key not in ('version', 'updated_at', 'topic', 'match_name', 'last_activity_at')
$$;
comment on function private.diff(jsonb, jsonb) is
  'Fields that differ, each as [before, after]; bookkeeping columns left out.';

create function private.write_history() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  entity text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    -- Who it was is asked once, not once a row: an import adds thousands.
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history (workspace_id, entity, entity_id, version, op, actor_id)
    select n.workspace_id, entity, n.id, n.version, 'insert', w.member_id
    from new_rows n join writers w on w.workspace_id = n.workspace_id;
  elsif tg_op = 'UPDATE' then
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history (workspace_id, entity, entity_id, version, op, actor_id, changes)
    select n.workspace_id, entity, n.id, n.version, 'update', w.member_id, d.changes
    from new_rows n join old_rows o on o.id = n.id
    join writers w on w.workspace_id = n.workspace_id
    cross join lateral private.diff(to_jsonb(o), to_jsonb(n)) d (changes)
    where n.version <> o.version and d.changes <> '{}';
  else
    insert into public.change_history (workspace_id, entity, entity_id, version, op, actor_id, changes)
    select o.workspace_id, entity, o.id, o.version + 1, 'delete', private.my_member_id(o.workspace_id),
      private.diff(to_jsonb(o), (select jsonb_object_agg(k, null::text) from jsonb_object_keys(to_jsonb(o)) k))
    from old_rows o join public.workspaces w on w.id = o.workspace_id;
  end if;
  return null;
end $$;
comment on function private.write_history() is 'Statement trigger: one history row for each row that really changed.';

create trigger record_parties_added after insert on public.parties
  referencing new table as new_rows for each statement execute function private.write_history('party');
create trigger record_parties_changed after update on public.parties
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('party');
create trigger record_parties_removed after delete on public.parties
  referencing old table as old_rows for each statement execute function private.write_history('party');
create trigger record_members_changed after update on public.members
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('member');

alter table public.change_history enable row level security;
grant select on public.change_history to authenticated;
grant all on public.change_history to service_role;

-- schemas/50_stages.sql

-- Stages are the steps of a workspace's pipeline. Their kind says whether a sale is open, won or lost.

create type public.stage_kind as enum ('open', 'won', 'lost');
comment on type public.stage_kind is 'What a stage means for a sale.';

create table public.stages (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (length(name) <= 100 and trim(name) <> ''),
  position integer not null,
  kind public.stage_kind not null default 'open',
  probability smallint not null default 0 check (probability between 0 and 100),
  rot_days smallint check (rot_days between 1 and 3650),
  retired_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (kind <> 'won' or probability = 100),
  check (kind <> 'lost' or probability = 0)
);
comment on table public.stages is 'The steps of a workspace''s pipeline, in order.';
comment on column public.stages.probability is 'Percent; used unless an opportunity has its own.';
comment on column public.stages.rot_days is 'Days without movement after which a card counts as rotten; null means never.';
comment on column public.stages.retired_at is 'No longer on the board; histories keep its name.';
create index stages_workspace on public.stages (workspace_id, position);

create trigger touch_stages before update on public.stages
  for each row execute function private.touch_row();
create trigger publish_stages_added after insert on public.stages
  referencing new table as new_rows for each statement
  execute function private.publish_workspace_rows('stage');
create trigger publish_stages_changed after update on public.stages
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('stage');
create trigger publish_stages_removed after delete on public.stages
  referencing old table as old_rows for each statement
  execute function private.publish_workspace_rows('stage');
create trigger record_stages_added after insert on public.stages
  referencing new table as new_rows for each statement execute function private.write_history('stage');
create trigger record_stages_changed after update on public.stages
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('stage');
create trigger record_stages_removed after delete on public.stages
  referencing old table as old_rows for each statement execute function private.write_history('stage');

alter table public.stages enable row level security;
create policy "Members read the stages of their workspaces" on public.stages for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins add stages" on public.stages for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins change stages" on public.stages for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
grant select, insert on public.stages to authenticated;
grant update (name, position, kind, probability, rot_days) on public.stages to authenticated;
grant all on public.stages to service_role;

create function public.reorder_stages(p_workspace_id uuid, p_stage_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  if p_workspace_id not in (select private.my_workspace_ids('{admin}')) then
    raise exception 'forbidden';
  end if;
  -- Two admins who reorder at once lock the stages in one order.
  perform 1 from public.stages s where s.workspace_id = p_workspace_id order by s.id for no key update;
  update public.stages s set position = o.place
  from unnest(p_stage_ids) with ordinality as o (id, place)
  where s.workspace_id = p_workspace_id and s.id = o.id and s.position <> o.place;
end $$;
comment on function public.reorder_stages(uuid, uuid[]) is 'Gives the stages the order of the array. Admins only.';
grant execute on function public.reorder_stages(uuid, uuid[]) to authenticated;

-- schemas/51_ranks.sql

-- A card's place in its column is one text key between its neighbours' keys, so that a move
-- writes one row. Fractional indexing after David Greenspan, "Implementing Fractional Indexing":
-- an integer part whose first letter says its length, then a fraction without trailing zeros.

create function private.rank_digit(p_value integer) returns text
language sql immutable set search_path = '' as $$
  select substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', p_value + 1, 1)
$$;
comment on function private.rank_digit(integer) is 'Digit of base 62 in byte order, 0 to 61.';

create function private.rank_value(p_digit text) returns integer
language sql immutable set search_path = '' as $$
  select position(p_digit in '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') - 1
$$;
comment on function private.rank_value(text) is 'Value of a base 62 digit.';

create function private.rank_integer(p_rank text) returns text
language sql immutable set search_path = '' as $$
  select left(p_rank, case
    when ascii(p_rank) >= ascii('a') then ascii(p_rank) - 95
    else 92 - ascii(p_rank)
  end)
$$;
comment on function private.rank_integer(text) is
  'The integer part: heads a to z stand for 1 to 26 more digits, heads Z down to A the same below zero.';

create function private.rank_step(p_integer text, p_up boolean) returns text
language plpgsql immutable set search_path = '' as $$
declare
  head integer := ascii(p_integer);
  digits text := substr(p_integer, 2);
  i integer;
begin
  -- Like an odometer: roll digits over from the right until one takes the step.
  for i in reverse length(digits)..1 loop
    if p_up and substr(digits, i, 1) <> 'z' then
      return chr(head) || left(digits, i - 1)
        || private.rank_digit(private.rank_value(substr(digits, i, 1)) + 1)
        || repeat('0', length(digits) - i);
    end if;
    if not p_up and substr(digits, i, 1) <> '0' then
      return chr(head) || left(digits, i - 1)
        || private.rank_digit(private.rank_value(substr(digits, i, 1)) - 1)
        || repeat('z', length(digits) - i);
    end if;
  end loop;
  if p_up then
    if head = ascii('Z') then return 'a0'; end if;
    if head = ascii('z') then return null; end if;
    return chr(head + 1) || repeat('0', length(digits) + case when head >= ascii('a') then 1 else -1 end);
  end if;
  if head = ascii('a') then return 'Zz'; end if;
  if head = ascii('A') then return null; end if;
  return chr(head - 1) || repeat('z', length(digits) + case when head > ascii('a') then -1 else 1 end);
end $$;
comment on function private.rank_step(text, boolean) is
  'The next integer part up or down; null past the end of 62^26 keys.';

create function private.rank_fraction_between(p_low text, p_high text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  low text := p_low;
  high text := p_high;
  done text := '';
  shared integer;
  low_digit integer;
  high_digit integer;
begin
  loop
    shared := 0;
    while high is not null and shared < length(high)
      and coalesce(nullif(substr(low, shared + 1, 1), ''), '0') = substr(high, shared + 1, 1)
    loop
      shared := shared + 1;
    end loop;
    if shared > 0 then
      done := done || left(high, shared);
      low := substr(low, shared + 1);
      high := substr(high, shared + 1);
    end if;
    low_digit := case when low = '' then 0 else private.rank_value(left(low, 1)) end;
    high_digit := case when high is null then 62 else private.rank_value(left(high, 1)) end;
    if high_digit - low_digit > 1 then
      return done || private.rank_digit((low_digit + high_digit) / 2);
    end if;
    if high is not null and length(high) > 1 then
      return done || left(high, 1);
    end if;
    -- Neighbouring digits leave no room here: keep the low one and look further, without a ceiling.
    done := done || private.rank_digit(low_digit);
    low := substr(low, 2);
    high := null;
  end loop;
end $$;
comment on function private.rank_fraction_between(text, text) is
  'A short fraction strictly between two; the low one may be empty (zero), the high one null (one).';

create function private.rank_between(p_low text, p_high text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  low_integer text := private.rank_integer(p_low);
  high_integer text := private.rank_integer(p_high);
  stepped text;
begin
  if p_low is null and p_high is null then
    return 'a0';
  end if;
  if p_low is null then
    if high_integer = 'A' || repeat('0', 26) then
      return high_integer || private.rank_fraction_between('', substr(p_high, length(high_integer) + 1));
    end if;
    if length(p_high) > length(high_integer) then
      return high_integer;
    end if;
    -- The first integer of all is no key: only fractions stand on it.
    stepped := nullif(private.rank_step(high_integer, false), 'A' || repeat('0', 26));
    return coalesce(stepped, 'A' || repeat('0', 26) || private.rank_fraction_between('', null));
  end if;
  if p_high is null then
    stepped := private.rank_step(low_integer, true);
    return coalesce(stepped, low_integer || private.rank_fraction_between(substr(p_low, length(low_integer) + 1), null));
  end if;
  if p_low collate "C" >= p_high collate "C" then
    raise exception 'rank_order' using detail = format('%s is not before %s', p_low, p_high);
  end if;
  if low_integer = high_integer then
    return low_integer || private.rank_fraction_between(
      substr(p_low, length(low_integer) + 1), substr(p_high, length(high_integer) + 1));
  end if;
  stepped := private.rank_step(low_integer, true);
  if stepped collate "C" < p_high collate "C" then
    return stepped;
  end if;
  return low_integer || private.rank_fraction_between(substr(p_low, length(low_integer) + 1), null);
end $$;
comment on function private.rank_between(text, text) is
  'A key strictly between two neighbours; null stands for the end of the column.';

create function private.is_rank(p_rank text) returns boolean
language sql immutable set search_path = '' as $$
  select length(p_rank) <= 1000 and p_rank ~ '^[A-Za-z][0-9A-Za-z]+$'
    and length(private.rank_integer(p_rank))
      = case when ascii(p_rank) >= ascii('a') then ascii(p_rank) - 95 else 92 - ascii(p_rank) end
    -- A fraction that ends in zero leaves no room before it, and the very first key none at all.
    and (length(p_rank) = length(private.rank_integer(p_rank)) or right(p_rank, 1) <> '0')
    and p_rank <> 'A' || repeat('0', 26)
$$;
comment on function private.is_rank(text) is
  'Whether a key is well formed, so that there is always room on both sides of it.';

grant execute on function private.is_rank(text), private.rank_digit(integer), private.rank_value(text),
  private.rank_integer(text), private.rank_step(text, boolean),
  private.rank_fraction_between(text, text), private.rank_between(text, text)
  to authenticated, service_role;

-- schemas/52_opportunities.sql

-- An opportunity is a possible sale to a customer, at a stage of the pipeline.

create table public.opportunities (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  stage_id uuid not null,
  rank text collate "C" not null check (private.is_rank(rank)),
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  customer_id uuid not null,
  contact_id uuid,
  owner_id uuid,
  team_id uuid,
  is_private boolean not null default false,
  -- Private to nobody has no topic, and is refused: it would be neither seen nor found again.
  topic text not null generated always as (
    case
      when is_private then 'member:' || owner_id::text
      when team_id is not null then 'team:' || team_id::text
      else 'workspace:' || workspace_id::text
    end
  ) stored,
  amount numeric(19, 4) check (amount >= 0 and amount <> 'NaN'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  probability smallint check (probability between 0 and 100),
  expected_close_on date check (expected_close_on between '1900-01-01' and '2200-12-31'),
  next_step text check (length(next_step) <= 500),
  next_step_on date check (next_step_on between '1900-01-01' and '2200-12-31'),
  source text check (source in (
    'COLD_CALL', 'EXISTING_CUSTOMER', 'SELF_GENERATED', 'EMPLOYEE', 'PARTNER', 'PUBLIC_RELATIONS',
    'DIRECT_MAIL', 'CONFERENCE', 'TRADE_SHOW', 'WEB_SITE', 'WORD_OF_MOUTH', 'EMAIL', 'CAMPAIGN', 'OTHER')),
  lost_reason text check (length(lost_reason) <= 500),
  stage_entered_at timestamptz not null default now(),
  closed_at timestamptz,
  last_activity_at timestamptz,
  import_id uuid,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (stage_id, rank),
  foreign key (workspace_id, stage_id) references public.stages (workspace_id, id),
  foreign key (workspace_id, customer_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, contact_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, owner_id) references public.members (workspace_id, id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.opportunities is 'A possible sale and its place in the pipeline.';
comment on column public.opportunities.topic is
  'Its visibility boundary: private to the owner, shared by a team, or open to the workspace.';
comment on column public.opportunities.probability is 'Percent; null means the stage''s.';
comment on column public.opportunities.rank is 'Place in its column: fractional index in byte order.';
create index opportunities_column on public.opportunities (topic, stage_id, rank);
create index opportunities_stage on public.opportunities (workspace_id, stage_id);
create index opportunities_customer on public.opportunities (workspace_id, customer_id);
create index opportunities_contact on public.opportunities (workspace_id, contact_id);
create index opportunities_owner on public.opportunities (workspace_id, owner_id);
create index opportunities_team on public.opportunities (workspace_id, team_id);
create index opportunities_created_by on public.opportunities (workspace_id, created_by);

create table public.opportunity_stage_history (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  opportunity_id uuid not null references public.opportunities (id) on delete cascade,
  stage_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  moved_by uuid,
  foreign key (workspace_id, stage_id) references public.stages (workspace_id, id),
  foreign key (workspace_id, moved_by) references public.members (workspace_id, id)
);
comment on table public.opportunity_stage_history is
  'Every stay of an opportunity in a stage, always written by the database.';
create index opportunity_stage_history_stays on public.opportunity_stage_history (opportunity_id, entered_at);
create index opportunity_stage_history_stage on public.opportunity_stage_history (workspace_id, stage_id);
create index opportunity_stage_history_moved_by on public.opportunity_stage_history (workspace_id, moved_by);

create function private.prepare_opportunity() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  stage public.stages;
begin
  if tg_op = 'UPDATE' then
    -- An activity alone is not an edit: it must not make a colleague's edit stale.
    -- (A generated column is still empty here.)
    if to_jsonb(new) - '{last_activity_at,topic}'::text[] = to_jsonb(old) - '{last_activity_at,topic}'::text[] then
      return new;
    end if;
    new.version := old.version + 1;
    new.updated_at := now();
    if new.stage_id = old.stage_id then
      return new;
    end if;
    new.stage_entered_at := now();
  end if;
  -- A stage that is being retired, or changes its kind, waits for the card or the card for it.
  perform private.lock_columns(array[new.stage_id]);
  select * into stage from public.stages s
  where s.workspace_id = new.workspace_id and s.id = new.stage_id and s.retired_at is null;
  if not found then
    -- A card that lands on a stage just retired would stand on nobody's board.
    raise exception 'stage_not_found';
  end if;
  if stage.kind = 'open' then
    new.closed_at := null;
  else
    new.closed_at := coalesce(case when tg_op = 'INSERT' then new.closed_at end, now());
  end if;
  if stage.kind <> 'lost' then
    new.lost_reason := null;
  end if;
  return new;
end $$;
comment on function private.prepare_opportunity() is
  'Before insert and update: version, time of entering the stage, time of closing. No card enters a retired stage.';
create trigger prepare_opportunities before insert or update on public.opportunities
  for each row execute function private.prepare_opportunity();

create function private.write_stage_history() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    with movers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.opportunity_stage_history (workspace_id, opportunity_id, stage_id, entered_at, moved_by)
    select n.workspace_id, n.id, n.stage_id, n.stage_entered_at, m.member_id
    from new_rows n join movers m on m.workspace_id = n.workspace_id;
    return null;
  end if;
  with moved as (
    select n.* from new_rows n join old_rows o on o.id = n.id where n.stage_id <> o.stage_id
  ), ended as (
    update public.opportunity_stage_history h set left_at = m.stage_entered_at
    from moved m where h.opportunity_id = m.id and h.left_at is null
  )
  insert into public.opportunity_stage_history (workspace_id, opportunity_id, stage_id, entered_at, moved_by)
  select m.workspace_id, m.id, m.stage_id, m.stage_entered_at, private.my_member_id(m.workspace_id)
  from moved m;
  return null;
end $$;
comment on function private.write_stage_history() is 'Statement trigger: closes one stay and opens the next.';
create trigger record_stages_of_added_opportunities after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.write_stage_history();
create trigger record_stages_of_changed_opportunities after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_stage_history();

create trigger record_opportunities_added after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.write_history('opportunity');
create trigger record_opportunities_changed after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('opportunity');
create trigger record_opportunities_removed after delete on public.opportunities
  referencing old table as old_rows for each statement execute function private.write_history('opportunity');

alter table public.opportunities enable row level security;
alter table public.opportunity_stage_history enable row level security;

create policy "Members read the opportunities of topics they may see" on public.opportunities
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Sales members add opportunities where they may see them" on public.opportunities
  for insert to authenticated
  with check (topic in (select private.my_topics('{rep,manager,admin}'))
    and (created_by is null or created_by in (select private.my_member_ids()))
    and (import_id is null or import_id in (select private.my_staged_import_ids())));
create policy "Sales members change opportunities they may see" on public.opportunities
  for update to authenticated
  using (topic in (select private.my_topics('{rep,manager,admin}')))
  with check (topic in (select private.my_topics('{rep,manager,admin}')));
create policy "Owners, creators, managers and admins remove opportunities" on public.opportunities
  for delete to authenticated
  using (
    topic in (select private.my_topics('{manager,admin}'))
    or (
      topic in (select private.my_topics('{rep}'))
      and (owner_id in (select private.my_member_ids()) or created_by in (select private.my_member_ids()))
    )
  );
create policy "Whoever reads an opportunity reads its stages" on public.opportunity_stage_history
  for select to authenticated
  using (exists (select 1 from public.opportunities o where o.id = opportunity_id));

grant select, delete on public.opportunities to authenticated;
grant insert (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id, team_id, is_private,
  amount, currency, probability, expected_close_on, next_step, next_step_on, source, lost_reason,
  import_id, created_by) on public.opportunities to authenticated;
grant update (stage_id, rank, name, customer_id, contact_id, owner_id, team_id, is_private, amount,
  currency, probability, expected_close_on, next_step, next_step_on, source, lost_reason)
  on public.opportunities to authenticated;
grant select on public.opportunity_stage_history to authenticated;
grant all on public.opportunities, public.opportunity_stage_history to service_role;

-- schemas/53_opportunity_feed.sql

-- What boards hear of opportunities, and the column figures that go with it. Both are written
-- under the topic's clock, so that a figure always belongs to an exact number of its topic.

create table public.stage_figures (
  topic text not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  stage_id uuid not null,
  currency text not null,
  count bigint not null default 0,
  amount numeric not null default 0,
  amount_with_own_probability numeric not null default 0,
  amount_times_own_probability numeric not null default 0,
  primary key (topic, stage_id, currency),
  foreign key (workspace_id, stage_id) references public.stages (workspace_id, id) on delete cascade
);
comment on table public.stage_figures is
  'Counts and sums over all opportunities of a column, kept by the database: opening a board reads a few rows, however many cards there are.';
comment on column public.stage_figures.amount_with_own_probability is
  'The part of amount whose probability is not the stage''s; the rest is weighted when read, so changing a stage''s probability touches no row.';
create index stage_figures_stage on public.stage_figures (workspace_id, stage_id);

alter table public.stage_figures enable row level security;
create policy "Members read the figures of topics they may see" on public.stage_figures
  for select to authenticated using (topic in (select private.my_topics()));
grant select on public.stage_figures to authenticated;
grant all on public.stage_figures to service_role;

create function private.card(p_opportunity public.opportunities, p_customer_name text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', p_opportunity.id,
    'version', p_opportunity.version,
    'topic', p_opportunity.topic,
    'stageId', p_opportunity.stage_id,
    'rank', p_opportunity.rank,
    'name', p_opportunity.name,
    'customerId', p_opportunity.customer_id,
    'customerName', p_customer_name,
    'contactId', p_opportunity.contact_id,
    'ownerId', p_opportunity.owner_id,
    'teamId', p_opportunity.team_id,
    'isPrivate', p_opportunity.is_private,
    'amount', trim_scale(p_opportunity.amount)::text,
    'currency', p_opportunity.currency,
    'probability', p_opportunity.probability,
    'expectedCloseOn', p_opportunity.expected_close_on,
    'nextStep', p_opportunity.next_step,
    'nextStepOn', p_opportunity.next_step_on,
    'stageEnteredAt', p_opportunity.stage_entered_at,
    'lastActivityAt', p_opportunity.last_activity_at
  )
$$;
comment on function private.card(public.opportunities, text) is
  'The fields a board shows, as `card` in domain/board-events.ts reads them.';
grant execute on function private.card(public.opportunities, text) to authenticated, service_role;

create function private.weight(p_opportunity public.opportunities) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'stageId', p_opportunity.stage_id,
    'currency', p_opportunity.currency,
    'amount', trim_scale(coalesce(p_opportunity.amount, 0))::text,
    'probability', p_opportunity.probability
  )
  where p_opportunity.id is not null
$$;
comment on function private.weight(public.opportunities) is
  'What an opportunity adds to its column''s figures; boards patch theirs by the difference of before and after.';

create function private.publish_opportunities(
  p_before public.opportunities[], p_after public.opportunities[]
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
  seq bigint;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, (b).workspace_id, 'leave' as op, b, null::public.opportunities as a, coalesce((a).version, (b).version) as version
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, (a).workspace_id, 'enter', null::public.opportunities, a, (a).version
      from pairs where (a).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, (a).workspace_id, 'update', b, a, (a).version
      from pairs where (a).topic = (b).topic
    )
    select e.topic, e.workspace_id, count(*) as size,
      array_agg(coalesce((e.a).id, (e.b).id)) as ids,
      array_agg(e.b) filter (where (e.b).id is not null) as before,
      array_agg(e.a) filter (where (e.a).id is not null) as after,
      case when count(*) <= 50 then jsonb_agg(jsonb_build_object(
        'id', coalesce((e.a).id, (e.b).id), 'version', e.version, 'op', e.op,
        'before', private.weight(e.b), 'after', private.weight(e.a),
        'card', case when e.op <> 'leave' then private.card(e.a, (
          select p.name from public.parties p where p.id = (e.a).customer_id)) end
      )) end as changes
    from effects e
    join public.workspaces w on w.id = e.workspace_id
    group by e.topic, e.workspace_id
    -- Every statement locks clocks in this one order, so that no two wait for each other.
    order by e.topic not like 'workspace:%', e.topic
  loop
    seq := private.next_seq(batch.topic, batch.workspace_id);
    insert into public.stage_figures as f (topic, workspace_id, stage_id, currency, count, amount,
      amount_with_own_probability, amount_times_own_probability)
    select batch.topic, batch.workspace_id, d.stage_id, d.currency, sum(d.sign), sum(d.sign * d.amount),
      sum(case when d.probability is not null then d.sign * d.amount else 0 end),
      sum(coalesce(d.sign * d.amount * d.probability, 0))
    from (
      select 1 as sign, a.stage_id, a.currency, coalesce(a.amount, 0) as amount, a.probability
      from unnest(batch.after) a
      union all
      select -1, b.stage_id, b.currency, coalesce(b.amount, 0), b.probability
      from unnest(batch.before) b
    ) d
    group by d.stage_id, d.currency
    order by d.stage_id, d.currency
    on conflict (topic, stage_id, currency) do update set
      count = f.count + excluded.count,
      amount = f.amount + excluded.amount,
      amount_with_own_probability = f.amount_with_own_probability + excluded.amount_with_own_probability,
      amount_times_own_probability = f.amount_times_own_probability + excluded.amount_times_own_probability;
    perform private.publish(batch.topic, batch.workspace_id, seq, 'opportunity',
      case when batch.size <= 50 then batch.ids end, batch.changes);
  end loop;
end $$;
comment on function private.publish_opportunities(public.opportunities[], public.opportunities[]) is
  'One number and one event a topic for a whole statement: rows before and after, matched by id. A row that changes its visibility leaves one topic and enters another.';

create function private.feed_opportunities() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before public.opportunities[];
  after public.opportunities[];
begin
  if tg_op = 'INSERT' then
    select array_agg(n::public.opportunities) into after from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(o::public.opportunities) into before from old_rows o;
  else
    select array_agg(o::public.opportunities), array_agg(n::public.opportunities) into before, after
    from new_rows n join old_rows o on o.id = n.id where n.version <> o.version;
  end if;
  if before is not null or after is not null then
    perform private.publish_opportunities(before, after);
  end if;
  return null;
end $$;
comment on function private.feed_opportunities() is 'Statement trigger: hands the rows that really changed to the feed.';
create trigger feed_opportunities_added after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.feed_opportunities();
create trigger feed_opportunities_changed after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.feed_opportunities();
create trigger feed_opportunities_removed after delete on public.opportunities
  referencing old table as old_rows for each statement execute function private.feed_opportunities();

-- schemas/54_opportunity_writes.sql

-- How opportunities are made, moved and edited: each call is one transaction and may be repeated.

create function private.neighbour_rank(p_stage_id uuid, p_rank text, p_below boolean) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when p_below then (
      select min(o.rank) from public.opportunities o
      where o.stage_id = p_stage_id and o.rank > coalesce(p_rank, '') collate "C")
    else (
      select max(o.rank) from public.opportunities o
      where o.stage_id = p_stage_id and o.rank < coalesce(p_rank, '~') collate "C")
  end
$$;
comment on function private.neighbour_rank(uuid, text, boolean) is
  'The next used rank below or above, also of rows the caller may not see: keys stay unique per column. Null: from the end; no key stands before the empty text or after a tilde.';

create function private.lock_columns(p_stage_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
declare
  stage uuid;
begin
  for stage in select distinct s from unnest(p_stage_ids) s order by s loop
    perform pg_advisory_xact_lock(hashtextextended(stage::text, 0));
  end loop;
end $$;
comment on function private.lock_columns(uuid[]) is
  'Drops into one column line up here, so that two between the same cards get different keys.';
grant execute on function private.lock_columns(uuid[]) to authenticated, service_role;

create function private.place_in_stage(p_stage_id uuid, p_id uuid, p_after_id uuid, p_before_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  anchor text;
begin
  perform private.lock_columns(array[p_stage_id]);
  select o.rank into anchor from public.opportunities o
  where o.id = p_after_id and o.stage_id = p_stage_id and o.id <> p_id;
  if found then
    return private.rank_between(anchor, private.neighbour_rank(p_stage_id, anchor, true));
  end if;
  select o.rank into anchor from public.opportunities o
  where o.id = p_before_id and o.stage_id = p_stage_id and o.id <> p_id;
  if found then
    return private.rank_between(private.neighbour_rank(p_stage_id, anchor, false), anchor);
  end if;
  return private.rank_between(null, private.neighbour_rank(p_stage_id, null, true));
end $$;
comment on function private.place_in_stage(uuid, uuid, uuid, uuid) is
  'A free key directly below one card, else directly above another, else at the top. Cards that meanwhile left the column are passed over.';
grant execute on function private.place_in_stage(uuid, uuid, uuid, uuid) to authenticated, service_role;

create function private.card_of(p_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select private.card(o, p.name) from public.opportunities o
  join public.parties p on p.id = o.customer_id where o.id = p_id
$$;
comment on function private.card_of(uuid) is 'The card of one opportunity, under the caller''s policies.';
grant execute on function private.card_of(uuid) to authenticated, service_role;

create function private.refuse_opportunity(p_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select 1 from public.opportunities o where o.id = p_id) then
    raise exception 'forbidden';
  end if;
  raise exception 'opportunity_not_found';
end $$;
comment on function private.refuse_opportunity(uuid) is
  'Why nothing was written: the caller may only read it, or it is gone or out of their sight.';
grant execute on function private.refuse_opportunity(uuid) to authenticated, service_role;

create function public.create_opportunity(
  p_id uuid, p_workspace_id uuid, p_stage_id uuid, p_name text, p_currency text, p_mutation_id uuid,
  p_customer_id uuid default null, p_customer_name text default null,
  p_customer_kind public.party_kind default 'organization',
  p_contact_name text default null, p_owner_id uuid default null, p_team_id uuid default null,
  p_is_private boolean default false, p_amount numeric default null, p_expected_close_on date default null,
  p_source text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  customer uuid := p_customer_id;
  contact uuid;
  free_rank text;
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return private.card_of(p_id);
  end if;
  -- Everyone waits in one order, or two could wait for each other: column, parties, rows, clocks.
  free_rank := private.place_in_stage(p_stage_id, p_id, null, null);
  if customer is null then
    customer := public.find_or_add_party(p_workspace_id, p_customer_kind, coalesce(p_customer_name, p_name), 'CUSTOMER');
  end if;
  if p_contact_name is not null then
    contact := public.find_or_add_party(p_workspace_id, 'person', p_contact_name, 'CONTACT');
    perform private.relate_contact(p_workspace_id, contact, customer);
  end if;
  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, is_private, amount, currency, expected_close_on, source, created_by)
  values (p_id, p_workspace_id, p_stage_id, free_rank, p_name,
    customer, contact, coalesce(p_owner_id, private.my_member_id(p_workspace_id)), p_team_id, p_is_private,
    p_amount, p_currency, p_expected_close_on, p_source, private.my_member_id(p_workspace_id));
  return private.card_of(p_id);
end $$;
comment on function public.create_opportunity(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind,
  text, uuid, uuid, boolean, numeric, date, text) is
  'Adds an opportunity at the top of its column, with its customer and contact if they are new. Returns the card.';

create function public.move_opportunity(
  p_id uuid, p_stage_id uuid, p_after_id uuid, p_before_id uuid, p_mutation_id uuid,
  p_lost_reason text default null
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    update public.opportunities o set
      stage_id = p_stage_id,
      rank = private.place_in_stage(p_stage_id, p_id, p_after_id, p_before_id),
      lost_reason = coalesce(p_lost_reason, o.lost_reason)
    where o.id = p_id;
    if not found then
      perform private.refuse_opportunity(p_id);
    end if;
  end if;
  return private.card_of(p_id);
end $$;
comment on function public.move_opportunity(uuid, uuid, uuid, uuid, uuid, text) is
  'Puts a card below one card, or above another, or on top: one row, one write, one event. Returns the card.';

create function public.update_opportunity(
  p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  current public.opportunities;
  wanted public.opportunities;
  base jsonb;
  clashes jsonb;
begin
  select * into current from public.opportunities o where o.id = p_id for update;
  if not found then
    perform private.refuse_opportunity(p_id);
  end if;
  if private.is_repeated(p_mutation_id) then
    return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
  end if;
  wanted := jsonb_populate_record(current, p_patch);
  if current.version > p_version then
    -- What each field was when the editor last saw it: the oldest change since then knows.
    select jsonb_object_agg(f.key, f.before) into base from (
      select distinct on (c.key) c.key, c.value -> 0 as before
      from public.change_history h cross join lateral jsonb_each(h.changes) c
      where h.entity_id = p_id and h.op = 'update' and h.version > p_version
      order by c.key, h.version
    ) f;
    select jsonb_object_agg(k.key, jsonb_build_object(
      'base', base -> k.key,
      'yours', case k.key when 'amount' then private.exact(to_jsonb(wanted.amount)) else to_jsonb(wanted) -> k.key end,
      'theirs', case k.key when 'amount' then private.exact(to_jsonb(current.amount)) else to_jsonb(current) -> k.key end))
    into clashes
    from jsonb_object_keys(p_patch) k (key)
    where base ? k.key and to_jsonb(current) -> k.key is distinct from to_jsonb(wanted) -> k.key;
    if clashes is not null then
      return jsonb_build_object('status', 'conflict', 'version', current.version, 'fields', clashes,
        'card', private.card_of(p_id));
    end if;
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  update public.opportunities o set
    name = wanted.name, customer_id = wanted.customer_id, contact_id = wanted.contact_id,
    owner_id = wanted.owner_id, team_id = wanted.team_id, is_private = wanted.is_private,
    amount = wanted.amount, currency = wanted.currency, probability = wanted.probability,
    expected_close_on = wanted.expected_close_on, next_step = wanted.next_step,
    next_step_on = wanted.next_step_on, source = wanted.source, lost_reason = wanted.lost_reason
  where o.id = p_id;
  return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
end $$;
comment on function public.update_opportunity(uuid, bigint, jsonb, uuid) is
  'Edits fields based on a version. Fields nobody else touched since are saved; others come back as a conflict with base, yours and theirs, and nothing is written.';

create function public.delete_opportunity(p_id uuid, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    delete from public.opportunities o where o.id = p_id;
    if not found then
      perform private.refuse_opportunity(p_id);
    end if;
  end if;
end $$;
comment on function public.delete_opportunity(uuid, uuid) is 'Removes an opportunity; its history stays.';

grant execute on function
  public.create_opportunity(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid,
    uuid, boolean, numeric, date, text),
  public.move_opportunity(uuid, uuid, uuid, uuid, uuid, text),
  public.update_opportunity(uuid, bigint, jsonb, uuid),
  public.delete_opportunity(uuid, uuid)
  to authenticated;

-- schemas/55_stage_changes.sql

-- Changing the pipeline while people work in it.

create function private.guard_stage() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.kind = old.kind then
    return new;
  end if;
  -- Whoever is putting a card there now is waited for.
  perform private.lock_columns(array[old.id]);
  if exists (select 1 from public.opportunities o where o.workspace_id = old.workspace_id and o.stage_id = old.id)
  then
    raise exception 'stage_in_use' using hint = 'Move its opportunities to another stage first.';
  end if;
  return new;
end $$;
comment on function private.guard_stage() is 'A stage that holds opportunities keeps its kind: they would close or reopen unseen.';
create trigger guard_stages before update of kind on public.stages
  for each row execute function private.guard_stage();

create function private.retire_stage(p_stage_id uuid, p_move_to uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  retiring public.stages;
  target public.stages;
  moving uuid;
  ids uuid[] := '{}';
  ranks text[] := '{}';
  last_rank text;
begin
  select * into retiring from public.stages s
  where s.id = p_stage_id and s.retired_at is null
    and s.workspace_id in (select private.my_workspace_ids('{admin}'));
  select * into target from public.stages s
  where s.id = p_move_to and s.id <> p_stage_id and s.retired_at is null and s.workspace_id = retiring.workspace_id;
  if retiring.id is null or target.id is null then
    raise exception 'stage_not_found';
  end if;
  -- One retirement at a time: two together could leave a workspace without an open stage.
  perform 1 from public.workspaces w where w.id = retiring.workspace_id for no key update;
  if retiring.kind = 'open' and not exists (
    select 1 from public.stages s where s.workspace_id = retiring.workspace_id and s.id <> p_stage_id
      and s.kind = 'open' and s.retired_at is null
  ) then
    raise exception 'last_open_stage';
  end if;
  -- Both columns, then the cards, and the clocks last: the order in which everyone waits.
  perform private.lock_columns(array[p_stage_id, p_move_to]);
  last_rank := private.neighbour_rank(p_move_to, null, false);
  for moving in
    select o.id from public.opportunities o
    where o.workspace_id = retiring.workspace_id and o.stage_id = p_stage_id order by o.rank for no key update
  loop
    last_rank := private.rank_between(last_rank, null);
    ids := ids || moving;
    ranks := ranks || last_rank;
  end loop;
  update public.stages s set retired_at = now() where s.id = p_stage_id;
  update public.opportunities o set stage_id = p_move_to, rank = place.rank
  from unnest(ids, ranks) as place (id, rank) where o.id = place.id;
end $$;
comment on function private.retire_stage(uuid, uuid) is
  'Definer, because an admin also moves cards that are private to others and stay unseen.';
grant execute on function private.retire_stage(uuid, uuid) to authenticated;

create function public.retire_stage(p_stage_id uuid, p_move_to uuid) returns void
language sql set search_path = '' set statement_timeout = '120s' as $$ select private.retire_stage(p_stage_id, p_move_to) $$;
comment on function public.retire_stage(uuid, uuid) is
  'Takes a stage off the board; its opportunities move to the end of another. Admins only.';
grant execute on function public.retire_stage(uuid, uuid) to authenticated;

-- schemas/56_board.sql

-- The board is read in one call, from one snapshot: cards, figures and the numbers they belong to.

create function private.board_heads(p_workspace_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_object_agg(t, coalesce(c.seq, 0))
  from private.my_topics_in(p_workspace_id) t left join public.topic_clocks c on c.topic = t
$$;
comment on function private.board_heads(uuid) is 'Each of the caller''s topics with its last number.';

create function private.board_frame(p_workspace_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'heads', private.board_heads(p_workspace_id),
    'stages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'version', s.version, 'name', s.name, 'kind', s.kind, 'position', s.position,
        'probability', s.probability, 'rotDays', s.rot_days) order by s.position, s.id), '[]')
      from public.stages s where s.workspace_id = p_workspace_id and s.retired_at is null
    ),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'name', m.name, 'isActive', m.deactivated_at is null) order by m.name, m.id), '[]')
      from public.members m where m.workspace_id = p_workspace_id
    ),
    'teams', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name, t.id), '[]')
      from public.teams t
      where t.workspace_id = p_workspace_id and t.id in (select private.my_team_ids())
    ),
    'figures', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'stageId', f.stage_id, 'currency', f.currency, 'count', f.count,
        'amount', trim_scale(f.amount)::text, 'weighted', trim_scale(f.weighted)::text)), '[]')
      from (
        select g.stage_id, g.currency, sum(g.count) as count, sum(g.amount) as amount,
          (sum(g.amount_times_own_probability)
            + sum(g.amount - g.amount_with_own_probability) * max(s.probability)) * 0.01 as weighted
        from public.stage_figures g join public.stages s on s.id = g.stage_id
        where g.workspace_id = p_workspace_id
        group by g.stage_id, g.currency having sum(g.count) > 0
      ) f
    )
  )
$$;
comment on function private.board_frame(uuid) is
  'All of a board but its cards: heads, stages, members, teams, and figures over every card of each column.';

create function private.column_page(
  p_topics text[], p_stage_id uuid, p_after_rank text, p_limit integer
) returns jsonb
-- Beside many small workspaces a large column is expected to be small too, and would be read whole
-- and sorted; without bitmap scans only the index in the order of the column is left.
language sql stable set search_path = '' set enable_bitmapscan = off as $$
  select coalesce(jsonb_agg(private.card(page.o, p.name) order by (page.o).rank), '[]')
  from (
    -- Each topic gives its first rows from the index; what others may see is never read.
    -- The rank is a bare parameter: under policies a coalesce would not reach the index. The columns
    -- are compared as a row, because as equalities the first two would also allow a walk along the
    -- whole stage, through everybody's cards.
    select o from unnest(p_topics) t cross join lateral (
      select o from public.opportunities o
      where (o.topic, o.stage_id, o.rank) > (t, p_stage_id, p_after_rank collate "C")
        and (o.topic, o.stage_id, o.rank) < (t, p_stage_id, '~' collate "C")
      order by o.topic, o.stage_id, o.rank limit p_limit
    ) first_of_topic
    order by (o).rank limit p_limit
  ) page
  join public.parties p on p.id = (page.o).customer_id
$$;
comment on function private.column_page(text[], uuid, text, integer) is
  'The next cards of a column below a rank; an empty rank starts at the top.';
grant execute on function private.board_heads(uuid), private.board_frame(uuid),
  private.column_page(text[], uuid, text, integer) to authenticated;

create function public.open_board(p_workspace_id uuid, p_page_size integer default 30) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
begin
  if cardinality(topics) = 0 then
    raise exception 'workspace_not_found';
  end if;
  return private.board_frame(p_workspace_id) || jsonb_build_object('columns', (
    select coalesce(jsonb_object_agg(s.id, private.column_page(topics, s.id, '', least(greatest(p_page_size, 1), 200))), '{}')
    from public.stages s where s.workspace_id = p_workspace_id and s.retired_at is null
  ));
end $$;
comment on function public.open_board(uuid, integer) is
  'The whole first sight of a board from one snapshot: frame and the first cards of each column by stage id.';

create function public.board_page(
  p_workspace_id uuid, p_stage_id uuid, p_after_rank text, p_page_size integer default 50
) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'heads', private.board_heads(p_workspace_id),
    'cards', private.column_page(
      array(select private.my_topics_in(p_workspace_id)), p_stage_id, coalesce(p_after_rank, ''),
      least(greatest(p_page_size, 1), 200))
  )
$$;
comment on function public.board_page(uuid, uuid, text, integer) is 'The next cards of one column, by keyset.';

create function public.board_heads(p_workspace_id uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.board_heads(p_workspace_id) $$;
comment on function public.board_heads(uuid) is 'What an open board compares its numbers with now and then.';

create function public.catch_up(p_workspace_id uuid, p_cursors jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  heads jsonb := private.board_heads(p_workspace_id);
  missed record;
begin
  -- Another set of topics means another visibility: what was held is no longer the right selection.
  if heads is null or p_cursors is null
    or exists (select 1 from jsonb_object_keys(heads) t where not p_cursors ? t)
    or exists (select 1 from jsonb_object_keys(p_cursors) t where not heads ? t)
  then
    return jsonb_build_object('status', 'stale');
  end if;
  select
    coalesce(bool_or(l.ids is null), false) as unnamed,
    coalesce(array_agg(distinct i.id) filter (where l.entity in ('opportunity', 'communication')), '{}') as opportunity_ids,
    coalesce(array_agg(distinct i.id) filter (where l.entity = 'party'), '{}') as party_ids
  into missed
  from jsonb_each_text(p_cursors) c
  join public.change_log l on l.topic = c.key and l.seq > c.value::bigint
  left join lateral unnest(l.ids) i (id) on true;
  if missed.unnamed
    or cardinality(missed.opportunity_ids) + cardinality(missed.party_ids) > 500
    or exists (
      select 1 from jsonb_each_text(p_cursors) c
      -- Pruned, or ahead of the database, as after it was restored.
      where (heads ->> c.key)::bigint < c.value::bigint
        or (heads ->> c.key)::bigint > c.value::bigint and not exists (
          select 1 from public.change_log l where l.topic = c.key and l.seq = c.value::bigint + 1)
    )
  then
    return jsonb_build_object('status', 'stale');
  end if;
  return private.board_frame(p_workspace_id) || jsonb_build_object(
    'status', 'caught_up',
    'cards', (
      select coalesce(jsonb_agg(private.card(o, p.name)), '[]')
      from public.opportunities o join public.parties p on p.id = o.customer_id
      where o.id = any (missed.opportunity_ids)
    ),
    'goneIds', (
      select coalesce(jsonb_agg(i.id), '[]') from unnest(missed.opportunity_ids) i (id)
      where not exists (select 1 from public.opportunities o where o.id = i.id)
    ),
    'parties', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'name', p.name)), '[]')
      from public.parties p where p.workspace_id = p_workspace_id and p.id = any (missed.party_ids)
    )
  );
end $$;
comment on function public.catch_up(uuid, jsonb) is
  'What changed since the numbers a board holds, read under the caller''s present policies and from one snapshot. Stale: too far behind, or another visibility; then open the board anew.';

grant execute on function public.open_board(uuid, integer), public.board_page(uuid, uuid, text, integer),
  public.board_heads(uuid), public.catch_up(uuid, jsonb) to authenticated;

-- schemas/60_communications.sql

-- A communication is one documented contact: a call, an e-mail, a meeting, a note.

create table public.communications (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  opportunity_id uuid not null,
  topic text not null,
  type_code text not null check (type_code in (
    'PHONE_COMMUNICATION', 'EMAIL_COMMUNICATION', 'FACE_TO_FACE_COMMUNI', 'LETTER_CORRESPONDENC',
    'WEB_SITE_COMMUNICATI', 'COMMENT_NOTE')),
  direction text check (direction in ('incoming', 'outgoing')),
  party_id uuid,
  subject text check (length(subject) <= 300),
  body text check (length(body) <= 20000),
  occurred_at timestamptz not null default now() check (occurred_at between '1900-01-01' and '2201-01-01'),
  author_id uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (coalesce(trim(subject), '') <> '' or coalesce(trim(body), '') <> ''),
  foreign key (workspace_id, opportunity_id) references public.opportunities (workspace_id, id) on delete cascade,
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, author_id) references public.members (workspace_id, id)
);
comment on table public.communications is 'One documented contact about an opportunity.';
comment on column public.communications.topic is 'The visibility of its opportunity, kept equal by the database.';
comment on column public.communications.party_id is 'Whom it was with; null when nobody in particular.';
create index communications_timeline on public.communications (opportunity_id, occurred_at desc, id);
create index communications_opportunity on public.communications (workspace_id, opportunity_id);
create index communications_party on public.communications (workspace_id, party_id);
create index communications_author on public.communications (workspace_id, author_id);
create index communications_topic on public.communications (topic);

create trigger touch_communications before update on public.communications
  for each row execute function private.touch_row();

create function private.take_topic_of_opportunity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Held until commit: a change of visibility meanwhile would leave the new row where it was seen before.
  select o.topic into new.topic from public.opportunities o
  where o.workspace_id = new.workspace_id and o.id = new.opportunity_id for no key update;
  if new.topic is null then
    raise exception 'opportunity_not_found';
  end if;
  return new;
end $$;
comment on function private.take_topic_of_opportunity() is 'A communication is seen by whoever sees its opportunity.';
create trigger take_topic before insert on public.communications
  for each row execute function private.take_topic_of_opportunity();

create function private.pass_topic_to_communications() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.communications c set topic = n.topic
  from new_rows n join old_rows o on o.id = n.id
  where n.topic <> o.topic and c.opportunity_id = n.id;
  return null;
end $$;
comment on function private.pass_topic_to_communications() is 'An opportunity takes its communications along when its visibility changes.';
-- Triggers fire by name. Those that lock rows come before `feed_…`, which takes clocks: everyone
-- waits for rows first and for clocks last, and nobody in a ring.
create trigger carry_topic after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.pass_topic_to_communications();

create function private.note_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.opportunities o set last_activity_at = l.latest
  from (select n.opportunity_id, max(n.occurred_at) as latest from new_rows n group by n.opportunity_id) l
  where o.id = l.opportunity_id and (o.last_activity_at is null or o.last_activity_at < l.latest);
  return null;
end $$;
comment on function private.note_activity() is 'The card shows when something last happened.';
create trigger activity_noted after insert on public.communications
  referencing new table as new_rows for each statement execute function private.note_activity();

create function private.publish_communications(p_before public.communications[], p_after public.communications[])
returns void
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, 'leave' as op, coalesce((a).version, (b).version) as version, b as c
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, case when (b).topic = (a).topic then 'update' else 'enter' end, (a).version, a
      from pairs where (a).id is not null
    )
    select e.topic, (e.c).workspace_id, count(*) as size, array_agg((e.c).opportunity_id) as ids,
      jsonb_agg(jsonb_build_object('id', (e.c).id, 'version', e.version, 'op', e.op,
        'opportunityId', (e.c).opportunity_id, 'occurredAt', (e.c).occurred_at)) as changes
    from effects e join public.workspaces w on w.id = (e.c).workspace_id
    group by e.topic, (e.c).workspace_id
    order by e.topic not like 'workspace:%', e.topic
  loop
    perform private.publish(batch.topic, batch.workspace_id,
      private.next_seq(batch.topic, batch.workspace_id), 'communication',
      case when batch.size <= 50 then batch.ids end, case when batch.size <= 50 then batch.changes end);
  end loop;
end $$;
comment on function private.publish_communications(public.communications[], public.communications[]) is
  'One number and one event a topic; the log names the opportunities, whose cards show the latest activity.';

create function private.feed_communications() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before public.communications[];
  after public.communications[];
begin
  if tg_op <> 'INSERT' then
    select array_agg(o::public.communications) into before from old_rows o;
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(n::public.communications) into after from new_rows n;
  end if;
  if before is not null or after is not null then
    perform private.publish_communications(before, after);
  end if;
  return null;
end $$;
comment on function private.feed_communications() is 'Statement trigger: hands communications to the feed.';
create trigger feed_communications_added after insert on public.communications
  referencing new table as new_rows for each statement execute function private.feed_communications();
create trigger feed_communications_changed after update on public.communications
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.feed_communications();
create trigger feed_communications_removed after delete on public.communications
  referencing old table as old_rows for each statement execute function private.feed_communications();

create trigger record_communications_added after insert on public.communications
  referencing new table as new_rows for each statement execute function private.write_history('communication');
create trigger record_communications_changed after update on public.communications
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('communication');
create trigger record_communications_removed after delete on public.communications
  referencing old table as old_rows for each statement execute function private.write_history('communication');

alter table public.communications enable row level security;
create policy "Members read the communications of topics they may see" on public.communications
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Members log communications where they may see them" on public.communications
  for insert to authenticated
  with check (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()));
create policy "Authors correct their communications" on public.communications
  for update to authenticated
  using (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()))
  with check (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()));
create policy "Authors, managers and admins remove communications" on public.communications
  for delete to authenticated
  using (
    (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()))
    or topic in (select private.my_topics('{manager,admin}'))
  );
grant select, delete on public.communications to authenticated;
grant insert (id, workspace_id, opportunity_id, type_code, direction, party_id, subject, body, occurred_at, author_id)
  on public.communications to authenticated;
grant update (type_code, direction, party_id, subject, body, occurred_at) on public.communications to authenticated;
grant all on public.communications to service_role;

create function public.log_communication(
  p_id uuid, p_opportunity_id uuid, p_type_code text, p_mutation_id uuid, p_direction text default null,
  p_subject text default null, p_body text default null, p_occurred_at timestamptz default now()
) returns void
language plpgsql set search_path = '' as $$
declare
  about public.opportunities;
begin
  select * into about from public.opportunities o where o.id = p_opportunity_id;
  if not found then
    raise exception 'opportunity_not_found';
  end if;
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.communications (id, workspace_id, opportunity_id, type_code, direction, party_id,
    subject, body, occurred_at, author_id)
  values (p_id, about.workspace_id, about.id, p_type_code, p_direction, coalesce(about.contact_id, about.customer_id),
    p_subject, p_body, p_occurred_at, private.my_member_id(about.workspace_id));
end $$;
comment on function public.log_communication(uuid, uuid, text, uuid, text, text, text, timestamptz) is
  'Documents a contact about an opportunity, with its contact or customer. May be repeated.';
grant execute on function public.log_communication(uuid, uuid, text, uuid, text, text, text, timestamptz) to authenticated;

create policy "Whoever reads a row reads its history" on public.change_history for select to authenticated
  using (
    case entity
      when 'opportunity' then exists (select 1 from public.opportunities o where o.id = entity_id)
      when 'communication' then exists (select 1 from public.communications c where c.id = entity_id)
      else workspace_id in (select private.my_workspace_ids())
    end
  );

-- schemas/70_imports.sql

-- A file becomes opportunities in two steps: its rows are staged piece by piece, which shows
-- progress and survives a lost connection, then taken over in one transaction. And undone in one.

create type public.import_status as enum ('staged', 'done', 'undone');
comment on type public.import_status is 'How far an import has come.';

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  member_id uuid not null,
  team_id uuid,
  file_name text not null check (length(file_name) between 1 and 300),
  status public.import_status not null default 'staged',
  row_count integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, member_id) references public.members (workspace_id, id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id) on delete set null (team_id)
);
comment on table public.imports is 'One file that a member brought in.';
create index imports_member on public.imports (workspace_id, member_id);
create index imports_team on public.imports (workspace_id, team_id);

create table public.import_rows (
  import_id uuid not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  row_number integer not null check (row_number between 1 and 1000000),
  data jsonb not null check (pg_column_size(data) <= 64000),
  primary key (import_id, row_number),
  foreign key (workspace_id, import_id) references public.imports (workspace_id, id) on delete cascade
);
comment on table public.import_rows is 'Checked rows that wait to be taken over; emptied when that is done.';
comment on column public.import_rows.data is 'An `importRow` of domain/import-row.ts.';
create index import_rows_import on public.import_rows (workspace_id, import_id);

alter table public.parties add constraint parties_import_fkey
  foreign key (workspace_id, import_id) references public.imports (workspace_id, id);
alter table public.opportunities add constraint opportunities_import_fkey
  foreign key (workspace_id, import_id) references public.imports (workspace_id, id);
create index parties_of_import on public.parties (workspace_id, import_id);
create index opportunities_of_import on public.opportunities (workspace_id, import_id);

alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
create policy "Members read their imports, admins all" on public.imports for select to authenticated
  using (member_id in (select private.my_member_ids())
    or workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Sales members begin imports of their own" on public.imports for insert to authenticated
  with check (member_id in (select private.my_member_ids())
    and workspace_id in (select private.my_workspace_ids('{rep,manager,admin}')));
create policy "Members finish their imports, admins all" on public.imports for update to authenticated
  using (member_id in (select private.my_member_ids())
    or workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (member_id in (select private.my_member_ids())
    or workspace_id in (select private.my_workspace_ids('{admin}')));
create function private.guard_import() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (old.status, new.status) not in (('staged', 'done'), ('done', 'undone')) or new.row_count < 0 then
    raise exception 'forbidden';
  end if;
  return new;
end $$;
comment on function private.guard_import() is 'An import is taken over once and undone once, in this order.';
create trigger guard_imports before update on public.imports
  for each row execute function private.guard_import();

create policy "Members discard their staged imports" on public.imports for delete to authenticated
  using (status = 'staged' and member_id in (select private.my_member_ids()));
create policy "Members read the staged rows of their imports" on public.import_rows for select to authenticated
  using (exists (select 1 from public.imports i where i.id = import_id));
create policy "Members stage rows in their own imports" on public.import_rows for insert to authenticated
  with check (exists (
    select 1 from public.imports i where i.id = import_id and i.status = 'staged'
      and i.member_id in (select private.my_member_ids())));
create policy "Members empty their imports, admins all" on public.import_rows for delete to authenticated
  using (exists (
    select 1 from public.imports i where i.id = import_id
      and (i.member_id in (select private.my_member_ids())
        or i.workspace_id in (select private.my_workspace_ids('{admin}')))));
grant select, delete on public.imports to authenticated;
grant insert (id, workspace_id, member_id, team_id, file_name) on public.imports to authenticated;
grant update (status, row_count, finished_at) on public.imports to authenticated;
grant select, insert, delete on public.import_rows to authenticated;
grant all on public.imports, public.import_rows to service_role;

create function public.begin_import(p_id uuid, p_workspace_id uuid, p_file_name text, p_team_id uuid default null)
returns void
language sql set search_path = '' as $$
  insert into public.imports (id, workspace_id, member_id, team_id, file_name)
  values (p_id, p_workspace_id, private.my_member_id(p_workspace_id), p_team_id, p_file_name)
  on conflict (id) do nothing
$$;
comment on function public.begin_import(uuid, uuid, text, uuid) is 'Opens an import of the caller. May be repeated.';

create function public.stage_import_rows(p_import_id uuid, p_rows jsonb) returns bigint
language sql set search_path = '' as $$
  insert into public.import_rows (import_id, workspace_id, row_number, data)
  select i.id, i.workspace_id, (r ->> 'rowNumber')::integer, r
  from public.imports i cross join jsonb_array_elements(p_rows) r
  where i.id = p_import_id and i.status = 'staged'
  on conflict (import_id, row_number) do nothing;
  select count(*) from public.import_rows r where r.import_id = p_import_id
$$;
comment on function public.stage_import_rows(uuid, jsonb) is
  'Adds a piece of the file and returns how many rows wait. A piece sent twice counts once.';

create function private.add_import_parties(p_import public.imports) returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.my_member_id(p_import.workspace_id);
begin
  with wanted as (
    select distinct on (kind, match_name) kind, match_name, name from (
      select (r.data ->> 'customerKind')::public.party_kind as kind, r.data ->> 'customerName' as name,
        lower(trim(regexp_replace(r.data ->> 'customerName', '\s+', ' ', 'g'))) as match_name
      from public.import_rows r where r.import_id = p_import.id
      union all
      select 'person', r.data ->> 'contactName',
        lower(trim(regexp_replace(r.data ->> 'contactName', '\s+', ' ', 'g')))
      from public.import_rows r where r.import_id = p_import.id and r.data ->> 'contactName' is not null
    ) named order by kind, match_name
  ), added as (
    insert into public.parties (workspace_id, kind, name, import_id, created_by)
    select p_import.workspace_id, w.kind, trim(regexp_replace(w.name, '\s+', ' ', 'g')), p_import.id, me
    from wanted w
    where not exists (
      select 1 from public.parties p
      where p.workspace_id = p_import.workspace_id and p.kind = w.kind and p.match_name = w.match_name)
    returning id, kind, name
  ), added_people as (
    insert into public.people (workspace_id, party_id, given_name, family_name)
    select p_import.workspace_id, a.id, nullif(regexp_replace(a.name, '\s*\S+$', ''), ''), substring(a.name from '\S+$')
    from added a where a.kind = 'person'
  )
  insert into public.organizations (workspace_id, party_id)
  select p_import.workspace_id, a.id from added a where a.kind = 'organization';
end $$;
comment on function private.add_import_parties(public.imports) is
  'Adds the customers and contacts that the workspace does not know yet; known names are used as they are.';
grant execute on function private.add_import_parties(public.imports) to authenticated;

-- A file of 50,000 rows takes longer than one request of the API may: the limit below is that of
-- the whole call, and PostgREST takes it over from the function.
create function public.finish_import(p_import_id uuid) returns jsonb
language plpgsql set search_path = '' set statement_timeout = '120s' as $$
declare
  import public.imports;
  me uuid;
  added bigint;
begin
  select * into import from public.imports i where i.id = p_import_id for update;
  if not found then
    raise exception 'import_not_found';
  end if;
  if import.status <> 'staged' then
    return jsonb_build_object('status', import.status, 'rowCount', import.row_count);
  end if;
  me := private.my_member_id(import.workspace_id);
  -- Columns first, then parties, clocks last: the order in which everyone waits.
  perform private.lock_columns(array(
    select distinct (r.data ->> 'stageId')::uuid from public.import_rows r where r.import_id = p_import_id));
  perform private.lock_parties(import.workspace_id);
  perform private.add_import_parties(import);

  create temporary table import_plan on commit drop as
  select r.row_number, r.data, gen_random_uuid() as id, c.id as customer_id, k.id as contact_id
  from public.import_rows r
  join lateral (
    select p.id from public.parties p
    where p.workspace_id = import.workspace_id and p.kind = (r.data ->> 'customerKind')::public.party_kind
      and p.match_name = lower(trim(regexp_replace(r.data ->> 'customerName', '\s+', ' ', 'g')))
    order by p.created_at, p.id limit 1
  ) c on true
  left join lateral (
    select p.id from public.parties p
    where p.workspace_id = import.workspace_id and p.kind = 'person'
      and p.match_name = lower(trim(regexp_replace(r.data ->> 'contactName', '\s+', ' ', 'g')))
    order by p.created_at, p.id limit 1
  ) k on true
  where r.import_id = p_import_id;

  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, amount, currency, probability, expected_close_on, next_step, next_step_on, source, import_id, created_by)
  select p.id, import.workspace_id, (p.data ->> 'stageId')::uuid, ranked.rank, p.data ->> 'name',
    p.customer_id, p.contact_id, coalesce((p.data ->> 'ownerId')::uuid, me), import.team_id,
    (p.data ->> 'amount')::numeric, p.data ->> 'currency', (p.data ->> 'probability')::smallint,
    (p.data ->> 'expectedCloseOn')::date, p.data ->> 'nextStep', (p.data ->> 'nextStepOn')::date,
    p.data ->> 'source', import.id, me
  from import_plan p
  join private.rank_import(array(select q.id from import_plan q order by q.row_number),
    array(select (q.data ->> 'stageId')::uuid from import_plan q order by q.row_number)) ranked on ranked.id = p.id;
  get diagnostics added = row_count;
  if added <> (select count(*) from public.import_rows r where r.import_id = p_import_id) then
    raise exception 'invalid_input' using hint = 'A row names no customer.';
  end if;

  insert into public.communications (id, workspace_id, opportunity_id, type_code, body, author_id)
  select gen_random_uuid(), import.workspace_id, p.id, 'COMMENT_NOTE', p.data ->> 'note', me
  from import_plan p where trim(coalesce(p.data ->> 'note', '')) <> '';
  insert into public.party_roles (workspace_id, party_id, role_code)
  select distinct import.workspace_id, p.customer_id, 'CUSTOMER' from import_plan p
  where not exists (select 1 from public.party_roles r
    where r.workspace_id = import.workspace_id and r.party_id = p.customer_id
      and r.role_code = 'CUSTOMER' and r.valid @> current_date)
  on conflict do nothing;
  -- As private.relate_contact, for all at once: thousands of calls would take a second.
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  select distinct import.workspace_id, 'CONTACT_REL', p.customer_id, 'ACCOUNT', p.contact_id, 'CONTACT'
  from import_plan p
  where p.contact_id <> p.customer_id and not exists (
    select 1 from public.party_relationships r
    where r.workspace_id = import.workspace_id and r.type_code = 'CONTACT_REL'
      and r.from_party_id = p.customer_id and r.to_party_id = p.contact_id and r.valid @> current_date)
  on conflict do nothing;

  drop table import_plan;
  delete from public.import_rows r where r.import_id = p_import_id;
  update public.imports i set status = 'done', row_count = added, finished_at = now() where i.id = p_import_id;
  return jsonb_build_object('status', 'done', 'rowCount', added);
end $$;
comment on function public.finish_import(uuid) is
  'Takes all staged rows over in one transaction: parties, opportunities at the end of their columns, notes. May be repeated.';

create function private.rank_import(p_ids uuid[], p_stage_ids uuid[]) returns table (id uuid, rank text)
language plpgsql security definer set search_path = '' as $$
declare
  last_ranks jsonb;
  stage text;
  next_rank text;
  i integer;
begin
  select jsonb_object_agg(s, private.neighbour_rank(s, null, false)) into last_ranks
  from (select distinct s from unnest(p_stage_ids) s) stages;
  for i in 1..coalesce(cardinality(p_ids), 0) loop
    stage := p_stage_ids[i]::text;
    next_rank := private.rank_between(last_ranks ->> stage, null);
    last_ranks := last_ranks || jsonb_build_object(stage, next_rank);
    id := p_ids[i];
    rank := next_rank;
    return next;
  end loop;
end $$;
comment on function private.rank_import(uuid[], uuid[]) is
  'Keys at the end of each stage''s column, in the order given; the columns are locked already.';
grant execute on function private.rank_import(uuid[], uuid[]) to authenticated;

create function public.undo_import(p_import_id uuid) returns jsonb
language plpgsql set search_path = '' set statement_timeout = '120s' as $$
declare
  import public.imports;
  held bigint;
  removed bigint;
begin
  select * into import from public.imports i where i.id = p_import_id for update;
  if not found then
    raise exception 'import_not_found';
  end if;
  if import.status <> 'done' then
    return jsonb_build_object('status', import.status, 'rowCount', 0);
  end if;
  held := private.lock_import(import.workspace_id, p_import_id);
  -- All at once: left to the foreign key, each card would tell of its communications by itself.
  delete from public.communications c using public.opportunities o
  where o.workspace_id = import.workspace_id and o.import_id = p_import_id
    and c.workspace_id = o.workspace_id and c.opportunity_id = o.id;
  delete from public.opportunities o where o.workspace_id = import.workspace_id and o.import_id = p_import_id;
  get diagnostics removed = row_count;
  if removed < held then
    raise exception 'forbidden' using hint = 'A card of this import has become private to someone or went to another team.';
  end if;
  -- Customers that someone meanwhile works with stay.
  delete from public.parties p
  where p.workspace_id = import.workspace_id and p.import_id = p_import_id
    and not private.is_party_used(p.workspace_id, p.id);
  update public.imports i set status = 'undone', finished_at = now() where i.id = p_import_id;
  return jsonb_build_object('status', 'undone', 'rowCount', removed);
end $$;
comment on function public.undo_import(uuid) is
  'Takes a whole import back in one transaction, also cards that were edited since. May be repeated.';

create function private.is_party_used(p_workspace_id uuid, p_party_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.customer_id = p_party_id)
    or exists (select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.contact_id = p_party_id)
    or exists (select 1 from public.communications c where c.workspace_id = p_workspace_id and c.party_id = p_party_id)
    or exists (select 1 from public.members m where m.workspace_id = p_workspace_id and m.party_id = p_party_id)
    or exists (select 1 from public.workspaces w where w.party_id = p_party_id)
$$;
comment on function private.is_party_used(uuid, uuid) is
  'Whether anything points at a party, also rows the caller may not see.';
grant execute on function private.is_party_used(uuid, uuid) to authenticated;

create function private.lock_import(p_workspace_id uuid, p_import_id uuid) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  held bigint;
begin
  perform private.lock_parties(p_workspace_id);
  perform 1 from public.opportunities o
  where o.workspace_id = p_workspace_id and o.import_id = p_import_id order by o.id for update;
  get diagnostics held = row_count;
  perform 1 from public.communications c join public.opportunities o
    on o.workspace_id = c.workspace_id and o.id = c.opportunity_id
  where o.workspace_id = p_workspace_id and o.import_id = p_import_id order by c.id for update of c;
  perform 1 from public.parties p
  where p.workspace_id = p_workspace_id and p.import_id = p_import_id order by p.id for update;
  -- Rows first, clocks last, and these in everybody's order: several statements follow.
  perform 1 from public.topic_clocks c
  where c.topic = 'workspace:' || p_workspace_id or c.topic in (
    select o.topic from public.opportunities o
    where o.workspace_id = p_workspace_id and o.import_id = p_import_id)
  order by c.topic not like 'workspace:%', c.topic for no key update;
  return held;
end $$;
comment on function private.lock_import(uuid, uuid) is
  'Holds all that an import made, also what the caller may not see, and counts its opportunities.';
grant execute on function private.lock_import(uuid, uuid) to authenticated;

grant execute on function public.begin_import(uuid, uuid, text, uuid), public.stage_import_rows(uuid, jsonb),
  public.finish_import(uuid), public.undo_import(uuid) to authenticated;

-- schemas/80_setup.sql

-- How people come in: a first workspace, invitations, and what a session may enter.

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 320),
  access_role public.access_role not null default 'rep',
  team_id uuid,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  accepted_at timestamptz,
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, invited_by) references public.members (workspace_id, id)
);
comment on table public.invitations is
  'Who may join. Whoever proves the address by signing in with it may accept: there is no token to steal.';
create unique index invitations_open on public.invitations (workspace_id, email) where accepted_at is null;
create index invitations_email on public.invitations (email) where accepted_at is null;
create index invitations_team on public.invitations (workspace_id, team_id);
create index invitations_invited_by on public.invitations (workspace_id, invited_by);

alter table public.invitations enable row level security;
create policy "Admins read the invitations of their workspaces" on public.invitations for select to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins invite" on public.invitations for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}'))
    and invited_by in (select private.my_member_ids()));
create policy "Admins take invitations back" on public.invitations for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')));
grant select, delete on public.invitations to authenticated;
grant insert (workspace_id, email, access_role, team_id, invited_by) on public.invitations to authenticated;
grant all on public.invitations to service_role;

create function private.add_member(
  p_workspace_id uuid, p_user_id uuid, p_email text, p_given_name text, p_family_name text,
  p_access_role public.access_role
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  person uuid;
  member uuid;
  full_name text := trim(concat_ws(' ', p_given_name, p_family_name));
begin
  insert into public.parties (workspace_id, kind, name) values (p_workspace_id, 'person', full_name)
  returning id into person;
  insert into public.people (workspace_id, party_id, given_name, family_name)
  values (p_workspace_id, person, p_given_name, p_family_name);
  insert into public.party_roles (workspace_id, party_id, role_code) values (p_workspace_id, person, 'EMPLOYEE');
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  select p_workspace_id, 'EMPLOYMENT', w.party_id, 'EMPLOYER', person, 'EMPLOYEE'
  from public.workspaces w where w.id = p_workspace_id and w.party_id is not null;
  insert into public.members (workspace_id, user_id, party_id, access_role, name, email)
  values (p_workspace_id, p_user_id, person, p_access_role, full_name, lower(p_email))
  returning id into member;
  return member;
end $$;
comment on function private.add_member(uuid, uuid, text, text, text, public.access_role) is
  'A user becomes a member and, as a person, an employee of the own company.';

create function private.create_workspace(
  p_id uuid, p_slug text, p_company text, p_currency text, p_time_zone text, p_locale text,
  p_given_name text, p_family_name text, p_team_name text, p_stages jsonb
) returns text
language plpgsql security definer set search_path = '' as $$
declare
  caller auth.users;
  company uuid;
  member uuid;
  team uuid;
  free_slug text := p_slug;
  attempt integer := 1;
begin
  select * into caller from auth.users u where u.id = auth.uid();
  if caller.id is null then
    raise exception 'not_signed_in';
  end if;
  -- A repeated call with the same id finds the workspace already made.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 3));
  if exists (select 1 from public.workspaces w where w.id = p_id) then
    return (select w.slug from public.workspaces w
      where w.id = p_id and w.id in (select private.my_workspace_ids()));
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_slug, 4));
  while exists (select 1 from public.workspaces w where w.slug = free_slug) loop
    attempt := attempt + 1;
    free_slug := left(p_slug, 44) || '-' || attempt;
  end loop;
  insert into public.workspaces (id, slug, name, currency, time_zone, locale)
  values (p_id, free_slug, p_company, p_currency, p_time_zone, p_locale);
  insert into public.parties (workspace_id, kind, name) values (p_id, 'organization', p_company)
  returning id into company;
  insert into public.organizations (workspace_id, party_id) values (p_id, company);
  insert into public.party_roles (workspace_id, party_id, role_code) values (p_id, company, 'INTERNAL_ORGANIZATIO');
  update public.workspaces w set party_id = company where w.id = p_id;
  member := private.add_member(p_id, caller.id, caller.email, p_given_name, p_family_name, 'admin');
  insert into public.teams (workspace_id, name) values (p_id, p_team_name) returning id into team;
  insert into public.team_members (workspace_id, team_id, member_id) values (p_id, team, member);
  insert into public.stages (workspace_id, name, position, kind, probability, rot_days)
  select p_id, s.value ->> 'name', s.ordinality, (s.value ->> 'kind')::public.stage_kind,
    (s.value ->> 'probability')::smallint, (s.value ->> 'rotDays')::smallint
  from jsonb_array_elements(p_stages) with ordinality s;
  if not exists (select 1 from public.stages s where s.workspace_id = p_id and s.kind = 'open') then
    raise exception 'last_open_stage';
  end if;
  return free_slug;
end $$;
comment on function private.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb) is
  'Definer, because nobody is a member yet: the caller becomes the first admin.';
grant execute on function private.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb)
  to authenticated;

create function public.create_workspace(
  p_id uuid, p_slug text, p_company text, p_currency text, p_time_zone text, p_locale text,
  p_given_name text, p_family_name text, p_team_name text, p_stages jsonb
) returns text
language sql set search_path = '' as $$
  select private.create_workspace(p_id, p_slug, p_company, p_currency, p_time_zone, p_locale,
    p_given_name, p_family_name, p_team_name, p_stages)
$$;
comment on function public.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb) is
  'First set-up: the company as a party, the caller as admin, a team and the stages, in one transaction. Returns the slug. May be repeated with the same id.';

create function private.accept_invitation(p_id uuid, p_given_name text, p_family_name text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  invitation public.invitations;
  member uuid;
begin
  select i.* into invitation from public.invitations i
  join auth.users u on u.id = auth.uid() and u.email_confirmed_at is not null and lower(u.email) = i.email
  where i.id = p_id for update of i;
  if invitation.id is null or (invitation.accepted_at is null and invitation.expires_at < now()) then
    raise exception 'invitation_not_found';
  end if;
  select m.id into member from public.members m
  where m.workspace_id = invitation.workspace_id and m.user_id = auth.uid();
  -- Whoever was shown the door after being invited needs a new invitation.
  if exists (select 1 from public.members m where m.id = member and m.deactivated_at > invitation.created_at) then
    raise exception 'invitation_not_found';
  end if;
  if invitation.accepted_at is null then
    if member is null then
      member := private.add_member(invitation.workspace_id, auth.uid(), invitation.email,
        p_given_name, p_family_name, invitation.access_role);
    else
      update public.members m set deactivated_at = null, access_role = invitation.access_role where m.id = member;
    end if;
    if invitation.team_id is not null then
      insert into public.team_members (workspace_id, team_id, member_id)
      values (invitation.workspace_id, invitation.team_id, member) on conflict do nothing;
    end if;
    update public.invitations i set accepted_at = now() where i.id = p_id;
  end if;
  return (select w.slug from public.workspaces w where w.id = invitation.workspace_id);
end $$;
comment on function private.accept_invitation(uuid, text, text) is
  'Definer, because an invited user is no member yet. The proven address of the user is the right to accept.';
grant execute on function private.accept_invitation(uuid, text, text) to authenticated;

create function public.accept_invitation(p_id uuid, p_given_name text, p_family_name text) returns text
language sql set search_path = '' as $$ select private.accept_invitation(p_id, p_given_name, p_family_name) $$;
comment on function public.accept_invitation(uuid, text, text) is
  'Joins the workspace of an invitation to the caller''s proven address. Returns the slug. May be repeated.';

create function private.my_session() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'userId', u.id,
    'email', u.email,
    'memberships', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'workspaceId', w.id, 'slug', w.slug, 'workspaceName', w.name, 'memberId', m.id, 'memberName', m.name,
        'accessRole', m.access_role, 'currency', w.currency, 'timeZone', w.time_zone, 'accentHue', w.accent_hue
      ) order by w.name, w.id), '[]')
      from public.members m join public.workspaces w on w.id = m.workspace_id
      where m.user_id = u.id and m.deactivated_at is null
    ),
    'invitations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'workspaceName', w.name, 'accessRole', i.access_role, 'invitedBy', b.name
      ) order by i.created_at), '[]')
      from public.invitations i join public.workspaces w on w.id = i.workspace_id
      join public.members b on b.id = i.invited_by
      where i.email = lower(u.email) and u.email_confirmed_at is not null
        and i.accepted_at is null and i.expires_at > now()
    )
  )
  from auth.users u
  where u.id = auth.uid()
    -- A token outlives its session by up to an hour; whoever signed out everywhere is out at once.
    and (
      auth.jwt() ->> 'session_id' is null
      or exists (select 1 from auth.sessions s where s.id = (auth.jwt() ->> 'session_id')::uuid)
    )
$$;
comment on function private.my_session() is
  'Definer, because an invited user may read the name of a workspace before joining it.';
grant execute on function private.my_session() to authenticated;

create function public.my_session() returns jsonb
language sql stable set search_path = '' as $$ select private.my_session() $$;
comment on function public.my_session() is
  'The signed-in user with memberships and open invitations; null for nobody.';
grant execute on function public.my_session(), public.accept_invitation(uuid, text, text),
  public.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb) to authenticated;

-- The party is the centre: a person or an organization that we deal with.

create type public.party_kind as enum ('person', 'organization');
comment on type public.party_kind is 'A natural or a legal person.';

-- One row a party, also with what only a person or only an organization has: so a party has one
-- version to base an edit on, one history and one event.
create table public.parties (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind public.party_kind not null,
  name text not null check (length(name) <= 500 and trim(name) <> ''),
  match_name text generated always as (lower(trim(regexp_replace(name, '\s+', ' ', 'g')))) stored,
  search_name text generated always as (private.search_name(name)) stored,
  local_name text check (length(local_name) <= 500),
  salutation text check (length(salutation) <= 60),
  title text check (length(title) <= 60),
  given_name text check (length(given_name) <= 500),
  family_name text check (length(family_name) <= 500),
  suffix text check (length(suffix) <= 60),
  birthday date check (birthday between '1900-01-01' and '2200-12-31'),
  occupation text check (length(occupation) <= 200),
  legal_form text check (length(legal_form) <= 60),
  vat_id text check (vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,18}$'),
  registration text check (length(registration) <= 200),
  employees integer check (employees >= 0),
  revenue numeric(19, 4) check (revenue >= 0 and revenue <> 'NaN'),
  revenue_currency text check (revenue_currency ~ '^[A-Z]{3}$'),
  industry text check (length(industry) <= 200),
  language text check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  currency text check (currency ~ '^[A-Z]{3}$'),
  time_zone text check (length(time_zone) between 1 and 64),
  source text check (source in (
    'COLD_CALL', 'EXISTING_CUSTOMER', 'SELF_GENERATED', 'EMPLOYEE', 'PARTNER', 'PUBLIC_RELATIONS',
    'DIRECT_MAIL', 'CONFERENCE', 'TRADE_SHOW', 'WEB_SITE', 'WORD_OF_MOUTH', 'EMAIL', 'CAMPAIGN', 'OTHER')),
  status text not null default 'active' check (status in ('active', 'inactive')),
  owner_id uuid,
  note text check (length(note) <= 20000),
  is_blacklisted boolean not null default false,
  import_id uuid,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (kind = 'person' or num_nonnulls(
    salutation, title, given_name, family_name, suffix, birthday, occupation) = 0),
  check (kind = 'organization' or num_nonnulls(
    legal_form, vat_id, registration, employees, revenue, industry) = 0),
  check (revenue is null or revenue_currency is not null),
  foreign key (workspace_id, owner_id) references public.members (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.parties is 'A natural or legal person that the workspace deals with.';
comment on column public.parties.name is
  'As people say it; for a person given and family name together, kept so by the database.';
comment on column public.parties.match_name is 'Folded case and spaces: finds the party that an import or quick add means.';
comment on column public.parties.search_name is 'The name as searches compare it.';
comment on column public.parties.local_name is 'As it is written in its own script.';
comment on column public.parties.title is 'Academic: "Dr.".';
comment on column public.parties.language is 'To write and speak to them in; BCP 47.';
comment on column public.parties.currency is 'They trade in; ISO 4217.';
comment on column public.parties.time_zone is 'When to call them; IANA.';
comment on column public.parties.owner_id is 'The member who looks after them.';
comment on column public.parties.is_blacklisted is 'Kept by the database: whether a classification as blacklisted holds.';
create index parties_match on public.parties (workspace_id, match_name text_pattern_ops, kind);
create index parties_created_by on public.parties (workspace_id, created_by);
create index parties_owner on public.parties (workspace_id, owner_id);

create function private.prepare_party() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.kind = 'person' then
    if (tg_op = 'INSERT' and num_nonnulls(new.given_name, new.family_name) > 0)
      or (tg_op = 'UPDATE' and (new.given_name, new.family_name) is distinct from (old.given_name, old.family_name))
    then
      new.name := trim(concat_ws(' ', new.given_name, new.family_name));
    elsif tg_op = 'INSERT' or new.name <> old.name then
      new.given_name := nullif(regexp_replace(trim(new.name), '\s*\S+$', ''), '');
      new.family_name := substring(trim(new.name) from '\S+$');
    end if;
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;
comment on function private.prepare_party() is
  'Before insert and update: version; the name of a person and its parts agree, whichever was given.';

create table public.party_external_ids (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  system text not null check (length(system) <= 60 and trim(system) <> ''),
  value text not null check (length(value) <= 200 and trim(value) <> ''),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade,
  unique (workspace_id, system, value)
);
comment on table public.party_external_ids is 'What other systems call a party: one party an id.';
create index party_external_ids_party on public.party_external_ids (workspace_id, party_id);
create index party_external_ids_value on public.party_external_ids (workspace_id, (lower(value) collate "C"));
create trigger touch_party_external_ids before update on public.party_external_ids
  for each row execute function private.touch_row();

alter table public.workspaces add constraint workspaces_party_fkey
  foreign key (party_id) references public.parties (id) deferrable initially deferred;
alter table public.members add constraint members_party_fkey
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id);

create trigger prepare_parties before insert or update on public.parties
  for each row execute function private.prepare_party();

alter table public.parties enable row level security;
alter table public.party_external_ids enable row level security;

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

create policy "Members read what other systems call parties" on public.party_external_ids
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Members note what other systems call parties" on public.party_external_ids
  for insert to authenticated with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members correct what other systems call parties" on public.party_external_ids
  for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members remove what other systems call parties" on public.party_external_ids
  for delete to authenticated using (workspace_id in (select private.my_workspace_ids()));

grant select, delete on public.parties, public.party_external_ids to authenticated;
grant insert (id, workspace_id, kind, name, given_name, family_name, source, owner_id, import_id, created_by)
  on public.parties to authenticated;
grant update (name, local_name, salutation, title, given_name, family_name, suffix, birthday, occupation,
  legal_form, vat_id, registration, employees, revenue, revenue_currency, industry,
  language, currency, time_zone, source, status, owner_id, note) on public.parties to authenticated;
grant insert (id, workspace_id, party_id, system, value) on public.party_external_ids to authenticated;
grant update (system, value) on public.party_external_ids to authenticated;
grant all on public.parties, public.party_external_ids to service_role;

create function private.lock_parties(p_workspace_id uuid) returns void
language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended(p_workspace_id::text, 1))
$$;
comment on function private.lock_parties(uuid) is
  'Whoever adds parties or links them waits here, before any clock: one name makes one party, and nobody waits in a ring.';
grant execute on function private.lock_parties(uuid) to authenticated, service_role;

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

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
  search_name text generated always as (private.search_name(name)) stored,
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
comment on column public.parties.search_name is 'The name as searches compare it.';
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

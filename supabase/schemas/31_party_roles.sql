-- What parties are to us: a tree of roles with the codes of OFBiz, which a workspace extends, and who
-- plays which of them when.

create table public.role_types (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  parent_code text references public.role_types (code),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  name text check (length(name) <= 60 and trim(name) <> ''),
  check ((workspace_id is null) = (name is null))
);
comment on table public.role_types is
  'The tree of roles: those of OFBiz, named by the interface, and those that a workspace made and named.';
comment on column public.role_types.workspace_id is 'Null for those of every workspace.';
create index role_types_parent on public.role_types (parent_code);
create index role_types_workspace on public.role_types (workspace_id);
insert into public.role_types (code, parent_code) values
  ('SFA_ROLE', null), ('CUSTOMER', null), ('VENDOR', null), ('ORGANIZATION_ROLE', null), ('PERSON_ROLE', null);
insert into public.role_types (code, parent_code) values
  ('ACCOUNT', 'SFA_ROLE'), ('CONTACT', 'SFA_ROLE'), ('LEAD', 'SFA_ROLE'),
  ('ACCOUNT_LEAD', 'SFA_ROLE'), ('PROSPECT', 'SFA_ROLE'), ('OWNER', 'SFA_ROLE'), ('REFERRER', 'SFA_ROLE'),
  ('BILL_TO_CUSTOMER', 'CUSTOMER'), ('SHIP_TO_CUSTOMER', 'CUSTOMER'),
  ('END_USER_CUSTOMER', 'CUSTOMER'), ('PLACING_CUSTOMER', 'CUSTOMER'),
  ('BILL_FROM_VENDOR', 'VENDOR'), ('SHIP_FROM_VENDOR', 'VENDOR'),
  ('SUPPLIER', 'ORGANIZATION_ROLE'), ('COMPETITOR', 'ORGANIZATION_ROLE'), ('PARTNER', 'ORGANIZATION_ROLE'),
  ('EMPLOYER', 'ORGANIZATION_ROLE'), ('INTERNAL_ORGANIZATIO', 'ORGANIZATION_ROLE'),
  ('DEPARTMENT', 'ORGANIZATION_ROLE'), ('DIVISION', 'ORGANIZATION_ROLE'),
  ('EMPLOYEE', 'PERSON_ROLE'), ('MANAGER', 'PERSON_ROLE'), ('SALES_REP', 'PERSON_ROLE'),
  ('SUPPLIER_AGENT', 'PERSON_ROLE');

create table public.party_roles (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  role_code text not null references public.role_types (code),
  valid daterange not null default daterange(current_date, null)
    constraint party_roles_period_not_empty check (not isempty(valid)),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade,
  -- Within the workspace: a stranger who names the party must not learn what it is to others.
  constraint party_roles_overlap exclude using gist (
    workspace_id with =, party_id with =, role_code with =, valid with &&)
);
comment on table public.party_roles is
  'What a party is to us, and when: half-open periods that cannot overlap for the same role.';
create index party_roles_party on public.party_roles (workspace_id, party_id);
create index party_roles_role on public.party_roles (role_code);
create trigger touch_party_roles before update on public.party_roles
  for each row execute function private.touch_row();

create function private.refuse_foreign_types() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  is_foreign boolean;
begin
  for i in 1 .. tg_nargs - 1 loop
    execute format(
      'select exists (select 1 from new_rows n join public.%I t on t.code = n.%I where t.workspace_id <> n.workspace_id)',
      tg_argv[0], tg_argv[i]) into is_foreign;
    if is_foreign then
      raise exception 'reference_not_found';
    end if;
  end loop;
  return null;
end $$;
comment on function private.refuse_foreign_types() is
  'Statement trigger (table of types, columns that name one): what a workspace made is used in it alone.';
create trigger check_types_of_added_party_roles after insert on public.party_roles
  referencing new table as new_rows for each statement
  execute function private.refuse_foreign_types('role_types', 'role_code');

alter table public.role_types enable row level security;
alter table public.party_roles enable row level security;
create policy "Members read role types of everybody and of their workspaces" on public.role_types
  for select to authenticated
  using (
    (workspace_id is null and (select auth.uid()) is not null)
    or workspace_id in (select private.my_workspace_ids())
  );
create policy "Admins add role types to their workspaces" on public.role_types for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins rename the role types of their workspaces" on public.role_types for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));

create policy "Members read what parties are to us" on public.party_roles for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members give roles to parties" on public.party_roles for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members end roles of parties" on public.party_roles for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members take back roles of parties" on public.party_roles for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids()));

grant select on public.role_types to authenticated;
grant insert (code, parent_code, workspace_id, name) on public.role_types to authenticated;
grant update (name, parent_code) on public.role_types to authenticated;
grant select, delete on public.party_roles to authenticated;
grant insert (id, workspace_id, party_id, role_code, valid) on public.party_roles to authenticated;
grant update (valid) on public.party_roles to authenticated;
grant all on public.role_types, public.party_roles to service_role;

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

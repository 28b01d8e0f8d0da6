-- How parties are related to each other: typed, directed, dated, with the role of each end.

create table public.relationship_types (
  code text primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  from_role_code text not null references public.role_types (code),
  to_role_code text not null references public.role_types (code)
);
comment on table public.relationship_types is
  'The types of relationships, with the codes of OFBiz, and the roles that their ends play unless told otherwise.';
create index relationship_types_from_role on public.relationship_types (from_role_code);
create index relationship_types_to_role on public.relationship_types (to_role_code);
insert into public.relationship_types (code, from_role_code, to_role_code) values
  ('EMPLOYMENT', 'EMPLOYER', 'EMPLOYEE'), ('CONTACT_REL', 'ACCOUNT', 'CONTACT'),
  ('LEAD_REL', 'ACCOUNT_LEAD', 'LEAD'), ('LEAD_OWNER', 'LEAD', 'OWNER'), ('ACCOUNT', 'ACCOUNT', 'OWNER'),
  ('CUSTOMER_REL', 'VENDOR', 'CUSTOMER'), ('SUPPLIER_REL', 'CUSTOMER', 'SUPPLIER'),
  ('PARTNERSHIP', 'PARTNER', 'PARTNER'), ('GROUP_ROLLUP', 'ORGANIZATION_ROLE', 'ORGANIZATION_ROLE'),
  ('PARENT_ACCOUNT', 'ACCOUNT', 'ACCOUNT'), ('REPORTS_TO', 'EMPLOYEE', 'MANAGER'),
  ('ASSISTANT', 'PERSON_ROLE', 'PERSON_ROLE'), ('MANAGER', 'MANAGER', 'EMPLOYEE'),
  ('AGENT', 'SUPPLIER', 'SUPPLIER_AGENT'), ('DISTRIBUTION_CHANNEL', 'VENDOR', 'PARTNER'),
  ('FRIEND', 'PERSON_ROLE', 'PERSON_ROLE'), ('SPOUSE', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('PARENT', 'PERSON_ROLE', 'PERSON_ROLE'), ('CHILD', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('OWNER', 'ORGANIZATION_ROLE', 'OWNER');

create table public.party_relationships (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  type_code text not null references public.relationship_types (code),
  from_party_id uuid not null,
  from_role_code text not null references public.role_types (code),
  to_party_id uuid not null,
  to_role_code text not null references public.role_types (code),
  title text check (length(title) <= 200),
  shares_page boolean not null default false,
  valid daterange not null default daterange(current_date, null)
    constraint party_relationships_period_not_empty check (not isempty(valid)),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (from_party_id <> to_party_id),
  foreign key (workspace_id, from_party_id) references public.parties (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_party_id) references public.parties (workspace_id, id) on delete cascade,
  constraint party_relationships_overlap exclude using gist (
    workspace_id with =, type_code with =, from_party_id with =, from_role_code with =,
    to_party_id with =, to_role_code with =, valid with &&),
  -- Friends are friends both ways, and nobody is the parent of their parent.
  constraint party_relationships_contradiction exclude using gist (
    workspace_id with =, type_code with =, least(from_party_id, to_party_id) with =,
    greatest(from_party_id, to_party_id) with =, valid with &&
  ) where (type_code in ('FRIEND', 'SPOUSE', 'PARTNERSHIP', 'PARENT', 'CHILD', 'PARENT_ACCOUNT', 'REPORTS_TO',
    'OWNER', 'GROUP_ROLLUP'))
);
comment on table public.party_relationships is
  'A dated, typed, directed link between two parties, with the role of each end.';
comment on column public.party_relationships.title is 'The position of the person in it: "Head of purchasing".';
comment on column public.party_relationships.shares_page is
  'Whether the person sees on their own page what we share with the organization; a member allows it.';
create index party_relationships_from on public.party_relationships (workspace_id, from_party_id);
create index party_relationships_to on public.party_relationships (workspace_id, to_party_id);
create index party_relationships_type on public.party_relationships (type_code);
create index party_relationships_from_role on public.party_relationships (from_role_code);
create index party_relationships_to_role on public.party_relationships (to_role_code);
create trigger touch_party_relationships before update on public.party_relationships
  for each row execute function private.touch_row();
create trigger check_types_of_added_party_relationships after insert on public.party_relationships
  referencing new table as new_rows for each statement
  execute function private.refuse_foreign_types('role_types', 'from_role_code', 'to_role_code');

alter table public.relationship_types enable row level security;
alter table public.party_relationships enable row level security;
create policy "Everyone signed in reads the relationship types" on public.relationship_types
  for select to authenticated using ((select auth.uid()) is not null);
create policy "Members read how parties are related" on public.party_relationships for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members relate parties" on public.party_relationships for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members end relationships" on public.party_relationships for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members take back relationships" on public.party_relationships for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids()));

grant select on public.relationship_types to authenticated;
grant select, delete on public.party_relationships to authenticated;
grant insert (id, workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code, title, valid)
  on public.party_relationships to authenticated;
grant update (valid, title, shares_page) on public.party_relationships to authenticated;
grant all on public.relationship_types, public.party_relationships to service_role;

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

create function public.relate_parties(
  p_id uuid, p_workspace_id uuid, p_type_code text, p_from_party_id uuid, p_to_party_id uuid,
  p_title text, p_valid daterange
) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.lock_parties(p_workspace_id);
  insert into public.party_relationships
    (id, workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code, title, valid)
  select p_id, p_workspace_id, t.code, p_from_party_id, t.from_role_code, p_to_party_id, t.to_role_code, p_title, p_valid
  from public.relationship_types t where t.code = p_type_code
  on conflict (id) do nothing;
  if not found and not exists (
    select 1 from public.party_relationships r where r.workspace_id = p_workspace_id and r.id = p_id
  ) then
    raise exception 'reference_not_found';
  end if;
end $$;
comment on function public.relate_parties(uuid, uuid, text, uuid, uuid, text, daterange) is
  'Relates two parties, each in the role that the type gives it. May be repeated.';
grant execute on function public.relate_parties(uuid, uuid, text, uuid, uuid, text, daterange) to authenticated;

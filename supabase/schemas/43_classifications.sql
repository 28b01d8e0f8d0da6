-- What parties are classed as, by whom, why and when; the blacklist among it.

create table public.party_classes (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  kind text not null check (kind in ('BLACKLIST', 'VALUE', 'SIZE', 'OTHER')),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  name text check (length(name) <= 60 and trim(name) <> ''),
  check ((workspace_id is null) = (name is null)),
  check (workspace_id is null or kind <> 'BLACKLIST'),
  unique (code, kind)
);
comment on table public.party_classes is
  'What a party can be classed as: those of every workspace, named by the interface, and those that a workspace made and named.';
create index party_classes_workspace on public.party_classes (workspace_id);
insert into public.party_classes (code, kind) values
  ('BLACKLIST', 'BLACKLIST'), ('VALUE_A', 'VALUE'), ('VALUE_B', 'VALUE'), ('VALUE_C', 'VALUE'),
  ('SIZE_MICRO', 'SIZE'), ('SIZE_SMALL', 'SIZE'), ('SIZE_MEDIUM', 'SIZE'), ('SIZE_LARGE', 'SIZE');

create table public.party_classifications (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  class_code text not null,
  class_kind text not null,
  reason text check (length(reason) <= 500 and trim(reason) <> ''),
  valid tstzrange not null default tstzrange(now(), null)
    constraint party_classifications_period_not_empty check (not isempty(valid)),
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (class_kind <> 'BLACKLIST' or reason is not null),
  foreign key (class_code, class_kind) references public.party_classes (code, kind),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade,
  foreign key (workspace_id, created_by) references public.members (workspace_id, id),
  constraint party_classifications_overlap exclude using gist (
    workspace_id with =, party_id with =, class_code with =, valid with &&),
  -- Nobody is of two sizes, or worth A and C, at the same time.
  constraint party_classifications_contradiction exclude using gist (
    workspace_id with =, party_id with =, class_kind with =, valid with &&) where (class_kind <> 'OTHER')
);
comment on table public.party_classifications is
  'A class that a party belongs to for a time: half-open periods, to the moment, as one is taken off the blacklist on the day one came onto it.';
create index party_classifications_party on public.party_classifications (workspace_id, party_id);
create index party_classifications_class on public.party_classifications (class_code, class_kind);
create index party_classifications_created_by on public.party_classifications (workspace_id, created_by);
create trigger check_types_of_added_party_classifications after insert on public.party_classifications
  referencing new table as new_rows for each statement
  execute function private.refuse_foreign_types('party_classes', 'class_code');

create function private.prepare_classification() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Two who list and unlist the same party at once do it one after the other.
  perform 1 from public.parties p where p.id = new.party_id for no key update;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  if new.class_kind = 'BLACKLIST' and (lower(new.valid) > clock_timestamp() or upper(new.valid) > clock_timestamp()) then
    raise exception 'invalid_input' using hint = 'The blacklist holds from now on, until it is ended.';
  end if;
  return new;
end $$;
comment on function private.prepare_classification() is
  'Before insert and update: version. The blacklist is not foreseen, so that a flag can tell who is on it.';
create trigger prepare_party_classifications before insert or update on public.party_classifications
  for each row execute function private.prepare_classification();

create function private.mark_blacklisted() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  ids uuid[];
  changed uuid[];
begin
  if tg_op = 'DELETE' then
    ids := array(select distinct o.party_id from old_rows o where o.class_kind = 'BLACKLIST');
  else
    ids := array(select distinct n.party_id from new_rows n where n.class_kind = 'BLACKLIST');
  end if;
  if cardinality(ids) = 0 then
    return null;
  end if;
  -- All rows first: the updates below take clocks.
  perform 1 from public.opportunities o where o.customer_id = any (ids) order by o.id for no key update;
  with written as (
    update public.parties p set is_blacklisted = listed.now
    from (
      select u.id, exists (
        select 1 from public.party_classifications c
        where c.party_id = u.id and c.class_kind = 'BLACKLIST' and upper_inf(c.valid)
      ) as now
      from unnest(ids) u (id)
    ) listed
    where p.id = listed.id and p.is_blacklisted <> listed.now
    returning p.id
  )
  select array_agg(w.id) into changed from written w;
  update public.opportunities o set customer_blacklisted = p.is_blacklisted
  from public.parties p
  where p.id = any (changed) and o.workspace_id = p.workspace_id and o.customer_id = p.id;
  return null;
end $$;
comment on function private.mark_blacklisted() is
  'Statement trigger: keeps the flag of the parties, and of their opportunities, whose change tells every board.';
-- By name before `publish_…`: rows first, clocks last.
create trigger mark_party_classifications_added after insert on public.party_classifications
  referencing new table as new_rows for each statement execute function private.mark_blacklisted();
create trigger mark_party_classifications_changed after update on public.party_classifications
  referencing new table as new_rows for each statement execute function private.mark_blacklisted();
create trigger mark_party_classifications_removed after delete on public.party_classifications
  referencing old table as old_rows for each statement execute function private.mark_blacklisted();

create trigger publish_party_classifications_added after insert on public.party_classifications
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_classifications_changed after update on public.party_classifications
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_classifications_removed after delete on public.party_classifications
  referencing old table as old_rows for each statement execute function private.publish_parties_of('party_id');
create trigger record_party_classifications_added after insert on public.party_classifications
  referencing new table as new_rows for each statement
  execute function private.write_history('party_classification', 'party_id');
create trigger record_party_classifications_changed after update on public.party_classifications
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('party_classification', 'party_id');
create trigger record_party_classifications_removed after delete on public.party_classifications
  referencing old table as old_rows for each statement
  execute function private.write_history('party_classification', 'party_id');

alter table public.party_classes enable row level security;
alter table public.party_classifications enable row level security;
create policy "Members read the classes of everybody and of their workspaces" on public.party_classes
  for select to authenticated
  using (
    (workspace_id is null and (select auth.uid()) is not null)
    or workspace_id in (select private.my_workspace_ids())
  );
create policy "Admins add classes to their workspaces" on public.party_classes for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins rename the classes of their workspaces" on public.party_classes for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Members read what parties are classed as" on public.party_classifications for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members class parties under their own name" on public.party_classifications for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids()) and created_by in (select private.my_member_ids()));
create policy "Members end classifications" on public.party_classifications for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));

grant select on public.party_classes to authenticated;
grant insert (code, kind, workspace_id, name), update (name) on public.party_classes to authenticated;
grant select on public.party_classifications to authenticated;
grant insert (id, workspace_id, party_id, class_code, class_kind, reason, valid, created_by)
  on public.party_classifications to authenticated;
grant update (valid) on public.party_classifications to authenticated;
grant all on public.party_classes, public.party_classifications to service_role;

create function public.end_classification(p_id uuid, p_version bigint) returns void
language plpgsql set search_path = '' as $$
declare
  current public.party_classifications;
begin
  select * into current from public.party_classifications c where c.id = p_id for update;
  if not found then
    raise exception 'not_found';
  end if;
  if not upper_inf(current.valid) then
    return;
  end if;
  if current.version <> p_version then
    raise exception 'conflict';
  end if;
  -- Begun in this very transaction, it held for a microsecond: an empty period would tell nothing.
  update public.party_classifications c
  set valid = tstzrange(lower(c.valid), greatest(now(), lower(c.valid) + interval '1 microsecond'))
  where c.id = p_id;
end $$;
comment on function public.end_classification(uuid, bigint) is
  'A class holds until now. Ended already, it stays as it is.';
grant execute on function public.end_classification(uuid, bigint) to authenticated;

create function public.class_party(
  p_id uuid, p_workspace_id uuid, p_party_id uuid, p_class_code text, p_reason text
) returns void
language plpgsql set search_path = '' as $$
declare
  class public.party_classes;
begin
  select * into class from public.party_classes c where c.code = p_class_code;
  if not found then
    raise exception 'reference_not_found';
  end if;
  -- Before its own row, so that two who class at once do it one after the other.
  perform 1 from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id for no key update;
  if exists (select 1 from public.party_classifications c where c.workspace_id = p_workspace_id and c.id = p_id) then
    return;
  end if;
  if class.kind in ('VALUE', 'SIZE') then
    perform public.end_classification(c.id, c.version) from public.party_classifications c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.class_kind = class.kind and upper_inf(c.valid);
  end if;
  -- From the very moment: one of this transaction may have ended just now.
  insert into public.party_classifications
    (id, workspace_id, party_id, class_code, class_kind, reason, valid, created_by)
  values (p_id, p_workspace_id, p_party_id, class.code, class.kind, p_reason,
    tstzrange(clock_timestamp(), null), private.my_member_id(p_workspace_id));
end $$;
comment on function public.class_party(uuid, uuid, uuid, text, text) is
  'Classes a party from now on; of sizes and values, the new one takes the place of the old. May be repeated.';
grant execute on function public.class_party(uuid, uuid, uuid, text, text) to authenticated;

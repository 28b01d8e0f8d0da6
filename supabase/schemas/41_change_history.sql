-- Who changed what, from what, to what: written by the database for every writer.

create table public.change_history (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  entity text not null,
  entity_id uuid not null,
  party_id uuid,
  other_party_id uuid,
  version bigint not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  actor_id uuid,
  customer_id uuid,
  changed_at timestamptz not null default now(),
  changes jsonb not null default '{}',
  foreign key (workspace_id, actor_id) references public.members (workspace_id, id)
);
comment on table public.change_history is 'One change history for all entities, written by the database.';
comment on column public.change_history.party_id is
  'Whom it belongs to, for a party and what is kept of it: the history of a party is one.';
comment on column public.change_history.other_party_id is 'The other end of a relationship.';
comment on column public.change_history.customer_id is 'The party who did it on their own page; then no member did.';
comment on column public.change_history.changes is
  'For each field that changed: [before, after]. A deletion keeps the whole row as before.';
create index change_history_entity on public.change_history (entity_id, version desc);
create index change_history_workspace on public.change_history (workspace_id, changed_at desc);
create index change_history_party on public.change_history (party_id, id desc) where party_id is not null;
create index change_history_other_party on public.change_history (other_party_id, id desc)
  where other_party_id is not null;
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
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select coalesce(
      jsonb_object_agg(a.key, case
        when a.key in ('amount', 'revenue', 'budget') then jsonb_build_array(private.exact(p_before -> a.key), private.exact(a.value))
        else jsonb_build_array(coalesce(p_before -> a.key, 'null'), a.value)
      end), '{}'::jsonb)
    from jsonb_each(p_after) a
    where coalesce(p_before -> a.key, 'null') <> a.value
      and a.key not in ('version', 'updated_at', 'topic', 'queue', 'match_name', 'search_name',
        'last_activity_at', 'is_blacklisted', 'customer_blacklisted')
  );
end $$;
comment on function private.diff(jsonb, jsonb) is
  'Fields that differ, each as [before, after]; bookkeeping columns left out.';

create function private.id_in(p_row jsonb, p_column text) returns uuid
language plpgsql immutable set search_path = '' as $$
begin
  return (p_row ->> p_column)::uuid;
end $$;
comment on function private.id_in(jsonb, text) is 'An id in a row; null without a column to look in.';

create function private.acting_customer() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return nullif(current_setting('spur.customer', true), '')::uuid;
end $$;
comment on function private.acting_customer() is 'The customer who writes in this transaction from their own page, if any.';

create function private.write_history() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  entity text := tg_argv[0];
  of_party text := tg_argv[1];
  of_other text := tg_argv[2];
begin
  if tg_op = 'INSERT' then
    -- Who it was is asked once, not once a row: an import adds thousands.
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, customer_id, changes)
    select n.workspace_id, entity, n.id, private.id_in(to_jsonb(n), of_party),
      private.id_in(to_jsonb(n), of_other), n.version, 'insert', w.member_id, private.acting_customer(),
      -- What is kept of a party tells what it was by its own history alone.
      case when entity <> 'party' and of_party is not null then private.diff('{}', to_jsonb(n)) else '{}' end
    from new_rows n join writers w on w.workspace_id = n.workspace_id;
  elsif tg_op = 'UPDATE' then
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, customer_id, changes)
    select n.workspace_id, entity, n.id, private.id_in(to_jsonb(n), of_party),
      private.id_in(to_jsonb(n), of_other), n.version, 'update', w.member_id, private.acting_customer(), d.changes
    from new_rows n join old_rows o on o.id = n.id
    join writers w on w.workspace_id = n.workspace_id
    cross join lateral private.diff(to_jsonb(o), to_jsonb(n)) d (changes)
    where n.version <> o.version and d.changes <> '{}';
  else
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, customer_id, changes)
    select o.workspace_id, entity, o.id, private.id_in(to_jsonb(o), of_party),
      private.id_in(to_jsonb(o), of_other), o.version + 1, 'delete', private.my_member_id(o.workspace_id),
      private.acting_customer(), private.diff(to_jsonb(o), (select jsonb_object_agg(k, null::text) from jsonb_object_keys(to_jsonb(o)) k))
    from old_rows o join public.workspaces w on w.id = o.workspace_id;
  end if;
  return null;
end $$;
comment on function private.write_history() is 'Statement trigger (entity, columns of the parties it belongs to): one history row for each row that really changed.';

create function private.clashes(
  p_entity_id uuid, p_version bigint, p_patch jsonb, p_current jsonb, p_wanted jsonb
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  base jsonb;
begin
  -- What each field was when the editor last saw it: the oldest change since then knows.
  select jsonb_object_agg(f.key, f.before) into base from (
    select distinct on (c.key) c.key, c.value -> 0 as before
    from public.change_history h cross join lateral jsonb_each(h.changes) c
    where h.entity_id = p_entity_id and h.op = 'update' and h.version > p_version
    order by c.key, h.version
  ) f;
  return (
    select jsonb_object_agg(k.key, jsonb_build_object(
      'base', base -> k.key,
      'yours', case when k.key in ('amount', 'revenue') then private.exact(p_wanted -> k.key) else p_wanted -> k.key end,
      'theirs', case when k.key in ('amount', 'revenue') then private.exact(p_current -> k.key) else p_current -> k.key end))
    from jsonb_object_keys(p_patch) k (key)
    where base ? k.key and p_current -> k.key is distinct from p_wanted -> k.key
  );
end $$;
comment on function private.clashes(uuid, bigint, jsonb, jsonb, jsonb) is
  'Fields of an edit based on a version that somebody else changed since to something else, with base, yours and theirs; null when there are none.';
grant execute on function private.clashes(uuid, bigint, jsonb, jsonb, jsonb) to authenticated, service_role;

create trigger record_parties_added after insert on public.parties
  referencing new table as new_rows for each statement execute function private.write_history('party', 'id');
create trigger record_parties_changed after update on public.parties
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('party', 'id');
create trigger record_parties_removed after delete on public.parties
  referencing old table as old_rows for each statement execute function private.write_history('party', 'id');
create trigger record_party_roles_added after insert on public.party_roles
  referencing new table as new_rows for each statement
  execute function private.write_history('party_role', 'party_id');
create trigger record_party_roles_changed after update on public.party_roles
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('party_role', 'party_id');
create trigger record_party_roles_removed after delete on public.party_roles
  referencing old table as old_rows for each statement
  execute function private.write_history('party_role', 'party_id');
create trigger record_party_relationships_added after insert on public.party_relationships
  referencing new table as new_rows for each statement
  execute function private.write_history('party_relationship', 'from_party_id', 'to_party_id');
create trigger record_party_relationships_changed after update on public.party_relationships
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('party_relationship', 'from_party_id', 'to_party_id');
create trigger record_party_relationships_removed after delete on public.party_relationships
  referencing old table as old_rows for each statement
  execute function private.write_history('party_relationship', 'from_party_id', 'to_party_id');
create trigger record_party_external_ids_added after insert on public.party_external_ids
  referencing new table as new_rows for each statement
  execute function private.write_history('party_external_id', 'party_id');
create trigger record_party_external_ids_changed after update on public.party_external_ids
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('party_external_id', 'party_id');
create trigger record_party_external_ids_removed after delete on public.party_external_ids
  referencing old table as old_rows for each statement
  execute function private.write_history('party_external_id', 'party_id');
create trigger record_members_changed after update on public.members
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('member');

alter table public.change_history enable row level security;
grant select on public.change_history to authenticated;
grant all on public.change_history to service_role;

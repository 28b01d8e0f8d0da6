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
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select coalesce(
      jsonb_object_agg(a.key, case a.key
        when 'amount' then jsonb_build_array(private.exact(p_before -> a.key), private.exact(a.value))
        else jsonb_build_array(p_before -> a.key, a.value)
      end), '{}'::jsonb)
    from jsonb_each(p_after) a
    where p_before -> a.key is distinct from a.value
      and a.key not in ('version', 'updated_at', 'topic', 'queue', 'match_name', 'search_name', 'last_activity_at')
  );
end $$;
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

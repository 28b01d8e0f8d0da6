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
language plpgsql security definer set search_path = '' as $$
declare
  taken bigint;
begin
  insert into public.topic_clocks as c (topic, workspace_id, seq) values (p_topic, p_workspace_id, 1)
  on conflict (topic) do update set seq = c.seq + 1
  returning c.seq into taken;
  return taken;
end $$;
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

create function private.publish_parties(p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    select p.workspace_id, count(*) as size, array_agg(p.id) as ids,
      jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'op', 'update', 'name', p.name)) as changes
    from public.parties p where p.id = any (p_ids)
    group by p.workspace_id order by p.workspace_id
  loop
    -- As with new parties: an import of many must not make every board read anew.
    if batch.size > 50 then
      batch.size := 0;
      batch.ids := '{}';
      batch.changes := '[]';
    end if;
    perform private.publish_batch(batch.workspace_id, 'party', batch.size, batch.ids, batch.changes);
  end loop;
end $$;
comment on function private.publish_parties(uuid[]) is
  'Tells that something of these parties changed that is no field of theirs: who shows it reads it again.';

create function private.publish_parties_of() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  found_ids uuid[];
  ids uuid[] := '{}';
begin
  for i in 0 .. tg_nargs - 1 loop
    if tg_op = 'DELETE' then
      execute format('select array(select distinct %I from old_rows)', tg_argv[i]) into found_ids;
    else
      execute format('select array(select distinct %I from new_rows)', tg_argv[i]) into found_ids;
    end if;
    ids := ids || found_ids;
  end loop;
  perform private.publish_parties(ids);
  return null;
end $$;
comment on function private.publish_parties_of() is
  'Statement trigger (columns that name a party): what belongs to these parties changed.';
create trigger publish_party_roles_added after insert on public.party_roles
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_roles_changed after update on public.party_roles
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_roles_removed after delete on public.party_roles
  referencing old table as old_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_relationships_added after insert on public.party_relationships
  referencing new table as new_rows for each statement execute function private.publish_parties_of('from_party_id', 'to_party_id');
create trigger publish_party_relationships_changed after update on public.party_relationships
  referencing new table as new_rows for each statement execute function private.publish_parties_of('from_party_id', 'to_party_id');
create trigger publish_party_relationships_removed after delete on public.party_relationships
  referencing old table as old_rows for each statement execute function private.publish_parties_of('from_party_id', 'to_party_id');
create trigger publish_party_external_ids_added after insert on public.party_external_ids
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_external_ids_changed after update on public.party_external_ids
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_party_external_ids_removed after delete on public.party_external_ids
  referencing old table as old_rows for each statement execute function private.publish_parties_of('party_id');

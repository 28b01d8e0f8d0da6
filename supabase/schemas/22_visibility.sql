-- A topic is a visibility boundary: everyone who may join it may read every row that carries it.
-- Tables, the change log, the column figures and the realtime channels all ask the same question.

create function private.my_topics(
  p_roles public.access_role[] default '{rep,manager,marketing,admin}'
) returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
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
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select substr(t, 6)::uuid from private.my_topics() t where t like 'team:%';
end $$;
comment on function private.my_team_ids() is
  'Teams whose rows the caller sees: their own; for managers also all below; for admins all.';
grant execute on function private.my_team_ids() to authenticated, service_role;

create function private.my_topics_in(p_workspace_id uuid) returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select 'workspace:' || w from private.my_workspace_ids() w where w = p_workspace_id
  union all
  select 'team:' || t.id from public.teams t
  where t.workspace_id = p_workspace_id and t.id in (select private.my_team_ids())
  union all
  select 'member:' || private.my_member_id(p_workspace_id)
  where private.my_member_id(p_workspace_id) is not null;
end $$;
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

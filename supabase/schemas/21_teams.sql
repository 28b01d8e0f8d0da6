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
  last_turn bigint not null default 0,
  created_at timestamptz not null default now(),
  primary key (team_id, member_id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references public.members (workspace_id, id) on delete cascade
);
comment on table public.team_members is 'Who belongs to which team.';
comment on column public.team_members.last_turn is
  'When leads go round: the number of the turn in which this member got one last.';
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

grant select, insert, delete on public.teams to authenticated;
grant select, delete on public.team_members to authenticated;
grant insert (workspace_id, team_id, member_id) on public.team_members to authenticated;
grant update (name, parent_id) on public.teams to authenticated;
grant all on public.teams, public.team_members to service_role;

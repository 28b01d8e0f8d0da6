-- What a member wants to see again on the board or the list of parties: a name for its search parameters.

create table public.saved_views (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  owner_id uuid not null,
  kind text not null default 'board' check (kind in ('board', 'parties')),
  name text not null check (length(name) <= 100 and trim(name) <> ''),
  is_shared boolean not null default false,
  parameters text not null check (length(parameters) <= 8000),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, owner_id) references public.members (workspace_id, id) on delete cascade
);
comment on table public.saved_views is 'Filters and layouts of the board, and of the list of parties, that members keep under a name, for themselves or for everybody.';
comment on column public.saved_views.kind is 'Which screen they are of.';
comment on column public.saved_views.parameters is 'Search parameters as `writeFilter` of domain/board-filter.ts and `writePartyFilter` of domain/party-filter.ts say them, "group=owner&q=Dach". Readers leave out what they do not know.';
create index saved_views_owner on public.saved_views (workspace_id, owner_id);
create index saved_views_of_member on public.saved_views (owner_id);

create trigger touch_saved_views before update on public.saved_views
  for each row execute function private.touch_row();

create function private.publish_saved_view() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  one public.saved_views := case when tg_op = 'DELETE' then old else new end;
  was_shared boolean := tg_op <> 'INSERT' and old.is_shared;
  topic text := case when one.is_shared or was_shared
    then 'workspace:' || one.workspace_id else 'member:' || one.owner_id end;
begin
  -- A workspace that goes away takes its topics along: nobody is left to tell.
  if exists (select 1 from public.workspaces w where w.id = one.workspace_id) then
    perform private.publish(topic, one.workspace_id, private.next_seq(topic, one.workspace_id),
      'saved_view', array[one.id], '[]');
  end if;
  return null;
end $$;
comment on function private.publish_saved_view() is
  'Tells whoever may choose a view, or might until now, that it changed; not how: it is read again by whoever needs it.';
create trigger publish_saved_views after insert or update or delete on public.saved_views
  for each row execute function private.publish_saved_view();

alter table public.saved_views enable row level security;

create policy "Members read their own views and the shared ones of their workspaces" on public.saved_views
  for select to authenticated
  using (owner_id in (select private.my_member_ids())
    or (is_shared and workspace_id in (select private.my_workspace_ids())));
create policy "Members save views of their own" on public.saved_views for insert to authenticated
  with check (owner_id in (select private.my_member_ids()));
create policy "Members change their own views" on public.saved_views for update to authenticated
  using (owner_id in (select private.my_member_ids()))
  with check (owner_id in (select private.my_member_ids()));
create policy "Members delete their own views, admins also shared ones" on public.saved_views
  for delete to authenticated
  using (owner_id in (select private.my_member_ids())
    or (is_shared and workspace_id in (select private.my_workspace_ids('{admin}'))));

grant select, insert, delete on public.saved_views to authenticated;
grant update (name, is_shared, parameters) on public.saved_views to authenticated;
grant all on public.saved_views to service_role;

-- A workspace is one internal organization and its data: the tenant. Members are its users.

create table public.workspaces (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'),
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  party_id uuid,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'Europe/Berlin' check (length(time_zone) between 1 and 64),
  locale text not null default 'de' check (locale in ('de', 'en')),
  accent_hue smallint not null default 255 check (accent_hue between 0 and 360),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.workspaces is 'One internal organization and its data; the tenant.';
comment on column public.workspaces.party_id is 'Our own company is a party too.';
comment on column public.workspaces.slug is 'The readable part of the address; unique over all workspaces.';
create index workspaces_party_id on public.workspaces (party_id);

create table public.members (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  party_id uuid,
  access_role public.access_role not null default 'rep',
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  email text not null check (length(email) between 3 and 320),
  deactivated_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, user_id)
);
comment on table public.members is
  'A user in a workspace, with an access role and a party of kind person. Leaving deactivates: history keeps its author.';
comment on column public.members.name is 'Shown on boards and in histories; the party holds the full details.';
create index members_user_id on public.members (user_id);
create index members_party_id on public.members (workspace_id, party_id);

create trigger touch_workspaces before update on public.workspaces
  for each row execute function private.touch_row();
create trigger touch_members before update on public.members
  for each row execute function private.touch_row();

create function private.my_workspace_ids(
  p_roles public.access_role[] default '{rep,manager,marketing,admin}'
) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select m.workspace_id from public.members m
  where m.user_id = auth.uid() and m.deactivated_at is null and m.access_role = any (p_roles);
end $$;
comment on function private.my_workspace_ids(public.access_role[]) is
  'Workspaces in which the caller is an active member with one of these roles. Policies call it once per statement.';

create function private.my_member_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select m.id from public.members m
  where m.user_id = auth.uid() and m.deactivated_at is null;
end $$;
comment on function private.my_member_ids() is 'The caller''s own active memberships.';

create function private.my_member_id(p_workspace_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select m.id from public.members m
    where m.workspace_id = p_workspace_id and m.user_id = auth.uid() and m.deactivated_at is null
  );
end $$;
comment on function private.my_member_id(uuid) is
  'The caller as a member of this workspace; null for background work, which acts as nobody.';

grant execute on function
  private.my_workspace_ids(public.access_role[]), private.my_member_ids(), private.my_member_id(uuid)
  to authenticated, service_role;

create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.access_role <> 'admin' or old.deactivated_at is not null then
    return null;
  end if;
  -- Two admins who demote each other at once must not both succeed: the workspace row decides.
  perform 1 from public.workspaces w where w.id = old.workspace_id for no key update;
  if not found then
    return null;
  end if;
  if not exists (
    select 1 from public.members m
    where m.workspace_id = old.workspace_id and m.access_role = 'admin' and m.deactivated_at is null
  ) then
    raise exception 'last_admin' using hint = 'Make someone else an admin first.';
  end if;
  return null;
end $$;
comment on function private.keep_an_admin() is 'A workspace never loses its last admin.';
create trigger keep_an_admin after update of access_role, deactivated_at or delete on public.members
  for each row execute function private.keep_an_admin();

alter table public.workspaces enable row level security;
alter table public.members enable row level security;

create policy "Members read their workspaces" on public.workspaces for select to authenticated
  using (id in (select private.my_workspace_ids()));
create policy "Admins change their workspaces" on public.workspaces for update to authenticated
  using (id in (select private.my_workspace_ids('{admin}')))
  with check (id in (select private.my_workspace_ids('{admin}')));

create policy "Members read the members of their workspaces" on public.members for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins change the members of their workspaces" on public.members for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));

grant select on public.workspaces, public.members to authenticated;
grant update (name, slug, currency, time_zone, locale, accent_hue) on public.workspaces to authenticated;
grant update (access_role, name, deactivated_at) on public.members to authenticated;
grant all on public.workspaces, public.members to service_role;

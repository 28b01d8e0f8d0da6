-- How people come in: a first workspace, invitations, and what a session may enter.

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 320),
  access_role public.access_role not null default 'rep',
  team_id uuid,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  accepted_at timestamptz,
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, invited_by) references public.members (workspace_id, id)
);
comment on table public.invitations is
  'Who may join. Whoever proves the address by signing in with it may accept: there is no token to steal.';
create unique index invitations_open on public.invitations (workspace_id, email) where accepted_at is null;
create index invitations_email on public.invitations (email) where accepted_at is null;
create index invitations_team on public.invitations (workspace_id, team_id);
create index invitations_invited_by on public.invitations (workspace_id, invited_by);

alter table public.invitations enable row level security;
create policy "Admins read the invitations of their workspaces" on public.invitations for select to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins invite" on public.invitations for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}'))
    and invited_by in (select private.my_member_ids()));
create policy "Admins take invitations back" on public.invitations for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')));
grant select, delete on public.invitations to authenticated;
grant insert (workspace_id, email, access_role, team_id, invited_by) on public.invitations to authenticated;
grant all on public.invitations to service_role;

create function private.add_member(
  p_workspace_id uuid, p_user_id uuid, p_email text, p_given_name text, p_family_name text,
  p_access_role public.access_role
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  person uuid;
  member uuid;
  full_name text := trim(concat_ws(' ', p_given_name, p_family_name));
begin
  insert into public.parties (workspace_id, kind, name, given_name, family_name)
  values (p_workspace_id, 'person', full_name, p_given_name, p_family_name)
  returning id into person;
  insert into public.party_roles (workspace_id, party_id, role_code) values (p_workspace_id, person, 'EMPLOYEE');
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  select p_workspace_id, 'EMPLOYMENT', w.party_id, 'EMPLOYER', person, 'EMPLOYEE'
  from public.workspaces w where w.id = p_workspace_id and w.party_id is not null;
  insert into public.members (workspace_id, user_id, party_id, access_role, name, email)
  values (p_workspace_id, p_user_id, person, p_access_role, full_name, lower(p_email))
  returning id into member;
  return member;
end $$;
comment on function private.add_member(uuid, uuid, text, text, text, public.access_role) is
  'A user becomes a member and, as a person, an employee of the own company.';

create function private.create_workspace(
  p_id uuid, p_slug text, p_company text, p_currency text, p_time_zone text, p_locale text,
  p_given_name text, p_family_name text, p_team_name text, p_stages jsonb
) returns text
language plpgsql security definer set search_path = '' as $$
declare
  caller auth.users;
  company uuid;
  member uuid;
  team uuid;
  free_slug text := p_slug;
  attempt integer := 1;
begin
  select * into caller from auth.users u where u.id = auth.uid();
  if caller.id is null then
    raise exception 'not_signed_in';
  end if;
  -- A repeated call with the same id finds the workspace already made.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 3));
  if exists (select 1 from public.workspaces w where w.id = p_id) then
    return (select w.slug from public.workspaces w
      where w.id = p_id and w.id in (select private.my_workspace_ids()));
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_slug, 4));
  while exists (select 1 from public.workspaces w where w.slug = free_slug) loop
    attempt := attempt + 1;
    free_slug := left(p_slug, 44) || '-' || attempt;
  end loop;
  insert into public.workspaces (id, slug, name, currency, time_zone, locale)
  values (p_id, free_slug, p_company, p_currency, p_time_zone, p_locale);
  insert into public.parties (workspace_id, kind, name) values (p_id, 'organization', p_company)
  returning id into company;
  insert into public.party_roles (workspace_id, party_id, role_code) values (p_id, company, 'INTERNAL_ORGANIZATIO');
  update public.workspaces w set party_id = company where w.id = p_id;
  member := private.add_member(p_id, caller.id, caller.email, p_given_name, p_family_name, 'admin');
  insert into public.teams (workspace_id, name) values (p_id, p_team_name) returning id into team;
  insert into public.team_members (workspace_id, team_id, member_id) values (p_id, team, member);
  insert into public.stages (workspace_id, name, position, kind, probability, rot_days)
  select p_id, s.value ->> 'name', s.ordinality, (s.value ->> 'kind')::public.stage_kind,
    (s.value ->> 'probability')::smallint, (s.value ->> 'rotDays')::smallint
  from jsonb_array_elements(p_stages) with ordinality s;
  if not exists (select 1 from public.stages s where s.workspace_id = p_id and s.kind = 'open') then
    raise exception 'last_open_stage';
  end if;
  return free_slug;
end $$;
comment on function private.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb) is
  'Definer, because nobody is a member yet: the caller becomes the first admin.';
grant execute on function private.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb)
  to authenticated;

create function public.create_workspace(
  p_id uuid, p_slug text, p_company text, p_currency text, p_time_zone text, p_locale text,
  p_given_name text, p_family_name text, p_team_name text, p_stages jsonb
) returns text
language sql set search_path = '' as $$
  select private.create_workspace(p_id, p_slug, p_company, p_currency, p_time_zone, p_locale,
    p_given_name, p_family_name, p_team_name, p_stages)
$$;
comment on function public.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb) is
  'First set-up: the company as a party, the caller as admin, a team and the stages, in one transaction. Returns the slug. May be repeated with the same id.';

create function private.accept_invitation(p_id uuid, p_given_name text, p_family_name text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  invitation public.invitations;
  member uuid;
begin
  select i.* into invitation from public.invitations i
  join auth.users u on u.id = auth.uid() and u.email_confirmed_at is not null and lower(u.email) = i.email
  where i.id = p_id for update of i;
  if invitation.id is null or (invitation.accepted_at is null and invitation.expires_at < now()) then
    raise exception 'invitation_not_found';
  end if;
  select m.id into member from public.members m
  where m.workspace_id = invitation.workspace_id and m.user_id = auth.uid();
  -- Whoever was shown the door after being invited needs a new invitation.
  if exists (select 1 from public.members m where m.id = member and m.deactivated_at > invitation.created_at) then
    raise exception 'invitation_not_found';
  end if;
  if invitation.accepted_at is null then
    if member is null then
      member := private.add_member(invitation.workspace_id, auth.uid(), invitation.email,
        p_given_name, p_family_name, invitation.access_role);
    else
      update public.members m set deactivated_at = null, access_role = invitation.access_role where m.id = member;
    end if;
    if invitation.team_id is not null then
      insert into public.team_members (workspace_id, team_id, member_id)
      values (invitation.workspace_id, invitation.team_id, member) on conflict do nothing;
    end if;
    update public.invitations i set accepted_at = now() where i.id = p_id;
  end if;
  return (select w.slug from public.workspaces w where w.id = invitation.workspace_id);
end $$;
comment on function private.accept_invitation(uuid, text, text) is
  'Definer, because an invited user is no member yet. The proven address of the user is the right to accept.';
grant execute on function private.accept_invitation(uuid, text, text) to authenticated;

create function public.accept_invitation(p_id uuid, p_given_name text, p_family_name text) returns text
language sql set search_path = '' as $$ select private.accept_invitation(p_id, p_given_name, p_family_name) $$;
comment on function public.accept_invitation(uuid, text, text) is
  'Joins the workspace of an invitation to the caller''s proven address. Returns the slug. May be repeated.';

create function private.my_session() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'userId', u.id,
    'email', u.email,
    'memberships', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'workspaceId', w.id, 'slug', w.slug, 'workspaceName', w.name, 'memberId', m.id, 'memberName', m.name,
        'accessRole', m.access_role, 'currency', w.currency, 'timeZone', w.time_zone, 'accentHue', w.accent_hue
      ) order by w.name, w.id), '[]')
      from public.members m join public.workspaces w on w.id = m.workspace_id
      where m.user_id = u.id and m.deactivated_at is null
    ),
    'invitations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'workspaceName', w.name, 'accessRole', i.access_role, 'invitedBy', b.name
      ) order by i.created_at), '[]')
      from public.invitations i join public.workspaces w on w.id = i.workspace_id
      join public.members b on b.id = i.invited_by
      where i.email = lower(u.email) and u.email_confirmed_at is not null
        and i.accepted_at is null and i.expires_at > now()
    )
  )
  from auth.users u
  where u.id = auth.uid()
    -- A token outlives its session by up to an hour; whoever signed out everywhere is out at once.
    and (
      auth.jwt() ->> 'session_id' is null
      or exists (select 1 from auth.sessions s where s.id = (auth.jwt() ->> 'session_id')::uuid)
    )
$$;
comment on function private.my_session() is
  'Definer, because an invited user may read the name of a workspace before joining it.';
grant execute on function private.my_session() to authenticated;

create function public.my_session() returns jsonb
language sql stable set search_path = '' as $$ select private.my_session() $$;
comment on function public.my_session() is
  'The signed-in user with memberships and open invitations; null for nobody.';
grant execute on function public.my_session(), public.accept_invitation(uuid, text, text),
  public.create_workspace(uuid, text, text, text, text, text, text, text, text, jsonb) to authenticated;

-- A lead is the interest of a party, to be qualified: it becomes an opportunity or is disqualified.

create type public.lead_status as enum ('new', 'working', 'qualified', 'disqualified', 'converted');
comment on type public.lead_status is 'How far an interest has been looked into.';

create table public.leads (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  organization_id uuid,
  owner_id uuid,
  team_id uuid,
  is_private boolean not null default false,
  topic text not null generated always as (
    case
      when is_private then 'member:' || owner_id::text
      when team_id is not null then 'team:' || team_id::text
      else 'workspace:' || workspace_id::text
    end
  ) stored,
  status public.lead_status not null default 'new',
  queue text not null generated always as (
    case
      when status in ('disqualified', 'converted') then 'closed'
      when owner_id is null then 'unassigned'
      else 'assigned'
    end
  ) stored,
  disqualified_reason text check (length(disqualified_reason) <= 500),
  note text check (length(note) <= 5000),
  source text check (source in (
    'COLD_CALL', 'EXISTING_CUSTOMER', 'SELF_GENERATED', 'EMPLOYEE', 'PARTNER', 'PUBLIC_RELATIONS',
    'DIRECT_MAIL', 'CONFERENCE', 'TRADE_SHOW', 'WEB_SITE', 'WORD_OF_MOUTH', 'EMAIL', 'CAMPAIGN', 'OTHER')),
  opportunity_id uuid,
  converted_at timestamptz,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (party_id <> organization_id),
  check (status <> 'disqualified' or coalesce(trim(disqualified_reason), '') <> ''),
  check (opportunity_id is null or status = 'converted'),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, organization_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, owner_id) references public.members (workspace_id, id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references public.opportunities (workspace_id, id)
    on delete set null (opportunity_id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.leads is 'An interest of a party that is to be qualified.';
comment on column public.leads.party_id is
  'Who is interested: a person, or an organization while nobody in it is known.';
comment on column public.leads.organization_id is
  'The company of the person; null when unknown, or when it is the party itself.';
comment on column public.leads.topic is
  'Its visibility boundary: private to the owner, shared by a team, or open to the workspace.';
comment on column public.leads.queue is 'Where it waits: unassigned, assigned or closed.';
comment on column public.leads.opportunity_id is
  'What it became; null before it is converted, and once that is deleted.';
create index leads_queue on public.leads (topic, queue, created_at, id);
create index leads_party on public.leads (workspace_id, party_id);
create index leads_organization on public.leads (workspace_id, organization_id);
create index leads_owner on public.leads (workspace_id, owner_id);
create index leads_team on public.leads (workspace_id, team_id);
create index leads_opportunity on public.leads (workspace_id, opportunity_id);
create index leads_created_by on public.leads (workspace_id, created_by);

alter table public.communications add constraint communications_lead_fkey
  foreign key (workspace_id, lead_id) references public.leads (workspace_id, id) on delete cascade;
create index communications_lead on public.communications (workspace_id, lead_id);
create index communications_lead_timeline on public.communications (lead_id, occurred_at desc, id);

create function private.prepare_lead() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    -- Of a sale that is deleted only the way to it goes: its topic tells of that, not the lead's.
    -- (Generated columns are still empty here.)
    if new.opportunity_id is null and to_jsonb(new) - '{opportunity_id,topic,queue}'::text[]
      = to_jsonb(old) - '{opportunity_id,topic,queue}'::text[] then
      return new;
    end if;
    if old.status = 'converted'
      and (new.status <> 'converted' or new.opportunity_id is distinct from old.opportunity_id) then
      raise exception 'lead_closed';
    end if;
    new.version := old.version + 1;
    new.updated_at := now();
    if new.status = old.status then
      return new;
    end if;
  end if;
  if new.status = 'converted' and new.opportunity_id is null then
    raise exception 'invalid_input';
  end if;
  new.converted_at := case when new.status = 'converted' then now() end;
  if new.status <> 'disqualified' then
    new.disqualified_reason := null;
  end if;
  return new;
end $$;
comment on function private.prepare_lead() is
  'Before insert and update: version and time of conversion. What was converted stays converted.';
create trigger prepare_leads before insert or update on public.leads
  for each row execute function private.prepare_lead();

create function private.settle_lead_role(p_workspace_id uuid, p_party_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  is_lead boolean;
begin
  perform private.lock_parties(p_workspace_id);
  is_lead := exists (
    select 1 from public.leads l
    where l.workspace_id = p_workspace_id and l.party_id = p_party_id and l.queue <> 'closed'
  );
  if is_lead = private.has_role(p_workspace_id, p_party_id, 'LEAD') then
    return;
  end if;
  if is_lead then
    insert into public.party_roles (workspace_id, party_id, role_code)
    values (p_workspace_id, p_party_id, 'LEAD') on conflict do nothing;
    return;
  end if;
  -- Periods count days: one that would end on the day it began has none.
  delete from public.party_roles r
  where r.workspace_id = p_workspace_id and r.party_id = p_party_id and r.role_code = 'LEAD'
    and lower(r.valid) = current_date;
  update public.party_roles r set valid = daterange(lower(r.valid), current_date)
  where r.workspace_id = p_workspace_id and r.party_id = p_party_id and r.role_code = 'LEAD'
    and r.valid @> current_date;
end $$;
comment on function private.settle_lead_role(uuid, uuid) is
  'A party has the role LEAD as long as one of its leads is open, whoever may see that one.';

create function private.settle_lead_roles() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  touched record;
begin
  if tg_op = 'INSERT' then
    for touched in select distinct n.workspace_id, n.party_id from new_rows n order by 1, 2 loop
      perform private.settle_lead_role(touched.workspace_id, touched.party_id);
    end loop;
  elsif tg_op = 'DELETE' then
    for touched in
      select distinct o.workspace_id, o.party_id from old_rows o
      join public.workspaces w on w.id = o.workspace_id order by 1, 2
    loop
      perform private.settle_lead_role(touched.workspace_id, touched.party_id);
    end loop;
  else
    for touched in
      select distinct o.workspace_id, p.id as party_id
      from new_rows n join old_rows o on o.id = n.id cross join lateral (values (o.party_id), (n.party_id)) p (id)
      where o.party_id <> n.party_id or (o.queue = 'closed') <> (n.queue = 'closed')
      order by 1, 2
    loop
      perform private.settle_lead_role(touched.workspace_id, touched.party_id);
    end loop;
  end if;
  return null;
end $$;
comment on function private.settle_lead_roles() is
  'Statement trigger: opening a lead gives its party the role, ending the last one takes it.';
-- Named to fire before `feed_…`: parties and rows first, clocks last.
create trigger a_role_of_added_leads after insert on public.leads
  referencing new table as new_rows for each statement execute function private.settle_lead_roles();
create trigger a_role_of_changed_leads after update on public.leads
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.settle_lead_roles();
create trigger a_role_of_removed_leads after delete on public.leads
  referencing old table as old_rows for each statement execute function private.settle_lead_roles();

create function private.carry_communications_of_leads() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.communications c set
    topic = n.topic,
    lead_id = case when n.opportunity_id is null then c.lead_id end,
    opportunity_id = n.opportunity_id,
    -- Where the lead's party turned out to be somebody known, it was they who were spoken to.
    party_id = case when c.party_id = o.party_id then n.party_id else c.party_id end
  from new_rows n join old_rows o on o.id = n.id
  where c.workspace_id = n.workspace_id and c.lead_id = n.id
    and (n.topic <> o.topic or n.opportunity_id is not null);
  update public.opportunities p set last_activity_at = (
    select max(c.occurred_at) from public.communications c where c.opportunity_id = p.id
  )
  from new_rows n join old_rows o on o.id = n.id
  where p.id = n.opportunity_id and o.opportunity_id is null;
  return null;
end $$;
comment on function private.carry_communications_of_leads() is
  'A lead takes its communications along when its visibility changes, and hands them on to what it becomes.';
create trigger carry_communications after update on public.leads
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.carry_communications_of_leads();

alter table public.leads enable row level security;
create policy "Members read the leads of topics they may see" on public.leads
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Members add open leads where they may see them" on public.leads
  for insert to authenticated
  with check (topic in (select private.my_topics())
    and created_by in (select private.my_member_ids()) and status <> 'converted');
create policy "Sales members change leads they may see, into opportunities they may see" on public.leads
  for update to authenticated
  using (topic in (select private.my_topics('{rep,manager,admin}')))
  with check (topic in (select private.my_topics('{rep,manager,admin}'))
    and (opportunity_id is null or exists (select 1 from public.opportunities o where o.id = opportunity_id)));
create policy "Owners, creators, managers and admins remove leads" on public.leads
  for delete to authenticated
  using (
    topic in (select private.my_topics('{manager,admin}'))
    or (
      topic in (select private.my_topics())
      and (owner_id in (select private.my_member_ids()) or created_by in (select private.my_member_ids()))
    )
  );
grant select, delete on public.leads to authenticated;
grant insert (id, workspace_id, party_id, organization_id, owner_id, team_id, is_private, status,
  disqualified_reason, note, source, created_by) on public.leads to authenticated;
grant update (party_id, organization_id, owner_id, team_id, is_private, status, disqualified_reason, note,
  source, opportunity_id) on public.leads to authenticated;
grant all on public.leads to service_role;

create policy "Whoever reads a row reads its history" on public.change_history for select to authenticated
  using (
    case entity
      when 'opportunity' then exists (select 1 from public.opportunities o where o.id = entity_id)
      when 'communication' then exists (select 1 from public.communications c where c.id = entity_id)
      when 'lead' then exists (select 1 from public.leads l where l.id = entity_id)
      -- That one was removed is told to all who could see it; who saw one about an opportunity is not known any more.
      when 'task' then exists (select 1 from public.tasks t where t.id = entity_id)
        or (op = 'delete' and not changes ? 'opportunity_id' and workspace_id in (select private.my_workspace_ids()))
      else workspace_id in (select private.my_workspace_ids())
    end
  );

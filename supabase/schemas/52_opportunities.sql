-- An opportunity is a possible sale to a customer, at a stage of the pipeline.

create table public.opportunities (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  stage_id uuid not null,
  rank text collate "C" not null check (private.is_rank(rank)),
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  search_name text generated always as (private.search_name(name)) stored,
  customer_id uuid not null,
  contact_id uuid,
  owner_id uuid,
  team_id uuid,
  is_private boolean not null default false,
  -- Private to nobody has no topic, and is refused: it would be neither seen nor found again.
  topic text not null generated always as (
    case
      when is_private then 'member:' || owner_id::text
      when team_id is not null then 'team:' || team_id::text
      else 'workspace:' || workspace_id::text
    end
  ) stored,
  amount numeric(19, 4) check (amount >= 0 and amount <> 'NaN'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  probability smallint check (probability between 0 and 100),
  expected_close_on date check (expected_close_on between '1900-01-01' and '2200-12-31'),
  next_step text check (length(next_step) <= 500),
  next_step_on date check (next_step_on between '1900-01-01' and '2200-12-31'),
  source text check (source in (
    'COLD_CALL', 'EXISTING_CUSTOMER', 'SELF_GENERATED', 'EMPLOYEE', 'PARTNER', 'PUBLIC_RELATIONS',
    'DIRECT_MAIL', 'CONFERENCE', 'TRADE_SHOW', 'WEB_SITE', 'WORD_OF_MOUTH', 'EMAIL', 'CAMPAIGN', 'OTHER')),
  lost_reason text check (length(lost_reason) <= 500),
  customer_blacklisted boolean not null default false,
  blacklist_reason text check (length(blacklist_reason) <= 500 and trim(blacklist_reason) <> ''),
  stage_entered_at timestamptz not null default now(),
  closed_at timestamptz,
  last_activity_at timestamptz,
  import_id uuid,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (stage_id, rank),
  foreign key (workspace_id, stage_id) references public.stages (workspace_id, id),
  foreign key (workspace_id, customer_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, contact_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, owner_id) references public.members (workspace_id, id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.opportunities is 'A possible sale and its place in the pipeline.';
comment on column public.opportunities.topic is
  'Its visibility boundary: private to the owner, shared by a team, or open to the workspace.';
comment on column public.opportunities.search_name is 'The name as searches compare it.';
comment on column public.opportunities.probability is 'Percent; null means the stage''s.';
comment on column public.opportunities.customer_blacklisted is
  'Kept by the database: whether its customer is on the blacklist, so that cards say so.';
comment on column public.opportunities.blacklist_reason is
  'Why it was started although its customer was on the blacklist.';
comment on column public.opportunities.rank is 'Place in its column: fractional index in byte order.';
create index opportunities_column on public.opportunities (topic, stage_id, rank);
create index opportunities_stage on public.opportunities (workspace_id, stage_id);
create index opportunities_customer on public.opportunities (workspace_id, customer_id);
create index opportunities_contact on public.opportunities (workspace_id, contact_id);
create index opportunities_owner on public.opportunities (workspace_id, owner_id);
create index opportunities_team on public.opportunities (workspace_id, team_id);
create index opportunities_created_by on public.opportunities (workspace_id, created_by);

create table public.opportunity_stage_history (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  opportunity_id uuid not null references public.opportunities (id) on delete cascade,
  stage_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  moved_by uuid,
  foreign key (workspace_id, stage_id) references public.stages (workspace_id, id),
  foreign key (workspace_id, moved_by) references public.members (workspace_id, id)
);
comment on table public.opportunity_stage_history is
  'Every stay of an opportunity in a stage, always written by the database.';
create index opportunity_stage_history_stays on public.opportunity_stage_history (opportunity_id, entered_at);
create index opportunity_stage_history_stage on public.opportunity_stage_history (workspace_id, stage_id);
create index opportunity_stage_history_moved_by on public.opportunity_stage_history (workspace_id, moved_by);

create function private.prepare_opportunity() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  stage public.stages;
begin
  if tg_op = 'UPDATE' then
    -- An activity alone is not an edit: it must not make a colleague's edit stale.
    -- (A generated column is still empty here.)
    if to_jsonb(new) - '{last_activity_at,topic,search_name}'::text[]
      = to_jsonb(old) - '{last_activity_at,topic,search_name}'::text[] then
      return new;
    end if;
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  if tg_op = 'INSERT' or new.customer_id <> old.customer_id then
    -- Held, so that it is not put on the blacklist meanwhile.
    new.customer_blacklisted := coalesce((
      select p.is_blacklisted from public.parties p
      where p.workspace_id = new.workspace_id and p.id = new.customer_id for share), false);
    if tg_op = 'INSERT' and new.customer_blacklisted and new.blacklist_reason is null then
      raise exception 'customer_blacklisted' using hint = 'Say why it is started all the same.';
    end if;
    if not new.customer_blacklisted then
      new.blacklist_reason := null;
    end if;
  end if;
  if tg_op = 'UPDATE' then
    if new.stage_id = old.stage_id then
      return new;
    end if;
    new.stage_entered_at := now();
  end if;
  -- A stage that is being retired, or changes its kind, waits for the card or the card for it.
  perform private.lock_columns(array[new.stage_id]);
  select * into stage from public.stages s
  where s.workspace_id = new.workspace_id and s.id = new.stage_id and s.retired_at is null;
  if not found then
    -- A card that lands on a stage just retired would stand on nobody's board.
    raise exception 'stage_not_found';
  end if;
  if stage.kind = 'open' then
    new.closed_at := null;
  else
    new.closed_at := coalesce(case when tg_op = 'INSERT' then new.closed_at end, now());
  end if;
  if stage.kind <> 'lost' then
    new.lost_reason := null;
  end if;
  return new;
end $$;
comment on function private.prepare_opportunity() is
  'Before insert and update: version, time of entering the stage, time of closing, whether the customer is on the blacklist. No card enters a retired stage; none begins with a blacklisted customer without a reason.';
create trigger prepare_opportunities before insert or update on public.opportunities
  for each row execute function private.prepare_opportunity();

create function private.write_stage_history() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    with movers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.opportunity_stage_history (workspace_id, opportunity_id, stage_id, entered_at, moved_by)
    select n.workspace_id, n.id, n.stage_id, n.stage_entered_at, m.member_id
    from new_rows n join movers m on m.workspace_id = n.workspace_id;
    return null;
  end if;
  with moved as (
    select n.* from new_rows n join old_rows o on o.id = n.id where n.stage_id <> o.stage_id
  ), ended as (
    update public.opportunity_stage_history h set left_at = m.stage_entered_at
    from moved m where h.opportunity_id = m.id and h.left_at is null
  )
  insert into public.opportunity_stage_history (workspace_id, opportunity_id, stage_id, entered_at, moved_by)
  select m.workspace_id, m.id, m.stage_id, m.stage_entered_at, private.my_member_id(m.workspace_id)
  from moved m;
  return null;
end $$;
comment on function private.write_stage_history() is 'Statement trigger: closes one stay and opens the next.';
create trigger record_stages_of_added_opportunities after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.write_stage_history();
create trigger record_stages_of_changed_opportunities after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_stage_history();

create trigger record_opportunities_added after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.write_history('opportunity');
create trigger record_opportunities_changed after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('opportunity');
create trigger record_opportunities_removed after delete on public.opportunities
  referencing old table as old_rows for each statement execute function private.write_history('opportunity');

alter table public.opportunities enable row level security;
alter table public.opportunity_stage_history enable row level security;

create policy "Members read the opportunities of topics they may see" on public.opportunities
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Sales members add opportunities where they may see them" on public.opportunities
  for insert to authenticated
  with check (topic in (select private.my_topics('{rep,manager,admin}'))
    and (created_by is null or created_by in (select private.my_member_ids()))
    and (import_id is null or import_id in (select private.my_staged_import_ids())));
create policy "Sales members change opportunities they may see" on public.opportunities
  for update to authenticated
  using (topic in (select private.my_topics('{rep,manager,admin}')))
  with check (topic in (select private.my_topics('{rep,manager,admin}')));
create policy "Owners, creators, managers and admins remove opportunities" on public.opportunities
  for delete to authenticated
  using (
    topic in (select private.my_topics('{manager,admin}'))
    or (
      topic in (select private.my_topics('{rep}'))
      and (owner_id in (select private.my_member_ids()) or created_by in (select private.my_member_ids()))
    )
  );
create policy "Whoever reads an opportunity reads its stages" on public.opportunity_stage_history
  for select to authenticated
  using (exists (select 1 from public.opportunities o where o.id = opportunity_id));

grant select, delete on public.opportunities to authenticated;
grant insert (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id, team_id, is_private,
  amount, currency, probability, expected_close_on, next_step, next_step_on, source, lost_reason,
  blacklist_reason, import_id, created_by) on public.opportunities to authenticated;
grant update (stage_id, rank, name, customer_id, contact_id, owner_id, team_id, is_private, amount,
  currency, probability, expected_close_on, next_step, next_step_on, source, lost_reason)
  on public.opportunities to authenticated;
grant select on public.opportunity_stage_history to authenticated;
grant all on public.opportunities, public.opportunity_stage_history to service_role;

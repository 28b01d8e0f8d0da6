-- What boards hear of opportunities, and the column figures that go with it. Both are written
-- under the topic's clock, so that a figure always belongs to an exact number of its topic.

create table public.stage_figures (
  topic text not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  stage_id uuid not null,
  currency text not null,
  count bigint not null default 0,
  amount numeric not null default 0,
  amount_with_own_probability numeric not null default 0,
  amount_times_own_probability numeric not null default 0,
  primary key (topic, stage_id, currency),
  foreign key (workspace_id, stage_id) references public.stages (workspace_id, id) on delete cascade
);
comment on table public.stage_figures is
  'Counts and sums over all opportunities of a column, kept by the database: opening a board reads a few rows, however many cards there are.';
comment on column public.stage_figures.amount_with_own_probability is
  'The part of amount whose probability is not the stage''s; the rest is weighted when read, so changing a stage''s probability touches no row.';
create index stage_figures_stage on public.stage_figures (workspace_id, stage_id);

alter table public.stage_figures enable row level security;
create policy "Members read the figures of topics they may see" on public.stage_figures
  for select to authenticated using (topic in (select private.my_topics()));
grant select on public.stage_figures to authenticated;
grant all on public.stage_figures to service_role;

create function private.card(p_opportunity public.opportunities, p_customer_name text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', p_opportunity.id,
    'version', p_opportunity.version,
    'topic', p_opportunity.topic,
    'stageId', p_opportunity.stage_id,
    'rank', p_opportunity.rank,
    'name', p_opportunity.name,
    'customerId', p_opportunity.customer_id,
    'customerName', p_customer_name,
    'isBlacklisted', p_opportunity.customer_blacklisted,
    'contactId', p_opportunity.contact_id,
    'ownerId', p_opportunity.owner_id,
    'teamId', p_opportunity.team_id,
    'isPrivate', p_opportunity.is_private,
    'amount', trim_scale(p_opportunity.amount)::text,
    'currency', p_opportunity.currency,
    'probability', p_opportunity.probability,
    'expectedCloseOn', p_opportunity.expected_close_on,
    'nextStep', p_opportunity.next_step,
    'nextStepOn', p_opportunity.next_step_on,
    'source', p_opportunity.source,
    'stageEnteredAt', p_opportunity.stage_entered_at,
    'lastActivityAt', p_opportunity.last_activity_at
  );
end $$;
comment on function private.card(public.opportunities, text) is
  'The fields a board shows, as `cardSchema` in domain/board-card.ts reads them.';
grant execute on function private.card(public.opportunities, text) to authenticated, service_role;

create function private.publish_opportunities(
  p_before public.opportunities[], p_after public.opportunities[]
) returns void
-- Arrays of one row make every plan look cheaper than the kept one, and would be planned each time.
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  batch record;
  seq bigint;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, (b).workspace_id, 'leave' as op, b, null::public.opportunities as a, coalesce((a).version, (b).version) as version
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, (a).workspace_id, 'enter', null::public.opportunities, a, (a).version
      from pairs where (a).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, (a).workspace_id, 'update', b, a, (a).version
      from pairs where (a).topic = (b).topic
    )
    select e.topic, e.workspace_id, count(*) as size,
      array_agg(coalesce((e.a).id, (e.b).id)) as ids,
      array_agg(e.b) filter (where (e.b).id is not null) as before,
      array_agg(e.a) filter (where (e.a).id is not null) as after,
      case when count(*) <= 50 then jsonb_agg(jsonb_build_object(
        'id', coalesce((e.a).id, (e.b).id), 'version', e.version, 'op', e.op,
        'before', case when e.op <> 'enter' then private.card(e.b, (
          select p.name from public.parties p where p.id = (e.b).customer_id)) end,
        'card', case when e.op <> 'leave' then private.card(e.a, (
          select p.name from public.parties p where p.id = (e.a).customer_id)) end
      )) end as changes
    from effects e
    join public.workspaces w on w.id = e.workspace_id
    group by e.topic, e.workspace_id
    -- Every statement locks clocks in this one order, so that no two wait for each other.
    order by e.topic not like 'workspace:%', e.topic
  loop
    seq := private.next_seq(batch.topic, batch.workspace_id);
    insert into public.stage_figures as f (topic, workspace_id, stage_id, currency, count, amount,
      amount_with_own_probability, amount_times_own_probability)
    select batch.topic, batch.workspace_id, d.stage_id, d.currency, sum(d.sign), sum(d.sign * d.amount),
      sum(case when d.probability is not null then d.sign * d.amount else 0 end),
      sum(coalesce(d.sign * d.amount * d.probability, 0))
    from (
      select 1 as sign, a.stage_id, a.currency, coalesce(a.amount, 0) as amount, a.probability
      from unnest(batch.after) a
      union all
      select -1, b.stage_id, b.currency, coalesce(b.amount, 0), b.probability
      from unnest(batch.before) b
    ) d
    group by d.stage_id, d.currency
    order by d.stage_id, d.currency
    on conflict (topic, stage_id, currency) do update set
      count = f.count + excluded.count,
      amount = f.amount + excluded.amount,
      amount_with_own_probability = f.amount_with_own_probability + excluded.amount_with_own_probability,
      amount_times_own_probability = f.amount_times_own_probability + excluded.amount_times_own_probability;
    perform private.publish(batch.topic, batch.workspace_id, seq, 'opportunity',
      case when batch.size <= 50 then batch.ids end, batch.changes);
  end loop;
end $$;
comment on function private.publish_opportunities(public.opportunities[], public.opportunities[]) is
  'One number and one event a topic for a whole statement: rows before and after, matched by id. A row that changes its visibility leaves one topic and enters another.';

create function private.feed_opportunities() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before public.opportunities[];
  after public.opportunities[];
begin
  if tg_op = 'INSERT' then
    select array_agg(n::public.opportunities) into after from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(o::public.opportunities) into before from old_rows o;
  else
    select array_agg(o::public.opportunities), array_agg(n::public.opportunities) into before, after
    from new_rows n join old_rows o on o.id = n.id where n.version <> o.version;
  end if;
  if before is not null or after is not null then
    perform private.publish_opportunities(before, after);
  end if;
  return null;
end $$;
comment on function private.feed_opportunities() is 'Statement trigger: hands the rows that really changed to the feed.';
create trigger feed_opportunities_added after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.feed_opportunities();
create trigger feed_opportunities_changed after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.feed_opportunities();
create trigger feed_opportunities_removed after delete on public.opportunities
  referencing old table as old_rows for each statement execute function private.feed_opportunities();

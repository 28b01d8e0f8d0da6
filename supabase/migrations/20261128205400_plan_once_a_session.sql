-- Written by hand, because the language of a function is changed in place: `npm run db:diff` would drop
-- functions that tables and policies stand on. Proven by it to lead to supabase/schemas.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

create or replace function private.fold(p_text text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
begin
  return replace(replace(lower(
    regexp_replace(normalize(p_text, nfd), '[\u0300-\u036f]', '', 'g') collate pg_catalog.pg_c_utf8
  ), 'ß', 'ss'), 'ς', 'σ');
end $$;

create or replace function private.contract(p_folded text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
begin
  return replace(replace(replace(p_folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end $$;

create or replace function private.search_name(p_name text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  folded text := private.fold(p_name);
begin
  return folded || E'\n' || private.contract(folded);
end $$;

create or replace function private.current_mutation_id() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return nullif(current_setting('spur.mutation_id', true), '')::uuid;
end $$;

create or replace function private.is_repeated(p_mutation_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from private.mutations m where m.user_id = auth.uid() and m.mutation_id = p_mutation_id
  );
end $$;

create or replace function private.my_workspace_ids(
  p_roles public.access_role[] default '{rep,manager,marketing,admin}'
) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select m.workspace_id from public.members m
  where m.user_id = auth.uid() and m.deactivated_at is null and m.access_role = any (p_roles);
end $$;

create or replace function private.my_member_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select m.id from public.members m
  where m.user_id = auth.uid() and m.deactivated_at is null;
end $$;

create or replace function private.my_member_id(p_workspace_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select m.id from public.members m
    where m.workspace_id = p_workspace_id and m.user_id = auth.uid() and m.deactivated_at is null
  );
end $$;

create or replace function private.my_team_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select substr(t, 6)::uuid from private.my_topics() t where t like 'team:%';
end $$;

create or replace function private.my_topics(
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

create or replace function private.my_topics_in(p_workspace_id uuid) returns setof text
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

create or replace function private.next_seq(p_topic text, p_workspace_id uuid) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  taken bigint;
begin
  insert into public.topic_clocks as c (topic, workspace_id, seq) values (p_topic, p_workspace_id, 1)
  on conflict (topic) do update set seq = c.seq + 1
  returning c.seq into taken;
  return taken;
end $$;

create or replace function private.diff(p_before jsonb, p_after jsonb) returns jsonb
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
      and a.key not in ('version', 'updated_at', 'topic', 'match_name', 'search_name', 'last_activity_at')
  );
end $$;

create or replace function private.rank_integer(p_rank text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return left(p_rank, case
    when ascii(p_rank) >= ascii('a') then ascii(p_rank) - 95
    else 92 - ascii(p_rank)
  end);
end $$;

create or replace function private.is_rank(p_rank text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return length(p_rank) <= 1000 and p_rank ~ '^[A-Za-z][0-9A-Za-z]+$'
    and length(private.rank_integer(p_rank))
      = case when ascii(p_rank) >= ascii('a') then ascii(p_rank) - 95 else 92 - ascii(p_rank) end
    -- A fraction that ends in zero leaves no room before it, and the very first key none at all.
    and (length(p_rank) = length(private.rank_integer(p_rank)) or right(p_rank, 1) <> '0')
    and p_rank <> 'A' || repeat('0', 26);
end $$;

create or replace function private.card(p_opportunity public.opportunities, p_customer_name text) returns jsonb
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

create or replace function private.publish_opportunities(
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

create or replace function private.neighbour_rank(p_stage_id uuid, p_rank text, p_below boolean) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_below then
    return (
      select min(o.rank) from public.opportunities o
      where o.stage_id = p_stage_id and o.rank > coalesce(p_rank, '') collate "C"
    );
  end if;
  return (
    select max(o.rank) from public.opportunities o
    where o.stage_id = p_stage_id and o.rank < coalesce(p_rank, '~') collate "C"
  );
end $$;

create or replace function private.card_of(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.card(o, p.name) from public.opportunities o
    join public.parties p on p.id = o.customer_id where o.id = p_id
  );
end $$;

create or replace function private.is_whole_board(p_query jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return p_query is null
    or (p_query ->> 'group' = 'stage' and coalesce(p_query -> 'condition', '{}') = '{}');
end $$;

create or replace function private.board_heads(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(t, coalesce(c.seq, 0))
    from private.my_topics_in(p_workspace_id) t left join public.topic_clocks c on c.topic = t
  );
end $$;

create or replace function private.whole_figures(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'column', f.stage_id, 'currency', f.currency, 'count', f.count,
      'amount', trim_scale(f.amount)::text, 'weighted', trim_scale(f.weighted)::text)), '[]')
    from (
      select g.stage_id, g.currency, sum(g.count) as count, sum(g.amount) as amount,
        (sum(g.amount_times_own_probability)
          + sum(g.amount - g.amount_with_own_probability) * max(s.probability)) * 0.01 as weighted
      from public.stage_figures g join public.stages s on s.id = g.stage_id
      where g.workspace_id = p_workspace_id
      group by g.stage_id, g.currency having sum(g.count) > 0
    ) f
  );
end $$;

create or replace function private.board_frame(p_workspace_id uuid, p_query jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'heads', private.board_heads(p_workspace_id),
    'stages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'version', s.version, 'name', s.name, 'kind', s.kind, 'position', s.position,
        'probability', s.probability, 'rotDays', s.rot_days) order by s.position, s.id), '[]')
      from public.stages s where s.workspace_id = p_workspace_id and s.retired_at is null
    ),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'name', m.name, 'isActive', m.deactivated_at is null) order by m.name, m.id), '[]')
      from public.members m where m.workspace_id = p_workspace_id
    ),
    'teams', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name, t.id), '[]')
      from public.teams t
      where t.workspace_id = p_workspace_id and t.id in (select private.my_team_ids())
    ),
    'figures', case when private.is_whole_board(p_query)
      then private.whole_figures(p_workspace_id)
      else private.queried_figures(p_workspace_id, p_query) end
  );
end $$;

create or replace function private.column_pages(
  p_topics text[], p_stage_ids uuid[], p_after_rank text, p_limit integer
) returns jsonb
-- Beside many small workspaces a large column is expected to be small too, and would be read whole
-- and sorted; without bitmap scans only the index in the order of the column is left.
language plpgsql stable set search_path = '' set enable_bitmapscan = off
set plan_cache_mode = force_generic_plan as $$
begin
  -- All columns in one statement: policies ask once a statement what the caller may see.
  return (
    select coalesce(jsonb_object_agg(s.id, first.cards), '{}')
    from unnest(p_stage_ids) s (id) cross join lateral (
      select coalesce(jsonb_agg(private.card(page.o, customer.name) order by (page.o).rank), '[]') as cards
      from (
        -- Each topic gives its first rows from the index; what others may see is never read.
        -- The rank is a bare parameter: under policies a coalesce would not reach the index. The
        -- columns are compared as a row, because as equalities the first two would also allow a
        -- walk along the whole stage, through everybody's cards.
        select o from unnest(p_topics) t cross join lateral (
          select o from public.opportunities o
          where (o.topic, o.stage_id, o.rank) > (t, s.id, p_after_rank collate "C")
            and (o.topic, o.stage_id, o.rank) < (t, s.id, '~' collate "C")
          order by o.topic, o.stage_id, o.rank limit p_limit
        ) first_of_topic
        order by (o).rank limit p_limit
      ) page
      -- One by one: the planner does not know how short a page is, and a plain join would read the
      -- parties of every workspace, once a column.
      cross join lateral (
        select p.name from public.parties p where p.id = (page.o).customer_id limit 1
      ) customer
    ) first
  );
end $$;

comment on function private.column_pages(text[], uuid[], text, integer) is
  'The next cards of each column below a rank, by stage; an empty rank starts at the top.';
revoke execute on function private.column_pages(text[], uuid[], text, integer) from public;
grant execute on function private.column_pages(text[], uuid[], text, integer) to authenticated;

create or replace function private.first_pages(
  p_workspace_id uuid, p_topics text[], p_query jsonb, p_figures jsonb, p_limit integer
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if private.is_whole_board(p_query) then
    return private.column_pages(p_topics, array(
      select s.id from public.stages s where s.workspace_id = p_workspace_id and s.retired_at is null
    ), '', p_limit);
  end if;
  -- The figures know which columns hold something; only those are read.
  return (
    select coalesce(jsonb_object_agg(c.key, private.queried_column(p_topics, p_query, c.key, '', p_limit)), '{}')
    from (select distinct f ->> 'column' as key from jsonb_array_elements(p_figures) f) c
  );
end $$;

create or replace function public.board_page(
  p_workspace_id uuid, p_column text, p_after text, p_page_size integer default 50, p_query jsonb default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  size integer := least(greatest(p_page_size, 1), 200);
begin
  return jsonb_build_object(
    'heads', private.board_heads(p_workspace_id),
    'cards', case when private.is_whole_board(p_query)
      then private.column_pages(
        topics, array[p_column::uuid], split_part(coalesce(p_after, ''), ' ', 1), size) -> p_column::uuid::text
      else private.queried_column(topics, p_query, p_column, coalesce(p_after, ''), size) end
  );
end $$;

drop function private.column_page(text[], uuid, text, integer);

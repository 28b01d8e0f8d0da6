-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP FUNCTION "private"."board_frame"(uuid);

DROP FUNCTION "private"."weight"(public.opportunities);

DROP FUNCTION "public"."board_page"(uuid, uuid, text, integer);

DROP FUNCTION "public"."catch_up"(uuid, jsonb);

DROP FUNCTION "public"."open_board"(uuid, integer);

CREATE OR REPLACE FUNCTION private.board_frame(p_workspace_id uuid, p_query jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
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
  )
$function$;

ALTER FUNCTION "private"."board_frame"(uuid, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.card(p_opportunity public.opportunities, p_customer_name text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
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
  )
$function$;

CREATE OR REPLACE FUNCTION private.column_key_sql(p_query jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case p_query ->> 'group'
    when 'owner' then 'coalesce(o.owner_id::text, ''none'')'
    when 'month' then format($sql$case
      when o.expected_close_on is null then 'none'
      when o.expected_close_on < %1$L::date then 'past'
      when o.expected_close_on >= %1$L::date + interval '6 months' then 'later'
      else to_char(o.expected_close_on, 'YYYY-MM') end$sql$, private.first_of_month(p_query))
    else 'o.stage_id::text'
  end
$function$;

ALTER FUNCTION "private"."column_key_sql"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.contract(p_folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
  select replace(replace(replace(p_folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$function$;

ALTER FUNCTION "private"."contract"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.diff(p_before jsonb, p_after jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select coalesce(
    jsonb_object_agg(a.key, case a.key
      when 'amount' then jsonb_build_array(private.exact(p_before -> a.key), private.exact(a.value))
      else jsonb_build_array(p_before -> a.key, a.value)
    end), '{}'::jsonb)
  from jsonb_each(p_after) a
  where p_before -> a.key is distinct from a.value
    and a.key not in ('version', 'updated_at', 'topic', 'match_name', 'search_name', 'last_activity_at')
$function$;

CREATE OR REPLACE FUNCTION private.first_of_month(p_query jsonb)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select date_trunc('month', (p_query ->> 'today')::date::timestamp)::date
$function$;

ALTER FUNCTION "private"."first_of_month"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.first_pages(p_workspace_id uuid, p_topics text[], p_query jsonb, p_figures jsonb, p_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if private.is_whole_board(p_query) then
    return (
      select coalesce(jsonb_object_agg(s.id, private.column_page(p_topics, s.id, '', p_limit)), '{}')
      from public.stages s where s.workspace_id = p_workspace_id and s.retired_at is null
    );
  end if;
  -- The figures know which columns hold something; only those are read.
  return (
    select coalesce(jsonb_object_agg(c.key, private.queried_column(p_topics, p_query, c.key, '', p_limit)), '{}')
    from (select distinct f ->> 'column' as key from jsonb_array_elements(p_figures) f) c
  );
end $function$;

ALTER FUNCTION "private"."first_pages"(uuid, text[], jsonb, jsonb, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.fold(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
  select replace(replace(lower(
    regexp_replace(normalize(p_text, nfd), '[\u0300-\u036f]', '', 'g') collate pg_catalog.pg_c_utf8
  ), 'ß', 'ss'), 'ς', 'σ')
$function$;

ALTER FUNCTION "private"."fold"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.in_column_sql(p_query jsonb, p_column text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case
    when p_query ->> 'group' = 'stage' then format('o.stage_id = %L::uuid', p_column)
    when p_query ->> 'group' = 'owner' and p_column = 'none' then 'o.owner_id is null'
    when p_query ->> 'group' = 'owner' then format('o.owner_id = %L::uuid', p_column)
    when p_column = 'none' then 'o.expected_close_on is null'
    when p_column = 'past' then format('o.expected_close_on < %L::date', private.first_of_month(p_query))
    when p_column = 'later' then
      format('o.expected_close_on >= %L::date', private.first_of_month(p_query) + interval '6 months')
    else format('o.expected_close_on >= %1$L::date and o.expected_close_on < %1$L::date + interval ''1 month''',
      p_column || '-01')
  end
$function$;

ALTER FUNCTION "private"."in_column_sql"(jsonb, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_whole_board(p_query jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select p_query is null
    or (p_query ->> 'group' = 'stage' and coalesce(p_query -> 'condition', '{}') = '{}')
$function$;

ALTER FUNCTION "private"."is_whole_board"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.one_of_sql(p_column text, p_type text, p_list jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when p_list is null then '' else format(' and (%1$s = any (%2$L::%3$s[])%4$s)',
    p_column, array_remove(private.texts(p_list), 'none'), p_type,
    case when p_list ? 'none' then format(' or %s is null', p_column) end)
  end
$function$;

ALTER FUNCTION "private"."one_of_sql"(text, text, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.prepare_opportunity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.publish_opportunities(p_before public.opportunities[], p_after public.opportunities[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.queried_column(p_topics text[], p_query jsonb, p_column text, p_after text, p_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  is_by_rank boolean := p_query ->> 'group' = 'stage';
  place text := case when is_by_rank then 'o.rank' else 'coalesce(o.expected_close_on, ''infinity'')' end;
  start text := split_part(p_after, ' ', 1);
  below text := case
    when start = '' then ''
    when is_by_rank then format(' and o.rank > %L collate "C"', start)
    else format(' and (%s, o.id) > (%L::date, %L::uuid)', place,
      case when start = '~' then 'infinity' else start end, split_part(p_after, ' ', 2))
  end;
  cards jsonb;
begin
  execute format($sql$
    select coalesce(jsonb_agg(private.card(page.o, page.customer_name)), '[]')
    from (
      select o, p.name as customer_name from public.opportunities o
      join public.stages s on s.id = o.stage_id
      join public.parties p on p.id = o.customer_id
      where o.topic = any ($1) and %s and %s%s
      order by %s, o.id limit $2
    ) page $sql$, private.in_column_sql(p_query, p_column), private.shown_sql(p_query), below, place)
  into cards using p_topics, p_limit;
  return cards;
end $function$;

ALTER FUNCTION "private"."queried_column"(text[], jsonb, text, text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.queried_figures(p_workspace_id uuid, p_query jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  figures jsonb;
begin
  execute format($sql$
    select coalesce(jsonb_agg(jsonb_build_object(
      'column', f.key, 'currency', f.currency, 'count', f.count,
      'amount', trim_scale(f.amount)::text, 'weighted', trim_scale(f.weighted)::text)), '[]')
    from (
      select %s as key, o.currency, count(*) as count, coalesce(sum(o.amount), 0) as amount,
        coalesce(sum(o.amount * coalesce(o.probability, s.probability)), 0) * 0.01 as weighted
      from public.opportunities o
      join public.stages s on s.id = o.stage_id
      %s
      where o.topic = any ($1) and %s
      group by 1, 2
    ) f $sql$, private.column_key_sql(p_query),
    -- Reading every customer would cost more than all the rest.
    case when p_query -> 'condition' ? 'text' then 'join public.parties p on p.id = o.customer_id' end,
    private.shown_sql(p_query))
  into figures using array(select private.my_topics_in(p_workspace_id));
  return figures;
end $function$;

ALTER FUNCTION "private"."queried_figures"(uuid, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.search_name(p_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
  select f || E'\n' || private.contract(f) from private.fold(p_name) f
$function$;

ALTER FUNCTION "private"."search_name"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.shown_sql(p_query jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  wanted jsonb := coalesce(p_query -> 'condition', '{}');
  today date := p_query ->> 'today';
  sought text := private.fold(wanted ->> 'text');
  found_in text := '(strpos(%1$s, %2$L) > 0 or strpos(%1$s, %3$L) > 0)';
begin
  return 's.retired_at is null'
    || case when p_query ->> 'group' <> 'stage' or wanted ? 'signals' then ' and s.kind = ''open''' else '' end
    || private.one_of_sql('o.owner_id', 'uuid', wanted -> 'ownerIds')
    || private.one_of_sql('o.team_id', 'uuid', wanted -> 'teamIds')
    || private.one_of_sql('o.source', 'text', wanted -> 'sources')
    || case when wanted ? 'signals' then ' and (' || coalesce((
        select string_agg(private.signal_sql(w, today), ' or ') from unnest(private.texts(wanted -> 'signals')) w
      ), 'false') || ')' else '' end
    || case when wanted ? 'amountFrom' then format(' and o.amount >= %L::numeric', wanted ->> 'amountFrom') else '' end
    || case when wanted ? 'amountTo' then format(' and o.amount <= %L::numeric', wanted ->> 'amountTo') else '' end
    || case when wanted ? 'closeFrom' then format(' and o.expected_close_on >= %L::date', wanted ->> 'closeFrom') else '' end
    || case when wanted ? 'closeTo' then format(' and o.expected_close_on <= %L::date', wanted ->> 'closeTo') else '' end
    || case when wanted ? 'noClose' then ' and o.expected_close_on is null' else '' end
    || case when sought is null then '' else ' and (' ||
        format(found_in, 'o.search_name', sought, private.contract(sought)) || ' or ' ||
        format(found_in, 'p.search_name', sought, private.contract(sought)) || ')' end;
end $function$;

ALTER FUNCTION "private"."shown_sql"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.signal_sql(p_signal text, p_today date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case p_signal
    when 'overdue' then format('o.next_step_on < %L::date', p_today)
    when 'today' then format('o.next_step_on = %L::date', p_today)
    when 'later' then format(
      '(o.next_step_on > %L::date or (o.next_step_on is null and o.next_step is not null))', p_today)
    when 'missing' then '(o.next_step_on is null and o.next_step is null)'
    else 'false'
  end
$function$;

ALTER FUNCTION "private"."signal_sql"(text, date) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.texts(p_list jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(t), '{}') from jsonb_array_elements_text(p_list) t
$function$;

ALTER FUNCTION "private"."texts"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.whole_figures(p_workspace_id uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
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
$function$;

ALTER FUNCTION "private"."whole_figures"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.board_page(p_workspace_id uuid, p_column text, p_after text, p_page_size integer DEFAULT 50, p_query jsonb DEFAULT NULL::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  size integer := least(greatest(p_page_size, 1), 200);
begin
  return jsonb_build_object(
    'heads', private.board_heads(p_workspace_id),
    'cards', case when private.is_whole_board(p_query)
      then private.column_page(topics, p_column::uuid, split_part(coalesce(p_after, ''), ' ', 1), size)
      else private.queried_column(topics, p_query, p_column, coalesce(p_after, ''), size) end
  );
end $function$;

ALTER FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.catch_up(p_workspace_id uuid, p_cursors jsonb, p_query jsonb DEFAULT NULL::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  heads jsonb := private.board_heads(p_workspace_id);
  missed record;
begin
  -- Another set of topics means another visibility: what was held is no longer the right selection.
  if heads is null or p_cursors is null
    or exists (select 1 from jsonb_object_keys(heads) t where not p_cursors ? t)
    or exists (select 1 from jsonb_object_keys(p_cursors) t where not heads ? t)
  then
    return jsonb_build_object('status', 'stale');
  end if;
  select
    coalesce(bool_or(l.ids is null), false) as unnamed,
    coalesce(array_agg(distinct i.id) filter (where l.entity in ('opportunity', 'communication')), '{}') as opportunity_ids,
    coalesce(array_agg(distinct i.id) filter (where l.entity = 'party'), '{}') as party_ids
  into missed
  from jsonb_each_text(p_cursors) c
  join public.change_log l on l.topic = c.key and l.seq > c.value::bigint
  left join lateral unnest(l.ids) i (id) on true;
  if missed.unnamed
    or cardinality(missed.opportunity_ids) + cardinality(missed.party_ids) > 500
    -- A new name may have let cards in, or out, that did not change themselves.
    or p_query -> 'condition' ? 'text' and cardinality(missed.party_ids) > 0
    or exists (
      select 1 from jsonb_each_text(p_cursors) c
      -- Pruned, or ahead of the database, as after it was restored.
      where (heads ->> c.key)::bigint < c.value::bigint
        or (heads ->> c.key)::bigint > c.value::bigint and not exists (
          select 1 from public.change_log l where l.topic = c.key and l.seq = c.value::bigint + 1)
    )
  then
    return jsonb_build_object('status', 'stale');
  end if;
  return private.board_frame(p_workspace_id, p_query) || jsonb_build_object(
    'status', 'caught_up',
    'cards', (
      select coalesce(jsonb_agg(private.card(o, p.name)), '[]')
      from public.opportunities o join public.parties p on p.id = o.customer_id
      where o.id = any (missed.opportunity_ids)
    ),
    'goneIds', (
      select coalesce(jsonb_agg(i.id), '[]') from unnest(missed.opportunity_ids) i (id)
      where not exists (select 1 from public.opportunities o where o.id = i.id)
    ),
    'parties', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'name', p.name)), '[]')
      from public.parties p where p.workspace_id = p_workspace_id and p.id = any (missed.party_ids)
    )
  );
end $function$;

ALTER FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.open_board(p_workspace_id uuid, p_page_size integer DEFAULT 30, p_query jsonb DEFAULT NULL::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  frame jsonb;
begin
  if cardinality(topics) = 0 then
    raise exception 'workspace_not_found';
  end if;
  frame := private.board_frame(p_workspace_id, p_query);
  return frame || jsonb_build_object('columns', private.first_pages(
    p_workspace_id, topics, p_query, frame -> 'figures', least(greatest(p_page_size, 1), 200)));
end $function$;

ALTER FUNCTION "public"."open_board"(uuid, integer, jsonb) OWNER TO "postgres";

COMMENT ON FUNCTION "private"."board_frame"(uuid, jsonb) IS 'All of a board but its cards: heads, stages, members, teams, and figures over every card of each column.';

COMMENT ON FUNCTION "private"."card"(public.opportunities, text) IS 'The fields a board shows, as `cardSchema` in domain/board-card.ts reads them.';

COMMENT ON FUNCTION "private"."column_key_sql"(jsonb) IS 'Which column shows an opportunity, as `columnKeyOf` in domain/board-grouping.ts.';

COMMENT ON FUNCTION "private"."contract"(text) IS 'Umlauts written as two letters become one: what is folded of Mueller and of Müller is then the same.';

COMMENT ON FUNCTION "private"."first_of_month"(jsonb) IS 'The present month of a board by month.';

COMMENT ON FUNCTION "private"."first_pages"(uuid, text[], jsonb, jsonb, integer) IS 'The first cards of each column, by its key.';

COMMENT ON FUNCTION "private"."fold"(text) IS 'Text without accents and case, as `fold` in domain/search-text.ts.';

COMMENT ON FUNCTION "private"."in_column_sql"(jsonb, text) IS 'The condition of one column, such that an index may serve it.';

COMMENT ON FUNCTION "private"."is_whole_board"(jsonb) IS 'Everything by stage: for this the figures are kept and the cards lie in order.';

COMMENT ON FUNCTION "private"."one_of_sql"(text, text, jsonb) IS 'A condition on a column: one of the list, where "none" stands for null. Nothing without a list.';

COMMENT ON FUNCTION "private"."queried_column"(text[], jsonb, text, text, integer) IS 'The next cards of a column below a place, as `placeIn` in domain/board-grouping.ts; an empty place starts at the top.';

COMMENT ON FUNCTION "private"."queried_figures"(uuid, jsonb) IS 'Counts and exact sums of what a query shows, by column and currency.';

COMMENT ON FUNCTION "private"."search_name"(text) IS 'What a search looks for its words in: the name folded, and once more contracted.';

COMMENT ON FUNCTION "private"."shown_sql"(jsonb) IS 'The condition under which a board shows an opportunity o at a stage s of a customer p, as `isShown` in domain/board-match.ts. Every value is quoted; so each query is planned for what it asks.';

COMMENT ON FUNCTION "private"."signal_sql"(text, date) IS 'As `stepSignalOn` in domain/board-match.ts, for opportunities that are still open.';

COMMENT ON FUNCTION "private"."texts"(jsonb) IS 'A list of texts as SQL has them.';

COMMENT ON FUNCTION "private"."whole_figures"(uuid) IS 'The kept figures of all cards by stage.';

COMMENT ON FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) IS 'The next cards of one column below a place, by keyset.';

COMMENT ON FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) IS 'What changed since the numbers a board holds, read under the caller''s present policies and from one snapshot. Stale: too far behind, or another visibility; then open the board anew.';

COMMENT ON FUNCTION "public"."open_board"(uuid, integer, jsonb) IS 'The whole first sight of a board from one snapshot: frame and the first cards of each column by its key. Without a query it shows everything by stage.';

REVOKE ALL ON FUNCTION "private"."board_frame"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."board_frame"(uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."board_frame"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."board_frame"(uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."column_key_sql"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."column_key_sql"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."column_key_sql"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."column_key_sql"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."contract"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."contract"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."contract"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."contract"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."contract"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."first_of_month"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."first_of_month"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."first_of_month"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."first_of_month"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."first_pages"(uuid, text[], jsonb, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."first_pages"(uuid, text[], jsonb, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."first_pages"(uuid, text[], jsonb, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."first_pages"(uuid, text[], jsonb, jsonb, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."fold"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."fold"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."fold"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."fold"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."in_column_sql"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."in_column_sql"(jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."in_column_sql"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."in_column_sql"(jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_whole_board"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_whole_board"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_whole_board"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_whole_board"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."one_of_sql"(text, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."one_of_sql"(text, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."one_of_sql"(text, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."one_of_sql"(text, text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."queried_column"(text[], jsonb, text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."queried_column"(text[], jsonb, text, text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."queried_column"(text[], jsonb, text, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."queried_column"(text[], jsonb, text, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."queried_figures"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."queried_figures"(uuid, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."queried_figures"(uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."queried_figures"(uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_name"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."search_name"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."search_name"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_name"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_name"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."shown_sql"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."shown_sql"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."shown_sql"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."shown_sql"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."signal_sql"(text, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."signal_sql"(text, date) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."signal_sql"(text, date) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."signal_sql"(text, date) TO "postgres";

REVOKE ALL ON FUNCTION "private"."texts"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."texts"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."texts"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."texts"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."whole_figures"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."whole_figures"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."whole_figures"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."whole_figures"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."board_page"(uuid, text, text, integer, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."catch_up"(uuid, jsonb, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."open_board"(uuid, integer, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."open_board"(uuid, integer, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."open_board"(uuid, integer, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."open_board"(uuid, integer, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."open_board"(uuid, integer, jsonb) TO "service_role";

ALTER TABLE "public"."opportunities" ADD COLUMN "search_name" text GENERATED ALWAYS AS (private.search_name(name)) STORED;

COMMENT ON COLUMN "public"."opportunities"."search_name" IS 'The name as searches compare it.';

ALTER TABLE "public"."parties" ADD COLUMN "search_name" text GENERATED ALWAYS AS (private.search_name(name)) STORED;

COMMENT ON COLUMN "public"."parties"."search_name" IS 'The name as searches compare it.';

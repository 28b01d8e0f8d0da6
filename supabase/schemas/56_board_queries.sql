-- What a board may ask for: conditions on its opportunities, and columns by stage, owner or month.
-- A query is the `BoardQuery` of domain/board-query.ts; what it means there and here is the same.

create function private.is_whole_board(p_query jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return p_query is null
    or (p_query ->> 'group' = 'stage' and coalesce(p_query -> 'condition', '{}') = '{}');
end $$;
comment on function private.is_whole_board(jsonb) is
  'Everything by stage: for this the figures are kept and the cards lie in order.';

create function private.texts(p_list jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(t), '{}') from jsonb_array_elements_text(p_list) t
$$;
comment on function private.texts(jsonb) is 'A list of texts as SQL has them.';

create function private.one_of_sql(p_column text, p_type text, p_list jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when p_list is null then '' else format(' and (%1$s = any (%2$L::%3$s[])%4$s)',
    p_column, array_remove(private.texts(p_list), 'none'), p_type,
    case when p_list ? 'none' then format(' or %s is null', p_column) end)
  end
$$;
comment on function private.one_of_sql(text, text, jsonb) is
  'A condition on a column: one of the list, where "none" stands for null. Nothing without a list.';

create function private.signal_sql(p_signal text, p_today date) returns text
language sql immutable set search_path = '' as $$
  select case p_signal
    when 'overdue' then format('o.next_step_on < %L::date', p_today)
    when 'today' then format('o.next_step_on = %L::date', p_today)
    when 'later' then format(
      '(o.next_step_on > %L::date or (o.next_step_on is null and o.next_step is not null))', p_today)
    when 'missing' then '(o.next_step_on is null and o.next_step is null)'
    else 'false'
  end
$$;
comment on function private.signal_sql(text, date) is
  'As `stepSignalOn` in domain/board-match.ts, for opportunities that are still open.';

create function private.shown_sql(p_query jsonb) returns text
language plpgsql immutable set search_path = '' as $$
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
end $$;
comment on function private.shown_sql(jsonb) is
  'The condition under which a board shows an opportunity o at a stage s of a customer p, as `isShown` in domain/board-match.ts. Every value is quoted; so each query is planned for what it asks.';

create function private.first_of_month(p_query jsonb) returns date
language sql immutable set search_path = '' as $$
  select date_trunc('month', (p_query ->> 'today')::date::timestamp)::date
$$;
comment on function private.first_of_month(jsonb) is 'The present month of a board by month.';

create function private.column_key_sql(p_query jsonb) returns text
language sql immutable set search_path = '' as $$
  select case p_query ->> 'group'
    when 'owner' then 'coalesce(o.owner_id::text, ''none'')'
    when 'month' then format($sql$case
      when o.expected_close_on is null then 'none'
      when o.expected_close_on < %1$L::date then 'past'
      when o.expected_close_on >= %1$L::date + interval '6 months' then 'later'
      else to_char(o.expected_close_on, 'YYYY-MM') end$sql$, private.first_of_month(p_query))
    else 'o.stage_id::text'
  end
$$;
comment on function private.column_key_sql(jsonb) is
  'Which column shows an opportunity, as `columnKeyOf` in domain/board-grouping.ts.';

create function private.in_column_sql(p_query jsonb, p_column text) returns text
language sql immutable set search_path = '' as $$
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
$$;
comment on function private.in_column_sql(jsonb, text) is
  'The condition of one column, such that an index may serve it.';

create function private.queried_figures(p_workspace_id uuid, p_query jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.queried_figures(uuid, jsonb) is
  'Counts and exact sums of what a query shows, by column and currency.';

create function private.queried_column(
  p_topics text[], p_query jsonb, p_column text, p_after text, p_limit integer
) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.queried_column(text[], jsonb, text, text, integer) is
  'The next cards of a column below a place, as `placeIn` in domain/board-grouping.ts; an empty place starts at the top.';

grant execute on function private.is_whole_board(jsonb), private.texts(jsonb),
  private.one_of_sql(text, text, jsonb), private.signal_sql(text, date), private.shown_sql(jsonb),
  private.column_key_sql(jsonb), private.first_of_month(jsonb), private.in_column_sql(jsonb, text),
  private.queried_figures(uuid, jsonb), private.queried_column(text[], jsonb, text, text, integer)
  to authenticated;

-- The board is read in one call, from one snapshot: cards, figures and the numbers they belong to.

create function private.board_heads(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(t, coalesce(c.seq, 0))
    from private.my_topics_in(p_workspace_id) t left join public.topic_clocks c on c.topic = t
  );
end $$;
comment on function private.board_heads(uuid) is 'Each of the caller''s topics with its last number.';

create function private.whole_figures(p_workspace_id uuid) returns jsonb
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
comment on function private.whole_figures(uuid) is 'The kept figures of all cards by stage.';

create function private.board_frame(p_workspace_id uuid, p_query jsonb) returns jsonb
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
comment on function private.board_frame(uuid, jsonb) is
  'All of a board but its cards: heads, stages, members, teams, and figures over every card of each column.';

create function private.column_pages(
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
grant execute on function private.board_heads(uuid), private.whole_figures(uuid),
  private.board_frame(uuid, jsonb), private.column_pages(text[], uuid[], text, integer) to authenticated;

create function private.first_pages(
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
comment on function private.first_pages(uuid, text[], jsonb, jsonb, integer) is
  'The first cards of each column, by its key.';
grant execute on function private.first_pages(uuid, text[], jsonb, jsonb, integer) to authenticated;

create function public.open_board(
  p_workspace_id uuid, p_page_size integer default 30, p_query jsonb default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function public.open_board(uuid, integer, jsonb) is
  'The whole first sight of a board from one snapshot: frame and the first cards of each column by its key. Without a query it shows everything by stage.';

create function public.board_page(
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
comment on function public.board_page(uuid, text, text, integer, jsonb) is
  'The next cards of one column below a place, by keyset.';

create function public.board_heads(p_workspace_id uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.board_heads(p_workspace_id) $$;
comment on function public.board_heads(uuid) is 'What an open board compares its numbers with now and then.';

create function public.catch_up(p_workspace_id uuid, p_cursors jsonb, p_query jsonb default null) returns jsonb
language plpgsql stable set search_path = '' as $$
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
    coalesce(bool_or(l.entity = 'saved_view'), false) as saved_views,
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
    ),
    'savedViews', missed.saved_views
  );
end $$;
comment on function public.catch_up(uuid, jsonb, jsonb) is
  'What changed since the numbers a board holds, read under the caller''s present policies and from one snapshot. Stale: too far behind, or another visibility; then open the board anew.';

grant execute on function public.open_board(uuid, integer, jsonb),
  public.board_page(uuid, text, text, integer, jsonb), public.board_heads(uuid),
  public.catch_up(uuid, jsonb, jsonb) to authenticated;

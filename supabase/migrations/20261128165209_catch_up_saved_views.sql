-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

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
end $function$;

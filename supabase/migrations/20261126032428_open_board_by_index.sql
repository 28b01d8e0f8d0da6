-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE OR REPLACE FUNCTION private.column_page(p_topics text[], p_stage_id uuid, p_after_rank text, p_limit integer)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
 SET enable_bitmapscan TO 'off'
AS $function$
  select coalesce(jsonb_agg(private.card(page.o, customer.name) order by (page.o).rank), '[]')
  from (
    -- Each topic gives its first rows from the index; what others may see is never read.
    -- The rank is a bare parameter: under policies a coalesce would not reach the index. The columns
    -- are compared as a row, because as equalities the first two would also allow a walk along the
    -- whole stage, through everybody's cards.
    select o from unnest(p_topics) t cross join lateral (
      select o from public.opportunities o
      where (o.topic, o.stage_id, o.rank) > (t, p_stage_id, p_after_rank collate "C")
        and (o.topic, o.stage_id, o.rank) < (t, p_stage_id, '~' collate "C")
      order by o.topic, o.stage_id, o.rank limit p_limit
    ) first_of_topic
    order by (o).rank limit p_limit
  ) page
  -- One by one: the planner does not know how short a page is, and a plain join would read the
  -- parties of every workspace, once a column.
  cross join lateral (
    select p.name from public.parties p where p.id = (page.o).customer_id limit 1
  ) customer
$function$;

-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE OR REPLACE FUNCTION private.places_in_stage(p_stage_id uuid, p_ids uuid[], p_after_id uuid, p_before_id uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  free_rank text := private.place_in_stage(p_stage_id, p_ids[1], p_after_id, p_before_id);
  ranks text[] := array[free_rank];
begin
  for i in 2 .. cardinality(p_ids) loop
    free_rank := private.rank_between(free_rank, private.neighbour_rank(p_stage_id, free_rank, true));
    ranks := ranks || free_rank;
  end loop;
  return ranks;
end $function$;

ALTER FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.move_opportunities(p_ids uuid[], p_stage_id uuid, p_after_id uuid, p_before_id uuid, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  ranks text[];
  moved uuid[];
  refused uuid;
begin
  if p_ids is null or cardinality(p_ids) not between 1 and 200 then
    raise exception 'invalid_input';
  end if;
  if private.begin_mutation(p_mutation_id, p_ids[1]) then
    -- Column, then rows in one order: two who move the same cards wait for each other, never both.
    ranks := private.places_in_stage(p_stage_id, p_ids, p_after_id, p_before_id);
    perform from public.opportunities o where o.id = any (p_ids) order by o.id for update;
    with written as (
      update public.opportunities o set stage_id = p_stage_id, rank = m.rank
      from unnest(p_ids, ranks) m (id, rank) where o.id = m.id returning o.id
    )
    select array_agg(w.id) into moved from written w;
    select i into refused from unnest(p_ids) i where i <> all (coalesce(moved, '{}')) limit 1;
    if refused is not null then
      -- All or none: else whoever moved them together had to find out which stayed behind.
      perform private.refuse_opportunity(refused);
    end if;
  end if;
  return (
    select coalesce(jsonb_agg(private.card(o, p.name) order by o.rank), '[]')
    from public.opportunities o join public.parties p on p.id = o.customer_id
    where o.id = any (p_ids)
  );
end $function$;

ALTER FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) OWNER TO "postgres";

COMMENT ON FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) IS 'Free keys for several cards, one below the other, from where place_in_stage would put the first.';

COMMENT ON FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) IS 'Puts cards one below the other where move_opportunity would put one: all of them or none, in one write and one event a topic. Returns those the caller still sees.';

REVOKE ALL ON FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."places_in_stage"(uuid, uuid[], uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."move_opportunities"(uuid[], uuid, uuid, uuid, uuid) TO "service_role";

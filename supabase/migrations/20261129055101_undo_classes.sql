-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid);

CREATE OR REPLACE FUNCTION public.class_parties(p_workspace_id uuid, p_ids uuid[], p_class_code text, p_reason text, p_mutation_id uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  class public.party_classes;
  me uuid := private.my_member_id(p_workspace_id);
  moment timestamptz;
  classed uuid[];
begin
  select * into class from public.party_classes c where c.code = p_class_code;
  if not found then
    raise exception 'reference_not_found';
  end if;
  perform private.hold_parties(p_workspace_id, p_ids);
  if not private.begin_mutation(p_mutation_id, null) then
    return '{}';
  end if;
  -- One moment ends the old and begins the new: who takes the new one off knows what it took the place of.
  moment := clock_timestamp();
  if class.kind in ('VALUE', 'SIZE') then
    update public.party_classifications c
    set valid = tstzrange(lower(c.valid), greatest(moment, lower(c.valid) + interval '1 microsecond'))
    where c.workspace_id = p_workspace_id and c.party_id = any (p_ids) and c.class_kind = class.kind
      and c.class_code <> class.code and upper_inf(c.valid);
  end if;
  with put as (
    insert into public.party_classifications (workspace_id, party_id, class_code, class_kind, reason, valid, created_by)
    select p_workspace_id, w.id, class.code, class.kind, p_reason, tstzrange(moment, null), me
    from (select distinct i from unnest(p_ids) i) w (id)
    where not exists (
      select 1 from public.party_classifications c
      where c.workspace_id = p_workspace_id and c.party_id = w.id and c.class_code = class.code and upper_inf(c.valid)
    )
    returning id
  )
  select coalesce(array_agg(p.id), '{}') into classed from put p;
  return classed;
end $function$;

ALTER FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.unclass_parties(p_workspace_id uuid, p_ids uuid[], p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  party_ids uuid[];
  taken uuid[];
begin
  select array_agg(c.party_id) into party_ids from public.party_classifications c
  where c.workspace_id = p_workspace_id and c.id = any (p_ids);
  if coalesce(cardinality(party_ids), 0) < (select count(distinct i) from unnest(p_ids) i) then
    raise exception 'not_found';
  end if;
  perform private.hold_parties(p_workspace_id, party_ids);
  if not private.begin_mutation(p_mutation_id, null) then
    return;
  end if;
  with ended as (
    update public.party_classifications c
    set valid = tstzrange(lower(c.valid), greatest(clock_timestamp(), lower(c.valid) + interval '1 microsecond'))
    where c.workspace_id = p_workspace_id and c.id = any (p_ids) and upper_inf(c.valid)
    returning c.id
  )
  select array_agg(e.id) into taken from ended e;
  insert into public.party_classifications (workspace_id, party_id, class_code, class_kind, reason, valid, created_by)
  select p_workspace_id, b.party_id, b.class_code, b.class_kind, b.reason, tstzrange(clock_timestamp(), null),
    private.my_member_id(p_workspace_id)
  from public.party_classifications t
  join public.party_classifications b on b.workspace_id = t.workspace_id and b.party_id = t.party_id
    and b.class_kind = t.class_kind and upper(b.valid) = lower(t.valid)
  where t.workspace_id = p_workspace_id and t.id = any (taken) and t.class_kind in ('VALUE', 'SIZE');
end $function$;

ALTER FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) OWNER TO "postgres";

COMMENT ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) IS 'Classes parties from now on, those that are not yet; of sizes and values, the new one takes the place of the old. Answers the classifications that it put on, to undo it. May be repeated.';

COMMENT ON FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) IS 'Takes classifications off again that one act put on, and gives back the sizes and values that they took the place of. What was ended since stays as it is. May be repeated.';

REVOKE ALL ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."unclass_parties"(uuid, uuid[], uuid) TO "service_role";

-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

ALTER TABLE "public"."saved_views" ADD COLUMN "kind" text NOT NULL DEFAULT 'board'::text;

CREATE OR REPLACE FUNCTION private.few_parties(p_workspace_id uuid, p_wanted jsonb, p_roles text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
declare
  most constant integer := 10000;
  wanted text[] := private.texts(p_wanted -> 'classes');
  ids uuid[];
begin
  if p_wanted ? 'classes' then
    ids := array(
      select c.party_id from public.party_classifications c
      where c.workspace_id = p_workspace_id and c.class_code = any (wanted)
        and c.valid @> clock_timestamp() limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted ? 'roles' then
    ids := array(
      select r.party_id from public.party_roles r
      where r.workspace_id = p_workspace_id and r.role_code = any (p_roles)
        and r.valid @> current_date limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted -> 'ownerIds' is not null then
    wanted := private.texts(p_wanted -> 'ownerIds');
    ids := array(
      (select p.id from public.parties p
       where p.workspace_id = p_workspace_id and p.owner_id = any (array_remove(wanted, 'none')::uuid[])
       limit most + 1)
      union all
      (select p.id from public.parties p
       where 'none' = any (wanted) and p.workspace_id = p_workspace_id and p.owner_id is null
       limit most + 1));
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted ? 'sources' and not p_wanted -> 'sources' ? 'none' then
    wanted := private.texts(p_wanted -> 'sources');
    ids := array(
      select p.id from public.parties p
      where p.workspace_id = p_workspace_id and p.source = any (wanted) limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted -> 'blacklisted' = 'true' then
    ids := array(
      select p.id from public.parties p
      where p.workspace_id = p_workspace_id and p.is_blacklisted limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted -> 'statuses' = '["inactive"]' then
    ids := array(
      select p.id from public.parties p
      where p.workspace_id = p_workspace_id and p.status = 'inactive' limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."few_parties"(uuid, jsonb, text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.hold_parties(p_workspace_id uuid, p_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  held integer;
begin
  -- In one order, so that two who take overlapping selections wait instead of blocking each other.
  select count(*) into held from (
    select 1 from public.parties p
    where p.workspace_id = p_workspace_id and p.id = any (p_ids) order by p.id for no key update
  ) one;
  if held < (select count(distinct i) from unnest(p_ids) i) then
    raise exception 'party_not_found';
  end if;
end $function$;

ALTER FUNCTION "private"."hold_parties"(uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.listed_parties(p_workspace_id uuid, p_query jsonb, p_after jsonb, p_limit integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  wanted jsonb := coalesce(p_query -> 'condition', '{}');
  roles text[] := private.roles_below(private.texts(wanted -> 'roles'));
  words text[] := string_to_array(private.search_text(wanted ->> 'text'), ' ');
  few uuid[];
  is_descending boolean := coalesce((p_query ->> 'isDescending')::boolean, false);
  place text := case p_query ->> 'sort'
    when 'created' then 'p.created_at'
    when 'changed' then 'p.updated_at'
    else 'p.name collate "und-x-icu"' end;
  kind text := case when p_query ->> 'sort' in ('created', 'changed') then 'timestamptz' else 'text' end;
  direction text := case when is_descending then 'desc' else 'asc' end;
  ids uuid[];
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  if words is not null then
    few := private.parties_worded(p_workspace_id, words, 10001);
    if cardinality(few) > 10000 then
      few := null;
    end if;
  end if;
  if few is null then
    few := private.few_parties(p_workspace_id, wanted, roles);
  else
    -- They have the words already.
    words := null;
  end if;
  execute format('select array(select p.id from %s p where p.workspace_id = $1%s%s order by %s %s, p.id %s limit $2)',
    case when few is null then 'public.parties' else
      '(select f.* from public.parties f where f.workspace_id = $1 and f.id = any ($3) offset 0)' end,
    private.listed_sql(wanted, roles, words),
    case when p_after is null then '' else format(' and (%s, p.id) %s (%L::%s, %L::uuid)', place,
      case when is_descending then '<' else '>' end, p_after ->> 0, kind, p_after ->> 1) end,
    place, direction, direction)
  into ids using p_workspace_id, p_limit, few;
  return ids;
end $function$;

ALTER FUNCTION "private"."listed_parties"(uuid, jsonb, jsonb, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.listed_sql(p_wanted jsonb, p_roles text[], p_words text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return private.one_of_sql('p.kind', 'public.party_kind', p_wanted -> 'kinds')
    || private.one_of_sql('p.owner_id', 'uuid', p_wanted -> 'ownerIds')
    || private.one_of_sql('p.source', 'text', p_wanted -> 'sources')
    || private.one_of_sql('p.status', 'text', p_wanted -> 'statuses')
    || case when p_wanted ? 'blacklisted'
        then format(' and p.is_blacklisted = %L::boolean', p_wanted ->> 'blacklisted') else '' end
    || case when p_wanted ? 'roles' then format(
        ' and exists (select from public.party_roles r where r.workspace_id = p.workspace_id
          and r.party_id = p.id and r.role_code = any (%L::text[]) and r.valid @> current_date)', p_roles) else '' end
    || case when p_wanted ? 'classes' then format(
        ' and exists (select from public.party_classifications c where c.workspace_id = p.workspace_id
          and c.party_id = p.id and c.class_code = any (%L::text[]) and c.valid @> clock_timestamp())',
        private.texts(p_wanted -> 'classes')) else '' end
    || case when p_words = '{}' then ' and false' else coalesce((
        select string_agg(format(' and strpos('' '' || private.search_text(p.name), %L) > 0', ' ' || w), '')
        from unnest(p_words) w), '') end;
end $function$;

ALTER FUNCTION "private"."listed_sql"(jsonb, text[], text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.parties_worded(p_workspace_id uuid, p_words text[], p_limit integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
declare
  party_topic text := 'workspace:' || p_workspace_id;
  -- Fewer letters begin a word of nearly everybody.
  long_words text[] := array(select w from unnest(p_words) w where length(w) > 2);
begin
  if cardinality(long_words) < cardinality(p_words) or p_workspace_id not in (select private.my_workspace_ids()) then
    return null;
  end if;
  return array(
    select e.id from private.search_entries e
    where private.search_keys(e.kind, e.topic, e.words) @@ private.search_query('party', party_topic, p_words)
      and e.topic = party_topic and e.kind = 'party' limit p_limit);
end $function$;

ALTER FUNCTION "private"."parties_worded"(uuid, text[], integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_list_frame(p_workspace_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'heads', public.board_heads(p_workspace_id),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'isActive', m.deactivated_at is null)
        order by m.name, m.id), '[]')
      from public.members m where m.workspace_id = p_workspace_id
    ),
    'roleTypes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'parentCode', t.parent_code, 'name', t.name) order by t.code)
      from public.role_types t where t.workspace_id is null or t.workspace_id = p_workspace_id
    ),
    'classes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'kind', t.kind, 'name', t.name) order by t.code)
      from public.party_classes t where t.workspace_id is null or t.workspace_id = p_workspace_id
    )
  );
end $function$;

ALTER FUNCTION "private"."party_list_frame"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_rows(p_workspace_id uuid, p_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'version', p.version, 'kind', p.kind, 'name', p.name, 'ownerId', p.owner_id,
      'status', p.status, 'source', p.source, 'isBlacklisted', p.is_blacklisted,
      'createdAt', p.created_at, 'updatedAt', p.updated_at,
      'roles', (
        select coalesce(jsonb_agg(distinct r.role_code), '[]') from public.party_roles r
        where r.workspace_id = p_workspace_id and r.party_id = p.id and r.valid @> current_date
      ),
      'classes', (
        select coalesce(jsonb_agg(distinct c.class_code), '[]') from public.party_classifications c
        where c.workspace_id = p_workspace_id and c.party_id = p.id and c.valid @> clock_timestamp()
      ),
      'contact', (
        select coalesce(jsonb_object_agg(first.kind, jsonb_build_object('id', first.id, 'kind', first.kind,
          'value', first.value, 'extension', first.extension, 'address', first.address,
          'isPrimary', first.is_primary)), '{}')
        from (
          select distinct on (c.kind) c.* from public.contact_points c
          where c.workspace_id = p_workspace_id and c.party_id = p.id and c.valid @> current_date
            and c.kind in ('email', 'phone', 'postal')
          order by c.kind, c.is_primary desc, c.created_at, c.id
        ) first
      ),
      'openOpportunities', (
        select count(*) from public.opportunities o
        where o.workspace_id = p_workspace_id and (o.customer_id = p.id or o.contact_id = p.id)
          and o.closed_at is null
      )) order by wanted.n), '[]')
    from unnest(p_ids) with ordinality wanted (id, n)
    -- One by one: the planner does not know how few they are.
    cross join lateral (
      select * from public.parties p where p.workspace_id = p_workspace_id and p.id = wanted.id limit 1
    ) p
  );
end $function$;

ALTER FUNCTION "private"."party_rows"(uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.roles_below(p_codes text[])
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return array(
    with recursive wanted (code) as (
      select unnest(p_codes)
      union
      select t.code from wanted w join public.role_types t on t.parent_code = w.code
    )
    select code from wanted
  );
end $function$;

ALTER FUNCTION "private"."roles_below"(text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.assign_parties(p_workspace_id uuid, p_ids uuid[], p_owner_id uuid, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  before jsonb;
begin
  perform private.hold_parties(p_workspace_id, p_ids);
  if not private.begin_mutation(p_mutation_id, null) then
    return '[]';
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('ownerId', b.owner_id, 'ids', b.ids)), '[]') into before
  from (
    select p.owner_id, array_agg(p.id) as ids from public.parties p
    where p.workspace_id = p_workspace_id and p.id = any (p_ids) and p.owner_id is distinct from p_owner_id
    group by p.owner_id
  ) b;
  update public.parties p set owner_id = p_owner_id
  where p.workspace_id = p_workspace_id and p.id = any (p_ids) and p.owner_id is distinct from p_owner_id;
  return before;
end $function$;

ALTER FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.class_parties(p_workspace_id uuid, p_ids uuid[], p_class_code text, p_reason text, p_mutation_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  class public.party_classes;
  me uuid := private.my_member_id(p_workspace_id);
  classed integer;
begin
  select * into class from public.party_classes c where c.code = p_class_code;
  if not found then
    raise exception 'reference_not_found';
  end if;
  perform private.hold_parties(p_workspace_id, p_ids);
  if not private.begin_mutation(p_mutation_id, null) then
    return 0;
  end if;
  if class.kind in ('VALUE', 'SIZE') then
    update public.party_classifications c
    set valid = tstzrange(lower(c.valid), greatest(clock_timestamp(), lower(c.valid) + interval '1 microsecond'))
    where c.workspace_id = p_workspace_id and c.party_id = any (p_ids) and c.class_kind = class.kind
      and c.class_code <> class.code and upper_inf(c.valid);
  end if;
  insert into public.party_classifications (workspace_id, party_id, class_code, class_kind, reason, valid, created_by)
  select p_workspace_id, w.id, class.code, class.kind, p_reason, tstzrange(clock_timestamp(), null), me
  from (select distinct i from unnest(p_ids) i) w (id)
  where not exists (
    select 1 from public.party_classifications c
    where c.workspace_id = p_workspace_id and c.party_id = w.id and c.class_code = class.code and upper_inf(c.valid)
  );
  get diagnostics classed = row_count;
  return classed;
end $function$;

ALTER FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.count_parties(p_workspace_id uuid, p_query jsonb, p_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cardinality(private.listed_parties(p_workspace_id, p_query, null, p_most));
end $function$;

ALTER FUNCTION "public"."count_parties"(uuid, jsonb, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.parties_by_id(p_workspace_id uuid, p_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return private.party_rows(p_workspace_id, p_ids);
end $function$;

ALTER FUNCTION "public"."parties_by_id"(uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.party_page(p_workspace_id uuid, p_query jsonb, p_after jsonb, p_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  ids uuid[] := private.listed_parties(p_workspace_id, p_query, p_after, p_limit);
  page jsonb := private.party_rows(p_workspace_id, ids);
  place text := case p_query ->> 'sort' when 'created' then 'createdAt' when 'changed' then 'updatedAt' else 'name' end;
begin
  return jsonb_build_object(
    'rows', page,
    'next', case when cardinality(ids) = p_limit
      then jsonb_build_array(page -> -1 -> place, page -> -1 -> 'id') end,
    'frame', case when p_after is null then private.party_list_frame(p_workspace_id) end);
end $function$;

ALTER FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) OWNER TO "postgres";

ALTER TABLE "public"."saved_views" ADD CONSTRAINT "saved_views_kind_check" CHECK ((kind = ANY (ARRAY['board'::text, 'parties'::text])));

CREATE INDEX parties_blacklisted ON public.parties USING btree (workspace_id, id) WHERE is_blacklisted;

CREATE INDEX parties_by_change ON public.parties USING btree (workspace_id, updated_at, id);

CREATE INDEX parties_by_creation ON public.parties USING btree (workspace_id, created_at, id);

CREATE INDEX parties_by_name ON public.parties USING btree (workspace_id, name COLLATE "und-x-icu", id);

CREATE INDEX parties_inactive ON public.parties USING btree (workspace_id, id) WHERE (status = 'inactive'::text);

CREATE INDEX parties_source ON public.parties USING btree (workspace_id, source, id) WHERE (source IS NOT NULL);

CREATE INDEX party_classifications_classed ON public.party_classifications USING btree (workspace_id, class_code, party_id);

CREATE INDEX party_roles_players ON public.party_roles USING btree (workspace_id, role_code, party_id);

COMMENT ON COLUMN "public"."saved_views"."kind" IS 'Which screen they are of.';

COMMENT ON COLUMN "public"."saved_views"."parameters" IS 'Search parameters as `writeFilter` of domain/board-filter.ts and `writePartyFilter` of domain/party-filter.ts say them, "group=owner&q=Dach". Readers leave out what they do not know.';

COMMENT ON FUNCTION "private"."few_parties"(uuid, jsonb, text[]) IS 'The parties among which all that a condition shows are found, when one part of it is rare: then nobody walks along all others. Null when none is.';

COMMENT ON FUNCTION "private"."hold_parties"(uuid, uuid[]) IS 'Locks these parties until commit; fails when the caller does not see every one of them.';

COMMENT ON FUNCTION "private"."listed_parties"(uuid, jsonb, jsonb, integer) IS 'The next parties of a list after a place, [value sorted by, id]; from its beginning without one.';

COMMENT ON FUNCTION "private"."listed_sql"(jsonb, text[], text[]) IS 'The condition under which a list shows a party p. Every value is quoted; so each query is planned for what it asks.';

COMMENT ON FUNCTION "private"."parties_worded"(uuid, text[], integer) IS 'Parties in whose name words begin so, by the index of the search; null where it does not help.';

COMMENT ON FUNCTION "private"."party_list_frame"(uuid) IS 'What a list shows besides its rows: the numbers it is current at, and what its codes and ids stand for.';

COMMENT ON FUNCTION "private"."party_rows"(uuid, uuid[]) IS 'What a list shows of these parties, in their order; those that the caller may not see are left out. `partyRow` in domain/party-list.ts reads it.';

COMMENT ON FUNCTION "private"."roles_below"(text[]) IS 'These roles and all that stand below them: who is billed is a customer too.';

COMMENT ON FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) IS 'Gives parties to a member, or with null to nobody. Answers whose those were that changed, to undo it. May be repeated.';

COMMENT ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) IS 'Classes parties from now on, those that are not yet; of sizes and values, the new one takes the place of the old. Answers how many. May be repeated.';

COMMENT ON FUNCTION "public"."count_parties"(uuid, jsonb, integer) IS 'How many parties a list shows, counted no further than it is told.';

COMMENT ON FUNCTION "public"."parties_by_id"(uuid, uuid[]) IS 'The rows of a list anew, for those that changed.';

COMMENT ON FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) IS 'The rows of a list after a place, and the place after them: null behind the last. The first page brings the frame.';

COMMENT ON TABLE "public"."saved_views" IS 'Filters and layouts of the board, and of the list of parties, that members keep under a name, for themselves or for everybody.';

REVOKE ALL ON FUNCTION "private"."few_parties"(uuid, jsonb, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."few_parties"(uuid, jsonb, text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."few_parties"(uuid, jsonb, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."few_parties"(uuid, jsonb, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."hold_parties"(uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."hold_parties"(uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."hold_parties"(uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_parties"(uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."listed_parties"(uuid, jsonb, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."listed_parties"(uuid, jsonb, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."listed_parties"(uuid, jsonb, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."listed_parties"(uuid, jsonb, jsonb, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."listed_sql"(jsonb, text[], text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."listed_sql"(jsonb, text[], text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."listed_sql"(jsonb, text[], text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."listed_sql"(jsonb, text[], text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."parties_worded"(uuid, text[], integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."parties_worded"(uuid, text[], integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."parties_worded"(uuid, text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."parties_worded"(uuid, text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."party_list_frame"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_list_frame"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_list_frame"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_list_frame"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."party_rows"(uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_rows"(uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_rows"(uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_rows"(uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."roles_below"(text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."roles_below"(text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."roles_below"(text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."roles_below"(text[]) TO "postgres";

REVOKE ALL ON FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."assign_parties"(uuid, uuid[], uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."class_parties"(uuid, uuid[], text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."count_parties"(uuid, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."count_parties"(uuid, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."count_parties"(uuid, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."count_parties"(uuid, jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."count_parties"(uuid, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "public"."parties_by_id"(uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."parties_by_id"(uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."parties_by_id"(uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."parties_by_id"(uuid, uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."parties_by_id"(uuid, uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."party_page"(uuid, jsonb, jsonb, integer) TO "service_role";

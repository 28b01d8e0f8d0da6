-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP FUNCTION "private"."found_communication"(uuid, text[]);

DROP FUNCTION "private"."found_lead"(uuid);

DROP FUNCTION "private"."found_opportunity"(uuid);

DROP FUNCTION "private"."found_party"(uuid, uuid, uuid);

DROP FUNCTION "private"."known_candidates"(uuid, text, integer);

DROP FUNCTION "private"."named_candidates"(text[], text[], integer);

DROP FUNCTION "private"."reached_candidates"(uuid, text[], text, integer);

DROP FUNCTION "private"."said_candidates"(text[], text[], integer);

DROP FUNCTION "private"."search_candidates"(uuid, text, integer);

DROP FUNCTION "private"."worded_candidates"(text[], text[], integer);

CREATE TYPE "private"."search_candidate" AS ("kind" text, "id" uuid, "score" integer, "contact_point_id" uuid, "external_id" uuid);

ALTER TYPE "private"."search_candidate" OWNER TO "postgres";

CREATE TYPE "private"."search_name" AS ("kind" text, "id" uuid, "words" text);

ALTER TYPE "private"."search_name" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_communications(p_hits private.search_candidate[], p_words text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'communication', 'id', c.id, 'title', coalesce(c.subject, ''),
      'excerpt', private.excerpt(coalesce(c.body, ''), p_words), 'typeCode', c.type_code,
      'occurredAt', c.occurred_at, 'opportunityId', o.id, 'leadId', l.id, 'about', coalesce(o.name, p.name))
      order by h.place), '[]')
    from unnest(p_hits) with ordinality h (kind, id, score, contact_point_id, external_id, place)
    join public.communications c on c.id = h.id
    left join public.opportunities o on o.id = c.opportunity_id
    left join public.leads l on l.id = c.lead_id
    left join public.parties p on p.id = l.party_id
    where h.kind = 'communication'
  );
end $function$;

ALTER FUNCTION "private"."found_communications"(private.search_candidate[], text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_leads(p_hits private.search_candidate[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'lead', 'id', l.id, 'title', p.name, 'partyKind', p.kind,
      'isBlacklisted', p.is_blacklisted, 'company', g.name, 'status', l.status, 'createdAt', l.created_at)
      order by h.place), '[]')
    from unnest(p_hits) with ordinality h (kind, id, score, contact_point_id, external_id, place)
    join public.leads l on l.id = h.id
    join public.parties p on p.id = l.party_id
    left join public.parties g on g.id = l.organization_id
    where h.kind = 'lead'
  );
end $function$;

ALTER FUNCTION "private"."found_leads"(private.search_candidate[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_opportunities(p_hits private.search_candidate[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'opportunity', 'id', o.id, 'title', o.name, 'customer', c.name,
      'isBlacklisted', o.customer_blacklisted, 'stage', s.name, 'stageKind', s.kind,
      'amount', trim_scale(o.amount)::text, 'currency', o.currency) order by h.place), '[]')
    from unnest(p_hits) with ordinality h (kind, id, score, contact_point_id, external_id, place)
    join public.opportunities o on o.id = h.id
    join public.parties c on c.id = o.customer_id
    join public.stages s on s.id = o.stage_id
    where h.kind = 'opportunity'
  );
end $function$;

ALTER FUNCTION "private"."found_opportunities"(private.search_candidate[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_parties(p_hits private.search_candidate[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'party', 'id', p.id, 'title', p.name, 'partyKind', p.kind,
      'isBlacklisted', p.is_blacklisted,
      'company', private.company_name(p.workspace_id, p.id),
      'contactPoint', (
        select jsonb_build_object('kind', c.kind, 'value', c.value)
        from public.contact_points c where c.id = h.contact_point_id
      ),
      'externalId', (
        select jsonb_build_object('system', e.system, 'value', e.value)
        from public.party_external_ids e where e.id = h.external_id
      )) order by h.place), '[]')
    from unnest(p_hits) with ordinality h (kind, id, score, contact_point_id, external_id, place)
    join public.parties p on p.id = h.id
    where h.kind = 'party'
  );
end $function$;

ALTER FUNCTION "private"."found_parties"(private.search_candidate[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.known_candidates(p_workspace_id uuid, p_text text, p_limit integer)
 RETURNS SETOF private.search_candidate
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  start text := lower(trim(p_text));
begin
  if length(start) < 2 then
    return;
  end if;
  return query
  select 'party', e.party_id, case when lower(e.value) = start then 5 else 2 end, null::uuid, e.id
  from public.party_external_ids e
  where e.workspace_id = p_workspace_id
    and lower(e.value) collate "C" >= start collate "C"
    and lower(e.value) collate "C" < start || E'\U0010ffff' collate "C"
  order by lower(e.value) collate "C" limit p_limit;
end $function$;

ALTER FUNCTION "private"."known_candidates"(uuid, text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.latest_hits(p_candidates private.search_candidate[], p_size integer)
 RETURNS private.search_candidate[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return array(
    with near as (
      select c.*, row_number() over (partition by c.kind order by c.score desc, c.n) as place
      from (
        select distinct on (r.kind, r.id) r.*
        from unnest(p_candidates) with ordinality r (kind, id, score, contact_point_id, external_id, n)
        order by r.kind, r.id, r.score desc
      ) c
    ), dated as (
      select n.kind, n.id, n.score, n.contact_point_id, n.external_id,
        row_number() over (partition by n.kind order by n.score desc, t.at desc, n.id) as place
      from near n
      -- One by one by their keys; what the policies hide falls away.
      cross join lateral (
        select p.updated_at as at from public.parties p where n.kind = 'party' and p.id = n.id
        union all
        select l.updated_at from public.leads l where n.kind = 'lead' and l.id = n.id
        union all
        select coalesce(o.last_activity_at, o.updated_at) from public.opportunities o
        where n.kind = 'opportunity' and o.id = n.id
        union all
        select c.occurred_at from public.communications c where n.kind = 'communication' and c.id = n.id
        limit 1
      ) t
      where n.place <= p_size * 5
    )
    select row(d.kind, d.id, d.score, d.contact_point_id, d.external_id)::private.search_candidate
    from dated d where d.place <= p_size order by d.place
  );
end $function$;

ALTER FUNCTION "private"."latest_hits"(private.search_candidate[], integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.named_candidates(p_topics text[], p_words text[], p_limit integer)
 RETURNS SETOF private.search_name
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  said text := array_to_string(p_words, ' ');
  others text[] := array(select '% ' || w || '%' from unnest(p_words) w);
begin
  return query
  select distinct e.kind, e.id, e.words
  from unnest(p_topics) t (topic)
  cross join (values ('party'), ('lead'), ('opportunity')) k (kind)
  cross join (select distinct w from unnest(p_words || said) w) s (start)
  cross join lateral (
    select f.* from (
      select b.* from private.search_entries b
      where left(md5(b.kind || b.topic), 6) = left(md5(k.kind || t.topic), 6)
        and left(b.words, 80) collate "C" >= s.start collate "C"
        and left(b.words, 80) collate "C" < s.start || E'\U0010ffff' collate "C"
      order by left(b.words, 80) collate "C" limit p_limit * 5
    ) f
    where ' ' || f.words like all (others) and f.topic = t.topic and f.kind = k.kind
    limit p_limit
  ) e;
end $function$;

ALTER FUNCTION "private"."named_candidates"(text[], text[], integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.nearest_names(p_names private.search_name[], p_text text, p_words text[], p_limit integer)
 RETURNS SETOF private.search_candidate
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  whole_words text[] := array(select '% ' || w || ' %' from unnest(p_words) w);
begin
  return query
  select s.kind, s.id, s.score, null::uuid, null::uuid
  from (
    select n.kind, n.id, c.score,
      row_number() over (partition by n.kind order by c.score desc, n.place) as place
    from unnest(p_names) with ordinality n (kind, id, words, place)
    cross join lateral (
      select case
        when n.words = p_text then 5
        when starts_with(n.words, p_text) then 4
        when ' ' || n.words || ' ' like all (whole_words) then 3
        else 1 end as score
    ) c
  ) s
  where s.place <= p_limit;
end $function$;

ALTER FUNCTION "private"."nearest_names"(private.search_name[], text, text[], integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.reached_candidates(p_workspace_id uuid, p_words text[], p_text text, p_limit integer)
 RETURNS SETOF private.search_candidate
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  digits text := regexp_replace(replace(p_text, '(0)', ''), '[^0-9]', '', 'g');
  number text;
begin
  if p_text ~ '[^-+0-9()/.\s\u2010-\u2015]' or length(digits) < 4 then
    number := null;
  elsif p_text ~ '^\s*(\+|00)' then
    number := '+' || ltrim(digits, '0') || '%';
  else
    -- As it is dialled at home: the country is not known, and its zero is not stored.
    number := '%' || ltrim(digits, '0') || '%';
  end if;
  return query
  select 'party', c.party_id, 2, c.id, null::uuid
  from (
    (select p.* from public.contact_points p
    where number is not null and p.kind = 'phone' and p.workspace_id = p_workspace_id and p.value like number
    limit p_limit)
    union all
    (select p.* from public.contact_points p
    where p.kind <> 'phone' and private.search_keys('contact_point', p.workspace_id::text, private.search_text(p.value))
      @@ private.search_query('contact_point', p_workspace_id::text, p_words)
      and (cardinality(p_words) > 1 or length(p_words[1]) > 2)
    limit p_limit)
  ) c
  where c.workspace_id = p_workspace_id and c.valid @> current_date;
end $function$;

ALTER FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.said_candidates(p_topics text[], p_words text[], p_limit integer)
 RETURNS SETOF private.search_candidate
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  long_words text[] := array(select w from unnest(p_words) w where w !~ '^[a-z0-9]{1,2}$');
begin
  if cardinality(long_words) = 0 then
    return;
  end if;
  return query
  select 'communication', said.id, 1, null::uuid, null::uuid
  from unnest(p_topics) t (topic)
  cross join lateral (
    select c.id, c.topic, c.occurred_at from public.communications c
    where private.search_keys('communication', c.topic,
      private.search_text(coalesce(c.subject, '') || ' ' || coalesce(c.body, '')))
      @@ private.search_query('communication', t.topic, long_words)
    limit p_limit
  ) said
  where said.topic = t.topic
  order by said.occurred_at desc;
end $function$;

ALTER FUNCTION "private"."said_candidates"(text[], text[], integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.search_candidates(p_workspace_id uuid, p_text text, p_limit integer, OUT candidates private.search_candidate[], OUT words text[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  said text := private.search_text(left(p_text, 500));
  names private.search_name[];
begin
  words := array(
    select w from unnest(string_to_array(said, ' ')) with ordinality a (w, n)
    group by w order by min(n) limit 12);
  -- No topics, no workspace: whoever is no member finds nothing.
  if cardinality(topics) = 0 then
    return;
  end if;
  candidates := array(select k from private.known_candidates(p_workspace_id, p_text, p_limit) k);
  if cardinality(words) > 0 then
    candidates := candidates
      || array(select r from private.reached_candidates(p_workspace_id, words, p_text, p_limit) r)
      || array(select s from private.said_candidates(topics, words, p_limit * 3) s);
    names := array(select n from private.named_candidates(topics, words, p_limit) n);
    if cardinality(names) < p_limit then
      names := names || array(select n from private.worded_candidates(topics, words, p_limit * 3) n);
    end if;
    if cardinality(candidates) + cardinality(names) = 0 then
      words := array(select private.similar_words(p_workspace_id, w) from unnest(words) w);
      names := array(select n from private.worded_candidates(topics, words, p_limit * 3) n);
      candidates := array(select s from private.said_candidates(topics, words, p_limit * 3) s);
    end if;
    candidates := candidates || array(select n from private.nearest_names(names, said, words, p_limit) n);
  end if;
end $function$;

ALTER FUNCTION "private"."search_candidates"(uuid, text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.worded_candidates(p_topics text[], p_words text[], p_limit integer)
 RETURNS SETOF private.search_name
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  -- The lists of single letters are as long as the table; pictures and the signs of Chinese are rarer.
  long_words text[] := array(select w from unnest(p_words) w where w !~ '^[a-z0-9]$');
  letters text[] := array(select '% ' || w || '%' from unnest(p_words) w where w ~ '^[a-z0-9]$');
begin
  if cardinality(long_words) = 0 then
    return;
  end if;
  return query
  select e.kind, e.id, e.words
  from unnest(p_topics) t (topic)
  cross join (values ('party'), ('lead'), ('opportunity')) k (kind)
  cross join lateral (
    select b.* from private.search_entries b
    where private.search_keys(b.kind, b.topic, b.words) @@ private.search_query(k.kind, t.topic, long_words)
    limit p_limit
  ) e
  where e.topic = t.topic and e.kind = k.kind and ' ' || e.words like all (letters);
end $function$;

ALTER FUNCTION "private"."worded_candidates"(text[], text[], integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.search(p_workspace_id uuid, p_text text, p_limit integer DEFAULT 6)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  found record := private.search_candidates(p_workspace_id, p_text, 60);
  hits private.search_candidate[] := private.latest_hits(
    found.candidates, least(greatest(coalesce(p_limit, 6), 1), 20));
  asked text[] := string_to_array(array_to_string(found.words, '|'), '|');
begin
  return jsonb_build_object('words', to_jsonb(coalesce(asked, '{}')),
    'hits', private.found_parties(hits) || private.found_leads(hits) || private.found_opportunities(hits)
      || private.found_communications(hits, asked));
end $function$;

COMMENT ON FUNCTION "private"."found_communications"(private.search_candidate[], text[]) IS 'Communications as a search answers them, with the place where the words stand, and the opportunity or lead they are about.';

COMMENT ON FUNCTION "private"."found_leads"(private.search_candidate[]) IS 'Leads as a search answers them.';

COMMENT ON FUNCTION "private"."found_opportunities"(private.search_candidate[]) IS 'Opportunities as a search answers them.';

COMMENT ON FUNCTION "private"."found_parties"(private.search_candidate[]) IS 'Parties as a search answers them: where somebody works, and the number, address or foreign id they were found by.';

COMMENT ON FUNCTION "private"."known_candidates"(uuid, text, integer) IS 'Parties that another system knows by what begins like this; what is just this comes first.';

COMMENT ON FUNCTION "private"."latest_hits"(private.search_candidate[], integer) IS 'Of each kind the nearest few that the caller may see, the latest first among equals.';

COMMENT ON FUNCTION "private"."named_candidates"(text[], text[], integer) IS 'Names of these topics that begin with one of the words and have the others too: few steps along an ordered index, also for a single letter.';

COMMENT ON FUNCTION "private"."nearest_names"(private.search_name[], text, text[], integer) IS 'Of each kind the names that are nearest to a text: the same, beginning with it, with all of its words.';

COMMENT ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) IS 'Parties that have a phone number with these digits, however it is spelt, or an address with these words.';

COMMENT ON FUNCTION "private"."said_candidates"(text[], text[], integer) IS 'Communications of these topics in which all words stand, the latest first; a word of one or two letters is no help.';

COMMENT ON FUNCTION "private"."search_candidates"(uuid, text, integer) IS 'What the caller may see and might mean, by index. Words spelt nearly alike are tried when nothing else is found.';

COMMENT ON FUNCTION "private"."worded_candidates"(text[], text[], integer) IS 'Names of these topics that have all words, in any order: reads the lists of the words, so the rarer the quicker.';

COMMENT ON TYPE "private"."search_candidate" IS 'What might be meant, nearer the higher the score; a party with the number, address or foreign id it was found by.';

COMMENT ON TYPE "private"."search_name" IS 'An entry of the search, by its key.';

REVOKE ALL ON FUNCTION "private"."found_communications"(private.search_candidate[], text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_communications"(private.search_candidate[], text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_communications"(private.search_candidate[], text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_communications"(private.search_candidate[], text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_leads"(private.search_candidate[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_leads"(private.search_candidate[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_leads"(private.search_candidate[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_leads"(private.search_candidate[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_opportunities"(private.search_candidate[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_opportunities"(private.search_candidate[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_opportunities"(private.search_candidate[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_opportunities"(private.search_candidate[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_parties"(private.search_candidate[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_parties"(private.search_candidate[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_parties"(private.search_candidate[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_parties"(private.search_candidate[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."known_candidates"(uuid, text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."known_candidates"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."known_candidates"(uuid, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."latest_hits"(private.search_candidate[], integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."latest_hits"(private.search_candidate[], integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."latest_hits"(private.search_candidate[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."latest_hits"(private.search_candidate[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."named_candidates"(text[], text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."named_candidates"(text[], text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."named_candidates"(text[], text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."nearest_names"(private.search_name[], text, text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."nearest_names"(private.search_name[], text, text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."nearest_names"(private.search_name[], text, text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."said_candidates"(text[], text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."said_candidates"(text[], text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."said_candidates"(text[], text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_candidates"(uuid, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."search_candidates"(uuid, text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."search_candidates"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_candidates"(uuid, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."worded_candidates"(text[], text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."worded_candidates"(text[], text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."worded_candidates"(text[], text[], integer) TO "postgres";

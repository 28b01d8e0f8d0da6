-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE EXTENSION "btree_gin" SCHEMA "extensions";

CREATE EXTENSION "pg_trgm" SCHEMA "extensions";

CREATE TABLE "private"."search_entries" ("id" uuid NOT NULL, "kind" text NOT NULL, "topic" text NOT NULL, "words" text NOT NULL, CONSTRAINT "search_entries_kind_check" CHECK ((kind = ANY (ARRAY['party'::text, 'opportunity'::text]))), CONSTRAINT "search_entries_pkey" PRIMARY KEY (id));

ALTER TABLE "private"."search_entries" OWNER TO "postgres";

CREATE TABLE "private"."search_vocabulary" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workspace_id" uuid NOT NULL, "word" text NOT NULL, CONSTRAINT "search_vocabulary_pkey" PRIMARY KEY (id));

ALTER TABLE "private"."search_vocabulary" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.enter_into_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ids uuid[] := array(select n.id from new_rows n);
begin
  if cardinality(ids) = 0 then
    return null;
  end if;
  if tg_table_name = 'parties' then
    perform private.enter_parties(ids);
  else
    perform private.enter_opportunities(ids);
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."enter_into_search"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.enter_opportunities(p_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  workspace_ids uuid[];
  texts text[];
begin
  with named as materialized (
    -- Held until commit: a customer who is being renamed would be found by the old name for ever.
    select o.id, o.workspace_id, o.topic, private.search_text(o.name || ' ' || p.name) as words
    from public.opportunities o join public.parties p on p.id = o.customer_id
    where o.id = any (p_ids) order by p.id, o.id for share of p
  ), entered as (
    insert into private.search_entries as e (id, kind, topic, words)
    select n.id, 'opportunity', n.topic, n.words from named n
    on conflict (id) do update set topic = excluded.topic, words = excluded.words
      where (e.topic, e.words) is distinct from (excluded.topic, excluded.words)
  )
  select array_agg(n.workspace_id), array_agg(n.words) into workspace_ids, texts from named n;
  perform private.learn_words(workspace_ids, texts);
end $function$;

ALTER FUNCTION "private"."enter_opportunities"(uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.enter_parties(p_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  workspace_ids uuid[];
  texts text[];
begin
  with named as (
    select p.id, p.workspace_id, private.search_text(p.name) as words
    from public.parties p where p.id = any (p_ids) order by p.id
  ), entered as (
    insert into private.search_entries as e (id, kind, topic, words)
    select n.id, 'party', 'workspace:' || n.workspace_id, n.words from named n
    on conflict (id) do update set words = excluded.words where e.words <> excluded.words
  )
  select array_agg(n.workspace_id), array_agg(n.words) into workspace_ids, texts from named n;
  perform private.learn_words(workspace_ids, texts);
end $function$;

ALTER FUNCTION "private"."enter_parties"(uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.excerpt(p_text text, p_words text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  flat text := regexp_replace(trim(p_text), '\s+', ' ', 'g');
  folded text := private.contract(private.fold(flat));
  place integer := (
    select min(strpos(folded, w)) from unnest(p_words) w where strpos(folded, w) > 0);
  -- Folding takes a few letters away; so near is near enough.
  start integer := greatest(1, coalesce(place, 1) * length(flat) / greatest(length(folded), 1) - 25);
begin
  if start > 1 then
    -- Not in the middle of a word.
    start := start + coalesce(nullif(strpos(substr(flat, start, 20), ' '), 0), 0);
  end if;
  return case when start > 1 then '… ' else '' end || substr(flat, start, 120)
    || case when length(flat) >= start + 120 then ' …' else '' end;
end $function$;

ALTER FUNCTION "private"."excerpt"(text, text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_communication(p_id uuid, p_words text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('kind', 'communication', 'id', c.id, 'title', coalesce(c.subject, ''),
      'excerpt', private.excerpt(coalesce(c.body, ''), p_words), 'typeCode', c.type_code,
      'occurredAt', c.occurred_at, 'opportunityId', o.id, 'opportunity', o.name)
    from public.communications c join public.opportunities o on o.id = c.opportunity_id
    where c.id = p_id
  );
end $function$;

ALTER FUNCTION "private"."found_communication"(uuid, text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_opportunity(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('kind', 'opportunity', 'id', o.id, 'title', o.name, 'customer', c.name,
      'stage', s.name, 'stageKind', s.kind, 'amount', trim_scale(o.amount)::text, 'currency', o.currency)
    from public.opportunities o
    join public.parties c on c.id = o.customer_id
    join public.stages s on s.id = o.stage_id
    where o.id = p_id
  );
end $function$;

ALTER FUNCTION "private"."found_opportunity"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_party(p_id uuid, p_contact_point_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('kind', 'party', 'id', p.id, 'title', p.name, 'partyKind', p.kind,
      'company', (
        select c.name from public.party_relationships r
        join public.parties c on c.id = r.from_party_id
        where r.workspace_id = p.workspace_id and r.to_party_id = p.id and r.type_code = 'CONTACT_REL'
          and r.valid @> current_date
        order by r.created_at desc limit 1
      ),
      'contactPoint', (
        select jsonb_build_object('kind', c.kind, 'value', c.value)
        from public.contact_points c where c.id = p_contact_point_id
      ))
    from public.parties p where p.id = p_id
  );
end $function$;

ALTER FUNCTION "private"."found_party"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.learn_words(p_workspace_ids uuid[], p_texts text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into private.search_vocabulary (workspace_id, word)
  select distinct t.workspace_id, w.word
  from unnest(p_workspace_ids, p_texts) t (workspace_id, words)
  cross join lateral unnest(string_to_array(t.words, ' ')) w (word)
  where w.word ~ '^[^0-9]{3,40}$' and not exists (
    select 1 from private.search_vocabulary v where v.workspace_id = t.workspace_id and v.word = w.word
  );
end $function$;

ALTER FUNCTION "private"."learn_words"(uuid[], text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.leave_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from private.search_entries e using old_rows o where e.id = o.id;
  return null;
end $function$;

ALTER FUNCTION "private"."leave_search"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.named_candidates(p_topics text[], p_words text[], p_limit integer)
 RETURNS TABLE(kind text, id uuid, words text)
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
  cross join (values ('party'), ('opportunity')) k (kind)
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

CREATE OR REPLACE FUNCTION private.reached_candidates(p_workspace_id uuid, p_words text[], p_text text, p_limit integer)
 RETURNS TABLE(party_id uuid, contact_point_id uuid)
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
  select c.party_id, c.id
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

CREATE OR REPLACE FUNCTION private.rebuild_search(p_workspace_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.enter_parties(array(select p.id from public.parties p where p.workspace_id = p_workspace_id));
  perform private.enter_opportunities(array(
    select o.id from public.opportunities o where o.workspace_id = p_workspace_id));
end $function$;

ALTER FUNCTION "private"."rebuild_search"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.reenter_into_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_table_name = 'parties' then
    perform private.enter_parties(array[new.id]);
    perform private.enter_opportunities(array(
      select o.id from public.opportunities o where o.workspace_id = new.workspace_id and o.customer_id = new.id));
  else
    perform private.enter_opportunities(array[new.id]);
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."reenter_into_search"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.said_candidates(p_topics text[], p_words text[], p_limit integer)
 RETURNS SETOF uuid
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
  select said.id
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

CREATE OR REPLACE FUNCTION private.search_candidates(p_workspace_id uuid, p_text text, p_limit integer)
 RETURNS TABLE(kind text, id uuid, score integer, contact_point_id uuid, words text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  said text := private.search_text(left(p_text, 500));
  asked text[] := array(
    select w from unnest(string_to_array(said, ' ')) with ordinality a (w, n)
    group by w order by min(n) limit 12);
  names jsonb;
  reached jsonb;
  spoken uuid[] := array(select private.said_candidates(topics, asked, p_limit * 3));
begin
  -- No topics, no workspace: whoever is no member finds nothing.
  if cardinality(topics) = 0 then
    return;
  end if;
  select coalesce(jsonb_agg(r), '[]') into reached
  from private.reached_candidates(p_workspace_id, asked, p_text, p_limit) r where cardinality(asked) > 0;
  select coalesce(jsonb_agg(n), '[]') into names
  from private.named_candidates(topics, asked, p_limit) n where cardinality(asked) > 0;
  if jsonb_array_length(names) < p_limit then
    names := names || (
      select coalesce(jsonb_agg(n), '[]') from private.worded_candidates(topics, asked, p_limit * 3) n);
  end if;
  if jsonb_array_length(names) + jsonb_array_length(reached) + cardinality(spoken) = 0 then
    asked := array(select private.similar_words(p_workspace_id, w) from unnest(asked) w);
    select coalesce(jsonb_agg(n), '[]') into names from private.worded_candidates(topics, asked, p_limit * 3) n;
    spoken := array(select private.said_candidates(topics, asked, p_limit * 3));
  end if;
  return query
  select n.kind, n.id, max(case
      when n.words = said then 5
      when starts_with(n.words, said) then 4
      when ' ' || n.words || ' ' like all (array(select '% ' || w || ' %' from unnest(asked) w)) then 3
      else 1 end), null::uuid, asked
  from jsonb_to_recordset(names) n (kind text, id uuid, words text)
  group by n.kind, n.id
  union all
  select 'party', r.party_id, 2, r.contact_point_id, asked
  from jsonb_to_recordset(reached) r (party_id uuid, contact_point_id uuid)
  union all
  select 'communication', c, 1, null::uuid, asked from unnest(spoken) c;
end $function$;

ALTER FUNCTION "private"."search_candidates"(uuid, text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.search_keys(p_kind text, p_topic text, p_words text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
declare
  -- Short, because it stands before every word. Where two topics share one, rows are looked at again.
  prefix text := '''' || left(md5(p_kind || p_topic), 6);
begin
  if p_words = '' then
    return '';
  end if;
  return (prefix || replace(p_words, ' ', ''' ' || prefix) || '''')::tsvector;
end $function$;

ALTER FUNCTION "private"."search_keys"(text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.search_query(p_kind text, p_topic text, p_words text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
declare
  prefix text := '''' || left(md5(p_kind || p_topic), 6);
begin
  return (
    select string_agg('(' || prefix || replace(w, '|', ''':* | ' || prefix) || ''':*)', ' & ')
    from unnest(p_words) w
  )::tsquery;
end $function$;

ALTER FUNCTION "private"."search_query"(text, text, text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.search_spellings(p_workspace_id uuid, p_word text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
declare
  prefix text := left(md5(p_workspace_id::text), 6);
begin
  return array(
    select distinct prefix || overlay(p_word placing '' from i for 1) from generate_series(1, least(length(p_word), 20)) i
  ) || (prefix || p_word);
end $function$;

ALTER FUNCTION "private"."search_spellings"(uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.search_text(p_text text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
declare
  result text := private.fold(normalize(p_text, nfkc));
begin
  if result ~ '[^\u0001-\u007f]' then
    result := translate(replace(replace(result, 'æ', 'ae'), 'œ', 'oe'), 'øłđıðħŧ', 'oldidht');
    -- What is not seen, and the vowel signs of Hebrew and Arabic, which few people type.
    result := regexp_replace(result,
      '[\u00ad\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g');
    -- Where no spaces stand between words, and for pictures, each sign is a word.
    result := regexp_replace(result,
      '([\u2190-\u2bff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff])',
      ' \1 ', 'g');
  end if;
  result := trim(regexp_replace(private.contract(result),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f\uff00-\uff0f]+', ' ', 'g'));
  return case when length(result) > 60 then regexp_replace(result, '([^ ]{60})[^ ]+', '\1', 'g') else result end;
end $function$;

ALTER FUNCTION "private"."search_text"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.similar_words(p_workspace_id uuid, p_word text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  spellings text := array_to_string(private.search_spellings(p_workspace_id, p_word), ''' | ''');
  known text;
begin
  if p_word !~ '^[^0-9]{4,40}$' then
    return p_word;
  end if;
  select string_agg(s.word, '|') into known
  from (
    select c.word from (
      (select v.word, v.workspace_id, 0 as ending from private.search_vocabulary v
      where array_to_tsvector(private.search_spellings(v.workspace_id, v.word))
        @@ ('''' || spellings || '''')::tsquery limit 50)
      union all
      -- What is typed may be the beginning of a word; that of a short one is in too many.
      (select v.word, v.workspace_id, 1 from private.search_vocabulary v
      where array_to_tsvector(private.search_spellings(v.workspace_id, v.word))
        @@ ('''' || replace(spellings, ''' |', ''':* |') || ''':*')::tsquery and length(p_word) > 5 limit 200)
    ) c
    where c.workspace_id = p_workspace_id
    group by c.word
    order by min(c.ending), extensions.similarity(p_word, left(c.word, length(p_word) + 1)) desc, length(c.word), c.word
    limit 6
  ) s;
  return p_word || coalesce('|' || known, '');
end $function$;

ALTER FUNCTION "private"."similar_words"(uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.worded_candidates(p_topics text[], p_words text[], p_limit integer)
 RETURNS TABLE(kind text, id uuid, words text)
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
  cross join (values ('party'), ('opportunity')) k (kind)
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
  size integer := least(greatest(coalesce(p_limit, 6), 1), 20);
  candidates jsonb;
  asked text[];
begin
  select jsonb_agg(c) into candidates
  from private.search_candidates(p_workspace_id, p_text, 60) c;
  asked := string_to_array(array_to_string(private.texts(candidates -> 0 -> 'words'), '|'), '|');
  return jsonb_build_object('words', to_jsonb(coalesce(asked, '{}')), 'hits', (
    with near as (
      select c.*, row_number() over (partition by c.kind order by c.score desc, c.n) as place
      from (
        select distinct on (r.kind, r.id) r.kind, r.id, r.score, r.contact_point_id, r.n
        from rows from (
          jsonb_to_recordset(candidates) as (kind text, id uuid, score integer, contact_point_id uuid)
        ) with ordinality r (kind, id, score, contact_point_id, n)
        order by r.kind, r.id, r.score desc
      ) c
    ), dated as (
      select n.kind, n.id, n.score, n.contact_point_id, t.at,
        row_number() over (partition by n.kind order by n.score desc, t.at desc, n.id) as place
      from near n
      -- One by one by their keys; what the policies hide falls away.
      cross join lateral (
        select p.updated_at as at from public.parties p where n.kind = 'party' and p.id = n.id
        union all
        select coalesce(o.last_activity_at, o.updated_at) from public.opportunities o
        where n.kind = 'opportunity' and o.id = n.id
        union all
        select c.occurred_at from public.communications c where n.kind = 'communication' and c.id = n.id
        limit 1
      ) t
      where n.place <= size * 5
    )
    select coalesce(jsonb_agg(case d.kind
      when 'party' then private.found_party(d.id, d.contact_point_id)
      when 'opportunity' then private.found_opportunity(d.id)
      else private.found_communication(d.id, asked)
    end order by array_position('{party,opportunity,communication}'::text[], d.kind), d.place), '[]')
    from dated d where d.place <= size
  ));
end $function$;

ALTER FUNCTION "public"."search"(uuid, text, integer) OWNER TO "postgres";

ALTER TABLE "private"."search_vocabulary" ADD CONSTRAINT "search_vocabulary_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

CREATE INDEX search_entries_beginning ON private.search_entries USING btree ("left"(md5((kind || topic)), 6), "left"(words, 80) COLLATE "C");

CREATE INDEX search_vocabulary_word ON private.search_vocabulary USING btree (workspace_id, word);

CREATE INDEX contact_points_digits ON public.contact_points USING gin (workspace_id, value extensions.gin_trgm_ops) WITH (fastupdate=off) WHERE (kind = 'phone'::public.contact_kind);

CREATE TRIGGER added_to_search AFTER INSERT ON public.opportunities REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.enter_into_search();

CREATE TRIGGER changed_in_search AFTER UPDATE ON public.opportunities FOR EACH ROW WHEN (((new.name <> old.name) OR (new.topic <> old.topic) OR (new.customer_id <> old.customer_id))) EXECUTE FUNCTION private.reenter_into_search();

CREATE TRIGGER deleted_from_search AFTER DELETE ON public.opportunities REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.leave_search();

CREATE TRIGGER added_to_search AFTER INSERT ON public.parties REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.enter_into_search();

CREATE TRIGGER changed_in_search AFTER UPDATE OF name ON public.parties FOR EACH ROW WHEN ((new.name <> old.name)) EXECUTE FUNCTION private.reenter_into_search();

CREATE TRIGGER deleted_from_search AFTER DELETE ON public.parties REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.leave_search();

COMMENT ON EXTENSION "btree_gin" IS 'support for indexing common datatypes in GIN';

COMMENT ON EXTENSION "pg_trgm" IS 'text similarity measurement and index searching based on trigrams';

COMMENT ON FUNCTION "private"."enter_into_search"() IS 'Statement trigger: new rows can be found.';

COMMENT ON FUNCTION "private"."enter_opportunities"(uuid[]) IS 'Enters opportunities into the search, or anew: by their own names and that of the customer.';

COMMENT ON FUNCTION "private"."enter_parties"(uuid[]) IS 'Enters parties into the search, or anew.';

COMMENT ON FUNCTION "private"."excerpt"(text, text[]) IS 'About 120 characters of a text around the first of the words.';

COMMENT ON FUNCTION "private"."found_communication"(uuid, text[]) IS 'A communication as a search answers it, with the place where the words stand.';

COMMENT ON FUNCTION "private"."found_opportunity"(uuid) IS 'An opportunity as a search answers it.';

COMMENT ON FUNCTION "private"."found_party"(uuid, uuid) IS 'A party as a search answers it: where somebody works, and the number or address it was found by.';

COMMENT ON FUNCTION "private"."learn_words"(uuid[], text[]) IS 'Enters the words of texts into the vocabulary: numbers are not spelt wrong.';

COMMENT ON FUNCTION "private"."leave_search"() IS 'Statement trigger: what is gone is not found.';

COMMENT ON FUNCTION "private"."named_candidates"(text[], text[], integer) IS 'Names of these topics that begin with one of the words and have the others too: few steps along an ordered index, also for a single letter.';

COMMENT ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) IS 'Parties that have a phone number with these digits, however it is spelt, or an address with these words.';

COMMENT ON FUNCTION "private"."rebuild_search"(uuid) IS 'Enters a workspace whose rows were written without triggers.';

COMMENT ON FUNCTION "private"."reenter_into_search"() IS 'Row trigger: another name is found from now on, and by those who may see it.';

COMMENT ON FUNCTION "private"."said_candidates"(text[], text[], integer) IS 'Communications of these topics in which all words stand, the latest first; a word of one or two letters is no help.';

COMMENT ON FUNCTION "private"."search_candidates"(uuid, text, integer) IS 'What the caller may see and might mean, by index; the score is higher the nearer. Words spelt nearly alike are tried when nothing else is found.';

COMMENT ON FUNCTION "private"."search_keys"(text, text, text) IS 'The words of a search text, each behind the mark of its kind and topic: what an index holds.';

COMMENT ON FUNCTION "private"."search_query"(text, text, text[]) IS 'Asks for all words at the beginning of words; an entry "a|b" for one of them.';

COMMENT ON FUNCTION "private"."search_spellings"(uuid, text) IS 'A word, and the word without each of its letters: two words that differ by a letter, or by two exchanged ones, have one of these in common.';

COMMENT ON FUNCTION "private"."search_text"(text) IS 'The words of a text as searches compare them, with one space between: without accents, case and signs, umlauts as one letter. The same as `searchText` in domain/search-words.ts.';

COMMENT ON FUNCTION "private"."similar_words"(uuid, text) IS 'A word and those of the workspace that are spelt nearly like it, as search_query takes them.';

COMMENT ON FUNCTION "private"."worded_candidates"(text[], text[], integer) IS 'Names of these topics that have all words, in any order: reads the lists of the words, so the rarer the quicker.';

COMMENT ON FUNCTION "public"."search"(uuid, text, integer) IS 'What a member may mean, a few of each kind, the nearest and latest first: parties by name, number and address, opportunities by name and customer, communications by what was said. And the words that were looked for, right spellings among them.';

COMMENT ON TABLE "private"."search_entries" IS 'The names that are searched for, and who may see them. Triggers keep it; a new kind needs its triggers, its name here and in the candidates, and its answer in `search`.';

COMMENT ON TABLE "private"."search_vocabulary" IS 'The words of the names of a workspace, for finding what is spelt wrong. A word stays when its last name goes; two writers at once may enter one twice, which is cheaper than letting them wait for each other.';

REVOKE ALL ON FUNCTION "private"."enter_into_search"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enter_into_search"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enter_into_search"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."enter_opportunities"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enter_opportunities"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enter_opportunities"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."enter_parties"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enter_parties"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enter_parties"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."excerpt"(text, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."excerpt"(text, text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."excerpt"(text, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."excerpt"(text, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_communication"(uuid, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_communication"(uuid, text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_communication"(uuid, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_communication"(uuid, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_opportunity"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_opportunity"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_opportunity"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_opportunity"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_party"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_party"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_party"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_party"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."learn_words"(uuid[], text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."learn_words"(uuid[], text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."learn_words"(uuid[], text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."leave_search"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."leave_search"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."leave_search"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."named_candidates"(text[], text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."named_candidates"(text[], text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."named_candidates"(text[], text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."reached_candidates"(uuid, text[], text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."rebuild_search"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."rebuild_search"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."rebuild_search"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."reenter_into_search"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."reenter_into_search"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."reenter_into_search"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."said_candidates"(text[], text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."said_candidates"(text[], text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."said_candidates"(text[], text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_candidates"(uuid, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."search_candidates"(uuid, text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."search_candidates"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_candidates"(uuid, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_keys"(text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."search_keys"(text, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."search_keys"(text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_keys"(text, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_keys"(text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."search_query"(text, text, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."search_query"(text, text, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_query"(text, text, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_spellings"(uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."search_spellings"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_spellings"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_text"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."search_text"(text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."search_text"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_text"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_text"(text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."similar_words"(uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."similar_words"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."similar_words"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."worded_candidates"(text[], text[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."worded_candidates"(text[], text[], integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."worded_candidates"(text[], text[], integer) TO "postgres";

REVOKE ALL ON FUNCTION "public"."search"(uuid, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."search"(uuid, text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."search"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."search"(uuid, text, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."search"(uuid, text, integer) TO "service_role";

CREATE INDEX search_entries_words ON private.search_entries USING gin (private.search_keys(kind, topic, words)) WITH (fastupdate=off);

CREATE INDEX search_vocabulary_spellings ON private.search_vocabulary USING gin (array_to_tsvector(private.search_spellings(workspace_id, word))) WITH (fastupdate=off);

CREATE INDEX communications_words ON public.communications USING gin (private.search_keys('communication'::text, topic, private.search_text(((COALESCE(subject, ''::text) || ' '::text) || COALESCE(body, ''::text))))) WITH (gin_pending_list_limit='256');

CREATE INDEX contact_points_words ON public.contact_points USING gin (private.search_keys('contact_point'::text, (workspace_id)::text, private.search_text(value))) WITH (fastupdate=off) WHERE (kind <> 'phone'::public.contact_kind);

-- By hand: what was there before can be found as well.
select private.rebuild_search(w.id) from public.workspaces w;

-- Finding: candidates come from the indexes, a bounded number from each, within the topics of the
-- caller; then they are read again under the caller's own policies. Under policies alone the planner
-- would not use these indexes, since it trusts only comparisons that cannot leak.

create type private.search_name as (kind text, id uuid, words text);
comment on type private.search_name is 'An entry of the search, by its key.';

create type private.search_candidate as (
  kind text, id uuid, score integer, contact_point_id uuid, external_id uuid
);
comment on type private.search_candidate is
  'What might be meant, nearer the higher the score; a party with the number, address or foreign id it was found by.';

create function private.similar_words(p_workspace_id uuid, p_word text) returns text
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.similar_words(uuid, text) is
  'A word and those of the workspace that are spelt nearly like it, as search_query takes them.';

create function private.named_candidates(p_topics text[], p_words text[], p_limit integer)
returns setof private.search_name
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.named_candidates(text[], text[], integer) is
  'Names of these topics that begin with one of the words and have the others too: few steps along an ordered index, also for a single letter.';

create function private.worded_candidates(p_topics text[], p_words text[], p_limit integer)
returns setof private.search_name
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.worded_candidates(text[], text[], integer) is
  'Names of these topics that have all words, in any order: reads the lists of the words, so the rarer the quicker.';

create function private.reached_candidates(p_workspace_id uuid, p_words text[], p_text text, p_limit integer)
returns setof private.search_candidate
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.reached_candidates(uuid, text[], text, integer) is
  'Parties that have a phone number with these digits, however it is spelt, or an address with these words.';

create function private.known_candidates(p_workspace_id uuid, p_text text, p_limit integer)
returns setof private.search_candidate
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.known_candidates(uuid, text, integer) is
  'Parties that another system knows by what begins like this; what is just this comes first.';

create function private.said_candidates(p_topics text[], p_words text[], p_limit integer)
returns setof private.search_candidate
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.said_candidates(text[], text[], integer) is
  'Communications of these topics in which all words stand, the latest first; a word of one or two letters is no help.';

create function private.nearest_names(p_names private.search_name[], p_text text, p_words text[], p_limit integer)
returns setof private.search_candidate
language plpgsql immutable set search_path = '' as $$
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
end $$;
comment on function private.nearest_names(private.search_name[], text, text[], integer) is
  'Of each kind the names that are nearest to a text: the same, beginning with it, with all of its words.';

create function private.search_candidates(
  p_workspace_id uuid, p_text text, p_limit integer, out candidates private.search_candidate[], out words text[]
)
language plpgsql stable security definer set search_path = '' as $$
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
end $$;
comment on function private.search_candidates(uuid, text, integer) is
  'What the caller may see and might mean, by index. Words spelt nearly alike are tried when nothing else is found.';
grant execute on function private.search_candidates(uuid, text, integer) to authenticated;

-- Finding: candidates come from the indexes, a bounded number from each, within the topics of the
-- caller; then they are read again under the caller's own policies. Under policies alone the planner
-- would not use these indexes, since it trusts only comparisons that cannot leak.

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
returns table (kind text, id uuid, words text)
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
returns table (kind text, id uuid, words text)
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
returns table (party_id uuid, contact_point_id uuid)
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
end $$;
comment on function private.reached_candidates(uuid, text[], text, integer) is
  'Parties that have a phone number with these digits, however it is spelt, or an address with these words.';

create function private.known_candidates(p_workspace_id uuid, p_text text, p_limit integer)
returns table (party_id uuid, external_id uuid, is_exact boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
declare
  start text := lower(trim(p_text));
begin
  if length(start) < 2 then
    return;
  end if;
  return query
  select e.party_id, e.id, lower(e.value) = start
  from public.party_external_ids e
  where e.workspace_id = p_workspace_id
    and lower(e.value) collate "C" >= start collate "C"
    and lower(e.value) collate "C" < start || E'\U0010ffff' collate "C"
  order by lower(e.value) collate "C" limit p_limit;
end $$;
comment on function private.known_candidates(uuid, text, integer) is
  'Parties that another system knows by what begins like this; what is just this comes first.';

create function private.said_candidates(p_topics text[], p_words text[], p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
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
end $$;
comment on function private.said_candidates(text[], text[], integer) is
  'Communications of these topics in which all words stand, the latest first; a word of one or two letters is no help.';

create function private.search_candidates(p_workspace_id uuid, p_text text, p_limit integer)
returns table (kind text, id uuid, score integer, contact_point_id uuid, external_id uuid, words text[])
language plpgsql stable security definer set search_path = '' as $$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  said text := private.search_text(left(p_text, 500));
  asked text[] := array(
    select w from unnest(string_to_array(said, ' ')) with ordinality a (w, n)
    group by w order by min(n) limit 12);
  names jsonb;
  reached jsonb;
  known jsonb;
  spoken uuid[] := array(select private.said_candidates(topics, asked, p_limit * 3));
begin
  -- No topics, no workspace: whoever is no member finds nothing.
  if cardinality(topics) = 0 then
    return;
  end if;
  select coalesce(jsonb_agg(r), '[]') into reached
  from private.reached_candidates(p_workspace_id, asked, p_text, p_limit) r where cardinality(asked) > 0;
  select coalesce(jsonb_agg(k), '[]') into known from private.known_candidates(p_workspace_id, p_text, p_limit) k;
  select coalesce(jsonb_agg(n), '[]') into names
  from private.named_candidates(topics, asked, p_limit) n where cardinality(asked) > 0;
  if jsonb_array_length(names) < p_limit then
    names := names || (
      select coalesce(jsonb_agg(n), '[]') from private.worded_candidates(topics, asked, p_limit * 3) n);
  end if;
  if jsonb_array_length(names || reached || known) + cardinality(spoken) = 0 then
    asked := array(select private.similar_words(p_workspace_id, w) from unnest(asked) w);
    select coalesce(jsonb_agg(n), '[]') into names from private.worded_candidates(topics, asked, p_limit * 3) n;
    spoken := array(select private.said_candidates(topics, asked, p_limit * 3));
  end if;
  return query
  select n.kind, n.id, max(case
      when n.words = said then 5
      when starts_with(n.words, said) then 4
      when ' ' || n.words || ' ' like all (array(select '% ' || w || ' %' from unnest(asked) w)) then 3
      else 1 end), null::uuid, null::uuid, asked
  from jsonb_to_recordset(names) n (kind text, id uuid, words text)
  group by n.kind, n.id
  union all
  select 'party', r.party_id, 2, r.contact_point_id, null::uuid, asked
  from jsonb_to_recordset(reached) r (party_id uuid, contact_point_id uuid)
  union all
  select 'party', k.party_id, case when k.is_exact then 5 else 2 end, null::uuid, k.external_id, asked
  from jsonb_to_recordset(known) k (party_id uuid, external_id uuid, is_exact boolean)
  union all
  select 'communication', c, 1, null::uuid, null::uuid, asked from unnest(spoken) c;
end $$;
comment on function private.search_candidates(uuid, text, integer) is
  'What the caller may see and might mean, by index; the score is higher the nearer. Words spelt nearly alike are tried when nothing else is found.';
grant execute on function private.search_candidates(uuid, text, integer) to authenticated;

create function private.excerpt(p_text text, p_words text[]) returns text
language plpgsql immutable set search_path = '' as $$
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
end $$;
comment on function private.excerpt(text, text[]) is 'About 120 characters of a text around the first of the words.';

create function private.company_name(p_workspace_id uuid, p_party_id uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.name from public.party_relationships r
    join public.parties c on c.id = r.from_party_id
    where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.type_code = 'CONTACT_REL'
      and r.valid @> current_date
    order by r.created_at desc limit 1
  );
end $$;
comment on function private.company_name(uuid, uuid) is 'Where somebody works today; of several, the latest known.';
grant execute on function private.company_name(uuid, uuid) to authenticated;

create function private.found_party(p_id uuid, p_contact_point_id uuid, p_external_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('kind', 'party', 'id', p.id, 'title', p.name, 'partyKind', p.kind,
      'isBlacklisted', p.is_blacklisted,
      'company', private.company_name(p.workspace_id, p.id),
      'contactPoint', (
        select jsonb_build_object('kind', c.kind, 'value', c.value)
        from public.contact_points c where c.id = p_contact_point_id
      ),
      'externalId', (
        select jsonb_build_object('system', e.system, 'value', e.value)
        from public.party_external_ids e where e.id = p_external_id
      ))
    from public.parties p where p.id = p_id
  );
end $$;
comment on function private.found_party(uuid, uuid, uuid) is
  'A party as a search answers it: where somebody works, and the number, address or foreign id it was found by.';

create function private.found_lead(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('kind', 'lead', 'id', l.id, 'title', p.name, 'partyKind', p.kind,
      'isBlacklisted', p.is_blacklisted, 'company', g.name, 'status', l.status, 'createdAt', l.created_at)
    from public.leads l
    join public.parties p on p.id = l.party_id
    left join public.parties g on g.id = l.organization_id
    where l.id = p_id
  );
end $$;
comment on function private.found_lead(uuid) is 'A lead as a search answers it.';

create function private.found_opportunity(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('kind', 'opportunity', 'id', o.id, 'title', o.name, 'customer', c.name,
      'isBlacklisted', o.customer_blacklisted, 'stage', s.name, 'stageKind', s.kind, 'amount', trim_scale(o.amount)::text, 'currency', o.currency)
    from public.opportunities o
    join public.parties c on c.id = o.customer_id
    join public.stages s on s.id = o.stage_id
    where o.id = p_id
  );
end $$;
comment on function private.found_opportunity(uuid) is 'An opportunity as a search answers it.';

create function private.found_communication(p_id uuid, p_words text[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('kind', 'communication', 'id', c.id, 'title', coalesce(c.subject, ''),
      'excerpt', private.excerpt(coalesce(c.body, ''), p_words), 'typeCode', c.type_code,
      'occurredAt', c.occurred_at, 'opportunityId', o.id, 'leadId', l.id, 'about', coalesce(o.name, p.name))
    from public.communications c
    left join public.opportunities o on o.id = c.opportunity_id
    left join public.leads l on l.id = c.lead_id
    left join public.parties p on p.id = l.party_id
    where c.id = p_id
  );
end $$;
comment on function private.found_communication(uuid, text[]) is
  'A communication as a search answers it, with the place where the words stand, and the opportunity or lead it is about.';
grant execute on function private.excerpt(text, text[]), private.found_party(uuid, uuid, uuid),
  private.found_lead(uuid), private.found_opportunity(uuid), private.found_communication(uuid, text[]) to authenticated;

create function public.search(p_workspace_id uuid, p_text text, p_limit integer default 6) returns jsonb
language plpgsql stable set search_path = '' as $$
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
        select distinct on (r.kind, r.id) r.*
        from rows from (
          jsonb_to_recordset(candidates)
            as (kind text, id uuid, score integer, contact_point_id uuid, external_id uuid)
        ) with ordinality r (kind, id, score, contact_point_id, external_id, n)
        order by r.kind, r.id, r.score desc
      ) c
    ), dated as (
      select n.kind, n.id, n.score, n.contact_point_id, n.external_id, t.at,
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
      where n.place <= size * 5
    )
    select coalesce(jsonb_agg(case d.kind
      when 'party' then private.found_party(d.id, d.contact_point_id, d.external_id)
      when 'lead' then private.found_lead(d.id)
      when 'opportunity' then private.found_opportunity(d.id)
      else private.found_communication(d.id, asked)
    end order by array_position('{party,lead,opportunity,communication}'::text[], d.kind), d.place), '[]')
    from dated d where d.place <= size
  ));
end $$;
comment on function public.search(uuid, text, integer) is
  'What a member may mean, a few of each kind, the nearest and latest first: parties by name, number, address and foreign id, leads by person and company, opportunities by name and customer, communications by what was said. And the words that were looked for, right spellings among them.';
grant execute on function public.search(uuid, text, integer) to authenticated;

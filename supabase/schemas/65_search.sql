-- One box finds everything. Names are entered into a table of their own, so that a move of a card
-- touches no index of the search; contact points and communications are found by indexes on them.
-- Every index begins with who may see a row: others cost the seeker nothing.

create function private.search_text(p_text text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
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
end $$;
comment on function private.search_text(text) is
  'The words of a text as searches compare them, with one space between: without accents, case and signs, umlauts as one letter. The same as `searchText` in domain/search-words.ts.';

create function private.search_keys(p_kind text, p_topic text, p_words text) returns tsvector
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  -- Short, because it stands before every word. Where two topics share one, rows are looked at again.
  prefix text := '''' || left(md5(p_kind || p_topic), 6);
begin
  if p_words = '' then
    return '';
  end if;
  return (prefix || replace(p_words, ' ', ''' ' || prefix) || '''')::tsvector;
end $$;
comment on function private.search_keys(text, text, text) is
  'The words of a search text, each behind the mark of its kind and topic: what an index holds.';

-- Whoever writes a row computes what its indexes hold.
grant execute on function private.search_text(text), private.search_keys(text, text, text)
  to authenticated, service_role;

create function private.search_query(p_kind text, p_topic text, p_words text[]) returns tsquery
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  prefix text := '''' || left(md5(p_kind || p_topic), 6);
begin
  return (
    select string_agg('(' || prefix || replace(w, '|', ''':* | ' || prefix) || ''':*)', ' & ')
    from unnest(p_words) w
  )::tsquery;
end $$;
comment on function private.search_query(text, text, text[]) is
  'Asks for all words at the beginning of words; an entry "a|b" for one of them.';

create function private.search_spellings(p_workspace_id uuid, p_word text) returns text[]
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  prefix text := left(md5(p_workspace_id::text), 6);
begin
  return array(
    select distinct prefix || overlay(p_word placing '' from i for 1) from generate_series(1, least(length(p_word), 20)) i
  ) || (prefix || p_word);
end $$;
comment on function private.search_spellings(uuid, text) is
  'A word, and the word without each of its letters: two words that differ by a letter, or by two exchanged ones, have one of these in common.';

create table private.search_entries (
  id uuid primary key,
  kind text not null check (kind in ('party', 'lead', 'opportunity')),
  topic text not null,
  words text not null
);
comment on table private.search_entries is
  'The names that are searched for, and who may see them. Triggers keep it; a new kind needs its triggers, its name here and in the candidates, and its answer in `search`.';
create index search_entries_words on private.search_entries
  using gin (private.search_keys(kind, topic, words)) with (fastupdate = off);
create index search_entries_beginning on private.search_entries
  (left(md5(kind || topic), 6), (left(words, 80) collate "C"));

create table private.search_vocabulary (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  word text not null
);
comment on table private.search_vocabulary is
  'The words of the names of a workspace, for finding what is spelt wrong. A word stays when its last name goes; two writers at once may enter one twice, which is cheaper than letting them wait for each other.';
create index search_vocabulary_word on private.search_vocabulary (workspace_id, word);
create index search_vocabulary_spellings on private.search_vocabulary
  using gin (array_to_tsvector(private.search_spellings(workspace_id, word))) with (fastupdate = off);

create function private.learn_words(p_workspace_ids uuid[], p_texts text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.search_vocabulary (workspace_id, word)
  select distinct t.workspace_id, w.word
  from unnest(p_workspace_ids, p_texts) t (workspace_id, words)
  cross join lateral unnest(string_to_array(t.words, ' ')) w (word)
  where w.word ~ '^[^0-9]{3,40}$' and not exists (
    select 1 from private.search_vocabulary v where v.workspace_id = t.workspace_id and v.word = w.word
  );
end $$;
comment on function private.learn_words(uuid[], text[]) is 'Enters the words of texts into the vocabulary: numbers are not spelt wrong.';

create function private.enter_parties(p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.enter_parties(uuid[]) is 'Enters parties into the search, or anew.';

create function private.enter_opportunities(p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.enter_opportunities(uuid[]) is
  'Enters opportunities into the search, or anew: by their own names and that of the customer.';

create function private.enter_leads(p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Person and company may be renamed at once: the later one waits here, and then reads both names.
  perform 1 from private.search_entries e where e.id = any (p_ids) order by e.id for update;
  insert into private.search_entries as e (id, kind, topic, words)
  select l.id, 'lead', l.topic, private.search_text(concat_ws(' ', p.name, g.name))
  from public.leads l
  join public.parties p on p.id = l.party_id
  left join public.parties g on g.id = l.organization_id
  where l.id = any (p_ids) order by l.id
  on conflict (id) do update set topic = excluded.topic, words = excluded.words
    where (e.topic, e.words) is distinct from (excluded.topic, excluded.words);
end $$;
comment on function private.enter_leads(uuid[]) is
  'Enters leads into the search, or anew: by the names of person and company, whose words the vocabulary knows from them.';

create function private.hold_parties_of(p_lead_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.parties p
  where p.id in (
    select u.id from public.leads l cross join lateral (values (l.party_id), (l.organization_id)) u (id)
    where l.id = any (p_lead_ids)
  ) order by p.id for share;
end $$;
comment on function private.hold_parties_of(uuid[]) is
  'Until commit nobody renames the parties of leads that are being written: these would be found by the old names for ever.';

create function private.enter_into_search() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  ids uuid[] := array(select n.id from new_rows n);
begin
  if cardinality(ids) = 0 then
    return null;
  end if;
  if tg_table_name = 'parties' then
    perform private.enter_parties(ids);
  elsif tg_table_name = 'leads' then
    perform private.hold_parties_of(ids);
    perform private.enter_leads(ids);
  else
    perform private.enter_opportunities(ids);
  end if;
  return null;
end $$;
comment on function private.enter_into_search() is 'Statement trigger: new rows can be found.';
create trigger added_to_search after insert on public.parties
  referencing new table as new_rows for each statement execute function private.enter_into_search();
create trigger added_to_search after insert on public.leads
  referencing new table as new_rows for each statement execute function private.enter_into_search();
create trigger added_to_search after insert on public.opportunities
  referencing new table as new_rows for each statement execute function private.enter_into_search();

create function private.reenter_into_search() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'parties' then
    perform private.enter_parties(array[new.id]);
    perform private.enter_opportunities(array(
      select o.id from public.opportunities o where o.workspace_id = new.workspace_id and o.customer_id = new.id));
    perform private.enter_leads(array(
      select l.id from public.leads l
      where l.workspace_id = new.workspace_id and (l.party_id = new.id or l.organization_id = new.id)));
  elsif tg_table_name = 'leads' then
    perform private.hold_parties_of(array[new.id]);
    perform private.enter_leads(array[new.id]);
  else
    perform private.enter_opportunities(array[new.id]);
  end if;
  return null;
end $$;
comment on function private.reenter_into_search() is
  'Row trigger: another name is found from now on, and by those who may see it.';
create trigger changed_in_search after update of name on public.parties
  for each row when (new.name <> old.name) execute function private.reenter_into_search();
create trigger changed_in_search after update on public.leads
  for each row when (new.topic <> old.topic or new.party_id <> old.party_id
    or new.organization_id is distinct from old.organization_id)
  execute function private.reenter_into_search();
-- A move changes none of these: deciding that costs it next to nothing.
create trigger changed_in_search after update on public.opportunities
  for each row when (new.name <> old.name or new.topic <> old.topic or new.customer_id <> old.customer_id)
  execute function private.reenter_into_search();

create function private.leave_search() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.search_entries e using old_rows o where e.id = o.id;
  return null;
end $$;
comment on function private.leave_search() is 'Statement trigger: what is gone is not found.';
create trigger deleted_from_search after delete on public.parties
  referencing old table as old_rows for each statement execute function private.leave_search();
create trigger deleted_from_search after delete on public.leads
  referencing old table as old_rows for each statement execute function private.leave_search();
create trigger deleted_from_search after delete on public.opportunities
  referencing old table as old_rows for each statement execute function private.leave_search();

create function private.rebuild_search(p_workspace_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enter_parties(array(select p.id from public.parties p where p.workspace_id = p_workspace_id));
  perform private.enter_opportunities(array(
    select o.id from public.opportunities o where o.workspace_id = p_workspace_id));
  perform private.enter_leads(array(select l.id from public.leads l where l.workspace_id = p_workspace_id));
end $$;
comment on function private.rebuild_search(uuid) is
  'Enters a workspace whose rows were written without triggers.';

create index contact_points_words on public.contact_points
  using gin (private.search_keys('contact_point', workspace_id::text, private.search_text(value)))
  with (fastupdate = off) where kind <> 'phone';
create index contact_points_digits on public.contact_points
  using gin (workspace_id, value extensions.gin_trgm_ops) with (fastupdate = off) where kind = 'phone';
create index communications_words on public.communications
  using gin (private.search_keys('communication', topic,
    private.search_text(coalesce(subject, '') || ' ' || coalesce(body, ''))))
  with (gin_pending_list_limit = 256);

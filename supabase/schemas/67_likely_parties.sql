-- Who is being typed may be known already: found by what duplicates have in common, while there is
-- still time. Candidates come from the indexes of the search, a bounded number from each, and are
-- read again under the caller's own policies.

create function private.telling_words(p_words text) returns text[]
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  -- As `search_text` writes them: without umlauts, and the letters of "e. V." apart.
  telling text := regexp_replace(p_words, '\m('
    'gesellschaft mit beschrankter haftung|haftungsbeschrankt|aktiengesellschaft|kommanditgesellschaft|'
    'offene handelsgesellschaft|gesellschaft burgerlichen rechts|eingetragener verein|'
    'g?gmbh|mbh|ges m b h|ag|kg|kgaa|ohg|gbr|ug|partg|se|eg|ev|e v|e k|e g|'
    'ltd|limited|llc|llp|lp|inc|incorporated|corp|corporation|plc|company|'
    'sa|s a|sas|sarl|s a r l|srl|s r l|spa|s p a|sl|bv|b v|nv|n v|ab|aps|oy|sro|s r o|'
    'co|cie|und|and|the|herr|frau|mr|mrs|ms|dr|prof'
    ')\M', '', 'g');
  found text[] := array(select distinct w from unnest(string_to_array(telling, ' ')) w where w <> '' order by w);
begin
  if cardinality(found) = 0 then
    -- Nothing but a legal form: then that is the name.
    return array(select distinct w from unnest(string_to_array(p_words, ' ')) w where w <> '' order by w);
  end if;
  return found;
end $$;
comment on function private.telling_words(text) is
  'The words of a search text by which a name is told from others, sorted: without legal forms, titles and connectives.';

create function private.whole_query(p_kind text, p_topic text, p_words text[]) returns tsquery
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  prefix text := '''' || left(md5(p_kind || p_topic), 6);
begin
  return (
    select string_agg('(' || prefix || replace(w, '|', ''' | ' || prefix) || ''')', ' & ') from unnest(p_words) w
  )::tsquery;
end $$;
comment on function private.whole_query(text, text, text[]) is
  'As search_query, but asks for whole words.';

create function private.is_shared_host(p_host text) returns boolean
language plpgsql immutable strict parallel safe set search_path = '' as $$
begin
  return p_host = any ('{gmail.com,googlemail.com,gmx.de,gmx.net,gmx.at,gmx.ch,gmx.com,web.de,t-online.de,
    outlook.com,outlook.de,hotmail.com,hotmail.de,live.com,live.de,msn.com,icloud.com,me.com,mac.com,
    yahoo.com,yahoo.de,aol.com,aol.de,freenet.de,arcor.de,vodafone.de,posteo.de,mailbox.org,proton.me,
    protonmail.com,pm.me,mail.de,email.de,online.de,bluewin.ch,aon.at,a1.net,orange.fr,wanadoo.fr,free.fr,
    laposte.net,libero.it,wp.pl,mail.ru,yandex.ru,qq.com,163.com,fastmail.com,zoho.com}'::text[])
    or p_host ~ '(^|\.)(linkedin\.com|xing\.com|facebook\.com|instagram\.com|x\.com|youtube\.com)$';
end $$;
comment on function private.is_shared_host(text) is
  'Whether addresses at this host belong to people who have nothing to do with each other.';

create function private.host_of(p_value text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
begin
  return lower(coalesce(
    substring(p_value from '^https?://(?:www\.)?([^/:?#]+)'), substring(p_value from '^[^@\s]+@([^@\s]+)$')));
end $$;
comment on function private.host_of(text) is 'Where an e-mail or web address is at home; null for anything else.';

create function private.likely_by_name(p_workspace_id uuid, p_name text)
returns table (party_id uuid, closeness real)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
declare
  own_topic text := 'workspace:' || p_workspace_id;
  typed text[] := (private.telling_words(private.search_text(left(p_name, 500))))[1:6];
  said text := array_to_string(typed, ' ');
  -- Single letters stand for names that begin so, and are in too many.
  asked text[] := array(select private.similar_words(p_workspace_id, w) from unnest(typed) w where length(w) > 1);
  first_word text := (
    select w from unnest(string_to_array(private.search_text(left(p_name, 500)), ' ')) with ordinality f (w, n)
    where w = any (typed) order by n limit 1);
begin
  if said = '' then
    return;
  end if;
  return query
  select e.id, max(case when e.telling = typed then 1 else extensions.similarity(said, array_to_string(e.telling, ' ')) end)
  from (
    select c.id, private.telling_words(c.words) as telling from (
      -- All words, in any order, each spelt nearly so.
      (select b.* from private.search_entries b
      where private.search_keys(b.kind, b.topic, b.words) @@ private.whole_query('party', own_topic, asked)
        and cardinality(asked) > 0
      limit 100)
      union all
      -- One word less: another given name, or what a company does.
      (select b.* from generate_subscripts(asked, 1) left_out
      cross join lateral (
        select s.* from private.search_entries s
        where private.search_keys(s.kind, s.topic, s.words)
          @@ private.whole_query('party', own_topic, asked[:left_out - 1] || asked[left_out + 1:])
        limit 50
      ) b where cardinality(asked) > 2)
      union all
      -- Of two words the first alone, along the ordered index: the list of a common word is long.
      (select b.* from private.search_entries b
      where left(md5(b.kind || b.topic), 6) = left(md5('party' || own_topic), 6)
        and left(b.words, 80) collate "C" >= first_word collate "C"
        and left(b.words, 80) collate "C" < first_word || E'!' collate "C"
        and cardinality(typed) < 3
      order by left(b.words, 80) collate "C" limit 50)
    ) c where c.kind = 'party' and c.topic = own_topic
  ) e
  group by e.id
  having max(case when e.telling = typed then 1 else extensions.similarity(said, array_to_string(e.telling, ' ')) end) > 0.5
  order by 2 desc limit 20;
end $$;
comment on function private.likely_by_name(uuid, text) is
  'Parties of a workspace whose names are the same (1) or nearly so, whatever their umlauts, word order and legal form.';

create function private.likely_by_contact(p_workspace_id uuid, p_contacts text[])
returns table (party_id uuid, reason text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
begin
  return query
  (select c.party_id, c.kind::text from unnest(p_contacts) t (typed)
  cross join lateral (
    select s.party_id, s.kind from public.contact_points s
    where s.workspace_id = p_workspace_id and s.value = t.typed and s.valid @> current_date
      and s.kind = (case when t.typed like '+%' then 'phone' else 'email' end)::public.contact_kind
    limit 20
  ) c)
  union all
  -- Of people, where they work.
  (select distinct coalesce(r.from_party_id, p.id), 'domain'
  from (
    select distinct h.host, string_to_array(private.search_text(h.host), ' ') as words
    from unnest(p_contacts) t (typed) cross join lateral private.host_of(t.typed) h (host)
    where h.host like '%.%' and not private.is_shared_host(h.host)
  ) h
  cross join lateral (
    select c.* from public.contact_points c
    where c.kind <> 'phone' and private.search_keys('contact_point', c.workspace_id::text, private.search_text(c.value))
      @@ private.whole_query('contact_point', p_workspace_id::text, h.words)
      and c.workspace_id = p_workspace_id and c.kind in ('email', 'web') and private.host_of(c.value) = h.host
      and c.valid @> current_date
    limit 20
  ) c
  join public.parties p on p.id = c.party_id
  left join public.party_relationships r on r.workspace_id = p_workspace_id and r.to_party_id = p.id
    and p.kind = 'person' and r.type_code = 'CONTACT_REL' and r.valid @> current_date
  where p.kind = 'organization' or r.id is not null
  limit 20);
end $$;
comment on function private.likely_by_contact(uuid, text[]) is
  'Parties of a workspace that are reached at one of these addresses, in the spelling that is stored, and companies at home at the same host.';

create function private.likely_candidates(p_workspace_id uuid, p_kind public.party_kind, p_name text, p_contacts text[])
returns table (party_id uuid, reasons text[], score real)
language plpgsql stable security definer rows 10 set search_path = '' set enable_seqscan = off as $$
begin
  if private.my_member_id(p_workspace_id) is null then
    return;
  end if;
  return query
  select found.party_id, array_agg(found.reason order by found.weight desc), sum(found.weight)::real
  from (
    select n.party_id,
      case when n.closeness = 1 then 'name' else 'similar_name' end as reason,
      -- A company may be called like a person, but is not nearly called so.
      case when n.closeness = 1 then 4 else 2 end + n.closeness - case when p.kind = p_kind then 0 else 2 end as weight
    from private.likely_by_name(p_workspace_id, p_name) n join public.parties p on p.id = n.party_id
    where p.kind = p_kind or n.closeness = 1
    union all
    select c.party_id, c.reason, case c.reason when 'email' then 7 when 'phone' then 6 else 1 end
    from (select distinct b.party_id, b.reason from private.likely_by_contact(p_workspace_id, p_contacts) b) c
  ) found
  group by found.party_id
  order by 3 desc, 1 limit 10;
end $$;
comment on function private.likely_candidates(uuid, public.party_kind, text, text[]) is
  'Parties that the caller may see and may mean, each with what speaks for it, the strongest first.';
grant execute on function private.likely_candidates(uuid, public.party_kind, text, text[]) to authenticated;

create function public.find_likely_parties(
  p_workspace_id uuid, p_kind public.party_kind, p_name text, p_contacts text[] default '{}'
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'kind', l.kind, 'name', l.name, 'isBlacklisted', l.is_blacklisted, 'reasons', l.reasons,
      'company', private.company_name(l.workspace_id, l.id),
      'town', (
        select c.address ->> 'city' from public.contact_points c
        where c.workspace_id = l.workspace_id and c.party_id = l.id and c.kind = 'postal' and c.valid @> current_date
        order by c.is_primary desc, c.created_at limit 1),
      'email', (
        select c.value from public.contact_points c
        where c.workspace_id = l.workspace_id and c.party_id = l.id and c.kind = 'email' and c.valid @> current_date
        order by c.value = any (p_contacts) desc, c.is_primary desc, c.created_at limit 1)
    ) order by l.score desc, l.name, l.id), '[]')
    from (
      select p.id, p.workspace_id, p.kind, p.name, p.is_blacklisted, c.reasons, c.score
      from private.likely_candidates(p_workspace_id, p_kind, coalesce(p_name, ''), p_contacts) c
      -- One by one by their keys; what the policies hide falls away.
      cross join lateral (select f.* from public.parties f where f.id = c.party_id limit 1) p
      order by c.score desc, p.name, p.id limit 5
    ) l
  );
end $$;
comment on function public.find_likely_parties(uuid, public.party_kind, text, text[]) is
  'At most five parties that may be the one being typed, the likeliest first, with what speaks for each (name, similar_name, email, phone, domain) and what tells them apart. Contacts in the spelling that is stored.';
grant execute on function public.find_likely_parties(uuid, public.party_kind, text, text[]) to authenticated;

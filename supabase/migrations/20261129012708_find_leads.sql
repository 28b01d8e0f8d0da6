-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP INDEX "public"."party_external_ids_value";

ALTER TABLE "private"."search_entries" DROP CONSTRAINT "search_entries_kind_check";

DROP FUNCTION "private"."found_party"(uuid, uuid);

DROP FUNCTION "private"."search_candidates"(uuid, text, integer);

DROP FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text);

CREATE OR REPLACE FUNCTION private.company_name(p_workspace_id uuid, p_party_id uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select c.name from public.party_relationships r
    join public.parties c on c.id = r.from_party_id
    where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.type_code = 'CONTACT_REL'
      and r.valid @> current_date
    order by r.created_at desc limit 1
  );
end $function$;

ALTER FUNCTION "private"."company_name"(uuid, uuid) OWNER TO "postgres";

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
  elsif tg_table_name = 'leads' then
    perform private.hold_parties_of(ids);
    perform private.enter_leads(ids);
  else
    perform private.enter_opportunities(ids);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.enter_leads(p_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."enter_leads"(uuid[]) OWNER TO "postgres";

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
      'occurredAt', c.occurred_at, 'opportunityId', o.id, 'leadId', l.id, 'about', coalesce(o.name, p.name))
    from public.communications c
    left join public.opportunities o on o.id = c.opportunity_id
    left join public.leads l on l.id = c.lead_id
    left join public.parties p on p.id = l.party_id
    where c.id = p_id
  );
end $function$;

CREATE OR REPLACE FUNCTION private.found_lead(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('kind', 'lead', 'id', l.id, 'title', p.name, 'partyKind', p.kind,
      'isBlacklisted', p.is_blacklisted, 'company', g.name, 'status', l.status, 'createdAt', l.created_at)
    from public.leads l
    join public.parties p on p.id = l.party_id
    left join public.parties g on g.id = l.organization_id
    where l.id = p_id
  );
end $function$;

ALTER FUNCTION "private"."found_lead"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.found_opportunity(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('kind', 'opportunity', 'id', o.id, 'title', o.name, 'customer', c.name,
      'isBlacklisted', o.customer_blacklisted, 'stage', s.name, 'stageKind', s.kind, 'amount', trim_scale(o.amount)::text, 'currency', o.currency)
    from public.opportunities o
    join public.parties c on c.id = o.customer_id
    join public.stages s on s.id = o.stage_id
    where o.id = p_id
  );
end $function$;

CREATE OR REPLACE FUNCTION private.found_party(p_id uuid, p_contact_point_id uuid, p_external_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."found_party"(uuid, uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.hold_parties_of(p_lead_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform 1 from public.parties p
  where p.id in (
    select u.id from public.leads l cross join lateral (values (l.party_id), (l.organization_id)) u (id)
    where l.id = any (p_lead_ids)
  ) order by p.id for share;
end $function$;

ALTER FUNCTION "private"."hold_parties_of"(uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.host_of(p_value text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
begin
  return lower(coalesce(
    substring(p_value from '^https?://(?:www\.)?([^/:?#]+)'), substring(p_value from '^[^@\s]+@([^@\s]+)$')));
end $function$;

ALTER FUNCTION "private"."host_of"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_shared_host(p_host text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
begin
  return p_host = any ('{gmail.com,googlemail.com,gmx.de,gmx.net,gmx.at,gmx.ch,gmx.com,web.de,t-online.de,
    outlook.com,outlook.de,hotmail.com,hotmail.de,live.com,live.de,msn.com,icloud.com,me.com,mac.com,
    yahoo.com,yahoo.de,aol.com,aol.de,freenet.de,arcor.de,vodafone.de,posteo.de,mailbox.org,proton.me,
    protonmail.com,pm.me,mail.de,email.de,online.de,bluewin.ch,aon.at,a1.net,orange.fr,wanadoo.fr,free.fr,
    laposte.net,libero.it,wp.pl,mail.ru,yandex.ru,qq.com,163.com,fastmail.com,zoho.com}'::text[])
    or p_host ~ '(^|\.)(linkedin\.com|xing\.com|facebook\.com|instagram\.com|x\.com|youtube\.com)$';
end $function$;

ALTER FUNCTION "private"."is_shared_host"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.known_candidates(p_workspace_id uuid, p_text text, p_limit integer)
 RETURNS TABLE(party_id uuid, external_id uuid, is_exact boolean)
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
  select e.party_id, e.id, lower(e.value) = start
  from public.party_external_ids e
  where e.workspace_id = p_workspace_id
    and lower(e.value) collate "C" >= start collate "C"
    and lower(e.value) collate "C" < start || E'\U0010ffff' collate "C"
  order by lower(e.value) collate "C" limit p_limit;
end $function$;

ALTER FUNCTION "private"."known_candidates"(uuid, text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.likely_by_contact(p_workspace_id uuid, p_contacts text[])
 RETURNS TABLE(party_id uuid, reason text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$;

ALTER FUNCTION "private"."likely_by_contact"(uuid, text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.likely_by_name(p_workspace_id uuid, p_name text)
 RETURNS TABLE(party_id uuid, closeness real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$;

ALTER FUNCTION "private"."likely_by_name"(uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.likely_candidates(p_workspace_id uuid, p_kind public.party_kind, p_name text, p_contacts text[])
 RETURNS TABLE(party_id uuid, reasons text[], score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$;

ALTER FUNCTION "private"."likely_candidates"(uuid, public.party_kind, text, text[]) OWNER TO "postgres";

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
  perform private.enter_leads(array(select l.id from public.leads l where l.workspace_id = p_workspace_id));
end $function$;

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
end $function$;

CREATE OR REPLACE FUNCTION private.search_candidates(p_workspace_id uuid, p_text text, p_limit integer)
 RETURNS TABLE(kind text, id uuid, score integer, contact_point_id uuid, external_id uuid, words text[])
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
end $function$;

ALTER FUNCTION "private"."search_candidates"(uuid, text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.telling_words(p_words text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."telling_words"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.whole_query(p_kind text, p_topic text, p_words text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
AS $function$
declare
  prefix text := '''' || left(md5(p_kind || p_topic), 6);
begin
  return (
    select string_agg('(' || prefix || replace(w, '|', ''' | ' || prefix) || ''')', ' & ') from unnest(p_words) w
  )::tsquery;
end $function$;

ALTER FUNCTION "private"."whole_query"(text, text, text[]) OWNER TO "postgres";

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
  cross join (values ('party'), ('lead'), ('opportunity')) k (kind)
  cross join lateral (
    select b.* from private.search_entries b
    where private.search_keys(b.kind, b.topic, b.words) @@ private.search_query(k.kind, t.topic, long_words)
    limit p_limit
  ) e
  where e.topic = t.topic and e.kind = k.kind and ' ' || e.words like all (letters);
end $function$;

CREATE OR REPLACE FUNCTION public.add_lead(p_id uuid, p_workspace_id uuid, p_name text, p_mutation_id uuid, p_kind public.party_kind DEFAULT 'person'::public.party_kind, p_company_name text DEFAULT NULL::text, p_contact_kind public.contact_kind DEFAULT NULL::public.contact_kind, p_contact_value text DEFAULT NULL::text, p_contact_extension text DEFAULT NULL::text, p_source text DEFAULT NULL::text, p_owner_id uuid DEFAULT NULL::uuid, p_team_id uuid DEFAULT NULL::uuid, p_is_private boolean DEFAULT false, p_note text DEFAULT NULL::text, p_party_id uuid DEFAULT NULL::uuid, p_company_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.my_member_id(p_workspace_id);
  party uuid := p_party_id;
  company uuid := p_company_id;
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.lock_parties(p_workspace_id);
    if party is null then
      party := public.find_or_add_party(p_workspace_id, p_kind, p_name);
    end if;
    if p_contact_value is not null then
      insert into public.contact_points (workspace_id, party_id, kind, value, extension, created_by)
      values (p_workspace_id, party, p_contact_kind, p_contact_value, p_contact_extension, me)
      on conflict do nothing;
    end if;
    if p_kind = 'person' and company is null and p_company_name is not null then
      company := public.find_or_add_party(p_workspace_id, 'organization', p_company_name);
    end if;
    if company is not null then
      perform private.relate_contact(p_workspace_id, party, company);
    end if;
    insert into public.leads
      (id, workspace_id, party_id, organization_id, owner_id, team_id, is_private, note, source, created_by)
    values (p_id, p_workspace_id, party, company, p_owner_id, p_team_id, p_is_private, p_note, p_source, me);
  end if;
  return private.lead_of(p_id);
end $function$;

ALTER FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.add_party(p_id uuid, p_workspace_id uuid, p_kind public.party_kind, p_name text, p_mutation_id uuid, p_role_code text DEFAULT NULL::text, p_contacts jsonb DEFAULT '[]'::jsonb, p_company_id uuid DEFAULT NULL::uuid, p_company_name text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.my_member_id(p_workspace_id);
  company uuid := p_company_id;
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  perform private.lock_parties(p_workspace_id);
  insert into public.parties (id, workspace_id, kind, name, created_by)
  values (p_id, p_workspace_id, p_kind, trim(regexp_replace(p_name, '\s+', ' ', 'g')), me);
  if p_role_code is not null then
    insert into public.party_roles (workspace_id, party_id, role_code) values (p_workspace_id, p_id, p_role_code);
  end if;
  -- The same number twice, in two spellings, is one.
  insert into public.contact_points (workspace_id, party_id, kind, value, extension, created_by)
  select distinct on (c.kind, c.value, coalesce(c.extension, '')) p_workspace_id, p_id, c.kind, c.value, c.extension, me
  from jsonb_to_recordset(p_contacts) c (kind public.contact_kind, value text, extension text);
  if p_kind = 'person' and company is null and p_company_name is not null then
    company := public.find_or_add_party(p_workspace_id, 'organization', p_company_name);
  end if;
  if p_kind = 'person' and company is not null then
    if not exists (
      select 1 from public.parties p
      where p.workspace_id = p_workspace_id and p.id = company and p.kind = 'organization'
    ) then
      raise exception 'reference_not_found';
    end if;
    perform private.relate_contact(p_workspace_id, p_id, company);
  end if;
end $function$;

ALTER FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.find_likely_parties(p_workspace_id uuid, p_kind public.party_kind, p_name text, p_contacts text[] DEFAULT '{}'::text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) OWNER TO "postgres";

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
end $function$;

ALTER TABLE "private"."search_entries" ADD CONSTRAINT "search_entries_kind_check" CHECK ((kind = ANY (ARRAY['party'::text, 'lead'::text, 'opportunity'::text])));

CREATE INDEX party_external_ids_value ON public.party_external_ids USING btree (workspace_id, lower(value) COLLATE "C");

CREATE TRIGGER added_to_search AFTER INSERT ON public.leads REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.enter_into_search();

CREATE TRIGGER changed_in_search AFTER UPDATE ON public.leads FOR EACH ROW WHEN (((new.topic <> old.topic) OR (new.party_id <> old.party_id) OR (new.organization_id IS DISTINCT FROM old.organization_id))) EXECUTE FUNCTION private.reenter_into_search();

CREATE TRIGGER deleted_from_search AFTER DELETE ON public.leads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.leave_search();

COMMENT ON FUNCTION "private"."company_name"(uuid, uuid) IS 'Where somebody works today; of several, the latest known.';

COMMENT ON FUNCTION "private"."enter_leads"(uuid[]) IS 'Enters leads into the search, or anew: by the names of person and company, whose words the vocabulary knows from them.';

COMMENT ON FUNCTION "private"."found_communication"(uuid, text[]) IS 'A communication as a search answers it, with the place where the words stand, and the opportunity or lead it is about.';

COMMENT ON FUNCTION "private"."found_lead"(uuid) IS 'A lead as a search answers it.';

COMMENT ON FUNCTION "private"."found_party"(uuid, uuid, uuid) IS 'A party as a search answers it: where somebody works, and the number, address or foreign id it was found by.';

COMMENT ON FUNCTION "private"."hold_parties_of"(uuid[]) IS 'Until commit nobody renames the parties of leads that are being written: these would be found by the old names for ever.';

COMMENT ON FUNCTION "private"."host_of"(text) IS 'Where an e-mail or web address is at home; null for anything else.';

COMMENT ON FUNCTION "private"."is_shared_host"(text) IS 'Whether addresses at this host belong to people who have nothing to do with each other.';

COMMENT ON FUNCTION "private"."known_candidates"(uuid, text, integer) IS 'Parties that another system knows by what begins like this; what is just this comes first.';

COMMENT ON FUNCTION "private"."likely_by_contact"(uuid, text[]) IS 'Parties of a workspace that are reached at one of these addresses, in the spelling that is stored, and companies at home at the same host.';

COMMENT ON FUNCTION "private"."likely_by_name"(uuid, text) IS 'Parties of a workspace whose names are the same (1) or nearly so, whatever their umlauts, word order and legal form.';

COMMENT ON FUNCTION "private"."likely_candidates"(uuid, public.party_kind, text, text[]) IS 'Parties that the caller may see and may mean, each with what speaks for it, the strongest first.';

COMMENT ON FUNCTION "private"."search_candidates"(uuid, text, integer) IS 'What the caller may see and might mean, by index; the score is higher the nearer. Words spelt nearly alike are tried when nothing else is found.';

COMMENT ON FUNCTION "private"."telling_words"(text) IS 'The words of a search text by which a name is told from others, sorted: without legal forms, titles and connectives.';

COMMENT ON FUNCTION "private"."whole_query"(text, text, text[]) IS 'As search_query, but asks for whole words.';

COMMENT ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) IS 'Notes an interest: its party, company and contact point are made if they are new and not told by id. Without an owner it waits to be taken.';

COMMENT ON FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) IS 'A new party with its role, ways to reach it (kind, value, extension) and, for a person, a company that is known or found by name or made. New even if the name exists: who asks was warned. May be repeated.';

COMMENT ON FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) IS 'At most five parties that may be the one being typed, the likeliest first, with what speaks for each (name, similar_name, email, phone, domain) and what tells them apart. Contacts in the spelling that is stored.';

COMMENT ON FUNCTION "public"."search"(uuid, text, integer) IS 'What a member may mean, a few of each kind, the nearest and latest first: parties by name, number, address and foreign id, leads by person and company, opportunities by name and customer, communications by what was said. And the words that were looked for, right spellings among them.';

REVOKE ALL ON FUNCTION "private"."company_name"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."company_name"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."company_name"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."company_name"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."enter_leads"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enter_leads"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enter_leads"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_lead"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_lead"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_lead"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_lead"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."found_party"(uuid, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."found_party"(uuid, uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."found_party"(uuid, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."found_party"(uuid, uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."hold_parties_of"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."hold_parties_of"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_parties_of"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."host_of"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."host_of"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."host_of"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_shared_host"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_shared_host"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_shared_host"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."known_candidates"(uuid, text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."known_candidates"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."known_candidates"(uuid, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."likely_by_contact"(uuid, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."likely_by_contact"(uuid, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."likely_by_contact"(uuid, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."likely_by_name"(uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."likely_by_name"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."likely_by_name"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."likely_candidates"(uuid, public.party_kind, text, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."likely_candidates"(uuid, public.party_kind, text, text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."likely_candidates"(uuid, public.party_kind, text, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."likely_candidates"(uuid, public.party_kind, text, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."search_candidates"(uuid, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."search_candidates"(uuid, text, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."search_candidates"(uuid, text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."search_candidates"(uuid, text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."telling_words"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."telling_words"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."telling_words"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."whole_query"(text, text, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."whole_query"(text, text, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."whole_query"(text, text, text[]) TO "postgres";

REVOKE ALL ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text, uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_party"(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."find_likely_parties"(uuid, public.party_kind, text, text[]) TO "service_role";

-- By hand: leads that were there before can be found as well.
select private.rebuild_search(w.id) from public.workspaces w;

-- What is found is read again under the caller's own policies, each kind in one statement, and answered
-- as the rows of the search show it.

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

create function private.found_parties(p_hits private.search_candidate[]) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.found_parties(private.search_candidate[]) is
  'Parties as a search answers them: where somebody works, and the number, address or foreign id they were found by.';

create function private.found_leads(p_hits private.search_candidate[]) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.found_leads(private.search_candidate[]) is 'Leads as a search answers them.';

create function private.found_opportunities(p_hits private.search_candidate[]) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.found_opportunities(private.search_candidate[]) is 'Opportunities as a search answers them.';

create function private.found_communications(p_hits private.search_candidate[], p_words text[]) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.found_communications(private.search_candidate[], text[]) is
  'Communications as a search answers them, with the place where the words stand, and the opportunity or lead they are about.';
grant execute on function private.excerpt(text, text[]), private.found_parties(private.search_candidate[]),
  private.found_leads(private.search_candidate[]), private.found_opportunities(private.search_candidate[]),
  private.found_communications(private.search_candidate[], text[]) to authenticated;

create function private.latest_hits(p_candidates private.search_candidate[], p_size integer)
returns private.search_candidate[]
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function private.latest_hits(private.search_candidate[], integer) is
  'Of each kind the nearest few that the caller may see, the latest first among equals.';
grant execute on function private.latest_hits(private.search_candidate[], integer) to authenticated;

create function public.search(p_workspace_id uuid, p_text text, p_limit integer default 6) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  found record := private.search_candidates(p_workspace_id, p_text, 60);
  hits private.search_candidate[] := private.latest_hits(
    found.candidates, least(greatest(coalesce(p_limit, 6), 1), 20));
  asked text[] := string_to_array(array_to_string(found.words, '|'), '|');
begin
  return jsonb_build_object('words', to_jsonb(coalesce(asked, '{}')),
    'hits', private.found_parties(hits) || private.found_leads(hits) || private.found_opportunities(hits)
      || private.found_communications(hits, asked));
end $$;
comment on function public.search(uuid, text, integer) is
  'What a member may mean, a few of each kind, the nearest and latest first: parties by name, number, address and foreign id, leads by person and company, opportunities by name and customer, communications by what was said. And the words that were looked for, right spellings among them.';
grant execute on function public.search(uuid, text, integer) to authenticated;

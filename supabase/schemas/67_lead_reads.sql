-- How lists of leads are read: a page by its place, and how many wait where.

create function public.list_leads(
  p_workspace_id uuid, p_queues text[], p_limit integer default 50, p_owner_id uuid default null,
  p_statuses public.lead_status[] default null, p_before_at timestamptz default null, p_before_id uuid default null
) returns jsonb
-- As for columns of a board: a long queue is expected to be short, and would be read whole and
-- sorted; without bitmap scans only the index in the order of the queue is left.
language plpgsql stable set search_path = '' set enable_bitmapscan = off
set plan_cache_mode = force_generic_plan as $$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  before_at timestamptz := coalesce(p_before_at, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  size integer := least(greatest(p_limit, 1), 100);
begin
  if cardinality(topics) = 0 then
    raise exception 'workspace_not_found';
  end if;
  return (
    select coalesce(jsonb_agg(private.lead_face(page.l) order by (page.l).created_at desc, (page.l).id desc), '[]')
    from (
      -- Each queue of each topic gives its newest from the index; what is closed or others' is never read.
      select l from unnest(topics) t cross join unnest(p_queues) q cross join lateral (
        select l from public.leads l
        where (l.topic, l.queue, l.created_at, l.id) < (t, q, before_at, before_id)
          and (l.topic, l.queue, l.created_at, l.id) > (t, q, '-infinity', '00000000-0000-0000-0000-000000000000')
          and (p_owner_id is null or l.owner_id = p_owner_id)
          and (p_statuses is null or l.status = any (p_statuses))
        order by l.topic desc, l.queue desc, l.created_at desc, l.id desc limit size
      ) newest
      order by (l).created_at desc, (l).id desc limit size
    ) page
  );
end $$;
comment on function public.list_leads(uuid, text[], integer, uuid, public.lead_status[], timestamptz, uuid) is
  'The newest leads of these queues below a place, by keyset.';

create function public.lead_counts(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  me uuid := private.my_member_id(p_workspace_id);
begin
  if cardinality(topics) = 0 then
    raise exception 'workspace_not_found';
  end if;
  return (
    select jsonb_build_object(
      'unassigned', count(*) filter (where l.queue = 'unassigned'),
      'mine', count(*) filter (where l.owner_id = me),
      'open', count(*))
    from public.leads l
    where l.topic = any (topics) and l.queue in ('unassigned', 'assigned')
  );
end $$;
comment on function public.lead_counts(uuid) is
  'How many open leads wait, are the caller''s, and are in their sight; closed ones are not counted, for they only grow.';

create function public.lead_details(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.lead_face(l) || jsonb_build_object(
      'contactPoints', private.contact_points_of(l.workspace_id, l.party_id),
      'companyContactPoints', private.contact_points_of(l.workspace_id, l.organization_id),
      'campaignId', l.campaign_id,
      'campaign', (select jsonb_build_object('id', c.id, 'name', c.name) from public.campaigns c
        where c.workspace_id = l.workspace_id and c.id = l.campaign_id),
      'readerIds', array(select private.reader_ids(l.workspace_id, l.topic)))
    from public.leads l where l.id = p_id
  );
end $$;
comment on function public.lead_details(uuid) is
  'A lead with every way to reach its party and company, and the members who may see it; null when the caller may not.';

create function public.lead_twins(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  about public.leads;
begin
  select * into about from public.leads l where l.id = p_id;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted)
      order by p.match_name, p.id), '[]')
    from (
      -- The same address, or a name that begins alike: of a company the first word, of a person all.
      select o.id from (
        select c.kind, c.value from public.contact_points c
        where c.workspace_id = about.workspace_id and c.party_id in (about.party_id, about.organization_id)
          and c.kind <> 'web'
      ) own
      join public.contact_points c
        on c.workspace_id = about.workspace_id and c.kind = own.kind and c.value = own.value
      join public.parties o on o.id = c.party_id
      union
      select o.id from public.parties mine
      join public.parties o on o.workspace_id = about.workspace_id and o.kind = mine.kind
        and starts_with(o.match_name,
          case mine.kind when 'person' then mine.match_name else split_part(mine.match_name, ' ', 1) end)
      where mine.id in (about.party_id, about.organization_id)
        and (mine.kind = 'person' or length(split_part(mine.match_name, ' ', 1)) >= 4)
      limit 20
    ) alike
    join public.parties p on p.id = alike.id
    where p.id not in (about.party_id, coalesce(about.organization_id, about.party_id))
      and not exists (select 1 from public.workspaces w where w.party_id = p.id)
  );
end $$;
comment on function public.lead_twins(uuid) is
  'Parties that may be the same as the person or the company of a lead, to be attached to when it is converted.';

grant execute on function
  public.list_leads(uuid, text[], integer, uuid, public.lead_status[], timestamptz, uuid),
  public.lead_counts(uuid), public.lead_details(uuid), public.lead_twins(uuid) to authenticated;

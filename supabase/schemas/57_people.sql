-- Who is around an opportunity: at the customer, and among us.

create function private.reader_ids(p_workspace_id uuid, p_topic text) returns setof uuid
language sql stable set search_path = '' as $$
  with recursive at_or_above (id, parent_id) as (
    select t.id, t.parent_id from public.teams t
    where t.workspace_id = p_workspace_id and 'team:' || t.id = p_topic
    union
    select t.id, t.parent_id from public.teams t join at_or_above a on t.id = a.parent_id
  )
  select m.id from public.members m
  where m.workspace_id = p_workspace_id and m.deactivated_at is null and (
    p_topic = 'workspace:' || p_workspace_id
    or p_topic = 'member:' || m.id
    or p_topic like 'team:%' and (
      m.access_role = 'admin'
      or exists (
        select 1 from public.team_members tm
        where tm.member_id = m.id and (
          'team:' || tm.team_id = p_topic
          or m.access_role = 'manager' and tm.team_id in (select a.id from at_or_above a)
        )
      )
    )
  )
$$;
comment on function private.reader_ids(uuid, text) is
  'The members who may see a topic: private.my_topics, asked from the other side.';
grant execute on function private.reader_ids(uuid, text) to authenticated, service_role;

create function private.related_parties(p_workspace_id uuid, p_party_id uuid) returns table (
  party_id uuid, role_codes text[], title text
)
language sql stable set search_path = '' as $$
  select ends.party_id, array_agg(distinct ends.role_code), max(ends.title)
  from (
    select r.to_party_id as party_id, r.to_role_code as role_code, r.title
    from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.from_party_id = p_party_id and r.valid @> current_date
    union all
    select r.from_party_id, r.from_role_code, r.title
    from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.valid @> current_date
  ) ends
  group by ends.party_id
$$;
comment on function private.related_parties(uuid, uuid) is
  'Whom a party is related to today, each once, with the roles that they have in it.';
grant execute on function private.related_parties(uuid, uuid) to authenticated, service_role;

create function public.opportunity_people(p_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'customer', (
      select jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
        'contactPoints', private.contact_points_of(c.workspace_id, c.id))
      from public.parties c where c.id = o.customer_id
    ),
    'related', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'kind', p.kind, 'name', p.name, 'roles', r.role_codes, 'title', r.title,
        'contactPoints', private.contact_points_of(p.workspace_id, p.id))
        order by p.kind, p.match_name, p.id), '[]')
      from (
        select * from private.related_parties(o.workspace_id, o.customer_id) limit 100
      ) r
      join public.parties p on p.id = r.party_id
    ),
    'readers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email)
        order by m.name, m.id), '[]')
      from public.members m where m.id in (select private.reader_ids(o.workspace_id, o.topic))
    )
  )
  from public.opportunities o where o.id = p_id
$$;
comment on function public.opportunity_people(uuid) is
  'The customer of an opportunity, whom it is related to, a hundred at most, each with how to reach them, and the members who may see it; null when the caller may not.';
grant execute on function public.opportunity_people(uuid) to authenticated;

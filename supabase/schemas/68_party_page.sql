-- All of a party at a glance, in one answer of one snapshot.

create function private.period(p_valid daterange) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_build_object('from', lower(p_valid), 'until', upper(p_valid));
end $$;
comment on function private.period(daterange) is 'A half-open period of days; null is open.';
grant execute on function private.period(daterange) to authenticated, service_role;

create function private.party_relations(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(r.relation order by r.is_over, r.type_code, r.name, r.id), '[]') from (
      select ends.type_code, other.name, ends.id, upper(ends.valid) <= current_date as is_over,
        jsonb_build_object(
          'id', ends.id, 'version', ends.version, 'typeCode', ends.type_code, 'isFrom', ends.is_from,
          'role', ends.role, 'otherRole', ends.other_role, 'title', ends.title, 'sharesPage', ends.shares_page, 'valid', private.period(ends.valid),
          'party', jsonb_build_object('id', other.id, 'kind', other.kind, 'name', other.name,
            'isBlacklisted', other.is_blacklisted)) as relation
      from (
        select r.id, r.version, r.type_code, true as is_from, r.from_role_code as role, r.to_role_code as other_role,
          r.title, r.shares_page, r.valid, r.to_party_id as other_id
        from public.party_relationships r where r.workspace_id = p_workspace_id and r.from_party_id = p_party_id
        union all
        select r.id, r.version, r.type_code, false, r.to_role_code, r.from_role_code, r.title,
          r.shares_page, r.valid, r.from_party_id
        from public.party_relationships r where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id
        limit 200
      ) ends
      join public.parties other on other.id = ends.other_id
    ) r
  );
end $$;
comment on function private.party_relations(uuid, uuid) is
  'How a party is related, 200 at most, those that are over last. `isFrom` tells that the link leads away from it.';
grant execute on function private.party_relations(uuid, uuid) to authenticated, service_role;

create function private.links_among(p_workspace_id uuid, p_ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'fromId', r.from_party_id, 'toId', r.to_party_id, 'typeCode', r.type_code)), '[]')
    from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.from_party_id = any (p_ids) and r.to_party_id = any (p_ids)
      and r.valid @> current_date
  );
end $$;
comment on function private.links_among(uuid, uuid[]) is 'How these parties are linked with each other today.';
grant execute on function private.links_among(uuid, uuid[]) to authenticated, service_role;

create function private.party_contact_points(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'version', c.version, 'kind', c.kind, 'value', c.value, 'extension', c.extension,
      'address', c.address, 'purposes', c.purposes, 'valid', private.period(c.valid), 'isPrimary', c.is_primary,
      'verifiedAt', c.verified_at, 'mayContact', c.may_contact)
      order by upper(c.valid) <= current_date nulls first, c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from (
      select * from public.contact_points c
      where c.workspace_id = p_workspace_id and c.party_id = p_party_id
      order by c.valid @> current_date desc, c.created_at limit 200
    ) c
  );
end $$;
comment on function private.party_contact_points(uuid, uuid) is
  'All ways a party can or could be reached, 200 at most, those that are over last.';
grant execute on function private.party_contact_points(uuid, uuid) to authenticated, service_role;

create function private.party_opportunities(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', o.id, 'name', o.name, 'stageName', s.name, 'stageKind', s.kind, 'ownerId', o.owner_id,
      'amount', trim_scale(o.amount)::text, 'currency', o.currency, 'expectedCloseOn', o.expected_close_on,
      'closedAt', o.closed_at)
      order by o.closed_at desc nulls first, o.expected_close_on nulls last, o.id), '[]')
    from (
      select * from public.opportunities o
      where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id)
      order by o.closed_at desc nulls first, o.expected_close_on nulls last, o.id limit 100
    ) o
    join public.stages s on s.id = o.stage_id
  );
end $$;
comment on function private.party_opportunities(uuid, uuid) is
  'The opportunities of a party that the caller may see, open ones first, 100 at most.';
grant execute on function private.party_opportunities(uuid, uuid) to authenticated, service_role;

create function private.party_communications(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'typeCode', c.type_code, 'direction', c.direction, 'subject', c.subject,
      'body', left(c.body, 500), 'occurredAt', c.occurred_at, 'authorId', c.author_id,
      'opportunityId', c.opportunity_id, 'opportunityName', o.name,
      'isShared', c.is_shared and c.party_id = p_party_id)
      order by c.occurred_at desc, c.id), '[]')
    from (
      select c.* from public.communications c
      where c.workspace_id = p_workspace_id and (c.party_id = p_party_id or c.opportunity_id in (
        select o.id from public.opportunities o
        where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id)
      ))
      order by c.occurred_at desc, c.id limit 50
    ) c
    left join public.opportunities o on o.id = c.opportunity_id
  );
end $$;
comment on function private.party_communications(uuid, uuid) is
  'The last 50 contacts with a party, or about its opportunities, that the caller may see.';
grant execute on function private.party_communications(uuid, uuid) to authenticated, service_role;

create function private.party_tasks(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  opportunity_ids uuid[] := array(
    select o.id from public.opportunities o
    where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id));
begin
  return (
    select coalesce(jsonb_agg(private.task_fields(t) order by t.is_done, t.done_at desc, t.due_on, t.created_at, t.id), '[]')
    from (
      (select * from public.tasks t
       where t.workspace_id = p_workspace_id and not t.is_done
         and (t.party_id = p_party_id or t.opportunity_id = any (opportunity_ids))
       order by t.due_on, t.created_at, t.id limit 100)
      union all
      (select * from public.tasks t
       where t.workspace_id = p_workspace_id and t.is_done
         and (t.party_id = p_party_id or t.opportunity_id = any (opportunity_ids))
       order by t.done_at desc, t.id limit 5)
    ) t
  );
end $$;
comment on function private.party_tasks(uuid, uuid) is
  'What is to do about a party, or about an opportunity of it that the caller may see: 100 at most, those due first before, those of any day last; then the last five that were done.';
grant execute on function private.party_tasks(uuid, uuid) to authenticated, service_role;

create function private.party_leads(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'status', l.status, 'source', l.source, 'ownerId', l.owner_id, 'note', left(l.note, 200),
      'createdAt', l.created_at) order by l.queue = 'closed', l.created_at desc, l.id), '[]')
    from (
      select * from public.leads l
      where l.workspace_id = p_workspace_id and (l.party_id = p_party_id or l.organization_id = p_party_id)
      order by l.queue = 'closed', l.created_at desc limit 50
    ) l
  );
end $$;
comment on function private.party_leads(uuid, uuid) is
  'The leads of a party that the caller may see, open ones first, 50 at most.';
grant execute on function private.party_leads(uuid, uuid) to authenticated, service_role;

create function public.open_party(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  party public.parties;
  relations jsonb;
begin
  select * into party from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id;
  if not found then
    return null;
  end if;
  relations := private.party_relations(p_workspace_id, p_party_id);
  return jsonb_build_object(
    -- Before anything is read: what changes meanwhile has a later number.
    'heads', public.board_heads(p_workspace_id),
    'party', private.party_fields(party),
    'isOwnCompany', exists (
      select 1 from public.workspaces w where w.id = p_workspace_id and w.party_id = p_party_id),
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'code', r.role_code,
        'valid', private.period(r.valid)) order by lower(r.valid), r.id), '[]')
      from public.party_roles r where r.workspace_id = p_workspace_id and r.party_id = p_party_id
    ),
    'relations', relations,
    'links', private.links_among(p_workspace_id, array(
      select distinct (l -> 'party' ->> 'id')::uuid from jsonb_array_elements(relations) l)),
    'contactPoints', private.party_contact_points(p_workspace_id, p_party_id),
    'externalIds', (
      select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'system', e.system, 'value', e.value)
        order by e.system, e.value), '[]')
      from public.party_external_ids e where e.workspace_id = p_workspace_id and e.party_id = p_party_id
    ),
    'classifications', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'code', c.class_code,
        'kind', c.class_kind, 'reason', c.reason, 'from', lower(c.valid), 'until', upper(c.valid),
        'authorId', c.created_by) order by upper_inf(c.valid) desc, lower(c.valid) desc, c.id), '[]')
      from public.party_classifications c where c.workspace_id = p_workspace_id and c.party_id = p_party_id
    ),
    'opportunities', private.party_opportunities(p_workspace_id, p_party_id),
    'tasks', private.party_tasks(p_workspace_id, p_party_id),
    'leads', private.party_leads(p_workspace_id, p_party_id),
    'communications', private.party_communications(p_workspace_id, p_party_id),
    'requests', public.requests_of_party(p_workspace_id, p_party_id),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'isActive', m.deactivated_at is null)
        order by m.name, m.id), '[]')
      from public.members m where m.workspace_id = p_workspace_id
    ),
    'roleTypes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'parentCode', t.parent_code, 'name', t.name) order by t.code)
      from public.role_types t where t.workspace_id is null or t.workspace_id = p_workspace_id
    ),
    'classes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'kind', t.kind, 'name', t.name) order by t.code)
      from public.party_classes t where t.workspace_id is null or t.workspace_id = p_workspace_id
    )
  );
end $$;
comment on function public.open_party(uuid, uuid) is
  'All that the page of a party shows but its history; null when there is none that the caller may see.';
grant execute on function public.open_party(uuid, uuid) to authenticated;

create function public.party_history(p_workspace_id uuid, p_party_id uuid, p_before bigint, p_limit integer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', h.id, 'entity', h.entity, 'entityId', h.entity_id, 'op', h.op, 'actorId', h.actor_id,
      'isByCustomer', h.customer_id is not null,
      'changedAt', h.changed_at, 'changes', h.changes,
      'task', (select t.title from public.tasks t where h.entity = 'task' and t.id = h.entity_id),
      'other', (
        select jsonb_build_object('id', p.id, 'name', p.name) from public.parties p
        where p.id = case when h.party_id = p_party_id then h.other_party_id else h.party_id end
      )) order by h.id desc), '[]')
    from (
      select * from (
        (select * from public.change_history h
         where h.party_id = p_party_id and h.workspace_id = p_workspace_id and h.id < coalesce(p_before, h.id + 1)
         order by h.id desc limit p_limit)
        union all
        (select * from public.change_history h
         where h.other_party_id = p_party_id and h.workspace_id = p_workspace_id and h.id < coalesce(p_before, h.id + 1)
         order by h.id desc limit p_limit)
      ) both_ends order by id desc limit p_limit
    ) h
  );
end $$;
comment on function public.party_history(uuid, uuid, bigint, integer) is
  'Who changed what of a party and of what is kept of it, newest first; `p_before` is the last id of the page before.';
grant execute on function public.party_history(uuid, uuid, bigint, integer) to authenticated;

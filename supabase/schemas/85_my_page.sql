-- What a customer sees on their own page, and all that is known of them to take along.

create function private.shared_contact_points(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'version', c.version, 'kind', c.kind, 'value', c.value, 'extension', c.extension,
      'address', c.address, 'isVerified', c.verified_at is not null, 'mayContact', c.may_contact)
      order by c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from (
      select * from public.contact_points c
      where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.valid @> current_date
        and c.kind in ('email', 'phone', 'postal')
      order by c.created_at limit 100
    ) c
  );
end $$;
comment on function private.shared_contact_points(uuid, uuid) is
  'How a party is reached by mail, phone and post today; 100 at most.';

create function private.responsible_for(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(m.name order by m.place, m.name), '[]') from (
      select m.name, min(o.place) as place from (
        select p.owner_id, 0 as place from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id
        union all
        select o.owner_id, 1 from public.opportunities o join public.stages s on s.id = o.stage_id and s.kind = 'open'
        where o.workspace_id = p_workspace_id and (o.contact_id = p_party_id or o.customer_id = p_party_id)
        union all
        select l.owner_id, 2 from public.leads l
        where l.workspace_id = p_workspace_id and l.party_id = p_party_id and l.queue <> 'closed'
      ) o
      join public.members m on m.id = o.owner_id and m.deactivated_at is null
      group by m.id, m.name order by place, m.name limit 5
    ) m
  );
end $$;
comment on function private.responsible_for(uuid, uuid) is
  'Names of the members who look after a party: its owner, then those of its open opportunities and leads.';

create function private.conversations_of(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('messages', talk.messages) order by talk.latest desc), '[]')
    from (
      select max(c.occurred_at) as latest, jsonb_agg(jsonb_build_object(
        'id', c.id, 'direction', c.direction, 'body', coalesce(c.body, c.subject), 'occurredAt', c.occurred_at,
        'author', a.name, 'isProven', c.is_proven) order by c.occurred_at, c.id) as messages
      from (
        select * from public.communications c
        where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.is_shared
        order by c.occurred_at desc limit 200
      ) c
      left join public.members a on a.id = c.author_id
      group by coalesce(c.opportunity_id, c.lead_id)
    ) talk
  );
end $$;
comment on function private.conversations_of(uuid, uuid) is
  'The last 200 messages between a party and us, each talk by the concern it is about; what it is about stays ours.';

create function private.shared_with(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('name', o.name,
      'contactPoints', private.shared_contact_points(p_workspace_id, o.id),
      'responsible', private.responsible_for(p_workspace_id, o.id),
      'conversations', private.conversations_of(p_workspace_id, o.id)) order by o.name, o.id), '[]')
    from (
      select distinct p.id, p.name
      from public.party_relationships r
      join public.parties p on p.workspace_id = r.workspace_id and p.id = r.from_party_id and p.kind = 'organization'
      where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.shares_page
        and r.type_code in ('CONTACT_REL', 'EMPLOYMENT') and r.valid @> current_date
      order by p.name limit 20
    ) o
  );
end $$;
comment on function private.shared_with(uuid, uuid) is
  'Of the organizations that a person works for: what a member allowed them to see.';

create function private.my_page() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
  party public.parties;
begin
  select * into party from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id;
  return (
    select jsonb_build_object(
      'workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'timeZone', w.time_zone, 'logo', page.logo,
      'privacyUrl', page.privacy_url, 'rules', page.change_rules, 'email', me.email,
      'party', jsonb_build_object('id', party.id, 'version', party.version, 'kind', party.kind, 'name', party.name,
        'salutation', party.salutation, 'title', party.title, 'givenName', party.given_name,
        'familyName', party.family_name, 'language', party.language),
      'others', (
        select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]') from (
          select distinct p.id, p.name
          from public.contact_points c join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
          where c.workspace_id = me.workspace_id and c.kind = 'email' and c.value = me.email
            and c.valid @> current_date and p.id <> me.party_id
          order by p.name limit 20) o),
      'contactPoints', private.shared_contact_points(me.workspace_id, me.party_id),
      'changes', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'field', c.field, 'op', c.op,
          'contactPointId', c.contact_point_id, 'before', c.before, 'after', c.after, 'status', c.status,
          'createdAt', c.created_at) order by c.created_at desc, c.id), '[]') from (
            select * from public.customer_changes c
            where c.workspace_id = me.workspace_id and c.party_id = me.party_id
              and (c.status in ('waiting', 'unverified') or c.status = 'declined' and c.decided_at > now() - interval '14 days')
            order by c.created_at desc limit 50) c),
      'lists', (
        select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names, 'descriptions', l.descriptions,
          'isWanted', coalesce(s.status = 'accepted', false), 'email', s.email) order by l.name, l.id), '[]')
        from public.contact_lists l
        left join public.subscriptions s on s.workspace_id = l.workspace_id and s.list_id = l.id and s.party_id = me.party_id
        where l.workspace_id = me.workspace_id and l.archived_at is null
          and (l.is_offered or s.status in ('accepted', 'pending'))),
      'responsible', private.responsible_for(me.workspace_id, me.party_id),
      'conversations', private.conversations_of(me.workspace_id, me.party_id),
      'organizations', private.shared_with(me.workspace_id, me.party_id),
      'erasure', (
        select jsonb_build_object('status', e.status, 'dueOn', e.due_on, 'note', e.note)
        from public.erasure_requests e
        where e.workspace_id = me.workspace_id and e.party_id = me.party_id and e.status in ('open', 'declined')
        order by e.created_at desc limit 1))
    from public.workspaces w join public.contact_pages page on page.workspace_id = w.id
    where w.id = me.workspace_id
  );
end $$;
comment on function private.my_page() is 'Definer: customers read no table.';

create function private.my_data() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
  party public.parties;
begin
  select * into party from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id;
  return jsonb_build_object(
    'heldBy', (select w.name from public.workspaces w where w.id = me.workspace_id),
    'asOf', now(),
    'party', jsonb_strip_nulls(to_jsonb(party) - '{workspace_id,match_name,search_name,import_id,created_by,version}'::text[]
      || jsonb_build_object('owner_id', (select m.name from public.members m where m.id = party.owner_id))),
    'contactPoints', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', c.kind, 'value', c.value,
        'extension', c.extension, 'address', c.address, 'purposes', c.purposes, 'from', lower(c.valid), 'until', upper(c.valid),
        'verifiedAt', c.verified_at, 'mayContact', c.may_contact, 'bouncedAt', c.bounced_at, 'notedAt', c.created_at))
        order by c.kind, c.created_at), '[]')
      from public.contact_points c where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object('role', r.role_code, 'from', lower(r.valid), 'until', upper(r.valid))
        order by lower(r.valid)), '[]')
      from public.party_roles r where r.workspace_id = me.workspace_id and r.party_id = me.party_id),
    'relationships', (
      select coalesce(jsonb_agg(jsonb_build_object('type', r.type_code, 'with', o.name, 'title', r.title,
        'from', lower(r.valid), 'until', upper(r.valid)) order by lower(r.valid)), '[]')
      from public.party_relationships r
      join public.parties o on o.workspace_id = r.workspace_id
        and o.id = case when r.from_party_id = me.party_id then r.to_party_id else r.from_party_id end
      where r.workspace_id = me.workspace_id and me.party_id in (r.from_party_id, r.to_party_id)),
    'externalIds', (
      select coalesce(jsonb_agg(jsonb_build_object('system', e.system, 'value', e.value) order by e.system, e.value), '[]')
      from public.party_external_ids e where e.workspace_id = me.workspace_id and e.party_id = me.party_id),
    'classifications', (
      select coalesce(jsonb_agg(jsonb_build_object('class', c.class_code, 'reason', c.reason, 'from', lower(c.valid),
        'until', upper(c.valid)) order by lower(c.valid)), '[]')
      from public.party_classifications c where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'subscriptions', (
      select coalesce(jsonb_agg(jsonb_build_object('list', l.name, 'status', s.status, 'email', s.email, 'consents', (
        select coalesce(jsonb_agg(jsonb_build_object('status', n.status, 'origin', n.origin, 'email', n.email,
          'wording', n.wording, 'proof', n.proof, 'clientAddress', n.client_address, 'notedAt', n.noted_at) order by n.id), '[]')
        from public.consents n where n.workspace_id = s.workspace_id and n.subscription_id = s.id)) order by l.name), '[]')
      from public.subscriptions s join public.contact_lists l on l.id = s.list_id
      where s.workspace_id = me.workspace_id and s.party_id = me.party_id),
    'leads', (
      select coalesce(jsonb_agg(jsonb_build_object('status', l.status, 'source', l.source, 'note', l.note,
        'createdAt', l.created_at) order by l.created_at), '[]')
      from public.leads l where l.workspace_id = me.workspace_id and l.party_id = me.party_id),
    'opportunities', (
      select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'as',
        case when o.customer_id = me.party_id then 'customer' else 'contact' end, 'createdAt', o.created_at) order by o.created_at), '[]')
      from public.opportunities o
      where o.workspace_id = me.workspace_id and (o.customer_id = me.party_id or o.contact_id = me.party_id)),
    'communications', (
      select coalesce(jsonb_agg(jsonb_build_object('type', c.type_code, 'direction', c.direction, 'subject', c.subject,
        'body', c.body, 'occurredAt', c.occurred_at, 'author', a.name) order by c.occurred_at), '[]')
      from public.communications c left join public.members a on a.id = c.author_id
      where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'tasks', (
      select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'note', t.note, 'dueOn', t.due_on,
        'doneAt', t.done_at) order by t.created_at), '[]')
      from public.tasks t where t.workspace_id = me.workspace_id and t.party_id = me.party_id),
    'history', (
      select coalesce(jsonb_agg(jsonb_build_object('what', h.entity, 'op', h.op, 'changedAt', h.changed_at,
        'changes', h.changes) order by h.id), '[]')
      from public.change_history h
      where h.workspace_id = me.workspace_id and h.party_id = me.party_id
        and h.entity in ('party', 'contact_point', 'party_role', 'party_relationship', 'party_classification')),
    'corrections', (
      select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'op', c.op, 'before', c.before, 'after', c.after,
        'status', c.status, 'createdAt', c.created_at) order by c.created_at), '[]')
      from public.customer_changes c where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'erasureRequests', (
      select coalesce(jsonb_agg(jsonb_build_object('status', e.status, 'dueOn', e.due_on, 'createdAt', e.created_at)
        order by e.created_at), '[]')
      from public.erasure_requests e where e.workspace_id = me.workspace_id and e.party_id = me.party_id),
    'mails', (
      select coalesce(jsonb_agg(jsonb_build_object('template', m.template, 'recipient', m.recipient, 'status', m.status,
        'sentAt', m.sent_at) order by m.created_at), '[]')
      from public.mails m where m.workspace_id = me.workspace_id and m.party_id = me.party_id));
end $$;
comment on function private.my_data() is
  'Definer: all that is held about a customer (GDPR, articles 15 and 20). Of the sales it says that there are some, not what we think they are worth.';

create function public.my_page() returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.my_page();
end $$;
comment on function public.my_page() is 'The page of the customer who is signed in: not_signed_in else.';
create function public.my_data() returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.my_data();
end $$;
comment on function public.my_data() is 'All that the workspace holds about the customer who is signed in, to take along.';
grant execute on function private.my_page(), private.my_data(), public.my_page(), public.my_data()
  to anon, authenticated;

-- What customers asked for, as members see it.

create function private.customer_change_face(p_change public.customer_changes) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', p_change.id, 'field', p_change.field, 'op', p_change.op, 'before', p_change.before,
      'after', p_change.after, 'status', p_change.status, 'createdAt', p_change.created_at,
      'decidedAt', p_change.decided_at, 'decidedBy', m.name,
      'party', jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted))
    from public.parties p left join public.members m on m.id = p_change.decided_by
    where p.workspace_id = p_change.workspace_id and p.id = p_change.party_id
  );
end $$;
comment on function private.customer_change_face(public.customer_changes) is
  'A customer''s correction with the old and the new value; `customerChange` in domain/customer-request-answers.ts reads it.';

create function private.erasure_face(p_request public.erasure_requests) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', p_request.id, 'status', p_request.status, 'dueOn', p_request.due_on,
      'createdAt', p_request.created_at, 'decidedAt', p_request.decided_at, 'decidedBy', m.name, 'note', p_request.note,
      'party', case when p.id is not null then
        jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted) end)
    from (select 1) one
    left join public.parties p on p.workspace_id = p_request.workspace_id and p.id = p_request.party_id
    left join public.members m on m.id = p_request.decided_by
  );
end $$;
comment on function private.erasure_face(public.erasure_requests) is 'A request to be forgotten; without a party once that is gone.';
grant execute on function private.customer_change_face(public.customer_changes), private.erasure_face(public.erasure_requests)
  to authenticated, service_role;

create function public.list_customer_requests(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return jsonb_build_object(
    'heads', public.board_heads(p_workspace_id),
    'waiting', (
      select coalesce(jsonb_agg(private.customer_change_face(c) order by c.created_at, c.id), '[]') from (
        select * from public.customer_changes c where c.workspace_id = p_workspace_id and c.status = 'waiting'
        order by c.created_at, c.id limit 200) c),
    'erasures', (
      select coalesce(jsonb_agg(private.erasure_face(e) order by e.due_on, e.created_at, e.id), '[]') from (
        select * from public.erasure_requests e where e.workspace_id = p_workspace_id and e.status = 'open'
        order by e.due_on, e.created_at limit 200) e),
    'recent', (
      select coalesce(jsonb_agg(private.customer_change_face(c) order by c.created_at desc, c.id), '[]') from (
        select * from public.customer_changes c
        where c.workspace_id = p_workspace_id and c.status in ('applied', 'declined')
        order by c.created_at desc, c.id limit 50) c));
end $$;
comment on function public.list_customer_requests(uuid) is
  'What waits for a member, the oldest first and 200 at most; who wants to be forgotten, by the deadline; and the last 50 corrections.';

create function public.requests_of_party(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'changes', (
      select coalesce(jsonb_agg(private.customer_change_face(c) order by c.created_at, c.id), '[]')
      from public.customer_changes c
      where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.status = 'waiting'),
    'erasure', (
      select private.erasure_face(e) from public.erasure_requests e
      where e.workspace_id = p_workspace_id and e.party_id = p_party_id and e.status = 'open' limit 1));
end $$;
comment on function public.requests_of_party(uuid, uuid) is 'What a party asks for on its own page and nobody answered yet.';
grant execute on function public.list_customer_requests(uuid), public.requests_of_party(uuid, uuid) to authenticated;

-- How a subscription changes: asked for by visitors and members, and taken off.

create function private.set_subscriptions(
  p_ids uuid[], p_status public.subscription_status, p_origin text, p_wording text default null,
  p_proof text default null
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.subscriptions s set status = p_status where s.id = any (p_ids);
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address)
  select s.workspace_id, s.id, p_status, p_origin, private.my_member_id(s.workspace_id), s.email, p_wording, p_proof,
    private.client_address()
  from public.subscriptions s where s.id = any (p_ids) order by s.id;
end $$;
comment on function private.set_subscriptions(uuid[], public.subscription_status, text, text, text) is
  'Changes the state of subscriptions, which are held already, and notes who, how, under which text and from where.';

create type private.subscription_request as (list_id uuid, party_id uuid, email text, locale text, wording text);
comment on type private.subscription_request is 'Who is to be asked for which list, where and under which text.';

create function private.request_subscriptions(p_requests private.subscription_request[], p_origin text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held uuid[];
  outcomes jsonb;
  asked private.subscription_request[];
begin
  -- Rows first, in one order, so that two who add the same wait for each other; then the clock, once.
  held := array(
    select s.id from public.subscriptions s
    join unnest(p_requests) r on r.list_id = s.list_id and r.party_id = s.party_id order by s.id for update of s);
  with looked_at as (
    select r::private.subscription_request as request, case
      when r.email is null then 'without_email'
      when l.id is null or p.id is null or p.is_blacklisted then 'left_out'
      -- Not by another address either: who asks has proved nothing.
      when s.status = 'accepted' then 'already'
      -- What somebody declined or left they can only ask for themselves.
      when p_origin = 'member' and s.status in ('rejected', 'unsubscribed') then 'declined'
      when s.status = 'pending' and exists (
        select 1 from public.mails m
        where m.subject_id = s.id and m.template = 'confirm_subscription' and m.recipient = r.email
          and m.status in ('queued', 'sending', 'sent') and m.created_at > now() - interval '10 minutes'
      ) then 'already'
      else 'asked' end as outcome
    from unnest(p_requests) r
    left join public.contact_lists l on l.id = r.list_id and l.archived_at is null
    left join public.parties p on p.workspace_id = l.workspace_id and p.id = r.party_id
    left join public.subscriptions s on s.id = any (held) and s.list_id = r.list_id and s.party_id = r.party_id
  )
  select array_agg(k.request) filter (where k.outcome = 'asked'), jsonb_build_object(
    'asked', count(*) filter (where k.outcome = 'asked'), 'already', count(*) filter (where k.outcome = 'already'),
    'declined', count(*) filter (where k.outcome = 'declined'),
    'left_out', count(*) filter (where k.outcome = 'left_out'),
    'without_email', count(*) filter (where k.outcome = 'without_email'))
  into asked, outcomes from looked_at k;
  if asked is not null then
    perform private.ask_subscribers(asked, held, p_origin);
  end if;
  return outcomes;
end $$;
comment on function private.request_subscriptions(private.subscription_request[], text) is
  'First half of the double opt-in: asks the addresses by mail. Counts who was asked, already is or has the mail, declined (they left it themselves), is left_out (blacklisted, or the list is closed) or without_email.';

create function private.ask_subscribers(
  p_asked private.subscription_request[], p_held uuid[], p_origin text
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  ids uuid[];
begin
  with added as (
    insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
    select l.workspace_id, a.list_id, a.party_id, a.email, a.locale, 'pending'
    from unnest(p_asked) a join public.contact_lists l on l.id = a.list_id
    where not exists (
      select 1 from public.subscriptions s
      where s.id = any (p_held) and s.list_id = a.list_id and s.party_id = a.party_id)
    order by a.list_id, a.party_id
    -- Somebody asked them in this very moment: once is enough.
    on conflict (workspace_id, list_id, party_id) do nothing
    returning id
  ), asked_again as (
    update public.subscriptions s set status = 'pending', email = a.email, locale = a.locale
    from unnest(p_asked) a where s.id = any (p_held) and s.list_id = a.list_id and s.party_id = a.party_id
    returning s.id
  )
  select array_agg(k.id) into ids from (select id from added union all select id from asked_again) k;
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, client_address)
  select s.workspace_id, s.id, s.status, p_origin, private.my_member_id(s.workspace_id), s.email, a.wording,
    private.client_address()
  from public.subscriptions s join unnest(p_asked) a on a.list_id = s.list_id and a.party_id = s.party_id
  where s.id = any (ids) order by s.id;
  perform private.queue_mail(s.workspace_id, 'confirm_subscription', s.locale, s.email, s.party_id, s.id)
  from public.subscriptions s where s.id = any (ids);
end $$;
comment on function private.ask_subscribers(private.subscription_request[], uuid[], text) is
  'Puts these on their lists, to be confirmed, and mails them. Their subscriptions that were there are held.';

create function private.subscription_email(p_workspace_id uuid, p_party_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.value from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.kind = 'email'
      and c.valid @> current_date and c.bounced_at is null and coalesce(c.may_contact, true)
    order by 'MARKETING_EMAIL' = any (c.purposes) desc, c.is_primary desc, c.created_at, c.id limit 1
  );
end $$;
comment on function private.subscription_email(uuid, uuid) is
  'Where a party would read a list: not where mail bounced or they asked not to be contacted.';

create function private.subscribe_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if private.my_member_id(p_workspace_id) is null then
    raise exception 'forbidden';
  end if;
  if cardinality(p_party_ids) not between 1 and 500 then
    raise exception 'invalid_input';
  end if;
  if not exists (
    select 1 from public.contact_lists l
    where l.workspace_id = p_workspace_id and l.id = p_list_id and l.archived_at is null
  ) then
    raise exception 'reference_not_found';
  end if;
  return private.request_subscriptions(array(
    select row(p_list_id, p.id, private.subscription_email(p.workspace_id, p.id),
      case when p.language like 'en%' then 'en' when p.language like 'de%' then 'de' else w.locale end,
      null)::private.subscription_request
    from public.parties p join public.workspaces w on w.id = p.workspace_id
    where p.workspace_id = p_workspace_id and p.id = any (p_party_ids) order by p.id), 'member');
end $$;
comment on function private.subscribe_parties(uuid, uuid, uuid[]) is
  'Definer, because nobody writes subscriptions but by these functions. Only parties of the caller''s workspace count.';
grant execute on function private.subscribe_parties(uuid, uuid, uuid[]) to authenticated;

create function public.subscribe_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[], p_mutation_id uuid)
returns jsonb
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_list_id) then
    return private.subscribe_parties(p_workspace_id, p_list_id, p_party_ids);
  end if;
  return null;
end $$;
comment on function public.subscribe_parties(uuid, uuid, uuid[], uuid) is
  'Asks up to 500 parties by mail whether they want a list. Returns how many were asked, were on it already, had declined, are left out, or have no address; null for a repeated call.';
grant execute on function public.subscribe_parties(uuid, uuid, uuid[], uuid) to authenticated;

create function private.unsubscribe_party(p_subscription_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  held public.subscriptions;
begin
  select * into held from public.subscriptions s where s.id = p_subscription_id for update;
  if held.id is null or private.my_member_id(held.workspace_id) is null then
    raise exception 'not_found';
  end if;
  if held.status <> 'unsubscribed' then
    perform private.set_subscriptions(array[held.id], 'unsubscribed', 'member');
  end if;
end $$;
comment on function private.unsubscribe_party(uuid) is 'Definer: a member takes a party off a list of their workspace.';
grant execute on function private.unsubscribe_party(uuid) to authenticated;

create function public.unsubscribe_party(p_subscription_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.unsubscribe_party(p_subscription_id);
end $$;
comment on function public.unsubscribe_party(uuid) is 'Takes a party off a list, because they asked for it. May be repeated.';
grant execute on function public.unsubscribe_party(uuid) to authenticated;

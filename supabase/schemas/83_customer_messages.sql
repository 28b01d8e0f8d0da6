-- What customers do on their own page beside correcting: write, answer, choose lists; and how members
-- answer them there.

create function private.write_my_message(p_id uuid, p_about uuid, p_body text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
  written public.communications;
  about public.communications;
  concern private.concern;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into written from public.communications c where c.id = p_id;
  if written.id is not null then
    if (written.party_id, written.body) is distinct from (me.party_id, p_body) then
      raise exception 'conflict';
    end if;
    return 'received';
  end if;
  if coalesce(trim(p_body), '') = '' or length(p_body) > 10000 then
    raise exception 'invalid_input';
  end if;
  if not private.is_allowed('my_messages', me.party_id::text, 30, '1 hour') then
    return 'too_many_requests';
  end if;
  if p_about is not null then
    select * into about from public.communications c
    where c.workspace_id = me.workspace_id and c.party_id = me.party_id and c.is_shared and c.id = p_about;
    if about.id is null then
      raise exception 'not_found';
    end if;
    concern.opportunity_id := about.opportunity_id;
    concern.lead_id := about.lead_id;
  end if;
  -- Nobody looks at an interest that was closed: there it begins anew.
  if p_about is null or exists (
    select 1 from public.leads l where l.id = concern.lead_id and l.status = 'disqualified'
  ) then
    -- Two messages at once are one interest.
    perform private.lock_parties(me.workspace_id);
    concern := private.open_concern(me.workspace_id, me.party_id);
    if concern is null then
      concern := private.begin_interest(me.workspace_id, me.party_id, private.lead_taker(p))
      from public.contact_pages p where p.workspace_id = me.workspace_id;
    end if;
  end if;
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, is_proven, body)
  values (p_id, me.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming',
    me.party_id, true, true, p_body);
  return 'received';
end $$;
comment on function private.write_my_message(uuid, uuid, text) is
  'Definer: a customer writes, or answers in one of their own conversations.';

create function private.choose_my_list(p_list_id uuid, p_is_wanted boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
  list public.contact_lists;
  held public.subscriptions;
  wanted public.subscription_status := case when p_is_wanted then 'accepted' else 'unsubscribed' end;
begin
  select * into list from public.contact_lists l
  where l.workspace_id = me.workspace_id and l.id = p_list_id and l.archived_at is null;
  -- Counted before the row is held, as corrections are.
  if not private.is_allowed('my_page', me.party_id::text, 60, '1 hour') then
    return 'too_many_requests';
  end if;
  select * into held from public.subscriptions s
  where s.workspace_id = me.workspace_id and s.list_id = p_list_id and s.party_id = me.party_id for update;
  if list.id is null or held.id is null and not list.is_offered then
    raise exception 'not_found';
  end if;
  if held.status = wanted and (not p_is_wanted or held.email = me.email) or held.id is null and not p_is_wanted then
    return wanted;
  end if;
  if held.id is null then
    insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
    select me.workspace_id, p_list_id, me.party_id, me.email, case when p.language like 'en%' then 'en' else 'de' end, wanted
    from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id
    on conflict (workspace_id, list_id, party_id) do update set status = wanted
    returning * into held;
  elsif p_is_wanted and held.email <> me.email then
    update public.subscriptions s set email = me.email where s.id = held.id;
  end if;
  -- The link that they came by proved the address: that is the second half of the double opt-in.
  perform private.set_subscriptions(array[held.id], wanted, 'my_page', private.localized(list.names, held.locale),
    'Signed in by a link to ' || me.email);
  return wanted;
end $$;
comment on function private.choose_my_list(uuid, boolean) is
  'Definer: a customer wants a list at the address they signed in by, or wants it no more. Lists leave the blacklisted out when they are sent, which nobody needs to learn here.';

create function private.queue_answer_mail(p_communication_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  answer public.communications;
  recipient text;
begin
  select * into answer from public.communications c
  where c.id = p_communication_id and c.author_id in (select private.my_member_ids()) and c.is_shared;
  select c.value into recipient from public.contact_points c
  where c.workspace_id = answer.workspace_id and c.party_id = answer.party_id and c.kind = 'email'
    and c.valid @> current_date and c.bounced_at is null
  order by c.verified_at is not null desc, c.is_primary desc, c.created_at, c.id limit 1;
  if recipient is null then
    raise exception 'without_email';
  end if;
  perform private.queue_mail(answer.workspace_id, 'answered', case when p.language like 'en%' then 'en' else 'de' end,
    recipient, answer.party_id, answer.id)
  from public.parties p where p.workspace_id = answer.workspace_id and p.id = answer.party_id;
end $$;
comment on function private.queue_answer_mail(uuid) is
  'Definer: mails the caller''s own answer to whom it is for, at an address that is read.';
grant execute on function private.queue_answer_mail(uuid) to authenticated;

create function public.answer_customer(p_id uuid, p_communication_id uuid, p_body text, p_mutation_id uuid)
returns void
language plpgsql set search_path = '' as $$
declare
  about public.communications;
begin
  select * into about from public.communications c where c.id = p_communication_id;
  if about.id is null then
    raise exception 'not_found';
  end if;
  -- Only who wrote by the pages reads there.
  if not about.is_shared or about.party_id is null then
    raise exception 'forbidden';
  end if;
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.communications (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id,
    is_shared, body, author_id)
  values (p_id, about.workspace_id, about.opportunity_id, about.lead_id, 'WEB_SITE_COMMUNICATI', 'outgoing',
    about.party_id, true, p_body, private.my_member_id(about.workspace_id));
  perform private.queue_answer_mail(p_id);
end $$;
comment on function public.answer_customer(uuid, uuid, text, uuid) is
  'Answers a message of a customer: it stands on their page and goes to them by mail; without_email when none of their addresses is read. May be repeated.';
grant execute on function public.answer_customer(uuid, uuid, text, uuid) to authenticated;

create function public.write_my_message(p_id uuid, p_body text, p_about uuid default null) returns text
language plpgsql set search_path = '' as $$
begin
  return private.write_my_message(p_id, p_about, p_body);
end $$;
comment on function public.write_my_message(uuid, text, uuid) is
  'A message of the customer who is signed in, about one of their own or anew: received or too_many_requests. May be repeated.';
create function public.choose_my_list(p_list_id uuid, p_is_wanted boolean) returns text
language plpgsql set search_path = '' as $$
begin
  return private.choose_my_list(p_list_id, p_is_wanted);
end $$;
comment on function public.choose_my_list(uuid, boolean) is
  'Puts the customer who is signed in on a list that is offered, or takes them off: accepted, unsubscribed or too_many_requests. May be repeated.';
grant execute on function private.write_my_message(uuid, uuid, text), private.choose_my_list(uuid, boolean),
  public.write_my_message(uuid, text, uuid), public.choose_my_list(uuid, boolean)
  to anon, authenticated;

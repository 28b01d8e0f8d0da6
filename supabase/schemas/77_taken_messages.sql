-- What the worker makes of a message: whose it is, what it belongs to, and who takes it.

create function private.known_sender(p_message private.contact_messages) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  -- The address is what they proved; the same name at it before anybody else who shares it.
  return (
    select c.party_id from public.contact_points c
    join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
    where c.workspace_id = p_message.workspace_id and c.kind = 'email' and c.value = p_message.email
      and c.valid @> current_date
    order by private.fold(p.name) = private.fold(p_message.name) desc, p.kind, c.is_primary desc, c.created_at, c.id
    limit 1);
end $$;
comment on function private.known_sender(private.contact_messages) is
  'The party that wrote, known by its e-mail. What the form says of it changes nothing of it.';

create function private.add_sender(p_message private.contact_messages) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  sender uuid;
  company uuid;
begin
  insert into public.parties (workspace_id, kind, name, source, language)
  values (p_message.workspace_id, 'person', p_message.name, 'WEB_SITE', p_message.locale) returning id into sender;
  insert into public.contact_points (workspace_id, party_id, kind, value, is_primary)
  values (p_message.workspace_id, sender, 'email', p_message.email, true);
  if p_message.company is not null then
    company := public.find_or_add_party(p_message.workspace_id, 'organization', p_message.company);
    perform private.relate_contact(p_message.workspace_id, sender, company);
  end if;
  if p_message.phone is not null then
    insert into public.contact_points (workspace_id, party_id, kind, value)
    values (p_message.workspace_id, sender, 'phone', p_message.phone);
  end if;
  return sender;
end $$;
comment on function private.add_sender(private.contact_messages) is 'The party that wrote, when nobody is known at its e-mail.';

create function private.lead_taker(p_page public.contact_pages) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  return case p_page.assignment
    when 'turns' then private.next_in_turn(p_page.team_id)
    when 'member' then (
      select m.id from public.members m where m.id = p_page.member_id and m.deactivated_at is null)
  end;
end $$;
comment on function private.lead_taker(public.contact_pages) is
  'Who gets the next lead by the rule of the page; null is the queue, also when whoever should get it has left.';

create type private.concern as (opportunity_id uuid, lead_id uuid);
comment on type private.concern is 'What a communication is about: one of both.';

create function private.open_concern(p_workspace_id uuid, p_party_id uuid) returns private.concern
language plpgsql stable security definer set search_path = '' as $$
declare
  found_concern private.concern;
begin
  -- Where a sale or an interest is open, this belongs to it; what is private to a member stays theirs.
  select o.id into found_concern.opportunity_id
  from public.opportunities o join public.stages s on s.id = o.stage_id
  where o.workspace_id = p_workspace_id and s.kind = 'open'
    and (o.contact_id = p_party_id or o.customer_id = p_party_id)
  order by o.contact_id = p_party_id desc nulls last, o.last_activity_at desc nulls last, o.created_at desc, o.id limit 1;
  if found_concern.opportunity_id is null then
    select l.id into found_concern.lead_id from public.leads l
    where l.workspace_id = p_workspace_id and l.party_id = p_party_id and l.queue <> 'closed'
    order by l.created_at desc, l.id limit 1;
  end if;
  return found_concern;
end $$;
comment on function private.open_concern(uuid, uuid) is
  'What a message of this party belongs to: its open opportunity or its open lead; neither when none is open.';

create function private.begin_interest(p_workspace_id uuid, p_party_id uuid, p_taker_id uuid) returns private.concern
language plpgsql security definer set search_path = '' as $$
declare
  begun private.concern;
begin
  insert into public.leads (workspace_id, party_id, organization_id, owner_id, source)
  values (p_workspace_id, p_party_id, (
    select r.from_party_id from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.type_code = 'CONTACT_REL'
      and r.valid @> current_date order by lower(r.valid) desc, r.id limit 1
  ), p_taker_id, 'WEB_SITE')
  returning id into begun.lead_id;
  return begun;
end $$;
comment on function private.begin_interest(uuid, uuid, uuid) is
  'A new lead for what a party wrote, of whoever is to take it; null is the queue.';

create function private.told(p_answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select string_agg(concat(a.value ->> 'question', ': ', a.value ->> 'answer'), E'\n' order by a.ordinality)
    from jsonb_array_elements(p_answers) with ordinality a);
end $$;
comment on function private.told(jsonb) is 'Answers of a message, a line each; null when there are none.';

create function private.take_contact_message(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  message private.contact_messages;
  sender uuid;
  concern private.concern;
  taker uuid;
begin
  select * into message from private.contact_messages m where m.id = p_id for update;
  if message.status is distinct from 'received' then
    return;
  end if;
  -- As everywhere: parties, turns and rows first, clocks with the first thing that is written.
  perform private.lock_parties(message.workspace_id);
  sender := private.known_sender(message);
  concern := private.open_concern(message.workspace_id, sender);
  if concern is null then
    taker := private.lead_taker(p) from public.contact_pages p where p.workspace_id = message.workspace_id;
  end if;
  perform 1 from public.subscriptions s
  where s.workspace_id = message.workspace_id and s.party_id = sender order by s.id for update;
  sender := coalesce(sender, private.add_sender(message));
  if concern is null then
    concern := private.begin_interest(message.workspace_id, sender, taker);
  end if;
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, is_proven, body,
      occurred_at)
  values (message.id, message.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming', sender,
    true, message.is_proven,
    -- A number that is not known of them is told, not kept: who writes has proved nothing.
    concat_ws(E'\n\n', message.body, private.told(message.answers), case when not exists (
      select 1 from public.contact_points c
      where c.workspace_id = message.workspace_id and c.party_id = sender and c.value = message.phone
    ) then message.phone end), message.received_at);
  perform private.request_subscriptions(array(
    select row(l.id, sender, message.email, message.locale,
      coalesce(message.wording || E'\n', '') || private.localized(l.names, message.locale))::private.subscription_request
    from public.contact_pages p cross join lateral private.lists_on(p) l
    where p.workspace_id = message.workspace_id and l.id = any (message.list_ids)), 'contact_page');
  perform private.queue_mail(message.workspace_id, 'message_received', message.locale, message.email, sender, message.id);
  update private.contact_messages m set status = 'taken', taken_at = now(), party_id = sender where m.id = p_id;
end $$;
comment on function private.take_contact_message(uuid) is
  'Turns a message into a communication on the open opportunity or lead of its sender, or into a new lead, in one transaction and once.';

-- What comes in by the contact page: kept in one statement, then turned into a lead or a
-- communication by the worker, so that a flood reaches the team's tables one by one.

create table private.contact_messages (
  id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  challenge text unique,
  name text not null check (length(name) <= 200 and trim(name) <> ''),
  email text not null check (private.is_contact_value('email', email)),
  company text check (length(company) <= 200 and trim(company) <> ''),
  phone text check (private.is_contact_value('phone', phone)),
  body text not null check (length(body) <= 10000 and trim(body) <> ''),
  answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
  locale text not null check (locale in ('de', 'en')),
  list_ids uuid[] not null default '{}' check (cardinality(list_ids) <= 20),
  wording text check (length(wording) <= 5000),
  client_address text,
  status text not null check (status in ('unproven', 'received', 'taken')),
  is_proven boolean not null default false,
  party_id uuid,
  received_at timestamptz not null default now(),
  taken_at timestamptz
);
comment on table private.contact_messages is
  'Messages of the contact page as they were sent. Unproven ones wait until their sender opens a link in a mail.';
comment on column private.contact_messages.id is 'Made by the form, so that a double tap or a retry is the same message.';
comment on column private.contact_messages.answers is
  'To the page''s own questions, in its order: id, question as it was asked, answer.';
comment on column private.contact_messages.is_proven is 'Whether its sender opened a link in a mail.';
comment on column private.contact_messages.challenge is 'The proof of work it came with, good for one message.';
create index contact_messages_workspace on private.contact_messages (workspace_id, received_at);
create index contact_messages_waiting on private.contact_messages (received_at) where status = 'received';
create index contact_messages_taken on private.contact_messages (taken_at) where status = 'taken';

create function private.sign_challenge(p_text text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  return encode(extensions.hmac(convert_to(p_text, 'utf8'), private.own_secret('challenge'), 'sha256'), 'hex');
end $$;
comment on function private.sign_challenge(text) is 'So that nothing needs to be kept of a challenge until it is solved.';

create function private.contact_challenge(p_slug text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  bits integer := page.difficulty;
  challenge text;
begin
  -- The busier it is, the dearer: one more bit doubles the work.
  bits := least(24, bits + (
    select ceil(log(2, greatest(1, count(*) / 60.0)))::integer from (
      select 1 from private.contact_messages m
      where m.workspace_id = page.workspace_id and m.received_at > now() - interval '1 minute' limit 4000) busy));
  challenge := concat_ws('.', page.id, bits, extract(epoch from now() + interval '2 hours')::bigint,
    encode(extensions.gen_random_bytes(12), 'hex'));
  return jsonb_build_object('challenge', challenge || '.' || private.sign_challenge(challenge), 'bits', bits);
end $$;
comment on function private.contact_challenge(text) is
  'Work that costs a sender of thousands more than a person: page, bits, end of validity, nonce, signature.';

create function private.is_solved(p_challenge text, p_solution bigint, p_page_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  parts text[] := string_to_array(p_challenge, '.');
  bits integer;
  digest bytea;
begin
  if p_challenge is null or cardinality(parts) <> 5 or parts[1] <> p_page_id::text
    or private.sign_challenge(concat_ws('.', parts[1], parts[2], parts[3], parts[4])) <> parts[5]
  then
    return false;
  end if;
  -- Only now are they sure to be numbers.
  if to_timestamp(parts[3]::bigint) < now() then
    return false;
  end if;
  bits := parts[2]::integer;
  digest := sha256(convert_to(p_challenge || '.' || p_solution, 'utf8'));
  return ('x' || encode(substring(digest from 1 for 4), 'hex'))::bit(32) >> (32 - bits) = 0::bit(32);
end $$;
comment on function private.is_solved(text, bigint, uuid) is
  'Whether SHA-256 of "challenge.solution" begins with as many zero bits as the challenge asks (as Hashcash).';

create function private.is_answer(p_question jsonb, p_answer text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if p_answer is null then
    return not (p_question ->> 'isRequired')::boolean;
  end if;
  -- With their questions ten of them fit behind the longest message into one communication.
  return trim(p_answer) <> '' and case p_question ->> 'kind'
    when 'text' then length(p_answer) <= 200
    when 'long_text' then length(p_answer) <= 800
    else exists (
      select 1 from jsonb_array_elements(p_question -> 'options') o where p_answer in (o ->> 'de', o ->> 'en'))
  end;
end $$;
comment on function private.is_answer(jsonb, text) is 'Whether a question of a contact page may be answered so; null is not at all.';

create function private.answers_to(p_questions jsonb, p_answers jsonb, p_locale text) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_answers) <> 'object'
    or exists (select 1 from jsonb_each(p_answers) a where jsonb_typeof(a.value) <> 'string')
    or p_answers - array(select q ->> 'id' from jsonb_array_elements(p_questions) q) <> '{}'
    or exists (
      select 1 from jsonb_array_elements(p_questions) q
      where private.is_answer(q, p_answers ->> (q ->> 'id')) is not true)
  then
    raise exception 'invalid_input';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', q.value ->> 'id',
      'question', private.localized(q.value -> 'labels', p_locale), 'answer', p_answers ->> (q.value ->> 'id'))
      order by q.ordinality), '[]')
    from jsonb_array_elements(p_questions) with ordinality q where p_answers ? (q.value ->> 'id'));
end $$;
comment on function private.answers_to(jsonb, jsonb, text) is
  'What is kept of answers by the ids of their questions; invalid_input unless the questions may be answered so.';

create function private.send_contact_message(
  p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text, p_phone text,
  p_list_ids uuid[], p_has_agreed boolean, p_challenge text, p_solution bigint, p_answers jsonb
) returns text
language plpgsql security definer set search_path = '' as $$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  sent private.contact_messages;
  answers jsonb;
  proven boolean;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into sent from private.contact_messages m where m.id = p_id;
  if sent.id is not null then
    -- Only to whoever sent it: somebody else's id tells nothing.
    if (sent.workspace_id, sent.email, sent.body, sent.company, sent.phone)
      is distinct from (page.workspace_id, p_email, p_body, p_company, p_phone)
      or coalesce(p_answers, '{}') <> (
        select coalesce(jsonb_object_agg(a ->> 'id', a -> 'answer'), '{}') from jsonb_array_elements(sent.answers) a)
    then
      raise exception 'conflict';
    end if;
    return case when sent.status = 'unproven' then 'unproven' else 'received' end;
  end if;
  if not coalesce(p_has_agreed, false) and page.consent_texts is not null
    or page.fields ->> 'company' = 'required' and p_company is null
    or page.fields ->> 'phone' = 'required' and p_phone is null
  then
    raise exception 'invalid_input';
  end if;
  answers := private.answers_to(page.questions, p_answers, p_locale);
  -- Answered, not raised: an error would take the count back with everything else.
  -- Those whom nobody vouches for share one limit.
  if not private.is_allowed('contact_from', coalesce(private.client_address(), 'unknown'),
      case when private.client_address() is null then 100 else 20 end, '10 minutes')
    or not private.is_allowed('contact_by', page.workspace_id || p_email, 5, '1 hour')
  then
    return 'too_many_requests';
  end if;
  proven := p_challenge is not null;
  if proven and private.is_solved(p_challenge, p_solution, page.id) is not true then
    return 'proof_invalid';
  end if;
  insert into private.contact_messages (id, workspace_id, challenge, name, email, company, phone, body, answers,
    locale, list_ids, wording, client_address, status)
  values (p_id, page.workspace_id, p_challenge, trim(regexp_replace(p_name, '\s+', ' ', 'g')), p_email, p_company,
    p_phone, p_body, answers, p_locale, coalesce(p_list_ids, '{}'), private.localized(page.consent_texts, p_locale),
    private.client_address(), case when proven then 'received' else 'unproven' end)
  on conflict do nothing;
  if not found then
    -- Each proof is good for one message.
    return 'proof_invalid';
  end if;
  if proven then
    perform private.enqueue('take_contact_message', p_id);
    return 'received';
  end if;
  perform private.queue_mail(page.workspace_id, 'confirm_message', p_locale, p_email, null, p_id);
  return 'unproven';
end $$;
comment on function private.send_contact_message(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) is
  'Definer: keeps a message. It takes the same steps whether or not the sender is known.';

create function private.confirm_contact_message(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  opened private.link_tokens := private.find_token(p_token, 'confirm_message');
begin
  update private.link_tokens t set used_at = now() where t.hash = opened.hash;
  update private.contact_messages m set status = 'received', received_at = now(), is_proven = true
  where m.id = opened.subject_id and m.status = 'unproven';
  if found then
    perform private.enqueue('take_contact_message', opened.subject_id);
  end if;
  return private.contact_page_face(p) from public.contact_pages p where p.workspace_id = opened.workspace_id;
end $$;
comment on function private.confirm_contact_message(text) is
  'Definer: the sender of a message that came without a proof of work shows that the address is theirs.';

create function public.contact_challenge(p_slug text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.contact_challenge(p_slug);
end $$;
comment on function public.contact_challenge(text) is 'A proof of work to go with one message: challenge and bits.';
create function public.send_contact_message(
  p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text default null,
  p_phone text default null, p_list_ids uuid[] default '{}', p_has_agreed boolean default false,
  p_challenge text default null, p_solution bigint default null, p_answers jsonb default '{}'
) returns text
language plpgsql set search_path = '' as $$
begin
  return private.send_contact_message(p_id, p_slug, p_name, p_email, p_body, p_locale, p_company, p_phone,
    p_list_ids, p_has_agreed, p_challenge, p_solution, p_answers);
end $$;
comment on function public.send_contact_message(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) is
  'Writes to a workspace: received, unproven (a mail asks for a click first), too_many_requests or proof_invalid. May be repeated.';
create function public.confirm_contact_message(p_token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.confirm_contact_message(p_token);
end $$;
comment on function public.confirm_contact_message(text) is 'Sends the message that waited for this link.';
grant execute on function private.contact_challenge(text), private.confirm_contact_message(text),
  private.send_contact_message(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb),
  public.contact_challenge(text), public.confirm_contact_message(text),
  public.send_contact_message(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb)
  to anon, authenticated;

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

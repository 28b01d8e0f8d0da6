-- What comes in by the contact page: kept in one statement, then taken by the worker, so that a flood
-- reaches the team's tables one by one.

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

-- How customers come to their own page: by a link that is mailed to an address they have, and a
-- session that is theirs alone. They are no users of Auth: nothing that members may do is near.

create table private.sign_in_requests (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email text not null check (private.is_contact_value('email', email)),
  locale text not null check (locale in ('de', 'en')),
  party_id uuid,
  requested_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade
);
comment on table private.sign_in_requests is
  'Who asked for a link to their page. The worker finds out whether anybody is known there, so that the answer takes the same time for all.';
comment on column private.sign_in_requests.party_id is 'Whom the worker found; those of nobody are deleted.';
create index sign_in_requests_email on private.sign_in_requests (workspace_id, email);
create index sign_in_requests_party on private.sign_in_requests (workspace_id, party_id);
create index sign_in_requests_requested on private.sign_in_requests (requested_at);

create table private.customer_sessions (
  hash bytea primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  email text not null,
  expires_at timestamptz not null default now() + interval '7 days',
  created_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade
);
comment on table private.customer_sessions is
  'Customers on their own pages. The tokens are in their cookies alone: here are their SHA-256.';
comment on column private.customer_sessions.email is
  'The address that was proved. Once the party has it no more, the session is over.';
create index customer_sessions_party on private.customer_sessions (workspace_id, party_id);
create index customer_sessions_expires on private.customer_sessions (expires_at);

create function private.has_email(p_workspace_id uuid, p_party_id uuid, p_email text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.kind = 'email' and c.value = p_email
      and c.valid @> current_date);
end $$;
comment on function private.has_email(uuid, uuid, text) is 'Whether a party is reached at this address today.';

create function private.customer() returns private.customer_sessions
language plpgsql security definer set search_path = '' as $$
declare
  mine private.customer_sessions;
begin
  select s.* into mine from private.customer_sessions s
  join public.contact_pages p on p.workspace_id = s.workspace_id and p.is_open and p.has_my_page
  where s.hash = private.token_hash(
      nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-spur-customer')
    and s.expires_at > now();
  if mine.hash is null or not private.has_email(mine.workspace_id, mine.party_id, mine.email) then
    raise exception 'not_signed_in';
  end if;
  -- The history says that they did it themselves.
  perform set_config('spur.customer', mine.party_id::text, true);
  return mine;
end $$;
comment on function private.customer() is
  'The customer whose session the request bears (header x-spur-customer); all that they may reach hangs on it.';

create function private.ask_for_my_page(p_slug text, p_email text, p_locale text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  address text := private.client_address();
  request uuid;
begin
  if not page.has_my_page then
    raise exception 'not_found';
  end if;
  -- Answered, not raised: an error would take the count back with everything else.
  if not private.is_allowed('sign_in_from', coalesce(address, 'unknown'),
      case when address is null then 200 else 20 end, '10 minutes')
    -- Whoever floods an address from one place does not lock its owner out, who comes from another.
    or not private.is_allowed('sign_in_by', concat_ws(' ', page.workspace_id, p_email, address), 5, '1 hour')
    or not private.is_allowed('sign_in_at', page.workspace_id || p_email, 30, '1 hour')
  then
    return 'too_many_requests';
  end if;
  insert into private.sign_in_requests (workspace_id, email, locale)
  values (page.workspace_id, p_email, p_locale) returning id into request;
  perform private.enqueue('take_sign_in_request', request);
  return 'asked';
end $$;
comment on function private.ask_for_my_page(text, text, text) is
  'Definer: the same steps and the same answer, whether or not the address is known.';

create function private.take_sign_in_request(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  request private.sign_in_requests;
  known uuid;
begin
  select * into request from private.sign_in_requests r where r.id = p_id for update;
  if request.id is null or request.party_id is not null then
    return;
  end if;
  select c.party_id into known
  from public.contact_points c join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
  where c.workspace_id = request.workspace_id and c.kind = 'email' and c.value = request.email
    and c.valid @> current_date
  order by p.kind, c.is_primary desc, c.created_at, c.id limit 1;
  if known is null then
    delete from private.sign_in_requests r where r.id = p_id;
    return;
  end if;
  update private.sign_in_requests r set party_id = known where r.id = p_id;
  perform private.queue_mail(request.workspace_id, 'sign_in', request.locale, request.email, known, p_id);
end $$;
comment on function private.take_sign_in_request(uuid) is
  'In the worker: mails a link to whoever is known at the address; a person before an organization.';

create function private.enter_my_page(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  opened private.link_tokens := private.find_token(p_token, 'sign_in');
  request private.sign_in_requests;
  session text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  select r.* into request from private.sign_in_requests r
  join public.contact_pages p on p.workspace_id = r.workspace_id and p.is_open and p.has_my_page
  where r.id = opened.subject_id;
  if request.party_id is null or not private.has_email(request.workspace_id, request.party_id, request.email) then
    raise exception 'link_invalid';
  end if;
  update private.link_tokens t set used_at = now() where t.hash = opened.hash;
  insert into private.customer_sessions (hash, workspace_id, party_id, email)
  values (private.token_hash(session), request.workspace_id, request.party_id, request.email);
  -- Whoever opens what was mailed there has the address.
  perform set_config('spur.customer', request.party_id::text, true);
  update public.contact_points c set verified_at = now()
  where c.workspace_id = request.workspace_id and c.party_id = request.party_id and c.kind = 'email'
    and c.value = request.email and c.valid @> current_date and c.verified_at is null;
  return jsonb_build_object('session', session,
    'slug', (select w.slug from public.workspaces w where w.id = request.workspace_id));
end $$;
comment on function private.enter_my_page(text) is
  'Definer: changes the link of a mail into a session, once.';

create function private.leave_my_page() returns void
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
begin
  delete from private.customer_sessions s where s.hash = me.hash;
end $$;
comment on function private.leave_my_page() is 'Definer: ends the session of this browser.';

create function private.become_customer(p_party_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
begin
  if not private.has_email(me.workspace_id, p_party_id, me.email) then
    raise exception 'not_found';
  end if;
  update private.customer_sessions s set party_id = p_party_id where s.hash = me.hash;
end $$;
comment on function private.become_customer(uuid) is
  'Definer: several may share an address, a person and their company for one; whoever has it may see each.';

create function public.ask_for_my_page(p_slug text, p_email text, p_locale text) returns text
language plpgsql set search_path = '' as $$
begin
  return private.ask_for_my_page(p_slug, p_email, p_locale);
end $$;
comment on function public.ask_for_my_page(text, text, text) is
  'Mails a link to the own page, if the address is known, which the answer does not tell: asked or too_many_requests.';
create function public.enter_my_page(p_token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.enter_my_page(p_token);
end $$;
comment on function public.enter_my_page(text) is
  'A session for the link of a mail: link_invalid, link_used or link_expired else.';
create function public.leave_my_page() returns void
language plpgsql set search_path = '' as $$
begin
  perform private.leave_my_page();
end $$;
comment on function public.leave_my_page() is 'Signs a customer out.';
create function public.become_customer(p_party_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.become_customer(p_party_id);
end $$;
comment on function public.become_customer(uuid) is 'Shows the page of another party with the same address.';
grant execute on function private.ask_for_my_page(text, text, text), private.enter_my_page(text),
  private.leave_my_page(), private.become_customer(uuid),
  public.ask_for_my_page(text, text, text), public.enter_my_page(text),
  public.leave_my_page(), public.become_customer(uuid)
  to anon, authenticated;

-- Mail that leaves: written in the transaction that wants it, sent by the worker, each once.

create function private.is_localized(p_texts jsonb, p_length integer) returns boolean
language plpgsql immutable strict set search_path = '' as $$
begin
  return jsonb_typeof(p_texts) = 'object'
    and coalesce(p_texts ->> 'de', p_texts ->> 'en') is not null
    and not exists (
      select 1 from jsonb_each(p_texts) t
      where t.key not in ('de', 'en') or jsonb_typeof(t.value) <> 'string'
        or length(t.value #>> '{}') > p_length or trim(t.value #>> '{}') = '');
end $$;
comment on function private.is_localized(jsonb, integer) is
  'Whether this is a text in German, English or both ({"de": …, "en": …}), none of them empty or too long.';

create function private.localized(p_texts jsonb, p_locale text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return coalesce(p_texts ->> p_locale, p_texts ->> 'de', p_texts ->> 'en');
end $$;
comment on function private.localized(jsonb, text) is 'A text in the reader''s language, or in the one there is.';
grant execute on function private.is_localized(jsonb, integer), private.localized(jsonb, text)
  to authenticated, service_role;

create table public.mails (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  template text not null check (template in (
    'confirm_subscription', 'subscribed', 'confirm_message', 'message_received', 'sign_in', 'verify_email', 'email_changed', 'answered',
    'erasure_requested', 'campaign', 'campaign_test')),
  locale text not null check (locale in ('de', 'en')),
  recipient text not null check (private.is_contact_value('email', recipient)),
  party_id uuid,
  subject_id uuid,
  status text not null default 'queued' check (status in (
    'queued', 'sending', 'sent', 'unsure', 'refused', 'bounced', 'cancelled')),
  is_repeated boolean not null default false,
  attempts integer not null default 0,
  last_error text check (length(last_error) <= 500),
  sent_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete set null (party_id)
);
comment on table public.mails is 'A mail to somebody outside: what it is about, and how far it is.';
comment on column public.mails.subject_id is 'The subscription, message, sign-in, change, request or campaign it is about, by its template.';
comment on column public.mails.status is
  'queued: to be sent. sending: handed to the mail server, whose answer is not known yet. unsure: its answer was lost twice. refused: it will never take it. bounced: it took it, and it came back for good.';
comment on column public.mails.is_repeated is
  'The mail server''s answer was lost, so it was sent once more; the second one says so.';
create index mails_workspace on public.mails (workspace_id, created_at desc, id desc);
create index mails_party on public.mails (workspace_id, party_id);
create index mails_subject on public.mails (subject_id, created_at desc);
create index mails_waiting on public.mails (created_at) where status in ('queued', 'sending');
create trigger touch_mails before update on public.mails
  for each row execute function private.touch_row();

alter table public.mails enable row level security;
create policy "Marketing and admins read which mails left" on public.mails for select to authenticated
  using (workspace_id in (select private.my_workspace_ids('{marketing,admin}')));
grant select on public.mails to authenticated;
grant all on public.mails to service_role;

create function private.queue_mail(
  p_workspace_id uuid, p_template text, p_locale text, p_recipient text, p_party_id uuid, p_subject_id uuid
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mail uuid;
begin
  insert into public.mails (workspace_id, template, locale, recipient, party_id, subject_id)
  values (p_workspace_id, p_template, p_locale, p_recipient, p_party_id, p_subject_id)
  returning id into mail;
  perform private.enqueue('send_mail', mail);
end $$;
comment on function private.queue_mail(uuid, text, text, text, uuid, uuid) is 'A mail leaves once this transaction is committed.';

create table private.link_tokens (
  hash bytea primary key,
  purpose text not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  subject_id uuid not null,
  mail_id uuid references public.mails (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table private.link_tokens is
  'What the links in mails open. The tokens themselves are nowhere but in the mails: here are their SHA-256.';
create index link_tokens_workspace on private.link_tokens (workspace_id);
create index link_tokens_mail on private.link_tokens (mail_id);
create index link_tokens_subject on private.link_tokens (subject_id);

create function private.token_hash(p_token text) returns bytea
language plpgsql immutable set search_path = '' as $$
begin
  return sha256(convert_to(coalesce(p_token, ''), 'utf8'));
end $$;
comment on function private.token_hash(text) is 'What is stored of a token.';

create function private.issue_token(
  p_purpose text, p_workspace_id uuid, p_subject_id uuid, p_mail_id uuid, p_validity interval
) returns text
language plpgsql security definer set search_path = '' as $$
declare
  token text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  insert into private.link_tokens (hash, purpose, workspace_id, subject_id, mail_id, expires_at)
  values (private.token_hash(token), p_purpose, p_workspace_id, p_subject_id, p_mail_id, now() + p_validity);
  return token;
end $$;
comment on function private.issue_token(text, uuid, uuid, uuid, interval) is
  'A new link: 256 random bits, base64url. Made while its mail is sent, so that it is stored nowhere.';

create function private.find_token(p_token text, p_purpose text) returns private.link_tokens
language plpgsql security definer set search_path = '' as $$
declare
  found_token private.link_tokens;
begin
  select * into found_token from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = p_purpose for update;
  if found_token.hash is null then
    raise exception 'link_invalid';
  end if;
  if found_token.used_at is not null then
    raise exception 'link_used';
  end if;
  if found_token.expires_at < now() then
    raise exception 'link_expired';
  end if;
  return found_token;
end $$;
comment on function private.find_token(text, text) is
  'The link that this token opens, held until commit, so that of two who open it one comes too late.';

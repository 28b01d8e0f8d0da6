-- What the worker asks while it sends: what to say, and what became of it.

create function private.mail_facts(p_mail public.mails) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  subscription public.subscriptions;
  token text;
begin
  if p_mail.template in ('confirm_subscription', 'subscribed') then
    select * into subscription from public.subscriptions s where s.id = p_mail.subject_id;
    if subscription.email is distinct from p_mail.recipient
      or subscription.status <> (case p_mail.template when 'subscribed' then 'accepted' else 'pending' end)::public.subscription_status
    then
      return null;
    end if;
    token := private.issue_token(case p_mail.template when 'subscribed' then 'unsubscribe' else p_mail.template end,
      p_mail.workspace_id, p_mail.subject_id, p_mail.id,
      case p_mail.template when 'subscribed' then interval '100 years' else interval '7 days' end);
    return jsonb_build_object('token', token, 'list',
      (select private.localized(l.names, p_mail.locale) from public.contact_lists l where l.id = subscription.list_id));
  end if;
  if p_mail.template in ('campaign', 'campaign_test') then
    return private.campaign_facts(p_mail);
  end if;
  if p_mail.template = 'confirm_message' then
    if not exists (select 1 from private.contact_messages m where m.id = p_mail.subject_id and m.status = 'unproven') then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('confirm_message', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '2 days'));
  end if;
  if p_mail.template = 'sign_in' then
    -- Somebody waits for it now; later they have asked again.
    if not exists (
      select 1 from private.sign_in_requests r where r.id = p_mail.subject_id and r.requested_at > now() - interval '1 hour'
    ) then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('sign_in', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '30 minutes'));
  end if;
  if p_mail.template = 'verify_email' then
    if not exists (
      select 1 from public.customer_changes c where c.id = p_mail.subject_id and c.status = 'unverified'
    ) then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('verify_email', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '1 day'));
  end if;
  if p_mail.template = 'email_changed' then
    return (select '{}'::jsonb from public.customer_changes c where c.id = p_mail.subject_id and c.status = 'applied');
  end if;
  if p_mail.template = 'answered' then
    return (
      select jsonb_build_object('body', c.body, 'author', coalesce(a.name, ''))
      from public.communications c left join public.members a on a.id = c.author_id
      where c.id = p_mail.subject_id and c.is_shared and c.party_id = p_mail.party_id);
  end if;
  if p_mail.template = 'erasure_requested' then
    return (
      select jsonb_build_object('dueOn', e.due_on) from public.erasure_requests e
      where e.id = p_mail.subject_id and e.status = 'open');
  end if;
  -- Nothing that was typed: the address is not proved, and strangers must not write through us.
  return (select '{}'::jsonb from private.contact_messages m where m.id = p_mail.subject_id);
end $$;
comment on function private.mail_facts(public.mails) is
  'What a template needs to know, with a new link; null when the mail has no more reason to be sent.';

create function private.begin_sending(p_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mail public.mails;
  facts jsonb;
begin
  -- Kept before the mail leaves, also where the server is set to forget the last moment in a crash.
  perform set_config('synchronous_commit', 'on', true);
  select * into mail from public.mails m where m.id = p_id for update;
  if mail.id is null or mail.status not in ('queued', 'sending') then
    return null;
  end if;
  if mail.status = 'sending' and mail.is_repeated then
    update public.mails m set status = 'unsure' where m.id = p_id;
    return null;
  end if;
  facts := private.mail_facts(mail);
  if facts is null then
    update public.mails m set status = case mail.status when 'sending' then 'unsure' else 'cancelled' end where m.id = p_id;
    return null;
  end if;
  update public.mails m set status = 'sending', attempts = mail.attempts + 1,
    is_repeated = mail.is_repeated or mail.status = 'sending'
  where m.id = p_id returning m.* into mail;
  return (
    select facts || jsonb_build_object('id', mail.id, 'template', mail.template, 'locale', mail.locale,
      'recipient', mail.recipient, 'isRepeated', mail.is_repeated, 'workspace', w.name, 'slug', w.slug,
      'accentHue', w.accent_hue)
    from public.workspaces w where w.id = mail.workspace_id);
end $$;
comment on function private.begin_sending(uuid) is
  'Notes, before a mail is handed over, that it is: whoever finds it so later knows that the answer was lost, and sends it once more at most. Null when there is nothing to send.';

create function private.finish_sending(p_id uuid, p_outcome text, p_detail text, p_is_address_bad boolean default false)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  mail public.mails;
begin
  update public.mails m set
    status = case p_outcome when 'sent' then 'sent' when 'refused' then 'refused' else 'queued' end,
    sent_at = case p_outcome when 'sent' then now() end,
    last_error = case when p_outcome <> 'sent' then left(p_detail, 500) end
  where m.id = p_id and m.status = 'sending'
  returning m.* into mail;
  if mail.id is not null and p_is_address_bad then
    perform private.note_bounce(mail.workspace_id, mail.recipient);
  end if;
end $$;
comment on function private.finish_sending(uuid, text, text, boolean) is
  'What the mail server said: sent, refused (for good), or later (it did not take it, so it is as if never sent).';

create function private.forget_what_is_over() returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.sign_in_requests r where r.requested_at < now() - interval '1 day';
  delete from private.customer_sessions s where s.expires_at < now();
  delete from private.contact_messages m where m.status = 'unproven' and m.received_at < now() - interval '7 days';
  -- What became of it stands with the party; the form's own copy has served its time.
  delete from private.contact_messages m where m.status = 'taken' and m.taken_at < now() - interval '90 days';
end $$;
comment on function private.forget_what_is_over() is
  'Removes what visitors left behind that serves nothing any more.';

create function private.take_bounce(p_mail_id uuid, p_detail text, p_signature text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  key bytea;
  mail public.mails;
begin
  select s.value into key from private.secrets s where s.name = 'bounce';
  if key is null or p_mail_id is null or p_detail is null or p_signature is distinct from encode(
    extensions.hmac(convert_to('bounce ' || p_mail_id || ' ' || p_detail, 'utf8'), key, 'sha256'), 'hex')
  then
    raise exception 'forbidden';
  end if;
  -- It may be back before the mail server's own answer is noted.
  update public.mails m set status = 'bounced', last_error = left(p_detail, 500)
  where m.id = p_mail_id and m.status in ('sending', 'sent', 'unsure')
  returning m.* into mail;
  if mail.id is null then
    return false;
  end if;
  perform private.note_bounce(mail.workspace_id, mail.recipient);
  return true;
end $$;
comment on function private.take_bounce(uuid, text, text) is
  'Definer: our own server, which signs what it says (HMAC-SHA256), tells of a mail that came back for good. Its address is written to no more.';
create function public.take_bounce(p_mail_id uuid, p_detail text, p_signature text) returns boolean
language plpgsql set search_path = '' as $$
begin
  return private.take_bounce(p_mail_id, p_detail, p_signature);
end $$;
comment on function public.take_bounce(uuid, text, text) is
  'Notes that a mail came back for good; by our own server alone. False when there is no such mail, or it was noted. May be repeated.';
grant execute on function private.take_bounce(uuid, text, text), public.take_bounce(uuid, text, text)
  to anon, authenticated;

create function private.find_waiting() returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enqueue('take_contact_message', m.id) from (
    select c.id from private.contact_messages c
    where c.status = 'received' and c.received_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'take_contact_message:' || c.id and j.attempts < j.max_attempts)
    order by c.received_at limit 1000) m;
  perform private.enqueue('send_mail', m.id, case when m.template = 'campaign' then 10 else 0 end) from (
    select c.id, c.template from public.mails c
    where c.status in ('queued', 'sending') and c.created_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'send_mail:' || c.id and j.attempts < j.max_attempts)
    order by c.created_at limit 1000) m;
  perform private.enqueue('take_sign_in_request', r.id) from private.sign_in_requests r
  where r.party_id is null and r.requested_at between now() - interval '1 hour' and now() - interval '30 seconds';
  perform private.enqueue('advance_campaign', s.campaign_id) from public.campaign_sendings s
  where s.state in ('writing', 'stopping') and s.started_at < now() - interval '30 seconds' and not exists (
    select 1 from graphile_worker.jobs j where j.key = 'advance_campaign:' || s.campaign_id and j.attempts < j.max_attempts);
  perform private.forget_what_is_over();
end $$;
comment on function private.find_waiting() is
  'Whatever waits without a job gets one: written before the queue was there, or its job gave up.';

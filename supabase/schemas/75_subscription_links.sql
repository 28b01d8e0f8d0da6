-- What the links in list mails do, and what becomes of an address that nobody reads.

create function private.link_face(p_link private.link_tokens) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  face jsonb;
begin
  -- The address that the mail went to: who has it learns of no other one.
  select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue,
    'logo', p.logo, 'listNames', coalesce(private.campaign_list_names(m), l.names),
    'email', m.recipient, 'status', case
      when m.recipient = any (s.former_emails || s.email) then s.status::text else 'unsubscribed' end)
  into face
  from public.subscriptions s join public.workspaces w on w.id = s.workspace_id
  join public.contact_pages p on p.workspace_id = s.workspace_id
  join public.contact_lists l on l.id = s.list_id join public.mails m on m.id = p_link.mail_id
  where s.id = p_link.subject_id;
  -- Whom it was for is gone.
  if face is null then
    raise exception 'link_invalid';
  end if;
  return face;
end $$;
comment on function private.link_face(private.link_tokens) is
  'What the page of a subscription''s link shows; link_invalid once the subscription is gone.';

create function private.peek_subscription_link(p_token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  opened private.link_tokens;
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose in ('confirm_subscription', 'unsubscribe');
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  return private.link_face(opened) || jsonb_build_object('purpose', opened.purpose,
    'isUsed', opened.used_at is not null, 'isExpired', opened.expires_at < now());
end $$;
comment on function private.peek_subscription_link(text) is
  'Definer: what a link would do, without doing it. Mail scanners open links, so reading must change nothing.';

create function private.confirm_subscription(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  opened private.link_tokens := private.find_token(p_token, 'confirm_subscription');
  held public.subscriptions;
begin
  perform private.link_face(opened);
  -- Contact points before subscriptions, as everywhere, and both before the clock.
  perform 1 from public.contact_points c join public.subscriptions s
    on c.workspace_id = s.workspace_id and c.party_id = s.party_id and c.kind = 'email' and c.value = s.email
  where s.id = opened.subject_id order by c.id for no key update of c;
  select * into held from public.subscriptions s where s.id = opened.subject_id for update;
  -- An address that was changed since proves nothing about the new one.
  if held.email is distinct from (select m.recipient from public.mails m where m.id = opened.mail_id)
    or held.status not in ('pending', 'accepted') then
    raise exception 'link_expired';
  end if;
  update private.link_tokens t set used_at = now() where t.subject_id = held.id and t.purpose = 'confirm_subscription'
    and t.used_at is null;
  if held.status = 'pending' then
    perform private.set_subscriptions(array[held.id], 'accepted', 'confirm_link');
    update public.contact_points c set verified_at = now()
    where c.workspace_id = held.workspace_id and c.party_id = held.party_id and c.kind = 'email'
      and c.value = held.email and c.valid @> current_date and c.verified_at is null;
    perform private.queue_mail(held.workspace_id, 'subscribed', held.locale, held.email, held.party_id, held.id);
  end if;
  return private.link_face(opened);
end $$;
comment on function private.confirm_subscription(text) is
  'Definer: second half of the double opt-in. The link is spent, and so are its likes.';

create function private.unsubscribe(p_token text, p_origin text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  opened private.link_tokens;
  mail public.mails;
  leaving uuid[];
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = 'unsubscribe';
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  -- Held before the subscriptions, as by the worker when a mail bounces.
  select * into mail from public.mails m where m.id = opened.mail_id for no key update;
  -- It is the address that the mail went to that wants no more of this list, or of those that a campaign
  -- reached it by, whoever else it belongs to.
  leaving := array(
    select s.id from public.subscriptions s
    where s.status <> 'unsubscribed'
      and s.id in (
        select e.id from public.subscriptions e
        where e.workspace_id = opened.workspace_id and e.email = mail.recipient
        union
        select f.id from public.subscriptions f join public.subscriptions o on o.id = opened.subject_id
        where f.workspace_id = o.workspace_id and f.party_id = o.party_id and mail.recipient = any (f.former_emails))
      and s.list_id in (
        select o.list_id from public.subscriptions o where o.id = opened.subject_id
        union
        select l.list_id from public.campaign_lists l
        where l.workspace_id = opened.workspace_id and l.campaign_id = mail.campaign_id)
    order by s.id for update of s);
  update public.mails m set unsubscribed_at = now()
  where m.id = mail.id and m.unsubscribed_at is null and cardinality(leaving) > 0;
  perform private.set_subscriptions(leaving, 'unsubscribed', p_origin);
  return private.link_face(opened);
end $$;
comment on function private.unsubscribe(text, text) is
  'Definer: takes the address of this link off its list, or off all lists of its campaign. Works as often and as late as it is opened.';

create function public.peek_subscription_link(p_token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.peek_subscription_link(p_token);
end $$;
comment on function public.peek_subscription_link(text) is 'What the link of a list mail would do; changes nothing.';
create function public.confirm_subscription(p_token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.confirm_subscription(p_token);
end $$;
comment on function public.confirm_subscription(text) is
  'Confirms the subscription that a mailed link is for: link_invalid, link_used or link_expired else.';
create function public.unsubscribe(p_token text, p_one_click boolean default false) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.unsubscribe(p_token, case when p_one_click then 'one_click' else 'unsubscribe_link' end);
end $$;
comment on function public.unsubscribe(text, boolean) is
  'Takes an address off a list by the link of a mail, without signing in (one click: RFC 8058). May be repeated.';
grant usage on schema private to anon;
grant execute on function private.peek_subscription_link(text), private.confirm_subscription(text),
  private.unsubscribe(text, text) to anon, authenticated;
grant execute on function public.peek_subscription_link(text), public.confirm_subscription(text),
  public.unsubscribe(text, boolean) to anon, authenticated;

create function private.note_bounce(p_workspace_id uuid, p_email text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Contact points before subscriptions, as everywhere, and both before the clock.
  perform 1 from public.contact_points c
  where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = p_email order by c.id for no key update;
  perform private.set_subscriptions(array(
    select s.id from public.subscriptions s
    where s.workspace_id = p_workspace_id and s.email = p_email and s.status in ('pending', 'accepted')
    order by s.id for update), 'invalid', 'bounce');
  update public.contact_points c set bounced_at = now()
  where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = p_email and c.bounced_at is null;
end $$;
comment on function private.note_bounce(uuid, text) is 'Nobody reads mail at this address: it is written to no more.';

-- How a subscription changes: asked for, confirmed by a link (double opt-in), taken off, bounced.

create function private.set_subscription(
  p_subscription_id uuid, p_status public.subscription_status, p_origin text, p_wording text default null,
  p_proof text default null
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  changed public.subscriptions;
begin
  update public.subscriptions s set status = p_status where s.id = p_subscription_id returning s.* into changed;
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address)
  values (changed.workspace_id, changed.id, p_status, p_origin, private.my_member_id(changed.workspace_id),
    changed.email, p_wording, p_proof, private.client_address());
end $$;
comment on function private.set_subscription(uuid, public.subscription_status, text, text, text) is
  'Changes the state of a subscription and notes who, how, under which text and from where.';

create function private.request_subscription(
  p_list_id uuid, p_party_id uuid, p_email text, p_locale text, p_origin text, p_wording text
) returns text
language plpgsql security definer set search_path = '' as $$
declare
  list public.contact_lists;
  held public.subscriptions;
begin
  select * into list from public.contact_lists l where l.id = p_list_id and l.archived_at is null;
  if list.id is null or exists (
    select 1 from public.parties p where p.workspace_id = list.workspace_id and p.id = p_party_id and p.is_blacklisted
  ) then
    return 'left_out';
  end if;
  insert into public.subscriptions as s (workspace_id, list_id, party_id, email, locale, status)
  values (list.workspace_id, list.id, p_party_id, p_email, p_locale, 'pending')
  on conflict (workspace_id, list_id, party_id) do nothing
  returning s.* into held;
  if held.id is null then
    select * into held from public.subscriptions s
    where s.workspace_id = list.workspace_id and s.list_id = list.id and s.party_id = p_party_id for update;
    -- Not by another address either: who asks has proved nothing.
    if held.status = 'accepted' then
      return 'already';
    end if;
    -- What somebody declined or left they can only ask for themselves.
    if p_origin = 'member' and held.status in ('rejected', 'unsubscribed') then
      return 'declined';
    end if;
    update public.subscriptions s set email = p_email, locale = p_locale where s.id = held.id
      and (s.email, s.locale) is distinct from (p_email, p_locale);
  end if;
  if held.status = 'pending' and exists (
    select 1 from public.mails m
    where m.subject_id = held.id and m.template = 'confirm_subscription' and m.recipient = p_email
      and m.status in ('queued', 'sending', 'sent') and m.created_at > now() - interval '10 minutes'
  ) then
    return 'already';
  end if;
  perform private.set_subscription(held.id, 'pending', p_origin, p_wording);
  perform private.queue_mail(list.workspace_id, 'confirm_subscription', p_locale, p_email, p_party_id, held.id);
  return 'asked';
end $$;
comment on function private.request_subscription(uuid, uuid, text, text, text, text) is
  'First half of the double opt-in: asks the address by mail. Answers asked, already, declined (they left it themselves) or left_out (blacklisted, or the list is closed).';

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
declare
  outcomes jsonb := '{"asked": 0, "already": 0, "declined": 0, "left_out": 0, "without_email": 0}';
  one record;
  outcome text;
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
  -- In one order, so that two who add the same wait for each other; clocks come last, by the triggers.
  for one in
    select p.id, private.subscription_email(p.workspace_id, p.id) as email,
      case when p.language like 'en%' then 'en' when p.language like 'de%' then 'de' else w.locale end as locale
    from public.parties p join public.workspaces w on w.id = p.workspace_id
    where p.workspace_id = p_workspace_id and p.id = any (p_party_ids) order by p.id
  loop
    outcome := case when one.email is null then 'without_email'
      else private.request_subscription(p_list_id, one.id, one.email, one.locale, 'member', null) end;
    outcomes := jsonb_set(outcomes, array[outcome], to_jsonb((outcomes ->> outcome)::integer + 1));
  end loop;
  return outcomes;
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
    perform private.set_subscription(held.id, 'unsubscribed', 'member');
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

create function private.link_face(p_subscription_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'logo', p.logo,
      'listNames', l.names, 'email', s.email, 'status', s.status)
    from public.subscriptions s join public.workspaces w on w.id = s.workspace_id
    join public.contact_pages p on p.workspace_id = s.workspace_id
    join public.contact_lists l on l.id = s.list_id where s.id = p_subscription_id
  );
end $$;
comment on function private.link_face(uuid) is 'What the page of a subscription''s link shows.';

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
  return private.link_face(opened.subject_id) || jsonb_build_object('purpose', opened.purpose,
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
  select * into held from public.subscriptions s where s.id = opened.subject_id for update;
  -- An address that was changed since proves nothing about the new one.
  if held.email is distinct from (select m.recipient from public.mails m where m.id = opened.mail_id)
    or held.status not in ('pending', 'accepted') then
    raise exception 'link_expired';
  end if;
  update private.link_tokens t set used_at = now() where t.subject_id = held.id and t.purpose = 'confirm_subscription'
    and t.used_at is null;
  if held.status = 'pending' then
    perform private.set_subscription(held.id, 'accepted', 'confirm_link');
    update public.contact_points c set verified_at = now()
    where c.workspace_id = held.workspace_id and c.party_id = held.party_id and c.kind = 'email'
      and c.value = held.email and c.valid @> current_date and c.verified_at is null;
    perform private.queue_mail(held.workspace_id, 'subscribed', held.locale, held.email, held.party_id, held.id);
  end if;
  return private.link_face(held.id);
end $$;
comment on function private.confirm_subscription(text) is
  'Definer: second half of the double opt-in. The link is spent, and so are its likes.';

create function private.unsubscribe(p_token text, p_origin text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  opened private.link_tokens;
  one public.subscriptions;
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = 'unsubscribe';
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  -- It is the address that wants no more of this list, whoever else it belongs to.
  for one in
    select s.* from public.subscriptions s join public.subscriptions o on o.id = opened.subject_id
    where s.workspace_id = o.workspace_id and s.list_id = o.list_id and s.email = o.email
      and s.status <> 'unsubscribed' order by s.id for update of s
  loop
    perform private.set_subscription(one.id, 'unsubscribed', p_origin);
  end loop;
  return private.link_face(opened.subject_id);
end $$;
comment on function private.unsubscribe(text, text) is
  'Definer: takes the address of this link off its list. Works as often and as late as it is opened.';

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
declare
  one public.subscriptions;
begin
  update public.contact_points c set bounced_at = now()
  where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = p_email and c.bounced_at is null;
  for one in
    select s.* from public.subscriptions s
    where s.workspace_id = p_workspace_id and s.email = p_email and s.status in ('pending', 'accepted')
    order by s.id for update
  loop
    perform private.set_subscription(one.id, 'invalid', 'bounce');
  end loop;
end $$;
comment on function private.note_bounce(uuid, text) is 'Nobody reads mail at this address: it is written to no more.';

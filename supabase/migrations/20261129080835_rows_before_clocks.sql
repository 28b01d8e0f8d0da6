-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP FUNCTION "private"."concern_of"(public.contact_pages, uuid);

DROP FUNCTION "private"."link_face"(uuid);

DROP FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text);

DROP FUNCTION "private"."sender_of"(private.contact_messages);

DROP FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text);

CREATE TYPE "private"."subscription_request" AS ("list_id" uuid, "party_id" uuid, "email" text, "locale" text, "wording" text);

ALTER TYPE "private"."subscription_request" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.add_sender(p_message private.contact_messages)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."add_sender"(private.contact_messages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.ask_subscribers(p_asked private.subscription_request[], p_held uuid[], p_origin text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.begin_interest(p_workspace_id uuid, p_party_id uuid, p_taker_id uuid)
 RETURNS private.concern
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."begin_interest"(uuid, uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.choose_my_list(p_list_id uuid, p_is_wanted boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.confirm_subscription(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.find_waiting()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.enqueue('take_contact_message', m.id) from (
    select c.id from private.contact_messages c
    where c.status = 'received' and c.received_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'take_contact_message:' || c.id and j.attempts < j.max_attempts)
    order by c.received_at limit 1000) m;
  perform private.enqueue('send_mail', m.id) from (
    select c.id from public.mails c
    where c.status in ('queued', 'sending') and c.created_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'send_mail:' || c.id and j.attempts < j.max_attempts)
    order by c.created_at limit 1000) m;
  perform private.enqueue('take_sign_in_request', r.id) from private.sign_in_requests r
  where r.party_id is null and r.requested_at between now() - interval '1 hour' and now() - interval '30 seconds';
  perform private.forget_what_is_over();
end $function$;

CREATE OR REPLACE FUNCTION private.follow_email(p_party public.parties, p_before text, p_after text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update private.customer_sessions s set email = p_after
  where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before;
  with moved as (
    update public.subscriptions s set email = p_after
    where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before
    returning s.*
  )
  insert into public.consents (workspace_id, subscription_id, status, origin, email, client_address)
  select m.workspace_id, m.id, m.status, 'my_page', p_after, private.client_address() from moved m;
end $function$;

CREATE OR REPLACE FUNCTION private.forget_what_is_over()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from private.sign_in_requests r where r.requested_at < now() - interval '1 day';
  delete from private.customer_sessions s where s.expires_at < now();
  delete from private.contact_messages m where m.status = 'unproven' and m.received_at < now() - interval '7 days';
  -- What became of it stands with the party; the form's own copy has served its time.
  delete from private.contact_messages m where m.status = 'taken' and m.taken_at < now() - interval '90 days';
end $function$;

ALTER FUNCTION "private"."forget_what_is_over"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.known_sender(p_message private.contact_messages)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- The address is what they proved; the same name at it before anybody else who shares it.
  return (
    select c.party_id from public.contact_points c
    join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
    where c.workspace_id = p_message.workspace_id and c.kind = 'email' and c.value = p_message.email
      and c.valid @> current_date
    order by private.fold(p.name) = private.fold(p_message.name) desc, p.kind, c.is_primary desc, c.created_at, c.id
    limit 1);
end $function$;

ALTER FUNCTION "private"."known_sender"(private.contact_messages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.link_face(p_link private.link_tokens)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  face jsonb;
begin
  -- The address that the mail went to: who has it learns of no other one.
  select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'listNames', l.names,
    'email', m.recipient, 'status', case when s.email = m.recipient then s.status::text else 'unsubscribed' end)
  into face
  from public.subscriptions s join public.workspaces w on w.id = s.workspace_id
  join public.contact_lists l on l.id = s.list_id join public.mails m on m.id = p_link.mail_id
  where s.id = p_link.subject_id;
  -- Whom it was for is gone.
  if face is null then
    raise exception 'link_invalid';
  end if;
  return face;
end $function$;

ALTER FUNCTION "private"."link_face"(private.link_tokens) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.note_bounce(p_workspace_id uuid, p_email text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.open_concern(p_workspace_id uuid, p_party_id uuid)
 RETURNS private.concern
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."open_concern"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.peek_subscription_link(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.request_subscriptions(p_requests private.subscription_request[], p_origin text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.send_contact_message(p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text, p_phone text, p_list_ids uuid[], p_has_agreed boolean, p_challenge text, p_solution bigint)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  sent private.contact_messages;
  proven boolean;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into sent from private.contact_messages m where m.id = p_id;
  if sent.id is not null then
    -- Only to whoever sent it: somebody else's id tells nothing.
    if (sent.workspace_id, sent.email, sent.body, sent.company, sent.phone)
      is distinct from (page.workspace_id, p_email, p_body, p_company, p_phone)
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
  insert into private.contact_messages (id, workspace_id, challenge, name, email, company, phone, body, locale,
    list_ids, wording, client_address, status)
  values (p_id, page.workspace_id, p_challenge, trim(regexp_replace(p_name, '\s+', ' ', 'g')), p_email, p_company,
    p_phone, p_body, p_locale, coalesce(p_list_ids, '{}'), private.localized(page.consent_texts, p_locale),
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
end $function$;

CREATE OR REPLACE FUNCTION private.set_subscriptions(p_ids uuid[], p_status public.subscription_status, p_origin text, p_wording text DEFAULT NULL::text, p_proof text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.subscriptions s set status = p_status where s.id = any (p_ids);
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address)
  select s.workspace_id, s.id, p_status, p_origin, private.my_member_id(s.workspace_id), s.email, p_wording, p_proof,
    private.client_address()
  from public.subscriptions s where s.id = any (p_ids) order by s.id;
end $function$;

ALTER FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.subscribe_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.take_contact_message(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, body, occurred_at)
  values (message.id, message.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming', sender, true,
    -- A number that is not known of them is told, not kept: who writes has proved nothing.
    concat_ws(E'\n\n', message.body, case when not exists (
      select 1 from public.contact_points c
      where c.workspace_id = message.workspace_id and c.party_id = sender and c.value = message.phone
    ) then message.phone end), message.received_at);
  perform private.request_subscriptions(array(
    select row(l.id, sender, message.email, message.locale,
      coalesce(message.wording || E'\n', '') || private.localized(l.names, message.locale))::private.subscription_request
    from public.contact_lists l
    where l.workspace_id = message.workspace_id and l.id = any (message.list_ids) and l.is_offered), 'contact_page');
  perform private.queue_mail(message.workspace_id, 'message_received', message.locale, message.email, sender, message.id);
  update private.contact_messages m set status = 'taken', taken_at = now(), party_id = sender where m.id = p_id;
end $function$;

CREATE OR REPLACE FUNCTION private.unsubscribe(p_token text, p_origin text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens;
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = 'unsubscribe';
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  -- It is the address that the mail went to that wants no more of this list, whoever else it belongs to.
  perform private.set_subscriptions(array(
    select s.id from public.subscriptions s join public.subscriptions o on o.id = opened.subject_id
    join public.mails m on m.id = opened.mail_id
    where s.workspace_id = o.workspace_id and s.list_id = o.list_id and s.email = m.recipient
      and s.status <> 'unsubscribed' order by s.id for update of s), 'unsubscribed', p_origin);
  return private.link_face(opened);
end $function$;

CREATE OR REPLACE FUNCTION private.unsubscribe_party(p_subscription_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.write_my_message(p_id uuid, p_about uuid, p_body text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, body)
  values (p_id, me.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming',
    me.party_id, true, p_body);
  return 'received';
end $function$;

CREATE INDEX contact_messages_taken ON private.contact_messages USING btree (taken_at) WHERE (status = 'taken'::text);

COMMENT ON FUNCTION "private"."add_sender"(private.contact_messages) IS 'The party that wrote, when nobody is known at its e-mail.';

COMMENT ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) IS 'Puts these on their lists, to be confirmed, and mails them. Their subscriptions that were there are held.';

COMMENT ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) IS 'A new lead for what a party wrote, of whoever is to take it; null is the queue.';

COMMENT ON FUNCTION "private"."forget_what_is_over"() IS 'Removes what visitors left behind that serves nothing any more.';

COMMENT ON FUNCTION "private"."known_sender"(private.contact_messages) IS 'The party that wrote, known by its e-mail. What the form says of it changes nothing of it.';

COMMENT ON FUNCTION "private"."link_face"(private.link_tokens) IS 'What the page of a subscription''s link shows; link_invalid once the subscription is gone.';

COMMENT ON FUNCTION "private"."open_concern"(uuid, uuid) IS 'What a message of this party belongs to: its open opportunity or its open lead; neither when none is open.';

COMMENT ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) IS 'First half of the double opt-in: asks the addresses by mail. Counts who was asked, already is or has the mail, declined (they left it themselves), is left_out (blacklisted, or the list is closed) or without_email.';

COMMENT ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) IS 'Changes the state of subscriptions, which are held already, and notes who, how, under which text and from where.';

COMMENT ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) IS 'Writes to a workspace: received, unproven (a mail asks for a click first), too_many_requests or proof_invalid. May be repeated.';

COMMENT ON TYPE "private"."subscription_request" IS 'Who is to be asked for which list, where and under which text.';

REVOKE ALL ON FUNCTION "private"."add_sender"(private.contact_messages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."add_sender"(private.contact_messages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_sender"(private.contact_messages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."forget_what_is_over"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."forget_what_is_over"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."forget_what_is_over"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."known_sender"(private.contact_messages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."known_sender"(private.contact_messages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."known_sender"(private.contact_messages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."link_face"(private.link_tokens) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."link_face"(private.link_tokens) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."link_face"(private.link_tokens) TO "postgres";

REVOKE ALL ON FUNCTION "private"."open_concern"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."open_concern"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."open_concern"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) TO "postgres";

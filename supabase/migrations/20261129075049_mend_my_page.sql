-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

ALTER TABLE "public"."customer_changes" DROP CONSTRAINT "customer_changes_check";

CREATE OR REPLACE FUNCTION private.apply_customer_change(p_change public.customer_changes, p_party public.parties)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  wanted public.parties;
begin
  if p_change.field = 'email' and p_change.op = 'change' then
    -- What goes along with an address is held before its change takes a clock.
    perform 1 from public.subscriptions s
    where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id order by s.id for no key update;
  end if;
  if p_change.field in ('name', 'language') then
    wanted := jsonb_populate_record(p_party, p_change.after);
    update public.parties p set name = wanted.name, salutation = wanted.salutation, title = wanted.title,
      given_name = wanted.given_name, family_name = wanted.family_name, language = wanted.language
    where p.id = p_party.id;
  elsif p_change.field = 'may_contact' then
    update public.contact_points c set may_contact = (p_change.after ->> 'may_contact')::boolean
    where c.id = p_change.contact_point_id;
  elsif p_change.op = 'remove' then
    delete from public.contact_points c where c.id = p_change.contact_point_id and lower(c.valid) >= current_date;
    update public.contact_points c set valid = daterange(lower(c.valid), current_date), is_primary = false
    where c.id = p_change.contact_point_id;
  else
    if exists (
      select 1 from public.contact_points c
      where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id
        and c.id is distinct from p_change.contact_point_id and c.valid @> current_date
        and case when p_change.field = 'address' then c.address = p_change.after -> 'address'
          else c.value = p_change.after ->> 'value'
            and c.extension is not distinct from p_change.after ->> 'extension' end
    ) then
      raise exception 'already_exists';
    end if;
    if p_change.op = 'change' then
      update public.contact_points c set value = coalesce(p_change.after ->> 'value', c.value),
        extension = p_change.after ->> 'extension', address = p_change.after -> 'address'
      where c.id = p_change.contact_point_id;
      if p_change.field = 'email' then
        perform private.follow_email(p_party, p_change.before ->> 'value', p_change.after ->> 'value');
      end if;
    else
      insert into public.contact_points (workspace_id, party_id, kind, value, extension, address)
      values (p_party.workspace_id, p_party.id,
        case p_change.field when 'address' then 'postal' else p_change.field::text end::public.contact_kind,
        coalesce(p_change.after ->> 'value', ''), p_change.after ->> 'extension', p_change.after -> 'address');
    end if;
    if p_change.field = 'email' then
      update public.contact_points c set verified_at = now()
      where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id and c.kind = 'email'
        and c.value = p_change.after ->> 'value' and c.valid @> current_date;
    end if;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION private.ask_for_erasure()
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  asked public.erasure_requests;
begin
  perform private.hold_party(me.workspace_id, me.party_id);
  select * into asked from public.erasure_requests e
  where e.workspace_id = me.workspace_id and e.party_id = me.party_id and e.status = 'open';
  if asked.id is null then
    -- Who asks and takes it back, over and over, would have a mail for each.
    if not private.is_allowed('my_erasure', me.party_id::text, 5, '1 day') then
      raise exception 'too_many_requests';
    end if;
    insert into public.erasure_requests (workspace_id, party_id, due_on)
    select me.workspace_id, me.party_id, ((now() at time zone w.time_zone)::date + interval '1 month')::date
    from public.workspaces w where w.id = me.workspace_id
    returning * into asked;
    perform private.queue_mail(me.workspace_id, 'erasure_requested', case when p.language like 'en%' then 'en' else 'de' end,
      me.email, me.party_id, asked.id)
    from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id;
  end if;
  return asked.due_on;
end $function$;

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
  perform private.set_subscription(held.id, wanted, 'my_page', private.localized(list.names, held.locale),
    'Signed in by a link to ' || me.email);
  return wanted;
end $function$;

CREATE OR REPLACE FUNCTION private.correct_my_data(p_id uuid, p_field public.customer_field, p_op text, p_contact_point_id uuid, p_version bigint, p_value jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  party public.parties;
  change public.customer_changes;
  present_version bigint;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into change from public.customer_changes c where c.id = p_id;
  if change.id is not null then
    -- A retry. Somebody else's id tells nothing.
    if change.party_id <> me.party_id then
      raise exception 'conflict';
    end if;
    return change.status;
  end if;
  if not private.is_allowed('my_page', me.party_id::text, 60, '1 hour')
    or p_field = 'email' and not private.is_allowed('my_email', me.party_id::text, 5, '1 hour')
  then
    return 'too_many_requests';
  end if;
  if p_field <> 'may_contact' and 'off' = (
    select p.change_rules ->> p_field::text from public.contact_pages p where p.workspace_id = me.workspace_id
  ) then
    raise exception 'forbidden';
  end if;
  party := private.hold_party(me.workspace_id, me.party_id);
  change.before := '{}';
  present_version := party.version;
  if p_op <> 'add' then
    change.before := private.customer_value(party, p_field, p_contact_point_id);
    if p_field not in ('name', 'language') then
      select c.version into present_version from public.contact_points c where c.id = p_contact_point_id;
    end if;
    if change.before is null then
      raise exception 'not_found';
    end if;
    if present_version is distinct from p_version then
      raise exception 'conflict';
    end if;
  end if;
  if p_op not in ('add', 'change', 'remove') or p_op <> 'change' and p_field in ('name', 'language', 'may_contact')
    or p_op <> 'remove' and private.is_customer_value(party, p_field, p_value) is not true
  then
    raise exception 'invalid_input';
  end if;
  -- Whoever takes away the address that they came by could not come back.
  if p_op = 'remove' and change.before ->> 'value' = me.email then
    raise exception 'in_use';
  end if;
  if p_op = 'change' and change.before @> p_value then
    return 'applied';
  end if;
  change.id := p_id;
  change.workspace_id := me.workspace_id;
  change.party_id := me.party_id;
  change.field := p_field;
  change.op := p_op;
  change.contact_point_id := case when p_op <> 'add' and p_field not in ('name', 'language') then p_contact_point_id end;
  change.after := case when p_op = 'remove' then '{}' else p_value end;
  if p_field <> 'email' or p_op = 'remove' then
    return private.settle_change(change, party);
  end if;
  insert into public.customer_changes (id, workspace_id, party_id, field, op, contact_point_id, before, after, status)
  values (change.id, change.workspace_id, change.party_id, change.field, change.op, change.contact_point_id,
    change.before, change.after, 'unverified');
  perform private.queue_mail(me.workspace_id, 'verify_email', case when party.language like 'en%' then 'en' else 'de' end,
    p_value ->> 'value', me.party_id, p_id);
  return 'unverified';
end $function$;

CREATE OR REPLACE FUNCTION private.decide_customer_change(p_id uuid, p_is_accepted boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  change public.customer_changes;
  party public.parties;
  present jsonb;
begin
  select * into change from public.customer_changes c where c.id = p_id;
  if change.id is null or private.my_member_id(change.workspace_id) is null then
    raise exception 'not_found';
  end if;
  party := private.hold_party(change.workspace_id, change.party_id);
  select * into change from public.customer_changes c where c.id = p_id for update;
  if change.status <> 'waiting' then
    -- A colleague was faster, or the customer took it back. The same word again is no matter.
    if change.status = (case when p_is_accepted then 'applied' else 'declined' end)::public.customer_change_status then
      return change.status;
    end if;
    raise exception 'conflict';
  end if;
  if p_is_accepted then
    present := private.customer_value(party, change.field, change.contact_point_id);
    -- Neither what the customer saw nor what they want: somebody changed it since, who would be written over.
    if change.op <> 'add' and (present is null
      or present <> change.before and (change.op = 'remove' or not present @> change.after))
    then
      raise exception 'conflict';
    end if;
    perform private.apply_customer_change(change, party);
  end if;
  update public.customer_changes c set
    status = (case when p_is_accepted then 'applied' else 'declined' end)::public.customer_change_status,
    decided_by = private.my_member_id(change.workspace_id), decided_at = now()
  where c.id = p_id returning c.* into change;
  return change.status;
end $function$;

CREATE OR REPLACE FUNCTION private.enter_my_page(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION private.is_customer_value(p_party public.parties, p_field public.customer_field, p_value jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(p_value) = 'object' and case p_field
    when 'name' then case p_party.kind
      when 'person' then p_value - '{salutation,title,given_name,family_name}'::text[] = '{}'
        and trim(concat(p_value ->> 'given_name', p_value ->> 'family_name')) <> ''
      else p_value - 'name' = '{}' and coalesce(trim(p_value ->> 'name'), '') <> '' end
    when 'language' then p_value - 'language' = '{}' and p_value ->> 'language' in ('de', 'en')
    when 'address' then p_value - 'address' = '{}' and private.is_address(p_value -> 'address')
    when 'phone' then p_value - '{value,extension}'::text[] = '{}' and private.is_contact_value('phone', p_value ->> 'value')
    when 'email' then p_value - 'value' = '{}' and private.is_contact_value('email', p_value ->> 'value')
    else p_value - 'may_contact' = '{}' and jsonb_typeof(p_value -> 'may_contact') = 'boolean'
  end;
end $function$;

CREATE OR REPLACE FUNCTION private.settle_change(p_change public.customer_changes, p_party public.parties)
 RETURNS public.customer_change_status
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  outcome public.customer_change_status := 'applied';
begin
  -- Also what a link proves after the workspace ceased to offer it is for a member to decide.
  if p_change.field <> 'may_contact' and 'at_once' <> (
    select p.change_rules ->> p_change.field::text from public.contact_pages p
    where p.workspace_id = p_change.workspace_id
  ) then
    outcome := 'waiting';
  else
    perform private.apply_customer_change(p_change, p_party);
  end if;
  -- A later word about the same thing takes the place of an earlier one.
  update public.customer_changes c set status = 'withdrawn'
  where c.workspace_id = p_change.workspace_id and c.party_id = p_change.party_id and c.id <> p_change.id
    and c.field = p_change.field and c.op <> 'add' and p_change.op <> 'add'
    and c.contact_point_id is not distinct from p_change.contact_point_id and c.status in ('waiting', 'unverified');
  insert into public.customer_changes (id, workspace_id, party_id, field, op, contact_point_id, before, after, status)
  values (p_change.id, p_change.workspace_id, p_change.party_id, p_change.field, p_change.op, (
    select c.id from public.contact_points c where c.id = p_change.contact_point_id
  ), p_change.before, p_change.after, outcome)
  on conflict (id) do update set status = outcome;
  return outcome;
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
    concern := private.concern_of(p, me.party_id) from public.contact_pages p where p.workspace_id = me.workspace_id;
  end if;
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, body)
  values (p_id, me.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming',
    me.party_id, true, p_body);
  return 'received';
end $function$;

COMMENT ON COLUMN "public"."customer_changes"."contact_point_id" IS 'What it is about; null for the party itself, for a new one, and once a member removed it.';

COMMENT ON FUNCTION "public"."decide_customer_change"(uuid, boolean) IS 'Accepts or declines a correction that waits; conflict when it waits no more, or what it is about changed since. May be repeated.';

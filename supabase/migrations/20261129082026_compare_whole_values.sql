-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

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
    if private.has_same_point(p_party, p_change.field, p_change.contact_point_id, p_change.after) then
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
  if p_op = 'change' and private.holds(change.before, p_value) then
    return 'applied';
  end if;
  -- Said now, not only once somebody opened a link or a member looked at it.
  if p_op <> 'remove' and p_field in ('address', 'phone', 'email')
    and private.has_same_point(party, p_field, p_contact_point_id, p_value)
  then
    raise exception 'already_exists';
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
      or present <> change.before and (change.op = 'remove' or not private.holds(present, change.after)))
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

CREATE OR REPLACE FUNCTION private.has_same_point(p_party public.parties, p_field public.customer_field, p_contact_point_id uuid, p_value jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select 1 from public.contact_points c
    where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id
      and c.id is distinct from p_contact_point_id and c.valid @> current_date
      and case when p_field = 'address' then c.address = p_value -> 'address'
        else c.value = p_value ->> 'value' and c.extension is not distinct from p_value ->> 'extension' end);
end $function$;

ALTER FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.holds(p_present jsonb, p_wanted jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return not exists (
    select 1 from jsonb_each(p_wanted) w where p_present -> w.key is distinct from w.value);
end $function$;

ALTER FUNCTION "private"."holds"(jsonb, jsonb) OWNER TO "postgres";

COMMENT ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) IS 'Whether another contact point of a party is this one today.';

COMMENT ON FUNCTION "private"."holds"(jsonb, jsonb) IS 'Whether each wanted value is there as a whole: an address without one of its parts is another address.';

REVOKE ALL ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."holds"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."holds"(jsonb, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."holds"(jsonb, jsonb) TO "postgres";

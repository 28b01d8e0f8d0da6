-- How a correction is made, proved, taken back and decided.

create function private.follow_email(p_party public.parties, p_change_id uuid, p_before text, p_after text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update private.customer_sessions s set email = p_after
  where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before;
  with moved as (
    update public.subscriptions s set email = p_after, former_emails = s.former_emails || p_before
    where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before
    returning s.*
  )
  insert into public.consents (workspace_id, subscription_id, status, origin, email, client_address)
  select m.workspace_id, m.id, m.status, 'my_page', p_after, private.client_address() from moved m;
  perform private.queue_mail(p_party.workspace_id, 'email_changed',
    case when p_party.language like 'en%' then 'en' else 'de' end, p_before, p_party.id, p_change_id);
end $$;
comment on function private.follow_email(public.parties, uuid, text, text) is
  'Sessions and subscriptions go along with an address that was changed and proved; whoever reads the old one is told.';

create function private.apply_customer_change(p_change public.customer_changes, p_party public.parties) returns void
language plpgsql security definer set search_path = '' as $$
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
        perform private.follow_email(p_party, p_change.id, p_change.before ->> 'value', p_change.after ->> 'value');
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
end $$;
comment on function private.apply_customer_change(public.customer_changes, public.parties) is
  'Makes a correction hold. Its party is held already.';

create function private.settle_change(p_change public.customer_changes, p_party public.parties)
returns public.customer_change_status
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.settle_change(public.customer_changes, public.parties) is
  'A correction that is proved, if it needs that: holds at once, or waits for a member, as the workspace chose.';

create function private.correct_my_data(
  p_id uuid, p_field public.customer_field, p_op text, p_contact_point_id uuid, p_version bigint, p_value jsonb
) returns text
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.correct_my_data(uuid, public.customer_field, text, uuid, bigint, jsonb) is
  'Definer: a customer corrects their own data, and nobody else''s.';

create function private.verify_my_email(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  opened private.link_tokens := private.find_token(p_token, 'verify_email');
  change public.customer_changes;
  party public.parties;
  outcome text;
begin
  select * into change from public.customer_changes c where c.id = opened.subject_id;
  party := private.hold_party(change.workspace_id, change.party_id);
  select * into change from public.customer_changes c where c.id = opened.subject_id for update;
  -- Withdrawn, or the address that it replaces is another one by now.
  if party.id is null or change.status <> 'unverified'
    or change.op = 'change' and private.customer_value(party, 'email', change.contact_point_id) is distinct from change.before
  then
    raise exception 'link_expired';
  end if;
  update private.link_tokens t set used_at = now() where t.hash = opened.hash;
  perform set_config('spur.customer', party.id::text, true);
  outcome := private.settle_change(change, party);
  return (
    select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue,
      'email', change.after ->> 'value', 'status', outcome)
    from public.workspaces w where w.id = change.workspace_id);
end $$;
comment on function private.verify_my_email(text) is
  'Definer: a new address counts once the link that was mailed there is opened, in whichever browser.';

create function private.withdraw_my_change(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
begin
  perform private.hold_party(me.workspace_id, me.party_id);
  update public.customer_changes c set status = 'withdrawn'
  where c.id = p_id and c.workspace_id = me.workspace_id and c.party_id = me.party_id
    and c.status in ('waiting', 'unverified');
  if not found then
    raise exception 'not_found';
  end if;
end $$;
comment on function private.withdraw_my_change(uuid) is 'Definer: a customer takes back what nobody decided yet.';

create function private.decide_customer_change(p_id uuid, p_is_accepted boolean) returns text
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.decide_customer_change(uuid, boolean) is
  'Definer, because nobody writes corrections but by these functions: a member of the workspace decides.';

create function public.correct_my_data(
  p_id uuid, p_field public.customer_field, p_op text, p_contact_point_id uuid default null,
  p_version bigint default null, p_value jsonb default null
) returns text
language plpgsql set search_path = '' as $$
begin
  return private.correct_my_data(p_id, p_field, p_op, p_contact_point_id, p_version, p_value);
end $$;
comment on function public.correct_my_data(uuid, public.customer_field, text, uuid, bigint, jsonb) is
  'Corrects what the workspace knows of the customer who is signed in, based on the version they saw: applied, waiting, unverified (a mail went to the new address) or too_many_requests. May be repeated.';
create function public.verify_my_email(p_token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.verify_my_email(p_token);
end $$;
comment on function public.verify_my_email(text) is
  'Proves a new address by the link that was mailed there: link_invalid, link_used or link_expired else.';
create function public.withdraw_my_change(p_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.withdraw_my_change(p_id);
end $$;
comment on function public.withdraw_my_change(uuid) is 'Takes back a correction that waits.';
create function public.decide_customer_change(p_id uuid, p_is_accepted boolean) returns text
language plpgsql set search_path = '' as $$
begin
  return private.decide_customer_change(p_id, p_is_accepted);
end $$;
comment on function public.decide_customer_change(uuid, boolean) is
  'Accepts or declines a correction that waits; conflict when it waits no more, or what it is about changed since. May be repeated.';
grant execute on function private.correct_my_data(uuid, public.customer_field, text, uuid, bigint, jsonb),
  private.verify_my_email(text), private.withdraw_my_change(uuid),
  public.correct_my_data(uuid, public.customer_field, text, uuid, bigint, jsonb),
  public.verify_my_email(text), public.withdraw_my_change(uuid)
  to anon, authenticated;
grant execute on function private.decide_customer_change(uuid, boolean), public.decide_customer_change(uuid, boolean)
  to authenticated;

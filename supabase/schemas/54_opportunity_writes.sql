-- How opportunities are made, moved and edited: each call is one transaction and may be repeated.

create function private.neighbour_rank(p_stage_id uuid, p_rank text, p_below boolean) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_below then
    return (
      select min(o.rank) from public.opportunities o
      where o.stage_id = p_stage_id and o.rank > coalesce(p_rank, '') collate "C"
    );
  end if;
  return (
    select max(o.rank) from public.opportunities o
    where o.stage_id = p_stage_id and o.rank < coalesce(p_rank, '~') collate "C"
  );
end $$;
comment on function private.neighbour_rank(uuid, text, boolean) is
  'The next used rank below or above, also of rows the caller may not see: keys stay unique per column. Null: from the end; no key stands before the empty text or after a tilde.';

create function private.lock_columns(p_stage_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
declare
  stage uuid;
begin
  for stage in select distinct s from unnest(p_stage_ids) s order by s loop
    perform pg_advisory_xact_lock(hashtextextended(stage::text, 0));
  end loop;
end $$;
comment on function private.lock_columns(uuid[]) is
  'Drops into one column line up here, so that two between the same cards get different keys.';
grant execute on function private.lock_columns(uuid[]) to authenticated, service_role;

create function private.place_in_stage(p_stage_id uuid, p_id uuid, p_after_id uuid, p_before_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  anchor text;
begin
  perform private.lock_columns(array[p_stage_id]);
  select o.rank into anchor from public.opportunities o
  where o.id = p_after_id and o.stage_id = p_stage_id and o.id <> p_id;
  if found then
    return private.rank_between(anchor, private.neighbour_rank(p_stage_id, anchor, true));
  end if;
  select o.rank into anchor from public.opportunities o
  where o.id = p_before_id and o.stage_id = p_stage_id and o.id <> p_id;
  if found then
    return private.rank_between(private.neighbour_rank(p_stage_id, anchor, false), anchor);
  end if;
  return private.rank_between(null, private.neighbour_rank(p_stage_id, null, true));
end $$;
comment on function private.place_in_stage(uuid, uuid, uuid, uuid) is
  'A free key directly below one card, else directly above another, else at the top. Cards that meanwhile left the column are passed over.';
grant execute on function private.place_in_stage(uuid, uuid, uuid, uuid) to authenticated, service_role;

create function private.places_in_stage(p_stage_id uuid, p_ids uuid[], p_after_id uuid, p_before_id uuid) returns text[]
language plpgsql security definer set search_path = '' as $$
declare
  free_rank text := private.place_in_stage(p_stage_id, p_ids[1], p_after_id, p_before_id);
  ranks text[] := array[free_rank];
begin
  for i in 2 .. cardinality(p_ids) loop
    free_rank := private.rank_between(free_rank, private.neighbour_rank(p_stage_id, free_rank, true));
    ranks := ranks || free_rank;
  end loop;
  return ranks;
end $$;
comment on function private.places_in_stage(uuid, uuid[], uuid, uuid) is
  'Free keys for several cards, one below the other, from where place_in_stage would put the first.';
grant execute on function private.places_in_stage(uuid, uuid[], uuid, uuid) to authenticated, service_role;

create function private.card_of(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.card(o, p.name) from public.opportunities o
    join public.parties p on p.id = o.customer_id where o.id = p_id
  );
end $$;
comment on function private.card_of(uuid) is 'The card of one opportunity, under the caller''s policies.';
grant execute on function private.card_of(uuid) to authenticated, service_role;

create function private.refuse_opportunity(p_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select 1 from public.opportunities o where o.id = p_id) then
    raise exception 'forbidden';
  end if;
  raise exception 'opportunity_not_found';
end $$;
comment on function private.refuse_opportunity(uuid) is
  'Why nothing was written: the caller may only read it, or it is gone or out of their sight.';
grant execute on function private.refuse_opportunity(uuid) to authenticated, service_role;

create function public.create_opportunity(
  p_id uuid, p_workspace_id uuid, p_stage_id uuid, p_name text, p_currency text, p_mutation_id uuid,
  p_customer_id uuid default null, p_customer_name text default null,
  p_customer_kind public.party_kind default 'organization',
  p_contact_name text default null, p_owner_id uuid default null, p_team_id uuid default null,
  p_is_private boolean default false, p_amount numeric default null, p_expected_close_on date default null,
  p_source text default null, p_blacklist_reason text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  customer uuid := p_customer_id;
  contact uuid;
  free_rank text;
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return private.card_of(p_id);
  end if;
  -- Everyone waits in one order, or two could wait for each other: column, parties, rows, clocks.
  free_rank := private.place_in_stage(p_stage_id, p_id, null, null);
  if customer is null then
    customer := public.find_or_add_party(p_workspace_id, p_customer_kind, coalesce(p_customer_name, p_name), 'CUSTOMER');
  end if;
  if p_contact_name is not null then
    contact := public.find_or_add_party(p_workspace_id, 'person', p_contact_name, 'CONTACT');
    perform private.relate_contact(p_workspace_id, contact, customer);
  end if;
  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, is_private, amount, currency, expected_close_on, source, blacklist_reason, created_by)
  values (p_id, p_workspace_id, p_stage_id, free_rank, p_name,
    customer, contact, coalesce(p_owner_id, private.my_member_id(p_workspace_id)), p_team_id, p_is_private,
    p_amount, p_currency, p_expected_close_on, p_source, p_blacklist_reason, private.my_member_id(p_workspace_id));
  return private.card_of(p_id);
end $$;
comment on function public.create_opportunity(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind,
  text, uuid, uuid, boolean, numeric, date, text, text) is
  'Adds an opportunity at the top of its column, with its customer and contact if they are new. Returns the card.';

create function public.move_opportunity(
  p_id uuid, p_stage_id uuid, p_after_id uuid, p_before_id uuid, p_mutation_id uuid,
  p_lost_reason text default null
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    update public.opportunities o set
      stage_id = p_stage_id,
      rank = private.place_in_stage(p_stage_id, p_id, p_after_id, p_before_id),
      lost_reason = coalesce(p_lost_reason, o.lost_reason)
    where o.id = p_id;
    if not found then
      perform private.refuse_opportunity(p_id);
    end if;
  end if;
  return private.card_of(p_id);
end $$;
comment on function public.move_opportunity(uuid, uuid, uuid, uuid, uuid, text) is
  'Puts a card below one card, or above another, or on top: one row, one write, one event. Returns the card.';

create function public.move_opportunities(
  p_ids uuid[], p_stage_id uuid, p_after_id uuid, p_before_id uuid, p_mutation_id uuid
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  ranks text[];
  moved uuid[];
  refused uuid;
begin
  if p_ids is null or cardinality(p_ids) not between 1 and 200 then
    raise exception 'invalid_input';
  end if;
  if private.begin_mutation(p_mutation_id, p_ids[1]) then
    -- Column, then rows in one order: two who move the same cards wait for each other, never both.
    ranks := private.places_in_stage(p_stage_id, p_ids, p_after_id, p_before_id);
    perform from public.opportunities o where o.id = any (p_ids) order by o.id for update;
    with written as (
      update public.opportunities o set stage_id = p_stage_id, rank = m.rank
      from unnest(p_ids, ranks) m (id, rank) where o.id = m.id returning o.id
    )
    select array_agg(w.id) into moved from written w;
    select i into refused from unnest(p_ids) i where i <> all (coalesce(moved, '{}')) limit 1;
    if refused is not null then
      -- All or none: else whoever moved them together had to find out which stayed behind.
      perform private.refuse_opportunity(refused);
    end if;
  end if;
  return (
    select coalesce(jsonb_agg(private.card(o, p.name) order by o.rank), '[]')
    from public.opportunities o join public.parties p on p.id = o.customer_id
    where o.id = any (p_ids)
  );
end $$;
comment on function public.move_opportunities(uuid[], uuid, uuid, uuid, uuid) is
  'Puts cards one below the other where move_opportunity would put one: all of them or none, in one write and one event a topic. Returns those the caller still sees.';

create function public.update_opportunity(
  p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  current public.opportunities;
  wanted public.opportunities;
  clashes jsonb;
begin
  select * into current from public.opportunities o where o.id = p_id for update;
  -- Also where somebody else has since deleted the row or taken it out of sight: it was saved.
  if private.is_repeated(p_mutation_id) then
    return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
  end if;
  if current.id is null then
    perform private.refuse_opportunity(p_id);
  end if;
  wanted := jsonb_populate_record(current, p_patch);
  if current.version > p_version then
    clashes := private.clashes(p_id, p_version, p_patch, to_jsonb(current), to_jsonb(wanted));
    if clashes is not null then
      return jsonb_build_object('status', 'conflict', 'version', current.version, 'fields', clashes,
        'card', private.card_of(p_id));
    end if;
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  update public.opportunities o set
    name = wanted.name, customer_id = wanted.customer_id, contact_id = wanted.contact_id,
    owner_id = wanted.owner_id, team_id = wanted.team_id, is_private = wanted.is_private,
    amount = wanted.amount, currency = wanted.currency, probability = wanted.probability,
    expected_close_on = wanted.expected_close_on, next_step = wanted.next_step,
    next_step_on = wanted.next_step_on, source = wanted.source, campaign_id = wanted.campaign_id,
    lost_reason = wanted.lost_reason
  where o.id = p_id;
  return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
end $$;
comment on function public.update_opportunity(uuid, bigint, jsonb, uuid) is
  'Edits fields based on a version. Fields nobody else touched since are saved; others come back as a conflict with base, yours and theirs, and nothing is written.';

create function public.delete_opportunity(p_id uuid, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    delete from public.opportunities o where o.id = p_id;
    if not found then
      perform private.refuse_opportunity(p_id);
    end if;
  end if;
end $$;
comment on function public.delete_opportunity(uuid, uuid) is 'Removes an opportunity; its history stays.';

grant execute on function
  public.create_opportunity(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid,
    uuid, boolean, numeric, date, text, text),
  public.move_opportunity(uuid, uuid, uuid, uuid, uuid, text),
  public.move_opportunities(uuid[], uuid, uuid, uuid, uuid),
  public.update_opportunity(uuid, bigint, jsonb, uuid),
  public.delete_opportunity(uuid, uuid)
  to authenticated;

-- Converting a lead: one transaction from an interest to a customer, a contact and an opportunity.

create function private.lock_lead(p_workspace_id uuid, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock_parties(p_workspace_id);
  perform 1 from public.leads l where l.workspace_id = p_workspace_id and l.id = p_id for update;
  perform 1 from public.communications c
  where c.workspace_id = p_workspace_id and c.lead_id = p_id order by c.id for update;
end $$;
comment on function private.lock_lead(uuid, uuid) is
  'Holds a lead and all that was said about it, also by others, before any clock is taken.';
grant execute on function private.lock_lead(uuid, uuid) to authenticated;

create function private.give_role(p_workspace_id uuid, p_party_id uuid, p_role_code text) returns void
language plpgsql set search_path = '' as $$
begin
  if not private.has_role(p_workspace_id, p_party_id, p_role_code) then
    insert into public.party_roles (workspace_id, party_id, role_code)
    values (p_workspace_id, p_party_id, p_role_code) on conflict do nothing;
  end if;
end $$;
comment on function private.give_role(uuid, uuid, text) is 'What a party is to us from today on, unless it is already.';

create function private.carry_contact_points(p_workspace_id uuid, p_from uuid[], p_to uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.contact_points (workspace_id, party_id, kind, value, extension, address, purposes, created_by)
  select c.workspace_id, pair.target, c.kind, c.value, c.extension, c.address, c.purposes,
    private.my_member_id(p_workspace_id)
  from unnest(p_from, p_to) pair (source, target)
  join public.contact_points c on c.workspace_id = p_workspace_id and c.party_id = pair.source
  where pair.source <> pair.target and c.valid @> current_date
  on conflict do nothing;
end $$;
comment on function private.carry_contact_points(uuid, uuid[], uuid[]) is
  'Gives parties the ways to reach that were noted of others who turned out to be the same.';

create function private.company_of(p_lead public.leads, p_kind public.party_kind) returns uuid
language plpgsql immutable set search_path = '' as $$
begin
  return case p_kind when 'organization' then p_lead.party_id else p_lead.organization_id end;
end $$;
comment on function private.company_of(public.leads, public.party_kind) is
  'The company of a lead whose party is of this kind: the party itself, or that of the person.';
grant execute on function private.company_of(public.leads, public.party_kind), private.give_role(uuid, uuid, text),
  private.carry_contact_points(uuid, uuid[], uuid[]) to authenticated, service_role;

create function public.convert_lead(
  p_id uuid, p_opportunity_id uuid, p_stage_id uuid, p_name text, p_currency text, p_mutation_id uuid,
  p_customer_id uuid default null, p_customer_name text default null, p_contact_id uuid default null,
  p_amount numeric default null, p_expected_close_on date default null, p_blacklist_reason text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  lead public.leads;
  lead_kind public.party_kind;
  customer uuid := p_customer_id;
  customer_kind public.party_kind := 'organization';
  person uuid;
  free_rank text;
  me uuid;
begin
  -- As everywhere: column, parties, rows, and clocks with the first thing that is written.
  free_rank := private.place_in_stage(p_stage_id, p_opportunity_id, null, null);
  perform private.lock_lead(l.workspace_id, l.id) from public.leads l where l.id = p_id;
  select * into lead from public.leads l where l.id = p_id;
  if not found then
    raise exception 'lead_not_found';
  end if;
  -- Whoever comes second, or asks again, gets what the first one made.
  if lead.status = 'converted' then
    return private.card_of(lead.opportunity_id);
  end if;
  if lead.status = 'disqualified' then
    raise exception 'lead_closed';
  end if;
  perform private.begin_mutation(p_mutation_id, p_opportunity_id);
  me := private.my_member_id(lead.workspace_id);
  select p.kind into lead_kind from public.parties p where p.id = lead.party_id;
  if customer is null and p_customer_name is null then
    customer := coalesce(lead.organization_id, lead.party_id);
  end if;
  if customer is not null then
    select p.kind into customer_kind from public.parties p
    where p.workspace_id = lead.workspace_id and p.id = customer;
  end if;
  -- Who the person is: the one chosen, or the customer, or whom the lead is about.
  person := coalesce(p_contact_id, case
    when customer_kind = 'person' then customer
    when lead_kind = 'person' then lead.party_id
  end);
  if customer_kind is null or person is not null and not exists (
    select 1 from public.parties p
    where p.workspace_id = lead.workspace_id and p.id = person and p.kind = 'person'
  ) then
    raise exception 'reference_not_found';
  end if;
  perform private.carry_contact_points(lead.workspace_id,
    array[case lead_kind when 'person' then lead.party_id end, private.company_of(lead, lead_kind)],
    array[person, case customer_kind when 'organization' then customer end]);
  if customer is null then
    customer := public.find_or_add_party(lead.workspace_id, 'organization', p_customer_name);
  end if;
  perform private.give_role(lead.workspace_id, customer, 'CUSTOMER');
  if person is not null and person <> customer then
    perform private.give_role(lead.workspace_id, person, 'CONTACT');
    perform private.relate_contact(lead.workspace_id, person, customer);
  end if;
  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, is_private, amount, currency, expected_close_on, source, campaign_id, blacklist_reason, created_by)
  values (p_opportunity_id, lead.workspace_id, p_stage_id, free_rank, p_name, customer,
    nullif(person, customer), coalesce(lead.owner_id, me), lead.team_id, lead.is_private, p_amount, p_currency,
    p_expected_close_on, lead.source, lead.campaign_id, p_blacklist_reason, me);
  update public.leads l set
    status = 'converted',
    opportunity_id = p_opportunity_id,
    owner_id = coalesce(l.owner_id, me),
    party_id = coalesce(person, customer),
    organization_id = case
      when customer_kind = 'organization' and person is not null then customer
      when person is not null then l.organization_id
    end
  where l.id = p_id;
  if not found then
    perform private.refuse_lead(p_id);
  end if;
  return private.card_of(p_opportunity_id);
end $$;
comment on function public.convert_lead(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) is
  'Makes a lead an opportunity on top of its column, with customer and contact, in one step. Existing parties can stand in for the lead''s own. However often and by whomever it is called, there is one opportunity: its card is the answer.';
grant execute on function
  public.convert_lead(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) to authenticated;

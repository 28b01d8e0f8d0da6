-- How leads are added and looked into: each call is one transaction and may be repeated.

create function private.lead_face(p_lead public.leads) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', p_lead.id,
      'version', p_lead.version,
      'status', p_lead.status,
      'queue', p_lead.queue,
      'party', jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted),
      'organization', case when g.id is not null then jsonb_build_object(
        'id', g.id, 'kind', g.kind, 'name', g.name, 'isBlacklisted', g.is_blacklisted) end,
      'contactPoint', coalesce(
        private.contact_points_of(p_lead.workspace_id, p.id) -> 0,
        private.contact_points_of(p_lead.workspace_id, g.id) -> 0),
      'ownerId', p_lead.owner_id,
      'teamId', p_lead.team_id,
      'isPrivate', p_lead.is_private,
      'source', p_lead.source,
      'note', p_lead.note,
      'disqualifiedReason', p_lead.disqualified_reason,
      'opportunityId', p_lead.opportunity_id,
      'createdById', p_lead.created_by,
      'createdAt', p_lead.created_at,
      'updatedAt', p_lead.updated_at
    )
    from public.parties p left join public.parties g on g.id = p_lead.organization_id
    where p.id = p_lead.party_id
  );
end $$;
comment on function private.lead_face(public.leads) is
  'The fields a list of leads shows, as `leadSchema` in domain/lead-answers.ts reads them.';

create function private.lead_of(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select private.lead_face(l) from public.leads l where l.id = p_id);
end $$;
comment on function private.lead_of(uuid) is 'One lead, under the caller''s policies.';

create function private.refuse_lead(p_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select 1 from public.leads l where l.id = p_id) then
    raise exception 'forbidden';
  end if;
  raise exception 'lead_not_found';
end $$;
comment on function private.refuse_lead(uuid) is
  'Why nothing was written: the caller may only read it, or it is gone or out of their sight.';

create function private.hold_lead(p_id uuid) returns public.leads
language plpgsql set search_path = '' as $$
declare
  held public.leads;
begin
  select * into held from public.leads l where l.id = p_id;
  if held.id is not null then
    perform private.lock_parties(held.workspace_id);
    select * into held from public.leads l where l.id = p_id for update;
  end if;
  if held.id is null then
    perform private.refuse_lead(p_id);
  end if;
  return held;
end $$;
comment on function private.hold_lead(uuid) is
  'A lead that the caller may change, held until commit after the parties: its end is the end of a role.';
grant execute on function private.lead_face(public.leads), private.lead_of(uuid), private.refuse_lead(uuid),
  private.hold_lead(uuid) to authenticated, service_role;

create function public.add_lead(
  p_id uuid, p_workspace_id uuid, p_name text, p_mutation_id uuid,
  p_kind public.party_kind default 'person', p_company_name text default null,
  p_contact_kind public.contact_kind default null, p_contact_value text default null,
  p_contact_extension text default null, p_source text default null, p_owner_id uuid default null,
  p_team_id uuid default null, p_is_private boolean default false, p_note text default null,
  p_party_id uuid default null, p_company_id uuid default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  me uuid := private.my_member_id(p_workspace_id);
  party uuid := p_party_id;
  company uuid := p_company_id;
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.lock_parties(p_workspace_id);
    if party is null then
      party := public.find_or_add_party(p_workspace_id, p_kind, p_name);
    end if;
    if p_contact_value is not null then
      insert into public.contact_points (workspace_id, party_id, kind, value, extension, created_by)
      values (p_workspace_id, party, p_contact_kind, p_contact_value, p_contact_extension, me)
      on conflict do nothing;
    end if;
    if p_kind = 'person' and company is null and p_company_name is not null then
      company := public.find_or_add_party(p_workspace_id, 'organization', p_company_name);
    end if;
    if company is not null then
      perform private.relate_contact(p_workspace_id, party, company);
    end if;
    insert into public.leads
      (id, workspace_id, party_id, organization_id, owner_id, team_id, is_private, note, source, created_by)
    values (p_id, p_workspace_id, party, company, p_owner_id, p_team_id, p_is_private, p_note, p_source, me);
  end if;
  return private.lead_of(p_id);
end $$;
comment on function public.add_lead(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text,
  text, text, uuid, uuid, boolean, text, uuid, uuid) is
  'Notes an interest: its party, company and contact point are made if they are new and not told by id. Without an owner it waits to be taken.';

create function public.set_lead_status(
  p_id uuid, p_status public.lead_status, p_mutation_id uuid, p_reason text default null
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    if p_status = 'converted' then
      raise exception 'invalid_input';
    end if;
    perform private.hold_lead(p_id);
    update public.leads l set status = p_status, disqualified_reason = p_reason where l.id = p_id;
  end if;
  return private.lead_of(p_id);
end $$;
comment on function public.set_lead_status(uuid, public.lead_status, uuid, text) is
  'Moves a lead along, ends it with a reason, or opens it again. What was converted stays so.';

create function public.delete_lead(p_id uuid, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.lock_parties(l.workspace_id) from public.leads l where l.id = p_id;
    delete from public.leads l where l.id = p_id;
    if not found then
      perform private.refuse_lead(p_id);
    end if;
  end if;
end $$;
comment on function public.delete_lead(uuid, uuid) is
  'Removes a lead and what was said about it; its history and its party stay.';

create function public.log_lead_communication(
  p_id uuid, p_lead_id uuid, p_type_code text, p_mutation_id uuid, p_direction text default null,
  p_subject text default null, p_body text default null, p_occurred_at timestamptz default now()
) returns void
language plpgsql set search_path = '' as $$
declare
  about public.leads;
begin
  select * into about from public.leads l where l.id = p_lead_id;
  if not found then
    raise exception 'lead_not_found';
  end if;
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.communications
    (id, workspace_id, lead_id, type_code, direction, party_id, subject, body, occurred_at, author_id)
  values (p_id, about.workspace_id, about.id, p_type_code, p_direction, about.party_id, p_subject, p_body,
    p_occurred_at, private.my_member_id(about.workspace_id));
end $$;
comment on function public.log_lead_communication(uuid, uuid, text, uuid, text, text, text, timestamptz) is
  'Documents a contact with the party of a lead; once that is converted, about the opportunity. May be repeated.';

grant execute on function
  public.add_lead(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid,
    uuid, boolean, text, uuid, uuid),
  public.set_lead_status(uuid, public.lead_status, uuid, text), public.delete_lead(uuid, uuid),
  public.log_lead_communication(uuid, uuid, text, uuid, text, text, text, timestamptz)
  to authenticated;

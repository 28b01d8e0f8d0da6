-- How parties are edited: as opportunities, field by field, based on the version that was seen.

create function private.party_fields(p_party public.parties) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return to_jsonb(p_party) - '{workspace_id,match_name,search_name,import_id}'::text[]
    || jsonb_build_object('revenue', trim_scale(p_party.revenue)::text);
end $$;
comment on function private.party_fields(public.parties) is
  'What a page about a party shows of it, by the names of the columns; `partyFields` in domain/party-answers.ts reads it.';
grant execute on function private.party_fields(public.parties) to authenticated, service_role;

create function public.update_party(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  current public.parties;
  wanted public.parties;
  clashes jsonb;
begin
  select * into current from public.parties p where p.id = p_id for update;
  if current.id is null then
    raise exception 'party_not_found';
  end if;
  if private.is_repeated(p_mutation_id) then
    return jsonb_build_object('status', 'saved', 'party', private.party_fields(current));
  end if;
  wanted := jsonb_populate_record(current, p_patch);
  if current.version > p_version then
    clashes := private.clashes(p_id, p_version, p_patch, to_jsonb(current), to_jsonb(wanted));
    if clashes is not null then
      return jsonb_build_object('status', 'conflict', 'fields', clashes, 'party', private.party_fields(current));
    end if;
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  update public.parties p set
    name = wanted.name, local_name = wanted.local_name, salutation = wanted.salutation, title = wanted.title,
    given_name = wanted.given_name, family_name = wanted.family_name, suffix = wanted.suffix,
    birthday = wanted.birthday, occupation = wanted.occupation, legal_form = wanted.legal_form,
    vat_id = wanted.vat_id, registration = wanted.registration, employees = wanted.employees,
    revenue = wanted.revenue, revenue_currency = wanted.revenue_currency, industry = wanted.industry,
    language = wanted.language, currency = wanted.currency, time_zone = wanted.time_zone,
    source = wanted.source, status = wanted.status, owner_id = wanted.owner_id, note = wanted.note
  where p.id = p_id
  returning p.* into current;
  if current.id is null then
    raise exception 'forbidden';
  end if;
  return jsonb_build_object('status', 'saved', 'party', private.party_fields(current));
end $$;
comment on function public.update_party(uuid, bigint, jsonb, uuid) is
  'Edits fields based on a version. Fields nobody else touched since are saved; others come back as a conflict with base, yours and theirs, and nothing is written. May be repeated.';
grant execute on function public.update_party(uuid, bigint, jsonb, uuid) to authenticated;

create function public.add_party(
  p_id uuid, p_workspace_id uuid, p_kind public.party_kind, p_name text, p_mutation_id uuid,
  p_role_code text default null, p_contacts jsonb default '[]', p_company_id uuid default null,
  p_company_name text default null
) returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.my_member_id(p_workspace_id);
  company uuid := p_company_id;
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  perform private.lock_parties(p_workspace_id);
  insert into public.parties (id, workspace_id, kind, name, created_by)
  values (p_id, p_workspace_id, p_kind, trim(regexp_replace(p_name, '\s+', ' ', 'g')), me);
  if p_role_code is not null then
    insert into public.party_roles (workspace_id, party_id, role_code) values (p_workspace_id, p_id, p_role_code);
  end if;
  -- The same number twice, in two spellings, is one.
  insert into public.contact_points (workspace_id, party_id, kind, value, extension, created_by)
  select distinct on (c.kind, c.value, coalesce(c.extension, '')) p_workspace_id, p_id, c.kind, c.value, c.extension, me
  from jsonb_to_recordset(p_contacts) c (kind public.contact_kind, value text, extension text);
  if p_kind = 'person' and company is null and p_company_name is not null then
    company := public.find_or_add_party(p_workspace_id, 'organization', p_company_name);
  end if;
  if p_kind = 'person' and company is not null then
    if not exists (
      select 1 from public.parties p
      where p.workspace_id = p_workspace_id and p.id = company and p.kind = 'organization'
    ) then
      raise exception 'reference_not_found';
    end if;
    perform private.relate_contact(p_workspace_id, p_id, company);
  end if;
end $$;
comment on function public.add_party(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text) is
  'A new party with its role, ways to reach it (kind, value, extension) and, for a person, a company that is known or found by name or made. New even if the name exists: who asks was warned. May be repeated.';
grant execute on function public.add_party(uuid, uuid, public.party_kind, text, uuid, text, jsonb, uuid, text)
  to authenticated;

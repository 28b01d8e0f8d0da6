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

-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE OR REPLACE FUNCTION private.lead_face(p_lead public.leads)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.lead_twins(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  about public.leads;
begin
  select * into about from public.leads l where l.id = p_id;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted)
      order by p.match_name, p.id), '[]')
    from (
      -- The same address, or a name that begins alike: of a company the first word, of a person all.
      select o.id from (
        select c.kind, c.value from public.contact_points c
        where c.workspace_id = about.workspace_id and c.party_id in (about.party_id, about.organization_id)
          and c.kind <> 'web'
      ) own
      join public.contact_points c
        on c.workspace_id = about.workspace_id and c.kind = own.kind and c.value = own.value
      join public.parties o on o.id = c.party_id
      union
      select o.id from public.parties mine
      join public.parties o on o.workspace_id = about.workspace_id and o.kind = mine.kind
        and starts_with(o.match_name,
          case mine.kind when 'person' then mine.match_name else split_part(mine.match_name, ' ', 1) end)
      where mine.id in (about.party_id, about.organization_id)
        and (mine.kind = 'person' or length(split_part(mine.match_name, ' ', 1)) >= 4)
      limit 20
    ) alike
    join public.parties p on p.id = alike.id
    where p.id not in (about.party_id, coalesce(about.organization_id, about.party_id))
      and not exists (select 1 from public.workspaces w where w.party_id = p.id)
  );
end $function$;

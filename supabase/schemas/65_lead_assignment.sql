-- Who has a lead: taken by oneself, given by somebody, or given in turn.

create function public.take_lead(p_id uuid, p_mutation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  held public.leads;
  me uuid;
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    -- Two who reach for it wait here for each other; the later one sees who was faster.
    select * into held from public.leads l where l.id = p_id for update;
    if held.id is null then
      perform private.refuse_lead(p_id);
    end if;
    me := private.my_member_id(held.workspace_id);
    if held.owner_id <> me then
      raise exception 'lead_taken' using detail = (select m.name from public.members m where m.id = held.owner_id);
    end if;
    if held.queue = 'closed' then
      raise exception 'lead_closed';
    end if;
    update public.leads l set owner_id = me where l.id = p_id and l.owner_id is null;
  end if;
  return private.lead_of(p_id);
end $$;
comment on function public.take_lead(uuid, uuid) is
  'Makes an unassigned lead the caller''s own. Where a colleague was faster the detail says who.';

create function private.hold_open_leads(p_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
declare
  held uuid[];
  refused uuid;
begin
  if p_ids is null or cardinality(p_ids) not between 1 and 200 then
    raise exception 'invalid_input';
  end if;
  held := array(select l.id from public.leads l where l.id = any (p_ids) order by l.id for update);
  select i into refused from unnest(p_ids) i where i <> all (held) limit 1;
  if refused is not null then
    perform private.refuse_lead(refused);
  end if;
  if exists (select 1 from public.leads l where l.id = any (p_ids) and l.queue = 'closed') then
    raise exception 'lead_closed';
  end if;
end $$;
comment on function private.hold_open_leads(uuid[]) is
  'Holds leads in one order, all of them or none: two who assign the same wait for each other.';
grant execute on function private.hold_open_leads(uuid[]) to authenticated, service_role;

create function private.leads_of(p_ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(private.lead_face(l) order by l.created_at desc, l.id desc), '[]')
    from public.leads l where l.id = any (p_ids)
  );
end $$;
comment on function private.leads_of(uuid[]) is 'Those of these leads that the caller may see.';
grant execute on function private.leads_of(uuid[]) to authenticated, service_role;

create function public.assign_leads(p_ids uuid[], p_owner_id uuid, p_mutation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_ids[1]) then
    perform private.hold_open_leads(p_ids);
    update public.leads l set owner_id = p_owner_id
    where l.id = any (p_ids) and l.owner_id is distinct from p_owner_id;
  end if;
  return private.leads_of(p_ids);
end $$;
comment on function public.assign_leads(uuid[], uuid, uuid) is
  'Gives open leads to a member, or back to the queue; all of them or none.';

create function private.next_in_turn(p_team_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  taker uuid;
begin
  -- Two who hand out leads at once: one round after the other, or both would begin with the same member.
  perform pg_advisory_xact_lock(hashtextextended(p_team_id::text, 5));
  update public.team_members t set last_turn = (
    select max(n.last_turn) + 1 from public.team_members n where n.team_id = p_team_id
  )
  where t.team_id = p_team_id and t.member_id = (
    select n.member_id from public.team_members n join public.members m on m.id = n.member_id
    where n.team_id = p_team_id and m.deactivated_at is null and m.access_role <> 'marketing'
    order by n.last_turn, n.created_at, n.member_id limit 1
  )
  returning t.member_id into taker;
  return taker;
end $$;
comment on function private.next_in_turn(uuid) is
  'Whose turn it is in a team: who waited longest comes first; nobody who left, and nobody who may not sell. Null when nobody is left.';

create function private.take_turns(p_team_id uuid, p_count integer) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  takers uuid[] := '{}';
  taker uuid;
begin
  if p_team_id not in (select private.my_team_ids()) then
    raise exception 'forbidden';
  end if;
  for i in 1 .. p_count loop
    taker := private.next_in_turn(p_team_id);
    if taker is null then
      raise exception 'team_empty';
    end if;
    takers := takers || taker;
  end loop;
  return takers;
end $$;
comment on function private.take_turns(uuid, integer) is
  'Whose turn it is in a team, one for each lead.';
grant execute on function private.take_turns(uuid, integer) to authenticated;

create function public.assign_leads_round_robin(p_ids uuid[], p_team_id uuid, p_mutation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  takers uuid[];
begin
  if private.begin_mutation(p_mutation_id, p_ids[1]) then
    takers := private.take_turns(p_team_id, coalesce(cardinality(p_ids), 0));
    perform private.hold_open_leads(p_ids);
    -- A lead that one team sees goes to the other; one that everybody sees stays open to everybody.
    update public.leads l set
      owner_id = t.member_id,
      team_id = case when l.team_id is null then null else p_team_id end
    from unnest(p_ids, takers) t (id, member_id) where l.id = t.id;
  end if;
  return private.leads_of(p_ids);
end $$;
comment on function public.assign_leads_round_robin(uuid[], uuid, uuid) is
  'Gives open leads to the members of a team in turn, in the order of the ids.';

grant execute on function public.take_lead(uuid, uuid), public.assign_leads(uuid[], uuid, uuid),
  public.assign_leads_round_robin(uuid[], uuid, uuid) to authenticated;

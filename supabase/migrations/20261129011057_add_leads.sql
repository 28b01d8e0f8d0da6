-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP POLICY "Whoever reads a row reads its history" ON "public"."change_history";

DROP TRIGGER "take_topic" ON "public"."communications";

DROP FUNCTION "private"."take_topic_of_opportunity"();

CREATE TABLE "public"."leads" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "party_id" uuid NOT NULL, "organization_id" uuid, "owner_id" uuid, "team_id" uuid, "is_private" boolean NOT NULL DEFAULT false, "disqualified_reason" text, "note" text, "source" text, "opportunity_id" uuid, "converted_at" timestamp with time zone, "created_by" uuid, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "leads_check" CHECK ((party_id <> organization_id)), CONSTRAINT "leads_disqualified_reason_check" CHECK ((length(disqualified_reason) <= 500)), CONSTRAINT "leads_note_check" CHECK ((length(note) <= 5000)), CONSTRAINT "leads_pkey" PRIMARY KEY (id), CONSTRAINT "leads_source_check" CHECK ((source = ANY (ARRAY['COLD_CALL'::text, 'EXISTING_CUSTOMER'::text, 'SELF_GENERATED'::text, 'EMPLOYEE'::text, 'PARTNER'::text, 'PUBLIC_RELATIONS'::text, 'DIRECT_MAIL'::text, 'CONFERENCE'::text, 'TRADE_SHOW'::text, 'WEB_SITE'::text, 'WORD_OF_MOUTH'::text, 'EMAIL'::text, 'CAMPAIGN'::text, 'OTHER'::text]))), CONSTRAINT "leads_workspace_id_id_key" UNIQUE (workspace_id, id));

ALTER TABLE "public"."leads" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."leads" OWNER TO "postgres";

ALTER TABLE "public"."communications" ADD COLUMN "lead_id" uuid;

ALTER TABLE "public"."leads" ADD COLUMN "topic" text GENERATED ALWAYS AS (
CASE
    WHEN is_private THEN ('member:'::text || (owner_id)::text)
    WHEN (team_id IS NOT NULL) THEN ('team:'::text || (team_id)::text)
    ELSE ('workspace:'::text || (workspace_id)::text)
END) STORED NOT NULL;

ALTER TABLE "public"."team_members" ADD COLUMN "last_turn" bigint NOT NULL DEFAULT 0;

ALTER TABLE "public"."communications" ALTER COLUMN "opportunity_id" DROP NOT NULL;

CREATE TYPE "public"."lead_status" AS ENUM ('new', 'working', 'qualified', 'disqualified', 'converted');

ALTER TABLE "public"."leads" ADD COLUMN "status" public.lead_status NOT NULL DEFAULT 'new'::public.lead_status;

ALTER TABLE "public"."leads" ADD COLUMN "queue" text GENERATED ALWAYS AS (
CASE
    WHEN (status = ANY (ARRAY['disqualified'::public.lead_status, 'converted'::public.lead_status])) THEN 'closed'::text
    WHEN (owner_id IS NULL) THEN 'unassigned'::text
    ELSE 'assigned'::text
END) STORED NOT NULL;

ALTER TYPE "public"."lead_status" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.carry_communications_of_leads()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.communications c set
    topic = n.topic,
    lead_id = case when n.opportunity_id is null then c.lead_id end,
    opportunity_id = n.opportunity_id,
    -- Where the lead's party turned out to be somebody known, it was they who were spoken to.
    party_id = case when c.party_id = o.party_id then n.party_id else c.party_id end
  from new_rows n join old_rows o on o.id = n.id
  where c.workspace_id = n.workspace_id and c.lead_id = n.id
    and (n.topic <> o.topic or n.opportunity_id is not null);
  update public.opportunities p set last_activity_at = (
    select max(c.occurred_at) from public.communications c where c.opportunity_id = p.id
  )
  from new_rows n join old_rows o on o.id = n.id
  where p.id = n.opportunity_id and o.opportunity_id is null;
  return null;
end $function$;

ALTER FUNCTION "private"."carry_communications_of_leads"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.carry_contact_points(p_workspace_id uuid, p_from uuid[], p_to uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  insert into public.contact_points (workspace_id, party_id, kind, value, extension, address, purposes, created_by)
  select c.workspace_id, pair.target, c.kind, c.value, c.extension, c.address, c.purposes,
    private.my_member_id(p_workspace_id)
  from unnest(p_from, p_to) pair (source, target)
  join public.contact_points c on c.workspace_id = p_workspace_id and c.party_id = pair.source
  where pair.source <> pair.target and c.valid @> current_date
  on conflict do nothing;
end $function$;

ALTER FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.company_of(p_lead public.leads, p_kind public.party_kind)
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case p_kind when 'organization' then p_lead.party_id else p_lead.organization_id end;
end $function$;

ALTER FUNCTION "private"."company_of"(public.leads, public.party_kind) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.diff(p_before jsonb, p_after jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(
      jsonb_object_agg(a.key, case
        when a.key in ('amount', 'revenue') then jsonb_build_array(private.exact(p_before -> a.key), private.exact(a.value))
        else jsonb_build_array(coalesce(p_before -> a.key, 'null'), a.value)
      end), '{}'::jsonb)
    from jsonb_each(p_after) a
    where coalesce(p_before -> a.key, 'null') <> a.value
      and a.key not in ('version', 'updated_at', 'topic', 'queue', 'match_name', 'search_name',
        'last_activity_at', 'is_blacklisted', 'customer_blacklisted')
  );
end $function$;

CREATE OR REPLACE FUNCTION private.feed_leads()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  before public.leads[];
  after public.leads[];
begin
  if tg_op = 'INSERT' then
    select array_agg(n::public.leads) into after from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(o::public.leads) into before from old_rows o;
  else
    select array_agg(o::public.leads), array_agg(n::public.leads) into before, after
    from new_rows n join old_rows o on o.id = n.id where n.version <> o.version;
  end if;
  if before is not null or after is not null then
    perform private.publish_leads(before, after);
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."feed_leads"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.give_role(p_workspace_id uuid, p_party_id uuid, p_role_code text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not private.has_role(p_workspace_id, p_party_id, p_role_code) then
    insert into public.party_roles (workspace_id, party_id, role_code)
    values (p_workspace_id, p_party_id, p_role_code) on conflict do nothing;
  end if;
end $function$;

ALTER FUNCTION "private"."give_role"(uuid, uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.hold_lead(p_id uuid)
 RETURNS public.leads
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."hold_lead"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.hold_open_leads(p_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."hold_open_leads"(uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_party_used(p_workspace_id uuid, p_party_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.customer_id = p_party_id)
    or exists (select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.contact_id = p_party_id)
    or exists (select 1 from public.leads l where l.workspace_id = p_workspace_id and l.party_id = p_party_id)
    or exists (select 1 from public.leads l where l.workspace_id = p_workspace_id and l.organization_id = p_party_id)
    or exists (select 1 from public.communications c where c.workspace_id = p_workspace_id and c.party_id = p_party_id)
    or exists (select 1 from public.members m where m.workspace_id = p_workspace_id and m.party_id = p_party_id)
    or exists (select 1 from public.workspaces w where w.party_id = p_party_id)
$function$;

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
      'party', jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name),
      'organization', case when g.id is not null then jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name) end,
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

ALTER FUNCTION "private"."lead_face"(public.leads) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.lead_of(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (select private.lead_face(l) from public.leads l where l.id = p_id);
end $function$;

ALTER FUNCTION "private"."lead_of"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.leads_of(p_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(private.lead_face(l) order by l.created_at desc, l.id desc), '[]')
    from public.leads l where l.id = any (p_ids)
  );
end $function$;

ALTER FUNCTION "private"."leads_of"(uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.lock_lead(p_workspace_id uuid, p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.lock_parties(p_workspace_id);
  perform 1 from public.leads l where l.workspace_id = p_workspace_id and l.id = p_id for update;
  perform 1 from public.communications c
  where c.workspace_id = p_workspace_id and c.lead_id = p_id order by c.id for update;
end $function$;

ALTER FUNCTION "private"."lock_lead"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_leads(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'status', l.status, 'source', l.source, 'ownerId', l.owner_id, 'note', left(l.note, 200),
      'createdAt', l.created_at) order by l.queue = 'closed', l.created_at desc, l.id), '[]')
    from (
      select * from public.leads l
      where l.workspace_id = p_workspace_id and (l.party_id = p_party_id or l.organization_id = p_party_id)
      order by l.queue = 'closed', l.created_at desc limit 50
    ) l
  );
end $function$;

ALTER FUNCTION "private"."party_leads"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.prepare_lead()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' then
    -- Of a sale that is deleted only the way to it goes: its topic tells of that, not the lead's.
    -- (Generated columns are still empty here.)
    if new.opportunity_id is null and to_jsonb(new) - '{opportunity_id,topic,queue}'::text[]
      = to_jsonb(old) - '{opportunity_id,topic,queue}'::text[] then
      return new;
    end if;
    if old.status = 'converted'
      and (new.status <> 'converted' or new.opportunity_id is distinct from old.opportunity_id) then
      raise exception 'lead_closed';
    end if;
    new.version := old.version + 1;
    new.updated_at := now();
    if new.status = old.status then
      return new;
    end if;
  end if;
  if new.status = 'converted' and new.opportunity_id is null then
    raise exception 'invalid_input';
  end if;
  new.converted_at := case when new.status = 'converted' then now() end;
  if new.status <> 'disqualified' then
    new.disqualified_reason := null;
  end if;
  return new;
end $function$;

ALTER FUNCTION "private"."prepare_lead"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_communications(p_before public.communications[], p_after public.communications[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  batch record;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, 'leave' as op, coalesce((a).version, (b).version) as version, b as c
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, case when (b).topic = (a).topic then 'update' else 'enter' end, (a).version, a
      from pairs where (a).id is not null
    )
    select e.topic, (e.c).workspace_id, count(*) as size, array_agg((e.c).opportunity_id) as ids,
      jsonb_agg(jsonb_build_object('id', (e.c).id, 'version', e.version, 'op', e.op,
        'opportunityId', (e.c).opportunity_id, 'occurredAt', (e.c).occurred_at)) as changes
    from effects e join public.workspaces w on w.id = (e.c).workspace_id
    where (e.c).opportunity_id is not null
    group by e.topic, (e.c).workspace_id
    order by e.topic not like 'workspace:%', e.topic
  loop
    perform private.publish(batch.topic, batch.workspace_id,
      private.next_seq(batch.topic, batch.workspace_id), 'communication',
      case when batch.size <= 50 then batch.ids end, case when batch.size <= 50 then batch.changes end);
  end loop;
  perform private.publish_leads_of(coalesce(p_after, p_before));
end $function$;

CREATE OR REPLACE FUNCTION private.publish_lead_batch(p_topic text, p_workspace_id uuid, p_ids uuid[], p_changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- An import of many must not make every board read anew: too many to name are none to a board.
  perform private.publish(p_topic, p_workspace_id, private.next_seq(p_topic, p_workspace_id), 'lead',
    case when cardinality(p_ids) <= 50 then p_ids else '{}' end,
    case when cardinality(p_ids) <= 50 then p_changes end);
end $function$;

ALTER FUNCTION "private"."publish_lead_batch"(text, uuid, uuid[], jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_leads(p_before public.leads[], p_after public.leads[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  batch record;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, 'leave' as op, coalesce((a).version, (b).version) as version, b as l
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, case when (b).topic = (a).topic then 'update' else 'enter' end, (a).version, a
      from pairs where (a).id is not null
    )
    select e.topic, (e.l).workspace_id, array_agg((e.l).id) as ids,
      jsonb_agg(jsonb_build_object('id', (e.l).id, 'version', e.version, 'op', e.op)) as changes
    from effects e join public.workspaces w on w.id = (e.l).workspace_id
    group by e.topic, (e.l).workspace_id
    order by e.topic not like 'workspace:%', e.topic
  loop
    perform private.publish_lead_batch(batch.topic, batch.workspace_id, batch.ids, batch.changes);
  end loop;
end $function$;

ALTER FUNCTION "private"."publish_leads"(public.leads[], public.leads[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_leads_of(p_communications public.communications[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  batch record;
begin
  for batch in
    select l.topic, l.workspace_id, array_agg(l.id) as ids,
      jsonb_agg(jsonb_build_object('id', l.id, 'version', l.version, 'op', 'update')) as changes
    from public.leads l where l.id in (select c.lead_id from unnest(p_communications) c)
    group by l.topic, l.workspace_id
    order by l.topic not like 'workspace:%', l.topic
  loop
    perform private.publish_lead_batch(batch.topic, batch.workspace_id, batch.ids, batch.changes);
  end loop;
end $function$;

ALTER FUNCTION "private"."publish_leads_of"(public.communications[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.refuse_lead(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if exists (select 1 from public.leads l where l.id = p_id) then
    raise exception 'forbidden';
  end if;
  raise exception 'lead_not_found';
end $function$;

ALTER FUNCTION "private"."refuse_lead"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.settle_lead_role(p_workspace_id uuid, p_party_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  is_lead boolean;
begin
  perform private.lock_parties(p_workspace_id);
  is_lead := exists (
    select 1 from public.leads l
    where l.workspace_id = p_workspace_id and l.party_id = p_party_id and l.queue <> 'closed'
  );
  if is_lead = private.has_role(p_workspace_id, p_party_id, 'LEAD') then
    return;
  end if;
  if is_lead then
    insert into public.party_roles (workspace_id, party_id, role_code)
    values (p_workspace_id, p_party_id, 'LEAD') on conflict do nothing;
    return;
  end if;
  -- Periods count days: one that would end on the day it began has none.
  delete from public.party_roles r
  where r.workspace_id = p_workspace_id and r.party_id = p_party_id and r.role_code = 'LEAD'
    and lower(r.valid) = current_date;
  update public.party_roles r set valid = daterange(lower(r.valid), current_date)
  where r.workspace_id = p_workspace_id and r.party_id = p_party_id and r.role_code = 'LEAD'
    and r.valid @> current_date;
end $function$;

ALTER FUNCTION "private"."settle_lead_role"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.settle_lead_roles()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  touched record;
begin
  if tg_op = 'INSERT' then
    for touched in select distinct n.workspace_id, n.party_id from new_rows n order by 1, 2 loop
      perform private.settle_lead_role(touched.workspace_id, touched.party_id);
    end loop;
  elsif tg_op = 'DELETE' then
    for touched in
      select distinct o.workspace_id, o.party_id from old_rows o
      join public.workspaces w on w.id = o.workspace_id order by 1, 2
    loop
      perform private.settle_lead_role(touched.workspace_id, touched.party_id);
    end loop;
  else
    for touched in
      select distinct o.workspace_id, p.id as party_id
      from new_rows n join old_rows o on o.id = n.id cross join lateral (values (o.party_id), (n.party_id)) p (id)
      where o.party_id <> n.party_id or (o.queue = 'closed') <> (n.queue = 'closed')
      order by 1, 2
    loop
      perform private.settle_lead_role(touched.workspace_id, touched.party_id);
    end loop;
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."settle_lead_roles"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.take_topic()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  became uuid;
begin
  -- Held until commit: a change of visibility meanwhile would leave the new row where it was seen before.
  if new.lead_id is not null then
    select l.topic, l.opportunity_id into new.topic, became from public.leads l
    where l.workspace_id = new.workspace_id and l.id = new.lead_id for no key update;
    if new.topic is null then
      raise exception 'lead_not_found';
    end if;
    if became is null then
      return new;
    end if;
    -- Written while a colleague converted the lead: it follows the others to the opportunity.
    new.lead_id := null;
    new.opportunity_id := became;
  end if;
  select o.topic into new.topic from public.opportunities o
  where o.workspace_id = new.workspace_id and o.id = new.opportunity_id for no key update;
  if new.topic is null then
    raise exception 'opportunity_not_found';
  end if;
  return new;
end $function$;

ALTER FUNCTION "private"."take_topic"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.take_turns(p_team_id uuid, p_count integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  takers uuid[] := '{}';
  taker uuid;
begin
  if p_team_id not in (select private.my_team_ids()) then
    raise exception 'forbidden';
  end if;
  -- Two who hand out leads at once: one round after the other, or both would begin with the same member.
  perform pg_advisory_xact_lock(hashtextextended(p_team_id::text, 5));
  for i in 1 .. p_count loop
    update public.team_members t set last_turn = (
      select max(n.last_turn) + 1 from public.team_members n where n.team_id = p_team_id
    )
    where t.team_id = p_team_id and t.member_id = (
      select n.member_id from public.team_members n join public.members m on m.id = n.member_id
      where n.team_id = p_team_id and m.deactivated_at is null and m.access_role <> 'marketing'
      order by n.last_turn, n.created_at, n.member_id limit 1
    )
    returning t.member_id into taker;
    if taker is null then
      raise exception 'team_empty';
    end if;
    takers := takers || taker;
  end loop;
  return takers;
end $function$;

ALTER FUNCTION "private"."take_turns"(uuid, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.add_lead(p_id uuid, p_workspace_id uuid, p_name text, p_mutation_id uuid, p_kind public.party_kind DEFAULT 'person'::public.party_kind, p_company_name text DEFAULT NULL::text, p_contact_kind public.contact_kind DEFAULT NULL::public.contact_kind, p_contact_value text DEFAULT NULL::text, p_contact_extension text DEFAULT NULL::text, p_source text DEFAULT NULL::text, p_owner_id uuid DEFAULT NULL::uuid, p_team_id uuid DEFAULT NULL::uuid, p_is_private boolean DEFAULT false, p_note text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.my_member_id(p_workspace_id);
  party uuid;
  company uuid;
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.lock_parties(p_workspace_id);
    party := public.find_or_add_party(p_workspace_id, p_kind, p_name);
    if p_contact_value is not null then
      insert into public.contact_points (workspace_id, party_id, kind, value, extension, created_by)
      values (p_workspace_id, party, p_contact_kind, p_contact_value, p_contact_extension, me)
      on conflict do nothing;
    end if;
    if p_kind = 'person' and p_company_name is not null then
      company := public.find_or_add_party(p_workspace_id, 'organization', p_company_name);
      perform private.relate_contact(p_workspace_id, party, company);
    end if;
    insert into public.leads
      (id, workspace_id, party_id, organization_id, owner_id, team_id, is_private, note, source, created_by)
    values (p_id, p_workspace_id, party, company, p_owner_id, p_team_id, p_is_private, p_note, p_source, me);
  end if;
  return private.lead_of(p_id);
end $function$;

ALTER FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.assign_leads(p_ids uuid[], p_owner_id uuid, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_ids[1]) then
    perform private.hold_open_leads(p_ids);
    update public.leads l set owner_id = p_owner_id
    where l.id = any (p_ids) and l.owner_id is distinct from p_owner_id;
  end if;
  return private.leads_of(p_ids);
end $function$;

ALTER FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.assign_leads_round_robin(p_ids uuid[], p_team_id uuid, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.convert_lead(p_id uuid, p_opportunity_id uuid, p_stage_id uuid, p_name text, p_currency text, p_mutation_id uuid, p_customer_id uuid DEFAULT NULL::uuid, p_customer_name text DEFAULT NULL::text, p_contact_id uuid DEFAULT NULL::uuid, p_amount numeric DEFAULT NULL::numeric, p_expected_close_on date DEFAULT NULL::date, p_blacklist_reason text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
    team_id, is_private, amount, currency, expected_close_on, source, blacklist_reason, created_by)
  values (p_opportunity_id, lead.workspace_id, p_stage_id, free_rank, p_name, customer,
    nullif(person, customer), coalesce(lead.owner_id, me), lead.team_id, lead.is_private, p_amount, p_currency,
    p_expected_close_on, lead.source, p_blacklist_reason, me);
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
end $function$;

ALTER FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.delete_lead(p_id uuid, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.lock_parties(l.workspace_id) from public.leads l where l.id = p_id;
    delete from public.leads l where l.id = p_id;
    if not found then
      perform private.refuse_lead(p_id);
    end if;
  end if;
end $function$;

ALTER FUNCTION "public"."delete_lead"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.lead_counts(p_workspace_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  me uuid := private.my_member_id(p_workspace_id);
begin
  if cardinality(topics) = 0 then
    raise exception 'workspace_not_found';
  end if;
  return (
    select jsonb_build_object(
      'unassigned', count(*) filter (where l.queue = 'unassigned'),
      'mine', count(*) filter (where l.owner_id = me),
      'open', count(*))
    from public.leads l
    where l.topic = any (topics) and l.queue in ('unassigned', 'assigned')
  );
end $function$;

ALTER FUNCTION "public"."lead_counts"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.lead_details(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select private.lead_face(l) || jsonb_build_object(
      'contactPoints', private.contact_points_of(l.workspace_id, l.party_id),
      'companyContactPoints', private.contact_points_of(l.workspace_id, l.organization_id),
      'readerIds', array(select private.reader_ids(l.workspace_id, l.topic)))
    from public.leads l where l.id = p_id
  );
end $function$;

ALTER FUNCTION "public"."lead_details"(uuid) OWNER TO "postgres";

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
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name)
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

ALTER FUNCTION "public"."lead_twins"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.list_leads(p_workspace_id uuid, p_queues text[], p_limit integer DEFAULT 50, p_owner_id uuid DEFAULT NULL::uuid, p_statuses public.lead_status[] DEFAULT NULL::public.lead_status[], p_before_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_before_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET enable_bitmapscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  topics text[] := array(select private.my_topics_in(p_workspace_id));
  before_at timestamptz := coalesce(p_before_at, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  size integer := least(greatest(p_limit, 1), 100);
begin
  if cardinality(topics) = 0 then
    raise exception 'workspace_not_found';
  end if;
  return (
    select coalesce(jsonb_agg(private.lead_face(page.l) order by (page.l).created_at desc, (page.l).id desc), '[]')
    from (
      -- Each queue of each topic gives its newest from the index; what is closed or others' is never read.
      select l from unnest(topics) t cross join unnest(p_queues) q cross join lateral (
        select l from public.leads l
        where (l.topic, l.queue, l.created_at, l.id) < (t, q, before_at, before_id)
          and (l.topic, l.queue, l.created_at, l.id) > (t, q, '-infinity', '00000000-0000-0000-0000-000000000000')
          and (p_owner_id is null or l.owner_id = p_owner_id)
          and (p_statuses is null or l.status = any (p_statuses))
        order by l.topic desc, l.queue desc, l.created_at desc, l.id desc limit size
      ) newest
      order by (l).created_at desc, (l).id desc limit size
    ) page
  );
end $function$;

ALTER FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.log_lead_communication(p_id uuid, p_lead_id uuid, p_type_code text, p_mutation_id uuid, p_direction text DEFAULT NULL::text, p_subject text DEFAULT NULL::text, p_body text DEFAULT NULL::text, p_occurred_at timestamp with time zone DEFAULT now())
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.open_party(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  party public.parties;
  relations jsonb;
begin
  select * into party from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id;
  if not found then
    return null;
  end if;
  relations := private.party_relations(p_workspace_id, p_party_id);
  return jsonb_build_object(
    -- Before anything is read: what changes meanwhile has a later number.
    'heads', public.board_heads(p_workspace_id),
    'party', private.party_fields(party),
    'isOwnCompany', exists (
      select 1 from public.workspaces w where w.id = p_workspace_id and w.party_id = p_party_id),
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'code', r.role_code,
        'valid', private.period(r.valid)) order by lower(r.valid), r.id), '[]')
      from public.party_roles r where r.workspace_id = p_workspace_id and r.party_id = p_party_id
    ),
    'relations', relations,
    'links', private.links_among(p_workspace_id, array(
      select distinct (l -> 'party' ->> 'id')::uuid from jsonb_array_elements(relations) l)),
    'contactPoints', private.party_contact_points(p_workspace_id, p_party_id),
    'externalIds', (
      select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'system', e.system, 'value', e.value)
        order by e.system, e.value), '[]')
      from public.party_external_ids e where e.workspace_id = p_workspace_id and e.party_id = p_party_id
    ),
    'classifications', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'code', c.class_code,
        'kind', c.class_kind, 'reason', c.reason, 'from', lower(c.valid), 'until', upper(c.valid),
        'authorId', c.created_by) order by upper_inf(c.valid) desc, lower(c.valid) desc, c.id), '[]')
      from public.party_classifications c where c.workspace_id = p_workspace_id and c.party_id = p_party_id
    ),
    'opportunities', private.party_opportunities(p_workspace_id, p_party_id),
    'leads', private.party_leads(p_workspace_id, p_party_id),
    'communications', private.party_communications(p_workspace_id, p_party_id),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'isActive', m.deactivated_at is null)
        order by m.name, m.id), '[]')
      from public.members m where m.workspace_id = p_workspace_id
    ),
    'roleTypes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'parentCode', t.parent_code, 'name', t.name) order by t.code)
      from public.role_types t where t.workspace_id is null or t.workspace_id = p_workspace_id
    ),
    'classes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'kind', t.kind, 'name', t.name) order by t.code)
      from public.party_classes t where t.workspace_id is null or t.workspace_id = p_workspace_id
    )
  );
end $function$;

CREATE OR REPLACE FUNCTION public.set_lead_status(p_id uuid, p_status public.lead_status, p_mutation_id uuid, p_reason text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    if p_status = 'converted' then
      raise exception 'invalid_input';
    end if;
    perform private.hold_lead(p_id);
    update public.leads l set status = p_status, disqualified_reason = p_reason where l.id = p_id;
  end if;
  return private.lead_of(p_id);
end $function$;

ALTER FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.take_lead(p_id uuid, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."take_lead"(uuid, uuid) OWNER TO "postgres";

ALTER TABLE "public"."communications" ADD CONSTRAINT "communications_check1" CHECK ((num_nonnulls(opportunity_id, lead_id) = 1));

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_check1" CHECK (((status <> 'disqualified'::public.lead_status) OR (COALESCE(TRIM(BOTH FROM disqualified_reason), ''::text) <> ''::text)));

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_check2" CHECK (((opportunity_id IS NULL) OR (status = 'converted'::public.lead_status)));

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_created_by_fkey" FOREIGN KEY (workspace_id, created_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."communications" ADD CONSTRAINT "communications_lead_fkey" FOREIGN KEY (workspace_id, lead_id) REFERENCES public.leads(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_opportunity_id_fkey" FOREIGN KEY (workspace_id, opportunity_id) REFERENCES public.opportunities(workspace_id, id) ON DELETE SET NULL (opportunity_id);

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_organization_id_fkey" FOREIGN KEY (workspace_id, organization_id) REFERENCES public.parties(workspace_id, id);

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_owner_id_fkey" FOREIGN KEY (workspace_id, owner_id) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id);

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_workspace_id_team_id_fkey" FOREIGN KEY (workspace_id, team_id) REFERENCES public.teams(workspace_id, id);

CREATE INDEX communications_lead_timeline ON public.communications USING btree (lead_id, occurred_at DESC, id);

CREATE INDEX communications_lead ON public.communications USING btree (workspace_id, lead_id);

CREATE INDEX leads_created_by ON public.leads USING btree (workspace_id, created_by);

CREATE INDEX leads_opportunity ON public.leads USING btree (workspace_id, opportunity_id);

CREATE INDEX leads_organization ON public.leads USING btree (workspace_id, organization_id);

CREATE INDEX leads_owner ON public.leads USING btree (workspace_id, owner_id);

CREATE INDEX leads_party ON public.leads USING btree (workspace_id, party_id);

CREATE INDEX leads_queue ON public.leads USING btree (topic, queue, created_at, id);

CREATE INDEX leads_team ON public.leads USING btree (workspace_id, team_id);

CREATE TRIGGER take_topic BEFORE INSERT ON public.communications FOR EACH ROW EXECUTE FUNCTION private.take_topic();

CREATE TRIGGER a_role_of_added_leads AFTER INSERT ON public.leads REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.settle_lead_roles();

CREATE TRIGGER a_role_of_changed_leads AFTER UPDATE ON public.leads REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.settle_lead_roles();

CREATE TRIGGER a_role_of_removed_leads AFTER DELETE ON public.leads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.settle_lead_roles();

CREATE TRIGGER carry_communications AFTER UPDATE ON public.leads REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.carry_communications_of_leads();

CREATE TRIGGER feed_leads_added AFTER INSERT ON public.leads REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.feed_leads();

CREATE TRIGGER feed_leads_changed AFTER UPDATE ON public.leads REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.feed_leads();

CREATE TRIGGER feed_leads_removed AFTER DELETE ON public.leads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.feed_leads();

CREATE TRIGGER prepare_leads BEFORE INSERT OR UPDATE ON public.leads FOR EACH ROW EXECUTE FUNCTION private.prepare_lead();

CREATE TRIGGER record_leads_added AFTER INSERT ON public.leads REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('lead');

CREATE TRIGGER record_leads_changed AFTER UPDATE ON public.leads REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('lead');

CREATE TRIGGER record_leads_removed AFTER DELETE ON public.leads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('lead');

CREATE POLICY "Whoever reads a row reads its history" ON "public"."change_history" FOR SELECT TO "authenticated" USING (
CASE entity
    WHEN 'opportunity'::text THEN (EXISTS ( SELECT 1
       FROM public.opportunities o
      WHERE (o.id = change_history.entity_id)))
    WHEN 'communication'::text THEN (EXISTS ( SELECT 1
       FROM public.communications c
      WHERE (c.id = change_history.entity_id)))
    WHEN 'lead'::text THEN (EXISTS ( SELECT 1
       FROM public.leads l
      WHERE (l.id = change_history.entity_id)))
    ELSE (workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))
END);

CREATE POLICY "Members add open leads where they may see them" ON "public"."leads" FOR INSERT TO "authenticated" WITH CHECK (((topic IN ( SELECT private.my_topics() AS my_topics)) AND (created_by IN ( SELECT private.my_member_ids() AS my_member_ids)) AND (status <> 'converted'::public.lead_status)));

CREATE POLICY "Members read the leads of topics they may see" ON "public"."leads" FOR SELECT TO "authenticated" USING ((topic IN ( SELECT private.my_topics() AS my_topics)));

CREATE POLICY "Owners, creators, managers and admins remove leads" ON "public"."leads" FOR DELETE TO "authenticated" USING (((topic IN ( SELECT private.my_topics('{manager,admin}'::public.access_role[]) AS my_topics)) OR ((topic IN ( SELECT private.my_topics() AS my_topics)) AND ((owner_id IN ( SELECT private.my_member_ids() AS my_member_ids)) OR (created_by IN ( SELECT private.my_member_ids() AS my_member_ids))))));

CREATE POLICY "Sales members change leads they may see, into opportunities the" ON "public"."leads" FOR UPDATE TO "authenticated" USING ((topic IN ( SELECT private.my_topics('{rep,manager,admin}'::public.access_role[]) AS my_topics))) WITH CHECK (((topic IN ( SELECT private.my_topics('{rep,manager,admin}'::public.access_role[]) AS my_topics)) AND ((opportunity_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.opportunities o
  WHERE (o.id = leads.opportunity_id))))));

COMMENT ON COLUMN "public"."communications"."topic" IS 'The visibility of what it is about, kept equal by the database.';

COMMENT ON COLUMN "public"."leads"."opportunity_id" IS 'What it became; null before it is converted, and once that is deleted.';

COMMENT ON COLUMN "public"."leads"."organization_id" IS 'The company of the person; null when unknown, or when it is the party itself.';

COMMENT ON COLUMN "public"."leads"."party_id" IS 'Who is interested: a person, or an organization while nobody in it is known.';

COMMENT ON COLUMN "public"."leads"."queue" IS 'Where it waits: unassigned, assigned or closed.';

COMMENT ON COLUMN "public"."leads"."topic" IS 'Its visibility boundary: private to the owner, shared by a team, or open to the workspace.';

COMMENT ON COLUMN "public"."team_members"."last_turn" IS 'When leads go round: the number of the turn in which this member got one last.';

COMMENT ON FUNCTION "private"."carry_communications_of_leads"() IS 'A lead takes its communications along when its visibility changes, and hands them on to what it becomes.';

COMMENT ON FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) IS 'Gives parties the ways to reach that were noted of others who turned out to be the same.';

COMMENT ON FUNCTION "private"."company_of"(public.leads, public.party_kind) IS 'The company of a lead whose party is of this kind: the party itself, or that of the person.';

COMMENT ON FUNCTION "private"."feed_leads"() IS 'Statement trigger: hands the leads that really changed to the feed.';

COMMENT ON FUNCTION "private"."give_role"(uuid, uuid, text) IS 'What a party is to us from today on, unless it is already.';

COMMENT ON FUNCTION "private"."hold_lead"(uuid) IS 'A lead that the caller may change, held until commit after the parties: its end is the end of a role.';

COMMENT ON FUNCTION "private"."hold_open_leads"(uuid[]) IS 'Holds leads in one order, all of them or none: two who assign the same wait for each other.';

COMMENT ON FUNCTION "private"."lead_face"(public.leads) IS 'The fields a list of leads shows, as `leadSchema` in domain/lead-answers.ts reads them.';

COMMENT ON FUNCTION "private"."lead_of"(uuid) IS 'One lead, under the caller''s policies.';

COMMENT ON FUNCTION "private"."leads_of"(uuid[]) IS 'Those of these leads that the caller may see.';

COMMENT ON FUNCTION "private"."lock_lead"(uuid, uuid) IS 'Holds a lead and all that was said about it, also by others, before any clock is taken.';

COMMENT ON FUNCTION "private"."party_leads"(uuid, uuid) IS 'The leads of a party that the caller may see, open ones first, 50 at most.';

COMMENT ON FUNCTION "private"."prepare_lead"() IS 'Before insert and update: version and time of conversion. What was converted stays converted.';

COMMENT ON FUNCTION "private"."publish_communications"(public.communications[], public.communications[]) IS 'One number and one event a topic; the log names the opportunities, whose cards show the latest activity. Boards hear nothing of what is about leads.';

COMMENT ON FUNCTION "private"."publish_lead_batch"(text, uuid, uuid[], jsonb) IS 'One number and one event of a topic for the leads of a statement.';

COMMENT ON FUNCTION "private"."publish_leads"(public.leads[], public.leads[]) IS 'Rows before and after, matched by id. A lead that changes its visibility leaves one topic and enters another.';

COMMENT ON FUNCTION "private"."publish_leads_of"(public.communications[]) IS 'Whoever looks at a lead reads again what was said with it.';

COMMENT ON FUNCTION "private"."refuse_lead"(uuid) IS 'Why nothing was written: the caller may only read it, or it is gone or out of their sight.';

COMMENT ON FUNCTION "private"."settle_lead_role"(uuid, uuid) IS 'A party has the role LEAD as long as one of its leads is open, whoever may see that one.';

COMMENT ON FUNCTION "private"."settle_lead_roles"() IS 'Statement trigger: opening a lead gives its party the role, ending the last one takes it.';

COMMENT ON FUNCTION "private"."take_topic"() IS 'A communication is seen by whoever sees what it is about.';

COMMENT ON FUNCTION "private"."take_turns"(uuid, integer) IS 'Whose turn it is in a team, one for each lead: who waited longest comes first; nobody who left, and nobody who may not sell.';

COMMENT ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) IS 'Notes an interest: its party, company and contact point are made if they are new. Without an owner it waits to be taken.';

COMMENT ON FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) IS 'Gives open leads to a member, or back to the queue; all of them or none.';

COMMENT ON FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) IS 'Gives open leads to the members of a team in turn, in the order of the ids.';

COMMENT ON FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) IS 'Makes a lead an opportunity on top of its column, with customer and contact, in one step. Existing parties can stand in for the lead''s own. However often and by whomever it is called, there is one opportunity: its card is the answer.';

COMMENT ON FUNCTION "public"."delete_lead"(uuid, uuid) IS 'Removes a lead and what was said about it; its history and its party stay.';

COMMENT ON FUNCTION "public"."lead_counts"(uuid) IS 'How many open leads wait, are the caller''s, and are in their sight; closed ones are not counted, for they only grow.';

COMMENT ON FUNCTION "public"."lead_details"(uuid) IS 'A lead with every way to reach its party and company, and the members who may see it; null when the caller may not.';

COMMENT ON FUNCTION "public"."lead_twins"(uuid) IS 'Parties that may be the same as the person or the company of a lead, to be attached to when it is converted.';

COMMENT ON FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) IS 'The newest leads of these queues below a place, by keyset.';

COMMENT ON FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) IS 'Documents a contact with the party of a lead; once that is converted, about the opportunity. May be repeated.';

COMMENT ON FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) IS 'Moves a lead along, ends it with a reason, or opens it again. What was converted stays so.';

COMMENT ON FUNCTION "public"."take_lead"(uuid, uuid) IS 'Makes an unassigned lead the caller''s own. Where a colleague was faster the detail says who.';

COMMENT ON TABLE "public"."communications" IS 'One documented contact about an opportunity or a lead.';

COMMENT ON TABLE "public"."leads" IS 'An interest of a party that is to be qualified.';

COMMENT ON TYPE "public"."lead_status" IS 'How far an interest has been looked into.';

REVOKE ALL ON FUNCTION "private"."carry_communications_of_leads"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."carry_communications_of_leads"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."carry_communications_of_leads"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."carry_contact_points"(uuid, uuid[], uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."company_of"(public.leads, public.party_kind) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."company_of"(public.leads, public.party_kind) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."company_of"(public.leads, public.party_kind) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."company_of"(public.leads, public.party_kind) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."company_of"(public.leads, public.party_kind) TO "service_role";

REVOKE ALL ON FUNCTION "private"."feed_leads"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."feed_leads"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."feed_leads"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."give_role"(uuid, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."give_role"(uuid, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."give_role"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."give_role"(uuid, uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."give_role"(uuid, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."hold_lead"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."hold_lead"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."hold_lead"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_lead"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_lead"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."hold_open_leads"(uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."hold_open_leads"(uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."hold_open_leads"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_open_leads"(uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_open_leads"(uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lead_face"(public.leads) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lead_face"(public.leads) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lead_face"(public.leads) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lead_face"(public.leads) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."lead_face"(public.leads) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lead_of"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lead_of"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lead_of"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lead_of"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."lead_of"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."leads_of"(uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."leads_of"(uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."leads_of"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."leads_of"(uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."leads_of"(uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lock_lead"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."lock_lead"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."lock_lead"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lock_lead"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."party_leads"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_leads"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_leads"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_leads"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_leads"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."prepare_lead"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."prepare_lead"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prepare_lead"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_lead_batch"(text, uuid, uuid[], jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_lead_batch"(text, uuid, uuid[], jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_lead_batch"(text, uuid, uuid[], jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_leads"(public.leads[], public.leads[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_leads"(public.leads[], public.leads[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_leads"(public.leads[], public.leads[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_leads_of"(public.communications[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_leads_of"(public.communications[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_leads_of"(public.communications[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."refuse_lead"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."refuse_lead"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."refuse_lead"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."refuse_lead"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."refuse_lead"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."settle_lead_role"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."settle_lead_role"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."settle_lead_role"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."settle_lead_roles"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."settle_lead_roles"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."settle_lead_roles"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."take_topic"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."take_topic"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_topic"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."take_turns"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."take_turns"(uuid, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."take_turns"(uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_turns"(uuid, integer) TO "postgres";

REVOKE ALL ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_lead"(uuid, uuid, text, uuid, public.party_kind, text, public.contact_kind, text, text, text, uuid, uuid, boolean, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."assign_leads"(uuid[], uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."assign_leads_round_robin"(uuid[], uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."convert_lead"(uuid, uuid, uuid, text, text, uuid, uuid, text, uuid, numeric, date, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."delete_lead"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."delete_lead"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."delete_lead"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."delete_lead"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."delete_lead"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."lead_counts"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."lead_counts"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."lead_counts"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."lead_counts"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."lead_counts"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."lead_details"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."lead_details"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."lead_details"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."lead_details"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."lead_details"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."lead_twins"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."lead_twins"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."lead_twins"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."lead_twins"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."lead_twins"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_leads"(uuid, text[], integer, uuid, public.lead_status[], timestamp with time zone, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."log_lead_communication"(uuid, uuid, text, uuid, text, text, text, timestamp with time zone) TO "service_role";

REVOKE ALL ON FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."set_lead_status"(uuid, public.lead_status, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."take_lead"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."take_lead"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."take_lead"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."take_lead"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."take_lead"(uuid, uuid) TO "service_role";

REVOKE ALL ON TABLE "public"."leads" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ON TABLE "public"."leads" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."leads" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."leads" TO "service_role";

REVOKE ALL ON TABLE "public"."team_members" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."team_members" TO "authenticated";

REVOKE ALL ("lead_id") ON TABLE "public"."communications" FROM "authenticated";

GRANT INSERT ("lead_id") ON TABLE "public"."communications" TO "authenticated";

REVOKE ALL ("created_by") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("created_by") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("disqualified_reason") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("disqualified_reason"), UPDATE ("disqualified_reason") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("is_private") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("is_private"), UPDATE ("is_private") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("note") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("note"), UPDATE ("note") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("opportunity_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT UPDATE ("opportunity_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("organization_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("organization_id"), UPDATE ("organization_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("owner_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("owner_id"), UPDATE ("owner_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("party_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("party_id"), UPDATE ("party_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("source") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("source"), UPDATE ("source") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("status") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("status"), UPDATE ("status") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("team_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("team_id"), UPDATE ("team_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("member_id") ON TABLE "public"."team_members" FROM "authenticated";

GRANT INSERT ("member_id") ON TABLE "public"."team_members" TO "authenticated";

REVOKE ALL ("team_id") ON TABLE "public"."team_members" FROM "authenticated";

GRANT INSERT ("team_id") ON TABLE "public"."team_members" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."team_members" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."team_members" TO "authenticated";

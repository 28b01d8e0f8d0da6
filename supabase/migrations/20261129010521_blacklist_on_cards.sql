-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text);

ALTER TABLE "public"."opportunities" ADD COLUMN "customer_blacklisted" boolean NOT NULL DEFAULT false;

ALTER TABLE "public"."opportunities" ADD COLUMN "blacklist_reason" text;

CREATE OR REPLACE FUNCTION private.card(p_opportunity public.opportunities, p_customer_name text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'id', p_opportunity.id,
    'version', p_opportunity.version,
    'topic', p_opportunity.topic,
    'stageId', p_opportunity.stage_id,
    'rank', p_opportunity.rank,
    'name', p_opportunity.name,
    'customerId', p_opportunity.customer_id,
    'customerName', p_customer_name,
    'isBlacklisted', p_opportunity.customer_blacklisted,
    'contactId', p_opportunity.contact_id,
    'ownerId', p_opportunity.owner_id,
    'teamId', p_opportunity.team_id,
    'isPrivate', p_opportunity.is_private,
    'amount', trim_scale(p_opportunity.amount)::text,
    'currency', p_opportunity.currency,
    'probability', p_opportunity.probability,
    'expectedCloseOn', p_opportunity.expected_close_on,
    'nextStep', p_opportunity.next_step,
    'nextStepOn', p_opportunity.next_step_on,
    'source', p_opportunity.source,
    'stageEnteredAt', p_opportunity.stage_entered_at,
    'lastActivityAt', p_opportunity.last_activity_at
  );
end $function$;

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
      and a.key not in ('version', 'updated_at', 'topic', 'match_name', 'search_name',
        'last_activity_at', 'is_blacklisted', 'customer_blacklisted')
  );
end $function$;

CREATE OR REPLACE FUNCTION private.mark_blacklisted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ids uuid[];
  changed uuid[];
begin
  if tg_op = 'DELETE' then
    ids := array(select distinct o.party_id from old_rows o where o.class_kind = 'BLACKLIST');
  else
    ids := array(select distinct n.party_id from new_rows n where n.class_kind = 'BLACKLIST');
  end if;
  if cardinality(ids) = 0 then
    return null;
  end if;
  -- All rows first: the updates below take clocks.
  perform 1 from public.opportunities o where o.customer_id = any (ids) order by o.id for no key update;
  with written as (
    update public.parties p set is_blacklisted = listed.now
    from (
      select u.id, exists (
        select 1 from public.party_classifications c
        where c.party_id = u.id and c.class_kind = 'BLACKLIST' and upper_inf(c.valid)
      ) as now
      from unnest(ids) u (id)
    ) listed
    where p.id = listed.id and p.is_blacklisted <> listed.now
    returning p.id
  )
  select array_agg(w.id) into changed from written w;
  update public.opportunities o set customer_blacklisted = p.is_blacklisted
  from public.parties p
  where p.id = any (changed) and o.workspace_id = p.workspace_id and o.customer_id = p.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.prepare_opportunity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  stage public.stages;
begin
  if tg_op = 'UPDATE' then
    -- An activity alone is not an edit: it must not make a colleague's edit stale.
    -- (A generated column is still empty here.)
    if to_jsonb(new) - '{last_activity_at,topic,search_name}'::text[]
      = to_jsonb(old) - '{last_activity_at,topic,search_name}'::text[] then
      return new;
    end if;
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  if tg_op = 'INSERT' or new.customer_id <> old.customer_id then
    -- Held, so that it is not put on the blacklist meanwhile.
    new.customer_blacklisted := coalesce((
      select p.is_blacklisted from public.parties p
      where p.workspace_id = new.workspace_id and p.id = new.customer_id for share), false);
    if tg_op = 'INSERT' and new.customer_blacklisted and new.blacklist_reason is null then
      raise exception 'customer_blacklisted' using hint = 'Say why it is started all the same.';
    end if;
    if not new.customer_blacklisted then
      new.blacklist_reason := null;
    end if;
  end if;
  if tg_op = 'UPDATE' then
    if new.stage_id = old.stage_id then
      return new;
    end if;
    new.stage_entered_at := now();
  end if;
  -- A stage that is being retired, or changes its kind, waits for the card or the card for it.
  perform private.lock_columns(array[new.stage_id]);
  select * into stage from public.stages s
  where s.workspace_id = new.workspace_id and s.id = new.stage_id and s.retired_at is null;
  if not found then
    -- A card that lands on a stage just retired would stand on nobody's board.
    raise exception 'stage_not_found';
  end if;
  if stage.kind = 'open' then
    new.closed_at := null;
  else
    new.closed_at := coalesce(case when tg_op = 'INSERT' then new.closed_at end, now());
  end if;
  if stage.kind <> 'lost' then
    new.lost_reason := null;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.create_opportunity(p_id uuid, p_workspace_id uuid, p_stage_id uuid, p_name text, p_currency text, p_mutation_id uuid, p_customer_id uuid DEFAULT NULL::uuid, p_customer_name text DEFAULT NULL::text, p_customer_kind public.party_kind DEFAULT 'organization'::public.party_kind, p_contact_name text DEFAULT NULL::text, p_owner_id uuid DEFAULT NULL::uuid, p_team_id uuid DEFAULT NULL::uuid, p_is_private boolean DEFAULT false, p_amount numeric DEFAULT NULL::numeric, p_expected_close_on date DEFAULT NULL::date, p_source text DEFAULT NULL::text, p_blacklist_reason text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.finish_import(p_import_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET statement_timeout TO '120s'
AS $function$
declare
  import public.imports;
  me uuid;
  added bigint;
begin
  select * into import from public.imports i where i.id = p_import_id for update;
  if not found then
    raise exception 'import_not_found';
  end if;
  if import.status <> 'staged' then
    return jsonb_build_object('status', import.status, 'rowCount', import.row_count);
  end if;
  me := private.my_member_id(import.workspace_id);
  -- Columns first, then parties, clocks last: the order in which everyone waits.
  perform private.lock_columns(array(
    select distinct (r.data ->> 'stageId')::uuid from public.import_rows r where r.import_id = p_import_id));
  perform private.lock_parties(import.workspace_id);
  perform private.add_import_parties(import);

  create temporary table import_plan on commit drop as
  select r.row_number, r.data, gen_random_uuid() as id, c.id as customer_id, k.id as contact_id
  from public.import_rows r
  join lateral (
    select p.id from public.parties p
    where p.workspace_id = import.workspace_id and p.kind = (r.data ->> 'customerKind')::public.party_kind
      and p.match_name = lower(trim(regexp_replace(r.data ->> 'customerName', '\s+', ' ', 'g')))
    order by p.created_at, p.id limit 1
  ) c on true
  left join lateral (
    select p.id from public.parties p
    where p.workspace_id = import.workspace_id and p.kind = 'person'
      and p.match_name = lower(trim(regexp_replace(r.data ->> 'contactName', '\s+', ' ', 'g')))
    order by p.created_at, p.id limit 1
  ) k on true
  where r.import_id = p_import_id;

  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, amount, currency, probability, expected_close_on, next_step, next_step_on, source, blacklist_reason,
    import_id, created_by)
  select p.id, import.workspace_id, (p.data ->> 'stageId')::uuid, ranked.rank, p.data ->> 'name',
    p.customer_id, p.contact_id, coalesce((p.data ->> 'ownerId')::uuid, me), import.team_id,
    (p.data ->> 'amount')::numeric, p.data ->> 'currency', (p.data ->> 'probability')::smallint,
    (p.data ->> 'expectedCloseOn')::date, p.data ->> 'nextStep', (p.data ->> 'nextStepOn')::date,
    p.data ->> 'source',
    -- Nobody can be asked for each row; for the others it is forgotten.
    'Import: ' || import.file_name, import.id, me
  from import_plan p
  join private.rank_import(array(select q.id from import_plan q order by q.row_number),
    array(select (q.data ->> 'stageId')::uuid from import_plan q order by q.row_number)) ranked on ranked.id = p.id;
  get diagnostics added = row_count;
  if added <> (select count(*) from public.import_rows r where r.import_id = p_import_id) then
    raise exception 'invalid_input' using hint = 'A row names no customer.';
  end if;

  insert into public.communications (id, workspace_id, opportunity_id, type_code, body, author_id)
  select gen_random_uuid(), import.workspace_id, p.id, 'COMMENT_NOTE', p.data ->> 'note', me
  from import_plan p where trim(coalesce(p.data ->> 'note', '')) <> '';
  insert into public.party_roles (workspace_id, party_id, role_code)
  select distinct import.workspace_id, p.customer_id, 'CUSTOMER' from import_plan p
  where not exists (select 1 from public.party_roles r
    where r.workspace_id = import.workspace_id and r.party_id = p.customer_id
      and r.role_code = 'CUSTOMER' and r.valid @> current_date)
  on conflict do nothing;
  -- As private.relate_contact, for all at once: thousands of calls would take a second.
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  select distinct import.workspace_id, 'CONTACT_REL', p.customer_id, 'ACCOUNT', p.contact_id, 'CONTACT'
  from import_plan p
  where p.contact_id <> p.customer_id and not exists (
    select 1 from public.party_relationships r
    where r.workspace_id = import.workspace_id and r.type_code = 'CONTACT_REL'
      and r.from_party_id = p.customer_id and r.to_party_id = p.contact_id and r.valid @> current_date)
  on conflict do nothing;

  drop table import_plan;
  delete from public.import_rows r where r.import_id = p_import_id;
  update public.imports i set status = 'done', row_count = added, finished_at = now() where i.id = p_import_id;
  return jsonb_build_object('status', 'done', 'rowCount', added);
end $function$;

ALTER TABLE "public"."opportunities" ADD CONSTRAINT "opportunities_blacklist_reason_check" CHECK (((length(blacklist_reason) <= 500) AND (TRIM(BOTH FROM blacklist_reason) <> ''::text)));

COMMENT ON COLUMN "public"."opportunities"."blacklist_reason" IS 'Why it was started although its customer was on the blacklist.';

COMMENT ON COLUMN "public"."opportunities"."customer_blacklisted" IS 'Kept by the database: whether its customer is on the blacklist, so that cards say so.';

COMMENT ON FUNCTION "private"."mark_blacklisted"() IS 'Statement trigger: keeps the flag of the parties, and of their opportunities, whose change tells every board.';

COMMENT ON FUNCTION "private"."prepare_opportunity"() IS 'Before insert and update: version, time of entering the stage, time of closing, whether the customer is on the blacklist. No card enters a retired stage; none begins with a blacklisted customer without a reason.';

COMMENT ON FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) IS 'Adds an opportunity at the top of its column, with its customer and contact if they are new. Returns the card.';

REVOKE ALL ON FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_opportunity"(uuid, uuid, uuid, text, text, uuid, uuid, text, public.party_kind, text, uuid, uuid, boolean, numeric, date, text, text) TO "service_role";

REVOKE ALL ("blacklist_reason") ON TABLE "public"."opportunities" FROM "authenticated";

GRANT INSERT ("blacklist_reason") ON TABLE "public"."opportunities" TO "authenticated";

-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP POLICY "Everyone signed in reads the role types" ON "public"."role_types";

DROP TRIGGER "publish_contact_points_added" ON "public"."contact_points";

DROP TRIGGER "publish_contact_points_changed" ON "public"."contact_points";

DROP TRIGGER "publish_contact_points_removed" ON "public"."contact_points";

DROP TRIGGER "record_contact_points_added" ON "public"."contact_points";

DROP TRIGGER "record_contact_points_changed" ON "public"."contact_points";

DROP TRIGGER "record_contact_points_removed" ON "public"."contact_points";

DROP TRIGGER "record_parties_added" ON "public"."parties";

DROP TRIGGER "record_parties_changed" ON "public"."parties";

DROP TRIGGER "record_parties_removed" ON "public"."parties";

DROP TRIGGER "touch_parties" ON "public"."parties";

ALTER TABLE "public"."contact_points" DROP CONSTRAINT "contact_points_check1";

ALTER TABLE "public"."contact_points" DROP CONSTRAINT "contact_points_check";

ALTER TABLE "public"."contact_points" DROP CONSTRAINT "contact_points_purposes_check";

ALTER TABLE "public"."contact_points" DROP CONSTRAINT "contact_points_valid_check";

ALTER TABLE "public"."contact_points" DROP CONSTRAINT "contact_points_workspace_id_party_id_kind_value_coalesce_v_excl";

ALTER TABLE "public"."organizations" DROP CONSTRAINT "organizations_workspace_id_fkey";

ALTER TABLE "public"."organizations" DROP CONSTRAINT "organizations_workspace_id_party_id_fkey";

ALTER TABLE "public"."party_relationships" DROP CONSTRAINT "party_relationships_type_code_check";

ALTER TABLE "public"."party_relationships" DROP CONSTRAINT "party_relationships_type_code_from_party_id_from_role_code_excl";

ALTER TABLE "public"."party_roles" DROP CONSTRAINT "party_roles_party_id_role_code_valid_excl";

ALTER TABLE "public"."people" DROP CONSTRAINT "people_workspace_id_fkey";

ALTER TABLE "public"."people" DROP CONSTRAINT "people_workspace_id_party_id_fkey";

ALTER TABLE "public"."role_types" DROP CONSTRAINT "role_types_code_check";

DROP FUNCTION "private"."publish_contact_points"();

DROP FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean);


CREATE TABLE "public"."party_classes" ("code" text NOT NULL, "kind" text NOT NULL, "workspace_id" uuid, "name" text, CONSTRAINT "party_classes_check1" CHECK (((workspace_id IS NULL) OR (kind <> 'BLACKLIST'::text))), CONSTRAINT "party_classes_check" CHECK (((workspace_id IS NULL) = (name IS NULL))), CONSTRAINT "party_classes_code_check" CHECK ((code ~ '^[A-Z][A-Z0-9_]{1,39}$'::text)), CONSTRAINT "party_classes_code_kind_key" UNIQUE (code, kind), CONSTRAINT "party_classes_kind_check" CHECK ((kind = ANY (ARRAY['BLACKLIST'::text, 'VALUE'::text, 'SIZE'::text, 'OTHER'::text]))), CONSTRAINT "party_classes_name_check" CHECK (((length(name) <= 60) AND (TRIM(BOTH FROM name) <> ''::text))), CONSTRAINT "party_classes_pkey" PRIMARY KEY (code));

ALTER TABLE "public"."party_classes" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."party_classes" OWNER TO "postgres";

CREATE TABLE "public"."party_classifications" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "party_id" uuid NOT NULL, "class_code" text NOT NULL, "class_kind" text NOT NULL, "reason" text, "valid" tstzrange NOT NULL DEFAULT tstzrange(now(), NULL::timestamp with time zone), "created_by" uuid, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "party_classifications_check" CHECK (((class_kind <> 'BLACKLIST'::text) OR (reason IS NOT NULL))), CONSTRAINT "party_classifications_period_not_empty" CHECK ((NOT isempty(valid))), CONSTRAINT "party_classifications_pkey" PRIMARY KEY (id), CONSTRAINT "party_classifications_reason_check" CHECK (((length(reason) <= 500) AND (TRIM(BOTH FROM reason) <> ''::text))));

ALTER TABLE "public"."party_classifications" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."party_classifications" OWNER TO "postgres";

CREATE TABLE "public"."party_external_ids" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "party_id" uuid NOT NULL, "system" text NOT NULL, "value" text NOT NULL, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "party_external_ids_pkey" PRIMARY KEY (id), CONSTRAINT "party_external_ids_system_check" CHECK (((length(system) <= 60) AND (TRIM(BOTH FROM system) <> ''::text))), CONSTRAINT "party_external_ids_value_check" CHECK (((length(value) <= 200) AND (TRIM(BOTH FROM value) <> ''::text))), CONSTRAINT "party_external_ids_workspace_id_system_value_key" UNIQUE (workspace_id, system, value));

ALTER TABLE "public"."party_external_ids" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."party_external_ids" OWNER TO "postgres";

CREATE TABLE "public"."relationship_types" ("code" text NOT NULL, "from_role_code" text NOT NULL, "to_role_code" text NOT NULL, CONSTRAINT "relationship_types_code_check" CHECK ((code ~ '^[A-Z][A-Z_]{1,39}$'::text)), CONSTRAINT "relationship_types_pkey" PRIMARY KEY (code));

ALTER TABLE "public"."relationship_types" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."relationship_types" OWNER TO "postgres";

ALTER TABLE "public"."change_history" ADD COLUMN "party_id" uuid;

ALTER TABLE "public"."change_history" ADD COLUMN "other_party_id" uuid;

ALTER TABLE "public"."contact_points" ADD COLUMN "address" jsonb;

ALTER TABLE "public"."parties" ADD COLUMN "local_name" text;

ALTER TABLE "public"."parties" ADD COLUMN "salutation" text;

ALTER TABLE "public"."parties" ADD COLUMN "title" text;

ALTER TABLE "public"."parties" ADD COLUMN "given_name" text;

ALTER TABLE "public"."parties" ADD COLUMN "family_name" text;

ALTER TABLE "public"."parties" ADD COLUMN "suffix" text;

ALTER TABLE "public"."parties" ADD COLUMN "birthday" date;

ALTER TABLE "public"."parties" ADD COLUMN "occupation" text;

ALTER TABLE "public"."parties" ADD COLUMN "legal_form" text;

ALTER TABLE "public"."parties" ADD COLUMN "vat_id" text;

ALTER TABLE "public"."parties" ADD COLUMN "registration" text;

ALTER TABLE "public"."parties" ADD COLUMN "employees" integer;

ALTER TABLE "public"."parties" ADD COLUMN "revenue" numeric(19,4);

ALTER TABLE "public"."parties" ADD COLUMN "revenue_currency" text;

ALTER TABLE "public"."parties" ADD COLUMN "industry" text;

ALTER TABLE "public"."parties" ADD COLUMN "language" text;

ALTER TABLE "public"."parties" ADD COLUMN "currency" text;

ALTER TABLE "public"."parties" ADD COLUMN "time_zone" text;

ALTER TABLE "public"."parties" ADD COLUMN "source" text;

ALTER TABLE "public"."parties" ADD COLUMN "status" text NOT NULL DEFAULT 'active'::text;

ALTER TABLE "public"."parties" ADD COLUMN "owner_id" uuid;

ALTER TABLE "public"."parties" ADD COLUMN "note" text;

ALTER TABLE "public"."parties" ADD COLUMN "is_blacklisted" boolean NOT NULL DEFAULT false;

ALTER TABLE "public"."party_relationships" ADD COLUMN "version" bigint NOT NULL DEFAULT 1;

ALTER TABLE "public"."party_relationships" ADD COLUMN "updated_at" timestamp with time zone NOT NULL DEFAULT now();

ALTER TABLE "public"."party_roles" ADD COLUMN "version" bigint NOT NULL DEFAULT 1;

ALTER TABLE "public"."party_roles" ADD COLUMN "updated_at" timestamp with time zone NOT NULL DEFAULT now();

ALTER TABLE "public"."role_types" ADD COLUMN "workspace_id" uuid;

ALTER TABLE "public"."role_types" ADD COLUMN "name" text;

-- By hand: what people and organizations had moves to their parties, in silence, as no trigger is
-- there to tell of it.
update public.parties p set given_name = q.given_name, family_name = q.family_name
from public.people q where q.party_id = p.id and p.kind = 'person';
update public.parties p set
  given_name = nullif(regexp_replace(trim(p.name), '\s*\S+$', ''), ''), family_name = substring(trim(p.name) from '\S+$')
where p.kind = 'person' and p.given_name is null and p.family_name is null;
update public.parties p set legal_form = q.legal_form
from public.organizations q where q.party_id = p.id and p.kind = 'organization' and q.legal_form is not null;

DROP TABLE "public"."organizations";

DROP TABLE "public"."people";

-- By hand: the history of a party is one, from its beginning.
update public.change_history h set party_id = h.entity_id where h.entity = 'party';
update public.change_history h set party_id = c.party_id
from public.contact_points c where h.entity = 'contact_point' and c.id = h.entity_id;

CREATE OR REPLACE FUNCTION private.add_import_parties(p_import public.imports)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.my_member_id(p_import.workspace_id);
begin
  with wanted as (
    select distinct on (kind, match_name) kind, match_name, name from (
      select (r.data ->> 'customerKind')::public.party_kind as kind, r.data ->> 'customerName' as name,
        lower(trim(regexp_replace(r.data ->> 'customerName', '\s+', ' ', 'g'))) as match_name
      from public.import_rows r where r.import_id = p_import.id
      union all
      select 'person', r.data ->> 'contactName',
        lower(trim(regexp_replace(r.data ->> 'contactName', '\s+', ' ', 'g')))
      from public.import_rows r where r.import_id = p_import.id and r.data ->> 'contactName' is not null
    ) named order by kind, match_name
  )
  insert into public.parties (workspace_id, kind, name, import_id, created_by)
  select p_import.workspace_id, w.kind, trim(regexp_replace(w.name, '\s+', ' ', 'g')), p_import.id, me
  from wanted w
  where not exists (
    select 1 from public.parties p
    where p.workspace_id = p_import.workspace_id and p.kind = w.kind and p.match_name = w.match_name);
end $function$;

CREATE OR REPLACE FUNCTION private.add_member(p_workspace_id uuid, p_user_id uuid, p_email text, p_given_name text, p_family_name text, p_access_role public.access_role)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  person uuid;
  member uuid;
  full_name text := trim(concat_ws(' ', p_given_name, p_family_name));
begin
  insert into public.parties (workspace_id, kind, name, given_name, family_name)
  values (p_workspace_id, 'person', full_name, p_given_name, p_family_name)
  returning id into person;
  insert into public.party_roles (workspace_id, party_id, role_code) values (p_workspace_id, person, 'EMPLOYEE');
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  select p_workspace_id, 'EMPLOYMENT', w.party_id, 'EMPLOYER', person, 'EMPLOYEE'
  from public.workspaces w where w.id = p_workspace_id and w.party_id is not null;
  insert into public.members (workspace_id, user_id, party_id, access_role, name, email)
  values (p_workspace_id, p_user_id, person, p_access_role, full_name, lower(p_email))
  returning id into member;
  return member;
end $function$;

CREATE OR REPLACE FUNCTION private.clashes(p_entity_id uuid, p_version bigint, p_patch jsonb, p_current jsonb, p_wanted jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  base jsonb;
begin
  -- What each field was when the editor last saw it: the oldest change since then knows.
  select jsonb_object_agg(f.key, f.before) into base from (
    select distinct on (c.key) c.key, c.value -> 0 as before
    from public.change_history h cross join lateral jsonb_each(h.changes) c
    where h.entity_id = p_entity_id and h.op = 'update' and h.version > p_version
    order by c.key, h.version
  ) f;
  return (
    select jsonb_object_agg(k.key, jsonb_build_object(
      'base', base -> k.key,
      'yours', case when k.key in ('amount', 'revenue') then private.exact(p_wanted -> k.key) else p_wanted -> k.key end,
      'theirs', case when k.key in ('amount', 'revenue') then private.exact(p_current -> k.key) else p_current -> k.key end))
    from jsonb_object_keys(p_patch) k (key)
    where base ? k.key and p_current -> k.key is distinct from p_wanted -> k.key
  );
end $function$;

ALTER FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.contact_points_of(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'kind', c.kind, 'value', c.value, 'extension', c.extension, 'address', c.address, 'isPrimary', c.is_primary)
      order by c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.valid @> current_date
  );
end $function$;

CREATE OR REPLACE FUNCTION private.create_workspace(p_id uuid, p_slug text, p_company text, p_currency text, p_time_zone text, p_locale text, p_given_name text, p_family_name text, p_team_name text, p_stages jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  caller auth.users;
  company uuid;
  member uuid;
  team uuid;
  free_slug text := p_slug;
  attempt integer := 1;
begin
  select * into caller from auth.users u where u.id = auth.uid();
  if caller.id is null then
    raise exception 'not_signed_in';
  end if;
  -- A repeated call with the same id finds the workspace already made.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 3));
  if exists (select 1 from public.workspaces w where w.id = p_id) then
    return (select w.slug from public.workspaces w
      where w.id = p_id and w.id in (select private.my_workspace_ids()));
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_slug, 4));
  while exists (select 1 from public.workspaces w where w.slug = free_slug) loop
    attempt := attempt + 1;
    free_slug := left(p_slug, 44) || '-' || attempt;
  end loop;
  insert into public.workspaces (id, slug, name, currency, time_zone, locale)
  values (p_id, free_slug, p_company, p_currency, p_time_zone, p_locale);
  insert into public.parties (workspace_id, kind, name) values (p_id, 'organization', p_company)
  returning id into company;
  insert into public.party_roles (workspace_id, party_id, role_code) values (p_id, company, 'INTERNAL_ORGANIZATIO');
  update public.workspaces w set party_id = company where w.id = p_id;
  member := private.add_member(p_id, caller.id, caller.email, p_given_name, p_family_name, 'admin');
  insert into public.teams (workspace_id, name) values (p_id, p_team_name) returning id into team;
  insert into public.team_members (workspace_id, team_id, member_id) values (p_id, team, member);
  insert into public.stages (workspace_id, name, position, kind, probability, rot_days)
  select p_id, s.value ->> 'name', s.ordinality, (s.value ->> 'kind')::public.stage_kind,
    (s.value ->> 'probability')::smallint, (s.value ->> 'rotDays')::smallint
  from jsonb_array_elements(p_stages) with ordinality s;
  if not exists (select 1 from public.stages s where s.workspace_id = p_id and s.kind = 'open') then
    raise exception 'last_open_stage';
  end if;
  return free_slug;
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
        'last_activity_at', 'is_blacklisted')
  );
end $function$;

CREATE OR REPLACE FUNCTION private.id_in(p_row jsonb, p_column text)
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (p_row ->> p_column)::uuid;
end $function$;

ALTER FUNCTION "private"."id_in"(jsonb, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_address(p_address jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(p_address) = 'object'
    and coalesce(p_address ->> 'country', '') ~ '^[A-Z]{2}$'
    and coalesce(p_address ->> 'street', p_address ->> 'city') is not null
    and not exists (
      select 1 from jsonb_each(p_address) f
      where f.key not in ('street', 'extra', 'postalCode', 'city', 'region', 'country')
        or jsonb_typeof(f.value) <> 'string' or length(f.value #>> '{}') not between 1 and 200);
end $function$;

ALTER FUNCTION "private"."is_address"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_contact_value(p_kind public.contact_kind, p_value text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case p_kind
    when 'email' then length(p_value) <= 320 and p_value ~ '^[^\s@]+@[^\s@]+$' and p_value = lower(p_value)
    when 'phone' then p_value ~ '^\+[1-9]\d{4,14}$'
    when 'postal' then length(p_value) <= 1000 and trim(p_value) <> ''
    else length(p_value) <= 2000 and p_value ~ '^https?://[^\s/]+'
  end;
end $function$;

CREATE OR REPLACE FUNCTION private.links_among(p_workspace_id uuid, p_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'fromId', r.from_party_id, 'toId', r.to_party_id, 'typeCode', r.type_code)), '[]')
    from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.from_party_id = any (p_ids) and r.to_party_id = any (p_ids)
      and r.valid @> current_date
  );
end $function$;

ALTER FUNCTION "private"."links_among"(uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.mark_blacklisted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ids uuid[];
begin
  if tg_op = 'DELETE' then
    ids := array(select distinct o.party_id from old_rows o where o.class_kind = 'BLACKLIST');
  else
    ids := array(select distinct n.party_id from new_rows n where n.class_kind = 'BLACKLIST');
  end if;
  update public.parties p set is_blacklisted = listed.now
  from (
    select u.id, exists (
      select 1 from public.party_classifications c
      where c.party_id = u.id and c.class_kind = 'BLACKLIST' and upper_inf(c.valid)
    ) as now
    from unnest(ids) u (id)
  ) listed
  where p.id = listed.id and p.is_blacklisted <> listed.now;
  return null;
end $function$;

ALTER FUNCTION "private"."mark_blacklisted"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_communications(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'typeCode', c.type_code, 'direction', c.direction, 'subject', c.subject,
      'body', left(c.body, 500), 'occurredAt', c.occurred_at, 'authorId', c.author_id,
      'opportunityId', c.opportunity_id, 'opportunityName', o.name)
      order by c.occurred_at desc, c.id), '[]')
    from (
      select c.* from public.communications c
      where c.workspace_id = p_workspace_id and (c.party_id = p_party_id or c.opportunity_id in (
        select o.id from public.opportunities o
        where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id)
      ))
      order by c.occurred_at desc, c.id limit 50
    ) c
    left join public.opportunities o on o.id = c.opportunity_id
  );
end $function$;

ALTER FUNCTION "private"."party_communications"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_contact_points(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'version', c.version, 'kind', c.kind, 'value', c.value, 'extension', c.extension,
      'address', c.address, 'purposes', c.purposes, 'valid', private.period(c.valid), 'isPrimary', c.is_primary,
      'verifiedAt', c.verified_at, 'mayContact', c.may_contact)
      order by upper(c.valid) <= current_date nulls first, c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from (
      select * from public.contact_points c
      where c.workspace_id = p_workspace_id and c.party_id = p_party_id
      order by c.valid @> current_date desc, c.created_at limit 200
    ) c
  );
end $function$;

ALTER FUNCTION "private"."party_contact_points"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_fields(p_party public.parties)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return to_jsonb(p_party) - '{workspace_id,match_name,search_name,import_id}'::text[]
    || jsonb_build_object('revenue', trim_scale(p_party.revenue)::text);
end $function$;

ALTER FUNCTION "private"."party_fields"(public.parties) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_opportunities(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', o.id, 'name', o.name, 'stageName', s.name, 'stageKind', s.kind, 'ownerId', o.owner_id,
      'amount', trim_scale(o.amount)::text, 'currency', o.currency, 'expectedCloseOn', o.expected_close_on,
      'closedAt', o.closed_at)
      order by o.closed_at desc nulls first, o.expected_close_on nulls last, o.id), '[]')
    from (
      select * from public.opportunities o
      where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id)
      order by o.closed_at desc nulls first, o.expected_close_on nulls last, o.id limit 100
    ) o
    join public.stages s on s.id = o.stage_id
  );
end $function$;

ALTER FUNCTION "private"."party_opportunities"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_relations(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(r.relation order by r.is_over, r.type_code, r.name, r.id), '[]') from (
      select ends.type_code, other.name, ends.id, upper(ends.valid) <= current_date as is_over,
        jsonb_build_object(
          'id', ends.id, 'version', ends.version, 'typeCode', ends.type_code, 'isFrom', ends.is_from,
          'role', ends.role, 'otherRole', ends.other_role, 'title', ends.title, 'valid', private.period(ends.valid),
          'party', jsonb_build_object('id', other.id, 'kind', other.kind, 'name', other.name,
            'isBlacklisted', other.is_blacklisted)) as relation
      from (
        select r.id, r.version, r.type_code, true as is_from, r.from_role_code as role, r.to_role_code as other_role,
          r.title, r.valid, r.to_party_id as other_id
        from public.party_relationships r where r.workspace_id = p_workspace_id and r.from_party_id = p_party_id
        union all
        select r.id, r.version, r.type_code, false, r.to_role_code, r.from_role_code, r.title, r.valid, r.from_party_id
        from public.party_relationships r where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id
        limit 200
      ) ends
      join public.parties other on other.id = ends.other_id
    ) r
  );
end $function$;

ALTER FUNCTION "private"."party_relations"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.period(p_valid daterange)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('from', lower(p_valid), 'until', upper(p_valid));
end $function$;

ALTER FUNCTION "private"."period"(daterange) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.prepare_classification()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Two who list and unlist the same party at once do it one after the other.
  perform 1 from public.parties p where p.id = new.party_id for no key update;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  if new.class_kind = 'BLACKLIST' and (lower(new.valid) > clock_timestamp() or upper(new.valid) > clock_timestamp()) then
    raise exception 'invalid_input' using hint = 'The blacklist holds from now on, until it is ended.';
  end if;
  return new;
end $function$;

ALTER FUNCTION "private"."prepare_classification"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.prepare_contact_point()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.kind = 'postal' then
    new.value := concat_ws(E'\n', new.address ->> 'extra', new.address ->> 'street',
      nullif(concat_ws(' ', new.address ->> 'postalCode', new.address ->> 'city'), ''),
      new.address ->> 'region', new.address ->> 'country');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
    -- What proved the old address, or was allowed for it, says nothing of a new one.
    if new.value <> old.value then
      new.verified_at := null;
      if new.may_contact is not distinct from old.may_contact then
        new.may_contact := null;
      end if;
    end if;
  end if;
  if new.is_primary and (tg_op = 'INSERT' or not old.is_primary) then
    -- Two who choose at once wait here for each other: the later one wins.
    perform pg_advisory_xact_lock(hashtextextended(new.party_id::text, 2));
    update public.contact_points c set is_primary = false
    where c.workspace_id = new.workspace_id and c.party_id = new.party_id and c.kind = new.kind
      and c.is_primary and c.id <> new.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.prepare_party()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.kind = 'person' then
    if (tg_op = 'INSERT' and num_nonnulls(new.given_name, new.family_name) > 0)
      or (tg_op = 'UPDATE' and (new.given_name, new.family_name) is distinct from (old.given_name, old.family_name))
    then
      new.name := trim(concat_ws(' ', new.given_name, new.family_name));
    elsif tg_op = 'INSERT' or new.name <> old.name then
      new.given_name := nullif(regexp_replace(trim(new.name), '\s*\S+$', ''), '');
      new.family_name := substring(trim(new.name) from '\S+$');
    end if;
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end $function$;

ALTER FUNCTION "private"."prepare_party"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_parties_of()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_ids uuid[];
  ids uuid[] := '{}';
begin
  for i in 0 .. tg_nargs - 1 loop
    if tg_op = 'DELETE' then
      execute format('select array(select distinct %I from old_rows)', tg_argv[i]) into found_ids;
    else
      execute format('select array(select distinct %I from new_rows)', tg_argv[i]) into found_ids;
    end if;
    ids := ids || found_ids;
  end loop;
  perform private.publish_parties(ids);
  return null;
end $function$;

ALTER FUNCTION "private"."publish_parties_of"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.refuse_foreign_types()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  is_foreign boolean;
begin
  for i in 1 .. tg_nargs - 1 loop
    execute format(
      'select exists (select 1 from new_rows n join public.%I t on t.code = n.%I where t.workspace_id <> n.workspace_id)',
      tg_argv[0], tg_argv[i]) into is_foreign;
    if is_foreign then
      raise exception 'reference_not_found';
    end if;
  end loop;
  return null;
end $function$;

ALTER FUNCTION "private"."refuse_foreign_types"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.write_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  entity text := tg_argv[0];
  of_party text := tg_argv[1];
  of_other text := tg_argv[2];
begin
  if tg_op = 'INSERT' then
    -- Who it was is asked once, not once a row: an import adds thousands.
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, changes)
    select n.workspace_id, entity, n.id, private.id_in(to_jsonb(n), of_party),
      private.id_in(to_jsonb(n), of_other), n.version, 'insert', w.member_id,
      -- What is kept of a party tells what it was by its own history alone.
      case when entity <> 'party' and of_party is not null then private.diff('{}', to_jsonb(n)) else '{}' end
    from new_rows n join writers w on w.workspace_id = n.workspace_id;
  elsif tg_op = 'UPDATE' then
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, changes)
    select n.workspace_id, entity, n.id, private.id_in(to_jsonb(n), of_party),
      private.id_in(to_jsonb(n), of_other), n.version, 'update', w.member_id, d.changes
    from new_rows n join old_rows o on o.id = n.id
    join writers w on w.workspace_id = n.workspace_id
    cross join lateral private.diff(to_jsonb(o), to_jsonb(n)) d (changes)
    where n.version <> o.version and d.changes <> '{}';
  else
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, changes)
    select o.workspace_id, entity, o.id, private.id_in(to_jsonb(o), of_party),
      private.id_in(to_jsonb(o), of_other), o.version + 1, 'delete', private.my_member_id(o.workspace_id),
      private.diff(to_jsonb(o), (select jsonb_object_agg(k, null::text) from jsonb_object_keys(to_jsonb(o)) k))
    from old_rows o join public.workspaces w on w.id = o.workspace_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.add_contact_point(p_id uuid, p_workspace_id uuid, p_party_id uuid, p_kind public.contact_kind, p_value text, p_mutation_id uuid, p_extension text DEFAULT NULL::text, p_purposes text[] DEFAULT '{}'::text[], p_is_primary boolean DEFAULT false, p_address jsonb DEFAULT NULL::jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.contact_points
    (id, workspace_id, party_id, kind, value, extension, purposes, is_primary, address, created_by)
  values (p_id, p_workspace_id, p_party_id, p_kind, p_value, p_extension, p_purposes, p_is_primary, p_address,
    private.my_member_id(p_workspace_id));
end $function$;

ALTER FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.class_party(p_id uuid, p_workspace_id uuid, p_party_id uuid, p_class_code text, p_reason text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  class public.party_classes;
begin
  select * into class from public.party_classes c where c.code = p_class_code;
  if not found then
    raise exception 'reference_not_found';
  end if;
  -- Before its own row, so that two who class at once do it one after the other.
  perform 1 from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id for no key update;
  if exists (select 1 from public.party_classifications c where c.workspace_id = p_workspace_id and c.id = p_id) then
    return;
  end if;
  if class.kind in ('VALUE', 'SIZE') then
    perform public.end_classification(c.id, c.version) from public.party_classifications c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.class_kind = class.kind and upper_inf(c.valid);
  end if;
  -- From the very moment: one of this transaction may have ended just now.
  insert into public.party_classifications
    (id, workspace_id, party_id, class_code, class_kind, reason, valid, created_by)
  values (p_id, p_workspace_id, p_party_id, class.code, class.kind, p_reason,
    tstzrange(clock_timestamp(), null), private.my_member_id(p_workspace_id));
end $function$;

ALTER FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.end_classification(p_id uuid, p_version bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  current public.party_classifications;
begin
  select * into current from public.party_classifications c where c.id = p_id for update;
  if not found then
    raise exception 'not_found';
  end if;
  if not upper_inf(current.valid) then
    return;
  end if;
  if current.version <> p_version then
    raise exception 'conflict';
  end if;
  -- Begun in this very transaction, it held for a microsecond: an empty period would tell nothing.
  update public.party_classifications c
  set valid = tstzrange(lower(c.valid), greatest(now(), lower(c.valid) + interval '1 microsecond'))
  where c.id = p_id;
end $function$;

ALTER FUNCTION "public"."end_classification"(uuid, bigint) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.find_or_add_party(p_workspace_id uuid, p_kind public.party_kind, p_name text, p_role_code text DEFAULT NULL::text)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  clean_name text := trim(regexp_replace(p_name, '\s+', ' ', 'g'));
  found_id uuid := private.find_party(p_workspace_id, p_kind, p_name);
begin
  if found_id is not null and (p_role_code is null or private.has_role(p_workspace_id, found_id, p_role_code)) then
    -- Held, so that undoing an import cannot take it away before it is used.
    perform 1 from public.parties p where p.id = found_id for key share;
    if found then
      return found_id;
    end if;
  end if;
  -- Two colleagues who type the same new name at once get one party: look again under the lock.
  perform private.lock_parties(p_workspace_id);
  found_id := private.find_party(p_workspace_id, p_kind, p_name);
  if found_id is null then
    insert into public.parties (workspace_id, kind, name, created_by)
    values (p_workspace_id, p_kind, clean_name, private.my_member_id(p_workspace_id))
    returning id into found_id;
  end if;
  if p_role_code is not null and not private.has_role(p_workspace_id, found_id, p_role_code) then
    -- A role that begins on a later day is in the way of an open period: then it is known already.
    insert into public.party_roles (workspace_id, party_id, role_code)
    values (p_workspace_id, found_id, p_role_code) on conflict do nothing;
  end if;
  return found_id;
end $function$;

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

ALTER FUNCTION "public"."open_party"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.party_history(p_workspace_id uuid, p_party_id uuid, p_before bigint, p_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', h.id, 'entity', h.entity, 'entityId', h.entity_id, 'op', h.op, 'actorId', h.actor_id,
      'changedAt', h.changed_at, 'changes', h.changes,
      'other', (
        select jsonb_build_object('id', p.id, 'name', p.name) from public.parties p
        where p.id = case when h.party_id = p_party_id then h.other_party_id else h.party_id end
      )) order by h.id desc), '[]')
    from (
      select * from (
        (select * from public.change_history h
         where h.party_id = p_party_id and h.workspace_id = p_workspace_id and h.id < coalesce(p_before, h.id + 1)
         order by h.id desc limit p_limit)
        union all
        (select * from public.change_history h
         where h.other_party_id = p_party_id and h.workspace_id = p_workspace_id and h.id < coalesce(p_before, h.id + 1)
         order by h.id desc limit p_limit)
      ) both_ends order by id desc limit p_limit
    ) h
  );
end $function$;

ALTER FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.relate_parties(p_id uuid, p_workspace_id uuid, p_type_code text, p_from_party_id uuid, p_to_party_id uuid, p_title text, p_valid daterange)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.lock_parties(p_workspace_id);
  insert into public.party_relationships
    (id, workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code, title, valid)
  select p_id, p_workspace_id, t.code, p_from_party_id, t.from_role_code, p_to_party_id, t.to_role_code, p_title, p_valid
  from public.relationship_types t where t.code = p_type_code
  on conflict (id) do nothing;
  if not found and not exists (
    select 1 from public.party_relationships r where r.workspace_id = p_workspace_id and r.id = p_id
  ) then
    raise exception 'reference_not_found';
  end if;
end $function$;

ALTER FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.update_opportunity(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
    next_step_on = wanted.next_step_on, source = wanted.source, lost_reason = wanted.lost_reason
  where o.id = p_id;
  return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
end $function$;

CREATE OR REPLACE FUNCTION public.update_party(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) OWNER TO "postgres";

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_check1" CHECK (((extension IS NULL) OR ((kind = 'phone'::public.contact_kind) AND (extension ~ '^\d{1,8}$'::text))));

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_overlap" EXCLUDE USING gist (workspace_id WITH =, party_id WITH =, kind WITH =, value WITH =, COALESCE(extension, ''::text) WITH =, valid WITH &&);

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_period_not_empty" CHECK ((NOT isempty(valid)));

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_purposes_check" CHECK ((purposes <@ ARRAY['PRIMARY_PHONE'::text, 'PHONE_WORK'::text, 'PHONE_MOBILE'::text, 'PHONE_HOME'::text, 'FAX_NUMBER'::text, 'PRIMARY_EMAIL'::text, 'BILLING_EMAIL'::text, 'MARKETING_EMAIL'::text, 'PRIMARY_WEB_URL'::text, 'LINKEDIN_URL'::text, 'GENERAL_LOCATION'::text, 'BILLING_LOCATION'::text, 'SHIPPING_LOCATION'::text, 'PAYMENT_LOCATION'::text]));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_birthday_check" CHECK (((birthday >= '1900-01-01'::date) AND (birthday <= '2200-12-31'::date)));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_check1" CHECK (((kind = 'organization'::public.party_kind) OR (num_nonnulls(legal_form, vat_id, registration, employees, revenue, industry) = 0)));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_check2" CHECK (((revenue IS NULL) OR (revenue_currency IS NOT NULL)));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_check" CHECK (((kind = 'person'::public.party_kind) OR (num_nonnulls(salutation, title, given_name, family_name, suffix, birthday, occupation) = 0)));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_currency_check" CHECK ((currency ~ '^[A-Z]{3}$'::text));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_employees_check" CHECK ((employees >= 0));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_family_name_check" CHECK ((length(family_name) <= 500));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_given_name_check" CHECK ((length(given_name) <= 500));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_industry_check" CHECK ((length(industry) <= 200));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_language_check" CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_legal_form_check" CHECK ((length(legal_form) <= 60));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_local_name_check" CHECK ((length(local_name) <= 500));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_note_check" CHECK ((length(note) <= 20000));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_occupation_check" CHECK ((length(occupation) <= 200));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_registration_check" CHECK ((length(registration) <= 200));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_revenue_check" CHECK (((revenue >= (0)::numeric) AND (revenue <> 'NaN'::numeric)));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_revenue_currency_check" CHECK ((revenue_currency ~ '^[A-Z]{3}$'::text));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_salutation_check" CHECK ((length(salutation) <= 60));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_source_check" CHECK ((source = ANY (ARRAY['COLD_CALL'::text, 'EXISTING_CUSTOMER'::text, 'SELF_GENERATED'::text, 'EMPLOYEE'::text, 'PARTNER'::text, 'PUBLIC_RELATIONS'::text, 'DIRECT_MAIL'::text, 'CONFERENCE'::text, 'TRADE_SHOW'::text, 'WEB_SITE'::text, 'WORD_OF_MOUTH'::text, 'EMAIL'::text, 'CAMPAIGN'::text, 'OTHER'::text])));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_status_check" CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text])));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_suffix_check" CHECK ((length(suffix) <= 60));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_time_zone_check" CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64)));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_title_check" CHECK ((length(title) <= 60));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_vat_id_check" CHECK ((vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,18}$'::text));

ALTER TABLE "public"."parties" ADD CONSTRAINT "parties_workspace_id_owner_id_fkey" FOREIGN KEY (workspace_id, owner_id) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."party_classes" ADD CONSTRAINT "party_classes_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."party_classifications" ADD CONSTRAINT "party_classifications_class_code_class_kind_fkey" FOREIGN KEY (class_code, class_kind) REFERENCES public.party_classes(code, kind);

ALTER TABLE "public"."party_classifications" ADD CONSTRAINT "party_classifications_contradiction" EXCLUDE USING gist (workspace_id WITH =, party_id WITH =, class_kind WITH =, valid WITH &&) WHERE ((class_kind <> 'OTHER'::text));

ALTER TABLE "public"."party_classifications" ADD CONSTRAINT "party_classifications_overlap" EXCLUDE USING gist (workspace_id WITH =, party_id WITH =, class_code WITH =, valid WITH &&);

ALTER TABLE "public"."party_classifications" ADD CONSTRAINT "party_classifications_workspace_id_created_by_fkey" FOREIGN KEY (workspace_id, created_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."party_classifications" ADD CONSTRAINT "party_classifications_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."party_classifications" ADD CONSTRAINT "party_classifications_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."party_external_ids" ADD CONSTRAINT "party_external_ids_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."party_external_ids" ADD CONSTRAINT "party_external_ids_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."party_relationships" ADD CONSTRAINT "party_relationships_contradiction" EXCLUDE USING gist (workspace_id WITH =, type_code WITH =, LEAST(from_party_id, to_party_id) WITH =, GREATEST(from_party_id, to_party_id) WITH =, valid WITH &&) WHERE ((type_code = ANY (ARRAY['FRIEND'::text, 'SPOUSE'::text, 'PARTNERSHIP'::text, 'PARENT'::text, 'CHILD'::text, 'PARENT_ACCOUNT'::text, 'REPORTS_TO'::text, 'OWNER'::text, 'GROUP_ROLLUP'::text])));

ALTER TABLE "public"."party_relationships" ADD CONSTRAINT "party_relationships_overlap" EXCLUDE USING gist (workspace_id WITH =, type_code WITH =, from_party_id WITH =, from_role_code WITH =, to_party_id WITH =, to_role_code WITH =, valid WITH &&);

ALTER TABLE "public"."party_relationships" ADD CONSTRAINT "party_relationships_period_not_empty" CHECK ((NOT isempty(valid)));

ALTER TABLE "public"."party_roles" ADD CONSTRAINT "party_roles_overlap" EXCLUDE USING gist (workspace_id WITH =, party_id WITH =, role_code WITH =, valid WITH &&);

ALTER TABLE "public"."party_roles" ADD CONSTRAINT "party_roles_period_not_empty" CHECK ((NOT isempty(valid)));

-- By hand: before what is there already is held against them.
insert into public.role_types ("code", "name", "parent_code", "workspace_id") values
  ('ACCOUNT_LEAD', null, 'SFA_ROLE', null),
  ('ACCOUNT', null, 'SFA_ROLE', null),
  ('BILL_FROM_VENDOR', null, 'VENDOR', null),
  ('BILL_TO_CUSTOMER', null, 'CUSTOMER', null),
  ('COMPETITOR', null, 'ORGANIZATION_ROLE', null),
  ('CONTACT', null, 'SFA_ROLE', null),
  ('CUSTOMER', null, null, null),
  ('DEPARTMENT', null, 'ORGANIZATION_ROLE', null),
  ('DIVISION', null, 'ORGANIZATION_ROLE', null),
  ('EMPLOYEE', null, 'PERSON_ROLE', null),
  ('EMPLOYER', null, 'ORGANIZATION_ROLE', null),
  ('END_USER_CUSTOMER', null, 'CUSTOMER', null),
  ('INTERNAL_ORGANIZATIO', null, 'ORGANIZATION_ROLE', null),
  ('LEAD', null, 'SFA_ROLE', null),
  ('MANAGER', null, 'PERSON_ROLE', null),
  ('ORGANIZATION_ROLE', null, null, null),
  ('OWNER', null, 'SFA_ROLE', null),
  ('PARTNER', null, 'ORGANIZATION_ROLE', null),
  ('PERSON_ROLE', null, null, null),
  ('PLACING_CUSTOMER', null, 'CUSTOMER', null),
  ('PROSPECT', null, 'SFA_ROLE', null),
  ('REFERRER', null, 'SFA_ROLE', null),
  ('SALES_REP', null, 'PERSON_ROLE', null),
  ('SFA_ROLE', null, null, null),
  ('SHIP_FROM_VENDOR', null, 'VENDOR', null),
  ('SHIP_TO_CUSTOMER', null, 'CUSTOMER', null),
  ('SUPPLIER_AGENT', null, 'PERSON_ROLE', null),
  ('SUPPLIER', null, 'ORGANIZATION_ROLE', null),
  ('VENDOR', null, null, null)
on conflict ("code") do update set "name" = excluded."name", "parent_code" = excluded."parent_code", "workspace_id" = excluded."workspace_id";
insert into public.relationship_types ("code", "from_role_code", "to_role_code") values
  ('ACCOUNT', 'ACCOUNT', 'OWNER'),
  ('AGENT', 'SUPPLIER', 'SUPPLIER_AGENT'),
  ('ASSISTANT', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('CHILD', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('CONTACT_REL', 'ACCOUNT', 'CONTACT'),
  ('CUSTOMER_REL', 'VENDOR', 'CUSTOMER'),
  ('DISTRIBUTION_CHANNEL', 'VENDOR', 'PARTNER'),
  ('EMPLOYMENT', 'EMPLOYER', 'EMPLOYEE'),
  ('FRIEND', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('GROUP_ROLLUP', 'ORGANIZATION_ROLE', 'ORGANIZATION_ROLE'),
  ('LEAD_OWNER', 'LEAD', 'OWNER'),
  ('LEAD_REL', 'ACCOUNT_LEAD', 'LEAD'),
  ('MANAGER', 'MANAGER', 'EMPLOYEE'),
  ('OWNER', 'ORGANIZATION_ROLE', 'OWNER'),
  ('PARENT_ACCOUNT', 'ACCOUNT', 'ACCOUNT'),
  ('PARENT', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('PARTNERSHIP', 'PARTNER', 'PARTNER'),
  ('REPORTS_TO', 'EMPLOYEE', 'MANAGER'),
  ('SPOUSE', 'PERSON_ROLE', 'PERSON_ROLE'),
  ('SUPPLIER_REL', 'CUSTOMER', 'SUPPLIER')
on conflict ("code") do update set "from_role_code" = excluded."from_role_code", "to_role_code" = excluded."to_role_code";

ALTER TABLE "public"."relationship_types" ADD CONSTRAINT "relationship_types_from_role_code_fkey" FOREIGN KEY (from_role_code) REFERENCES public.role_types(code);

ALTER TABLE "public"."party_relationships" ADD CONSTRAINT "party_relationships_type_code_fkey" FOREIGN KEY (type_code) REFERENCES public.relationship_types(code);

ALTER TABLE "public"."relationship_types" ADD CONSTRAINT "relationship_types_to_role_code_fkey" FOREIGN KEY (to_role_code) REFERENCES public.role_types(code);

ALTER TABLE "public"."role_types" ADD CONSTRAINT "role_types_check" CHECK (((workspace_id IS NULL) = (name IS NULL)));

ALTER TABLE "public"."role_types" ADD CONSTRAINT "role_types_code_check" CHECK ((code ~ '^[A-Z][A-Z0-9_]{1,39}$'::text));

ALTER TABLE "public"."role_types" ADD CONSTRAINT "role_types_name_check" CHECK (((length(name) <= 60) AND (TRIM(BOTH FROM name) <> ''::text)));

ALTER TABLE "public"."role_types" ADD CONSTRAINT "role_types_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

CREATE INDEX change_history_other_party ON public.change_history USING btree (other_party_id, id DESC) WHERE (other_party_id IS NOT NULL);

CREATE INDEX change_history_party ON public.change_history USING btree (party_id, id DESC) WHERE (party_id IS NOT NULL);

CREATE INDEX parties_owner ON public.parties USING btree (workspace_id, owner_id);

CREATE INDEX party_classes_workspace ON public.party_classes USING btree (workspace_id);

CREATE INDEX party_classifications_class ON public.party_classifications USING btree (class_code, class_kind);

CREATE INDEX party_classifications_created_by ON public.party_classifications USING btree (workspace_id, created_by);

CREATE INDEX party_classifications_party ON public.party_classifications USING btree (workspace_id, party_id);

CREATE INDEX party_external_ids_party ON public.party_external_ids USING btree (workspace_id, party_id);

CREATE INDEX party_external_ids_value ON public.party_external_ids USING btree (workspace_id, lower(value));

CREATE INDEX party_relationships_type ON public.party_relationships USING btree (type_code);

CREATE INDEX relationship_types_from_role ON public.relationship_types USING btree (from_role_code);

CREATE INDEX relationship_types_to_role ON public.relationship_types USING btree (to_role_code);

CREATE INDEX role_types_workspace ON public.role_types USING btree (workspace_id);

CREATE TRIGGER publish_contact_points_added AFTER INSERT ON public.contact_points REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_contact_points_changed AFTER UPDATE ON public.contact_points REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_contact_points_removed AFTER DELETE ON public.contact_points REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER record_contact_points_added AFTER INSERT ON public.contact_points REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_point', 'party_id');

CREATE TRIGGER record_contact_points_changed AFTER UPDATE ON public.contact_points REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_point', 'party_id');

CREATE TRIGGER record_contact_points_removed AFTER DELETE ON public.contact_points REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_point', 'party_id');

CREATE TRIGGER prepare_parties BEFORE INSERT OR UPDATE ON public.parties FOR EACH ROW EXECUTE FUNCTION private.prepare_party();

CREATE TRIGGER record_parties_added AFTER INSERT ON public.parties REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party', 'id');

CREATE TRIGGER record_parties_changed AFTER UPDATE ON public.parties REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party', 'id');

CREATE TRIGGER record_parties_removed AFTER DELETE ON public.parties REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party', 'id');

CREATE TRIGGER check_types_of_added_party_classifications AFTER INSERT ON public.party_classifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.refuse_foreign_types('party_classes', 'class_code');

CREATE TRIGGER mark_party_classifications_added AFTER INSERT ON public.party_classifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.mark_blacklisted();

CREATE TRIGGER mark_party_classifications_changed AFTER UPDATE ON public.party_classifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.mark_blacklisted();

CREATE TRIGGER mark_party_classifications_removed AFTER DELETE ON public.party_classifications REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.mark_blacklisted();

CREATE TRIGGER prepare_party_classifications BEFORE INSERT OR UPDATE ON public.party_classifications FOR EACH ROW EXECUTE FUNCTION private.prepare_classification();

CREATE TRIGGER publish_party_classifications_added AFTER INSERT ON public.party_classifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_party_classifications_changed AFTER UPDATE ON public.party_classifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_party_classifications_removed AFTER DELETE ON public.party_classifications REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER record_party_classifications_added AFTER INSERT ON public.party_classifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_classification', 'party_id');

CREATE TRIGGER record_party_classifications_changed AFTER UPDATE ON public.party_classifications REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_classification', 'party_id');

CREATE TRIGGER record_party_classifications_removed AFTER DELETE ON public.party_classifications REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_classification', 'party_id');

CREATE TRIGGER publish_party_external_ids_added AFTER INSERT ON public.party_external_ids REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_party_external_ids_changed AFTER UPDATE ON public.party_external_ids REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_party_external_ids_removed AFTER DELETE ON public.party_external_ids REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER record_party_external_ids_added AFTER INSERT ON public.party_external_ids REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_external_id', 'party_id');

CREATE TRIGGER record_party_external_ids_changed AFTER UPDATE ON public.party_external_ids REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_external_id', 'party_id');

CREATE TRIGGER record_party_external_ids_removed AFTER DELETE ON public.party_external_ids REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_external_id', 'party_id');

CREATE TRIGGER touch_party_external_ids BEFORE UPDATE ON public.party_external_ids FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER check_types_of_added_party_relationships AFTER INSERT ON public.party_relationships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.refuse_foreign_types('role_types', 'from_role_code', 'to_role_code');

CREATE TRIGGER publish_party_relationships_added AFTER INSERT ON public.party_relationships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('from_party_id', 'to_party_id');

CREATE TRIGGER publish_party_relationships_changed AFTER UPDATE ON public.party_relationships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('from_party_id', 'to_party_id');

CREATE TRIGGER publish_party_relationships_removed AFTER DELETE ON public.party_relationships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('from_party_id', 'to_party_id');

CREATE TRIGGER record_party_relationships_added AFTER INSERT ON public.party_relationships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_relationship', 'from_party_id', 'to_party_id');

CREATE TRIGGER record_party_relationships_changed AFTER UPDATE ON public.party_relationships REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_relationship', 'from_party_id', 'to_party_id');

CREATE TRIGGER record_party_relationships_removed AFTER DELETE ON public.party_relationships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_relationship', 'from_party_id', 'to_party_id');

CREATE TRIGGER touch_party_relationships BEFORE UPDATE ON public.party_relationships FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER check_types_of_added_party_roles AFTER INSERT ON public.party_roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.refuse_foreign_types('role_types', 'role_code');

CREATE TRIGGER publish_party_roles_added AFTER INSERT ON public.party_roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_party_roles_changed AFTER UPDATE ON public.party_roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_party_roles_removed AFTER DELETE ON public.party_roles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER record_party_roles_added AFTER INSERT ON public.party_roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_role', 'party_id');

CREATE TRIGGER record_party_roles_changed AFTER UPDATE ON public.party_roles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_role', 'party_id');

CREATE TRIGGER record_party_roles_removed AFTER DELETE ON public.party_roles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('party_role', 'party_id');

CREATE TRIGGER touch_party_roles BEFORE UPDATE ON public.party_roles FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE POLICY "Admins add classes to their workspaces" ON "public"."party_classes" FOR INSERT TO "authenticated" WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Admins rename the classes of their workspaces" ON "public"."party_classes" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Members read the classes of everybody and of their workspaces" ON "public"."party_classes" FOR SELECT TO "authenticated" USING ((((workspace_id IS NULL) AND (( SELECT auth.uid() AS uid) IS NOT NULL)) OR (workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))));

CREATE POLICY "Members class parties under their own name" ON "public"."party_classifications" FOR INSERT TO "authenticated" WITH CHECK (((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)) AND (created_by IN ( SELECT private.my_member_ids() AS my_member_ids))));

CREATE POLICY "Members end classifications" ON "public"."party_classifications" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members read what parties are classed as" ON "public"."party_classifications" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members correct what other systems call parties" ON "public"."party_external_ids" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members note what other systems call parties" ON "public"."party_external_ids" FOR INSERT TO "authenticated" WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members read what other systems call parties" ON "public"."party_external_ids" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members remove what other systems call parties" ON "public"."party_external_ids" FOR DELETE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members take back relationships" ON "public"."party_relationships" FOR DELETE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members take back roles of parties" ON "public"."party_roles" FOR DELETE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Everyone signed in reads the relationship types" ON "public"."relationship_types" FOR SELECT TO "authenticated" USING ((( SELECT auth.uid() AS uid) IS NOT NULL));

CREATE POLICY "Admins add role types to their workspaces" ON "public"."role_types" FOR INSERT TO "authenticated" WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Admins rename the role types of their workspaces" ON "public"."role_types" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Members read role types of everybody and of their workspaces" ON "public"."role_types" FOR SELECT TO "authenticated" USING ((((workspace_id IS NULL) AND (( SELECT auth.uid() AS uid) IS NOT NULL)) OR (workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))));

COMMENT ON COLUMN "public"."change_history"."other_party_id" IS 'The other end of a relationship.';

COMMENT ON COLUMN "public"."change_history"."party_id" IS 'Whom it belongs to, for a party and what is kept of it: the history of a party is one.';

COMMENT ON COLUMN "public"."contact_points"."address" IS 'The parts of a postal address: street, extra, postalCode, city, region, country; `value` is made of them.';

COMMENT ON COLUMN "public"."parties"."currency" IS 'They trade in; ISO 4217.';

COMMENT ON COLUMN "public"."parties"."is_blacklisted" IS 'Kept by the database: whether a classification as blacklisted holds.';

COMMENT ON COLUMN "public"."parties"."language" IS 'To write and speak to them in; BCP 47.';

COMMENT ON COLUMN "public"."parties"."local_name" IS 'As it is written in its own script.';

COMMENT ON COLUMN "public"."parties"."name" IS 'As people say it; for a person given and family name together, kept so by the database.';

COMMENT ON COLUMN "public"."parties"."owner_id" IS 'The member who looks after them.';

COMMENT ON COLUMN "public"."parties"."time_zone" IS 'When to call them; IANA.';

COMMENT ON COLUMN "public"."parties"."title" IS 'Academic: "Dr.".';

COMMENT ON COLUMN "public"."party_relationships"."title" IS 'The position of the person in it: "Head of purchasing".';

COMMENT ON COLUMN "public"."role_types"."workspace_id" IS 'Null for those of every workspace.';

COMMENT ON FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) IS 'Fields of an edit based on a version that somebody else changed since to something else, with base, yours and theirs; null when there are none.';

COMMENT ON FUNCTION "private"."id_in"(jsonb, text) IS 'An id in a row; null without a column to look in.';

COMMENT ON FUNCTION "private"."is_address"(jsonb) IS 'Whether this is a postal address: a country (ISO 3166), a street or a town, and no part that is unknown or empty.';

COMMENT ON FUNCTION "private"."links_among"(uuid, uuid[]) IS 'How these parties are linked with each other today.';

COMMENT ON FUNCTION "private"."mark_blacklisted"() IS 'Statement trigger: keeps the flag of the parties, whose change tells every board.';

COMMENT ON FUNCTION "private"."party_communications"(uuid, uuid) IS 'The last 50 contacts with a party, or about its opportunities, that the caller may see.';

COMMENT ON FUNCTION "private"."party_contact_points"(uuid, uuid) IS 'All ways a party can or could be reached, 200 at most, those that are over last.';

COMMENT ON FUNCTION "private"."party_fields"(public.parties) IS 'What a page about a party shows of it, by the names of the columns; `partyFields` in domain/party-answers.ts reads it.';

COMMENT ON FUNCTION "private"."party_opportunities"(uuid, uuid) IS 'The opportunities of a party that the caller may see, open ones first, 100 at most.';

COMMENT ON FUNCTION "private"."party_relations"(uuid, uuid) IS 'How a party is related, 200 at most, those that are over last. `isFrom` tells that the link leads away from it.';

COMMENT ON FUNCTION "private"."period"(daterange) IS 'A half-open period of days; null is open.';

COMMENT ON FUNCTION "private"."prepare_classification"() IS 'Before insert and update: version. The blacklist is not foreseen, so that a flag can tell who is on it.';

COMMENT ON FUNCTION "private"."prepare_contact_point"() IS 'Before insert and update: version; one text for a postal address; a new primary address takes the place of the old one.';

COMMENT ON FUNCTION "private"."prepare_party"() IS 'Before insert and update: version; the name of a person and its parts agree, whichever was given.';

COMMENT ON FUNCTION "private"."publish_parties_of"() IS 'Statement trigger (columns that name a party): what belongs to these parties changed.';

COMMENT ON FUNCTION "private"."refuse_foreign_types"() IS 'Statement trigger (table of types, columns that name one): what a workspace made is used in it alone.';

COMMENT ON FUNCTION "private"."write_history"() IS 'Statement trigger (entity, columns of the parties it belongs to): one history row for each row that really changed.';

COMMENT ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) IS 'Notes a way to reach a party, from today on. May be repeated.';

COMMENT ON FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) IS 'Classes a party from now on; of sizes and values, the new one takes the place of the old. May be repeated.';

COMMENT ON FUNCTION "public"."end_classification"(uuid, bigint) IS 'A class holds until now. Ended already, it stays as it is.';

COMMENT ON FUNCTION "public"."open_party"(uuid, uuid) IS 'All that the page of a party shows but its history; null when there is none that the caller may see.';

COMMENT ON FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) IS 'Who changed what of a party and of what is kept of it, newest first; `p_before` is the last id of the page before.';

COMMENT ON FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) IS 'Relates two parties, each in the role that the type gives it. May be repeated.';

COMMENT ON FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) IS 'Edits fields based on a version. Fields nobody else touched since are saved; others come back as a conflict with base, yours and theirs, and nothing is written. May be repeated.';

COMMENT ON TABLE "public"."party_classes" IS 'What a party can be classed as: those of every workspace, named by the interface, and those that a workspace made and named.';

COMMENT ON TABLE "public"."party_classifications" IS 'A class that a party belongs to for a time: half-open periods, to the moment, as one is taken off the blacklist on the day one came onto it.';

COMMENT ON TABLE "public"."party_external_ids" IS 'What other systems call a party: one party an id.';

COMMENT ON TABLE "public"."relationship_types" IS 'The types of relationships, with the codes of OFBiz, and the roles that their ends play unless told otherwise.';

COMMENT ON TABLE "public"."role_types" IS 'The tree of roles: those of OFBiz, named by the interface, and those that a workspace made and named.';

REVOKE ALL ON FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."clashes"(uuid, bigint, jsonb, jsonb, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."id_in"(jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."id_in"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."id_in"(jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_address"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_address"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_address"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_address"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_address"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."links_among"(uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."links_among"(uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."links_among"(uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."links_among"(uuid, uuid[]) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."links_among"(uuid, uuid[]) TO "service_role";

REVOKE ALL ON FUNCTION "private"."mark_blacklisted"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."mark_blacklisted"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."mark_blacklisted"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."party_communications"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_communications"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_communications"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_communications"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_communications"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."party_contact_points"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_contact_points"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_contact_points"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_contact_points"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_contact_points"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."party_fields"(public.parties) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_fields"(public.parties) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_fields"(public.parties) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_fields"(public.parties) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_fields"(public.parties) TO "service_role";

REVOKE ALL ON FUNCTION "private"."party_opportunities"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_opportunities"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_opportunities"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_opportunities"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_opportunities"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."party_relations"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_relations"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_relations"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_relations"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_relations"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."period"(daterange) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."period"(daterange) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."period"(daterange) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."period"(daterange) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."period"(daterange) TO "service_role";

REVOKE ALL ON FUNCTION "private"."prepare_classification"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."prepare_classification"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prepare_classification"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."prepare_party"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."prepare_party"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prepare_party"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_parties_of"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_parties_of"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_parties_of"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."refuse_foreign_types"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."refuse_foreign_types"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."refuse_foreign_types"() TO "postgres";

REVOKE ALL ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."class_party"(uuid, uuid, uuid, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."end_classification"(uuid, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."end_classification"(uuid, bigint) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."end_classification"(uuid, bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."end_classification"(uuid, bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."end_classification"(uuid, bigint) TO "service_role";

REVOKE ALL ON FUNCTION "public"."open_party"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."open_party"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."open_party"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."open_party"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."open_party"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."party_history"(uuid, uuid, bigint, integer) TO "service_role";

REVOKE ALL ON FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."relate_parties"(uuid, uuid, text, uuid, uuid, text, daterange) TO "service_role";

REVOKE ALL ON FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_party"(uuid, bigint, jsonb, uuid) TO "service_role";

REVOKE ALL ON TABLE "public"."party_classes" FROM "authenticated";

GRANT SELECT ON TABLE "public"."party_classes" TO "authenticated";

REVOKE ALL ON TABLE "public"."party_classes" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."party_classes" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."party_classes" TO "service_role";

REVOKE ALL ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT SELECT ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ON TABLE "public"."party_classifications" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."party_classifications" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."party_classifications" TO "service_role";

REVOKE ALL ON TABLE "public"."party_external_ids" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."party_external_ids" TO "authenticated";

REVOKE ALL ON TABLE "public"."party_external_ids" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."party_external_ids" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."party_external_ids" TO "service_role";

REVOKE ALL ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ON TABLE "public"."party_roles" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."party_roles" TO "authenticated";

REVOKE ALL ON TABLE "public"."relationship_types" FROM "authenticated";

GRANT SELECT ON TABLE "public"."relationship_types" TO "authenticated";

REVOKE ALL ON TABLE "public"."relationship_types" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."relationship_types" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."relationship_types" TO "service_role";

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_check2" CHECK (private.is_contact_value(kind, value));

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_check" CHECK ((((kind = 'postal'::public.contact_kind) = (address IS NOT NULL)) AND ((address IS NULL) OR private.is_address(address))));

REVOKE ALL ("address") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("address"), UPDATE ("address") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("birthday") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("birthday") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("currency") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("currency") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("employees") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("employees") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("family_name") ON TABLE "public"."parties" FROM "authenticated";

GRANT INSERT ("family_name"), UPDATE ("family_name") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("given_name") ON TABLE "public"."parties" FROM "authenticated";

GRANT INSERT ("given_name"), UPDATE ("given_name") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("industry") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("industry") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("language") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("language") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("legal_form") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("legal_form") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("local_name") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("local_name") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("note") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("note") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("occupation") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("occupation") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("owner_id") ON TABLE "public"."parties" FROM "authenticated";

GRANT INSERT ("owner_id"), UPDATE ("owner_id") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("registration") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("registration") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("revenue_currency") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("revenue_currency") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("revenue") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("revenue") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("salutation") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("salutation") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("source") ON TABLE "public"."parties" FROM "authenticated";

GRANT INSERT ("source"), UPDATE ("source") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("status") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("status") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("suffix") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("suffix") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("time_zone") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("time_zone") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("title") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("title") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("vat_id") ON TABLE "public"."parties" FROM "authenticated";

GRANT UPDATE ("vat_id") ON TABLE "public"."parties" TO "authenticated";

REVOKE ALL ("code") ON TABLE "public"."party_classes" FROM "authenticated";

GRANT INSERT ("code") ON TABLE "public"."party_classes" TO "authenticated";

REVOKE ALL ("kind") ON TABLE "public"."party_classes" FROM "authenticated";

GRANT INSERT ("kind") ON TABLE "public"."party_classes" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."party_classes" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."party_classes" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."party_classes" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."party_classes" TO "authenticated";

REVOKE ALL ("class_code") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("class_code") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("class_kind") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("class_kind") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("created_by") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("created_by") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("party_id") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("party_id") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("reason") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("reason") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("valid") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("valid"), UPDATE ("valid") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."party_classifications" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."party_classifications" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."party_external_ids" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."party_external_ids" TO "authenticated";

REVOKE ALL ("party_id") ON TABLE "public"."party_external_ids" FROM "authenticated";

GRANT INSERT ("party_id") ON TABLE "public"."party_external_ids" TO "authenticated";

REVOKE ALL ("system") ON TABLE "public"."party_external_ids" FROM "authenticated";

GRANT INSERT ("system"), UPDATE ("system") ON TABLE "public"."party_external_ids" TO "authenticated";

REVOKE ALL ("value") ON TABLE "public"."party_external_ids" FROM "authenticated";

GRANT INSERT ("value"), UPDATE ("value") ON TABLE "public"."party_external_ids" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."party_external_ids" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."party_external_ids" TO "authenticated";

REVOKE ALL ("from_party_id") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("from_party_id") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("from_role_code") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("from_role_code") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("title") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("title"), UPDATE ("title") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("to_party_id") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("to_party_id") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("to_role_code") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("to_role_code") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("type_code") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("type_code") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("valid") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("valid"), UPDATE ("valid") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."party_relationships" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."party_roles" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."party_roles" TO "authenticated";

REVOKE ALL ("party_id") ON TABLE "public"."party_roles" FROM "authenticated";

GRANT INSERT ("party_id") ON TABLE "public"."party_roles" TO "authenticated";

REVOKE ALL ("role_code") ON TABLE "public"."party_roles" FROM "authenticated";

GRANT INSERT ("role_code") ON TABLE "public"."party_roles" TO "authenticated";

REVOKE ALL ("valid") ON TABLE "public"."party_roles" FROM "authenticated";

GRANT INSERT ("valid"), UPDATE ("valid") ON TABLE "public"."party_roles" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."party_roles" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."party_roles" TO "authenticated";

REVOKE ALL ("code") ON TABLE "public"."role_types" FROM "authenticated";

GRANT INSERT ("code") ON TABLE "public"."role_types" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."role_types" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."role_types" TO "authenticated";

REVOKE ALL ("parent_code") ON TABLE "public"."role_types" FROM "authenticated";

GRANT INSERT ("parent_code"), UPDATE ("parent_code") ON TABLE "public"."role_types" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."role_types" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."role_types" TO "authenticated";

insert into public.party_classes ("code", "kind", "name", "workspace_id") values
  ('BLACKLIST', 'BLACKLIST', null, null),
  ('SIZE_LARGE', 'SIZE', null, null),
  ('SIZE_MEDIUM', 'SIZE', null, null),
  ('SIZE_MICRO', 'SIZE', null, null),
  ('SIZE_SMALL', 'SIZE', null, null),
  ('VALUE_A', 'VALUE', null, null),
  ('VALUE_B', 'VALUE', null, null),
  ('VALUE_C', 'VALUE', null, null)
on conflict ("code") do update set "kind" = excluded."kind", "name" = excluded."name", "workspace_id" = excluded."workspace_id";

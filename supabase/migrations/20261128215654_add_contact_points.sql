-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE TABLE "public"."contact_points" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "party_id" uuid NOT NULL, "value" text NOT NULL, "extension" text, "purposes" text[] NOT NULL DEFAULT '{}'::text[], "valid" daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL::date), "is_primary" boolean NOT NULL DEFAULT false, "verified_at" timestamp with time zone, "may_contact" boolean, "created_by" uuid, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "contact_points_pkey" PRIMARY KEY (id), CONSTRAINT "contact_points_purposes_check" CHECK ((purposes <@ ARRAY['PRIMARY_PHONE'::text, 'PHONE_WORK'::text, 'PHONE_MOBILE'::text, 'PHONE_HOME'::text, 'FAX_NUMBER'::text, 'PRIMARY_EMAIL'::text, 'BILLING_EMAIL'::text, 'MARKETING_EMAIL'::text, 'PRIMARY_WEB_URL'::text, 'LINKEDIN_URL'::text])), CONSTRAINT "contact_points_valid_check" CHECK ((NOT isempty(valid))));

ALTER TABLE "public"."contact_points" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."contact_points" OWNER TO "postgres";

CREATE TYPE "public"."contact_kind" AS ENUM ('email', 'phone', 'web');

ALTER TABLE "public"."contact_points" ADD COLUMN "kind" public.contact_kind NOT NULL;

ALTER TYPE "public"."contact_kind" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.contact_points_of(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'kind', c.kind, 'value', c.value, 'extension', c.extension, 'isPrimary', c.is_primary)
      order by c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.valid @> current_date
  );
end $function$;

ALTER FUNCTION "private"."contact_points_of"(uuid, uuid) OWNER TO "postgres";

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
    when 'web' then length(p_value) <= 2000 and p_value ~ '^https?://[^\s/]+'
  end;
end $function$;

ALTER FUNCTION "private"."is_contact_value"(public.contact_kind, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.prepare_contact_point()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
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

ALTER FUNCTION "private"."prepare_contact_point"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_contact_points()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'DELETE' then
    perform private.publish_parties(array(select distinct o.party_id from old_rows o));
  else
    perform private.publish_parties(array(select distinct n.party_id from new_rows n));
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."publish_contact_points"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_parties(p_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  batch record;
begin
  for batch in
    select p.workspace_id, count(*) as size, array_agg(p.id) as ids,
      jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'op', 'update', 'name', p.name)) as changes
    from public.parties p where p.id = any (p_ids)
    group by p.workspace_id order by p.workspace_id
  loop
    -- As with new parties: an import of many must not make every board read anew.
    if batch.size > 50 then
      batch.size := 0;
      batch.ids := '{}';
      batch.changes := '[]';
    end if;
    perform private.publish_batch(batch.workspace_id, 'party', batch.size, batch.ids, batch.changes);
  end loop;
end $function$;

ALTER FUNCTION "private"."publish_parties"(uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.add_contact_point(p_id uuid, p_workspace_id uuid, p_party_id uuid, p_kind public.contact_kind, p_value text, p_mutation_id uuid, p_extension text DEFAULT NULL::text, p_purposes text[] DEFAULT '{}'::text[], p_is_primary boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.contact_points
    (id, workspace_id, party_id, kind, value, extension, purposes, is_primary, created_by)
  values (p_id, p_workspace_id, p_party_id, p_kind, p_value, p_extension, p_purposes, p_is_primary,
    private.my_member_id(p_workspace_id));
end $function$;

ALTER FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.opportunity_people(p_id uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
    'customer', (
      select jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
        'contactPoints', private.contact_points_of(c.workspace_id, c.id))
      from public.parties c where c.id = o.customer_id
    ),
    'related', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'kind', p.kind, 'name', p.name, 'roles', r.role_codes, 'title', r.title,
        'contactPoints', private.contact_points_of(p.workspace_id, p.id))
        order by p.kind, p.match_name, p.id), '[]')
      from (
        select * from private.related_parties(o.workspace_id, o.customer_id) limit 100
      ) r
      join public.parties p on p.id = r.party_id
    ),
    'readers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email)
        order by m.name, m.id), '[]')
      from public.members m where m.id in (select private.reader_ids(o.workspace_id, o.topic))
    )
  )
  from public.opportunities o where o.id = p_id
$function$;

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_check" CHECK (((extension IS NULL) OR ((kind = 'phone'::public.contact_kind) AND (extension ~ '^\d{1,8}$'::text))));

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_workspace_id_created_by_fkey" FOREIGN KEY (workspace_id, created_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_workspace_id_party_id_kind_value_coalesce_v_excl" EXCLUDE USING gist (workspace_id WITH =, party_id WITH =, kind WITH =, value WITH =, COALESCE(extension, ''::text) WITH =, valid WITH &&);

CREATE INDEX contact_points_created_by ON public.contact_points USING btree (workspace_id, created_by);

CREATE INDEX contact_points_party ON public.contact_points USING btree (workspace_id, party_id);

CREATE UNIQUE INDEX contact_points_primary ON public.contact_points USING btree (workspace_id, party_id, kind) WHERE is_primary;

CREATE INDEX contact_points_value ON public.contact_points USING btree (workspace_id, kind, value);

CREATE TRIGGER prepare_contact_points BEFORE INSERT OR UPDATE ON public.contact_points FOR EACH ROW EXECUTE FUNCTION private.prepare_contact_point();

CREATE TRIGGER publish_contact_points_added AFTER INSERT ON public.contact_points REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_contact_points();

CREATE TRIGGER publish_contact_points_changed AFTER UPDATE ON public.contact_points REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_contact_points();

CREATE TRIGGER publish_contact_points_removed AFTER DELETE ON public.contact_points REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_contact_points();

CREATE TRIGGER record_contact_points_added AFTER INSERT ON public.contact_points REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_point');

CREATE TRIGGER record_contact_points_changed AFTER UPDATE ON public.contact_points REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_point');

CREATE TRIGGER record_contact_points_removed AFTER DELETE ON public.contact_points REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_point');

CREATE POLICY "Members add contact points" ON "public"."contact_points" FOR INSERT TO "authenticated" WITH CHECK (((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)) AND ((created_by IS NULL) OR (created_by IN ( SELECT private.my_member_ids() AS my_member_ids)))));

CREATE POLICY "Members change contact points" ON "public"."contact_points" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members read how parties can be reached" ON "public"."contact_points" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members remove contact points" ON "public"."contact_points" FOR DELETE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

COMMENT ON COLUMN "public"."contact_points"."extension" IS 'Digits to dial after the number.';

COMMENT ON COLUMN "public"."contact_points"."is_primary" IS 'The one of its kind to take first.';

COMMENT ON COLUMN "public"."contact_points"."may_contact" IS 'Whether the party allowed to be contacted here; null when it was never asked.';

COMMENT ON COLUMN "public"."contact_points"."verified_at" IS 'When its owner proved it; null until then.';

COMMENT ON FUNCTION "private"."contact_points_of"(uuid, uuid) IS 'How a party can be reached today: mail, then phone, then web, the one to take first at the front.';

COMMENT ON FUNCTION "private"."is_contact_value"(public.contact_kind, text) IS 'Whether a value is in the one spelling that is stored: e-mail in lower case, phone as E.164, web with its scheme.';

COMMENT ON FUNCTION "private"."prepare_contact_point"() IS 'Before insert and update: version; a new primary address takes the place of the old one.';

COMMENT ON FUNCTION "private"."publish_contact_points"() IS 'Statement trigger: their parties changed.';

COMMENT ON FUNCTION "private"."publish_parties"(uuid[]) IS 'Tells that something of these parties changed that is no field of theirs: who shows it reads it again.';

COMMENT ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) IS 'Notes a way to reach a party, from today on. May be repeated.';

COMMENT ON FUNCTION "public"."opportunity_people"(uuid) IS 'The customer of an opportunity, whom it is related to, a hundred at most, each with how to reach them, and the members who may see it; null when the caller may not.';

COMMENT ON TABLE "public"."contact_points" IS 'An address of a party, and when it holds: half-open periods that cannot overlap for the same address.';

COMMENT ON TYPE "public"."contact_kind" IS 'A way to reach somebody.';

REVOKE ALL ON FUNCTION "private"."contact_points_of"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."contact_points_of"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."contact_points_of"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."contact_points_of"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."contact_points_of"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_contact_value"(public.contact_kind, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_contact_value"(public.contact_kind, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_contact_value"(public.contact_kind, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_contact_value"(public.contact_kind, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_contact_value"(public.contact_kind, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."prepare_contact_point"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."prepare_contact_point"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prepare_contact_point"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_contact_points"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_contact_points"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_contact_points"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_parties"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_parties"(uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_parties"(uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_contact_point"(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean) TO "service_role";

REVOKE ALL ON TABLE "public"."contact_points" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ON TABLE "public"."contact_points" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."contact_points" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."contact_points" TO "service_role";

ALTER TABLE "public"."contact_points" ADD CONSTRAINT "contact_points_check1" CHECK (private.is_contact_value(kind, value));

REVOKE ALL ("created_by") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("created_by") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("extension") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("extension"), UPDATE ("extension") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("is_primary") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("is_primary"), UPDATE ("is_primary") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("kind") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("kind") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("may_contact") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("may_contact"), UPDATE ("may_contact") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("party_id") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("party_id") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("purposes") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("purposes"), UPDATE ("purposes") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("valid") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("valid"), UPDATE ("valid") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("value") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("value"), UPDATE ("value") ON TABLE "public"."contact_points" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."contact_points" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."contact_points" TO "authenticated";

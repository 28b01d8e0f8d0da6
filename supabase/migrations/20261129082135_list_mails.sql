-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP INDEX "public"."mails_workspace";

CREATE OR REPLACE FUNCTION public.list_mails(p_workspace_id uuid, p_limit integer, p_text text DEFAULT NULL::text, p_before_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_before_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  before_at timestamptz := coalesce(p_before_at, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  part text := lower(p_text);
begin
  if p_workspace_id not in (select private.my_workspace_ids('{marketing,admin}')) then
    raise exception 'forbidden';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', page.id, 'template', page.template, 'recipient', page.recipient, 'status', page.status,
      'isRepeated', page.is_repeated, 'lastError', page.last_error, 'createdAt', page.created_at,
      'sentAt', page.sent_at,
      'party', case when page.name is not null then jsonb_build_object('id', page.party_id, 'name', page.name) end)
      order by page.created_at desc, page.id desc), '[]')
    from (
      select m.*, p.name from public.mails m
      left join public.parties p on p.workspace_id = m.workspace_id and p.id = m.party_id
      where m.workspace_id = p_workspace_id and (m.created_at, m.id) < (before_at, before_id)
        and (part is null or strpos(m.recipient, part) > 0)
      order by m.created_at desc, m.id desc limit p_limit
    ) page
  );
end $function$;

ALTER FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) OWNER TO "postgres";

CREATE INDEX mails_workspace ON public.mails USING btree (workspace_id, created_at DESC, id DESC);

COMMENT ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) IS 'The mails of a workspace for marketing and admins, the latest first, below a place; found by a part of the address.';

REVOKE ALL ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) TO "service_role";

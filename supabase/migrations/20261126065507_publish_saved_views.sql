-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE OR REPLACE FUNCTION private.publish_saved_view()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one public.saved_views := case when tg_op = 'DELETE' then old else new end;
  was_shared boolean := tg_op <> 'INSERT' and old.is_shared;
  topic text := case when one.is_shared or was_shared
    then 'workspace:' || one.workspace_id else 'member:' || one.owner_id end;
begin
  -- A workspace that goes away takes its topics along: nobody is left to tell.
  if exists (select 1 from public.workspaces w where w.id = one.workspace_id) then
    perform private.publish(topic, one.workspace_id, private.next_seq(topic, one.workspace_id),
      'saved_view', array[one.id], '[]');
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."publish_saved_view"() OWNER TO "postgres";

CREATE TRIGGER publish_saved_views AFTER INSERT OR DELETE OR UPDATE ON public.saved_views FOR EACH ROW EXECUTE FUNCTION private.publish_saved_view();

COMMENT ON FUNCTION "private"."publish_saved_view"() IS 'Tells whoever may choose a view, or might until now, that it changed; not how: it is read again by whoever needs it.';

REVOKE ALL ON FUNCTION "private"."publish_saved_view"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_saved_view"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_saved_view"() TO "postgres";

-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE OR REPLACE FUNCTION private.prepare_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  elsif new.opportunity_id is null then
    new.topic := 'workspace:' || new.workspace_id;
  else
    -- Held until commit, as with communications.
    select o.topic into new.topic from public.opportunities o
    where o.workspace_id = new.workspace_id and o.id = new.opportunity_id for no key update;
    if new.topic is null then
      raise exception 'opportunity_not_found';
    end if;
  end if;
  -- Somebody of another workspace is for the foreign key to refuse.
  if (tg_op = 'INSERT' or new.assignee_id <> old.assignee_id)
    and exists (select 1 from public.members m where m.workspace_id = new.workspace_id and m.id = new.assignee_id)
    and new.assignee_id not in (select private.reader_ids(new.workspace_id, new.topic))
  then
    raise exception 'assignee_cannot_see';
  end if;
  if new.done_at is null then
    new.done_by := null;
  elsif tg_op = 'UPDATE' and old.done_at is not null then
    new.done_at := old.done_at;
    new.done_by := old.done_by;
  else
    new.done_at := now();
    new.done_by := private.my_member_id(new.workspace_id);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.opportunity_tasks(p_workspace_id uuid, p_opportunity_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  about public.opportunities;
begin
  select * into about from public.opportunities o
  where o.workspace_id = p_workspace_id and o.id = p_opportunity_id;
  if about.id is null then
    raise exception 'opportunity_not_found';
  end if;
  return jsonb_build_object(
    'readerIds', array(select private.reader_ids(p_workspace_id, about.topic)),
    'tasks', (
      select coalesce(jsonb_agg(private.task_fields(t) order by t.is_done, t.done_at desc, t.due_on, t.created_at, t.id), '[]')
      from (
        (select * from public.tasks t
         where t.workspace_id = p_workspace_id and t.opportunity_id = p_opportunity_id and not t.is_done
         order by t.due_on, t.created_at, t.id limit 100)
        union all
        (select * from public.tasks t
         where t.workspace_id = p_workspace_id and t.opportunity_id = p_opportunity_id and t.is_done
         order by t.done_at desc, t.id limit 5)
      ) t
    ));
end $function$;

ALTER FUNCTION "public"."opportunity_tasks"(uuid, uuid) OWNER TO "postgres";

COMMENT ON FUNCTION "private"."prepare_task"() IS 'Before insert and update: version, visibility, that whom it is for may see it, and who did it when. What is done stays done by whoever was first.';

COMMENT ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) IS 'What is to do about an opportunity, as `private.party_tasks` tells it of a party, and the members whom it may be given to.';

REVOKE ALL ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) TO "service_role";

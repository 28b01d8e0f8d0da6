-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP POLICY "Whoever reads a row reads its history" ON "public"."change_history";

CREATE TABLE "public"."tasks" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "party_id" uuid, "opportunity_id" uuid, "topic" text NOT NULL, "title" text NOT NULL, "note" text, "due_on" date, "assignee_id" uuid NOT NULL, "done_at" timestamp with time zone, "done_by" uuid, "created_by" uuid, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "tasks_check" CHECK ((num_nonnulls(party_id, opportunity_id) > 0)), CONSTRAINT "tasks_due_on_check" CHECK (((due_on >= '1900-01-01'::date) AND (due_on <= '2200-12-31'::date))), CONSTRAINT "tasks_note_check" CHECK ((length(note) <= 5000)), CONSTRAINT "tasks_pkey" PRIMARY KEY (id), CONSTRAINT "tasks_title_check" CHECK (((length(title) <= 200) AND (TRIM(BOTH FROM title) <> ''::text))));

ALTER TABLE "public"."tasks" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."tasks" OWNER TO "postgres";

ALTER TABLE "public"."tasks" ADD COLUMN "is_done" boolean GENERATED ALWAYS AS ((done_at IS NOT NULL)) STORED NOT NULL;

CREATE OR REPLACE FUNCTION private.feed_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  before public.tasks[];
  after public.tasks[];
begin
  if tg_op <> 'INSERT' then
    select array_agg(o::public.tasks) into before from old_rows o;
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(n::public.tasks) into after from new_rows n;
  end if;
  if before is not null or after is not null then
    perform private.publish_tasks(before, after);
  end if;
  return null;
end $function$;

ALTER FUNCTION "private"."feed_tasks"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.hold_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform 1 from public.tasks t
  where t.workspace_id = old.workspace_id and t.opportunity_id = old.id order by t.id for update;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $function$;

ALTER FUNCTION "private"."hold_tasks"() OWNER TO "postgres";

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
    or exists (select 1 from public.tasks t where t.workspace_id = p_workspace_id and t.party_id = p_party_id)
    or exists (select 1 from public.members m where m.workspace_id = p_workspace_id and m.party_id = p_party_id)
    or exists (select 1 from public.workspaces w where w.party_id = p_party_id)
$function$;

CREATE OR REPLACE FUNCTION private.lock_import(p_workspace_id uuid, p_import_id uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held bigint;
begin
  perform private.lock_parties(p_workspace_id);
  perform 1 from public.opportunities o
  where o.workspace_id = p_workspace_id and o.import_id = p_import_id order by o.id for update;
  get diagnostics held = row_count;
  perform 1 from public.communications c join public.opportunities o
    on o.workspace_id = c.workspace_id and o.id = c.opportunity_id
  where o.workspace_id = p_workspace_id and o.import_id = p_import_id order by c.id for update of c;
  perform 1 from public.tasks t join public.opportunities o
    on o.workspace_id = t.workspace_id and o.id = t.opportunity_id
  where o.workspace_id = p_workspace_id and o.import_id = p_import_id order by t.id for update of t;
  perform 1 from public.parties p
  where p.workspace_id = p_workspace_id and p.import_id = p_import_id order by p.id for update;
  -- Rows first, clocks last, and these in everybody's order: several statements follow.
  perform 1 from public.topic_clocks c
  where c.topic = 'workspace:' || p_workspace_id or c.topic in (
    select o.topic from public.opportunities o
    where o.workspace_id = p_workspace_id and o.import_id = p_import_id)
  order by c.topic not like 'workspace:%', c.topic for no key update;
  return held;
end $function$;

CREATE OR REPLACE FUNCTION private.party_tasks(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  opportunity_ids uuid[] := array(
    select o.id from public.opportunities o
    where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id));
begin
  return (
    select coalesce(jsonb_agg(private.task_fields(t) order by t.is_done, t.done_at desc, t.due_on, t.created_at, t.id), '[]')
    from (
      (select * from public.tasks t
       where t.workspace_id = p_workspace_id and not t.is_done
         and (t.party_id = p_party_id or t.opportunity_id = any (opportunity_ids))
       order by t.due_on, t.created_at, t.id limit 100)
      union all
      (select * from public.tasks t
       where t.workspace_id = p_workspace_id and t.is_done
         and (t.party_id = p_party_id or t.opportunity_id = any (opportunity_ids))
       order by t.done_at desc, t.id limit 5)
    ) t
  );
end $function$;

ALTER FUNCTION "private"."party_tasks"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.pass_topic_to_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.tasks t set topic = n.topic
  from new_rows n join old_rows o on o.id = n.id
  where n.topic <> o.topic and t.workspace_id = n.workspace_id and t.opportunity_id = n.id;
  return null;
end $function$;

ALTER FUNCTION "private"."pass_topic_to_tasks"() OWNER TO "postgres";

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

ALTER FUNCTION "private"."prepare_task"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.publish_tasks(p_before public.tasks[], p_after public.tasks[])
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
      select (b).topic, 'leave' as op, coalesce((a).version, (b).version) as version, b as t
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, case when (b).topic = (a).topic then 'update' else 'enter' end, (a).version, a
      from pairs where (a).id is not null
    )
    select e.topic, (e.t).workspace_id, count(*) as size, array_agg((e.t).id) as ids,
      jsonb_agg(jsonb_build_object('id', (e.t).id, 'version', e.version, 'op', e.op)) as changes
    from effects e join public.workspaces w on w.id = (e.t).workspace_id
    group by e.topic, (e.t).workspace_id
    order by e.topic not like 'workspace:%', e.topic
  loop
    -- Boards show no tasks: too many to name are none to them, and no reason to read anew.
    perform private.publish(batch.topic, batch.workspace_id, private.next_seq(batch.topic, batch.workspace_id), 'task',
      case when batch.size <= 50 then batch.ids else '{}' end, case when batch.size <= 50 then batch.changes end);
  end loop;
end $function$;

ALTER FUNCTION "private"."publish_tasks"(public.tasks[], public.tasks[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.refuse_task(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if exists (select 1 from public.tasks t where t.id = p_id) then
    raise exception 'forbidden';
  end if;
  raise exception 'task_not_found';
end $function$;

ALTER FUNCTION "private"."refuse_task"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.task_fields(p_task public.tasks)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'id', p_task.id, 'version', p_task.version, 'title', p_task.title, 'note', p_task.note, 'dueOn', p_task.due_on,
    'partyId', p_task.party_id, 'assigneeId', p_task.assignee_id, 'createdById', p_task.created_by, 'doneAt', p_task.done_at,
    'opportunity', (
      select jsonb_build_object('id', o.id, 'name', o.name)
      from public.opportunities o where o.id = p_task.opportunity_id));
end $function$;

ALTER FUNCTION "private"."task_fields"(public.tasks) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.add_task(p_id uuid, p_workspace_id uuid, p_title text, p_assignee_id uuid, p_mutation_id uuid, p_party_id uuid DEFAULT NULL::uuid, p_opportunity_id uuid DEFAULT NULL::uuid, p_due_on date DEFAULT NULL::date, p_note text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  if p_opportunity_id is not null and not exists (
    select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.id = p_opportunity_id
  ) then
    raise exception 'opportunity_not_found';
  end if;
  insert into public.tasks (id, workspace_id, party_id, opportunity_id, title, note, due_on, assignee_id, created_by)
  values (p_id, p_workspace_id, p_party_id, p_opportunity_id, p_title, p_note, p_due_on, p_assignee_id,
    private.my_member_id(p_workspace_id));
end $function$;

ALTER FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.delete_task(p_id uuid, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    delete from public.tasks t where t.id = p_id;
    if not found then
      perform private.refuse_task(p_id);
    end if;
  end if;
end $function$;

ALTER FUNCTION "public"."delete_task"(uuid, uuid) OWNER TO "postgres";

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
    'tasks', private.party_tasks(p_workspace_id, p_party_id),
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
      'task', (select t.title from public.tasks t where h.entity = 'task' and t.id = h.entity_id),
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

CREATE OR REPLACE FUNCTION public.undo_import(p_import_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET statement_timeout TO '120s'
AS $function$
declare
  import public.imports;
  held bigint;
  removed bigint;
begin
  select * into import from public.imports i where i.id = p_import_id for update;
  if not found then
    raise exception 'import_not_found';
  end if;
  if import.status <> 'done' then
    return jsonb_build_object('status', import.status, 'rowCount', 0);
  end if;
  held := private.lock_import(import.workspace_id, p_import_id);
  -- All at once: left to the foreign key, each card would tell of its communications and tasks by itself.
  delete from public.communications c using public.opportunities o
  where o.workspace_id = import.workspace_id and o.import_id = p_import_id
    and c.workspace_id = o.workspace_id and c.opportunity_id = o.id;
  delete from public.tasks t using public.opportunities o
  where o.workspace_id = import.workspace_id and o.import_id = p_import_id
    and t.workspace_id = o.workspace_id and t.opportunity_id = o.id;
  delete from public.opportunities o where o.workspace_id = import.workspace_id and o.import_id = p_import_id;
  get diagnostics removed = row_count;
  if removed < held then
    raise exception 'forbidden' using hint = 'A card of this import has become private to someone or went to another team.';
  end if;
  -- Customers that someone meanwhile works with stay.
  delete from public.parties p
  where p.workspace_id = import.workspace_id and p.import_id = p_import_id
    and not private.is_party_used(p.workspace_id, p.id);
  update public.imports i set status = 'undone', finished_at = now() where i.id = p_import_id;
  return jsonb_build_object('status', 'undone', 'rowCount', removed);
end $function$;

CREATE OR REPLACE FUNCTION public.update_task(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  current public.tasks;
  wanted public.tasks;
  clashes jsonb;
begin
  select * into current from public.tasks t where t.id = p_id for update;
  if current.id is null then
    perform private.refuse_task(p_id);
  end if;
  if private.is_repeated(p_mutation_id) then
    return jsonb_build_object('status', 'saved', 'task', private.task_fields(current));
  end if;
  wanted := jsonb_populate_record(current, p_patch);
  if current.version > p_version then
    clashes := private.clashes(p_id, p_version, p_patch, to_jsonb(current), to_jsonb(wanted));
    if clashes is not null then
      return jsonb_build_object('status', 'conflict', 'fields', clashes, 'task', private.task_fields(current));
    end if;
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  update public.tasks t set
    title = wanted.title, note = wanted.note, due_on = wanted.due_on, assignee_id = wanted.assignee_id,
    done_at = case when wanted.is_done then coalesce(t.done_at, now()) end
  where t.id = p_id
  returning t.* into current;
  return jsonb_build_object('status', 'saved', 'task', private.task_fields(current));
end $function$;

ALTER FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) OWNER TO "postgres";

ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_workspace_id_assignee_id_fkey" FOREIGN KEY (workspace_id, assignee_id) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_workspace_id_created_by_fkey" FOREIGN KEY (workspace_id, created_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_workspace_id_done_by_fkey" FOREIGN KEY (workspace_id, done_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_workspace_id_opportunity_id_fkey" FOREIGN KEY (workspace_id, opportunity_id) REFERENCES public.opportunities(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id);

CREATE INDEX tasks_assignee ON public.tasks USING btree (workspace_id, assignee_id);

CREATE INDEX tasks_created_by ON public.tasks USING btree (workspace_id, created_by);

CREATE INDEX tasks_done_by ON public.tasks USING btree (workspace_id, done_by);

CREATE INDEX tasks_opportunity ON public.tasks USING btree (workspace_id, opportunity_id);

CREATE INDEX tasks_party ON public.tasks USING btree (workspace_id, party_id);

CREATE INDEX tasks_topic ON public.tasks USING btree (topic);

CREATE TRIGGER carry_topic_to_tasks AFTER UPDATE ON public.opportunities REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.pass_topic_to_tasks();

CREATE TRIGGER hold_tasks BEFORE DELETE OR UPDATE OF owner_id, team_id, is_private ON public.opportunities FOR EACH ROW EXECUTE FUNCTION private.hold_tasks();

CREATE TRIGGER feed_tasks_added AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.feed_tasks();

CREATE TRIGGER feed_tasks_changed AFTER UPDATE ON public.tasks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.feed_tasks();

CREATE TRIGGER feed_tasks_removed AFTER DELETE ON public.tasks REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.feed_tasks();

CREATE TRIGGER prepare_tasks BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION private.prepare_task();

CREATE TRIGGER record_tasks_added AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('task', 'party_id');

CREATE TRIGGER record_tasks_changed AFTER UPDATE ON public.tasks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('task', 'party_id');

CREATE TRIGGER record_tasks_removed AFTER DELETE ON public.tasks REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('task', 'party_id');

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
    WHEN 'task'::text THEN ((EXISTS ( SELECT 1
       FROM public.tasks t
      WHERE (t.id = change_history.entity_id))) OR ((op = 'delete'::text) AND (NOT (changes ? 'opportunity_id'::text)) AND (workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))))
    ELSE (workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids))
END);

CREATE POLICY "Assignees, creators, managers and admins remove tasks" ON "public"."tasks" FOR DELETE TO "authenticated" USING (((topic IN ( SELECT private.my_topics('{manager,admin}'::public.access_role[]) AS my_topics)) OR ((topic IN ( SELECT private.my_topics() AS my_topics)) AND ((assignee_id IN ( SELECT private.my_member_ids() AS my_member_ids)) OR (created_by IN ( SELECT private.my_member_ids() AS my_member_ids))))));

CREATE POLICY "Members add tasks under their own name where they may see them" ON "public"."tasks" FOR INSERT TO "authenticated" WITH CHECK (((topic IN ( SELECT private.my_topics() AS my_topics)) AND (created_by IN ( SELECT private.my_member_ids() AS my_member_ids))));

CREATE POLICY "Members change tasks they may see" ON "public"."tasks" FOR UPDATE TO "authenticated" USING ((topic IN ( SELECT private.my_topics() AS my_topics))) WITH CHECK ((topic IN ( SELECT private.my_topics() AS my_topics)));

CREATE POLICY "Members read the tasks of topics they may see" ON "public"."tasks" FOR SELECT TO "authenticated" USING ((topic IN ( SELECT private.my_topics() AS my_topics)));

COMMENT ON COLUMN "public"."tasks"."done_at" IS 'When it was done, told by the database; null while it is open.';

COMMENT ON COLUMN "public"."tasks"."due_on" IS 'The last day on which it is in time; null when any day is.';

COMMENT ON COLUMN "public"."tasks"."topic" IS 'The visibility of its opportunity, kept equal by the database; without one, the workspace.';

COMMENT ON FUNCTION "private"."feed_tasks"() IS 'Statement trigger: hands tasks to the feed.';

COMMENT ON FUNCTION "private"."hold_tasks"() IS 'Before an opportunity takes its tasks along: rows first, since its communications take clocks before the tasks come.';

COMMENT ON FUNCTION "private"."party_tasks"(uuid, uuid) IS 'What is to do about a party, or about an opportunity of it that the caller may see: 100 at most, those due first before, those of any day last; then the last five that were done.';

COMMENT ON FUNCTION "private"."pass_topic_to_tasks"() IS 'An opportunity takes its tasks along when its visibility changes.';

COMMENT ON FUNCTION "private"."prepare_task"() IS 'Before insert and update: version, visibility, and who did it when. What is done stays done by whoever was first.';

COMMENT ON FUNCTION "private"."publish_tasks"(public.tasks[], public.tasks[]) IS 'Rows before and after, matched by id: one number and one event a topic. A task that changes its visibility leaves one and enters another.';

COMMENT ON FUNCTION "private"."refuse_task"(uuid) IS 'Why nothing was written: the caller may only read it, or it is gone or out of their sight.';

COMMENT ON FUNCTION "private"."task_fields"(public.tasks) IS 'What a page shows of a task; `partyTask` in domain/task-answers.ts reads it.';

COMMENT ON FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) IS 'A new task about a party, an opportunity that the caller sees, or both. May be repeated.';

COMMENT ON FUNCTION "public"."delete_task"(uuid, uuid) IS 'Removes a task; its history keeps it.';

COMMENT ON FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) IS 'Edits fields based on a version; `is_done` does it or opens it again. Fields nobody else touched since are saved; others come back as a conflict with base, yours and theirs, and nothing is written. May be repeated.';

COMMENT ON TABLE "public"."tasks" IS 'Something to do by a date, for a member.';

REVOKE ALL ON FUNCTION "private"."feed_tasks"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."feed_tasks"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."feed_tasks"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."hold_tasks"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."hold_tasks"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_tasks"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."party_tasks"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."party_tasks"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."party_tasks"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_tasks"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."party_tasks"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."pass_topic_to_tasks"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."pass_topic_to_tasks"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."pass_topic_to_tasks"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."prepare_task"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."prepare_task"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."prepare_task"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_tasks"(public.tasks[], public.tasks[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_tasks"(public.tasks[], public.tasks[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_tasks"(public.tasks[], public.tasks[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."refuse_task"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."refuse_task"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."refuse_task"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."refuse_task"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."refuse_task"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."task_fields"(public.tasks) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."task_fields"(public.tasks) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."task_fields"(public.tasks) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."task_fields"(public.tasks) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."task_fields"(public.tasks) TO "service_role";

REVOKE ALL ON FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."add_task"(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."delete_task"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."delete_task"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."delete_task"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."delete_task"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."delete_task"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_task"(uuid, bigint, jsonb, uuid) TO "service_role";

REVOKE ALL ON TABLE "public"."tasks" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ON TABLE "public"."tasks" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."tasks" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."tasks" TO "service_role";

REVOKE ALL ("assignee_id") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("assignee_id"), UPDATE ("assignee_id") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("created_by") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("created_by") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("done_at") ON TABLE "public"."tasks" FROM "authenticated";

GRANT UPDATE ("done_at") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("due_on") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("due_on"), UPDATE ("due_on") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("note") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("note"), UPDATE ("note") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("opportunity_id") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("opportunity_id") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("party_id") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("party_id") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("title") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("title"), UPDATE ("title") ON TABLE "public"."tasks" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."tasks" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."tasks" TO "authenticated";

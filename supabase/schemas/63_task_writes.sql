-- How tasks are added, edited, done and removed: each call is one transaction and may be repeated.

create function private.task_fields(p_task public.tasks) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', p_task.id, 'version', p_task.version, 'title', p_task.title, 'note', p_task.note, 'dueOn', p_task.due_on,
    'partyId', p_task.party_id, 'assigneeId', p_task.assignee_id, 'createdById', p_task.created_by, 'doneAt', p_task.done_at,
    'opportunity', (
      select jsonb_build_object('id', o.id, 'name', o.name)
      from public.opportunities o where o.id = p_task.opportunity_id));
end $$;
comment on function private.task_fields(public.tasks) is
  'What a page shows of a task; `partyTask` in domain/task-answers.ts reads it.';
grant execute on function private.task_fields(public.tasks) to authenticated, service_role;

create function public.add_task(
  p_id uuid, p_workspace_id uuid, p_title text, p_assignee_id uuid, p_mutation_id uuid,
  p_party_id uuid default null, p_opportunity_id uuid default null, p_due_on date default null,
  p_note text default null
) returns void
language plpgsql set search_path = '' as $$
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
end $$;
comment on function public.add_task(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text) is
  'A new task about a party, an opportunity that the caller sees, or both. May be repeated.';

create function private.refuse_task(p_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select 1 from public.tasks t where t.id = p_id) then
    raise exception 'forbidden';
  end if;
  raise exception 'task_not_found';
end $$;
comment on function private.refuse_task(uuid) is
  'Why nothing was written: the caller may only read it, or it is gone or out of their sight.';
grant execute on function private.refuse_task(uuid) to authenticated, service_role;

create function public.update_task(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
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
end $$;
comment on function public.update_task(uuid, bigint, jsonb, uuid) is
  'Edits fields based on a version; `is_done` does it or opens it again. Fields nobody else touched since are saved; others come back as a conflict with base, yours and theirs, and nothing is written. May be repeated.';

create function public.delete_task(p_id uuid, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    delete from public.tasks t where t.id = p_id;
    if not found then
      perform private.refuse_task(p_id);
    end if;
  end if;
end $$;
comment on function public.delete_task(uuid, uuid) is 'Removes a task; its history keeps it.';

create function public.opportunity_tasks(p_workspace_id uuid, p_opportunity_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
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
end $$;
comment on function public.opportunity_tasks(uuid, uuid) is
  'What is to do about an opportunity, as `private.party_tasks` tells it of a party, and the members whom it may be given to.';

grant execute on function
  public.opportunity_tasks(uuid, uuid),
  public.add_task(uuid, uuid, text, uuid, uuid, uuid, uuid, date, text),
  public.update_task(uuid, bigint, jsonb, uuid),
  public.delete_task(uuid, uuid)
  to authenticated;

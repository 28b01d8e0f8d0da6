-- A task is something to do by a date, for a member, about a party, an opportunity, or both.

create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid,
  opportunity_id uuid,
  topic text not null,
  title text not null check (length(title) <= 200 and trim(title) <> ''),
  note text check (length(note) <= 5000),
  due_on date check (due_on between '1900-01-01' and '2200-12-31'),
  assignee_id uuid not null,
  done_at timestamptz,
  done_by uuid,
  is_done boolean not null generated always as (done_at is not null) stored,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(party_id, opportunity_id) > 0),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id),
  -- Left without its opportunity, one that few could see would be open to all.
  foreign key (workspace_id, opportunity_id) references public.opportunities (workspace_id, id) on delete cascade,
  foreign key (workspace_id, assignee_id) references public.members (workspace_id, id),
  foreign key (workspace_id, done_by) references public.members (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.tasks is 'Something to do by a date, for a member.';
comment on column public.tasks.topic is
  'The visibility of its opportunity, kept equal by the database; without one, the workspace.';
comment on column public.tasks.due_on is 'The last day on which it is in time; null when any day is.';
comment on column public.tasks.done_at is 'When it was done, told by the database; null while it is open.';
create index tasks_party on public.tasks (workspace_id, party_id);
create index tasks_opportunity on public.tasks (workspace_id, opportunity_id);
create index tasks_assignee on public.tasks (workspace_id, assignee_id);
create index tasks_done_by on public.tasks (workspace_id, done_by);
create index tasks_created_by on public.tasks (workspace_id, created_by);
create index tasks_topic on public.tasks (topic);

create function private.prepare_task() returns trigger
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.prepare_task() is
  'Before insert and update: version, visibility, that whom it is for may see it, and who did it when. What is done stays done by whoever was first.';
create trigger prepare_tasks before insert or update on public.tasks
  for each row execute function private.prepare_task();

create function private.hold_tasks() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.tasks t
  where t.workspace_id = old.workspace_id and t.opportunity_id = old.id order by t.id for update;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
comment on function private.hold_tasks() is
  'Before an opportunity takes its tasks along: rows first, since its communications take clocks before the tasks come.';
create trigger hold_tasks before update of owner_id, team_id, is_private or delete on public.opportunities
  for each row execute function private.hold_tasks();

create function private.pass_topic_to_tasks() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.tasks t set topic = n.topic
  from new_rows n join old_rows o on o.id = n.id
  where n.topic <> o.topic and t.workspace_id = n.workspace_id and t.opportunity_id = n.id;
  return null;
end $$;
comment on function private.pass_topic_to_tasks() is 'An opportunity takes its tasks along when its visibility changes.';
create trigger carry_topic_to_tasks after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.pass_topic_to_tasks();

create function private.publish_tasks(p_before public.tasks[], p_after public.tasks[]) returns void
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.publish_tasks(public.tasks[], public.tasks[]) is
  'Rows before and after, matched by id: one number and one event a topic. A task that changes its visibility leaves one and enters another.';

create function private.feed_tasks() returns trigger
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.feed_tasks() is 'Statement trigger: hands tasks to the feed.';
create trigger feed_tasks_added after insert on public.tasks
  referencing new table as new_rows for each statement execute function private.feed_tasks();
create trigger feed_tasks_changed after update on public.tasks
  referencing old table as old_rows new table as new_rows for each statement execute function private.feed_tasks();
create trigger feed_tasks_removed after delete on public.tasks
  referencing old table as old_rows for each statement execute function private.feed_tasks();

create trigger record_tasks_added after insert on public.tasks
  referencing new table as new_rows for each statement execute function private.write_history('task', 'party_id');
create trigger record_tasks_changed after update on public.tasks
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('task', 'party_id');
create trigger record_tasks_removed after delete on public.tasks
  referencing old table as old_rows for each statement execute function private.write_history('task', 'party_id');

alter table public.tasks enable row level security;
create policy "Members read the tasks of topics they may see" on public.tasks
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Members add tasks under their own name where they may see them" on public.tasks
  for insert to authenticated
  with check (topic in (select private.my_topics()) and created_by in (select private.my_member_ids()));
create policy "Members change tasks they may see" on public.tasks
  for update to authenticated
  using (topic in (select private.my_topics()))
  with check (topic in (select private.my_topics()));
create policy "Assignees, creators, managers and admins remove tasks" on public.tasks
  for delete to authenticated
  using (
    topic in (select private.my_topics('{manager,admin}'))
    or (
      topic in (select private.my_topics())
      and (assignee_id in (select private.my_member_ids()) or created_by in (select private.my_member_ids()))
    )
  );
grant select, delete on public.tasks to authenticated;
grant insert (id, workspace_id, party_id, opportunity_id, title, note, due_on, assignee_id, created_by)
  on public.tasks to authenticated;
grant update (title, note, due_on, assignee_id, done_at) on public.tasks to authenticated;
grant all on public.tasks to service_role;

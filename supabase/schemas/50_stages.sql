-- Stages are the steps of a workspace's pipeline. Their kind says whether a sale is open, won or lost.

create type public.stage_kind as enum ('open', 'won', 'lost');
comment on type public.stage_kind is 'What a stage means for a sale.';

create table public.stages (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (length(name) <= 100 and trim(name) <> ''),
  position integer not null,
  kind public.stage_kind not null default 'open',
  probability smallint not null default 0 check (probability between 0 and 100),
  rot_days smallint check (rot_days between 1 and 3650),
  retired_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (kind <> 'won' or probability = 100),
  check (kind <> 'lost' or probability = 0)
);
comment on table public.stages is 'The steps of a workspace''s pipeline, in order.';
comment on column public.stages.probability is 'Percent; used unless an opportunity has its own.';
comment on column public.stages.rot_days is 'Days without movement after which a card counts as rotten; null means never.';
comment on column public.stages.retired_at is 'No longer on the board; histories keep its name.';
create index stages_workspace on public.stages (workspace_id, position);

create trigger touch_stages before update on public.stages
  for each row execute function private.touch_row();
create trigger publish_stages_added after insert on public.stages
  referencing new table as new_rows for each statement
  execute function private.publish_workspace_rows('stage');
create trigger publish_stages_changed after update on public.stages
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('stage');
create trigger publish_stages_removed after delete on public.stages
  referencing old table as old_rows for each statement
  execute function private.publish_workspace_rows('stage');
create trigger record_stages_added after insert on public.stages
  referencing new table as new_rows for each statement execute function private.write_history('stage');
create trigger record_stages_changed after update on public.stages
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('stage');
create trigger record_stages_removed after delete on public.stages
  referencing old table as old_rows for each statement execute function private.write_history('stage');

alter table public.stages enable row level security;
create policy "Members read the stages of their workspaces" on public.stages for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins add stages" on public.stages for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Admins change stages" on public.stages for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
grant select, insert on public.stages to authenticated;
grant update (name, position, kind, probability, rot_days) on public.stages to authenticated;
grant all on public.stages to service_role;

create function public.reorder_stages(p_workspace_id uuid, p_stage_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  if p_workspace_id not in (select private.my_workspace_ids('{admin}')) then
    raise exception 'forbidden';
  end if;
  -- Two admins who reorder at once lock the stages in one order.
  perform 1 from public.stages s where s.workspace_id = p_workspace_id order by s.id for no key update;
  update public.stages s set position = o.place
  from unnest(p_stage_ids) with ordinality as o (id, place)
  where s.workspace_id = p_workspace_id and s.id = o.id and s.position <> o.place;
end $$;
comment on function public.reorder_stages(uuid, uuid[]) is 'Gives the stages the order of the array. Admins only.';
grant execute on function public.reorder_stages(uuid, uuid[]) to authenticated;

-- Changing the pipeline while people work in it.

create function private.guard_stage() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.kind = old.kind then
    return new;
  end if;
  -- Whoever is putting a card there now is waited for.
  perform private.lock_columns(array[old.id]);
  if exists (select 1 from public.opportunities o where o.workspace_id = old.workspace_id and o.stage_id = old.id)
  then
    raise exception 'stage_in_use' using hint = 'Move its opportunities to another stage first.';
  end if;
  return new;
end $$;
comment on function private.guard_stage() is 'A stage that holds opportunities keeps its kind: they would close or reopen unseen.';
create trigger guard_stages before update of kind on public.stages
  for each row execute function private.guard_stage();

create function private.retire_stage(p_stage_id uuid, p_move_to uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  retiring public.stages;
  target public.stages;
  moving uuid;
  ids uuid[] := '{}';
  ranks text[] := '{}';
  last_rank text;
begin
  select * into retiring from public.stages s
  where s.id = p_stage_id and s.retired_at is null
    and s.workspace_id in (select private.my_workspace_ids('{admin}'));
  select * into target from public.stages s
  where s.id = p_move_to and s.id <> p_stage_id and s.retired_at is null and s.workspace_id = retiring.workspace_id;
  if retiring.id is null or target.id is null then
    raise exception 'stage_not_found';
  end if;
  -- One retirement at a time: two together could leave a workspace without an open stage.
  perform 1 from public.workspaces w where w.id = retiring.workspace_id for no key update;
  if retiring.kind = 'open' and not exists (
    select 1 from public.stages s where s.workspace_id = retiring.workspace_id and s.id <> p_stage_id
      and s.kind = 'open' and s.retired_at is null
  ) then
    raise exception 'last_open_stage';
  end if;
  -- Both columns, then the cards, and the clocks last: the order in which everyone waits.
  perform private.lock_columns(array[p_stage_id, p_move_to]);
  last_rank := private.neighbour_rank(p_move_to, null, false);
  for moving in
    select o.id from public.opportunities o
    where o.workspace_id = retiring.workspace_id and o.stage_id = p_stage_id order by o.rank for no key update
  loop
    last_rank := private.rank_between(last_rank, null);
    ids := ids || moving;
    ranks := ranks || last_rank;
  end loop;
  update public.stages s set retired_at = now() where s.id = p_stage_id;
  update public.opportunities o set stage_id = p_move_to, rank = place.rank
  from unnest(ids, ranks) as place (id, rank) where o.id = place.id;
end $$;
comment on function private.retire_stage(uuid, uuid) is
  'Definer, because an admin also moves cards that are private to others and stay unseen.';
grant execute on function private.retire_stage(uuid, uuid) to authenticated;

create function public.retire_stage(p_stage_id uuid, p_move_to uuid) returns void
language sql set search_path = '' set statement_timeout = '120s' as $$ select private.retire_stage(p_stage_id, p_move_to) $$;
comment on function public.retire_stage(uuid, uuid) is
  'Takes a stage off the board; its opportunities move to the end of another. Admins only.';
grant execute on function public.retire_stage(uuid, uuid) to authenticated;

-- A file becomes opportunities in two steps: its rows are staged piece by piece, which shows
-- progress and survives a lost connection, then taken over in one transaction. And undone in one.

create type public.import_status as enum ('staged', 'done', 'undone');
comment on type public.import_status is 'How far an import has come.';

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  member_id uuid not null,
  team_id uuid,
  file_name text not null check (length(file_name) between 1 and 300),
  status public.import_status not null default 'staged',
  row_count integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, member_id) references public.members (workspace_id, id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id) on delete set null (team_id)
);
comment on table public.imports is 'One file that a member brought in.';
create index imports_member on public.imports (workspace_id, member_id);
create index imports_team on public.imports (workspace_id, team_id);

create table public.import_rows (
  import_id uuid not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  row_number integer not null check (row_number between 1 and 1000000),
  data jsonb not null check (pg_column_size(data) <= 64000),
  primary key (import_id, row_number),
  foreign key (workspace_id, import_id) references public.imports (workspace_id, id) on delete cascade
);
comment on table public.import_rows is 'Checked rows that wait to be taken over; emptied when that is done.';
comment on column public.import_rows.data is 'An `importRow` of domain/import-row.ts.';
create index import_rows_import on public.import_rows (workspace_id, import_id);

alter table public.parties add constraint parties_import_fkey
  foreign key (workspace_id, import_id) references public.imports (workspace_id, id);
alter table public.opportunities add constraint opportunities_import_fkey
  foreign key (workspace_id, import_id) references public.imports (workspace_id, id);
create index parties_of_import on public.parties (workspace_id, import_id);
create index opportunities_of_import on public.opportunities (workspace_id, import_id);

alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
create policy "Members read their imports, admins all" on public.imports for select to authenticated
  using (member_id in (select private.my_member_ids())
    or workspace_id in (select private.my_workspace_ids('{admin}')));
create policy "Sales members begin imports of their own" on public.imports for insert to authenticated
  with check (member_id in (select private.my_member_ids())
    and workspace_id in (select private.my_workspace_ids('{rep,manager,admin}')));
create policy "Members finish their imports, admins all" on public.imports for update to authenticated
  using (member_id in (select private.my_member_ids())
    or workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (member_id in (select private.my_member_ids())
    or workspace_id in (select private.my_workspace_ids('{admin}')));
create function private.guard_import() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (old.status, new.status) not in (('staged', 'done'), ('done', 'undone')) or new.row_count < 0 then
    raise exception 'forbidden';
  end if;
  return new;
end $$;
comment on function private.guard_import() is 'An import is taken over once and undone once, in this order.';
create trigger guard_imports before update on public.imports
  for each row execute function private.guard_import();

create policy "Members discard their staged imports" on public.imports for delete to authenticated
  using (status = 'staged' and member_id in (select private.my_member_ids()));
create policy "Members read the staged rows of their imports" on public.import_rows for select to authenticated
  using (exists (select 1 from public.imports i where i.id = import_id));
create policy "Members stage rows in their own imports" on public.import_rows for insert to authenticated
  with check (exists (
    select 1 from public.imports i where i.id = import_id and i.status = 'staged'
      and i.member_id in (select private.my_member_ids())));
create policy "Members empty their imports, admins all" on public.import_rows for delete to authenticated
  using (exists (
    select 1 from public.imports i where i.id = import_id
      and (i.member_id in (select private.my_member_ids())
        or i.workspace_id in (select private.my_workspace_ids('{admin}')))));
grant select, delete on public.imports to authenticated;
grant insert (id, workspace_id, member_id, team_id, file_name) on public.imports to authenticated;
grant update (status, row_count, finished_at) on public.imports to authenticated;
grant select, insert, delete on public.import_rows to authenticated;
grant all on public.imports, public.import_rows to service_role;

create function public.begin_import(p_id uuid, p_workspace_id uuid, p_file_name text, p_team_id uuid default null)
returns void
language sql set search_path = '' as $$
  insert into public.imports (id, workspace_id, member_id, team_id, file_name)
  values (p_id, p_workspace_id, private.my_member_id(p_workspace_id), p_team_id, p_file_name)
  on conflict (id) do nothing
$$;
comment on function public.begin_import(uuid, uuid, text, uuid) is 'Opens an import of the caller. May be repeated.';

create function public.stage_import_rows(p_import_id uuid, p_rows jsonb) returns bigint
language sql set search_path = '' as $$
  insert into public.import_rows (import_id, workspace_id, row_number, data)
  select i.id, i.workspace_id, (r ->> 'rowNumber')::integer, r
  from public.imports i cross join jsonb_array_elements(p_rows) r
  where i.id = p_import_id and i.status = 'staged'
  on conflict (import_id, row_number) do nothing;
  select count(*) from public.import_rows r where r.import_id = p_import_id
$$;
comment on function public.stage_import_rows(uuid, jsonb) is
  'Adds a piece of the file and returns how many rows wait. A piece sent twice counts once.';

create function private.add_import_parties(p_import public.imports) returns void
language plpgsql set search_path = '' as $$
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
end $$;
comment on function private.add_import_parties(public.imports) is
  'Adds the customers and contacts that the workspace does not know yet; known names are used as they are.';
grant execute on function private.add_import_parties(public.imports) to authenticated;

-- A file of 50,000 rows takes longer than one request of the API may: the limit below is that of
-- the whole call, and PostgREST takes it over from the function.
create function public.finish_import(p_import_id uuid) returns jsonb
language plpgsql set search_path = '' set statement_timeout = '120s' as $$
declare
  import public.imports;
  me uuid;
  added bigint;
begin
  select * into import from public.imports i where i.id = p_import_id for update;
  if not found then
    raise exception 'import_not_found';
  end if;
  if import.status <> 'staged' then
    return jsonb_build_object('status', import.status, 'rowCount', import.row_count);
  end if;
  me := private.my_member_id(import.workspace_id);
  -- Columns first, then parties, clocks last: the order in which everyone waits.
  perform private.lock_columns(array(
    select distinct (r.data ->> 'stageId')::uuid from public.import_rows r where r.import_id = p_import_id));
  perform private.lock_parties(import.workspace_id);
  perform private.add_import_parties(import);

  create temporary table import_plan on commit drop as
  select r.row_number, r.data, gen_random_uuid() as id, c.id as customer_id, k.id as contact_id
  from public.import_rows r
  join lateral (
    select p.id from public.parties p
    where p.workspace_id = import.workspace_id and p.kind = (r.data ->> 'customerKind')::public.party_kind
      and p.match_name = lower(trim(regexp_replace(r.data ->> 'customerName', '\s+', ' ', 'g')))
    order by p.created_at, p.id limit 1
  ) c on true
  left join lateral (
    select p.id from public.parties p
    where p.workspace_id = import.workspace_id and p.kind = 'person'
      and p.match_name = lower(trim(regexp_replace(r.data ->> 'contactName', '\s+', ' ', 'g')))
    order by p.created_at, p.id limit 1
  ) k on true
  where r.import_id = p_import_id;

  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, amount, currency, probability, expected_close_on, next_step, next_step_on, source, blacklist_reason,
    import_id, created_by)
  select p.id, import.workspace_id, (p.data ->> 'stageId')::uuid, ranked.rank, p.data ->> 'name',
    p.customer_id, p.contact_id, coalesce((p.data ->> 'ownerId')::uuid, me), import.team_id,
    (p.data ->> 'amount')::numeric, p.data ->> 'currency', (p.data ->> 'probability')::smallint,
    (p.data ->> 'expectedCloseOn')::date, p.data ->> 'nextStep', (p.data ->> 'nextStepOn')::date,
    p.data ->> 'source',
    -- Nobody can be asked for each row; for the others it is forgotten.
    'Import: ' || import.file_name, import.id, me
  from import_plan p
  join private.rank_import(array(select q.id from import_plan q order by q.row_number),
    array(select (q.data ->> 'stageId')::uuid from import_plan q order by q.row_number)) ranked on ranked.id = p.id;
  get diagnostics added = row_count;
  if added <> (select count(*) from public.import_rows r where r.import_id = p_import_id) then
    raise exception 'invalid_input' using hint = 'A row names no customer.';
  end if;

  insert into public.communications (id, workspace_id, opportunity_id, type_code, body, author_id)
  select gen_random_uuid(), import.workspace_id, p.id, 'COMMENT_NOTE', p.data ->> 'note', me
  from import_plan p where trim(coalesce(p.data ->> 'note', '')) <> '';
  insert into public.party_roles (workspace_id, party_id, role_code)
  select distinct import.workspace_id, p.customer_id, 'CUSTOMER' from import_plan p
  where not exists (select 1 from public.party_roles r
    where r.workspace_id = import.workspace_id and r.party_id = p.customer_id
      and r.role_code = 'CUSTOMER' and r.valid @> current_date)
  on conflict do nothing;
  -- As private.relate_contact, for all at once: thousands of calls would take a second.
  insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
  select distinct import.workspace_id, 'CONTACT_REL', p.customer_id, 'ACCOUNT', p.contact_id, 'CONTACT'
  from import_plan p
  where p.contact_id <> p.customer_id and not exists (
    select 1 from public.party_relationships r
    where r.workspace_id = import.workspace_id and r.type_code = 'CONTACT_REL'
      and r.from_party_id = p.customer_id and r.to_party_id = p.contact_id and r.valid @> current_date)
  on conflict do nothing;

  drop table import_plan;
  delete from public.import_rows r where r.import_id = p_import_id;
  update public.imports i set status = 'done', row_count = added, finished_at = now() where i.id = p_import_id;
  return jsonb_build_object('status', 'done', 'rowCount', added);
end $$;
comment on function public.finish_import(uuid) is
  'Takes all staged rows over in one transaction: parties, opportunities at the end of their columns, notes. May be repeated.';

create function private.rank_import(p_ids uuid[], p_stage_ids uuid[]) returns table (id uuid, rank text)
language plpgsql security definer set search_path = '' as $$
declare
  last_ranks jsonb;
  stage text;
  next_rank text;
  i integer;
begin
  select jsonb_object_agg(s, private.neighbour_rank(s, null, false)) into last_ranks
  from (select distinct s from unnest(p_stage_ids) s) stages;
  for i in 1..coalesce(cardinality(p_ids), 0) loop
    stage := p_stage_ids[i]::text;
    next_rank := private.rank_between(last_ranks ->> stage, null);
    last_ranks := last_ranks || jsonb_build_object(stage, next_rank);
    id := p_ids[i];
    rank := next_rank;
    return next;
  end loop;
end $$;
comment on function private.rank_import(uuid[], uuid[]) is
  'Keys at the end of each stage''s column, in the order given; the columns are locked already.';
grant execute on function private.rank_import(uuid[], uuid[]) to authenticated;

create function public.undo_import(p_import_id uuid) returns jsonb
language plpgsql set search_path = '' set statement_timeout = '120s' as $$
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
end $$;
comment on function public.undo_import(uuid) is
  'Takes a whole import back in one transaction, also cards that were edited since. May be repeated.';

create function private.is_party_used(p_workspace_id uuid, p_party_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.customer_id = p_party_id)
    or exists (select 1 from public.opportunities o where o.workspace_id = p_workspace_id and o.contact_id = p_party_id)
    or exists (select 1 from public.leads l where l.workspace_id = p_workspace_id and l.party_id = p_party_id)
    or exists (select 1 from public.leads l where l.workspace_id = p_workspace_id and l.organization_id = p_party_id)
    or exists (select 1 from public.communications c where c.workspace_id = p_workspace_id and c.party_id = p_party_id)
    or exists (select 1 from public.tasks t where t.workspace_id = p_workspace_id and t.party_id = p_party_id)
    or exists (select 1 from public.members m where m.workspace_id = p_workspace_id and m.party_id = p_party_id)
    or exists (select 1 from public.workspaces w where w.party_id = p_party_id)
$$;
comment on function private.is_party_used(uuid, uuid) is
  'Whether anything points at a party, also rows the caller may not see.';
grant execute on function private.is_party_used(uuid, uuid) to authenticated;

create function private.lock_import(p_workspace_id uuid, p_import_id uuid) returns bigint
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.lock_import(uuid, uuid) is
  'Holds all that an import made, also what the caller may not see, and counts its opportunities.';
grant execute on function private.lock_import(uuid, uuid) to authenticated;

grant execute on function public.begin_import(uuid, uuid, text, uuid), public.stage_import_rows(uuid, jsonb),
  public.finish_import(uuid), public.undo_import(uuid) to authenticated;

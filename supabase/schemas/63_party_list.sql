-- The list of all parties: pages that cost the same wherever they lie, and what is done to many at
-- once. A query is the `PartyQuery` of domain/party-list.ts.

-- By the alphabet of people: Ä beside A, and no capital before a small letter.
create index parties_by_name on public.parties (workspace_id, name collate "und-x-icu", id);
create index parties_by_creation on public.parties (workspace_id, created_at, id);
create index parties_by_change on public.parties (workspace_id, updated_at, id);
create index parties_blacklisted on public.parties (workspace_id, id) where is_blacklisted;
create index parties_inactive on public.parties (workspace_id, id) where status = 'inactive';
create index parties_source on public.parties (workspace_id, source, id) where source is not null;
create index party_roles_players on public.party_roles (workspace_id, role_code, party_id);
create index party_classifications_classed on public.party_classifications (workspace_id, class_code, party_id);

create function private.roles_below(p_codes text[]) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    with recursive wanted (code) as (
      select unnest(p_codes)
      union
      select t.code from wanted w join public.role_types t on t.parent_code = w.code
    )
    select code from wanted
  );
end $$;
comment on function private.roles_below(text[]) is
  'These roles and all that stand below them: who is billed is a customer too.';

create function private.parties_worded(p_workspace_id uuid, p_words text[], p_limit integer) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  party_topic text := 'workspace:' || p_workspace_id;
  -- Fewer letters begin a word of nearly everybody.
  long_words text[] := array(select w from unnest(p_words) w where length(w) > 2);
begin
  if cardinality(long_words) < cardinality(p_words) or p_workspace_id not in (select private.my_workspace_ids()) then
    return null;
  end if;
  return array(
    select e.id from private.search_entries e
    where private.search_keys(e.kind, e.topic, e.words) @@ private.search_query('party', party_topic, p_words)
      and e.topic = party_topic and e.kind = 'party' limit p_limit);
end $$;
comment on function private.parties_worded(uuid, text[], integer) is
  'Parties in whose name words begin so, by the index of the search; null where it does not help.';

create function private.few_parties(p_workspace_id uuid, p_wanted jsonb, p_roles text[]) returns uuid[]
-- Common in the table may be rare in a workspace; so the indexes are asked, whatever is expected.
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
declare
  most constant integer := 10000;
  wanted text[] := private.texts(p_wanted -> 'classes');
  ids uuid[];
begin
  if p_wanted ? 'classes' then
    ids := array(
      select c.party_id from public.party_classifications c
      where c.workspace_id = p_workspace_id and c.class_code = any (wanted)
        and c.valid @> clock_timestamp() limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted ? 'roles' then
    ids := array(
      select r.party_id from public.party_roles r
      where r.workspace_id = p_workspace_id and r.role_code = any (p_roles)
        and r.valid @> current_date limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted -> 'ownerIds' is not null then
    wanted := private.texts(p_wanted -> 'ownerIds');
    ids := array(
      (select p.id from public.parties p
       where p.workspace_id = p_workspace_id and p.owner_id = any (array_remove(wanted, 'none')::uuid[])
       limit most + 1)
      union all
      (select p.id from public.parties p
       where 'none' = any (wanted) and p.workspace_id = p_workspace_id and p.owner_id is null
       limit most + 1));
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted ? 'sources' and not p_wanted -> 'sources' ? 'none' then
    wanted := private.texts(p_wanted -> 'sources');
    ids := array(
      select p.id from public.parties p
      where p.workspace_id = p_workspace_id and p.source = any (wanted) limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted -> 'blacklisted' = 'true' then
    ids := array(
      select p.id from public.parties p
      where p.workspace_id = p_workspace_id and p.is_blacklisted limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  if p_wanted -> 'statuses' = '["inactive"]' then
    ids := array(
      select p.id from public.parties p
      where p.workspace_id = p_workspace_id and p.status = 'inactive' limit most + 1);
    if cardinality(ids) <= most then
      return ids;
    end if;
  end if;
  return null;
end $$;
comment on function private.few_parties(uuid, jsonb, text[]) is
  'The parties among which all that a condition shows are found, when one part of it is rare: then nobody walks along all others. Null when none is.';

create function private.listed_sql(p_wanted jsonb, p_roles text[], p_words text[]) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return private.one_of_sql('p.kind', 'public.party_kind', p_wanted -> 'kinds')
    || private.one_of_sql('p.owner_id', 'uuid', p_wanted -> 'ownerIds')
    || private.one_of_sql('p.source', 'text', p_wanted -> 'sources')
    || private.one_of_sql('p.status', 'text', p_wanted -> 'statuses')
    || case when p_wanted ? 'blacklisted'
        then format(' and p.is_blacklisted = %L::boolean', p_wanted ->> 'blacklisted') else '' end
    || case when p_wanted ? 'roles' then format(
        ' and exists (select from public.party_roles r where r.workspace_id = p.workspace_id
          and r.party_id = p.id and r.role_code = any (%L::text[]) and r.valid @> current_date)', p_roles) else '' end
    || case when p_wanted ? 'classes' then format(
        ' and exists (select from public.party_classifications c where c.workspace_id = p.workspace_id
          and c.party_id = p.id and c.class_code = any (%L::text[]) and c.valid @> clock_timestamp())',
        private.texts(p_wanted -> 'classes')) else '' end
    || case when p_words = '{}' then ' and false' else coalesce((
        select string_agg(format(' and strpos('' '' || private.search_text(p.name), %L) > 0', ' ' || w), '')
        from unnest(p_words) w), '') end;
end $$;
comment on function private.listed_sql(jsonb, text[], text[]) is
  'The condition under which a list shows a party p. Every value is quoted; so each query is planned for what it asks.';

create function private.listed_parties(
  p_workspace_id uuid, p_query jsonb, p_after jsonb, p_limit integer
) returns uuid[]
-- In the order of an index, whatever the planner expects: sorting, hashing or merging would read
-- the whole workspace for a page of it.
language plpgsql stable set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wanted jsonb := coalesce(p_query -> 'condition', '{}');
  roles text[] := private.roles_below(private.texts(wanted -> 'roles'));
  words text[] := string_to_array(private.search_text(wanted ->> 'text'), ' ');
  few uuid[];
  is_descending boolean := coalesce((p_query ->> 'isDescending')::boolean, false);
  place text := case p_query ->> 'sort'
    when 'created' then 'p.created_at'
    when 'changed' then 'p.updated_at'
    else 'p.name collate "und-x-icu"' end;
  kind text := case when p_query ->> 'sort' in ('created', 'changed') then 'timestamptz' else 'text' end;
  direction text := case when is_descending then 'desc' else 'asc' end;
  ids uuid[];
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  if words is not null then
    few := private.parties_worded(p_workspace_id, words, 10001);
    if cardinality(few) > 10000 then
      few := null;
    end if;
  end if;
  if few is null then
    few := private.few_parties(p_workspace_id, wanted, roles);
  else
    -- They have the words already.
    words := null;
  end if;
  execute format('select array(select p.id from %s p where p.workspace_id = $1%s%s order by %s %s, p.id %s limit $2)',
    case when few is null then 'public.parties' else
      '(select f.* from public.parties f where f.workspace_id = $1 and f.id = any ($3) offset 0)' end,
    private.listed_sql(wanted, roles, words),
    case when p_after is null then '' else format(' and (%s, p.id) %s (%L::%s, %L::uuid)', place,
      case when is_descending then '<' else '>' end, p_after ->> 0, kind, p_after ->> 1) end,
    place, direction, direction)
  into ids using p_workspace_id, p_limit, few;
  return ids;
end $$;
comment on function private.listed_parties(uuid, jsonb, jsonb, integer) is
  'The next parties of a list after a place, [value sorted by, id]; from its beginning without one.';

create function private.party_rows(p_workspace_id uuid, p_ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'version', p.version, 'kind', p.kind, 'name', p.name, 'ownerId', p.owner_id,
      'status', p.status, 'source', p.source, 'isBlacklisted', p.is_blacklisted,
      'createdAt', p.created_at, 'updatedAt', p.updated_at,
      'roles', (
        select coalesce(jsonb_agg(distinct r.role_code), '[]') from public.party_roles r
        where r.workspace_id = p_workspace_id and r.party_id = p.id and r.valid @> current_date
      ),
      'classes', (
        select coalesce(jsonb_agg(distinct c.class_code), '[]') from public.party_classifications c
        where c.workspace_id = p_workspace_id and c.party_id = p.id and c.valid @> clock_timestamp()
      ),
      'contact', (
        select coalesce(jsonb_object_agg(first.kind, jsonb_build_object('id', first.id, 'kind', first.kind,
          'value', first.value, 'extension', first.extension, 'address', first.address,
          'isPrimary', first.is_primary)), '{}')
        from (
          select distinct on (c.kind) c.* from public.contact_points c
          where c.workspace_id = p_workspace_id and c.party_id = p.id and c.valid @> current_date
            and c.kind in ('email', 'phone', 'postal')
          order by c.kind, c.is_primary desc, c.created_at, c.id
        ) first
      ),
      'openOpportunities', (
        select count(*) from public.opportunities o
        where o.workspace_id = p_workspace_id and (o.customer_id = p.id or o.contact_id = p.id)
          and o.closed_at is null
      )) order by wanted.n), '[]')
    from unnest(p_ids) with ordinality wanted (id, n)
    -- One by one: the planner does not know how few they are.
    cross join lateral (
      select * from public.parties p where p.workspace_id = p_workspace_id and p.id = wanted.id limit 1
    ) p
  );
end $$;
comment on function private.party_rows(uuid, uuid[]) is
  'What a list shows of these parties, in their order; those that the caller may not see are left out. `partyRow` in domain/party-list.ts reads it.';

create function private.party_list_frame(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'heads', public.board_heads(p_workspace_id),
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
end $$;
comment on function private.party_list_frame(uuid) is
  'What a list shows besides its rows: the numbers it is current at, and what its codes and ids stand for.';

create function public.party_page(
  p_workspace_id uuid, p_query jsonb, p_after jsonb, p_limit integer
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[] := private.listed_parties(p_workspace_id, p_query, p_after, p_limit);
  page jsonb := private.party_rows(p_workspace_id, ids);
  place text := case p_query ->> 'sort' when 'created' then 'createdAt' when 'changed' then 'updatedAt' else 'name' end;
begin
  return jsonb_build_object(
    'rows', page,
    'next', case when cardinality(ids) = p_limit
      then jsonb_build_array(page -> -1 -> place, page -> -1 -> 'id') end,
    'frame', case when p_after is null then private.party_list_frame(p_workspace_id) end);
end $$;
comment on function public.party_page(uuid, jsonb, jsonb, integer) is
  'The rows of a list after a place, and the place after them: null behind the last. The first page brings the frame.';

create function public.parties_by_id(p_workspace_id uuid, p_ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return private.party_rows(p_workspace_id, p_ids);
end $$;
comment on function public.parties_by_id(uuid, uuid[]) is 'The rows of a list anew, for those that changed.';

create function public.count_parties(p_workspace_id uuid, p_query jsonb, p_most integer) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return cardinality(private.listed_parties(p_workspace_id, p_query, null, p_most));
end $$;
comment on function public.count_parties(uuid, jsonb, integer) is
  'How many parties a list shows, counted no further than it is told.';

grant execute on function private.roles_below(text[]), private.few_parties(uuid, jsonb, text[]),
  private.parties_worded(uuid, text[], integer),
  private.listed_sql(jsonb, text[], text[]), private.listed_parties(uuid, jsonb, jsonb, integer),
  private.party_rows(uuid, uuid[]), private.party_list_frame(uuid), public.party_page(uuid, jsonb, jsonb, integer),
  public.parties_by_id(uuid, uuid[]), public.count_parties(uuid, jsonb, integer) to authenticated;

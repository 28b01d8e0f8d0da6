-- How contact lists and who is on them are read, under the policies of whoever asks; and how a list
-- is made, once however often it is sent.

create index subscriptions_latest on public.subscriptions (workspace_id, list_id, created_at desc, id desc);

create function public.list_contact_lists(p_workspace_id uuid, p_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'version', l.version, 'kind', l.kind, 'names', l.names, 'descriptions', l.descriptions,
      'isOffered', l.is_offered, 'archivedAt', l.archived_at, 'counts', counted.counts)
      order by l.name collate "und-x-icu", l.id), '[]')
    from public.contact_lists l
    cross join lateral (
      select jsonb_build_object(
        'pending', count(*) filter (where s.status = 'pending'),
        'accepted', count(*) filter (where s.status = 'accepted'),
        'rejected', count(*) filter (where s.status = 'rejected'),
        'invalid', count(*) filter (where s.status = 'invalid'),
        'unsubscribed', count(*) filter (where s.status = 'unsubscribed'),
        'leftOut', count(b.id)) as counts
      from public.subscriptions s
      -- Few are blacklisted, and an index names them: nobody else's party is looked at.
      left join public.parties b on b.workspace_id = s.workspace_id and b.id = s.party_id
        and b.is_blacklisted and s.status in ('pending', 'accepted')
      where s.workspace_id = p_workspace_id and s.list_id = l.id
    ) counted
    where l.workspace_id = p_workspace_id and (p_id is null or l.id = p_id)
  );
end $$;
comment on function public.list_contact_lists(uuid, uuid) is
  'The contact lists of a workspace by name, archived ones too, with how many stand on them in which state; `leftOut` of those asked or confirmed are blacklisted. Only one of them with an id.';

create function public.list_subscriptions(
  p_workspace_id uuid, p_list_id uuid, p_limit integer, p_text text default null,
  p_statuses public.subscription_status[] default null,
  p_before_at timestamptz default null, p_before_id uuid default null
) returns jsonb
-- In the order of the index, whatever the planner expects: sorting or hashing would read the whole
-- list for a page of it. The state is looked at on the way: policies keep it out of an index.
language plpgsql stable set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  before_at timestamptz := coalesce(p_before_at, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  part text := lower(p_text);
  words text[] := string_to_array(private.search_text(p_text), ' ');
  -- Null where the index of the search does not help, or would name too many; nobody is called "!".
  named uuid[] := case when words = '{}' then '{}'
    when words is not null then private.parties_worded(p_workspace_id, words, 10001) end;
begin
  if not exists (
    select 1 from public.contact_lists l where l.workspace_id = p_workspace_id and l.id = p_list_id
  ) then
    raise exception 'not_found';
  end if;
  if cardinality(named) > 10000 then
    named := null;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', page.id, 'status', page.status, 'email', page.email, 'createdAt', page.created_at,
      'since', (
        select c.noted_at from public.consents c
        where c.workspace_id = p_workspace_id and c.subscription_id = page.id order by c.id desc limit 1
      ),
      'party', jsonb_build_object('id', page.party_id, 'kind', page.kind, 'name', page.name,
        'isBlacklisted', page.is_blacklisted))
      order by page.created_at desc, page.id desc), '[]')
    from (
      select s.id, s.status, s.email, s.created_at, s.party_id, p.kind, p.name, p.is_blacklisted
      from public.subscriptions s
      join public.parties p on p.workspace_id = s.workspace_id and p.id = s.party_id
      where s.workspace_id = p_workspace_id and s.list_id = p_list_id
        and (s.created_at, s.id) < (before_at, before_id)
        and (p_statuses is null or s.status = any (p_statuses))
        and (p_text is null or strpos(s.email, part) > 0
          or case when named is not null then s.party_id = any (named) else not exists (
            select 1 from unnest(words) w where strpos(' ' || private.search_text(p.name), ' ' || w) = 0) end)
      order by s.created_at desc, s.id desc limit p_limit
    ) page
  );
end $$;
comment on function public.list_subscriptions(
  uuid, uuid, integer, text, public.subscription_status[], timestamptz, uuid) is
  'Who stands on a list, the latest first, below a place; found by the words of the name or a part of the address. `since` is when they came into their state.';

create function public.create_contact_list(
  p_id uuid, p_workspace_id uuid, p_kind public.contact_list_kind, p_names jsonb, p_descriptions jsonb,
  p_is_offered boolean, p_mutation_id uuid
) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    insert into public.contact_lists (id, workspace_id, kind, names, descriptions, is_offered, created_by)
    values (p_id, p_workspace_id, p_kind, p_names, p_descriptions, p_is_offered,
      private.my_member_id(p_workspace_id));
  end if;
end $$;
comment on function public.create_contact_list(uuid, uuid, public.contact_list_kind, jsonb, jsonb, boolean, uuid) is
  'Makes a contact list of the caller''s. May be repeated.';

grant execute on function
  public.list_contact_lists(uuid, uuid),
  public.list_subscriptions(uuid, uuid, integer, text, public.subscription_status[], timestamptz, uuid),
  public.create_contact_list(uuid, uuid, public.contact_list_kind, jsonb, jsonb, boolean, uuid)
  to authenticated;

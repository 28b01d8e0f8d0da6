-- Consents that were given elsewhere, on paper or in another system, come from a file: piece by piece,
-- each in one transaction and once. Whoever imports says where the proof is kept.

create table private.subscription_import_pieces (
  import_id uuid not null,
  piece integer not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  list_id uuid not null,
  outcomes jsonb not null,
  taken_at timestamptz not null default now(),
  primary key (import_id, piece)
);
comment on table private.subscription_import_pieces is
  'What became of each piece of a file: one that is sent again changes nothing, and is told the same.';
create index subscription_import_pieces_workspace on private.subscription_import_pieces (workspace_id);

create function private.are_consent_rows(p_rows jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(p_rows) = 'array' and jsonb_array_length(p_rows) between 1 and 500
    and not exists (
      select 1 from jsonb_array_elements(p_rows) r
      where (private.is_contact_value('email', r ->> 'email')
        and (r ->> 'name' is null or length(r ->> 'name') <= 200 and trim(r ->> 'name') <> '')
        and length(r ->> 'wording') <= 5000 and trim(r ->> 'wording') <> ''
        and (r ->> 'givenOn') ~ '^\d{4}-\d{2}-\d{2}$') is not true);
end $$;
comment on function private.are_consent_rows(jsonb) is
  'Whether these are 1 to 500 rows with e-mail, name (or none), the text that was agreed to, and the day.';

create function private.consent_outlook(p_workspace_id uuid, p_list_id uuid, p_rows jsonb)
returns table (email text, name text, wording text, given_on date, party_id uuid, outcome text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select seen.email, seen.name, seen.wording, seen.given_on, seen.party_id,
      -- One party by two addresses of the file stands on the list once.
      case when seen.outcome = 'accepted' and seen.party_id is not null
          and row_number() over (partition by seen.party_id, seen.outcome order by seen.n) > 1
        then 'already' else seen.outcome end
    from (
      select given.*, known.party_id,
        case
          when known.is_blacklisted then 'left_out'
          when own.status in ('rejected', 'unsubscribed') or at_address.has_declined or known.is_silent then 'declined'
          when own.status = 'accepted' or at_address.is_on then 'already'
          when known.has_bounced or at_address.has_bounced then 'undeliverable'
          else 'accepted' end as outcome
      from (
        select distinct on (r ->> 'email') r ->> 'email' as email, r ->> 'name' as name,
          r ->> 'wording' as wording, (r ->> 'givenOn')::date as given_on, n
        from jsonb_array_elements(p_rows) with ordinality rows (r, n) order by r ->> 'email', n
      ) given
      cross join lateral (
        -- By the address and nothing else; of several who share it, whoever bears the name.
        select (array_agg(p.id order by private.fold(p.name) = private.fold(given.name) desc nulls last, p.kind,
            c.is_primary desc, c.created_at, c.id))[1] as party_id,
          bool_or(p.is_blacklisted) as is_blacklisted, bool_or(not c.may_contact) as is_silent,
          bool_or(c.bounced_at is not null) as has_bounced
        from public.contact_points c
        join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
        where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = given.email
          and c.valid @> current_date
      ) known
      left join public.subscriptions own
        on own.workspace_id = p_workspace_id and own.list_id = p_list_id and own.party_id = known.party_id
      cross join lateral (
        select bool_or(s.status in ('rejected', 'unsubscribed')) as has_declined,
          bool_or(s.status = 'accepted') as is_on, bool_or(s.status = 'invalid') as has_bounced
        from public.subscriptions s
        where s.workspace_id = p_workspace_id and s.email = given.email and s.list_id = p_list_id
      ) at_address
    ) seen;
end $$;
comment on function private.consent_outlook(uuid, uuid, jsonb) is
  'What becomes of each address of these rows on a list: accepted, already (on it), declined (or not to be contacted), left_out (blacklisted), undeliverable; and whose it is, if anybody''s.';

create function private.import_subscriptions(
  p_id uuid, p_piece integer, p_workspace_id uuid, p_list_id uuid, p_proof text, p_rows jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.my_member_id(p_workspace_id);
  earlier private.subscription_import_pieces;
  counted jsonb;
  accepted integer;
begin
  if p_workspace_id is null or p_workspace_id not in (select private.my_workspace_ids('{marketing,admin}')) then
    raise exception 'forbidden';
  end if;
  if private.are_consent_rows(p_rows) is not true or trim(coalesce(p_proof, '')) = '' or length(p_proof) > 2000
    or p_piece not between 0 and 100000
  then
    raise exception 'invalid_input';
  end if;
  if not exists (
    select 1 from public.contact_lists l
    where l.workspace_id = p_workspace_id and l.id = p_list_id and l.archived_at is null
  ) then
    raise exception 'reference_not_found';
  end if;
  perform private.lock_parties(p_workspace_id);
  perform pg_advisory_xact_lock(hashtextextended(p_list_id::text, 9));
  select * into earlier from private.subscription_import_pieces i where i.import_id = p_id and i.piece = p_piece;
  if earlier.import_id is not null then
    if (earlier.workspace_id, earlier.list_id) <> (p_workspace_id, p_list_id) then
      raise exception 'conflict';
    end if;
    return earlier.outcomes;
  end if;
  -- A day further than ours: elsewhere it may be tomorrow already.
  if exists (
    select 1 from jsonb_array_elements(p_rows) r where (r ->> 'givenOn')::date > current_date + 1
  ) then
    raise exception 'invalid_input';
  end if;
  select jsonb_build_object(
    'already', jsonb_array_length(p_rows) - count(*) + count(*) filter (where o.outcome = 'already'),
    'declined', count(*) filter (where o.outcome = 'declined'),
    'left_out', count(*) filter (where o.outcome = 'left_out'),
    'undeliverable', count(*) filter (where o.outcome = 'undeliverable'),
    'added', count(*) filter (where o.outcome = 'accepted' and o.party_id is null))
  into counted from private.consent_outlook(p_workspace_id, p_list_id, p_rows) o;
  -- One statement: its triggers, which take the clock that everybody waits for, fire when all is written.
  with planned as materialized (
    select o.*, coalesce(o.party_id, gen_random_uuid()) as target_id
    from private.consent_outlook(p_workspace_id, p_list_id, p_rows) o where o.outcome = 'accepted'
  ), added as (
    insert into public.parties (id, workspace_id, kind, name, created_by)
    select p.target_id, p_workspace_id, 'person', coalesce(p.name, p.email), me
    from planned p where p.party_id is null
  ), reached as (
    insert into public.contact_points (workspace_id, party_id, kind, value, is_primary, created_by)
    select p_workspace_id, p.target_id, 'email', p.email, true, me from planned p where p.party_id is null
  ), held as (
    insert into public.subscriptions as s (workspace_id, list_id, party_id, email, locale, status)
    select p_workspace_id, p_list_id, p.target_id, p.email,
      case when known.language like 'en%' then 'en' when known.language like 'de%' then 'de' else w.locale end,
      'accepted'
    from planned p join public.workspaces w on w.id = p_workspace_id
    left join public.parties known on known.workspace_id = p_workspace_id and known.id = p.party_id
    on conflict (workspace_id, list_id, party_id) do update set email = excluded.email, status = excluded.status
      where s.status in ('pending', 'invalid')
    returning s.id, s.party_id, s.email
  )
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address, given_on)
  select p_workspace_id, h.id, 'accepted', 'import', me, h.email, p.wording, p_proof, private.client_address(),
    p.given_on
  from held h join planned p on p.target_id = h.party_id;
  get diagnostics accepted = row_count;
  counted := counted || jsonb_build_object('accepted', accepted);
  insert into private.subscription_import_pieces (import_id, piece, workspace_id, list_id, outcomes)
  values (p_id, p_piece, p_workspace_id, p_list_id, counted);
  return counted;
end $$;
comment on function private.import_subscriptions(uuid, integer, uuid, uuid, text, jsonb) is
  'Definer: takes over one piece of a file of consents. Whoever left, declined, bounced or is blacklisted stays so.';

create function public.import_subscriptions(
  p_id uuid, p_piece integer, p_workspace_id uuid, p_list_id uuid, p_proof text, p_rows jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.import_subscriptions(p_id, p_piece, p_workspace_id, p_list_id, p_proof, p_rows);
end $$;
comment on function public.import_subscriptions(uuid, integer, uuid, uuid, text, jsonb) is
  'Puts up to 500 people on a list who agreed elsewhere, by marketing and admins: answers how many were accepted, of these how many parties added, and how many were on it already, declined, are left out or undeliverable. May be repeated.';

grant execute on function private.import_subscriptions(uuid, integer, uuid, uuid, text, jsonb),
  public.import_subscriptions(uuid, integer, uuid, uuid, text, jsonb) to authenticated;

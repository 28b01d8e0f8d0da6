-- How a party can be reached: e-mail, phone, web, social and postal addresses, each with its purposes
-- and its time.

create type public.contact_kind as enum ('email', 'phone', 'web', 'social', 'postal');
comment on type public.contact_kind is 'A way to reach somebody.';

create function private.is_contact_value(p_kind public.contact_kind, p_value text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return case p_kind
    when 'email' then length(p_value) <= 320 and p_value ~ '^[^\s@]+@[^\s@]+$' and p_value = lower(p_value)
    when 'phone' then p_value ~ '^\+[1-9]\d{4,14}$'
    when 'postal' then length(p_value) <= 1000 and trim(p_value) <> ''
    else length(p_value) <= 2000 and p_value ~ '^https?://[^\s/]+'
  end;
end $$;
comment on function private.is_contact_value(public.contact_kind, text) is
  'Whether a value is in the one spelling that is stored: e-mail in lower case, phone as E.164, web with its scheme.';
grant execute on function private.is_contact_value(public.contact_kind, text) to authenticated, service_role;

create function private.is_address(p_address jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(p_address) = 'object'
    and coalesce(p_address ->> 'country', '') ~ '^[A-Z]{2}$'
    and coalesce(p_address ->> 'street', p_address ->> 'city') is not null
    and not exists (
      select 1 from jsonb_each(p_address) f
      where f.key not in ('street', 'extra', 'postalCode', 'city', 'region', 'country')
        or jsonb_typeof(f.value) <> 'string' or length(f.value #>> '{}') not between 1 and 200);
end $$;
comment on function private.is_address(jsonb) is
  'Whether this is a postal address: a country (ISO 3166), a street or a town, and no part that is unknown or empty.';
grant execute on function private.is_address(jsonb) to authenticated, service_role;

create table public.contact_points (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  kind public.contact_kind not null,
  value text not null,
  address jsonb check (
    (kind = 'postal') = (address is not null) and (address is null or private.is_address(address))),
  extension text check (extension is null or (kind = 'phone' and extension ~ '^\d{1,8}$')),
  purposes text[] not null default '{}' check (purposes <@ array[
    'PRIMARY_PHONE', 'PHONE_WORK', 'PHONE_MOBILE', 'PHONE_HOME', 'FAX_NUMBER',
    'PRIMARY_EMAIL', 'BILLING_EMAIL', 'MARKETING_EMAIL', 'PRIMARY_WEB_URL', 'LINKEDIN_URL',
    'GENERAL_LOCATION', 'BILLING_LOCATION', 'SHIPPING_LOCATION', 'PAYMENT_LOCATION']),
  valid daterange not null default daterange(current_date, null)
    constraint contact_points_period_not_empty check (not isempty(valid)),
  is_primary boolean not null default false,
  verified_at timestamptz,
  may_contact boolean,
  bounced_at timestamptz,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (private.is_contact_value(kind, value)),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade,
  foreign key (workspace_id, created_by) references public.members (workspace_id, id),
  -- Within the workspace: a stranger who names the party must not learn what is known of it.
  constraint contact_points_overlap exclude using gist (
    workspace_id with =, party_id with =, kind with =, value with =, coalesce(extension, '') with =, valid with &&
  )
);
comment on table public.contact_points is
  'An address of a party, and when it holds: half-open periods that cannot overlap for the same address.';
comment on column public.contact_points.address is
  'The parts of a postal address: street, extra, postalCode, city, region, country; `value` is made of them.';
comment on column public.contact_points.extension is 'Digits to dial after the number.';
comment on column public.contact_points.is_primary is 'The one of its kind to take first.';
comment on column public.contact_points.verified_at is 'When its owner proved it; null until then.';
comment on column public.contact_points.may_contact is
  'Whether the party allowed to be contacted here; null when it was never asked.';
comment on column public.contact_points.bounced_at is 'When mail to it came back; null while it is read.';
create index contact_points_party on public.contact_points (workspace_id, party_id);
create index contact_points_value on public.contact_points (workspace_id, kind, value);
create index contact_points_created_by on public.contact_points (workspace_id, created_by);
create unique index contact_points_primary on public.contact_points (workspace_id, party_id, kind) where is_primary;

create function private.prepare_contact_point() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.kind = 'postal' then
    new.value := concat_ws(E'\n', new.address ->> 'extra', new.address ->> 'street',
      nullif(concat_ws(' ', new.address ->> 'postalCode', new.address ->> 'city'), ''),
      new.address ->> 'region', new.address ->> 'country');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
    -- What proved the old address, or was allowed for it, says nothing of a new one.
    if new.value <> old.value then
      new.verified_at := null;
      new.bounced_at := null;
      if new.may_contact is not distinct from old.may_contact then
        new.may_contact := null;
      end if;
    end if;
  end if;
  if new.is_primary and (tg_op = 'INSERT' or not old.is_primary) then
    -- Two who choose at once wait here for each other: the later one wins.
    perform pg_advisory_xact_lock(hashtextextended(new.party_id::text, 2));
    update public.contact_points c set is_primary = false
    where c.workspace_id = new.workspace_id and c.party_id = new.party_id and c.kind = new.kind
      and c.is_primary and c.id <> new.id;
  end if;
  return new;
end $$;
comment on function private.prepare_contact_point() is
  'Before insert and update: version; one text for a postal address; a new primary address takes the place of the old one.';
create trigger prepare_contact_points before insert or update on public.contact_points
  for each row execute function private.prepare_contact_point();

create trigger record_contact_points_added after insert on public.contact_points
  referencing new table as new_rows for each statement
  execute function private.write_history('contact_point', 'party_id');
create trigger record_contact_points_changed after update on public.contact_points
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('contact_point', 'party_id');
create trigger record_contact_points_removed after delete on public.contact_points
  referencing old table as old_rows for each statement
  execute function private.write_history('contact_point', 'party_id');

create trigger publish_contact_points_added after insert on public.contact_points
  referencing new table as new_rows for each statement
  execute function private.publish_parties_of('party_id');
create trigger publish_contact_points_changed after update on public.contact_points
  referencing new table as new_rows for each statement
  execute function private.publish_parties_of('party_id');
create trigger publish_contact_points_removed after delete on public.contact_points
  referencing old table as old_rows for each statement
  execute function private.publish_parties_of('party_id');

create function private.contact_points_of(p_workspace_id uuid, p_party_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'kind', c.kind, 'value', c.value, 'extension', c.extension, 'address', c.address, 'isPrimary', c.is_primary)
      order by c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.valid @> current_date
  );
end $$;
comment on function private.contact_points_of(uuid, uuid) is
  'How a party can be reached today: mail, then phone, then web, the one to take first at the front.';
grant execute on function private.contact_points_of(uuid, uuid) to authenticated, service_role;

alter table public.contact_points enable row level security;
create policy "Members read how parties can be reached" on public.contact_points for select to authenticated
  using (workspace_id in (select private.my_workspace_ids()));
create policy "Members add contact points" on public.contact_points for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids())
    and (created_by is null or created_by in (select private.my_member_ids())));
create policy "Members change contact points" on public.contact_points for update to authenticated
  using (workspace_id in (select private.my_workspace_ids()))
  with check (workspace_id in (select private.my_workspace_ids()));
create policy "Members remove contact points" on public.contact_points for delete to authenticated
  using (workspace_id in (select private.my_workspace_ids()));

grant select, delete on public.contact_points to authenticated;
grant insert (id, workspace_id, party_id, kind, value, address, extension, purposes, valid, is_primary, may_contact, created_by)
  on public.contact_points to authenticated;
grant update (value, address, extension, purposes, valid, is_primary, may_contact) on public.contact_points to authenticated;
grant all on public.contact_points to service_role;

create function public.add_contact_point(
  p_id uuid, p_workspace_id uuid, p_party_id uuid, p_kind public.contact_kind, p_value text, p_mutation_id uuid,
  p_extension text default null, p_purposes text[] default '{}', p_is_primary boolean default false,
  p_address jsonb default null
) returns void
language plpgsql set search_path = '' as $$
begin
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.contact_points
    (id, workspace_id, party_id, kind, value, extension, purposes, is_primary, address, created_by)
  values (p_id, p_workspace_id, p_party_id, p_kind, p_value, p_extension, p_purposes, p_is_primary, p_address,
    private.my_member_id(p_workspace_id));
end $$;
comment on function public.add_contact_point(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) is
  'Notes a way to reach a party, from today on. May be repeated.';
grant execute on function
  public.add_contact_point(uuid, uuid, uuid, public.contact_kind, text, uuid, text, text[], boolean, jsonb) to authenticated;

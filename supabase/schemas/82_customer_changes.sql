-- What customers correct about themselves: with the old and the new value, whether it holds at once or
-- waits for a member.

create type public.customer_field as enum ('name', 'language', 'address', 'phone', 'email', 'may_contact');
comment on type public.customer_field is 'What customers may correct on their own page.';

create type public.customer_change_status as enum ('unverified', 'waiting', 'applied', 'declined', 'withdrawn');
comment on type public.customer_change_status is
  'unverified: a new address, not yet proved by a mail. waiting: for a member.';

create table public.customer_changes (
  id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid not null,
  field public.customer_field not null,
  op text not null check (op in ('add', 'change', 'remove')),
  contact_point_id uuid references public.contact_points (id) on delete set null,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  status public.customer_change_status not null,
  decided_by uuid,
  decided_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decided_by) references public.members (workspace_id, id)
);
comment on table public.customer_changes is
  'A customer''s correction of their own data. Written by functions alone.';
comment on column public.customer_changes.contact_point_id is
  'What it is about; null for the party itself, for a new one, and once a member removed it.';
comment on column public.customer_changes.before is
  'What it was, by the columns of `parties` or `contact_points`; `after` what it is to be.';
create index customer_changes_party on public.customer_changes (workspace_id, party_id, created_at desc);
create index customer_changes_latest on public.customer_changes (workspace_id, created_at desc, id);
create index customer_changes_waiting on public.customer_changes (workspace_id, created_at) where status = 'waiting';
create index customer_changes_contact_point on public.customer_changes (contact_point_id);
create index customer_changes_decided_by on public.customer_changes (workspace_id, decided_by);
create trigger touch_customer_changes before update on public.customer_changes
  for each row execute function private.touch_row();

create function private.publish_customer_requests() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    select n.workspace_id, count(*) as size, array_agg(n.id) as ids,
      jsonb_agg(jsonb_build_object('id', n.id, 'version', n.version, 'op', 'update', 'name', '')) as changes
    from new_rows n group by n.workspace_id order by n.workspace_id
  loop
    perform private.publish_batch(batch.workspace_id, 'customer_request', batch.size, batch.ids, batch.changes);
  end loop;
  return null;
end $$;
comment on function private.publish_customer_requests() is
  'Statement trigger: who looks at what customers asked for hears of it.';
create trigger publish_customer_changes_added after insert on public.customer_changes
  referencing new table as new_rows for each statement execute function private.publish_customer_requests();
create trigger publish_customer_changes_changed after update on public.customer_changes
  referencing new table as new_rows for each statement execute function private.publish_customer_requests();
create trigger publish_customers_asking after insert on public.customer_changes
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_customers_answered after update on public.customer_changes
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');

alter table public.customer_changes enable row level security;
create policy "Members read what customers of their workspaces correct" on public.customer_changes
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
grant select on public.customer_changes to authenticated;
grant all on public.customer_changes to service_role;

create function private.hold_party(p_workspace_id uuid, p_party_id uuid) returns public.parties
language plpgsql security definer set search_path = '' as $$
declare
  held public.parties;
begin
  select * into held from public.parties p
  where p.workspace_id = p_workspace_id and p.id = p_party_id for no key update;
  perform 1 from public.contact_points c
  where c.workspace_id = p_workspace_id and c.party_id = p_party_id order by c.id for no key update;
  return held;
end $$;
comment on function private.hold_party(uuid, uuid) is
  'A party and its contact points until commit, always in this order and before any clock.';

create function private.customer_value(
  p_party public.parties, p_field public.customer_field, p_contact_point_id uuid
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return case
    when p_field = 'name' and p_party.kind = 'person' then jsonb_build_object('salutation', p_party.salutation,
      'title', p_party.title, 'given_name', p_party.given_name, 'family_name', p_party.family_name)
    when p_field = 'name' then jsonb_build_object('name', p_party.name)
    when p_field = 'language' then jsonb_build_object('language', p_party.language)
    else (
      select case p_field
        when 'may_contact' then jsonb_build_object('may_contact', c.may_contact, 'value', c.value)
        when 'address' then jsonb_build_object('address', c.address)
        else jsonb_build_object('value', c.value, 'extension', c.extension) end
      from public.contact_points c
      where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id and c.id = p_contact_point_id
        and c.valid @> current_date
        and c.kind = case p_field when 'address' then 'postal' when 'phone' then 'phone' when 'email' then 'email'
          else c.kind end::public.contact_kind
    )
  end;
end $$;
comment on function private.customer_value(public.parties, public.customer_field, uuid) is
  'What a field of a customer''s page holds now, by its columns; null when the contact point is not theirs or over.';

create function private.is_customer_value(
  p_party public.parties, p_field public.customer_field, p_value jsonb
) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(p_value) = 'object' and case p_field
    when 'name' then case p_party.kind
      when 'person' then p_value - '{salutation,title,given_name,family_name}'::text[] = '{}'
        and trim(concat(p_value ->> 'given_name', p_value ->> 'family_name')) <> ''
      else p_value - 'name' = '{}' and coalesce(trim(p_value ->> 'name'), '') <> '' end
    when 'language' then p_value - 'language' = '{}' and p_value ->> 'language' in ('de', 'en')
    when 'address' then p_value - 'address' = '{}' and private.is_address(p_value -> 'address')
    when 'phone' then p_value - '{value,extension}'::text[] = '{}' and private.is_contact_value('phone', p_value ->> 'value')
    when 'email' then p_value - 'value' = '{}' and private.is_contact_value('email', p_value ->> 'value')
    else p_value - 'may_contact' = '{}' and jsonb_typeof(p_value -> 'may_contact') = 'boolean'
  end;
end $$;
comment on function private.is_customer_value(public.parties, public.customer_field, jsonb) is
  'Whether a field of this party may be set to this; the columns check the rest.';

create function private.holds(p_present jsonb, p_wanted jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return not exists (
    select 1 from jsonb_each(p_wanted) w where p_present -> w.key is distinct from w.value);
end $$;
comment on function private.holds(jsonb, jsonb) is
  'Whether each wanted value is there as a whole: an address without one of its parts is another address.';

create function private.has_same_point(
  p_party public.parties, p_field public.customer_field, p_contact_point_id uuid, p_value jsonb
) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.contact_points c
    where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id
      and c.id is distinct from p_contact_point_id and c.valid @> current_date
      and case when p_field = 'address' then c.address = p_value -> 'address'
        else c.value = p_value ->> 'value' and c.extension is not distinct from p_value ->> 'extension' end);
end $$;
comment on function private.has_same_point(public.parties, public.customer_field, uuid, jsonb) is
  'Whether another contact point of a party is this one today.';

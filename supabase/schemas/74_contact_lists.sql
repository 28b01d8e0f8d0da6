-- Contact lists, who is on them, and every consent that was given or taken back.

create type public.contact_list_kind as enum ('newsletter', 'announcement', 'marketing');
comment on type public.contact_list_kind is 'What a list is written to for.';

create type public.subscription_status as enum ('pending', 'accepted', 'rejected', 'invalid', 'unsubscribed');
comment on type public.subscription_status is
  'A party''s state on a list, as CLPT_ of OFBiz: asked, confirmed, declined, its address bounced, taken off.';

create table public.contact_lists (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind public.contact_list_kind not null,
  names jsonb not null check (private.is_localized(names, 120)),
  name text not null generated always as (coalesce(names ->> 'de', names ->> 'en')) stored,
  descriptions jsonb check (private.is_localized(descriptions, 500)),
  is_offered boolean not null default false,
  archived_at timestamptz,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.contact_lists is 'A newsletter, announcement or marketing list.';
comment on column public.contact_lists.names is 'As subscribers read it: {"de": …, "en": …}, at least one.';
comment on column public.contact_lists.is_offered is 'Whether customers may choose it themselves.';
create index contact_lists_created_by on public.contact_lists (workspace_id, created_by);
create trigger touch_contact_lists before update on public.contact_lists
  for each row execute function private.touch_row();

create table public.subscriptions (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  list_id uuid not null,
  party_id uuid not null,
  email text not null check (private.is_contact_value('email', email)),
  locale text not null check (locale in ('de', 'en')),
  status public.subscription_status not null,
  former_emails text[] not null default '{}',
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, list_id, party_id),
  foreign key (workspace_id, list_id) references public.contact_lists (workspace_id, id) on delete cascade,
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete cascade
);
comment on table public.subscriptions is
  'Where a party stands on a list. Written by functions alone, which note the consent behind each change.';
comment on column public.subscriptions.former_emails is
  'Addresses that the party replaced itself: the links in mails that went there still take it off.';
create index subscriptions_party on public.subscriptions (workspace_id, party_id);
create index subscriptions_list on public.subscriptions (list_id, status, created_at desc, id desc);
create index subscriptions_email on public.subscriptions (workspace_id, email);
create trigger touch_subscriptions before update on public.subscriptions
  for each row execute function private.touch_row();

create table public.consents (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  subscription_id uuid not null,
  status public.subscription_status not null,
  origin text not null check (origin in (
    'member', 'import', 'contact_page', 'my_page', 'confirm_link', 'unsubscribe_link', 'one_click', 'bounce')),
  actor_id uuid,
  email text not null,
  wording text check (length(wording) <= 5000),
  proof text check (length(proof) <= 2000),
  client_address text check (length(client_address) <= 64),
  given_on date,
  noted_at timestamptz not null default clock_timestamp(),
  foreign key (workspace_id, subscription_id) references public.subscriptions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, actor_id) references public.members (workspace_id, id)
);
comment on table public.consents is
  'Every change of a subscription: who, when, how, under which text, from which address. Nothing here is ever changed.';
comment on column public.consents.wording is 'The text that was agreed to, as it stood there.';
comment on column public.consents.proof is 'For an import: where the proof of it is kept.';
comment on column public.consents.given_on is 'For an import: the day it was given, before it was noted here.';
comment on column public.consents.client_address is 'The network address it was given from.';
create index consents_subscription on public.consents (workspace_id, subscription_id, id desc);
create index consents_actor on public.consents (workspace_id, actor_id);

create trigger record_contact_lists_added after insert on public.contact_lists
  referencing new table as new_rows for each statement execute function private.write_history('contact_list');
create trigger record_contact_lists_changed after update on public.contact_lists
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('contact_list');
create trigger record_subscriptions_added after insert on public.subscriptions
  referencing new table as new_rows for each statement
  execute function private.write_history('subscription', 'party_id');
create trigger record_subscriptions_changed after update on public.subscriptions
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('subscription', 'party_id');

create trigger publish_contact_lists_added after insert on public.contact_lists
  referencing new table as new_rows for each statement
  execute function private.publish_workspace_rows('contact_list');
create trigger publish_contact_lists_changed after update on public.contact_lists
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('contact_list');

create function private.publish_subscriptions() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    select n.workspace_id, count(distinct n.list_id) as size, array_agg(distinct n.list_id) as ids,
      jsonb_agg(distinct jsonb_build_object('id', n.list_id, 'version', 0, 'op', 'update', 'name', '')) as changes
    from new_rows n group by n.workspace_id order by n.workspace_id
  loop
    perform private.publish_batch(batch.workspace_id, 'subscription', batch.size, batch.ids, batch.changes);
  end loop;
  return null;
end $$;
comment on function private.publish_subscriptions() is
  'Statement trigger: whoever looks at a list hears that somebody on it changed.';
create trigger publish_subscriptions_added after insert on public.subscriptions
  referencing new table as new_rows for each statement execute function private.publish_subscriptions();
create trigger publish_subscriptions_changed after update on public.subscriptions
  referencing new table as new_rows for each statement execute function private.publish_subscriptions();
create trigger publish_subscribers_added after insert on public.subscriptions
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_subscribers_changed after update on public.subscriptions
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');

alter table public.contact_lists enable row level security;
alter table public.subscriptions enable row level security;
alter table public.consents enable row level security;
create policy "Members read the contact lists of their workspaces" on public.contact_lists
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Marketing and admins make contact lists" on public.contact_lists for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{marketing,admin}'))
    and created_by in (select private.my_member_ids()));
create policy "Marketing and admins change contact lists" on public.contact_lists for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{marketing,admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{marketing,admin}')));
create policy "Members read who is on the lists of their workspaces" on public.subscriptions
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Members read the consents of their workspaces" on public.consents
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
grant select on public.contact_lists, public.subscriptions, public.consents to authenticated;
grant insert (id, workspace_id, kind, names, descriptions, is_offered, created_by) on public.contact_lists
  to authenticated;
grant update (kind, names, descriptions, is_offered, archived_at) on public.contact_lists to authenticated;
grant all on public.contact_lists, public.subscriptions, public.consents to service_role;

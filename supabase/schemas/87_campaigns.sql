-- Campaigns: where interest comes from, and what is written to the readers of contact lists.

create type public.campaign_status as enum ('planned', 'running', 'completed', 'cancelled');
comment on type public.campaign_status is 'How far a campaign is, as MKTG_CAMP_ of OFBiz.';

create table public.campaigns (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (length(name) <= 120 and trim(name) <> ''),
  description text check (length(description) <= 2000 and trim(description) <> ''),
  status public.campaign_status not null default 'planned',
  starts_on date check (starts_on between '1900-01-01' and '2200-12-31'),
  ends_on date check (ends_on between '1900-01-01' and '2200-12-31'),
  budget numeric(19, 4) check (budget >= 0 and budget <> 'NaN'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  subjects jsonb check (private.is_localized(subjects, 200)),
  bodies jsonb check (private.is_localized(bodies, 10000)),
  owner_id uuid,
  created_by uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  constraint campaigns_period_not_reversed check (ends_on >= starts_on),
  foreign key (workspace_id, owner_id) references public.members (workspace_id, id),
  foreign key (workspace_id, created_by) references public.members (workspace_id, id)
);
comment on table public.campaigns is 'What marketing does to raise interest, and the mail that goes out for it.';
comment on column public.campaigns.ends_on is 'The last day of it; null while it is open.';
comment on column public.campaigns.subjects is 'Of its mail: {"de": …, "en": …}; each reader gets their language where it has a text too, else the other.';
comment on column public.campaigns.bodies is 'What its mail says, in the same way; an empty line parts paragraphs.';
create index campaigns_owner on public.campaigns (workspace_id, owner_id);
create index campaigns_created_by on public.campaigns (workspace_id, created_by);

create table public.campaign_lists (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  campaign_id uuid not null,
  list_id uuid not null,
  primary key (workspace_id, campaign_id, list_id),
  foreign key (workspace_id, campaign_id) references public.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, list_id) references public.contact_lists (workspace_id, id) on delete cascade
);
comment on table public.campaign_lists is 'The lists that a campaign is sent to.';
create index campaign_lists_list on public.campaign_lists (workspace_id, list_id);

create table public.campaign_sendings (
  campaign_id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  state text not null default 'writing' check (state in ('writing', 'written', 'stopping', 'stopped')),
  reached_email text,
  reached integer not null default 0,
  blacklisted integer not null default 0,
  unconfirmed integer not null default 0,
  declined integer not null default 0,
  undeliverable integer not null default 0,
  unwanted integer not null default 0,
  started_by uuid,
  started_at timestamptz not null default now(),
  foreign key (workspace_id, campaign_id) references public.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, started_by) references public.members (workspace_id, id)
);
comment on table public.campaign_sendings is
  'That a campaign is sent, once: how far the worker has written its mails, and what became of every address on its lists.';
comment on column public.campaign_sendings.state is
  'writing: mails are being written. written: all of them are. stopping: those that wait are being cancelled. stopped: all are.';
comment on column public.campaign_sendings.reached_email is 'The last address that was looked at; the next page begins behind it.';
comment on column public.campaign_sendings.unwanted is 'They do not wish to be written to at this address.';
create index campaign_sendings_campaign on public.campaign_sendings (workspace_id, campaign_id);
create index campaign_sendings_started_by on public.campaign_sendings (workspace_id, started_by);
create index campaign_sendings_waiting on public.campaign_sendings (started_at) where state in ('writing', 'stopping');

alter table public.mails add column campaign_id uuid;
alter table public.mails add column unsubscribed_at timestamptz;
alter table public.mails add constraint mails_campaign_fkey
  foreign key (workspace_id, campaign_id) references public.campaigns (workspace_id, id) on delete set null (campaign_id);
alter table public.mails add constraint mails_campaign_once unique (workspace_id, campaign_id, recipient);
comment on column public.mails.campaign_id is 'The campaign it belongs to: each address has one mail of it at most.';
comment on column public.mails.unsubscribed_at is 'When its reader left the list by the link in it.';
create index mails_campaign on public.mails (campaign_id, status) where campaign_id is not null;

alter table public.leads add column campaign_id uuid;
alter table public.leads add constraint leads_campaign_fkey
  foreign key (workspace_id, campaign_id) references public.campaigns (workspace_id, id) on delete set null (campaign_id);
comment on column public.leads.campaign_id is 'Where the interest comes from.';
create index leads_campaign on public.leads (workspace_id, campaign_id);
alter table public.opportunities add column campaign_id uuid;
alter table public.opportunities add constraint opportunities_campaign_fkey
  foreign key (workspace_id, campaign_id) references public.campaigns (workspace_id, id) on delete set null (campaign_id);
comment on column public.opportunities.campaign_id is 'Where the interest comes from; a lead hands it on.';
create index opportunities_campaign on public.opportunities (workspace_id, campaign_id);
grant insert (campaign_id), update (campaign_id) on public.leads, public.opportunities to authenticated;

create function private.keep_sent_campaigns() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  if (new.subjects is distinct from old.subjects or new.bodies is distinct from old.bodies)
    and exists (select 1 from public.campaign_sendings s where s.campaign_id = old.id) then
    raise exception 'campaign_sent';
  end if;
  if new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.halt_campaign(old.id);
  end if;
  return new;
end $$;
comment on function private.keep_sent_campaigns() is
  'Before update: version. What was sent stays as it was read; a cancelled campaign sends no more.';
create trigger keep_sent_campaigns before update on public.campaigns
  for each row execute function private.keep_sent_campaigns();

create function private.keep_lists_of_sent_campaigns() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  given public.campaign_lists := case tg_op when 'DELETE' then old else new end;
begin
  -- Held, so that it is not sent meanwhile.
  perform 1 from public.campaigns c where c.workspace_id = given.workspace_id and c.id = given.campaign_id for no key update;
  if found and exists (select 1 from public.campaign_sendings s where s.campaign_id = given.campaign_id)
    and exists (select 1 from public.workspaces w where w.id = given.workspace_id) then
    raise exception 'campaign_sent';
  end if;
  return given;
end $$;
comment on function private.keep_lists_of_sent_campaigns() is
  'Before insert and delete: whom a campaign was sent to stays known.';
create trigger keep_lists_of_sent_campaigns before insert or delete on public.campaign_lists
  for each row execute function private.keep_lists_of_sent_campaigns();

create trigger record_campaigns_added after insert on public.campaigns
  referencing new table as new_rows for each statement execute function private.write_history('campaign');
create trigger record_campaigns_changed after update on public.campaigns
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('campaign');
create trigger publish_campaigns_added after insert on public.campaigns
  referencing new table as new_rows for each statement execute function private.publish_workspace_rows('campaign');
create trigger publish_campaigns_changed after update on public.campaigns
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.publish_workspace_rows('campaign');

create function private.publish_campaign_sending() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.publish_batch(new.workspace_id, 'campaign', 1, array[new.campaign_id], jsonb_build_array(
    jsonb_build_object('id', new.campaign_id, 'version', 0, 'op', 'update', 'name', '')));
  return null;
end $$;
comment on function private.publish_campaign_sending() is 'Whoever looks at campaigns hears how far one is.';
create trigger publish_campaign_sendings after insert or update on public.campaign_sendings
  for each row execute function private.publish_campaign_sending();

alter table public.campaigns enable row level security;
alter table public.campaign_lists enable row level security;
alter table public.campaign_sendings enable row level security;
create policy "Members read the campaigns of their workspaces" on public.campaigns
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Marketing and admins make campaigns under their own name" on public.campaigns
  for insert to authenticated
  with check (workspace_id in (select private.my_workspace_ids('{marketing,admin}'))
    and created_by in (select private.my_member_ids()));
create policy "Marketing and admins change campaigns" on public.campaigns for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{marketing,admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{marketing,admin}')));
create policy "Members read which lists a campaign is for" on public.campaign_lists
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Marketing and admins choose the lists of campaigns" on public.campaign_lists
  for insert to authenticated with check (workspace_id in (select private.my_workspace_ids('{marketing,admin}')));
create policy "Marketing and admins take lists from campaigns" on public.campaign_lists
  for delete to authenticated using (workspace_id in (select private.my_workspace_ids('{marketing,admin}')));
create policy "Members read how far campaigns are sent" on public.campaign_sendings
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
grant select on public.campaigns, public.campaign_lists, public.campaign_sendings to authenticated;
grant insert (id, workspace_id, name, description, status, starts_on, ends_on, budget, currency, subjects, bodies,
  owner_id, created_by) on public.campaigns to authenticated;
grant update (name, description, status, starts_on, ends_on, budget, currency, subjects, bodies, owner_id)
  on public.campaigns to authenticated;
grant insert (workspace_id, campaign_id, list_id), delete on public.campaign_lists to authenticated;
grant all on public.campaigns, public.campaign_lists, public.campaign_sendings to service_role;

-- A communication is one documented contact: a call, an e-mail, a meeting, a note.

create table public.communications (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  opportunity_id uuid,
  lead_id uuid,
  topic text not null,
  type_code text not null check (type_code in (
    'PHONE_COMMUNICATION', 'EMAIL_COMMUNICATION', 'FACE_TO_FACE_COMMUNI', 'LETTER_CORRESPONDENC',
    'WEB_SITE_COMMUNICATI', 'COMMENT_NOTE')),
  direction text check (direction in ('incoming', 'outgoing')),
  party_id uuid,
  subject text check (length(subject) <= 300),
  body text check (length(body) <= 20000),
  occurred_at timestamptz not null default now() check (occurred_at between '1900-01-01' and '2201-01-01'),
  author_id uuid,
  is_shared boolean not null default false,
  is_proven boolean not null default false,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (coalesce(trim(subject), '') <> '' or coalesce(trim(body), '') <> ''),
  check (num_nonnulls(opportunity_id, lead_id) = 1),
  foreign key (workspace_id, opportunity_id) references public.opportunities (workspace_id, id) on delete cascade,
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id),
  foreign key (workspace_id, author_id) references public.members (workspace_id, id)
);
comment on table public.communications is 'One documented contact about an opportunity or a lead.';
comment on column public.communications.topic is
  'The visibility of what it is about, kept equal by the database.';
comment on column public.communications.party_id is 'Whom it was with; null when nobody in particular.';
comment on column public.communications.is_shared is
  'Whether whom it was with reads it on their own page: what they wrote there or on the contact page, and the answers.';
comment on column public.communications.is_proven is
  'Whether whoever wrote by the public pages had shown that the address is theirs: anybody may type another''s.';
create index communications_timeline on public.communications (opportunity_id, occurred_at desc, id);
create index communications_opportunity on public.communications (workspace_id, opportunity_id);
create index communications_party on public.communications (workspace_id, party_id);
create index communications_shared on public.communications (workspace_id, party_id, occurred_at desc) where is_shared;
create index communications_author on public.communications (workspace_id, author_id);
create index communications_topic on public.communications (topic);

create trigger touch_communications before update on public.communications
  for each row execute function private.touch_row();

create function private.take_topic() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  became uuid;
begin
  -- Held until commit: a change of visibility meanwhile would leave the new row where it was seen before.
  if new.lead_id is not null then
    select l.topic, l.opportunity_id into new.topic, became from public.leads l
    where l.workspace_id = new.workspace_id and l.id = new.lead_id for no key update;
    if new.topic is null then
      raise exception 'lead_not_found';
    end if;
    if became is null then
      return new;
    end if;
    -- Written while a colleague converted the lead: it follows the others to the opportunity.
    new.lead_id := null;
    new.opportunity_id := became;
  end if;
  select o.topic into new.topic from public.opportunities o
  where o.workspace_id = new.workspace_id and o.id = new.opportunity_id for no key update;
  if new.topic is null then
    raise exception 'opportunity_not_found';
  end if;
  return new;
end $$;
comment on function private.take_topic() is 'A communication is seen by whoever sees what it is about.';
create trigger take_topic before insert on public.communications
  for each row execute function private.take_topic();

create function private.pass_topic_to_communications() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.communications c set topic = n.topic
  from new_rows n join old_rows o on o.id = n.id
  where n.topic <> o.topic and c.opportunity_id = n.id;
  return null;
end $$;
comment on function private.pass_topic_to_communications() is 'An opportunity takes its communications along when its visibility changes.';
-- Triggers fire by name. Those that lock rows come before `feed_…`, which takes clocks: everyone
-- waits for rows first and for clocks last, and nobody in a ring.
create trigger carry_topic after update on public.opportunities
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.pass_topic_to_communications();

create function private.note_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.opportunities o set last_activity_at = l.latest
  from (select n.opportunity_id, max(n.occurred_at) as latest from new_rows n group by n.opportunity_id) l
  where o.id = l.opportunity_id and (o.last_activity_at is null or o.last_activity_at < l.latest);
  return null;
end $$;
comment on function private.note_activity() is 'The card shows when something last happened.';
create trigger activity_noted after insert on public.communications
  referencing new table as new_rows for each statement execute function private.note_activity();

create function private.publish_communications(p_before public.communications[], p_after public.communications[])
returns void
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, 'leave' as op, coalesce((a).version, (b).version) as version, b as c
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, case when (b).topic = (a).topic then 'update' else 'enter' end, (a).version, a
      from pairs where (a).id is not null
    )
    select e.topic, (e.c).workspace_id, count(*) as size, array_agg((e.c).opportunity_id) as ids,
      jsonb_agg(jsonb_build_object('id', (e.c).id, 'version', e.version, 'op', e.op,
        'opportunityId', (e.c).opportunity_id, 'occurredAt', (e.c).occurred_at)) as changes
    from effects e join public.workspaces w on w.id = (e.c).workspace_id
    where (e.c).opportunity_id is not null
    group by e.topic, (e.c).workspace_id
    order by e.topic not like 'workspace:%', e.topic
  loop
    perform private.publish(batch.topic, batch.workspace_id,
      private.next_seq(batch.topic, batch.workspace_id), 'communication',
      case when batch.size <= 50 then batch.ids end, case when batch.size <= 50 then batch.changes end);
  end loop;
  perform private.publish_leads_of(coalesce(p_after, p_before));
end $$;
comment on function private.publish_communications(public.communications[], public.communications[]) is
  'One number and one event a topic; the log names the opportunities, whose cards show the latest activity. Boards hear nothing of what is about leads.';

create function private.feed_communications() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before public.communications[];
  after public.communications[];
begin
  if tg_op <> 'INSERT' then
    select array_agg(o::public.communications) into before from old_rows o;
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(n::public.communications) into after from new_rows n;
  end if;
  if before is not null or after is not null then
    perform private.publish_communications(before, after);
  end if;
  return null;
end $$;
comment on function private.feed_communications() is 'Statement trigger: hands communications to the feed.';
create trigger feed_communications_added after insert on public.communications
  referencing new table as new_rows for each statement execute function private.feed_communications();
create trigger feed_communications_changed after update on public.communications
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.feed_communications();
create trigger feed_communications_removed after delete on public.communications
  referencing old table as old_rows for each statement execute function private.feed_communications();

create trigger record_communications_added after insert on public.communications
  referencing new table as new_rows for each statement execute function private.write_history('communication');
create trigger record_communications_changed after update on public.communications
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('communication');
create trigger record_communications_removed after delete on public.communications
  referencing old table as old_rows for each statement execute function private.write_history('communication');

alter table public.communications enable row level security;
create policy "Members read the communications of topics they may see" on public.communications
  for select to authenticated using (topic in (select private.my_topics()));
create policy "Members log communications where they may see them" on public.communications
  for insert to authenticated
  with check (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()));
create policy "Authors correct their communications" on public.communications
  for update to authenticated
  using (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()))
  with check (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()));
create policy "Authors, managers and admins remove communications" on public.communications
  for delete to authenticated
  using (
    (topic in (select private.my_topics()) and author_id in (select private.my_member_ids()))
    or topic in (select private.my_topics('{manager,admin}'))
  );
grant select, delete on public.communications to authenticated;
grant insert (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, subject, body, occurred_at,
  author_id, is_shared)
  on public.communications to authenticated;
grant update (type_code, direction, party_id, subject, body, occurred_at) on public.communications to authenticated;
grant all on public.communications to service_role;

create function public.log_communication(
  p_id uuid, p_opportunity_id uuid, p_type_code text, p_mutation_id uuid, p_direction text default null,
  p_subject text default null, p_body text default null, p_occurred_at timestamptz default now()
) returns void
language plpgsql set search_path = '' as $$
declare
  about public.opportunities;
begin
  select * into about from public.opportunities o where o.id = p_opportunity_id;
  if not found then
    raise exception 'opportunity_not_found';
  end if;
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.communications (id, workspace_id, opportunity_id, type_code, direction, party_id,
    subject, body, occurred_at, author_id)
  values (p_id, about.workspace_id, about.id, p_type_code, p_direction, coalesce(about.contact_id, about.customer_id),
    p_subject, p_body, p_occurred_at, private.my_member_id(about.workspace_id));
end $$;
comment on function public.log_communication(uuid, uuid, text, uuid, text, text, text, timestamptz) is
  'Documents a contact about an opportunity, with its contact or customer. May be repeated.';
grant execute on function public.log_communication(uuid, uuid, text, uuid, text, text, text, timestamptz) to authenticated;

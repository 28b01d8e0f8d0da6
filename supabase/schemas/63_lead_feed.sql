-- What lists of leads hear. Boards show no leads: to them these are numbers of a topic, no more.

create function private.publish_lead_batch(p_topic text, p_workspace_id uuid, p_ids uuid[], p_changes jsonb)
returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- An import of many must not make every board read anew: too many to name are none to a board.
  perform private.publish(p_topic, p_workspace_id, private.next_seq(p_topic, p_workspace_id), 'lead',
    case when cardinality(p_ids) <= 50 then p_ids else '{}' end,
    case when cardinality(p_ids) <= 50 then p_changes end);
end $$;
comment on function private.publish_lead_batch(text, uuid, uuid[], jsonb) is
  'One number and one event of a topic for the leads of a statement.';

create function private.publish_leads(p_before public.leads[], p_after public.leads[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    with pairs as (
      select b, a from unnest(p_before) b full join unnest(p_after) a on a.id = b.id
    ), effects as (
      select (b).topic, 'leave' as op, coalesce((a).version, (b).version) as version, b as l
      from pairs where (b).id is not null and (b).topic is distinct from (a).topic
      union all
      select (a).topic, case when (b).topic = (a).topic then 'update' else 'enter' end, (a).version, a
      from pairs where (a).id is not null
    )
    select e.topic, (e.l).workspace_id, array_agg((e.l).id) as ids,
      jsonb_agg(jsonb_build_object('id', (e.l).id, 'version', e.version, 'op', e.op)) as changes
    from effects e join public.workspaces w on w.id = (e.l).workspace_id
    group by e.topic, (e.l).workspace_id
    order by e.topic not like 'workspace:%', e.topic
  loop
    perform private.publish_lead_batch(batch.topic, batch.workspace_id, batch.ids, batch.changes);
  end loop;
end $$;
comment on function private.publish_leads(public.leads[], public.leads[]) is
  'Rows before and after, matched by id. A lead that changes its visibility leaves one topic and enters another.';

create function private.publish_leads_of(p_communications public.communications[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  batch record;
begin
  for batch in
    select l.topic, l.workspace_id, array_agg(l.id) as ids,
      jsonb_agg(jsonb_build_object('id', l.id, 'version', l.version, 'op', 'update')) as changes
    from public.leads l where l.id in (select c.lead_id from unnest(p_communications) c)
    group by l.topic, l.workspace_id
    order by l.topic not like 'workspace:%', l.topic
  loop
    perform private.publish_lead_batch(batch.topic, batch.workspace_id, batch.ids, batch.changes);
  end loop;
end $$;
comment on function private.publish_leads_of(public.communications[]) is
  'Whoever looks at a lead reads again what was said with it.';

create function private.feed_leads() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before public.leads[];
  after public.leads[];
begin
  if tg_op = 'INSERT' then
    select array_agg(n::public.leads) into after from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(o::public.leads) into before from old_rows o;
  else
    select array_agg(o::public.leads), array_agg(n::public.leads) into before, after
    from new_rows n join old_rows o on o.id = n.id where n.version <> o.version;
  end if;
  if before is not null or after is not null then
    perform private.publish_leads(before, after);
  end if;
  return null;
end $$;
comment on function private.feed_leads() is 'Statement trigger: hands the leads that really changed to the feed.';
create trigger feed_leads_added after insert on public.leads
  referencing new table as new_rows for each statement execute function private.feed_leads();
create trigger feed_leads_changed after update on public.leads
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.feed_leads();
create trigger feed_leads_removed after delete on public.leads
  referencing old table as old_rows for each statement execute function private.feed_leads();

create trigger record_leads_added after insert on public.leads
  referencing new table as new_rows for each statement execute function private.write_history('lead');
create trigger record_leads_changed after update on public.leads
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('lead');
create trigger record_leads_removed after delete on public.leads
  referencing old table as old_rows for each statement execute function private.write_history('lead');

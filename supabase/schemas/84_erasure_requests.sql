-- That a customer wants to be forgotten, and by when the law wants an answer.

create table public.erasure_requests (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  party_id uuid,
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'done', 'declined', 'withdrawn')),
  note text check (length(note) <= 2000),
  decided_by uuid,
  decided_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'declined' or coalesce(trim(note), '') <> ''),
  foreign key (workspace_id, party_id) references public.parties (workspace_id, id) on delete set null (party_id),
  foreign key (workspace_id, decided_by) references public.members (workspace_id, id)
);
comment on table public.erasure_requests is
  'A request to be forgotten. It stays when the party is gone, and then says of nobody that it was answered in time.';
comment on column public.erasure_requests.due_on is
  'One month after it came in, by the calendar of the workspace (GDPR, article 12, paragraph 3).';
comment on column public.erasure_requests.note is 'Why it was declined, as the customer reads it.';
create unique index erasure_requests_open on public.erasure_requests (workspace_id, party_id) where status = 'open';
create index erasure_requests_party on public.erasure_requests (workspace_id, party_id, created_at desc);
create index erasure_requests_due on public.erasure_requests (workspace_id, due_on) where status = 'open';
create index erasure_requests_decided_by on public.erasure_requests (workspace_id, decided_by);
create trigger touch_erasure_requests before update on public.erasure_requests
  for each row execute function private.touch_row();
create trigger publish_erasure_requests_added after insert on public.erasure_requests
  referencing new table as new_rows for each statement execute function private.publish_customer_requests();
create trigger publish_erasure_requests_changed after update on public.erasure_requests
  referencing new table as new_rows for each statement execute function private.publish_customer_requests();
create trigger publish_customers_leaving after insert on public.erasure_requests
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger publish_customers_staying after update on public.erasure_requests
  referencing new table as new_rows for each statement execute function private.publish_parties_of('party_id');
create trigger record_erasure_requests_added after insert on public.erasure_requests
  referencing new table as new_rows for each statement
  execute function private.write_history('erasure_request', 'party_id');
create trigger record_erasure_requests_changed after update on public.erasure_requests
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('erasure_request', 'party_id');

alter table public.erasure_requests enable row level security;
create policy "Members read who of their workspaces wants to be forgotten" on public.erasure_requests
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Managers and admins answer who wants to be forgotten" on public.erasure_requests
  for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{manager,admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{manager,admin}'))
    and decided_by in (select private.my_member_ids()));
grant select on public.erasure_requests to authenticated;
grant update (status, note, decided_by, decided_at) on public.erasure_requests to authenticated;
grant all on public.erasure_requests to service_role;

create function private.ask_for_erasure() returns date
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
  asked public.erasure_requests;
begin
  perform private.hold_party(me.workspace_id, me.party_id);
  select * into asked from public.erasure_requests e
  where e.workspace_id = me.workspace_id and e.party_id = me.party_id and e.status = 'open';
  if asked.id is null then
    -- Who asks and takes it back, over and over, would have a mail for each.
    if not private.is_allowed('my_erasure', me.party_id::text, 5, '1 day') then
      raise exception 'too_many_requests';
    end if;
    insert into public.erasure_requests (workspace_id, party_id, due_on)
    select me.workspace_id, me.party_id, ((now() at time zone w.time_zone)::date + interval '1 month')::date
    from public.workspaces w where w.id = me.workspace_id
    returning * into asked;
    perform private.queue_mail(me.workspace_id, 'erasure_requested', case when p.language like 'en%' then 'en' else 'de' end,
      me.email, me.party_id, asked.id)
    from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id;
  end if;
  return asked.due_on;
end $$;
comment on function private.ask_for_erasure() is 'Definer: a customer asks to be forgotten, once until it is answered.';

create function private.withdraw_erasure() returns void
language plpgsql security definer set search_path = '' as $$
declare
  me private.customer_sessions := private.customer();
begin
  update public.erasure_requests e set status = 'withdrawn', decided_at = now()
  where e.workspace_id = me.workspace_id and e.party_id = me.party_id and e.status = 'open';
end $$;
comment on function private.withdraw_erasure() is 'Definer: a customer would rather stay.';

create function public.ask_for_erasure() returns date
language plpgsql set search_path = '' as $$
begin
  return private.ask_for_erasure();
end $$;
comment on function public.ask_for_erasure() is
  'The customer who is signed in wants to be forgotten. Returns by when they have an answer. May be repeated.';
create function public.withdraw_erasure() returns void
language plpgsql set search_path = '' as $$
begin
  perform private.withdraw_erasure();
end $$;
comment on function public.withdraw_erasure() is 'Takes the request to be forgotten back. May be repeated.';
grant execute on function private.ask_for_erasure(), private.withdraw_erasure(),
  public.ask_for_erasure(), public.withdraw_erasure() to anon, authenticated;

create function public.decide_erasure(p_id uuid, p_status text, p_note text default null) returns void
language plpgsql set search_path = '' as $$
declare
  asked public.erasure_requests;
begin
  if p_status not in ('done', 'declined') or p_status = 'declined' and coalesce(trim(p_note), '') = '' then
    raise exception 'invalid_input';
  end if;
  select * into asked from public.erasure_requests e where e.id = p_id;
  if asked.id is null then
    raise exception 'not_found';
  end if;
  update public.erasure_requests e set status = p_status, note = p_note,
    decided_by = private.my_member_id(e.workspace_id), decided_at = now()
  where e.id = p_id and e.status = 'open';
  if found then
    return;
  end if;
  select * into asked from public.erasure_requests e where e.id = p_id;
  if asked.status = 'open' then
    raise exception 'forbidden';
  end if;
  if asked.status <> p_status then
    raise exception 'conflict';
  end if;
end $$;
comment on function public.decide_erasure(uuid, text, text) is
  'Answers a request to be forgotten: done, or declined with the reason that the customer reads. By managers and admins; conflict when it is answered already. May be repeated.';
grant execute on function public.decide_erasure(uuid, text, text) to authenticated;

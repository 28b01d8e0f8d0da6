-- How a campaign is sent: asked for once, written page by page by the worker, stopped at any time.

create function private.send_campaign(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  campaign public.campaigns;
begin
  -- Two who send at once wait here for each other; the second finds it sent.
  select * into campaign from public.campaigns c
  where c.id = p_id and c.workspace_id in (select private.my_workspace_ids()) for no key update;
  if campaign.id is null then
    raise exception 'not_found';
  end if;
  if campaign.workspace_id not in (select private.my_workspace_ids('{marketing,admin}')) then
    raise exception 'forbidden';
  end if;
  if exists (select 1 from public.campaign_sendings s where s.campaign_id = p_id) then
    return;
  end if;
  if campaign.status in ('completed', 'cancelled') then
    raise exception 'campaign_closed';
  end if;
  if private.campaign_language(campaign, 'de') is null or private.campaign_list_ids(p_id) = '{}' then
    raise exception 'campaign_incomplete';
  end if;
  insert into public.campaign_sendings (campaign_id, workspace_id, started_by)
  values (p_id, campaign.workspace_id, private.my_member_id(campaign.workspace_id));
  update public.campaigns c set status = 'running' where c.id = p_id and c.status = 'planned';
  perform private.enqueue('advance_campaign', p_id);
end $$;
comment on function private.send_campaign(uuid) is
  'Definer, because nobody writes sendings and mails but by these functions: marketing or an admin sends a campaign of theirs.';
create function public.send_campaign(p_id uuid, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.send_campaign(p_id);
  end if;
end $$;
comment on function public.send_campaign(uuid, uuid) is
  'Sends a campaign to the confirmed readers of its lists, once however often it is called. campaign_closed when it is over, campaign_incomplete without text or list.';

create function private.write_campaign_page(p_sending public.campaign_sendings, p_limit integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  lists uuid[] := private.campaign_list_ids(p_sending.campaign_id);
  emails text[] := private.campaign_addresses(p_sending.workspace_id, lists, p_sending.reached_email, p_limit);
  readers private.campaign_reader[];
  outcomes jsonb;
  mail_id uuid;
begin
  readers := array(
    select o::private.campaign_reader from private.campaign_outlook(p_sending.workspace_id, lists, emails) o
    order by o.email);
  outcomes := private.count_campaign_outcomes(readers);
  for mail_id in
    insert into public.mails (workspace_id, template, locale, recipient, party_id, subject_id, campaign_id)
    select p_sending.workspace_id, 'campaign', r.locale, r.email, r.party_id, r.subscription_id, p_sending.campaign_id
    from unnest(readers) r where r.outcome = 'reached'
    on conflict (workspace_id, campaign_id, recipient) do nothing
    returning id
  loop
    perform private.enqueue('send_mail', mail_id, 10);
  end loop;
  -- Last, for it tells everybody: its place and its mails are kept together or not at all.
  update public.campaign_sendings s set
    reached_email = coalesce(emails[cardinality(emails)], s.reached_email),
    state = case when cardinality(emails) < p_limit then 'written' else 'writing' end,
    reached = s.reached + (outcomes ->> 'reached')::integer,
    blacklisted = s.blacklisted + (outcomes ->> 'blacklisted')::integer,
    unconfirmed = s.unconfirmed + (outcomes ->> 'unconfirmed')::integer,
    declined = s.declined + (outcomes ->> 'declined')::integer,
    undeliverable = s.undeliverable + (outcomes ->> 'undeliverable')::integer,
    unwanted = s.unwanted + (outcomes ->> 'unwanted')::integer
  where s.campaign_id = p_sending.campaign_id;
end $$;
comment on function private.write_campaign_page(public.campaign_sendings, integer) is
  'Writes the mails to the next addresses of a sending that is held, and counts who is left out. They leave after what somebody waits for.';

create function private.cancel_campaign_page(p_sending public.campaign_sendings, p_limit integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  cancelled integer;
begin
  update public.mails m set status = 'cancelled' where m.id in (
    select w.id from public.mails w
    where w.campaign_id = p_sending.campaign_id and w.status = 'queued' order by w.id limit p_limit for update);
  get diagnostics cancelled = row_count;
  if cancelled < p_limit then
    update public.campaign_sendings s set state = 'stopped' where s.campaign_id = p_sending.campaign_id;
  end if;
end $$;
comment on function private.cancel_campaign_page(public.campaign_sendings, integer) is
  'Cancels the next waiting mails of a sending that is held.';

create function private.advance_campaign(p_campaign_id uuid, p_limit integer default 500) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  sending public.campaign_sendings;
begin
  -- Two workers, or one that was thought dead, do one page after the other.
  select * into sending from public.campaign_sendings s where s.campaign_id = p_campaign_id for update;
  if sending.state = 'writing' then
    perform private.write_campaign_page(sending, p_limit);
  elsif sending.state = 'stopping' then
    perform private.cancel_campaign_page(sending, p_limit);
  end if;
  return exists (
    select 1 from public.campaign_sendings s
    where s.campaign_id = p_campaign_id and s.state in ('writing', 'stopping'));
end $$;
comment on function private.advance_campaign(uuid, integer) is
  'The worker does one page of a sending, in one transaction: whoever takes over goes on behind the last one. Whether there is more.';

create function private.halt_campaign(p_campaign_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.campaign_sendings s set state = 'stopping'
  where s.campaign_id = p_campaign_id and (s.state = 'writing' or s.state = 'written' and exists (
    select 1 from public.mails m where m.campaign_id = p_campaign_id and m.status = 'queued'));
  if found then
    perform private.enqueue('advance_campaign', p_campaign_id);
  end if;
end $$;
comment on function private.halt_campaign(uuid) is
  'From now on no mail of it leaves; the worker cancels those that wait. What is through already stays so.';

create function private.stop_campaign(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select 1 from public.campaigns c where c.id = p_id and c.workspace_id in (select private.my_workspace_ids())
  ) then
    raise exception 'not_found';
  end if;
  if not exists (
    select 1 from public.campaigns c
    where c.id = p_id and c.workspace_id in (select private.my_workspace_ids('{marketing,admin}'))
  ) then
    raise exception 'forbidden';
  end if;
  perform private.halt_campaign(p_id);
end $$;
comment on function private.stop_campaign(uuid) is 'Definer: marketing or an admin stops the sending of a campaign of theirs.';
create function public.stop_campaign(p_id uuid, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.stop_campaign(p_id);
  end if;
end $$;
comment on function public.stop_campaign(uuid, uuid) is
  'Stops a campaign that is being sent: what waits does not leave. May be repeated.';

create function private.test_campaign(p_id uuid, p_locale text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  campaign public.campaigns;
  me public.members;
begin
  select * into campaign from public.campaigns c
  where c.id = p_id and c.workspace_id in (select private.my_workspace_ids());
  if campaign.id is null then
    raise exception 'not_found';
  end if;
  if campaign.workspace_id not in (select private.my_workspace_ids('{marketing,admin}')) then
    raise exception 'forbidden';
  end if;
  if private.campaign_language(campaign, p_locale) is null then
    raise exception 'campaign_incomplete';
  end if;
  select * into me from public.members m where m.id = private.my_member_id(campaign.workspace_id);
  if not private.is_allowed('campaign_test', me.id::text, 30, interval '1 hour') then
    raise exception 'too_many_requests';
  end if;
  perform private.queue_mail(campaign.workspace_id, 'campaign_test', p_locale, lower(me.email), null, p_id);
end $$;
comment on function private.test_campaign(uuid, text) is
  'Definer: mails a campaign to whoever calls, at their own address alone; thirty times an hour at most.';
create function public.test_campaign(p_id uuid, p_locale text, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.test_campaign(p_id, p_locale);
  end if;
end $$;
comment on function public.test_campaign(uuid, text, uuid) is
  'Sends the mail of a campaign to the caller alone, as its readers would get it in this language.';

grant execute on function private.send_campaign(uuid), private.stop_campaign(uuid), private.test_campaign(uuid, text),
  public.send_campaign(uuid, uuid), public.stop_campaign(uuid, uuid), public.test_campaign(uuid, text, uuid)
  to authenticated;

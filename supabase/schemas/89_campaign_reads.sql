-- How campaigns are read, under the policies of whoever asks.

create function private.campaign_face(p_campaign public.campaigns) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', p_campaign.id, 'version', p_campaign.version, 'name', p_campaign.name,
    'description', p_campaign.description, 'status', p_campaign.status,
    'startsOn', p_campaign.starts_on, 'endsOn', p_campaign.ends_on,
    'budget', trim_scale(p_campaign.budget)::text, 'currency', p_campaign.currency,
    'ownerId', p_campaign.owner_id,
    'lists', (
      select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names, 'isArchived', l.archived_at is not null)
        order by l.name collate "und-x-icu", l.id), '[]')
      from public.campaign_lists c join public.contact_lists l on l.workspace_id = c.workspace_id and l.id = c.list_id
      where c.workspace_id = p_campaign.workspace_id and c.campaign_id = p_campaign.id),
    'sending', (
      select jsonb_build_object('state', s.state, 'startedAt', s.started_at, 'outcomes', jsonb_build_object(
        'reached', s.reached, 'blacklisted', s.blacklisted, 'unconfirmed', s.unconfirmed, 'declined', s.declined,
        'undeliverable', s.undeliverable, 'unwanted', s.unwanted))
      from public.campaign_sendings s where s.campaign_id = p_campaign.id),
    'leadCount', (
      select count(*) from public.leads l
      where l.workspace_id = p_campaign.workspace_id and l.campaign_id = p_campaign.id),
    'opportunityCount', (
      select count(*) from public.opportunities o
      where o.workspace_id = p_campaign.workspace_id and o.campaign_id = p_campaign.id));
end $$;
comment on function private.campaign_face(public.campaigns) is
  'The fields a list of campaigns shows, as `campaignSchema` in domain/campaign-answers.ts reads them.';

create function public.list_campaigns(p_workspace_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return (
    select coalesce(jsonb_agg(private.campaign_face(c) order by c.created_at desc, c.id), '[]')
    from public.campaigns c where c.workspace_id = p_workspace_id
  );
end $$;
comment on function public.list_campaigns(uuid) is
  'The campaigns of a workspace, the latest first; leads and opportunities count where the caller may see them.';

create function public.campaign_details(p_workspace_id uuid, p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.campaign_face(c) || jsonb_build_object('subjects', c.subjects, 'bodies', c.bodies)
    from public.campaigns c where c.workspace_id = p_workspace_id and c.id = p_id
  );
end $$;
comment on function public.campaign_details(uuid, uuid) is
  'A campaign with its mail; null when the caller may not see it.';

create function private.campaign_mail_counts(p_campaign_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (
    select 1 from public.campaigns c where c.id = p_campaign_id and c.workspace_id in (select private.my_workspace_ids())
  ) then
    raise exception 'not_found';
  end if;
  return (
    select jsonb_build_object(
      'waiting', count(*) filter (where m.status in ('queued', 'sending')),
      'sent', count(*) filter (where m.status in ('sent', 'unsure')),
      'failed', count(*) filter (where m.status in ('refused', 'bounced')),
      'cancelled', count(*) filter (where m.status = 'cancelled'),
      'unsubscribed', count(m.unsubscribed_at))
    from public.mails m where m.campaign_id = p_campaign_id
  );
end $$;
comment on function private.campaign_mail_counts(uuid) is
  'Definer, because marketing alone reads who was written to: everybody in the workspace reads how many.';

create function public.campaign_report(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'mails', private.campaign_mail_counts(p_id),
    'leads', (
      select jsonb_build_object('total', count(*),
        'open', count(*) filter (where l.queue <> 'closed'),
        'converted', count(*) filter (where l.status = 'converted'))
      from public.leads l join public.campaigns c on c.workspace_id = l.workspace_id and c.id = l.campaign_id
      where c.id = p_id),
    'opportunities', (
      select jsonb_build_object('total', count(*),
        'open', count(*) filter (where s.kind = 'open'),
        'won', count(*) filter (where s.kind = 'won'),
        'lost', count(*) filter (where s.kind = 'lost'))
      from public.opportunities o join public.campaigns c on c.workspace_id = o.workspace_id and c.id = o.campaign_id
      join public.stages s on s.workspace_id = o.workspace_id and s.id = o.stage_id
      where c.id = p_id),
    'won', (
      select coalesce(jsonb_agg(jsonb_build_object('currency', w.currency, 'amount', trim_scale(w.amount)::text)
        order by w.currency), '[]')
      from (
        select o.currency, sum(o.amount) as amount
        from public.opportunities o join public.campaigns c on c.workspace_id = o.workspace_id and c.id = o.campaign_id
        join public.stages s on s.workspace_id = o.workspace_id and s.id = o.stage_id
        where c.id = p_id and s.kind = 'won' and o.amount is not null group by o.currency
      ) w));
end $$;
comment on function public.campaign_report(uuid) is
  'What became of the mails of a campaign, and the leads, opportunities and won amounts (per currency) that came from it, where the caller may see them.';

grant execute on function private.campaign_face(public.campaigns), private.campaign_mail_counts(uuid)
  to authenticated, service_role;
grant execute on function public.list_campaigns(uuid), public.campaign_details(uuid, uuid), public.campaign_report(uuid)
  to authenticated;

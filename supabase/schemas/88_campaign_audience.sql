-- Whom a campaign reaches, and why it leaves others out: asked before it is sent, while its mails are
-- written, and once more at the moment when each leaves.

create type private.campaign_reader as (email text, outcome text, subscription_id uuid, party_id uuid, locale text);
comment on type private.campaign_reader is 'An address on the lists of a campaign, and whether the campaign reaches it.';

create function private.campaign_list_ids(p_campaign_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select l.id from public.campaign_lists c
    join public.contact_lists l on l.workspace_id = c.workspace_id and l.id = c.list_id
    where c.campaign_id = p_campaign_id and l.archived_at is null order by l.id);
end $$;
comment on function private.campaign_list_ids(uuid) is
  'The lists that a campaign is sent to; nothing goes to archived ones.';

create function private.campaign_addresses(p_workspace_id uuid, p_list_ids uuid[], p_after text, p_limit integer)
returns text[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select distinct s.email from public.subscriptions s
    where s.workspace_id = p_workspace_id and s.list_id = any (p_list_ids) and s.email > coalesce(p_after, '')
    order by s.email limit p_limit);
end $$;
comment on function private.campaign_addresses(uuid, uuid[], text, integer) is
  'The addresses on these lists behind one, each once however many lists it stands on.';

create function private.campaign_outlook(p_workspace_id uuid, p_list_ids uuid[], p_emails text[])
returns setof private.campaign_reader
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    with on_lists as (
      select s.email, s.list_id,
        -- Who left a list under one name is not written to under another.
        bool_or(s.status = 'accepted') and not bool_or(s.status in ('rejected', 'unsubscribed')) as is_on,
        bool_or(s.status = 'pending') as is_asked, bool_or(s.status = 'invalid') as is_invalid,
        bool_or(p.is_blacklisted) as is_blacklisted,
        (array_agg(s.id order by s.created_at, s.id) filter (where s.status = 'accepted'))[1] as subscription_id
      from public.subscriptions s join public.parties p on p.workspace_id = s.workspace_id and p.id = s.party_id
      where s.workspace_id = p_workspace_id and s.list_id = any (p_list_ids) and s.email = any (p_emails)
      group by s.email, s.list_id
    ), addresses as (
      select o.email, bool_or(o.is_on) as is_on, bool_or(o.is_asked) as is_asked,
        bool_or(o.is_invalid) as is_invalid, bool_or(o.is_blacklisted) as is_blacklisted,
        (array_agg(o.subscription_id order by o.list_id) filter (where o.is_on))[1] as subscription_id
      from on_lists o group by o.email
    ), known as (
      -- The same letter box, whoever of those it belongs to stands on the list.
      select c.value, bool_or(p.is_blacklisted) as is_blacklisted, bool_or(c.bounced_at is not null) as has_bounced,
        bool_or(c.may_contact is false) as is_unwanted
      from public.contact_points c join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
      where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = any (p_emails)
        and c.valid @> current_date
      group by c.value
    )
    select a.email, case
        when not a.is_on and not a.is_asked then case when a.is_invalid then 'undeliverable' else 'declined' end
        when a.is_blacklisted or k.is_blacklisted then 'blacklisted'
        when not a.is_on then 'unconfirmed'
        when k.has_bounced then 'undeliverable'
        when k.is_unwanted then 'unwanted'
        else 'reached' end,
      a.subscription_id, s.party_id, s.locale
    from addresses a left join known k on k.value = a.email
    left join public.subscriptions s on s.workspace_id = p_workspace_id and s.id = a.subscription_id;
end $$;
comment on function private.campaign_outlook(uuid, uuid[], text[]) is
  'What becomes of each of these addresses on lists: reached, blacklisted (somebody with it is), unconfirmed, declined (or left), undeliverable, unwanted (no mail wished for there).';

create function private.count_campaign_outcomes(p_readers private.campaign_reader[]) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'reached', count(*) filter (where r.outcome = 'reached'),
      'blacklisted', count(*) filter (where r.outcome = 'blacklisted'),
      'unconfirmed', count(*) filter (where r.outcome = 'unconfirmed'),
      'declined', count(*) filter (where r.outcome = 'declined'),
      'undeliverable', count(*) filter (where r.outcome = 'undeliverable'),
      'unwanted', count(*) filter (where r.outcome = 'unwanted'))
    from unnest(p_readers) r
  );
end $$;
comment on function private.count_campaign_outcomes(private.campaign_reader[]) is 'How many of each outcome.';

create function private.foresee_campaign(p_id uuid, p_most integer) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  workspace uuid;
  lists uuid[] := private.campaign_list_ids(p_id);
  emails text[];
begin
  select c.workspace_id into workspace from public.campaigns c
  where c.id = p_id and c.workspace_id in (select private.my_workspace_ids());
  if workspace is null then
    raise exception 'not_found';
  end if;
  emails := private.campaign_addresses(workspace, lists, null, p_most);
  return jsonb_build_object('size', cardinality(emails), 'isMore', cardinality(emails) = p_most,
    'outcomes', private.count_campaign_outcomes(array(
      select o::private.campaign_reader from private.campaign_outlook(workspace, lists, emails) o)));
end $$;
comment on function private.foresee_campaign(uuid, integer) is
  'Definer: counts, before a campaign of the caller''s workspace is sent, whom it would reach.';
create function public.foresee_campaign(p_id uuid, p_most integer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.foresee_campaign(p_id, p_most);
end $$;
comment on function public.foresee_campaign(uuid, integer) is
  'How many addresses stand on the lists of a campaign, counted no further than it is told, and what would become of them.';
grant execute on function private.foresee_campaign(uuid, integer), public.foresee_campaign(uuid, integer) to authenticated;

create function private.campaign_list_names(p_mail public.mails) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'de', string_agg(private.localized(l.names, 'de'), ', ' order by l.name),
      'en', string_agg(private.localized(l.names, 'en'), ', ' order by l.name))
    from public.campaign_lists c
    join public.contact_lists l on l.workspace_id = c.workspace_id and l.id = c.list_id
    where c.workspace_id = p_mail.workspace_id and c.campaign_id = p_mail.campaign_id and (
      exists (
        select 1 from public.subscriptions s
        where s.workspace_id = c.workspace_id and s.list_id = c.list_id and s.email = p_mail.recipient)
      or exists (
        select 1 from public.subscriptions s
        where s.workspace_id = c.workspace_id and s.list_id = c.list_id and s.party_id = p_mail.party_id
          and p_mail.recipient = any (s.former_emails)))
    having count(*) > 0);
end $$;
comment on function private.campaign_list_names(public.mails) is
  'The lists of its campaign that the address of a mail stands or stood on, as their readers read them; null where there are none.';

create function private.campaign_language(p_campaign public.campaigns, p_locale text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select l from unnest(array[p_locale, 'de', 'en']) with ordinality o (l, place)
    where p_campaign.subjects ? l and p_campaign.bodies ? l order by place limit 1);
end $$;
comment on function private.campaign_language(public.campaigns, text) is
  'The language in which a reader gets the mail of a campaign: theirs, else the one that has subject and text; null where none has. As `mailLanguage` in domain/campaign-mail.ts.';

create function private.campaign_facts(p_mail public.mails) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  campaign public.campaigns;
  reader private.campaign_reader;
  language text;
begin
  select c.* into campaign from public.campaigns c
  where c.id = case p_mail.template when 'campaign_test' then p_mail.subject_id else p_mail.campaign_id end;
  language := private.campaign_language(campaign, p_mail.locale);
  if language is null then
    return null;
  end if;
  if p_mail.template = 'campaign_test' then
    return jsonb_build_object('subject', campaign.subjects ->> language, 'body', campaign.bodies ->> language,
      'campaign', campaign.name);
  end if;
  if campaign.status = 'cancelled' or not exists (
    select 1 from public.campaign_sendings s where s.campaign_id = campaign.id and s.state in ('writing', 'written')
  ) then
    return null;
  end if;
  -- Whoever was blacklisted, left or bounced since the mail was written gets none.
  select * into reader from private.campaign_outlook(
    campaign.workspace_id, private.campaign_list_ids(campaign.id), array[p_mail.recipient]) o
  where o.outcome = 'reached';
  if reader.subscription_id is null then
    return null;
  end if;
  return jsonb_build_object('subject', campaign.subjects ->> language, 'body', campaign.bodies ->> language,
    'list', private.localized(private.campaign_list_names(p_mail), p_mail.locale),
    'token', private.issue_token('unsubscribe', p_mail.workspace_id, reader.subscription_id, p_mail.id,
      interval '100 years'));
end $$;
comment on function private.campaign_facts(public.mails) is
  'What the mail of a campaign says, with a link to leave its lists; null when it is stopped, or its reader is not to be written to any more.';

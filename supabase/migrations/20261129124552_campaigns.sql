-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

ALTER TABLE "public"."mails" DROP CONSTRAINT "mails_template_check";

DROP FUNCTION "private"."enqueue"(text, uuid);

CREATE TABLE "public"."campaign_lists" ("workspace_id" uuid NOT NULL, "campaign_id" uuid NOT NULL, "list_id" uuid NOT NULL, CONSTRAINT "campaign_lists_pkey" PRIMARY KEY (workspace_id, campaign_id, list_id));

ALTER TABLE "public"."campaign_lists" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."campaign_lists" OWNER TO "postgres";

CREATE TABLE "public"."campaign_sendings" ("campaign_id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "state" text NOT NULL DEFAULT 'writing'::text, "reached_email" text, "reached" integer NOT NULL DEFAULT 0, "blacklisted" integer NOT NULL DEFAULT 0, "unconfirmed" integer NOT NULL DEFAULT 0, "declined" integer NOT NULL DEFAULT 0, "undeliverable" integer NOT NULL DEFAULT 0, "unwanted" integer NOT NULL DEFAULT 0, "started_by" uuid, "started_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "campaign_sendings_pkey" PRIMARY KEY (campaign_id), CONSTRAINT "campaign_sendings_state_check" CHECK ((state = ANY (ARRAY['writing'::text, 'written'::text, 'stopping'::text, 'stopped'::text]))));

ALTER TABLE "public"."campaign_sendings" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."campaign_sendings" OWNER TO "postgres";

CREATE TABLE "public"."campaigns" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "name" text NOT NULL, "description" text, "starts_on" date, "ends_on" date, "budget" numeric(19,4), "currency" text NOT NULL, "subjects" jsonb, "bodies" jsonb, "owner_id" uuid, "created_by" uuid, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "campaigns_budget_check" CHECK (((budget >= (0)::numeric) AND (budget <> 'NaN'::numeric))), CONSTRAINT "campaigns_currency_check" CHECK ((currency ~ '^[A-Z]{3}$'::text)), CONSTRAINT "campaigns_description_check" CHECK (((length(description) <= 2000) AND (TRIM(BOTH FROM description) <> ''::text))), CONSTRAINT "campaigns_ends_on_check" CHECK (((ends_on >= '1900-01-01'::date) AND (ends_on <= '2200-12-31'::date))), CONSTRAINT "campaigns_name_check" CHECK (((length(name) <= 120) AND (TRIM(BOTH FROM name) <> ''::text))), CONSTRAINT "campaigns_period_not_reversed" CHECK ((ends_on >= starts_on)), CONSTRAINT "campaigns_pkey" PRIMARY KEY (id), CONSTRAINT "campaigns_starts_on_check" CHECK (((starts_on >= '1900-01-01'::date) AND (starts_on <= '2200-12-31'::date))), CONSTRAINT "campaigns_workspace_id_id_key" UNIQUE (workspace_id, id), CONSTRAINT "campaigns_bodies_check" CHECK (private.is_localized(bodies, 10000)), CONSTRAINT "campaigns_subjects_check" CHECK (private.is_localized(subjects, 200)));

ALTER TABLE "public"."campaigns" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."campaigns" OWNER TO "postgres";

ALTER TABLE "public"."leads" ADD COLUMN "campaign_id" uuid;

ALTER TABLE "public"."mails" ADD COLUMN "campaign_id" uuid;

ALTER TABLE "public"."mails" ADD COLUMN "unsubscribed_at" timestamp with time zone;

ALTER TABLE "public"."opportunities" ADD COLUMN "campaign_id" uuid;

CREATE TYPE "private"."campaign_reader" AS ("email" text, "outcome" text, "subscription_id" uuid, "party_id" uuid, "locale" text);

ALTER TYPE "private"."campaign_reader" OWNER TO "postgres";

CREATE TYPE "public"."campaign_status" AS ENUM ('planned', 'running', 'completed', 'cancelled');

ALTER TABLE "public"."campaigns" ADD COLUMN "status" public.campaign_status NOT NULL DEFAULT 'planned'::public.campaign_status;

ALTER TYPE "public"."campaign_status" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.advance_campaign(p_campaign_id uuid, p_limit integer DEFAULT 500)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."advance_campaign"(uuid, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_addresses(p_workspace_id uuid, p_list_ids uuid[], p_after text, p_limit integer)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select distinct s.email from public.subscriptions s
    where s.workspace_id = p_workspace_id and s.list_id = any (p_list_ids) and s.email > coalesce(p_after, '')
    order by s.email limit p_limit);
end $function$;

ALTER FUNCTION "private"."campaign_addresses"(uuid, uuid[], text, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_face(p_campaign public.campaigns)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."campaign_face"(public.campaigns) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_facts(p_mail public.mails)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."campaign_facts"(public.mails) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_language(p_campaign public.campaigns, p_locale text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select l from unnest(array[p_locale, 'de', 'en']) with ordinality o (l, place)
    where p_campaign.subjects ? l and p_campaign.bodies ? l order by place limit 1);
end $function$;

ALTER FUNCTION "private"."campaign_language"(public.campaigns, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_list_ids(p_campaign_id uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select l.id from public.campaign_lists c
    join public.contact_lists l on l.workspace_id = c.workspace_id and l.id = c.list_id
    where c.campaign_id = p_campaign_id and l.archived_at is null order by l.id);
end $function$;

ALTER FUNCTION "private"."campaign_list_ids"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_list_names(p_mail public.mails)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."campaign_list_names"(public.mails) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_mail_counts(p_campaign_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."campaign_mail_counts"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.campaign_outlook(p_workspace_id uuid, p_list_ids uuid[], p_emails text[])
 RETURNS SETOF private.campaign_reader
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."campaign_outlook"(uuid, uuid[], text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.cancel_campaign_page(p_sending public.campaign_sendings, p_limit integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."cancel_campaign_page"(public.campaign_sendings, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.count_campaign_outcomes(p_readers private.campaign_reader[])
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."count_campaign_outcomes"(private.campaign_reader[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.diff(p_before jsonb, p_after jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(
      jsonb_object_agg(a.key, case
        when a.key in ('amount', 'revenue', 'budget') then jsonb_build_array(private.exact(p_before -> a.key), private.exact(a.value))
        else jsonb_build_array(coalesce(p_before -> a.key, 'null'), a.value)
      end), '{}'::jsonb)
    from jsonb_each(p_after) a
    where coalesce(p_before -> a.key, 'null') <> a.value
      and a.key not in ('version', 'updated_at', 'topic', 'queue', 'match_name', 'search_name',
        'last_activity_at', 'is_blacklisted', 'customer_blacklisted')
  );
end $function$;

CREATE OR REPLACE FUNCTION private.enqueue(p_task text, p_id uuid, p_priority integer DEFAULT 0)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Before the first worker came there is no queue. What waits then is found by the worker itself.
  if to_regnamespace('graphile_worker') is null then
    return;
  end if;
  execute 'select graphile_worker.add_job($1, payload => json_build_object(''id'', $2), job_key => $1 || '':'' || $2, priority => $3)'
    using p_task, p_id, p_priority;
end $function$;

ALTER FUNCTION "private"."enqueue"(text, uuid, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.find_waiting()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.enqueue('take_contact_message', m.id) from (
    select c.id from private.contact_messages c
    where c.status = 'received' and c.received_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'take_contact_message:' || c.id and j.attempts < j.max_attempts)
    order by c.received_at limit 1000) m;
  perform private.enqueue('send_mail', m.id, case when m.template = 'campaign' then 10 else 0 end) from (
    select c.id, c.template from public.mails c
    where c.status in ('queued', 'sending') and c.created_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'send_mail:' || c.id and j.attempts < j.max_attempts)
    order by c.created_at limit 1000) m;
  perform private.enqueue('take_sign_in_request', r.id) from private.sign_in_requests r
  where r.party_id is null and r.requested_at between now() - interval '1 hour' and now() - interval '30 seconds';
  perform private.enqueue('advance_campaign', s.campaign_id) from public.campaign_sendings s
  where s.state in ('writing', 'stopping') and s.started_at < now() - interval '30 seconds' and not exists (
    select 1 from graphile_worker.jobs j where j.key = 'advance_campaign:' || s.campaign_id and j.attempts < j.max_attempts);
  perform private.forget_what_is_over();
end $function$;

CREATE OR REPLACE FUNCTION private.foresee_campaign(p_id uuid, p_most integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."foresee_campaign"(uuid, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.halt_campaign(p_campaign_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.campaign_sendings s set state = 'stopping'
  where s.campaign_id = p_campaign_id and (s.state = 'writing' or s.state = 'written' and exists (
    select 1 from public.mails m where m.campaign_id = p_campaign_id and m.status = 'queued'));
  if found then
    perform private.enqueue('advance_campaign', p_campaign_id);
  end if;
end $function$;

ALTER FUNCTION "private"."halt_campaign"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.keep_lists_of_sent_campaigns()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."keep_lists_of_sent_campaigns"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.keep_sent_campaigns()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."keep_sent_campaigns"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.link_face(p_link private.link_tokens)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  face jsonb;
begin
  -- The address that the mail went to: who has it learns of no other one.
  select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue,
    'logo', p.logo, 'listNames', coalesce(private.campaign_list_names(m), l.names),
    'email', m.recipient, 'status', case
      when m.recipient = any (s.former_emails || s.email) then s.status::text else 'unsubscribed' end)
  into face
  from public.subscriptions s join public.workspaces w on w.id = s.workspace_id
  join public.contact_pages p on p.workspace_id = s.workspace_id
  join public.contact_lists l on l.id = s.list_id join public.mails m on m.id = p_link.mail_id
  where s.id = p_link.subject_id;
  -- Whom it was for is gone.
  if face is null then
    raise exception 'link_invalid';
  end if;
  return face;
end $function$;

CREATE OR REPLACE FUNCTION private.mail_facts(p_mail public.mails)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  subscription public.subscriptions;
  token text;
begin
  if p_mail.template in ('confirm_subscription', 'subscribed') then
    select * into subscription from public.subscriptions s where s.id = p_mail.subject_id;
    if subscription.email is distinct from p_mail.recipient
      or subscription.status <> (case p_mail.template when 'subscribed' then 'accepted' else 'pending' end)::public.subscription_status
    then
      return null;
    end if;
    token := private.issue_token(case p_mail.template when 'subscribed' then 'unsubscribe' else p_mail.template end,
      p_mail.workspace_id, p_mail.subject_id, p_mail.id,
      case p_mail.template when 'subscribed' then interval '100 years' else interval '7 days' end);
    return jsonb_build_object('token', token, 'list',
      (select private.localized(l.names, p_mail.locale) from public.contact_lists l where l.id = subscription.list_id));
  end if;
  if p_mail.template in ('campaign', 'campaign_test') then
    return private.campaign_facts(p_mail);
  end if;
  if p_mail.template = 'confirm_message' then
    if not exists (select 1 from private.contact_messages m where m.id = p_mail.subject_id and m.status = 'unproven') then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('confirm_message', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '2 days'));
  end if;
  if p_mail.template = 'sign_in' then
    -- Somebody waits for it now; later they have asked again.
    if not exists (
      select 1 from private.sign_in_requests r where r.id = p_mail.subject_id and r.requested_at > now() - interval '1 hour'
    ) then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('sign_in', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '30 minutes'));
  end if;
  if p_mail.template = 'verify_email' then
    if not exists (
      select 1 from public.customer_changes c where c.id = p_mail.subject_id and c.status = 'unverified'
    ) then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('verify_email', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '1 day'));
  end if;
  if p_mail.template = 'email_changed' then
    return (select '{}'::jsonb from public.customer_changes c where c.id = p_mail.subject_id and c.status = 'applied');
  end if;
  if p_mail.template = 'answered' then
    return (
      select jsonb_build_object('body', c.body, 'author', coalesce(a.name, ''))
      from public.communications c left join public.members a on a.id = c.author_id
      where c.id = p_mail.subject_id and c.is_shared and c.party_id = p_mail.party_id);
  end if;
  if p_mail.template = 'erasure_requested' then
    return (
      select jsonb_build_object('dueOn', e.due_on) from public.erasure_requests e
      where e.id = p_mail.subject_id and e.status = 'open');
  end if;
  -- Nothing that was typed: the address is not proved, and strangers must not write through us.
  return (select '{}'::jsonb from private.contact_messages m where m.id = p_mail.subject_id);
end $function$;

CREATE OR REPLACE FUNCTION private.publish_campaign_sending()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.publish_batch(new.workspace_id, 'campaign', 1, array[new.campaign_id], jsonb_build_array(
    jsonb_build_object('id', new.campaign_id, 'version', 0, 'op', 'update', 'name', '')));
  return null;
end $function$;

ALTER FUNCTION "private"."publish_campaign_sending"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.send_campaign(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."send_campaign"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.stop_campaign(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."stop_campaign"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.test_campaign(p_id uuid, p_locale text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."test_campaign"(uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.unsubscribe(p_token text, p_origin text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens;
  mail public.mails;
  leaving uuid[];
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = 'unsubscribe';
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  -- Held before the subscriptions, as by the worker when a mail bounces.
  select * into mail from public.mails m where m.id = opened.mail_id for no key update;
  -- It is the address that the mail went to that wants no more of this list, or of those that a campaign
  -- reached it by, whoever else it belongs to.
  leaving := array(
    select s.id from public.subscriptions s
    where s.status <> 'unsubscribed'
      and s.id in (
        select e.id from public.subscriptions e
        where e.workspace_id = opened.workspace_id and e.email = mail.recipient
        union
        select f.id from public.subscriptions f join public.subscriptions o on o.id = opened.subject_id
        where f.workspace_id = o.workspace_id and f.party_id = o.party_id and mail.recipient = any (f.former_emails))
      and s.list_id in (
        select o.list_id from public.subscriptions o where o.id = opened.subject_id
        union
        select l.list_id from public.campaign_lists l
        where l.workspace_id = opened.workspace_id and l.campaign_id = mail.campaign_id)
    order by s.id for update of s);
  update public.mails m set unsubscribed_at = now()
  where m.id = mail.id and m.unsubscribed_at is null and cardinality(leaving) > 0;
  perform private.set_subscriptions(leaving, 'unsubscribed', p_origin);
  return private.link_face(opened);
end $function$;

CREATE OR REPLACE FUNCTION private.write_campaign_page(p_sending public.campaign_sendings, p_limit integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."write_campaign_page"(public.campaign_sendings, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.campaign_details(p_workspace_id uuid, p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select private.campaign_face(c) || jsonb_build_object('subjects', c.subjects, 'bodies', c.bodies)
    from public.campaigns c where c.workspace_id = p_workspace_id and c.id = p_id
  );
end $function$;

ALTER FUNCTION "public"."campaign_details"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.campaign_report(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."campaign_report"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.convert_lead(p_id uuid, p_opportunity_id uuid, p_stage_id uuid, p_name text, p_currency text, p_mutation_id uuid, p_customer_id uuid DEFAULT NULL::uuid, p_customer_name text DEFAULT NULL::text, p_contact_id uuid DEFAULT NULL::uuid, p_amount numeric DEFAULT NULL::numeric, p_expected_close_on date DEFAULT NULL::date, p_blacklist_reason text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  lead public.leads;
  lead_kind public.party_kind;
  customer uuid := p_customer_id;
  customer_kind public.party_kind := 'organization';
  person uuid;
  free_rank text;
  me uuid;
begin
  -- As everywhere: column, parties, rows, and clocks with the first thing that is written.
  free_rank := private.place_in_stage(p_stage_id, p_opportunity_id, null, null);
  perform private.lock_lead(l.workspace_id, l.id) from public.leads l where l.id = p_id;
  select * into lead from public.leads l where l.id = p_id;
  if not found then
    raise exception 'lead_not_found';
  end if;
  -- Whoever comes second, or asks again, gets what the first one made.
  if lead.status = 'converted' then
    return private.card_of(lead.opportunity_id);
  end if;
  if lead.status = 'disqualified' then
    raise exception 'lead_closed';
  end if;
  perform private.begin_mutation(p_mutation_id, p_opportunity_id);
  me := private.my_member_id(lead.workspace_id);
  select p.kind into lead_kind from public.parties p where p.id = lead.party_id;
  if customer is null and p_customer_name is null then
    customer := coalesce(lead.organization_id, lead.party_id);
  end if;
  if customer is not null then
    select p.kind into customer_kind from public.parties p
    where p.workspace_id = lead.workspace_id and p.id = customer;
  end if;
  -- Who the person is: the one chosen, or the customer, or whom the lead is about.
  person := coalesce(p_contact_id, case
    when customer_kind = 'person' then customer
    when lead_kind = 'person' then lead.party_id
  end);
  if customer_kind is null or person is not null and not exists (
    select 1 from public.parties p
    where p.workspace_id = lead.workspace_id and p.id = person and p.kind = 'person'
  ) then
    raise exception 'reference_not_found';
  end if;
  perform private.carry_contact_points(lead.workspace_id,
    array[case lead_kind when 'person' then lead.party_id end, private.company_of(lead, lead_kind)],
    array[person, case customer_kind when 'organization' then customer end]);
  if customer is null then
    customer := public.find_or_add_party(lead.workspace_id, 'organization', p_customer_name);
  end if;
  perform private.give_role(lead.workspace_id, customer, 'CUSTOMER');
  if person is not null and person <> customer then
    perform private.give_role(lead.workspace_id, person, 'CONTACT');
    perform private.relate_contact(lead.workspace_id, person, customer);
  end if;
  insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, contact_id, owner_id,
    team_id, is_private, amount, currency, expected_close_on, source, campaign_id, blacklist_reason, created_by)
  values (p_opportunity_id, lead.workspace_id, p_stage_id, free_rank, p_name, customer,
    nullif(person, customer), coalesce(lead.owner_id, me), lead.team_id, lead.is_private, p_amount, p_currency,
    p_expected_close_on, lead.source, lead.campaign_id, p_blacklist_reason, me);
  update public.leads l set
    status = 'converted',
    opportunity_id = p_opportunity_id,
    owner_id = coalesce(l.owner_id, me),
    party_id = coalesce(person, customer),
    organization_id = case
      when customer_kind = 'organization' and person is not null then customer
      when person is not null then l.organization_id
    end
  where l.id = p_id;
  if not found then
    perform private.refuse_lead(p_id);
  end if;
  return private.card_of(p_opportunity_id);
end $function$;

CREATE OR REPLACE FUNCTION public.create_campaign(p_id uuid, p_workspace_id uuid, p_name text, p_currency text, p_mutation_id uuid, p_description text DEFAULT NULL::text, p_starts_on date DEFAULT NULL::date, p_ends_on date DEFAULT NULL::date, p_budget numeric DEFAULT NULL::numeric)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.my_member_id(p_workspace_id);
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    insert into public.campaigns
      (id, workspace_id, name, description, starts_on, ends_on, budget, currency, owner_id, created_by)
    values (p_id, p_workspace_id, p_name, p_description, p_starts_on, p_ends_on, p_budget, p_currency, me, me);
  end if;
end $function$;

ALTER FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.foresee_campaign(p_id uuid, p_most integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return private.foresee_campaign(p_id, p_most);
end $function$;

ALTER FUNCTION "public"."foresee_campaign"(uuid, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.lead_details(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select private.lead_face(l) || jsonb_build_object(
      'contactPoints', private.contact_points_of(l.workspace_id, l.party_id),
      'companyContactPoints', private.contact_points_of(l.workspace_id, l.organization_id),
      'campaignId', l.campaign_id,
      'campaign', (select jsonb_build_object('id', c.id, 'name', c.name) from public.campaigns c
        where c.workspace_id = l.workspace_id and c.id = l.campaign_id),
      'readerIds', array(select private.reader_ids(l.workspace_id, l.topic)))
    from public.leads l where l.id = p_id
  );
end $function$;

CREATE OR REPLACE FUNCTION public.list_campaigns(p_workspace_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return (
    select coalesce(jsonb_agg(private.campaign_face(c) order by c.created_at desc, c.id), '[]')
    from public.campaigns c where c.workspace_id = p_workspace_id
  );
end $function$;

ALTER FUNCTION "public"."list_campaigns"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.send_campaign(p_id uuid, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.send_campaign(p_id);
  end if;
end $function$;

ALTER FUNCTION "public"."send_campaign"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.stop_campaign(p_id uuid, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.stop_campaign(p_id);
  end if;
end $function$;

ALTER FUNCTION "public"."stop_campaign"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.test_campaign(p_id uuid, p_locale text, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    perform private.test_campaign(p_id, p_locale);
  end if;
end $function$;

ALTER FUNCTION "public"."test_campaign"(uuid, text, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.update_campaign(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  current public.campaigns;
  wanted public.campaigns;
  list_ids uuid[];
begin
  select * into current from public.campaigns c where c.id = p_id for no key update;
  if private.is_repeated(p_mutation_id) then
    return;
  end if;
  if current.id is null then
    if exists (select 1 from public.campaigns c where c.id = p_id) then
      raise exception 'forbidden';
    end if;
    raise exception 'not_found';
  end if;
  if current.version <> p_version then
    raise exception 'conflict';
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  wanted := jsonb_populate_record(current, p_patch);
  if p_patch ? 'list_ids' then
    list_ids := array(select i::uuid from jsonb_array_elements_text(p_patch -> 'list_ids') i);
    delete from public.campaign_lists l
    where l.workspace_id = current.workspace_id and l.campaign_id = p_id and l.list_id <> all (list_ids);
    insert into public.campaign_lists (workspace_id, campaign_id, list_id)
    select current.workspace_id, p_id, i from unnest(list_ids) i
    where not exists (
      select 1 from public.campaign_lists l
      where l.workspace_id = current.workspace_id and l.campaign_id = p_id and l.list_id = i);
  end if;
  update public.campaigns c set
    name = wanted.name, description = wanted.description, status = wanted.status, starts_on = wanted.starts_on,
    ends_on = wanted.ends_on, budget = wanted.budget, currency = wanted.currency, subjects = wanted.subjects,
    bodies = wanted.bodies, owner_id = wanted.owner_id
  where c.id = p_id;
end $function$;

ALTER FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.update_opportunity(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  current public.opportunities;
  wanted public.opportunities;
  clashes jsonb;
begin
  select * into current from public.opportunities o where o.id = p_id for update;
  -- Also where somebody else has since deleted the row or taken it out of sight: it was saved.
  if private.is_repeated(p_mutation_id) then
    return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
  end if;
  if current.id is null then
    perform private.refuse_opportunity(p_id);
  end if;
  wanted := jsonb_populate_record(current, p_patch);
  if current.version > p_version then
    clashes := private.clashes(p_id, p_version, p_patch, to_jsonb(current), to_jsonb(wanted));
    if clashes is not null then
      return jsonb_build_object('status', 'conflict', 'version', current.version, 'fields', clashes,
        'card', private.card_of(p_id));
    end if;
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  update public.opportunities o set
    name = wanted.name, customer_id = wanted.customer_id, contact_id = wanted.contact_id,
    owner_id = wanted.owner_id, team_id = wanted.team_id, is_private = wanted.is_private,
    amount = wanted.amount, currency = wanted.currency, probability = wanted.probability,
    expected_close_on = wanted.expected_close_on, next_step = wanted.next_step,
    next_step_on = wanted.next_step_on, source = wanted.source, campaign_id = wanted.campaign_id,
    lost_reason = wanted.lost_reason
  where o.id = p_id;
  return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
end $function$;

ALTER TABLE "public"."campaign_lists" ADD CONSTRAINT "campaign_lists_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."campaign_lists" ADD CONSTRAINT "campaign_lists_workspace_id_list_id_fkey" FOREIGN KEY (workspace_id, list_id) REFERENCES public.contact_lists(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."campaign_sendings" ADD CONSTRAINT "campaign_sendings_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."campaign_sendings" ADD CONSTRAINT "campaign_sendings_workspace_id_started_by_fkey" FOREIGN KEY (workspace_id, started_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."campaigns" ADD CONSTRAINT "campaigns_workspace_id_created_by_fkey" FOREIGN KEY (workspace_id, created_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."campaigns" ADD CONSTRAINT "campaigns_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."campaign_lists" ADD CONSTRAINT "campaign_lists_workspace_id_campaign_id_fkey" FOREIGN KEY (workspace_id, campaign_id) REFERENCES public.campaigns(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."campaign_sendings" ADD CONSTRAINT "campaign_sendings_workspace_id_campaign_id_fkey" FOREIGN KEY (workspace_id, campaign_id) REFERENCES public.campaigns(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."campaigns" ADD CONSTRAINT "campaigns_workspace_id_owner_id_fkey" FOREIGN KEY (workspace_id, owner_id) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."leads" ADD CONSTRAINT "leads_campaign_fkey" FOREIGN KEY (workspace_id, campaign_id) REFERENCES public.campaigns(workspace_id, id) ON DELETE SET NULL (campaign_id);

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_campaign_fkey" FOREIGN KEY (workspace_id, campaign_id) REFERENCES public.campaigns(workspace_id, id) ON DELETE SET NULL (campaign_id);

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_campaign_once" UNIQUE (workspace_id, campaign_id, recipient);

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_template_check" CHECK ((template = ANY (ARRAY['confirm_subscription'::text, 'subscribed'::text, 'confirm_message'::text, 'message_received'::text, 'sign_in'::text, 'verify_email'::text, 'email_changed'::text, 'answered'::text, 'erasure_requested'::text, 'campaign'::text, 'campaign_test'::text])));

ALTER TABLE "public"."opportunities" ADD CONSTRAINT "opportunities_campaign_fkey" FOREIGN KEY (workspace_id, campaign_id) REFERENCES public.campaigns(workspace_id, id) ON DELETE SET NULL (campaign_id);

CREATE INDEX campaign_lists_list ON public.campaign_lists USING btree (workspace_id, list_id);

CREATE INDEX campaign_sendings_campaign ON public.campaign_sendings USING btree (workspace_id, campaign_id);

CREATE INDEX campaign_sendings_started_by ON public.campaign_sendings USING btree (workspace_id, started_by);

CREATE INDEX campaign_sendings_waiting ON public.campaign_sendings USING btree (started_at) WHERE (state = ANY (ARRAY['writing'::text, 'stopping'::text]));

CREATE INDEX campaigns_created_by ON public.campaigns USING btree (workspace_id, created_by);

CREATE INDEX campaigns_owner ON public.campaigns USING btree (workspace_id, owner_id);

CREATE INDEX leads_campaign ON public.leads USING btree (workspace_id, campaign_id);

CREATE INDEX mails_campaign ON public.mails USING btree (campaign_id, status) WHERE (campaign_id IS NOT NULL);

CREATE INDEX opportunities_campaign ON public.opportunities USING btree (workspace_id, campaign_id);

CREATE TRIGGER keep_lists_of_sent_campaigns BEFORE INSERT OR DELETE ON public.campaign_lists FOR EACH ROW EXECUTE FUNCTION private.keep_lists_of_sent_campaigns();

CREATE TRIGGER publish_campaign_sendings AFTER INSERT OR UPDATE ON public.campaign_sendings FOR EACH ROW EXECUTE FUNCTION private.publish_campaign_sending();

CREATE TRIGGER keep_sent_campaigns BEFORE UPDATE ON public.campaigns FOR EACH ROW EXECUTE FUNCTION private.keep_sent_campaigns();

CREATE TRIGGER publish_campaigns_added AFTER INSERT ON public.campaigns REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_workspace_rows('campaign');

CREATE TRIGGER publish_campaigns_changed AFTER UPDATE ON public.campaigns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_workspace_rows('campaign');

CREATE TRIGGER record_campaigns_added AFTER INSERT ON public.campaigns REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('campaign');

CREATE TRIGGER record_campaigns_changed AFTER UPDATE ON public.campaigns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('campaign');

CREATE POLICY "Marketing and admins choose the lists of campaigns" ON "public"."campaign_lists" FOR INSERT TO "authenticated" WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Marketing and admins take lists from campaigns" ON "public"."campaign_lists" FOR DELETE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Members read which lists a campaign is for" ON "public"."campaign_lists" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Members read how far campaigns are sent" ON "public"."campaign_sendings" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Marketing and admins change campaigns" ON "public"."campaigns" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Marketing and admins make campaigns under their own name" ON "public"."campaigns" FOR INSERT TO "authenticated" WITH CHECK (((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)) AND (created_by IN ( SELECT private.my_member_ids() AS my_member_ids))));

CREATE POLICY "Members read the campaigns of their workspaces" ON "public"."campaigns" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

COMMENT ON COLUMN "public"."campaign_sendings"."reached_email" IS 'The last address that was looked at; the next page begins behind it.';

COMMENT ON COLUMN "public"."campaign_sendings"."state" IS 'writing: mails are being written. written: all of them are. stopping: those that wait are being cancelled. stopped: all are.';

COMMENT ON COLUMN "public"."campaign_sendings"."unwanted" IS 'They do not wish to be written to at this address.';

COMMENT ON COLUMN "public"."campaigns"."bodies" IS 'What its mail says, in the same way; an empty line parts paragraphs.';

COMMENT ON COLUMN "public"."campaigns"."ends_on" IS 'The last day of it; null while it is open.';

COMMENT ON COLUMN "public"."campaigns"."subjects" IS 'Of its mail: {"de": …, "en": …}; each reader gets their language where it has a text too, else the other.';

COMMENT ON COLUMN "public"."leads"."campaign_id" IS 'Where the interest comes from.';

COMMENT ON COLUMN "public"."mails"."campaign_id" IS 'The campaign it belongs to: each address has one mail of it at most.';

COMMENT ON COLUMN "public"."mails"."subject_id" IS 'The subscription, message, sign-in, change, request or campaign it is about, by its template.';

COMMENT ON COLUMN "public"."mails"."unsubscribed_at" IS 'When its reader left the list by the link in it.';

COMMENT ON COLUMN "public"."opportunities"."campaign_id" IS 'Where the interest comes from; a lead hands it on.';

COMMENT ON FUNCTION "private"."advance_campaign"(uuid, integer) IS 'The worker does one page of a sending, in one transaction: whoever takes over goes on behind the last one. Whether there is more.';

COMMENT ON FUNCTION "private"."campaign_addresses"(uuid, uuid[], text, integer) IS 'The addresses on these lists behind one, each once however many lists it stands on.';

COMMENT ON FUNCTION "private"."campaign_face"(public.campaigns) IS 'The fields a list of campaigns shows, as `campaignSchema` in domain/campaign-answers.ts reads them.';

COMMENT ON FUNCTION "private"."campaign_facts"(public.mails) IS 'What the mail of a campaign says, with a link to leave its lists; null when it is stopped, or its reader is not to be written to any more.';

COMMENT ON FUNCTION "private"."campaign_language"(public.campaigns, text) IS 'The language in which a reader gets the mail of a campaign: theirs, else the one that has subject and text; null where none has. As `mailLanguage` in domain/campaign-mail.ts.';

COMMENT ON FUNCTION "private"."campaign_list_ids"(uuid) IS 'The lists that a campaign is sent to; nothing goes to archived ones.';

COMMENT ON FUNCTION "private"."campaign_list_names"(public.mails) IS 'The lists of its campaign that the address of a mail stands or stood on, as their readers read them; null where there are none.';

COMMENT ON FUNCTION "private"."campaign_mail_counts"(uuid) IS 'Definer, because marketing alone reads who was written to: everybody in the workspace reads how many.';

COMMENT ON FUNCTION "private"."campaign_outlook"(uuid, uuid[], text[]) IS 'What becomes of each of these addresses on lists: reached, blacklisted (somebody with it is), unconfirmed, declined (or left), undeliverable, unwanted (no mail wished for there).';

COMMENT ON FUNCTION "private"."cancel_campaign_page"(public.campaign_sendings, integer) IS 'Cancels the next waiting mails of a sending that is held.';

COMMENT ON FUNCTION "private"."count_campaign_outcomes"(private.campaign_reader[]) IS 'How many of each outcome.';

COMMENT ON FUNCTION "private"."enqueue"(text, uuid, integer) IS 'Asks the worker to do something about one row. One job a row and task, however often it is asked for; those of a smaller priority come first.';

COMMENT ON FUNCTION "private"."foresee_campaign"(uuid, integer) IS 'Definer: counts, before a campaign of the caller''s workspace is sent, whom it would reach.';

COMMENT ON FUNCTION "private"."halt_campaign"(uuid) IS 'From now on no mail of it leaves; the worker cancels those that wait. What is through already stays so.';

COMMENT ON FUNCTION "private"."keep_lists_of_sent_campaigns"() IS 'Before insert and delete: whom a campaign was sent to stays known.';

COMMENT ON FUNCTION "private"."keep_sent_campaigns"() IS 'Before update: version. What was sent stays as it was read; a cancelled campaign sends no more.';

COMMENT ON FUNCTION "private"."publish_campaign_sending"() IS 'Whoever looks at campaigns hears how far one is.';

COMMENT ON FUNCTION "private"."send_campaign"(uuid) IS 'Definer, because nobody writes sendings and mails but by these functions: marketing or an admin sends a campaign of theirs.';

COMMENT ON FUNCTION "private"."stop_campaign"(uuid) IS 'Definer: marketing or an admin stops the sending of a campaign of theirs.';

COMMENT ON FUNCTION "private"."test_campaign"(uuid, text) IS 'Definer: mails a campaign to whoever calls, at their own address alone; thirty times an hour at most.';

COMMENT ON FUNCTION "private"."unsubscribe"(text, text) IS 'Definer: takes the address of this link off its list, or off all lists of its campaign. Works as often and as late as it is opened.';

COMMENT ON FUNCTION "private"."write_campaign_page"(public.campaign_sendings, integer) IS 'Writes the mails to the next addresses of a sending that is held, and counts who is left out. They leave after what somebody waits for.';

COMMENT ON FUNCTION "public"."campaign_details"(uuid, uuid) IS 'A campaign with its mail; null when the caller may not see it.';

COMMENT ON FUNCTION "public"."campaign_report"(uuid) IS 'What became of the mails of a campaign, and the leads, opportunities and won amounts (per currency) that came from it, where the caller may see them.';

COMMENT ON FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) IS 'Makes a campaign that the caller looks after. Its mail and lists come later.';

COMMENT ON FUNCTION "public"."foresee_campaign"(uuid, integer) IS 'How many addresses stand on the lists of a campaign, counted no further than it is told, and what would become of them.';

COMMENT ON FUNCTION "public"."list_campaigns"(uuid) IS 'The campaigns of a workspace, the latest first; leads and opportunities count where the caller may see them.';

COMMENT ON FUNCTION "public"."send_campaign"(uuid, uuid) IS 'Sends a campaign to the confirmed readers of its lists, once however often it is called. campaign_closed when it is over, campaign_incomplete without text or list.';

COMMENT ON FUNCTION "public"."stop_campaign"(uuid, uuid) IS 'Stops a campaign that is being sent: what waits does not leave. May be repeated.';

COMMENT ON FUNCTION "public"."test_campaign"(uuid, text, uuid) IS 'Sends the mail of a campaign to the caller alone, as its readers would get it in this language.';

COMMENT ON FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) IS 'Edits a campaign as the caller saw it, its lists (list_ids) among it; a conflict when somebody was faster. Text and lists of one that was sent stay: campaign_sent.';

COMMENT ON TABLE "public"."campaign_lists" IS 'The lists that a campaign is sent to.';

COMMENT ON TABLE "public"."campaign_sendings" IS 'That a campaign is sent, once: how far the worker has written its mails, and what became of every address on its lists.';

COMMENT ON TABLE "public"."campaigns" IS 'What marketing does to raise interest, and the mail that goes out for it.';

COMMENT ON TYPE "private"."campaign_reader" IS 'An address on the lists of a campaign, and whether the campaign reaches it.';

COMMENT ON TYPE "public"."campaign_status" IS 'How far a campaign is, as MKTG_CAMP_ of OFBiz.';

REVOKE ALL ON FUNCTION "private"."advance_campaign"(uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."advance_campaign"(uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."advance_campaign"(uuid, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."campaign_addresses"(uuid, uuid[], text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."campaign_addresses"(uuid, uuid[], text, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_addresses"(uuid, uuid[], text, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."campaign_face"(public.campaigns) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."campaign_face"(public.campaigns) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."campaign_face"(public.campaigns) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_face"(public.campaigns) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_face"(public.campaigns) TO "service_role";

REVOKE ALL ON FUNCTION "private"."campaign_facts"(public.mails) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."campaign_facts"(public.mails) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_facts"(public.mails) TO "postgres";

REVOKE ALL ON FUNCTION "private"."campaign_language"(public.campaigns, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."campaign_language"(public.campaigns, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_language"(public.campaigns, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."campaign_list_ids"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."campaign_list_ids"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_list_ids"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."campaign_list_names"(public.mails) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."campaign_list_names"(public.mails) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_list_names"(public.mails) TO "postgres";

REVOKE ALL ON FUNCTION "private"."campaign_mail_counts"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."campaign_mail_counts"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."campaign_mail_counts"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_mail_counts"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_mail_counts"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "private"."campaign_outlook"(uuid, uuid[], text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."campaign_outlook"(uuid, uuid[], text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."campaign_outlook"(uuid, uuid[], text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."cancel_campaign_page"(public.campaign_sendings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."cancel_campaign_page"(public.campaign_sendings, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."cancel_campaign_page"(public.campaign_sendings, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."count_campaign_outcomes"(private.campaign_reader[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."count_campaign_outcomes"(private.campaign_reader[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."count_campaign_outcomes"(private.campaign_reader[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."enqueue"(text, uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enqueue"(text, uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enqueue"(text, uuid, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."foresee_campaign"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."foresee_campaign"(uuid, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."foresee_campaign"(uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."foresee_campaign"(uuid, integer) TO "postgres";

REVOKE ALL ON FUNCTION "private"."halt_campaign"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."halt_campaign"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."halt_campaign"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."keep_lists_of_sent_campaigns"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."keep_lists_of_sent_campaigns"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."keep_lists_of_sent_campaigns"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."keep_sent_campaigns"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."keep_sent_campaigns"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."keep_sent_campaigns"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_campaign_sending"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_campaign_sending"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_campaign_sending"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."send_campaign"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."send_campaign"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."send_campaign"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."send_campaign"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."stop_campaign"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."stop_campaign"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."stop_campaign"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."stop_campaign"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."test_campaign"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."test_campaign"(uuid, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."test_campaign"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."test_campaign"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."write_campaign_page"(public.campaign_sendings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."write_campaign_page"(public.campaign_sendings, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_campaign_page"(public.campaign_sendings, integer) TO "postgres";

REVOKE ALL ON FUNCTION "public"."campaign_details"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."campaign_details"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."campaign_details"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."campaign_details"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."campaign_details"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."campaign_report"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."campaign_report"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."campaign_report"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."campaign_report"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."campaign_report"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."create_campaign"(uuid, uuid, text, text, uuid, text, date, date, numeric) TO "service_role";

REVOKE ALL ON FUNCTION "public"."foresee_campaign"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."foresee_campaign"(uuid, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."foresee_campaign"(uuid, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."foresee_campaign"(uuid, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."foresee_campaign"(uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "public"."list_campaigns"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."list_campaigns"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."list_campaigns"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_campaigns"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_campaigns"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."send_campaign"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."send_campaign"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."send_campaign"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_campaign"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_campaign"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."stop_campaign"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."stop_campaign"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."stop_campaign"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."stop_campaign"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."stop_campaign"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."test_campaign"(uuid, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."test_campaign"(uuid, text, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."test_campaign"(uuid, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."test_campaign"(uuid, text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."test_campaign"(uuid, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."update_campaign"(uuid, bigint, jsonb, uuid) TO "service_role";

REVOKE ALL ON TABLE "public"."campaign_lists" FROM "authenticated";

GRANT DELETE, SELECT ON TABLE "public"."campaign_lists" TO "authenticated";

REVOKE ALL ON TABLE "public"."campaign_lists" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."campaign_lists" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."campaign_lists" TO "service_role";

REVOKE ALL ON TABLE "public"."campaign_sendings" FROM "authenticated";

GRANT SELECT ON TABLE "public"."campaign_sendings" TO "authenticated";

REVOKE ALL ON TABLE "public"."campaign_sendings" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."campaign_sendings" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."campaign_sendings" TO "service_role";

REVOKE ALL ON TABLE "public"."campaigns" FROM "authenticated";

GRANT SELECT ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ON TABLE "public"."campaigns" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."campaigns" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."campaigns" TO "service_role";

REVOKE ALL ("campaign_id") ON TABLE "public"."campaign_lists" FROM "authenticated";

GRANT INSERT ("campaign_id") ON TABLE "public"."campaign_lists" TO "authenticated";

REVOKE ALL ("list_id") ON TABLE "public"."campaign_lists" FROM "authenticated";

GRANT INSERT ("list_id") ON TABLE "public"."campaign_lists" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."campaign_lists" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."campaign_lists" TO "authenticated";

REVOKE ALL ("bodies") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("bodies"), UPDATE ("bodies") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("budget") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("budget"), UPDATE ("budget") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("created_by") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("created_by") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("currency") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("currency"), UPDATE ("currency") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("description") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("description"), UPDATE ("description") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("ends_on") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("ends_on"), UPDATE ("ends_on") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("name") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("name"), UPDATE ("name") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("owner_id") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("owner_id"), UPDATE ("owner_id") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("starts_on") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("starts_on"), UPDATE ("starts_on") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("status") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("status"), UPDATE ("status") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("subjects") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("subjects"), UPDATE ("subjects") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."campaigns" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."campaigns" TO "authenticated";

REVOKE ALL ("campaign_id") ON TABLE "public"."leads" FROM "authenticated";

GRANT INSERT ("campaign_id"), UPDATE ("campaign_id") ON TABLE "public"."leads" TO "authenticated";

REVOKE ALL ("campaign_id") ON TABLE "public"."opportunities" FROM "authenticated";

GRANT INSERT ("campaign_id"), UPDATE ("campaign_id") ON TABLE "public"."opportunities" TO "authenticated";

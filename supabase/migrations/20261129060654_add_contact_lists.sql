-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE TABLE "private"."contact_messages" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "challenge" text, "name" text NOT NULL, "email" text NOT NULL, "company" text, "phone" text, "body" text NOT NULL, "locale" text NOT NULL, "list_ids" uuid[] NOT NULL DEFAULT '{}'::uuid[], "wording" text, "client_address" text, "status" text NOT NULL, "party_id" uuid, "received_at" timestamp with time zone NOT NULL DEFAULT now(), "taken_at" timestamp with time zone, CONSTRAINT "contact_messages_body_check" CHECK (((length(body) <= 10000) AND (TRIM(BOTH FROM body) <> ''::text))), CONSTRAINT "contact_messages_challenge_key" UNIQUE (challenge), CONSTRAINT "contact_messages_company_check" CHECK (((length(company) <= 200) AND (TRIM(BOTH FROM company) <> ''::text))), CONSTRAINT "contact_messages_list_ids_check" CHECK ((cardinality(list_ids) <= 20)), CONSTRAINT "contact_messages_locale_check" CHECK ((locale = ANY (ARRAY['de'::text, 'en'::text]))), CONSTRAINT "contact_messages_name_check" CHECK (((length(name) <= 200) AND (TRIM(BOTH FROM name) <> ''::text))), CONSTRAINT "contact_messages_pkey" PRIMARY KEY (id), CONSTRAINT "contact_messages_status_check" CHECK ((status = ANY (ARRAY['unproven'::text, 'received'::text, 'taken'::text]))), CONSTRAINT "contact_messages_wording_check" CHECK ((length(wording) <= 5000)), CONSTRAINT "contact_messages_email_check" CHECK (private.is_contact_value('email'::public.contact_kind, email)), CONSTRAINT "contact_messages_phone_check" CHECK (private.is_contact_value('phone'::public.contact_kind, phone)));

ALTER TABLE "private"."contact_messages" OWNER TO "postgres";

CREATE TABLE "private"."link_tokens" ("hash" bytea NOT NULL, "purpose" text NOT NULL, "workspace_id" uuid NOT NULL, "subject_id" uuid NOT NULL, "mail_id" uuid, "expires_at" timestamp with time zone NOT NULL, "used_at" timestamp with time zone, "created_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "link_tokens_pkey" PRIMARY KEY (hash));

ALTER TABLE "private"."link_tokens" OWNER TO "postgres";

CREATE TABLE "private"."rate_limits" ("bucket" text NOT NULL, "key" bytea NOT NULL, "window_start" timestamp with time zone NOT NULL, "used" integer NOT NULL, CONSTRAINT "rate_limits_pkey" PRIMARY KEY (bucket, key));

ALTER TABLE "private"."rate_limits" OWNER TO "postgres";

CREATE TABLE "private"."secrets" ("name" text NOT NULL, "value" bytea NOT NULL, "created_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "secrets_pkey" PRIMARY KEY (name));

ALTER TABLE "private"."secrets" OWNER TO "postgres";

CREATE TABLE "private"."workers" ("id" text NOT NULL, "seen_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "workers_pkey" PRIMARY KEY (id));

ALTER TABLE "private"."workers" OWNER TO "postgres";

CREATE TABLE "public"."consents" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workspace_id" uuid NOT NULL, "subscription_id" uuid NOT NULL, "origin" text NOT NULL, "actor_id" uuid, "email" text NOT NULL, "wording" text, "proof" text, "client_address" text, "noted_at" timestamp with time zone NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "consents_client_address_check" CHECK ((length(client_address) <= 64)), CONSTRAINT "consents_origin_check" CHECK ((origin = ANY (ARRAY['member'::text, 'import'::text, 'contact_page'::text, 'confirm_link'::text, 'unsubscribe_link'::text, 'one_click'::text, 'bounce'::text]))), CONSTRAINT "consents_pkey" PRIMARY KEY (id), CONSTRAINT "consents_proof_check" CHECK ((length(proof) <= 2000)), CONSTRAINT "consents_wording_check" CHECK ((length(wording) <= 5000)));

ALTER TABLE "public"."consents" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."consents" OWNER TO "postgres";

CREATE TABLE "public"."contact_lists" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "names" jsonb NOT NULL, "descriptions" jsonb, "is_offered" boolean NOT NULL DEFAULT false, "archived_at" timestamp with time zone, "created_by" uuid, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "contact_lists_pkey" PRIMARY KEY (id), CONSTRAINT "contact_lists_workspace_id_id_key" UNIQUE (workspace_id, id));

ALTER TABLE "public"."contact_lists" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."contact_lists" OWNER TO "postgres";

CREATE TABLE "public"."contact_pages" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "is_open" boolean NOT NULL DEFAULT false, "titles" jsonb, "introductions" jsonb, "thanks" jsonb, "logo" text, "fields" jsonb NOT NULL DEFAULT '{"phone": "optional", "company": "optional"}'::jsonb, "consent_texts" jsonb, "privacy_url" text, "assignment" text NOT NULL DEFAULT 'queue'::text, "member_id" uuid, "team_id" uuid, "difficulty" smallint NOT NULL DEFAULT 16, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "contact_pages_assignment_check" CHECK ((assignment = ANY (ARRAY['queue'::text, 'member'::text, 'turns'::text]))), CONSTRAINT "contact_pages_check1" CHECK (((assignment <> 'turns'::text) OR (team_id IS NOT NULL))), CONSTRAINT "contact_pages_check" CHECK (((assignment <> 'member'::text) OR (member_id IS NOT NULL))), CONSTRAINT "contact_pages_difficulty_check" CHECK (((difficulty >= 1) AND (difficulty <= 24))), CONSTRAINT "contact_pages_fields_check" CHECK (((jsonb_typeof(fields) = 'object'::text) AND ((fields - '{company,phone}'::text[]) = '{}'::jsonb) AND ((fields ->> 'company'::text) = ANY (ARRAY['off'::text, 'optional'::text, 'required'::text])) AND ((fields ->> 'phone'::text) = ANY (ARRAY['off'::text, 'optional'::text, 'required'::text])))), CONSTRAINT "contact_pages_logo_check" CHECK (((length(logo) <= 90000) AND (logo ~ '^data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$'::text))), CONSTRAINT "contact_pages_pkey" PRIMARY KEY (id), CONSTRAINT "contact_pages_privacy_url_check" CHECK (((length(privacy_url) <= 2000) AND (privacy_url ~ '^https?://[^\s/]+'::text))), CONSTRAINT "contact_pages_workspace_id_key" UNIQUE (workspace_id));

ALTER TABLE "public"."contact_pages" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."contact_pages" OWNER TO "postgres";

CREATE TABLE "public"."mails" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "template" text NOT NULL, "locale" text NOT NULL, "recipient" text NOT NULL, "party_id" uuid, "subject_id" uuid, "status" text NOT NULL DEFAULT 'queued'::text, "is_repeated" boolean NOT NULL DEFAULT false, "attempts" integer NOT NULL DEFAULT 0, "last_error" text, "sent_at" timestamp with time zone, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "mails_last_error_check" CHECK ((length(last_error) <= 500)), CONSTRAINT "mails_locale_check" CHECK ((locale = ANY (ARRAY['de'::text, 'en'::text]))), CONSTRAINT "mails_pkey" PRIMARY KEY (id), CONSTRAINT "mails_status_check" CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'refused'::text, 'cancelled'::text]))), CONSTRAINT "mails_template_check" CHECK ((template = ANY (ARRAY['confirm_subscription'::text, 'subscribed'::text, 'confirm_message'::text, 'message_received'::text]))), CONSTRAINT "mails_recipient_check" CHECK (private.is_contact_value('email'::public.contact_kind, recipient)));

ALTER TABLE "public"."mails" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."mails" OWNER TO "postgres";

CREATE TABLE "public"."subscriptions" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "list_id" uuid NOT NULL, "party_id" uuid NOT NULL, "email" text NOT NULL, "locale" text NOT NULL, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "subscriptions_locale_check" CHECK ((locale = ANY (ARRAY['de'::text, 'en'::text]))), CONSTRAINT "subscriptions_pkey" PRIMARY KEY (id), CONSTRAINT "subscriptions_workspace_id_id_key" UNIQUE (workspace_id, id), CONSTRAINT "subscriptions_workspace_id_list_id_party_id_key" UNIQUE (workspace_id, list_id, party_id), CONSTRAINT "subscriptions_email_check" CHECK (private.is_contact_value('email'::public.contact_kind, email)));

ALTER TABLE "public"."subscriptions" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."subscriptions" OWNER TO "postgres";

ALTER TABLE "public"."contact_lists" ADD COLUMN "name" text GENERATED ALWAYS AS (COALESCE((names ->> 'de'::text), (names ->> 'en'::text))) STORED NOT NULL;

ALTER TABLE "public"."contact_points" ADD COLUMN "bounced_at" timestamp with time zone;

CREATE TYPE "public"."contact_list_kind" AS ENUM ('newsletter', 'announcement', 'marketing');

ALTER TABLE "public"."contact_lists" ADD COLUMN "kind" public.contact_list_kind NOT NULL;

ALTER TYPE "public"."contact_list_kind" OWNER TO "postgres";

CREATE TYPE "public"."subscription_status" AS ENUM ('pending', 'accepted', 'rejected', 'invalid', 'unsubscribed');

ALTER TABLE "public"."consents" ADD COLUMN "status" public.subscription_status NOT NULL;

ALTER TABLE "public"."subscriptions" ADD COLUMN "status" public.subscription_status NOT NULL;

ALTER TYPE "public"."subscription_status" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.add_contact_page()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into public.contact_pages (workspace_id) values (new.id);
  return null;
end $function$;

ALTER FUNCTION "private"."add_contact_page"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.begin_sending(p_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mail public.mails;
  facts jsonb;
begin
  -- Kept before the mail leaves, also where the server is set to forget the last moment in a crash.
  perform set_config('synchronous_commit', 'on', true);
  select * into mail from public.mails m where m.id = p_id for update;
  if mail.id is null or mail.status not in ('queued', 'sending') then
    return null;
  end if;
  if mail.status = 'sending' and mail.is_repeated then
    update public.mails m set status = 'unsure' where m.id = p_id;
    return null;
  end if;
  facts := private.mail_facts(mail);
  if facts is null then
    update public.mails m set status = case mail.status when 'sending' then 'unsure' else 'cancelled' end where m.id = p_id;
    return null;
  end if;
  update public.mails m set status = 'sending', attempts = mail.attempts + 1,
    is_repeated = mail.is_repeated or mail.status = 'sending'
  where m.id = p_id returning m.* into mail;
  return (
    select facts || jsonb_build_object('id', mail.id, 'template', mail.template, 'locale', mail.locale,
      'recipient', mail.recipient, 'isRepeated', mail.is_repeated, 'workspace', w.name, 'slug', w.slug,
      'accentHue', w.accent_hue)
    from public.workspaces w where w.id = mail.workspace_id);
end $function$;

ALTER FUNCTION "private"."begin_sending"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.client_address()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  said text[];
  key bytea;
begin
  said := string_to_array(nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-spur-client', ' ');
  select s.value into key from private.secrets s where s.name = 'client';
  if key is null or cardinality(said) is distinct from 3
    or encode(extensions.hmac(convert_to(said[1] || ' ' || said[2], 'utf8'), key, 'sha256'), 'hex') <> said[3]
  then
    return null;
  end if;
  -- Only now is it sure to be a number.
  return case when to_timestamp(said[2]::bigint) > now() then said[1] end;
end $function$;

ALTER FUNCTION "private"."client_address"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.confirm_contact_message(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens := private.find_token(p_token, 'confirm_message');
begin
  update private.link_tokens t set used_at = now() where t.hash = opened.hash;
  update private.contact_messages m set status = 'received', received_at = now()
  where m.id = opened.subject_id and m.status = 'unproven';
  if found then
    perform private.enqueue('take_contact_message', opened.subject_id);
  end if;
  return private.contact_page_face(p) from public.contact_pages p where p.workspace_id = opened.workspace_id;
end $function$;

ALTER FUNCTION "private"."confirm_contact_message"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.confirm_subscription(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens := private.find_token(p_token, 'confirm_subscription');
  held public.subscriptions;
begin
  select * into held from public.subscriptions s where s.id = opened.subject_id for update;
  -- An address that was changed since proves nothing about the new one.
  if held.email is distinct from (select m.recipient from public.mails m where m.id = opened.mail_id)
    or held.status not in ('pending', 'accepted') then
    raise exception 'link_expired';
  end if;
  update private.link_tokens t set used_at = now() where t.subject_id = held.id and t.purpose = 'confirm_subscription'
    and t.used_at is null;
  if held.status = 'pending' then
    perform private.set_subscription(held.id, 'accepted', 'confirm_link');
    update public.contact_points c set verified_at = now()
    where c.workspace_id = held.workspace_id and c.party_id = held.party_id and c.kind = 'email'
      and c.value = held.email and c.valid @> current_date and c.verified_at is null;
    perform private.queue_mail(held.workspace_id, 'subscribed', held.locale, held.email, held.party_id, held.id);
  end if;
  return private.link_face(held.id);
end $function$;

ALTER FUNCTION "private"."confirm_subscription"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.contact_challenge(p_slug text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  bits integer := page.difficulty;
  challenge text;
begin
  -- The busier it is, the dearer: one more bit doubles the work.
  bits := least(24, bits + (
    select ceil(log(2, greatest(1, count(*) / 60.0)))::integer from (
      select 1 from private.contact_messages m
      where m.workspace_id = page.workspace_id and m.received_at > now() - interval '1 minute' limit 4000) busy));
  challenge := concat_ws('.', page.id, bits, extract(epoch from now() + interval '2 hours')::bigint,
    encode(extensions.gen_random_bytes(12), 'hex'));
  return jsonb_build_object('challenge', challenge || '.' || private.sign_challenge(challenge), 'bits', bits);
end $function$;

ALTER FUNCTION "private"."contact_challenge"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.contact_page_face(p_page public.contact_pages)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object(
      'workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'timeZone', w.time_zone,
      'titles', p_page.titles, 'introductions', p_page.introductions, 'thanks', p_page.thanks, 'logo', p_page.logo,
      'fields', p_page.fields, 'consentTexts', p_page.consent_texts, 'privacyUrl', p_page.privacy_url,
      'lists', (
        select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names, 'descriptions', l.descriptions)
          order by l.name, l.id), '[]')
        from public.contact_lists l where l.workspace_id = w.id and l.is_offered and l.archived_at is null))
    from public.workspaces w where w.id = p_page.workspace_id
  );
end $function$;

ALTER FUNCTION "private"."contact_page_face"(public.contact_pages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.enqueue(p_task text, p_id uuid)
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
  execute 'select graphile_worker.add_job($1, payload => json_build_object(''id'', $2), job_key => $1 || '':'' || $2)'
    using p_task, p_id;
end $function$;

ALTER FUNCTION "private"."enqueue"(text, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.find_token(p_token text, p_purpose text)
 RETURNS private.link_tokens
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_token private.link_tokens;
begin
  select * into found_token from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = p_purpose for update;
  if found_token.hash is null then
    raise exception 'link_invalid';
  end if;
  if found_token.used_at is not null then
    raise exception 'link_used';
  end if;
  if found_token.expires_at < now() then
    raise exception 'link_expired';
  end if;
  return found_token;
end $function$;

ALTER FUNCTION "private"."find_token"(text, text) OWNER TO "postgres";

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
  perform private.enqueue('send_mail', m.id) from (
    select c.id from public.mails c
    where c.status in ('queued', 'sending') and c.created_at < now() - interval '30 seconds'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'send_mail:' || c.id and j.attempts < j.max_attempts)
    order by c.created_at limit 1000) m;
  delete from private.contact_messages m where m.status = 'unproven' and m.received_at < now() - interval '7 days';
end $function$;

ALTER FUNCTION "private"."find_waiting"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.finish_sending(p_id uuid, p_outcome text, p_detail text, p_is_address_bad boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mail public.mails;
begin
  update public.mails m set
    status = case p_outcome when 'sent' then 'sent' when 'refused' then 'refused' else 'queued' end,
    sent_at = case p_outcome when 'sent' then now() end,
    last_error = case when p_outcome <> 'sent' then left(p_detail, 500) end
  where m.id = p_id and m.status = 'sending'
  returning m.* into mail;
  if mail.id is not null and p_is_address_bad then
    perform private.note_bounce(mail.workspace_id, mail.recipient);
  end if;
end $function$;

ALTER FUNCTION "private"."finish_sending"(uuid, text, text, boolean) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_allowed(p_bucket text, p_key text, p_limit integer, p_window interval)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  taken integer;
begin
  insert into private.rate_limits as r (bucket, key, window_start, used)
  values (p_bucket, sha256(convert_to(p_key, 'utf8')), now(), 1)
  on conflict (bucket, key) do update set
    used = case when r.window_start < now() - p_window then 1 else r.used + 1 end,
    window_start = case when r.window_start < now() - p_window then now() else r.window_start end
  returning used into taken;
  if random() < 0.001 then
    delete from private.rate_limits r where r.window_start < now() - interval '2 days';
  end if;
  return taken <= p_limit;
end $function$;

ALTER FUNCTION "private"."is_allowed"(text, text, integer, interval) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_localized(p_texts jsonb, p_length integer)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE STRICT
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(p_texts) = 'object'
    and coalesce(p_texts ->> 'de', p_texts ->> 'en') is not null
    and not exists (
      select 1 from jsonb_each(p_texts) t
      where t.key not in ('de', 'en') or jsonb_typeof(t.value) <> 'string'
        or length(t.value #>> '{}') > p_length or trim(t.value #>> '{}') = '');
end $function$;

ALTER FUNCTION "private"."is_localized"(jsonb, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_solved(p_challenge text, p_solution bigint, p_page_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  parts text[] := string_to_array(p_challenge, '.');
  bits integer;
  digest bytea;
begin
  if p_challenge is null or cardinality(parts) <> 5 or parts[1] <> p_page_id::text
    or private.sign_challenge(concat_ws('.', parts[1], parts[2], parts[3], parts[4])) <> parts[5]
  then
    return false;
  end if;
  -- Only now are they sure to be numbers.
  if to_timestamp(parts[3]::bigint) < now() then
    return false;
  end if;
  bits := parts[2]::integer;
  digest := sha256(convert_to(p_challenge || '.' || p_solution, 'utf8'));
  return ('x' || encode(substring(digest from 1 for 4), 'hex'))::bit(32) >> (32 - bits) = 0::bit(32);
end $function$;

ALTER FUNCTION "private"."is_solved"(text, bigint, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.issue_token(p_purpose text, p_workspace_id uuid, p_subject_id uuid, p_mail_id uuid, p_validity interval)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  token text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  insert into private.link_tokens (hash, purpose, workspace_id, subject_id, mail_id, expires_at)
  values (private.token_hash(token), p_purpose, p_workspace_id, p_subject_id, p_mail_id, now() + p_validity);
  return token;
end $function$;

ALTER FUNCTION "private"."issue_token"(text, uuid, uuid, uuid, interval) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.lead_taker(p_page public.contact_pages)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return case p_page.assignment
    when 'turns' then private.next_in_turn(p_page.team_id)
    when 'member' then (
      select m.id from public.members m where m.id = p_page.member_id and m.deactivated_at is null)
  end;
end $function$;

ALTER FUNCTION "private"."lead_taker"(public.contact_pages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.link_face(p_subscription_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'listNames', l.names,
      'email', s.email, 'status', s.status)
    from public.subscriptions s join public.workspaces w on w.id = s.workspace_id
    join public.contact_lists l on l.id = s.list_id where s.id = p_subscription_id
  );
end $function$;

ALTER FUNCTION "private"."link_face"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.localized(p_texts jsonb, p_locale text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return coalesce(p_texts ->> p_locale, p_texts ->> 'de', p_texts ->> 'en');
end $function$;

ALTER FUNCTION "private"."localized"(jsonb, text) OWNER TO "postgres";

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
  if p_mail.template = 'confirm_message' then
    if not exists (select 1 from private.contact_messages m where m.id = p_mail.subject_id and m.status = 'unproven') then
      return null;
    end if;
    return jsonb_build_object('token',
      private.issue_token('confirm_message', p_mail.workspace_id, p_mail.subject_id, p_mail.id, interval '2 days'));
  end if;
  -- Nothing that was typed: the address is not proved, and strangers must not write through us.
  return (select '{}'::jsonb from private.contact_messages m where m.id = p_mail.subject_id);
end $function$;

ALTER FUNCTION "private"."mail_facts"(public.mails) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.next_in_turn(p_team_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  taker uuid;
begin
  -- Two who hand out leads at once: one round after the other, or both would begin with the same member.
  perform pg_advisory_xact_lock(hashtextextended(p_team_id::text, 5));
  update public.team_members t set last_turn = (
    select max(n.last_turn) + 1 from public.team_members n where n.team_id = p_team_id
  )
  where t.team_id = p_team_id and t.member_id = (
    select n.member_id from public.team_members n join public.members m on m.id = n.member_id
    where n.team_id = p_team_id and m.deactivated_at is null and m.access_role <> 'marketing'
    order by n.last_turn, n.created_at, n.member_id limit 1
  )
  returning t.member_id into taker;
  return taker;
end $function$;

ALTER FUNCTION "private"."next_in_turn"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.note_bounce(p_workspace_id uuid, p_email text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one public.subscriptions;
begin
  update public.contact_points c set bounced_at = now()
  where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = p_email and c.bounced_at is null;
  for one in
    select s.* from public.subscriptions s
    where s.workspace_id = p_workspace_id and s.email = p_email and s.status in ('pending', 'accepted')
    order by s.id for update
  loop
    perform private.set_subscription(one.id, 'invalid', 'bounce');
  end loop;
end $function$;

ALTER FUNCTION "private"."note_bounce"(uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.note_workers(p_ids text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  lost text[];
begin
  insert into private.workers (id) select distinct i from unnest(p_ids) i
  on conflict (id) do update set seen_at = now();
  -- The queue itself gives back what a killed worker held after hours only.
  select array_agg(distinct j.locked_by) into lost from graphile_worker._private_jobs j
  where j.locked_at < now() - interval '30 seconds' and not exists (
    select 1 from private.workers w where w.id = j.locked_by and w.seen_at > now() - interval '30 seconds');
  if lost is not null then
    perform graphile_worker.force_unlock_workers(lost);
  end if;
  delete from private.workers w where w.seen_at < now() - interval '1 day';
  return coalesce(cardinality(lost), 0);
end $function$;

ALTER FUNCTION "private"."note_workers"(text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.open_contact_page(p_slug text)
 RETURNS public.contact_pages
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page public.contact_pages;
begin
  select p.* into page from public.workspaces w join public.contact_pages p on p.workspace_id = w.id
  where w.slug = p_slug and p.is_open;
  if page.id is null then
    raise exception 'not_found';
  end if;
  return page;
end $function$;

ALTER FUNCTION "private"."open_contact_page"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.own_secret(p_name text)
 RETURNS bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into private.secrets (name, value) values (p_name, extensions.gen_random_bytes(32)) on conflict do nothing;
  return (select s.value from private.secrets s where s.name = p_name);
end $function$;

ALTER FUNCTION "private"."own_secret"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.peek_subscription_link(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens;
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose in ('confirm_subscription', 'unsubscribe');
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  return private.link_face(opened.subject_id) || jsonb_build_object('purpose', opened.purpose,
    'isUsed', opened.used_at is not null, 'isExpired', opened.expires_at < now());
end $function$;

ALTER FUNCTION "private"."peek_subscription_link"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.prepare_contact_point()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.kind = 'postal' then
    new.value := concat_ws(E'\n', new.address ->> 'extra', new.address ->> 'street',
      nullif(concat_ws(' ', new.address ->> 'postalCode', new.address ->> 'city'), ''),
      new.address ->> 'region', new.address ->> 'country');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
    -- What proved the old address, or was allowed for it, says nothing of a new one.
    if new.value <> old.value then
      new.verified_at := null;
      new.bounced_at := null;
      if new.may_contact is not distinct from old.may_contact then
        new.may_contact := null;
      end if;
    end if;
  end if;
  if new.is_primary and (tg_op = 'INSERT' or not old.is_primary) then
    -- Two who choose at once wait here for each other: the later one wins.
    perform pg_advisory_xact_lock(hashtextextended(new.party_id::text, 2));
    update public.contact_points c set is_primary = false
    where c.workspace_id = new.workspace_id and c.party_id = new.party_id and c.kind = new.kind
      and c.is_primary and c.id <> new.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.publish_subscriptions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."publish_subscriptions"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.queue_mail(p_workspace_id uuid, p_template text, p_locale text, p_recipient text, p_party_id uuid, p_subject_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mail uuid;
begin
  insert into public.mails (workspace_id, template, locale, recipient, party_id, subject_id)
  values (p_workspace_id, p_template, p_locale, p_recipient, p_party_id, p_subject_id)
  returning id into mail;
  perform private.enqueue('send_mail', mail);
end $function$;

ALTER FUNCTION "private"."queue_mail"(uuid, text, text, text, uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.read_contact_page(p_slug text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return private.contact_page_face(private.open_contact_page(p_slug));
end $function$;

ALTER FUNCTION "private"."read_contact_page"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.request_subscription(p_list_id uuid, p_party_id uuid, p_email text, p_locale text, p_origin text, p_wording text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  list public.contact_lists;
  held public.subscriptions;
begin
  select * into list from public.contact_lists l where l.id = p_list_id and l.archived_at is null;
  if list.id is null or exists (
    select 1 from public.parties p where p.workspace_id = list.workspace_id and p.id = p_party_id and p.is_blacklisted
  ) then
    return 'left_out';
  end if;
  insert into public.subscriptions as s (workspace_id, list_id, party_id, email, locale, status)
  values (list.workspace_id, list.id, p_party_id, p_email, p_locale, 'pending')
  on conflict (workspace_id, list_id, party_id) do nothing
  returning s.* into held;
  if held.id is null then
    select * into held from public.subscriptions s
    where s.workspace_id = list.workspace_id and s.list_id = list.id and s.party_id = p_party_id for update;
    -- Not by another address either: who asks has proved nothing.
    if held.status = 'accepted' then
      return 'already';
    end if;
    -- What somebody declined or left they can only ask for themselves.
    if p_origin = 'member' and held.status in ('rejected', 'unsubscribed') then
      return 'declined';
    end if;
    update public.subscriptions s set email = p_email, locale = p_locale where s.id = held.id
      and (s.email, s.locale) is distinct from (p_email, p_locale);
  end if;
  if held.status = 'pending' and exists (
    select 1 from public.mails m
    where m.subject_id = held.id and m.template = 'confirm_subscription' and m.recipient = p_email
      and m.status in ('queued', 'sending', 'sent') and m.created_at > now() - interval '10 minutes'
  ) then
    return 'already';
  end if;
  perform private.set_subscription(held.id, 'pending', p_origin, p_wording);
  perform private.queue_mail(list.workspace_id, 'confirm_subscription', p_locale, p_email, p_party_id, held.id);
  return 'asked';
end $function$;

ALTER FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.send_contact_message(p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text, p_phone text, p_list_ids uuid[], p_has_agreed boolean, p_challenge text, p_solution bigint)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  sent private.contact_messages;
  proven boolean;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into sent from private.contact_messages m where m.id = p_id;
  if sent.id is not null then
    -- Only to whoever sent it: somebody else's id tells nothing.
    if (sent.workspace_id, sent.email, sent.body, sent.company, sent.phone)
      is distinct from (page.workspace_id, p_email, p_body, p_company, p_phone)
    then
      raise exception 'conflict';
    end if;
    return case when sent.status = 'unproven' then 'unproven' else 'received' end;
  end if;
  if not coalesce(p_has_agreed, false) and page.consent_texts is not null
    or page.fields ->> 'company' = 'required' and p_company is null
    or page.fields ->> 'phone' = 'required' and p_phone is null
  then
    raise exception 'invalid_input';
  end if;
  -- Those whom nobody vouches for share one limit.
  if not private.is_allowed('contact_from', coalesce(private.client_address(), 'unknown'),
      case when private.client_address() is null then 100 else 20 end, '10 minutes')
    or not private.is_allowed('contact_by', page.workspace_id || p_email, 5, '1 hour')
  then
    raise exception 'too_many_requests';
  end if;
  proven := p_challenge is not null;
  if proven and private.is_solved(p_challenge, p_solution, page.id) is not true then
    raise exception 'proof_invalid';
  end if;
  insert into private.contact_messages (id, workspace_id, challenge, name, email, company, phone, body, locale,
    list_ids, wording, client_address, status)
  values (p_id, page.workspace_id, p_challenge, trim(regexp_replace(p_name, '\s+', ' ', 'g')), p_email, p_company,
    p_phone, p_body, p_locale, coalesce(p_list_ids, '{}'), private.localized(page.consent_texts, p_locale),
    private.client_address(), case when proven then 'received' else 'unproven' end)
  on conflict do nothing;
  if not found then
    -- Each proof is good for one message.
    raise exception 'proof_invalid';
  end if;
  if proven then
    perform private.enqueue('take_contact_message', p_id);
    return 'received';
  end if;
  perform private.queue_mail(page.workspace_id, 'confirm_message', p_locale, p_email, null, p_id);
  return 'unproven';
end $function$;

ALTER FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.sender_of(p_message private.contact_messages)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sender uuid;
  company uuid;
begin
  perform private.lock_parties(p_message.workspace_id);
  -- The address is what they proved; the same name at it before anybody else who shares it.
  select c.party_id into sender from public.contact_points c
  join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
  where c.workspace_id = p_message.workspace_id and c.kind = 'email' and c.value = p_message.email
    and c.valid @> current_date
  order by private.fold(p.name) = private.fold(p_message.name) desc, p.kind, c.is_primary desc, c.created_at, c.id
  limit 1;
  if sender is null then
    insert into public.parties (workspace_id, kind, name, source, language)
    values (p_message.workspace_id, 'person', p_message.name, 'WEB_SITE', p_message.locale) returning id into sender;
    insert into public.contact_points (workspace_id, party_id, kind, value, is_primary)
    values (p_message.workspace_id, sender, 'email', p_message.email, true);
    if p_message.company is not null then
      company := public.find_or_add_party(p_message.workspace_id, 'organization', p_message.company);
      perform private.relate_contact(p_message.workspace_id, sender, company);
    end if;
    if p_message.phone is not null then
      insert into public.contact_points (workspace_id, party_id, kind, value)
      values (p_message.workspace_id, sender, 'phone', p_message.phone);
    end if;
  end if;
  return sender;
end $function$;

ALTER FUNCTION "private"."sender_of"(private.contact_messages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.set_subscription(p_subscription_id uuid, p_status public.subscription_status, p_origin text, p_wording text DEFAULT NULL::text, p_proof text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  changed public.subscriptions;
begin
  update public.subscriptions s set status = p_status where s.id = p_subscription_id returning s.* into changed;
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address)
  values (changed.workspace_id, changed.id, p_status, p_origin, private.my_member_id(changed.workspace_id),
    changed.email, p_wording, p_proof, private.client_address());
end $function$;

ALTER FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.sign_challenge(p_text text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return encode(extensions.hmac(convert_to(p_text, 'utf8'), private.own_secret('challenge'), 'sha256'), 'hex');
end $function$;

ALTER FUNCTION "private"."sign_challenge"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.subscribe_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  outcomes jsonb := '{"asked": 0, "already": 0, "declined": 0, "left_out": 0, "without_email": 0}';
  one record;
  outcome text;
begin
  if private.my_member_id(p_workspace_id) is null then
    raise exception 'forbidden';
  end if;
  if cardinality(p_party_ids) not between 1 and 500 then
    raise exception 'invalid_input';
  end if;
  if not exists (
    select 1 from public.contact_lists l
    where l.workspace_id = p_workspace_id and l.id = p_list_id and l.archived_at is null
  ) then
    raise exception 'reference_not_found';
  end if;
  -- In one order, so that two who add the same wait for each other; clocks come last, by the triggers.
  for one in
    select p.id, private.subscription_email(p.workspace_id, p.id) as email,
      case when p.language like 'en%' then 'en' when p.language like 'de%' then 'de' else w.locale end as locale
    from public.parties p join public.workspaces w on w.id = p.workspace_id
    where p.workspace_id = p_workspace_id and p.id = any (p_party_ids) order by p.id
  loop
    outcome := case when one.email is null then 'without_email'
      else private.request_subscription(p_list_id, one.id, one.email, one.locale, 'member', null) end;
    outcomes := jsonb_set(outcomes, array[outcome], to_jsonb((outcomes ->> outcome)::integer + 1));
  end loop;
  return outcomes;
end $function$;

ALTER FUNCTION "private"."subscribe_parties"(uuid, uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.subscription_email(p_workspace_id uuid, p_party_id uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select c.value from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.kind = 'email'
      and c.valid @> current_date and c.bounced_at is null and coalesce(c.may_contact, true)
    order by 'MARKETING_EMAIL' = any (c.purposes) desc, c.is_primary desc, c.created_at, c.id limit 1
  );
end $function$;

ALTER FUNCTION "private"."subscription_email"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.take_contact_message(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  message private.contact_messages;
  page public.contact_pages;
  sender uuid;
  about_opportunity uuid;
  about_lead uuid;
begin
  select * into message from private.contact_messages m where m.id = p_id for update;
  if message.status is distinct from 'received' then
    return;
  end if;
  select * into page from public.contact_pages p where p.workspace_id = message.workspace_id;
  sender := private.sender_of(message);
  -- Where a sale or an interest is open, this belongs to it; what is private to a member stays theirs.
  select o.id into about_opportunity from public.opportunities o join public.stages s on s.id = o.stage_id
  where o.workspace_id = message.workspace_id and s.kind = 'open' and (o.contact_id = sender or o.customer_id = sender)
  order by o.contact_id = sender desc nulls last, o.last_activity_at desc nulls last, o.created_at desc, o.id limit 1;
  if about_opportunity is null then
    select l.id into about_lead from public.leads l
    where l.workspace_id = message.workspace_id and l.party_id = sender and l.queue <> 'closed'
    order by l.created_at desc, l.id limit 1;
    if about_lead is null then
      insert into public.leads (workspace_id, party_id, organization_id, owner_id, source)
      values (message.workspace_id, sender, (
        select r.from_party_id from public.party_relationships r
        where r.workspace_id = message.workspace_id and r.to_party_id = sender and r.type_code = 'CONTACT_REL'
          and r.valid @> current_date order by lower(r.valid) desc, r.id limit 1
      ), private.lead_taker(page), 'WEB_SITE')
      returning id into about_lead;
    end if;
  end if;
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, body, occurred_at)
  values (message.id, message.workspace_id, about_opportunity, about_lead, 'WEB_SITE_COMMUNICATI', 'incoming', sender,
    -- A number that is not known of them is told, not kept: who writes has proved nothing.
    concat_ws(E'\n\n', message.body, case when not exists (
      select 1 from public.contact_points c
      where c.workspace_id = message.workspace_id and c.party_id = sender and c.value = message.phone
    ) then message.phone end), message.received_at);
  perform private.request_subscription(l.id, sender, message.email, message.locale, 'contact_page',
    coalesce(message.wording || E'\n', '') || private.localized(l.names, message.locale))
  from public.contact_lists l
  where l.workspace_id = message.workspace_id and l.id = any (message.list_ids) and l.is_offered;
  perform private.queue_mail(message.workspace_id, 'message_received', message.locale, message.email, sender, message.id);
  update private.contact_messages m set status = 'taken', taken_at = now(), party_id = sender where m.id = p_id;
end $function$;

ALTER FUNCTION "private"."take_contact_message"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.take_turns(p_team_id uuid, p_count integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  takers uuid[] := '{}';
  taker uuid;
begin
  if p_team_id not in (select private.my_team_ids()) then
    raise exception 'forbidden';
  end if;
  for i in 1 .. p_count loop
    taker := private.next_in_turn(p_team_id);
    if taker is null then
      raise exception 'team_empty';
    end if;
    takers := takers || taker;
  end loop;
  return takers;
end $function$;

CREATE OR REPLACE FUNCTION private.token_hash(p_token text)
 RETURNS bytea
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return sha256(convert_to(coalesce(p_token, ''), 'utf8'));
end $function$;

ALTER FUNCTION "private"."token_hash"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.unsubscribe(p_token text, p_origin text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens;
  one public.subscriptions;
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = 'unsubscribe';
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  -- It is the address that wants no more of this list, whoever else it belongs to.
  for one in
    select s.* from public.subscriptions s join public.subscriptions o on o.id = opened.subject_id
    where s.workspace_id = o.workspace_id and s.list_id = o.list_id and s.email = o.email
      and s.status <> 'unsubscribed' order by s.id for update of s
  loop
    perform private.set_subscription(one.id, 'unsubscribed', p_origin);
  end loop;
  return private.link_face(opened.subject_id);
end $function$;

ALTER FUNCTION "private"."unsubscribe"(text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.unsubscribe_party(p_subscription_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held public.subscriptions;
begin
  select * into held from public.subscriptions s where s.id = p_subscription_id for update;
  if held.id is null or private.my_member_id(held.workspace_id) is null then
    raise exception 'not_found';
  end if;
  if held.status <> 'unsubscribed' then
    perform private.set_subscription(held.id, 'unsubscribed', 'member');
  end if;
end $function$;

ALTER FUNCTION "private"."unsubscribe_party"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.confirm_contact_message(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.confirm_contact_message(p_token);
end $function$;

ALTER FUNCTION "public"."confirm_contact_message"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.confirm_subscription(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.confirm_subscription(p_token);
end $function$;

ALTER FUNCTION "public"."confirm_subscription"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.contact_challenge(p_slug text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.contact_challenge(p_slug);
end $function$;

ALTER FUNCTION "public"."contact_challenge"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.peek_subscription_link(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return private.peek_subscription_link(p_token);
end $function$;

ALTER FUNCTION "public"."peek_subscription_link"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.read_contact_page(p_slug text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return private.read_contact_page(p_slug);
end $function$;

ALTER FUNCTION "public"."read_contact_page"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.send_contact_message(p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text DEFAULT NULL::text, p_phone text DEFAULT NULL::text, p_list_ids uuid[] DEFAULT '{}'::uuid[], p_has_agreed boolean DEFAULT false, p_challenge text DEFAULT NULL::text, p_solution bigint DEFAULT NULL::bigint)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.send_contact_message(p_id, p_slug, p_name, p_email, p_body, p_locale, p_company, p_phone,
    p_list_ids, p_has_agreed, p_challenge, p_solution);
end $function$;

ALTER FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.subscribe_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[], p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if private.begin_mutation(p_mutation_id, p_list_id) then
    return private.subscribe_parties(p_workspace_id, p_list_id, p_party_ids);
  end if;
  return null;
end $function$;

ALTER FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.unsubscribe(p_token text, p_one_click boolean DEFAULT false)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.unsubscribe(p_token, case when p_one_click then 'one_click' else 'unsubscribe_link' end);
end $function$;

ALTER FUNCTION "public"."unsubscribe"(text, boolean) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.unsubscribe_party(p_subscription_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.unsubscribe_party(p_subscription_id);
end $function$;

ALTER FUNCTION "public"."unsubscribe_party"(uuid) OWNER TO "postgres";

ALTER TABLE "private"."contact_messages" ADD CONSTRAINT "contact_messages_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "private"."link_tokens" ADD CONSTRAINT "link_tokens_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."consents" ADD CONSTRAINT "consents_workspace_id_actor_id_fkey" FOREIGN KEY (workspace_id, actor_id) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."consents" ADD CONSTRAINT "consents_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."contact_lists" ADD CONSTRAINT "contact_lists_workspace_id_created_by_fkey" FOREIGN KEY (workspace_id, created_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."contact_lists" ADD CONSTRAINT "contact_lists_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_workspace_id_member_id_fkey" FOREIGN KEY (workspace_id, member_id) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_workspace_id_team_id_fkey" FOREIGN KEY (workspace_id, team_id) REFERENCES public.teams(workspace_id, id);

ALTER TABLE "private"."link_tokens" ADD CONSTRAINT "link_tokens_mail_id_fkey" FOREIGN KEY (mail_id) REFERENCES public.mails(id) ON DELETE CASCADE;

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE SET NULL (party_id);

ALTER TABLE "public"."subscriptions" ADD CONSTRAINT "subscriptions_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."consents" ADD CONSTRAINT "consents_workspace_id_subscription_id_fkey" FOREIGN KEY (workspace_id, subscription_id) REFERENCES public.subscriptions(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."subscriptions" ADD CONSTRAINT "subscriptions_workspace_id_list_id_fkey" FOREIGN KEY (workspace_id, list_id) REFERENCES public.contact_lists(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."subscriptions" ADD CONSTRAINT "subscriptions_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

CREATE INDEX contact_messages_waiting ON private.contact_messages USING btree (received_at) WHERE (status = 'received'::text);

CREATE INDEX contact_messages_workspace ON private.contact_messages USING btree (workspace_id, received_at);

CREATE INDEX link_tokens_mail ON private.link_tokens USING btree (mail_id);

CREATE INDEX link_tokens_subject ON private.link_tokens USING btree (subject_id);

CREATE INDEX link_tokens_workspace ON private.link_tokens USING btree (workspace_id);

CREATE INDEX rate_limits_window ON private.rate_limits USING btree (window_start);

CREATE INDEX consents_actor ON public.consents USING btree (workspace_id, actor_id);

CREATE INDEX consents_subscription ON public.consents USING btree (workspace_id, subscription_id, id DESC);

CREATE INDEX contact_lists_created_by ON public.contact_lists USING btree (workspace_id, created_by);

CREATE INDEX contact_pages_member ON public.contact_pages USING btree (workspace_id, member_id);

CREATE INDEX contact_pages_team ON public.contact_pages USING btree (workspace_id, team_id);

CREATE INDEX mails_party ON public.mails USING btree (workspace_id, party_id);

CREATE INDEX mails_subject ON public.mails USING btree (subject_id, created_at DESC);

CREATE INDEX mails_waiting ON public.mails USING btree (created_at) WHERE (status = ANY (ARRAY['queued'::text, 'sending'::text]));

CREATE INDEX mails_workspace ON public.mails USING btree (workspace_id, created_at DESC);

CREATE INDEX subscriptions_email ON public.subscriptions USING btree (workspace_id, email);

CREATE INDEX subscriptions_list ON public.subscriptions USING btree (list_id, status, created_at DESC, id DESC);

CREATE INDEX subscriptions_party ON public.subscriptions USING btree (workspace_id, party_id);

CREATE TRIGGER publish_contact_lists_added AFTER INSERT ON public.contact_lists REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_workspace_rows('contact_list');

CREATE TRIGGER publish_contact_lists_changed AFTER UPDATE ON public.contact_lists REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_workspace_rows('contact_list');

CREATE TRIGGER record_contact_lists_added AFTER INSERT ON public.contact_lists REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_list');

CREATE TRIGGER record_contact_lists_changed AFTER UPDATE ON public.contact_lists REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_list');

CREATE TRIGGER touch_contact_lists BEFORE UPDATE ON public.contact_lists FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER record_contact_pages_changed AFTER UPDATE ON public.contact_pages REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('contact_page');

CREATE TRIGGER touch_contact_pages BEFORE UPDATE ON public.contact_pages FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER touch_mails BEFORE UPDATE ON public.mails FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER publish_subscribers_added AFTER INSERT ON public.subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_subscribers_changed AFTER UPDATE ON public.subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_subscriptions_added AFTER INSERT ON public.subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_subscriptions();

CREATE TRIGGER publish_subscriptions_changed AFTER UPDATE ON public.subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_subscriptions();

CREATE TRIGGER record_subscriptions_added AFTER INSERT ON public.subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('subscription', 'party_id');

CREATE TRIGGER record_subscriptions_changed AFTER UPDATE ON public.subscriptions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('subscription', 'party_id');

CREATE TRIGGER touch_subscriptions BEFORE UPDATE ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER add_contact_page AFTER INSERT ON public.workspaces FOR EACH ROW EXECUTE FUNCTION private.add_contact_page();

CREATE POLICY "Members read the consents of their workspaces" ON "public"."consents" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Marketing and admins change contact lists" ON "public"."contact_lists" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Marketing and admins make contact lists" ON "public"."contact_lists" FOR INSERT TO "authenticated" WITH CHECK (((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)) AND (created_by IN ( SELECT private.my_member_ids() AS my_member_ids))));

CREATE POLICY "Members read the contact lists of their workspaces" ON "public"."contact_lists" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Admins set up the contact pages of their workspaces" ON "public"."contact_pages" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids))) WITH CHECK ((workspace_id IN ( SELECT private.my_workspace_ids('{admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Members read the contact pages of their workspaces" ON "public"."contact_pages" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Marketing and admins read which mails left" ON "public"."mails" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{marketing,admin}'::public.access_role[]) AS my_workspace_ids)));

CREATE POLICY "Members read who is on the lists of their workspaces" ON "public"."subscriptions" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

COMMENT ON COLUMN "private"."contact_messages"."challenge" IS 'The proof of work it came with, good for one message.';

COMMENT ON COLUMN "private"."contact_messages"."id" IS 'Made by the form, so that a double tap or a retry is the same message.';

COMMENT ON COLUMN "public"."consents"."client_address" IS 'The network address it was given from.';

COMMENT ON COLUMN "public"."consents"."proof" IS 'For an import: where the consent comes from.';

COMMENT ON COLUMN "public"."consents"."wording" IS 'The text that was agreed to, as it stood there.';

COMMENT ON COLUMN "public"."contact_lists"."is_offered" IS 'Whether customers may choose it themselves.';

COMMENT ON COLUMN "public"."contact_lists"."names" IS 'As subscribers read it: {"de": …, "en": …}, at least one.';

COMMENT ON COLUMN "public"."contact_pages"."assignment" IS 'Who gets a lead: the queue, one member, or the members of a team in turn.';

COMMENT ON COLUMN "public"."contact_pages"."consent_texts" IS 'What whoever writes must agree to, before the form may be sent.';

COMMENT ON COLUMN "public"."contact_pages"."difficulty" IS 'Leading zero bits of the proof of work that comes with a message.';

COMMENT ON COLUMN "public"."contact_pages"."fields" IS 'Which fields the form asks beside name, e-mail and message.';

COMMENT ON COLUMN "public"."contact_pages"."logo" IS 'A small picture as a data URL.';

COMMENT ON COLUMN "public"."contact_points"."bounced_at" IS 'When mail to it came back; null while it is read.';

COMMENT ON COLUMN "public"."mails"."is_repeated" IS 'The mail server''s answer was lost, so it was sent once more; the second one says so.';

COMMENT ON COLUMN "public"."mails"."status" IS 'queued: to be sent. sending: handed to the mail server, whose answer is not known yet. unsure: its answer was lost twice. refused: it will never take it.';

COMMENT ON COLUMN "public"."mails"."subject_id" IS 'The subscription or message it is about, by its template.';

COMMENT ON FUNCTION "private"."add_contact_page"() IS 'Every workspace has a contact page, closed at first.';

COMMENT ON FUNCTION "private"."begin_sending"(uuid) IS 'Notes, before a mail is handed over, that it is: whoever finds it so later knows that the answer was lost, and sends it once more at most. Null when there is nothing to send.';

COMMENT ON FUNCTION "private"."client_address"() IS 'Where a visitor''s request came from, when our own server vouches for it (header x-spur-client: address, end of validity, HMAC-SHA256); else null, and all such callers share one limit.';

COMMENT ON FUNCTION "private"."confirm_contact_message"(text) IS 'Definer: the sender of a message that came without a proof of work shows that the address is theirs.';

COMMENT ON FUNCTION "private"."confirm_subscription"(text) IS 'Definer: second half of the double opt-in. The link is spent, and so are its likes.';

COMMENT ON FUNCTION "private"."contact_challenge"(text) IS 'Work that costs a sender of thousands more than a person: page, bits, end of validity, nonce, signature.';

COMMENT ON FUNCTION "private"."contact_page_face"(public.contact_pages) IS 'What everybody may see of a contact page.';

COMMENT ON FUNCTION "private"."enqueue"(text, uuid) IS 'Asks the worker to do something about one row. One job a row and task, however often it is asked for.';

COMMENT ON FUNCTION "private"."find_token"(text, text) IS 'The link that this token opens, held until commit, so that of two who open it one comes too late.';

COMMENT ON FUNCTION "private"."find_waiting"() IS 'Whatever waits without a job gets one: written before the queue was there, or its job gave up.';

COMMENT ON FUNCTION "private"."finish_sending"(uuid, text, text, boolean) IS 'What the mail server said: sent, refused (for good), or later (it did not take it, so it is as if never sent).';

COMMENT ON FUNCTION "private"."is_allowed"(text, text, integer, interval) IS 'Counts one attempt; false once there were more than the limit within the window.';

COMMENT ON FUNCTION "private"."is_localized"(jsonb, integer) IS 'Whether this is a text in German, English or both ({"de": …, "en": …}), none of them empty or too long.';

COMMENT ON FUNCTION "private"."is_solved"(text, bigint, uuid) IS 'Whether SHA-256 of "challenge.solution" begins with as many zero bits as the challenge asks (as Hashcash).';

COMMENT ON FUNCTION "private"."issue_token"(text, uuid, uuid, uuid, interval) IS 'A new link: 256 random bits, base64url. Made while its mail is sent, so that it is stored nowhere.';

COMMENT ON FUNCTION "private"."lead_taker"(public.contact_pages) IS 'Who gets the next lead by the rule of the page; null is the queue, also when whoever should get it has left.';

COMMENT ON FUNCTION "private"."link_face"(uuid) IS 'What the page of a subscription''s link shows.';

COMMENT ON FUNCTION "private"."localized"(jsonb, text) IS 'A text in the reader''s language, or in the one there is.';

COMMENT ON FUNCTION "private"."mail_facts"(public.mails) IS 'What a template needs to know, with a new link; null when the mail has no more reason to be sent.';

COMMENT ON FUNCTION "private"."next_in_turn"(uuid) IS 'Whose turn it is in a team: who waited longest comes first; nobody who left, and nobody who may not sell. Null when nobody is left.';

COMMENT ON FUNCTION "private"."note_bounce"(uuid, text) IS 'Nobody reads mail at this address: it is written to no more.';

COMMENT ON FUNCTION "private"."note_workers"(text[]) IS 'These workers live. What those hold that were silent for half a minute is given to others; returns of how many.';

COMMENT ON FUNCTION "private"."open_contact_page"(text) IS 'The page at this address, if it is open to the public.';

COMMENT ON FUNCTION "private"."own_secret"(text) IS 'A key of the database''s own, made when it is first needed.';

COMMENT ON FUNCTION "private"."peek_subscription_link"(text) IS 'Definer: what a link would do, without doing it. Mail scanners open links, so reading must change nothing.';

COMMENT ON FUNCTION "private"."publish_subscriptions"() IS 'Statement trigger: whoever looks at a list hears that somebody on it changed.';

COMMENT ON FUNCTION "private"."queue_mail"(uuid, text, text, text, uuid, uuid) IS 'A mail leaves once this transaction is committed.';

COMMENT ON FUNCTION "private"."read_contact_page"(text) IS 'Definer: visitors read no table.';

COMMENT ON FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text) IS 'First half of the double opt-in: asks the address by mail. Answers asked, already, declined (they left it themselves) or left_out (blacklisted, or the list is closed).';

COMMENT ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) IS 'Definer: keeps a message. It takes the same steps whether or not the sender is known.';

COMMENT ON FUNCTION "private"."sender_of"(private.contact_messages) IS 'The party that wrote: known by its e-mail, or made. What the form says of a known party changes nothing of it.';

COMMENT ON FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text) IS 'Changes the state of a subscription and notes who, how, under which text and from where.';

COMMENT ON FUNCTION "private"."sign_challenge"(text) IS 'So that nothing needs to be kept of a challenge until it is solved.';

COMMENT ON FUNCTION "private"."subscribe_parties"(uuid, uuid, uuid[]) IS 'Definer, because nobody writes subscriptions but by these functions. Only parties of the caller''s workspace count.';

COMMENT ON FUNCTION "private"."subscription_email"(uuid, uuid) IS 'Where a party would read a list: not where mail bounced or they asked not to be contacted.';

COMMENT ON FUNCTION "private"."take_contact_message"(uuid) IS 'Turns a message into a communication on the open opportunity or lead of its sender, or into a new lead, in one transaction and once.';

COMMENT ON FUNCTION "private"."take_turns"(uuid, integer) IS 'Whose turn it is in a team, one for each lead.';

COMMENT ON FUNCTION "private"."token_hash"(text) IS 'What is stored of a token.';

COMMENT ON FUNCTION "private"."unsubscribe"(text, text) IS 'Definer: takes the address of this link off its list. Works as often and as late as it is opened.';

COMMENT ON FUNCTION "private"."unsubscribe_party"(uuid) IS 'Definer: a member takes a party off a list of their workspace.';

COMMENT ON FUNCTION "public"."confirm_contact_message"(text) IS 'Sends the message that waited for this link.';

COMMENT ON FUNCTION "public"."confirm_subscription"(text) IS 'Confirms the subscription that a mailed link is for: link_invalid, link_used or link_expired else.';

COMMENT ON FUNCTION "public"."contact_challenge"(text) IS 'A proof of work to go with one message: challenge and bits.';

COMMENT ON FUNCTION "public"."peek_subscription_link"(text) IS 'What the link of a list mail would do; changes nothing.';

COMMENT ON FUNCTION "public"."read_contact_page"(text) IS 'What the public contact page at this address shows; not_found unless it is open.';

COMMENT ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) IS 'Writes to a workspace. Answers received, or unproven: then a mail asks for a click first. too_many_requests and proof_invalid else. May be repeated.';

COMMENT ON FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) IS 'Asks up to 500 parties by mail whether they want a list. Returns how many were asked, were on it already, had declined, are left out, or have no address; null for a repeated call.';

COMMENT ON FUNCTION "public"."unsubscribe"(text, boolean) IS 'Takes an address off a list by the link of a mail, without signing in (one click: RFC 8058). May be repeated.';

COMMENT ON FUNCTION "public"."unsubscribe_party"(uuid) IS 'Takes a party off a list, because they asked for it. May be repeated.';

COMMENT ON TABLE "private"."contact_messages" IS 'Messages of the contact page as they were sent. Unproven ones wait until their sender opens a link in a mail.';

COMMENT ON TABLE "private"."link_tokens" IS 'What the links in mails open. The tokens themselves are nowhere but in the mails: here are their SHA-256.';

COMMENT ON TABLE "private"."rate_limits" IS 'How often somebody did something in the present window. Keys are hashes: no address is kept.';

COMMENT ON TABLE "private"."secrets" IS 'Keys that the database signs and checks with; nobody else reads them.';

COMMENT ON TABLE "private"."workers" IS 'Which workers are alive, by their own word every few seconds.';

COMMENT ON TABLE "public"."consents" IS 'Every change of a subscription: who, when, how, under which text, from which address. Nothing here is ever changed.';

COMMENT ON TABLE "public"."contact_lists" IS 'A newsletter, announcement or marketing list.';

COMMENT ON TABLE "public"."contact_pages" IS 'How customers meet the workspace on its public contact page; one a workspace.';

COMMENT ON TABLE "public"."mails" IS 'A mail to somebody outside: what it is about, and how far it is.';

COMMENT ON TABLE "public"."subscriptions" IS 'Where a party stands on a list. Written by functions alone, which note the consent behind each change.';

COMMENT ON TYPE "public"."contact_list_kind" IS 'What a list is written to for.';

COMMENT ON TYPE "public"."subscription_status" IS 'A party''s state on a list, as CLPT_ of OFBiz: asked, confirmed, declined, its address bounced, taken off.';

REVOKE ALL ON FUNCTION "private"."add_contact_page"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."add_contact_page"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_contact_page"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."begin_sending"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."begin_sending"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."begin_sending"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."client_address"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."client_address"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."client_address"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."confirm_contact_message"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."confirm_contact_message"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."confirm_contact_message"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."confirm_contact_message"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."confirm_subscription"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."confirm_subscription"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."confirm_subscription"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."confirm_subscription"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."contact_challenge"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."contact_challenge"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."contact_challenge"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."contact_challenge"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."contact_page_face"(public.contact_pages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."contact_page_face"(public.contact_pages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."contact_page_face"(public.contact_pages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."enqueue"(text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."enqueue"(text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enqueue"(text, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."find_token"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."find_token"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."find_token"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."find_waiting"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."find_waiting"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."find_waiting"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."finish_sending"(uuid, text, text, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."finish_sending"(uuid, text, text, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."finish_sending"(uuid, text, text, boolean) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_allowed"(text, text, integer, interval) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_allowed"(text, text, integer, interval) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_allowed"(text, text, integer, interval) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_localized"(jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_localized"(jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_localized"(jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_localized"(jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_localized"(jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_solved"(text, bigint, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_solved"(text, bigint, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_solved"(text, bigint, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."issue_token"(text, uuid, uuid, uuid, interval) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."issue_token"(text, uuid, uuid, uuid, interval) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."issue_token"(text, uuid, uuid, uuid, interval) TO "postgres";

REVOKE ALL ON FUNCTION "private"."lead_taker"(public.contact_pages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."lead_taker"(public.contact_pages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lead_taker"(public.contact_pages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."link_face"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."link_face"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."link_face"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."localized"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."localized"(jsonb, text) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."localized"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."localized"(jsonb, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."localized"(jsonb, text) TO "service_role";

REVOKE ALL ON FUNCTION "private"."mail_facts"(public.mails) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."mail_facts"(public.mails) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."mail_facts"(public.mails) TO "postgres";

REVOKE ALL ON FUNCTION "private"."next_in_turn"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."next_in_turn"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."next_in_turn"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."note_bounce"(uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."note_bounce"(uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."note_bounce"(uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."note_workers"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."note_workers"(text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."note_workers"(text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."open_contact_page"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."open_contact_page"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."open_contact_page"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."own_secret"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."own_secret"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."own_secret"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."peek_subscription_link"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."peek_subscription_link"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."peek_subscription_link"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."peek_subscription_link"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_subscriptions"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_subscriptions"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_subscriptions"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."queue_mail"(uuid, text, text, text, uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."queue_mail"(uuid, text, text, text, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."queue_mail"(uuid, text, text, text, uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."read_contact_page"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."read_contact_page"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."read_contact_page"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."read_contact_page"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) TO "postgres";

REVOKE ALL ON FUNCTION "private"."sender_of"(private.contact_messages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."sender_of"(private.contact_messages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sender_of"(private.contact_messages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."sign_challenge"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."sign_challenge"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."sign_challenge"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."subscribe_parties"(uuid, uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."subscribe_parties"(uuid, uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."subscribe_parties"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."subscribe_parties"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."subscription_email"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."subscription_email"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."subscription_email"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."take_contact_message"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."take_contact_message"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_contact_message"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."token_hash"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."token_hash"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."token_hash"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."unsubscribe"(text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."unsubscribe"(text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."unsubscribe"(text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."unsubscribe"(text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."unsubscribe_party"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."unsubscribe_party"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."unsubscribe_party"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."unsubscribe_party"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "public"."confirm_contact_message"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."confirm_contact_message"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."confirm_contact_message"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."confirm_contact_message"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."confirm_contact_message"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."confirm_subscription"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."confirm_subscription"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."confirm_subscription"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."confirm_subscription"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."confirm_subscription"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."contact_challenge"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."contact_challenge"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."contact_challenge"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."contact_challenge"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."contact_challenge"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."peek_subscription_link"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."peek_subscription_link"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."peek_subscription_link"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."peek_subscription_link"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."peek_subscription_link"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."read_contact_page"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."read_contact_page"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."read_contact_page"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."read_contact_page"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."read_contact_page"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint) TO "service_role";

REVOKE ALL ON FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."subscribe_parties"(uuid, uuid, uuid[], uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."unsubscribe"(text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."unsubscribe"(text, boolean) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."unsubscribe"(text, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."unsubscribe"(text, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."unsubscribe"(text, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "public"."unsubscribe_party"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."unsubscribe_party"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."unsubscribe_party"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."unsubscribe_party"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."unsubscribe_party"(uuid) TO "service_role";

REVOKE ALL ON SCHEMA "private" FROM "anon";

GRANT USAGE ON SCHEMA "private" TO "anon";

REVOKE ALL ON TABLE "public"."consents" FROM "authenticated";

GRANT SELECT ON TABLE "public"."consents" TO "authenticated";

REVOKE ALL ON TABLE "public"."consents" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."consents" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."consents" TO "service_role";

REVOKE ALL ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT SELECT ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ON TABLE "public"."contact_lists" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."contact_lists" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."contact_lists" TO "service_role";

REVOKE ALL ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT SELECT ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ON TABLE "public"."contact_pages" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."contact_pages" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."contact_pages" TO "service_role";

REVOKE ALL ON TABLE "public"."mails" FROM "authenticated";

GRANT SELECT ON TABLE "public"."mails" TO "authenticated";

REVOKE ALL ON TABLE "public"."mails" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."mails" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."mails" TO "service_role";

REVOKE ALL ON TABLE "public"."subscriptions" FROM "authenticated";

GRANT SELECT ON TABLE "public"."subscriptions" TO "authenticated";

REVOKE ALL ON TABLE "public"."subscriptions" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."subscriptions" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."subscriptions" TO "service_role";

ALTER TABLE "public"."contact_lists" ADD CONSTRAINT "contact_lists_descriptions_check" CHECK (private.is_localized(descriptions, 500));

ALTER TABLE "public"."contact_lists" ADD CONSTRAINT "contact_lists_names_check" CHECK (private.is_localized(names, 120));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_consent_texts_check" CHECK (private.is_localized(consent_texts, 2000));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_introductions_check" CHECK (private.is_localized(introductions, 2000));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_thanks_check" CHECK (private.is_localized(thanks, 2000));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_titles_check" CHECK (private.is_localized(titles, 120));

REVOKE ALL ("archived_at") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT UPDATE ("archived_at") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("created_by") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("created_by") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("descriptions") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("descriptions"), UPDATE ("descriptions") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("id") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("id") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("is_offered") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("is_offered"), UPDATE ("is_offered") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("kind") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("kind"), UPDATE ("kind") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("names") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("names"), UPDATE ("names") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("workspace_id") ON TABLE "public"."contact_lists" FROM "authenticated";

GRANT INSERT ("workspace_id") ON TABLE "public"."contact_lists" TO "authenticated";

REVOKE ALL ("assignment") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("assignment") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("consent_texts") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("consent_texts") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("fields") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("fields") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("introductions") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("introductions") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("is_open") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("is_open") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("logo") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("logo") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("member_id") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("member_id") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("privacy_url") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("privacy_url") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("team_id") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("team_id") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("thanks") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("thanks") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("titles") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("titles") ON TABLE "public"."contact_pages" TO "authenticated";

-- By hand: workspaces that are there already.
insert into public.contact_pages (workspace_id)
select w.id from public.workspaces w on conflict do nothing;

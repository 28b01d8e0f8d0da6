-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP INDEX "public"."mails_workspace";

ALTER TABLE "public"."consents" DROP CONSTRAINT "consents_origin_check";

ALTER TABLE "public"."contact_pages" DROP CONSTRAINT "contact_pages_fields_check";

ALTER TABLE "public"."mails" DROP CONSTRAINT "mails_status_check";

ALTER TABLE "public"."mails" DROP CONSTRAINT "mails_template_check";

DROP FUNCTION "private"."link_face"(uuid);

DROP FUNCTION "private"."request_subscription"(uuid, uuid, text, text, text, text);

DROP FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint);

DROP FUNCTION "private"."sender_of"(private.contact_messages);

DROP FUNCTION "private"."set_subscription"(uuid, public.subscription_status, text, text, text);

DROP FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint);

CREATE TABLE "private"."customer_sessions" ("hash" bytea NOT NULL, "workspace_id" uuid NOT NULL, "party_id" uuid NOT NULL, "email" text NOT NULL, "expires_at" timestamp with time zone NOT NULL DEFAULT (now() + '7 days'::interval), "created_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "customer_sessions_pkey" PRIMARY KEY (hash));

ALTER TABLE "private"."customer_sessions" OWNER TO "postgres";

CREATE TABLE "private"."sign_in_requests" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "email" text NOT NULL, "locale" text NOT NULL, "party_id" uuid, "requested_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "sign_in_requests_locale_check" CHECK ((locale = ANY (ARRAY['de'::text, 'en'::text]))), CONSTRAINT "sign_in_requests_pkey" PRIMARY KEY (id), CONSTRAINT "sign_in_requests_email_check" CHECK (private.is_contact_value('email'::public.contact_kind, email)));

ALTER TABLE "private"."sign_in_requests" OWNER TO "postgres";

CREATE TABLE "private"."subscription_import_pieces" ("import_id" uuid NOT NULL, "piece" integer NOT NULL, "workspace_id" uuid NOT NULL, "list_id" uuid NOT NULL, "outcomes" jsonb NOT NULL, "taken_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "subscription_import_pieces_pkey" PRIMARY KEY (import_id, piece));

ALTER TABLE "private"."subscription_import_pieces" OWNER TO "postgres";

CREATE TABLE "public"."customer_changes" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "party_id" uuid NOT NULL, "op" text NOT NULL, "contact_point_id" uuid, "before" jsonb NOT NULL DEFAULT '{}'::jsonb, "after" jsonb NOT NULL DEFAULT '{}'::jsonb, "decided_by" uuid, "decided_at" timestamp with time zone, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "customer_changes_op_check" CHECK ((op = ANY (ARRAY['add'::text, 'change'::text, 'remove'::text]))), CONSTRAINT "customer_changes_pkey" PRIMARY KEY (id));

ALTER TABLE "public"."customer_changes" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."customer_changes" OWNER TO "postgres";

CREATE TABLE "public"."erasure_requests" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "workspace_id" uuid NOT NULL, "party_id" uuid, "due_on" date NOT NULL, "status" text NOT NULL DEFAULT 'open'::text, "note" text, "decided_by" uuid, "decided_at" timestamp with time zone, "version" bigint NOT NULL DEFAULT 1, "created_at" timestamp with time zone NOT NULL DEFAULT now(), "updated_at" timestamp with time zone NOT NULL DEFAULT now(), CONSTRAINT "erasure_requests_check" CHECK (((status <> 'declined'::text) OR (COALESCE(TRIM(BOTH FROM note), ''::text) <> ''::text))), CONSTRAINT "erasure_requests_note_check" CHECK ((length(note) <= 2000)), CONSTRAINT "erasure_requests_pkey" PRIMARY KEY (id), CONSTRAINT "erasure_requests_status_check" CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'declined'::text, 'withdrawn'::text]))));

ALTER TABLE "public"."erasure_requests" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "public"."erasure_requests" OWNER TO "postgres";

ALTER TABLE "private"."contact_messages" ADD COLUMN "answers" jsonb NOT NULL DEFAULT '[]'::jsonb;

ALTER TABLE "private"."contact_messages" ADD COLUMN "is_proven" boolean NOT NULL DEFAULT false;

ALTER TABLE "public"."change_history" ADD COLUMN "customer_id" uuid;

ALTER TABLE "public"."communications" ADD COLUMN "is_shared" boolean NOT NULL DEFAULT false;

ALTER TABLE "public"."communications" ADD COLUMN "is_proven" boolean NOT NULL DEFAULT false;

ALTER TABLE "public"."consents" ADD COLUMN "given_on" date;

ALTER TABLE "public"."contact_pages" ADD COLUMN "questions" jsonb NOT NULL DEFAULT '[]'::jsonb;

ALTER TABLE "public"."contact_pages" ADD COLUMN "list_ids" uuid[];

ALTER TABLE "public"."contact_pages" ADD COLUMN "has_my_page" boolean NOT NULL DEFAULT false;

ALTER TABLE "public"."contact_pages" ADD COLUMN "change_rules" jsonb NOT NULL DEFAULT '{"name": "approval", "email": "at_once", "phone": "at_once", "address": "at_once", "language": "at_once"}'::jsonb;

ALTER TABLE "public"."party_relationships" ADD COLUMN "shares_page" boolean NOT NULL DEFAULT false;

CREATE TYPE "private"."concern" AS ("opportunity_id" uuid, "lead_id" uuid);

ALTER TYPE "private"."concern" OWNER TO "postgres";

CREATE TYPE "private"."subscription_request" AS ("list_id" uuid, "party_id" uuid, "email" text, "locale" text, "wording" text);

ALTER TYPE "private"."subscription_request" OWNER TO "postgres";

CREATE TYPE "public"."customer_change_status" AS ENUM ('unverified', 'waiting', 'applied', 'declined', 'withdrawn');

ALTER TABLE "public"."customer_changes" ADD COLUMN "status" public.customer_change_status NOT NULL;

ALTER TYPE "public"."customer_change_status" OWNER TO "postgres";

CREATE TYPE "public"."customer_field" AS ENUM ('name', 'language', 'address', 'phone', 'email', 'may_contact');

ALTER TABLE "public"."customer_changes" ADD COLUMN "field" public.customer_field NOT NULL;

ALTER TYPE "public"."customer_field" OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.acting_customer()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return nullif(current_setting('spur.customer', true), '')::uuid;
end $function$;

ALTER FUNCTION "private"."acting_customer"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.add_sender(p_message private.contact_messages)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sender uuid;
  company uuid;
begin
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
  return sender;
end $function$;

ALTER FUNCTION "private"."add_sender"(private.contact_messages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.answers_to(p_questions jsonb, p_answers jsonb, p_locale text)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if jsonb_typeof(p_answers) <> 'object'
    or exists (select 1 from jsonb_each(p_answers) a where jsonb_typeof(a.value) <> 'string')
    or p_answers - array(select q ->> 'id' from jsonb_array_elements(p_questions) q) <> '{}'
    or exists (
      select 1 from jsonb_array_elements(p_questions) q
      where private.is_answer(q, p_answers ->> (q ->> 'id')) is not true)
  then
    raise exception 'invalid_input';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', q.value ->> 'id',
      'question', private.localized(q.value -> 'labels', p_locale), 'answer', p_answers ->> (q.value ->> 'id'))
      order by q.ordinality), '[]')
    from jsonb_array_elements(p_questions) with ordinality q where p_answers ? (q.value ->> 'id'));
end $function$;

ALTER FUNCTION "private"."answers_to"(jsonb, jsonb, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.apply_customer_change(p_change public.customer_changes, p_party public.parties)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  wanted public.parties;
begin
  if p_change.field = 'email' and p_change.op = 'change' then
    -- What goes along with an address is held before its change takes a clock.
    perform 1 from public.subscriptions s
    where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id order by s.id for no key update;
  end if;
  if p_change.field in ('name', 'language') then
    wanted := jsonb_populate_record(p_party, p_change.after);
    update public.parties p set name = wanted.name, salutation = wanted.salutation, title = wanted.title,
      given_name = wanted.given_name, family_name = wanted.family_name, language = wanted.language
    where p.id = p_party.id;
  elsif p_change.field = 'may_contact' then
    update public.contact_points c set may_contact = (p_change.after ->> 'may_contact')::boolean
    where c.id = p_change.contact_point_id;
  elsif p_change.op = 'remove' then
    delete from public.contact_points c where c.id = p_change.contact_point_id and lower(c.valid) >= current_date;
    update public.contact_points c set valid = daterange(lower(c.valid), current_date), is_primary = false
    where c.id = p_change.contact_point_id;
  else
    if private.has_same_point(p_party, p_change.field, p_change.contact_point_id, p_change.after) then
      raise exception 'already_exists';
    end if;
    if p_change.op = 'change' then
      update public.contact_points c set value = coalesce(p_change.after ->> 'value', c.value),
        extension = p_change.after ->> 'extension', address = p_change.after -> 'address'
      where c.id = p_change.contact_point_id;
      if p_change.field = 'email' then
        perform private.follow_email(p_party, p_change.id, p_change.before ->> 'value', p_change.after ->> 'value');
      end if;
    else
      insert into public.contact_points (workspace_id, party_id, kind, value, extension, address)
      values (p_party.workspace_id, p_party.id,
        case p_change.field when 'address' then 'postal' else p_change.field::text end::public.contact_kind,
        coalesce(p_change.after ->> 'value', ''), p_change.after ->> 'extension', p_change.after -> 'address');
    end if;
    if p_change.field = 'email' then
      update public.contact_points c set verified_at = now()
      where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id and c.kind = 'email'
        and c.value = p_change.after ->> 'value' and c.valid @> current_date;
    end if;
  end if;
end $function$;

ALTER FUNCTION "private"."apply_customer_change"(public.customer_changes, public.parties) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.are_change_rules(p_rules jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(p_rules) = 'object'
    and p_rules ?& '{name,language,address,phone,email}'
    and not exists (
      select 1 from jsonb_each(p_rules) r
      where r.key not in ('name', 'language', 'address', 'phone', 'email')
        or r.value not in ('"at_once"', '"approval"', '"off"'));
end $function$;

ALTER FUNCTION "private"."are_change_rules"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.are_consent_rows(p_rows jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(p_rows) = 'array' and jsonb_array_length(p_rows) between 1 and 500
    and not exists (
      select 1 from jsonb_array_elements(p_rows) r
      where (private.is_contact_value('email', r ->> 'email')
        and (r ->> 'name' is null or length(r ->> 'name') <= 200 and trim(r ->> 'name') <> '')
        and length(r ->> 'wording') <= 5000 and trim(r ->> 'wording') <> ''
        and (r ->> 'givenOn') ~ '^\d{4}-\d{2}-\d{2}$') is not true);
end $function$;

ALTER FUNCTION "private"."are_consent_rows"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.are_contact_questions(p_questions jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if jsonb_typeof(p_questions) <> 'array' or jsonb_array_length(p_questions) > 10 then
    return false;
  end if;
  return not exists (
      select 1 from jsonb_array_elements(p_questions) q where private.is_contact_question(q) is not true)
    and jsonb_array_length(p_questions) = (
      select count(distinct q ->> 'id') from jsonb_array_elements(p_questions) q);
end $function$;

ALTER FUNCTION "private"."are_contact_questions"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.ask_for_erasure()
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "private"."ask_for_erasure"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.ask_for_my_page(p_slug text, p_email text, p_locale text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  address text := private.client_address();
  request uuid;
begin
  if not page.has_my_page then
    raise exception 'not_found';
  end if;
  -- Answered, not raised: an error would take the count back with everything else.
  if not private.is_allowed('sign_in_from', coalesce(address, 'unknown'),
      case when address is null then 200 else 20 end, '10 minutes')
    -- Whoever floods an address from one place does not lock its owner out, who comes from another.
    or not private.is_allowed('sign_in_by', concat_ws(' ', page.workspace_id, p_email, address), 5, '1 hour')
    or not private.is_allowed('sign_in_at', page.workspace_id || p_email, 30, '1 hour')
  then
    return 'too_many_requests';
  end if;
  insert into private.sign_in_requests (workspace_id, email, locale)
  values (page.workspace_id, p_email, p_locale) returning id into request;
  perform private.enqueue('take_sign_in_request', request);
  return 'asked';
end $function$;

ALTER FUNCTION "private"."ask_for_my_page"(text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.ask_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  outcomes text[];
  party_ids uuid[];
  emails text[];
  locales text[];
  mail_ids uuid[];
  asked integer;
begin
  if private.my_member_id(p_workspace_id) is null then
    raise exception 'forbidden';
  end if;
  if cardinality(p_party_ids) > 500 then
    raise exception 'invalid_input';
  end if;
  if not exists (
    select 1 from public.contact_lists l
    where l.workspace_id = p_workspace_id and l.id = p_list_id and l.archived_at is null
  ) then
    raise exception 'reference_not_found';
  end if;
  -- Whoever fills the same list waits here: no address is asked by both.
  perform pg_advisory_xact_lock(hashtextextended(p_list_id::text, 9));
  select array_agg(o.outcome), array_agg(o.party_id order by o.party_id) filter (where o.outcome = 'asked'),
    array_agg(o.email order by o.party_id) filter (where o.outcome = 'asked'),
    array_agg(o.locale order by o.party_id) filter (where o.outcome = 'asked')
  into outcomes, party_ids, emails, locales
  from private.subscription_outlook(p_workspace_id, p_list_id, p_party_ids) o;
  if party_ids is null then
    return private.count_outcomes(outcomes);
  end if;
  mail_ids := array(select gen_random_uuid() from unnest(party_ids));
  perform private.enqueue('send_mail', m) from unnest(mail_ids) m;
  -- One statement: its triggers, which take the clock that everybody waits for, fire when all is written.
  with held as (
    insert into public.subscriptions as s (workspace_id, list_id, party_id, email, locale, status)
    select p_workspace_id, p_list_id, a.party_id, a.email, a.locale, 'pending'
    from unnest(party_ids, emails, locales) a (party_id, email, locale)
    on conflict (workspace_id, list_id, party_id) do update set
      email = excluded.email, locale = excluded.locale, status = excluded.status
      where s.status = 'invalid'
    returning s.id, s.party_id, s.email, s.locale
  ), noted as (
    insert into public.consents (workspace_id, subscription_id, status, origin, actor_id, email, client_address)
    select p_workspace_id, h.id, 'pending', 'member', private.my_member_id(p_workspace_id), h.email,
      private.client_address()
    from held h
  )
  insert into public.mails (id, workspace_id, template, locale, recipient, party_id, subject_id)
  select a.mail_id, p_workspace_id, 'confirm_subscription', h.locale, h.email, h.party_id, h.id
  from held h join unnest(party_ids, mail_ids) a (party_id, mail_id) on a.party_id = h.party_id;
  get diagnostics asked = row_count;
  -- Who was asked one by one in the same moment is on it already.
  return private.count_outcomes(array_remove(outcomes, 'asked') || array_fill('asked'::text, array[asked])
    || array_fill('already'::text, array[cardinality(party_ids) - asked]));
end $function$;

ALTER FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.ask_subscribers(p_asked private.subscription_request[], p_held uuid[], p_origin text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ids uuid[];
begin
  with added as (
    insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
    select l.workspace_id, a.list_id, a.party_id, a.email, a.locale, 'pending'
    from unnest(p_asked) a join public.contact_lists l on l.id = a.list_id
    where not exists (
      select 1 from public.subscriptions s
      where s.id = any (p_held) and s.list_id = a.list_id and s.party_id = a.party_id)
    order by a.list_id, a.party_id
    -- Somebody asked them in this very moment: once is enough.
    on conflict (workspace_id, list_id, party_id) do nothing
    returning id
  ), asked_again as (
    update public.subscriptions s set status = 'pending', email = a.email, locale = a.locale
    from unnest(p_asked) a where s.id = any (p_held) and s.list_id = a.list_id and s.party_id = a.party_id
    returning s.id
  )
  select array_agg(k.id) into ids from (select id from added union all select id from asked_again) k;
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, client_address)
  select s.workspace_id, s.id, s.status, p_origin, private.my_member_id(s.workspace_id), s.email, a.wording,
    private.client_address()
  from public.subscriptions s join unnest(p_asked) a on a.list_id = s.list_id and a.party_id = s.party_id
  where s.id = any (ids) order by s.id;
  perform private.queue_mail(s.workspace_id, 'confirm_subscription', s.locale, s.email, s.party_id, s.id)
  from public.subscriptions s where s.id = any (ids);
end $function$;

ALTER FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.become_customer(p_party_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
begin
  if not private.has_email(me.workspace_id, p_party_id, me.email) then
    raise exception 'not_found';
  end if;
  update private.customer_sessions s set party_id = p_party_id where s.hash = me.hash;
end $function$;

ALTER FUNCTION "private"."become_customer"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.begin_interest(p_workspace_id uuid, p_party_id uuid, p_taker_id uuid)
 RETURNS private.concern
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  begun private.concern;
begin
  insert into public.leads (workspace_id, party_id, organization_id, owner_id, source)
  values (p_workspace_id, p_party_id, (
    select r.from_party_id from public.party_relationships r
    where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.type_code = 'CONTACT_REL'
      and r.valid @> current_date order by lower(r.valid) desc, r.id limit 1
  ), p_taker_id, 'WEB_SITE')
  returning id into begun.lead_id;
  return begun;
end $function$;

ALTER FUNCTION "private"."begin_interest"(uuid, uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.choose_my_list(p_list_id uuid, p_is_wanted boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  list public.contact_lists;
  held public.subscriptions;
  wanted public.subscription_status := case when p_is_wanted then 'accepted' else 'unsubscribed' end;
begin
  select * into list from public.contact_lists l
  where l.workspace_id = me.workspace_id and l.id = p_list_id and l.archived_at is null;
  -- Counted before the row is held, as corrections are.
  if not private.is_allowed('my_page', me.party_id::text, 60, '1 hour') then
    return 'too_many_requests';
  end if;
  select * into held from public.subscriptions s
  where s.workspace_id = me.workspace_id and s.list_id = p_list_id and s.party_id = me.party_id for update;
  if list.id is null or held.id is null and not list.is_offered then
    raise exception 'not_found';
  end if;
  if held.status = wanted and (not p_is_wanted or held.email = me.email) or held.id is null and not p_is_wanted then
    return wanted;
  end if;
  if held.id is null then
    insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
    select me.workspace_id, p_list_id, me.party_id, me.email, case when p.language like 'en%' then 'en' else 'de' end, wanted
    from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id
    on conflict (workspace_id, list_id, party_id) do update set status = wanted
    returning * into held;
  elsif p_is_wanted and held.email <> me.email then
    update public.subscriptions s set email = me.email where s.id = held.id;
  end if;
  -- The link that they came by proved the address: that is the second half of the double opt-in.
  perform private.set_subscriptions(array[held.id], wanted, 'my_page', private.localized(list.names, held.locale),
    'Signed in by a link to ' || me.email);
  return wanted;
end $function$;

ALTER FUNCTION "private"."choose_my_list"(uuid, boolean) OWNER TO "postgres";

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
  update private.contact_messages m set status = 'received', received_at = now(), is_proven = true
  where m.id = opened.subject_id and m.status = 'unproven';
  if found then
    perform private.enqueue('take_contact_message', opened.subject_id);
  end if;
  return private.contact_page_face(p) from public.contact_pages p where p.workspace_id = opened.workspace_id;
end $function$;

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
  perform private.link_face(opened);
  -- Contact points before subscriptions, as everywhere, and both before the clock.
  perform 1 from public.contact_points c join public.subscriptions s
    on c.workspace_id = s.workspace_id and c.party_id = s.party_id and c.kind = 'email' and c.value = s.email
  where s.id = opened.subject_id order by c.id for no key update of c;
  select * into held from public.subscriptions s where s.id = opened.subject_id for update;
  -- An address that was changed since proves nothing about the new one.
  if held.email is distinct from (select m.recipient from public.mails m where m.id = opened.mail_id)
    or held.status not in ('pending', 'accepted') then
    raise exception 'link_expired';
  end if;
  update private.link_tokens t set used_at = now() where t.subject_id = held.id and t.purpose = 'confirm_subscription'
    and t.used_at is null;
  if held.status = 'pending' then
    perform private.set_subscriptions(array[held.id], 'accepted', 'confirm_link');
    update public.contact_points c set verified_at = now()
    where c.workspace_id = held.workspace_id and c.party_id = held.party_id and c.kind = 'email'
      and c.value = held.email and c.valid @> current_date and c.verified_at is null;
    perform private.queue_mail(held.workspace_id, 'subscribed', held.locale, held.email, held.party_id, held.id);
  end if;
  return private.link_face(opened);
end $function$;

CREATE OR REPLACE FUNCTION private.consent_outlook(p_workspace_id uuid, p_list_id uuid, p_rows jsonb)
 RETURNS TABLE(email text, name text, wording text, given_on date, party_id uuid, outcome text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    select seen.email, seen.name, seen.wording, seen.given_on, seen.party_id,
      -- One party by two addresses of the file stands on the list once.
      case when seen.outcome = 'accepted' and seen.party_id is not null
          and row_number() over (partition by seen.party_id, seen.outcome order by seen.n) > 1
        then 'already' else seen.outcome end
    from (
      select given.*, known.party_id,
        case
          when known.is_blacklisted then 'left_out'
          when own.status in ('rejected', 'unsubscribed') or at_address.has_declined or known.is_silent then 'declined'
          when own.status = 'accepted' or at_address.is_on then 'already'
          when known.has_bounced or at_address.has_bounced then 'undeliverable'
          else 'accepted' end as outcome
      from (
        select distinct on (r ->> 'email') r ->> 'email' as email, r ->> 'name' as name,
          r ->> 'wording' as wording, (r ->> 'givenOn')::date as given_on, n
        from jsonb_array_elements(p_rows) with ordinality rows (r, n) order by r ->> 'email', n
      ) given
      cross join lateral (
        -- By the address and nothing else; of several who share it, whoever bears the name.
        select (array_agg(p.id order by private.fold(p.name) = private.fold(given.name) desc nulls last, p.kind,
            c.is_primary desc, c.created_at, c.id))[1] as party_id,
          bool_or(p.is_blacklisted) as is_blacklisted, bool_or(not c.may_contact) as is_silent,
          bool_or(c.bounced_at is not null) as has_bounced
        from public.contact_points c
        join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
        where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = given.email
          and c.valid @> current_date
      ) known
      left join public.subscriptions own
        on own.workspace_id = p_workspace_id and own.list_id = p_list_id and own.party_id = known.party_id
      cross join lateral (
        select bool_or(s.status in ('rejected', 'unsubscribed')) as has_declined,
          bool_or(s.status = 'accepted') as is_on, bool_or(s.status = 'invalid') as has_bounced
        from public.subscriptions s
        where s.workspace_id = p_workspace_id and s.email = given.email and s.list_id = p_list_id
      ) at_address
    ) seen;
end $function$;

ALTER FUNCTION "private"."consent_outlook"(uuid, uuid, jsonb) OWNER TO "postgres";

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
      'hasMyPage', p_page.has_my_page, 'fields', p_page.fields, 'questions', p_page.questions,
      'consentTexts', p_page.consent_texts, 'privacyUrl', p_page.privacy_url,
      'lists', (
        select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names, 'descriptions', l.descriptions)
          order by l.name, l.id), '[]')
        from private.lists_on(p_page) l))
    from public.workspaces w where w.id = p_page.workspace_id
  );
end $function$;

CREATE OR REPLACE FUNCTION private.conversations_of(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('messages', talk.messages) order by talk.latest desc), '[]')
    from (
      select max(c.occurred_at) as latest, jsonb_agg(jsonb_build_object(
        'id', c.id, 'direction', c.direction, 'body', coalesce(c.body, c.subject), 'occurredAt', c.occurred_at,
        'author', a.name, 'isProven', c.is_proven) order by c.occurred_at, c.id) as messages
      from (
        select * from public.communications c
        where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.is_shared
        order by c.occurred_at desc limit 200
      ) c
      left join public.members a on a.id = c.author_id
      group by coalesce(c.opportunity_id, c.lead_id)
    ) talk
  );
end $function$;

ALTER FUNCTION "private"."conversations_of"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.correct_my_data(p_id uuid, p_field public.customer_field, p_op text, p_contact_point_id uuid, p_version bigint, p_value jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  party public.parties;
  change public.customer_changes;
  present_version bigint;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into change from public.customer_changes c where c.id = p_id;
  if change.id is not null then
    -- A retry. Somebody else's id tells nothing.
    if change.party_id <> me.party_id then
      raise exception 'conflict';
    end if;
    return change.status;
  end if;
  if not private.is_allowed('my_page', me.party_id::text, 60, '1 hour')
    or p_field = 'email' and not private.is_allowed('my_email', me.party_id::text, 5, '1 hour')
  then
    return 'too_many_requests';
  end if;
  if p_field <> 'may_contact' and 'off' = (
    select p.change_rules ->> p_field::text from public.contact_pages p where p.workspace_id = me.workspace_id
  ) then
    raise exception 'forbidden';
  end if;
  party := private.hold_party(me.workspace_id, me.party_id);
  change.before := '{}';
  present_version := party.version;
  if p_op <> 'add' then
    change.before := private.customer_value(party, p_field, p_contact_point_id);
    if p_field not in ('name', 'language') then
      select c.version into present_version from public.contact_points c where c.id = p_contact_point_id;
    end if;
    if change.before is null then
      raise exception 'not_found';
    end if;
    if present_version is distinct from p_version then
      raise exception 'conflict';
    end if;
  end if;
  if p_op not in ('add', 'change', 'remove') or p_op <> 'change' and p_field in ('name', 'language', 'may_contact')
    or p_op <> 'remove' and private.is_customer_value(party, p_field, p_value) is not true
  then
    raise exception 'invalid_input';
  end if;
  -- Whoever takes away the address that they came by could not come back.
  if p_op = 'remove' and change.before ->> 'value' = me.email then
    raise exception 'in_use';
  end if;
  if p_op = 'change' and private.holds(change.before, p_value) then
    return 'applied';
  end if;
  -- Said now, not only once somebody opened a link or a member looked at it.
  if p_op <> 'remove' and p_field in ('address', 'phone', 'email')
    and private.has_same_point(party, p_field, p_contact_point_id, p_value)
  then
    raise exception 'already_exists';
  end if;
  change.id := p_id;
  change.workspace_id := me.workspace_id;
  change.party_id := me.party_id;
  change.field := p_field;
  change.op := p_op;
  change.contact_point_id := case when p_op <> 'add' and p_field not in ('name', 'language') then p_contact_point_id end;
  change.after := case when p_op = 'remove' then '{}' else p_value end;
  if p_field <> 'email' or p_op = 'remove' then
    return private.settle_change(change, party);
  end if;
  insert into public.customer_changes (id, workspace_id, party_id, field, op, contact_point_id, before, after, status)
  values (change.id, change.workspace_id, change.party_id, change.field, change.op, change.contact_point_id,
    change.before, change.after, 'unverified');
  perform private.queue_mail(me.workspace_id, 'verify_email', case when party.language like 'en%' then 'en' else 'de' end,
    p_value ->> 'value', me.party_id, p_id);
  return 'unverified';
end $function$;

ALTER FUNCTION "private"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.count_outcomes(p_outcomes text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object(
      'asked', count(*) filter (where o = 'asked'), 'already', count(*) filter (where o = 'already'),
      'declined', count(*) filter (where o = 'declined'), 'left_out', count(*) filter (where o = 'left_out'),
      'without_email', count(*) filter (where o = 'without_email'))
    from unnest(p_outcomes) o
  );
end $function$;

ALTER FUNCTION "private"."count_outcomes"(text[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.customer()
 RETURNS private.customer_sessions
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mine private.customer_sessions;
begin
  select s.* into mine from private.customer_sessions s
  join public.contact_pages p on p.workspace_id = s.workspace_id and p.is_open and p.has_my_page
  where s.hash = private.token_hash(
      nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-spur-customer')
    and s.expires_at > now();
  if mine.hash is null or not private.has_email(mine.workspace_id, mine.party_id, mine.email) then
    raise exception 'not_signed_in';
  end if;
  -- The history says that they did it themselves.
  perform set_config('spur.customer', mine.party_id::text, true);
  return mine;
end $function$;

ALTER FUNCTION "private"."customer"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.customer_change_face(p_change public.customer_changes)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('id', p_change.id, 'field', p_change.field, 'op', p_change.op, 'before', p_change.before,
      'after', p_change.after, 'status', p_change.status, 'createdAt', p_change.created_at,
      'decidedAt', p_change.decided_at, 'decidedBy', m.name,
      'party', jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted))
    from public.parties p left join public.members m on m.id = p_change.decided_by
    where p.workspace_id = p_change.workspace_id and p.id = p_change.party_id
  );
end $function$;

ALTER FUNCTION "private"."customer_change_face"(public.customer_changes) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.customer_value(p_party public.parties, p_field public.customer_field, p_contact_point_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return case
    when p_field = 'name' and p_party.kind = 'person' then jsonb_build_object('salutation', p_party.salutation,
      'title', p_party.title, 'given_name', p_party.given_name, 'family_name', p_party.family_name)
    when p_field = 'name' then jsonb_build_object('name', p_party.name)
    when p_field = 'language' then jsonb_build_object('language', p_party.language)
    else (
      select case p_field
        when 'may_contact' then jsonb_build_object('may_contact', c.may_contact, 'value', c.value)
        when 'address' then jsonb_build_object('address', c.address)
        else jsonb_build_object('value', c.value, 'extension', c.extension) end
      from public.contact_points c
      where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id and c.id = p_contact_point_id
        and c.valid @> current_date
        and c.kind = case p_field when 'address' then 'postal' when 'phone' then 'phone' when 'email' then 'email'
          else c.kind end::public.contact_kind
    )
  end;
end $function$;

ALTER FUNCTION "private"."customer_value"(public.parties, public.customer_field, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.decide_customer_change(p_id uuid, p_is_accepted boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  change public.customer_changes;
  party public.parties;
  present jsonb;
begin
  select * into change from public.customer_changes c where c.id = p_id;
  if change.id is null or private.my_member_id(change.workspace_id) is null then
    raise exception 'not_found';
  end if;
  party := private.hold_party(change.workspace_id, change.party_id);
  select * into change from public.customer_changes c where c.id = p_id for update;
  if change.status <> 'waiting' then
    -- A colleague was faster, or the customer took it back. The same word again is no matter.
    if change.status = (case when p_is_accepted then 'applied' else 'declined' end)::public.customer_change_status then
      return change.status;
    end if;
    raise exception 'conflict';
  end if;
  if p_is_accepted then
    present := private.customer_value(party, change.field, change.contact_point_id);
    -- Neither what the customer saw nor what they want: somebody changed it since, who would be written over.
    if change.op <> 'add' and (present is null
      or present <> change.before and (change.op = 'remove' or not private.holds(present, change.after)))
    then
      raise exception 'conflict';
    end if;
    perform private.apply_customer_change(change, party);
  end if;
  update public.customer_changes c set
    status = (case when p_is_accepted then 'applied' else 'declined' end)::public.customer_change_status,
    decided_by = private.my_member_id(change.workspace_id), decided_at = now()
  where c.id = p_id returning c.* into change;
  return change.status;
end $function$;

ALTER FUNCTION "private"."decide_customer_change"(uuid, boolean) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.enter_my_page(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens := private.find_token(p_token, 'sign_in');
  request private.sign_in_requests;
  session text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  select r.* into request from private.sign_in_requests r
  join public.contact_pages p on p.workspace_id = r.workspace_id and p.is_open and p.has_my_page
  where r.id = opened.subject_id;
  if request.party_id is null or not private.has_email(request.workspace_id, request.party_id, request.email) then
    raise exception 'link_invalid';
  end if;
  update private.link_tokens t set used_at = now() where t.hash = opened.hash;
  insert into private.customer_sessions (hash, workspace_id, party_id, email)
  values (private.token_hash(session), request.workspace_id, request.party_id, request.email);
  -- Whoever opens what was mailed there has the address.
  perform set_config('spur.customer', request.party_id::text, true);
  update public.contact_points c set verified_at = now()
  where c.workspace_id = request.workspace_id and c.party_id = request.party_id and c.kind = 'email'
    and c.value = request.email and c.valid @> current_date and c.verified_at is null;
  return jsonb_build_object('session', session,
    'slug', (select w.slug from public.workspaces w where w.id = request.workspace_id));
end $function$;

ALTER FUNCTION "private"."enter_my_page"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.erasure_face(p_request public.erasure_requests)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('id', p_request.id, 'status', p_request.status, 'dueOn', p_request.due_on,
      'createdAt', p_request.created_at, 'decidedAt', p_request.decided_at, 'decidedBy', m.name, 'note', p_request.note,
      'party', case when p.id is not null then
        jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'isBlacklisted', p.is_blacklisted) end)
    from (select 1) one
    left join public.parties p on p.workspace_id = p_request.workspace_id and p.id = p_request.party_id
    left join public.members m on m.id = p_request.decided_by
  );
end $function$;

ALTER FUNCTION "private"."erasure_face"(public.erasure_requests) OWNER TO "postgres";

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
  perform private.enqueue('take_sign_in_request', r.id) from private.sign_in_requests r
  where r.party_id is null and r.requested_at between now() - interval '1 hour' and now() - interval '30 seconds';
  perform private.forget_what_is_over();
end $function$;

CREATE OR REPLACE FUNCTION private.follow_email(p_party public.parties, p_change_id uuid, p_before text, p_after text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update private.customer_sessions s set email = p_after
  where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before;
  with moved as (
    update public.subscriptions s set email = p_after
    where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before
    returning s.*
  )
  insert into public.consents (workspace_id, subscription_id, status, origin, email, client_address)
  select m.workspace_id, m.id, m.status, 'my_page', p_after, private.client_address() from moved m;
  perform private.queue_mail(p_party.workspace_id, 'email_changed',
    case when p_party.language like 'en%' then 'en' else 'de' end, p_before, p_party.id, p_change_id);
end $function$;

ALTER FUNCTION "private"."follow_email"(public.parties, uuid, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.foresee_subscriptions(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if private.my_member_id(p_workspace_id) is null then
    raise exception 'forbidden';
  end if;
  return (
    select private.count_outcomes(array_agg(o.outcome))
    from private.subscription_outlook(p_workspace_id, p_list_id, p_party_ids) o
  );
end $function$;

ALTER FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.forget_what_is_over()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from private.sign_in_requests r where r.requested_at < now() - interval '1 day';
  delete from private.customer_sessions s where s.expires_at < now();
  delete from private.contact_messages m where m.status = 'unproven' and m.received_at < now() - interval '7 days';
  -- What became of it stands with the party; the form's own copy has served its time.
  delete from private.contact_messages m where m.status = 'taken' and m.taken_at < now() - interval '90 days';
end $function$;

ALTER FUNCTION "private"."forget_what_is_over"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.has_email(p_workspace_id uuid, p_party_id uuid, p_email text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select 1 from public.contact_points c
    where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.kind = 'email' and c.value = p_email
      and c.valid @> current_date);
end $function$;

ALTER FUNCTION "private"."has_email"(uuid, uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.has_same_point(p_party public.parties, p_field public.customer_field, p_contact_point_id uuid, p_value jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select 1 from public.contact_points c
    where c.workspace_id = p_party.workspace_id and c.party_id = p_party.id
      and c.id is distinct from p_contact_point_id and c.valid @> current_date
      and case when p_field = 'address' then c.address = p_value -> 'address'
        else c.value = p_value ->> 'value' and c.extension is not distinct from p_value ->> 'extension' end);
end $function$;

ALTER FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.hold_party(p_workspace_id uuid, p_party_id uuid)
 RETURNS public.parties
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held public.parties;
begin
  select * into held from public.parties p
  where p.workspace_id = p_workspace_id and p.id = p_party_id for no key update;
  perform 1 from public.contact_points c
  where c.workspace_id = p_workspace_id and c.party_id = p_party_id order by c.id for no key update;
  return held;
end $function$;

ALTER FUNCTION "private"."hold_party"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.holds(p_present jsonb, p_wanted jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return not exists (
    select 1 from jsonb_each(p_wanted) w where p_present -> w.key is distinct from w.value);
end $function$;

ALTER FUNCTION "private"."holds"(jsonb, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.import_subscriptions(p_id uuid, p_piece integer, p_workspace_id uuid, p_list_id uuid, p_proof text, p_rows jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.my_member_id(p_workspace_id);
  earlier private.subscription_import_pieces;
  counted jsonb;
  accepted integer;
begin
  if p_workspace_id is null or p_workspace_id not in (select private.my_workspace_ids('{marketing,admin}')) then
    raise exception 'forbidden';
  end if;
  if private.are_consent_rows(p_rows) is not true or trim(coalesce(p_proof, '')) = '' or length(p_proof) > 2000
    or p_piece not between 0 and 100000
  then
    raise exception 'invalid_input';
  end if;
  if not exists (
    select 1 from public.contact_lists l
    where l.workspace_id = p_workspace_id and l.id = p_list_id and l.archived_at is null
  ) then
    raise exception 'reference_not_found';
  end if;
  perform private.lock_parties(p_workspace_id);
  perform pg_advisory_xact_lock(hashtextextended(p_list_id::text, 9));
  select * into earlier from private.subscription_import_pieces i where i.import_id = p_id and i.piece = p_piece;
  if earlier.import_id is not null then
    if (earlier.workspace_id, earlier.list_id) <> (p_workspace_id, p_list_id) then
      raise exception 'conflict';
    end if;
    return earlier.outcomes;
  end if;
  -- A day further than ours: elsewhere it may be tomorrow already.
  if exists (
    select 1 from jsonb_array_elements(p_rows) r where (r ->> 'givenOn')::date > current_date + 1
  ) then
    raise exception 'invalid_input';
  end if;
  select jsonb_build_object(
    'already', jsonb_array_length(p_rows) - count(*) + count(*) filter (where o.outcome = 'already'),
    'declined', count(*) filter (where o.outcome = 'declined'),
    'left_out', count(*) filter (where o.outcome = 'left_out'),
    'undeliverable', count(*) filter (where o.outcome = 'undeliverable'),
    'added', count(*) filter (where o.outcome = 'accepted' and o.party_id is null))
  into counted from private.consent_outlook(p_workspace_id, p_list_id, p_rows) o;
  -- One statement: its triggers, which take the clock that everybody waits for, fire when all is written.
  with planned as materialized (
    select o.*, coalesce(o.party_id, gen_random_uuid()) as target_id
    from private.consent_outlook(p_workspace_id, p_list_id, p_rows) o where o.outcome = 'accepted'
  ), added as (
    insert into public.parties (id, workspace_id, kind, name, created_by)
    select p.target_id, p_workspace_id, 'person', coalesce(p.name, p.email), me
    from planned p where p.party_id is null
  ), reached as (
    insert into public.contact_points (workspace_id, party_id, kind, value, is_primary, created_by)
    select p_workspace_id, p.target_id, 'email', p.email, true, me from planned p where p.party_id is null
  ), held as (
    insert into public.subscriptions as s (workspace_id, list_id, party_id, email, locale, status)
    select p_workspace_id, p_list_id, p.target_id, p.email,
      case when known.language like 'en%' then 'en' when known.language like 'de%' then 'de' else w.locale end,
      'accepted'
    from planned p join public.workspaces w on w.id = p_workspace_id
    left join public.parties known on known.workspace_id = p_workspace_id and known.id = p.party_id
    on conflict (workspace_id, list_id, party_id) do update set email = excluded.email, status = excluded.status
      where s.status in ('pending', 'invalid')
    returning s.id, s.party_id, s.email
  )
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address, given_on)
  select p_workspace_id, h.id, 'accepted', 'import', me, h.email, p.wording, p_proof, private.client_address(),
    p.given_on
  from held h join planned p on p.target_id = h.party_id;
  get diagnostics accepted = row_count;
  counted := counted || jsonb_build_object('accepted', accepted);
  insert into private.subscription_import_pieces (import_id, piece, workspace_id, list_id, outcomes)
  values (p_id, p_piece, p_workspace_id, p_list_id, counted);
  return counted;
end $function$;

ALTER FUNCTION "private"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_answer(p_question jsonb, p_answer text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if p_answer is null then
    return not (p_question ->> 'isRequired')::boolean;
  end if;
  -- With their questions ten of them fit behind the longest message into one communication.
  return trim(p_answer) <> '' and case p_question ->> 'kind'
    when 'text' then length(p_answer) <= 200
    when 'long_text' then length(p_answer) <= 800
    else exists (
      select 1 from jsonb_array_elements(p_question -> 'options') o where p_answer in (o ->> 'de', o ->> 'en'))
  end;
end $function$;

ALTER FUNCTION "private"."is_answer"(jsonb, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_contact_question(p_question jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  options jsonb := p_question -> 'options';
begin
  if jsonb_typeof(p_question) <> 'object' or not p_question ?& '{id,labels,kind,isRequired,options}'
    or p_question - '{id,labels,kind,isRequired,options}'::text[] <> '{}' or jsonb_typeof(options) <> 'array'
  then
    return false;
  end if;
  return p_question ->> 'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and private.is_localized(p_question -> 'labels', 120)
    and p_question ->> 'kind' in ('text', 'long_text', 'choice')
    and jsonb_typeof(p_question -> 'isRequired') = 'boolean'
    and case when p_question ->> 'kind' = 'choice' then jsonb_array_length(options) between 2 and 20
      else options = '[]' end
    and not exists (
      select 1 from jsonb_array_elements(options) o where private.is_localized(o, 120) is not true);
end $function$;

ALTER FUNCTION "private"."is_contact_question"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.is_customer_value(p_party public.parties, p_field public.customer_field, p_value jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(p_value) = 'object' and case p_field
    when 'name' then case p_party.kind
      when 'person' then p_value - '{salutation,title,given_name,family_name}'::text[] = '{}'
        and trim(concat(p_value ->> 'given_name', p_value ->> 'family_name')) <> ''
      else p_value - 'name' = '{}' and coalesce(trim(p_value ->> 'name'), '') <> '' end
    when 'language' then p_value - 'language' = '{}' and p_value ->> 'language' in ('de', 'en')
    when 'address' then p_value - 'address' = '{}' and private.is_address(p_value -> 'address')
    when 'phone' then p_value - '{value,extension}'::text[] = '{}' and private.is_contact_value('phone', p_value ->> 'value')
    when 'email' then p_value - 'value' = '{}' and private.is_contact_value('email', p_value ->> 'value')
    else p_value - 'may_contact' = '{}' and jsonb_typeof(p_value -> 'may_contact') = 'boolean'
  end;
end $function$;

ALTER FUNCTION "private"."is_customer_value"(public.parties, public.customer_field, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.known_sender(p_message private.contact_messages)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- The address is what they proved; the same name at it before anybody else who shares it.
  return (
    select c.party_id from public.contact_points c
    join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
    where c.workspace_id = p_message.workspace_id and c.kind = 'email' and c.value = p_message.email
      and c.valid @> current_date
    order by private.fold(p.name) = private.fold(p_message.name) desc, p.kind, c.is_primary desc, c.created_at, c.id
    limit 1);
end $function$;

ALTER FUNCTION "private"."known_sender"(private.contact_messages) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.leave_my_page()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
begin
  delete from private.customer_sessions s where s.hash = me.hash;
end $function$;

ALTER FUNCTION "private"."leave_my_page"() OWNER TO "postgres";

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
    'logo', p.logo, 'listNames', l.names,
    'email', m.recipient, 'status', case when s.email = m.recipient then s.status::text else 'unsubscribed' end)
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

ALTER FUNCTION "private"."link_face"(private.link_tokens) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.lists_on(p_page public.contact_pages)
 RETURNS SETOF public.contact_lists
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    select l.* from public.contact_lists l
    where l.workspace_id = p_page.workspace_id and l.is_offered and l.archived_at is null
      and (p_page.list_ids is null or l.id = any (p_page.list_ids));
end $function$;

ALTER FUNCTION "private"."lists_on"(public.contact_pages) OWNER TO "postgres";

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

CREATE OR REPLACE FUNCTION private.my_data()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  party public.parties;
begin
  select * into party from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id;
  return jsonb_build_object(
    'heldBy', (select w.name from public.workspaces w where w.id = me.workspace_id),
    'asOf', now(),
    'party', jsonb_strip_nulls(to_jsonb(party) - '{workspace_id,match_name,search_name,import_id,created_by,version}'::text[]
      || jsonb_build_object('owner_id', (select m.name from public.members m where m.id = party.owner_id))),
    'contactPoints', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', c.kind, 'value', c.value,
        'extension', c.extension, 'address', c.address, 'purposes', c.purposes, 'from', lower(c.valid), 'until', upper(c.valid),
        'verifiedAt', c.verified_at, 'mayContact', c.may_contact, 'bouncedAt', c.bounced_at, 'notedAt', c.created_at))
        order by c.kind, c.created_at), '[]')
      from public.contact_points c where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object('role', r.role_code, 'from', lower(r.valid), 'until', upper(r.valid))
        order by lower(r.valid)), '[]')
      from public.party_roles r where r.workspace_id = me.workspace_id and r.party_id = me.party_id),
    'relationships', (
      select coalesce(jsonb_agg(jsonb_build_object('type', r.type_code, 'with', o.name, 'title', r.title,
        'from', lower(r.valid), 'until', upper(r.valid)) order by lower(r.valid)), '[]')
      from public.party_relationships r
      join public.parties o on o.workspace_id = r.workspace_id
        and o.id = case when r.from_party_id = me.party_id then r.to_party_id else r.from_party_id end
      where r.workspace_id = me.workspace_id and me.party_id in (r.from_party_id, r.to_party_id)),
    'externalIds', (
      select coalesce(jsonb_agg(jsonb_build_object('system', e.system, 'value', e.value) order by e.system, e.value), '[]')
      from public.party_external_ids e where e.workspace_id = me.workspace_id and e.party_id = me.party_id),
    'classifications', (
      select coalesce(jsonb_agg(jsonb_build_object('class', c.class_code, 'reason', c.reason, 'from', lower(c.valid),
        'until', upper(c.valid)) order by lower(c.valid)), '[]')
      from public.party_classifications c where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'subscriptions', (
      select coalesce(jsonb_agg(jsonb_build_object('list', l.name, 'status', s.status, 'email', s.email, 'consents', (
        select coalesce(jsonb_agg(jsonb_build_object('status', n.status, 'origin', n.origin, 'email', n.email,
          'wording', n.wording, 'proof', n.proof, 'clientAddress', n.client_address, 'notedAt', n.noted_at) order by n.id), '[]')
        from public.consents n where n.workspace_id = s.workspace_id and n.subscription_id = s.id)) order by l.name), '[]')
      from public.subscriptions s join public.contact_lists l on l.id = s.list_id
      where s.workspace_id = me.workspace_id and s.party_id = me.party_id),
    'leads', (
      select coalesce(jsonb_agg(jsonb_build_object('status', l.status, 'source', l.source, 'note', l.note,
        'createdAt', l.created_at) order by l.created_at), '[]')
      from public.leads l where l.workspace_id = me.workspace_id and l.party_id = me.party_id),
    'opportunities', (
      select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'as',
        case when o.customer_id = me.party_id then 'customer' else 'contact' end, 'createdAt', o.created_at) order by o.created_at), '[]')
      from public.opportunities o
      where o.workspace_id = me.workspace_id and (o.customer_id = me.party_id or o.contact_id = me.party_id)),
    'communications', (
      select coalesce(jsonb_agg(jsonb_build_object('type', c.type_code, 'direction', c.direction, 'subject', c.subject,
        'body', c.body, 'occurredAt', c.occurred_at, 'author', a.name) order by c.occurred_at), '[]')
      from public.communications c left join public.members a on a.id = c.author_id
      where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'tasks', (
      select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'note', t.note, 'dueOn', t.due_on,
        'doneAt', t.done_at) order by t.created_at), '[]')
      from public.tasks t where t.workspace_id = me.workspace_id and t.party_id = me.party_id),
    'history', (
      select coalesce(jsonb_agg(jsonb_build_object('what', h.entity, 'op', h.op, 'changedAt', h.changed_at,
        'changes', h.changes) order by h.id), '[]')
      from public.change_history h
      where h.workspace_id = me.workspace_id and h.party_id = me.party_id
        and h.entity in ('party', 'contact_point', 'party_role', 'party_relationship', 'party_classification')),
    'corrections', (
      select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'op', c.op, 'before', c.before, 'after', c.after,
        'status', c.status, 'createdAt', c.created_at) order by c.created_at), '[]')
      from public.customer_changes c where c.workspace_id = me.workspace_id and c.party_id = me.party_id),
    'erasureRequests', (
      select coalesce(jsonb_agg(jsonb_build_object('status', e.status, 'dueOn', e.due_on, 'createdAt', e.created_at)
        order by e.created_at), '[]')
      from public.erasure_requests e where e.workspace_id = me.workspace_id and e.party_id = me.party_id),
    'mails', (
      select coalesce(jsonb_agg(jsonb_build_object('template', m.template, 'recipient', m.recipient, 'status', m.status,
        'sentAt', m.sent_at) order by m.created_at), '[]')
      from public.mails m where m.workspace_id = me.workspace_id and m.party_id = me.party_id));
end $function$;

ALTER FUNCTION "private"."my_data"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.my_page()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  party public.parties;
begin
  select * into party from public.parties p where p.workspace_id = me.workspace_id and p.id = me.party_id;
  return (
    select jsonb_build_object(
      'workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'timeZone', w.time_zone, 'logo', page.logo,
      'privacyUrl', page.privacy_url, 'rules', page.change_rules, 'email', me.email,
      'party', jsonb_build_object('id', party.id, 'version', party.version, 'kind', party.kind, 'name', party.name,
        'salutation', party.salutation, 'title', party.title, 'givenName', party.given_name,
        'familyName', party.family_name, 'language', party.language),
      'others', (
        select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]') from (
          select distinct p.id, p.name
          from public.contact_points c join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
          where c.workspace_id = me.workspace_id and c.kind = 'email' and c.value = me.email
            and c.valid @> current_date and p.id <> me.party_id
          order by p.name limit 20) o),
      'contactPoints', private.shared_contact_points(me.workspace_id, me.party_id),
      'changes', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'field', c.field, 'op', c.op,
          'contactPointId', c.contact_point_id, 'before', c.before, 'after', c.after, 'status', c.status,
          'createdAt', c.created_at) order by c.created_at desc, c.id), '[]') from (
            select * from public.customer_changes c
            where c.workspace_id = me.workspace_id and c.party_id = me.party_id
              and (c.status in ('waiting', 'unverified') or c.status = 'declined' and c.decided_at > now() - interval '14 days')
            order by c.created_at desc limit 50) c),
      'lists', (
        select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names, 'descriptions', l.descriptions,
          'isWanted', coalesce(s.status = 'accepted', false), 'email', s.email) order by l.name, l.id), '[]')
        from public.contact_lists l
        left join public.subscriptions s on s.workspace_id = l.workspace_id and s.list_id = l.id and s.party_id = me.party_id
        where l.workspace_id = me.workspace_id and l.archived_at is null
          and (l.is_offered or s.status in ('accepted', 'pending'))),
      'responsible', private.responsible_for(me.workspace_id, me.party_id),
      'conversations', private.conversations_of(me.workspace_id, me.party_id),
      'organizations', private.shared_with(me.workspace_id, me.party_id),
      'erasure', (
        select jsonb_build_object('status', e.status, 'dueOn', e.due_on, 'note', e.note)
        from public.erasure_requests e
        where e.workspace_id = me.workspace_id and e.party_id = me.party_id and e.status in ('open', 'declined')
        order by e.created_at desc limit 1))
    from public.workspaces w join public.contact_pages page on page.workspace_id = w.id
    where w.id = me.workspace_id
  );
end $function$;

ALTER FUNCTION "private"."my_page"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.note_bounce(p_workspace_id uuid, p_email text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Contact points before subscriptions, as everywhere, and both before the clock.
  perform 1 from public.contact_points c
  where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = p_email order by c.id for no key update;
  perform private.set_subscriptions(array(
    select s.id from public.subscriptions s
    where s.workspace_id = p_workspace_id and s.email = p_email and s.status in ('pending', 'accepted')
    order by s.id for update), 'invalid', 'bounce');
  update public.contact_points c set bounced_at = now()
  where c.workspace_id = p_workspace_id and c.kind = 'email' and c.value = p_email and c.bounced_at is null;
end $function$;

CREATE OR REPLACE FUNCTION private.open_concern(p_workspace_id uuid, p_party_id uuid)
 RETURNS private.concern
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_concern private.concern;
begin
  -- Where a sale or an interest is open, this belongs to it; what is private to a member stays theirs.
  select o.id into found_concern.opportunity_id
  from public.opportunities o join public.stages s on s.id = o.stage_id
  where o.workspace_id = p_workspace_id and s.kind = 'open'
    and (o.contact_id = p_party_id or o.customer_id = p_party_id)
  order by o.contact_id = p_party_id desc nulls last, o.last_activity_at desc nulls last, o.created_at desc, o.id limit 1;
  if found_concern.opportunity_id is null then
    select l.id into found_concern.lead_id from public.leads l
    where l.workspace_id = p_workspace_id and l.party_id = p_party_id and l.queue <> 'closed'
    order by l.created_at desc, l.id limit 1;
  end if;
  return found_concern;
end $function$;

ALTER FUNCTION "private"."open_concern"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.party_communications(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'typeCode', c.type_code, 'direction', c.direction, 'subject', c.subject,
      'body', left(c.body, 500), 'occurredAt', c.occurred_at, 'authorId', c.author_id,
      'opportunityId', c.opportunity_id, 'opportunityName', o.name,
      'isShared', c.is_shared and c.party_id = p_party_id)
      order by c.occurred_at desc, c.id), '[]')
    from (
      select c.* from public.communications c
      where c.workspace_id = p_workspace_id and (c.party_id = p_party_id or c.opportunity_id in (
        select o.id from public.opportunities o
        where o.workspace_id = p_workspace_id and (o.customer_id = p_party_id or o.contact_id = p_party_id)
      ))
      order by c.occurred_at desc, c.id limit 50
    ) c
    left join public.opportunities o on o.id = c.opportunity_id
  );
end $function$;

CREATE OR REPLACE FUNCTION private.party_relations(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(r.relation order by r.is_over, r.type_code, r.name, r.id), '[]') from (
      select ends.type_code, other.name, ends.id, upper(ends.valid) <= current_date as is_over,
        jsonb_build_object(
          'id', ends.id, 'version', ends.version, 'typeCode', ends.type_code, 'isFrom', ends.is_from,
          'role', ends.role, 'otherRole', ends.other_role, 'title', ends.title, 'sharesPage', ends.shares_page, 'valid', private.period(ends.valid),
          'party', jsonb_build_object('id', other.id, 'kind', other.kind, 'name', other.name,
            'isBlacklisted', other.is_blacklisted)) as relation
      from (
        select r.id, r.version, r.type_code, true as is_from, r.from_role_code as role, r.to_role_code as other_role,
          r.title, r.shares_page, r.valid, r.to_party_id as other_id
        from public.party_relationships r where r.workspace_id = p_workspace_id and r.from_party_id = p_party_id
        union all
        select r.id, r.version, r.type_code, false, r.to_role_code, r.from_role_code, r.title,
          r.shares_page, r.valid, r.from_party_id
        from public.party_relationships r where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id
        limit 200
      ) ends
      join public.parties other on other.id = ends.other_id
    ) r
  );
end $function$;

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
  return private.link_face(opened) || jsonb_build_object('purpose', opened.purpose,
    'isUsed', opened.used_at is not null, 'isExpired', opened.expires_at < now());
end $function$;

CREATE OR REPLACE FUNCTION private.prepare_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  elsif new.opportunity_id is null then
    new.topic := 'workspace:' || new.workspace_id;
  else
    -- Held until commit, as with communications.
    select o.topic into new.topic from public.opportunities o
    where o.workspace_id = new.workspace_id and o.id = new.opportunity_id for no key update;
    if new.topic is null then
      raise exception 'opportunity_not_found';
    end if;
  end if;
  -- Somebody of another workspace is for the foreign key to refuse.
  if (tg_op = 'INSERT' or new.assignee_id <> old.assignee_id)
    and exists (select 1 from public.members m where m.workspace_id = new.workspace_id and m.id = new.assignee_id)
    and new.assignee_id not in (select private.reader_ids(new.workspace_id, new.topic))
  then
    raise exception 'assignee_cannot_see';
  end if;
  if new.done_at is null then
    new.done_by := null;
  elsif tg_op = 'UPDATE' and old.done_at is not null then
    new.done_at := old.done_at;
    new.done_by := old.done_by;
  else
    new.done_at := now();
    new.done_by := private.my_member_id(new.workspace_id);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.publish_customer_requests()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  batch record;
begin
  for batch in
    select n.workspace_id, count(*) as size, array_agg(n.id) as ids,
      jsonb_agg(jsonb_build_object('id', n.id, 'version', n.version, 'op', 'update', 'name', '')) as changes
    from new_rows n group by n.workspace_id order by n.workspace_id
  loop
    perform private.publish_batch(batch.workspace_id, 'customer_request', batch.size, batch.ids, batch.changes);
  end loop;
  return null;
end $function$;

ALTER FUNCTION "private"."publish_customer_requests"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.queue_answer_mail(p_communication_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  answer public.communications;
  recipient text;
begin
  select * into answer from public.communications c
  where c.id = p_communication_id and c.author_id in (select private.my_member_ids()) and c.is_shared;
  select c.value into recipient from public.contact_points c
  where c.workspace_id = answer.workspace_id and c.party_id = answer.party_id and c.kind = 'email'
    and c.valid @> current_date and c.bounced_at is null
  order by c.verified_at is not null desc, c.is_primary desc, c.created_at, c.id limit 1;
  if recipient is null then
    raise exception 'without_email';
  end if;
  perform private.queue_mail(answer.workspace_id, 'answered', case when p.language like 'en%' then 'en' else 'de' end,
    recipient, answer.party_id, answer.id)
  from public.parties p where p.workspace_id = answer.workspace_id and p.id = answer.party_id;
end $function$;

ALTER FUNCTION "private"."queue_answer_mail"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.request_subscriptions(p_requests private.subscription_request[], p_origin text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held uuid[];
  outcomes jsonb;
  asked private.subscription_request[];
begin
  -- Rows first, in one order, so that two who add the same wait for each other; then the clock, once.
  held := array(
    select s.id from public.subscriptions s
    join unnest(p_requests) r on r.list_id = s.list_id and r.party_id = s.party_id order by s.id for update of s);
  with looked_at as (
    select r::private.subscription_request as request, case
      when r.email is null then 'without_email'
      when l.id is null or p.id is null or p.is_blacklisted then 'left_out'
      -- Not by another address either: who asks has proved nothing.
      when s.status = 'accepted' then 'already'
      -- What somebody declined or left they can only ask for themselves.
      when p_origin = 'member' and s.status in ('rejected', 'unsubscribed') then 'declined'
      when s.status = 'pending' and exists (
        select 1 from public.mails m
        where m.subject_id = s.id and m.template = 'confirm_subscription' and m.recipient = r.email
          and m.status in ('queued', 'sending', 'sent') and m.created_at > now() - interval '10 minutes'
      ) then 'already'
      else 'asked' end as outcome
    from unnest(p_requests) r
    left join public.contact_lists l on l.id = r.list_id and l.archived_at is null
    left join public.parties p on p.workspace_id = l.workspace_id and p.id = r.party_id
    left join public.subscriptions s on s.id = any (held) and s.list_id = r.list_id and s.party_id = r.party_id
  )
  select array_agg(k.request) filter (where k.outcome = 'asked'), jsonb_build_object(
    'asked', count(*) filter (where k.outcome = 'asked'), 'already', count(*) filter (where k.outcome = 'already'),
    'declined', count(*) filter (where k.outcome = 'declined'),
    'left_out', count(*) filter (where k.outcome = 'left_out'),
    'without_email', count(*) filter (where k.outcome = 'without_email'))
  into asked, outcomes from looked_at k;
  if asked is not null then
    perform private.ask_subscribers(asked, held, p_origin);
  end if;
  return outcomes;
end $function$;

ALTER FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.responsible_for(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(m.name order by m.place, m.name), '[]') from (
      select m.name, min(o.place) as place from (
        select p.owner_id, 0 as place from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id
        union all
        select o.owner_id, 1 from public.opportunities o join public.stages s on s.id = o.stage_id and s.kind = 'open'
        where o.workspace_id = p_workspace_id and (o.contact_id = p_party_id or o.customer_id = p_party_id)
        union all
        select l.owner_id, 2 from public.leads l
        where l.workspace_id = p_workspace_id and l.party_id = p_party_id and l.queue <> 'closed'
      ) o
      join public.members m on m.id = o.owner_id and m.deactivated_at is null
      group by m.id, m.name order by place, m.name limit 5
    ) m
  );
end $function$;

ALTER FUNCTION "private"."responsible_for"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.send_contact_message(p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text, p_phone text, p_list_ids uuid[], p_has_agreed boolean, p_challenge text, p_solution bigint, p_answers jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page public.contact_pages := private.open_contact_page(p_slug);
  sent private.contact_messages;
  answers jsonb;
  proven boolean;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into sent from private.contact_messages m where m.id = p_id;
  if sent.id is not null then
    -- Only to whoever sent it: somebody else's id tells nothing.
    if (sent.workspace_id, sent.email, sent.body, sent.company, sent.phone)
      is distinct from (page.workspace_id, p_email, p_body, p_company, p_phone)
      or coalesce(p_answers, '{}') <> (
        select coalesce(jsonb_object_agg(a ->> 'id', a -> 'answer'), '{}') from jsonb_array_elements(sent.answers) a)
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
  answers := private.answers_to(page.questions, p_answers, p_locale);
  -- Answered, not raised: an error would take the count back with everything else.
  -- Those whom nobody vouches for share one limit.
  if not private.is_allowed('contact_from', coalesce(private.client_address(), 'unknown'),
      case when private.client_address() is null then 100 else 20 end, '10 minutes')
    or not private.is_allowed('contact_by', page.workspace_id || p_email, 5, '1 hour')
  then
    return 'too_many_requests';
  end if;
  proven := p_challenge is not null;
  if proven and private.is_solved(p_challenge, p_solution, page.id) is not true then
    return 'proof_invalid';
  end if;
  insert into private.contact_messages (id, workspace_id, challenge, name, email, company, phone, body, answers,
    locale, list_ids, wording, client_address, status)
  values (p_id, page.workspace_id, p_challenge, trim(regexp_replace(p_name, '\s+', ' ', 'g')), p_email, p_company,
    p_phone, p_body, answers, p_locale, coalesce(p_list_ids, '{}'), private.localized(page.consent_texts, p_locale),
    private.client_address(), case when proven then 'received' else 'unproven' end)
  on conflict do nothing;
  if not found then
    -- Each proof is good for one message.
    return 'proof_invalid';
  end if;
  if proven then
    perform private.enqueue('take_contact_message', p_id);
    return 'received';
  end if;
  perform private.queue_mail(page.workspace_id, 'confirm_message', p_locale, p_email, null, p_id);
  return 'unproven';
end $function$;

ALTER FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.set_subscriptions(p_ids uuid[], p_status public.subscription_status, p_origin text, p_wording text DEFAULT NULL::text, p_proof text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.subscriptions s set status = p_status where s.id = any (p_ids);
  insert into public.consents
    (workspace_id, subscription_id, status, origin, actor_id, email, wording, proof, client_address)
  select s.workspace_id, s.id, p_status, p_origin, private.my_member_id(s.workspace_id), s.email, p_wording, p_proof,
    private.client_address()
  from public.subscriptions s where s.id = any (p_ids) order by s.id;
end $function$;

ALTER FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.settle_change(p_change public.customer_changes, p_party public.parties)
 RETURNS public.customer_change_status
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  outcome public.customer_change_status := 'applied';
begin
  -- Also what a link proves after the workspace ceased to offer it is for a member to decide.
  if p_change.field <> 'may_contact' and 'at_once' <> (
    select p.change_rules ->> p_change.field::text from public.contact_pages p
    where p.workspace_id = p_change.workspace_id
  ) then
    outcome := 'waiting';
  else
    perform private.apply_customer_change(p_change, p_party);
  end if;
  -- A later word about the same thing takes the place of an earlier one.
  update public.customer_changes c set status = 'withdrawn'
  where c.workspace_id = p_change.workspace_id and c.party_id = p_change.party_id and c.id <> p_change.id
    and c.field = p_change.field and c.op <> 'add' and p_change.op <> 'add'
    and c.contact_point_id is not distinct from p_change.contact_point_id and c.status in ('waiting', 'unverified');
  insert into public.customer_changes (id, workspace_id, party_id, field, op, contact_point_id, before, after, status)
  values (p_change.id, p_change.workspace_id, p_change.party_id, p_change.field, p_change.op, (
    select c.id from public.contact_points c where c.id = p_change.contact_point_id
  ), p_change.before, p_change.after, outcome)
  on conflict (id) do update set status = outcome;
  return outcome;
end $function$;

ALTER FUNCTION "private"."settle_change"(public.customer_changes, public.parties) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.shared_contact_points(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'version', c.version, 'kind', c.kind, 'value', c.value, 'extension', c.extension,
      'address', c.address, 'isVerified', c.verified_at is not null, 'mayContact', c.may_contact)
      order by c.kind, c.is_primary desc, c.created_at, c.id), '[]')
    from (
      select * from public.contact_points c
      where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.valid @> current_date
        and c.kind in ('email', 'phone', 'postal')
      order by c.created_at limit 100
    ) c
  );
end $function$;

ALTER FUNCTION "private"."shared_contact_points"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.shared_with(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('name', o.name,
      'contactPoints', private.shared_contact_points(p_workspace_id, o.id),
      'responsible', private.responsible_for(p_workspace_id, o.id),
      'conversations', private.conversations_of(p_workspace_id, o.id)) order by o.name, o.id), '[]')
    from (
      select distinct p.id, p.name
      from public.party_relationships r
      join public.parties p on p.workspace_id = r.workspace_id and p.id = r.from_party_id and p.kind = 'organization'
      where r.workspace_id = p_workspace_id and r.to_party_id = p_party_id and r.shares_page
        and r.type_code in ('CONTACT_REL', 'EMPLOYMENT') and r.valid @> current_date
      order by p.name limit 20
    ) o
  );
end $function$;

ALTER FUNCTION "private"."shared_with"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.subscribe_parties(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
  return private.request_subscriptions(array(
    select row(p_list_id, p.id, private.subscription_email(p.workspace_id, p.id),
      case when p.language like 'en%' then 'en' when p.language like 'de%' then 'de' else w.locale end,
      null)::private.subscription_request
    from public.parties p join public.workspaces w on w.id = p.workspace_id
    where p.workspace_id = p_workspace_id and p.id = any (p_party_ids) order by p.id), 'member');
end $function$;

CREATE OR REPLACE FUNCTION private.subscription_outlook(p_workspace_id uuid, p_list_id uuid, p_party_ids uuid[])
 RETURNS TABLE(party_id uuid, email text, locale text, outcome text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    select seen.id, seen.email, seen.locale,
      -- Two parties may share an address, which is asked once.
      case when seen.outcome = 'asked'
          and row_number() over (partition by seen.email, seen.outcome order by seen.id) > 1
        then 'already' else seen.outcome end
    from (
      select p.id, reached.email,
        case when p.language like 'en%' then 'en' when p.language like 'de%' then 'de' else w.locale end as locale,
        case
          when p.is_blacklisted then 'left_out'
          when own.status in ('pending', 'accepted') then 'already'
          when own.status in ('rejected', 'unsubscribed') or at_address.has_declined then 'declined'
          when reached.email is null then 'without_email'
          when at_address.is_on then 'already'
          else 'asked' end as outcome
      from public.parties p
      join public.workspaces w on w.id = p.workspace_id
      cross join lateral (select private.subscription_email(p.workspace_id, p.id) as email) reached
      left join public.subscriptions own
        on own.workspace_id = p.workspace_id and own.list_id = p_list_id and own.party_id = p.id
      cross join lateral (
        select bool_or(s.status in ('rejected', 'unsubscribed')) as has_declined,
          bool_or(s.status in ('pending', 'accepted')) as is_on
        from public.subscriptions s
        where s.workspace_id = p.workspace_id and s.email = reached.email and s.list_id = p_list_id
      ) at_address
      where p.workspace_id = p_workspace_id and p.id = any (p_party_ids)
    ) seen;
end $function$;

ALTER FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.take_bounce(p_mail_id uuid, p_detail text, p_signature text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  key bytea;
  mail public.mails;
begin
  select s.value into key from private.secrets s where s.name = 'bounce';
  if key is null or p_mail_id is null or p_detail is null or p_signature is distinct from encode(
    extensions.hmac(convert_to('bounce ' || p_mail_id || ' ' || p_detail, 'utf8'), key, 'sha256'), 'hex')
  then
    raise exception 'forbidden';
  end if;
  -- It may be back before the mail server's own answer is noted.
  update public.mails m set status = 'bounced', last_error = left(p_detail, 500)
  where m.id = p_mail_id and m.status in ('sending', 'sent', 'unsure')
  returning m.* into mail;
  if mail.id is null then
    return false;
  end if;
  perform private.note_bounce(mail.workspace_id, mail.recipient);
  return true;
end $function$;

ALTER FUNCTION "private"."take_bounce"(uuid, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.take_contact_message(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  message private.contact_messages;
  sender uuid;
  concern private.concern;
  taker uuid;
begin
  select * into message from private.contact_messages m where m.id = p_id for update;
  if message.status is distinct from 'received' then
    return;
  end if;
  -- As everywhere: parties, turns and rows first, clocks with the first thing that is written.
  perform private.lock_parties(message.workspace_id);
  sender := private.known_sender(message);
  concern := private.open_concern(message.workspace_id, sender);
  if concern is null then
    taker := private.lead_taker(p) from public.contact_pages p where p.workspace_id = message.workspace_id;
  end if;
  perform 1 from public.subscriptions s
  where s.workspace_id = message.workspace_id and s.party_id = sender order by s.id for update;
  sender := coalesce(sender, private.add_sender(message));
  if concern is null then
    concern := private.begin_interest(message.workspace_id, sender, taker);
  end if;
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, is_proven, body,
      occurred_at)
  values (message.id, message.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming', sender,
    true, message.is_proven,
    -- A number that is not known of them is told, not kept: who writes has proved nothing.
    concat_ws(E'\n\n', message.body, private.told(message.answers), case when not exists (
      select 1 from public.contact_points c
      where c.workspace_id = message.workspace_id and c.party_id = sender and c.value = message.phone
    ) then message.phone end), message.received_at);
  perform private.request_subscriptions(array(
    select row(l.id, sender, message.email, message.locale,
      coalesce(message.wording || E'\n', '') || private.localized(l.names, message.locale))::private.subscription_request
    from public.contact_pages p cross join lateral private.lists_on(p) l
    where p.workspace_id = message.workspace_id and l.id = any (message.list_ids)), 'contact_page');
  perform private.queue_mail(message.workspace_id, 'message_received', message.locale, message.email, sender, message.id);
  update private.contact_messages m set status = 'taken', taken_at = now(), party_id = sender where m.id = p_id;
end $function$;

CREATE OR REPLACE FUNCTION private.take_sign_in_request(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  request private.sign_in_requests;
  known uuid;
begin
  select * into request from private.sign_in_requests r where r.id = p_id for update;
  if request.id is null or request.party_id is not null then
    return;
  end if;
  select c.party_id into known
  from public.contact_points c join public.parties p on p.workspace_id = c.workspace_id and p.id = c.party_id
  where c.workspace_id = request.workspace_id and c.kind = 'email' and c.value = request.email
    and c.valid @> current_date
  order by p.kind, c.is_primary desc, c.created_at, c.id limit 1;
  if known is null then
    delete from private.sign_in_requests r where r.id = p_id;
    return;
  end if;
  update private.sign_in_requests r set party_id = known where r.id = p_id;
  perform private.queue_mail(request.workspace_id, 'sign_in', request.locale, request.email, known, p_id);
end $function$;

ALTER FUNCTION "private"."take_sign_in_request"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.told(p_answers jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select string_agg(concat(a.value ->> 'question', ': ', a.value ->> 'answer'), E'\n' order by a.ordinality)
    from jsonb_array_elements(p_answers) with ordinality a);
end $function$;

ALTER FUNCTION "private"."told"(jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.unsubscribe(p_token text, p_origin text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens;
begin
  select * into opened from private.link_tokens t
  where t.hash = private.token_hash(p_token) and t.purpose = 'unsubscribe';
  if opened.hash is null then
    raise exception 'link_invalid';
  end if;
  -- It is the address that the mail went to that wants no more of this list, whoever else it belongs to.
  perform private.set_subscriptions(array(
    select s.id from public.subscriptions s join public.subscriptions o on o.id = opened.subject_id
    join public.mails m on m.id = opened.mail_id
    where s.workspace_id = o.workspace_id and s.list_id = o.list_id and s.email = m.recipient
      and s.status <> 'unsubscribed' order by s.id for update of s), 'unsubscribed', p_origin);
  return private.link_face(opened);
end $function$;

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
    perform private.set_subscriptions(array[held.id], 'unsubscribed', 'member');
  end if;
end $function$;

CREATE OR REPLACE FUNCTION private.verify_my_email(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened private.link_tokens := private.find_token(p_token, 'verify_email');
  change public.customer_changes;
  party public.parties;
  outcome text;
begin
  select * into change from public.customer_changes c where c.id = opened.subject_id;
  party := private.hold_party(change.workspace_id, change.party_id);
  select * into change from public.customer_changes c where c.id = opened.subject_id for update;
  -- Withdrawn, or the address that it replaces is another one by now.
  if party.id is null or change.status <> 'unverified'
    or change.op = 'change' and private.customer_value(party, 'email', change.contact_point_id) is distinct from change.before
  then
    raise exception 'link_expired';
  end if;
  update private.link_tokens t set used_at = now() where t.hash = opened.hash;
  perform set_config('spur.customer', party.id::text, true);
  outcome := private.settle_change(change, party);
  return (
    select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue,
      'email', change.after ->> 'value', 'status', outcome)
    from public.workspaces w where w.id = change.workspace_id);
end $function$;

ALTER FUNCTION "private"."verify_my_email"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.withdraw_erasure()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
begin
  update public.erasure_requests e set status = 'withdrawn', decided_at = now()
  where e.workspace_id = me.workspace_id and e.party_id = me.party_id and e.status = 'open';
end $function$;

ALTER FUNCTION "private"."withdraw_erasure"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.withdraw_my_change(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
begin
  perform private.hold_party(me.workspace_id, me.party_id);
  update public.customer_changes c set status = 'withdrawn'
  where c.id = p_id and c.workspace_id = me.workspace_id and c.party_id = me.party_id
    and c.status in ('waiting', 'unverified');
  if not found then
    raise exception 'not_found';
  end if;
end $function$;

ALTER FUNCTION "private"."withdraw_my_change"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION private.write_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  entity text := tg_argv[0];
  of_party text := tg_argv[1];
  of_other text := tg_argv[2];
begin
  if tg_op = 'INSERT' then
    -- Who it was is asked once, not once a row: an import adds thousands.
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, customer_id, changes)
    select n.workspace_id, entity, n.id, private.id_in(to_jsonb(n), of_party),
      private.id_in(to_jsonb(n), of_other), n.version, 'insert', w.member_id, private.acting_customer(),
      -- What is kept of a party tells what it was by its own history alone.
      case when entity <> 'party' and of_party is not null then private.diff('{}', to_jsonb(n)) else '{}' end
    from new_rows n join writers w on w.workspace_id = n.workspace_id;
  elsif tg_op = 'UPDATE' then
    with writers as materialized (
      select w.id as workspace_id, private.my_member_id(w.id) as member_id
      from (select distinct n.workspace_id as id from new_rows n) w
    )
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, customer_id, changes)
    select n.workspace_id, entity, n.id, private.id_in(to_jsonb(n), of_party),
      private.id_in(to_jsonb(n), of_other), n.version, 'update', w.member_id, private.acting_customer(), d.changes
    from new_rows n join old_rows o on o.id = n.id
    join writers w on w.workspace_id = n.workspace_id
    cross join lateral private.diff(to_jsonb(o), to_jsonb(n)) d (changes)
    where n.version <> o.version and d.changes <> '{}';
  else
    insert into public.change_history
      (workspace_id, entity, entity_id, party_id, other_party_id, version, op, actor_id, customer_id, changes)
    select o.workspace_id, entity, o.id, private.id_in(to_jsonb(o), of_party),
      private.id_in(to_jsonb(o), of_other), o.version + 1, 'delete', private.my_member_id(o.workspace_id),
      private.acting_customer(), private.diff(to_jsonb(o), (select jsonb_object_agg(k, null::text) from jsonb_object_keys(to_jsonb(o)) k))
    from old_rows o join public.workspaces w on w.id = o.workspace_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.write_my_message(p_id uuid, p_about uuid, p_body text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me private.customer_sessions := private.customer();
  written public.communications;
  about public.communications;
  concern private.concern;
begin
  -- A double tap waits here for the first one.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 7));
  select * into written from public.communications c where c.id = p_id;
  if written.id is not null then
    if (written.party_id, written.body) is distinct from (me.party_id, p_body) then
      raise exception 'conflict';
    end if;
    return 'received';
  end if;
  if coalesce(trim(p_body), '') = '' or length(p_body) > 10000 then
    raise exception 'invalid_input';
  end if;
  if not private.is_allowed('my_messages', me.party_id::text, 30, '1 hour') then
    return 'too_many_requests';
  end if;
  if p_about is not null then
    select * into about from public.communications c
    where c.workspace_id = me.workspace_id and c.party_id = me.party_id and c.is_shared and c.id = p_about;
    if about.id is null then
      raise exception 'not_found';
    end if;
    concern.opportunity_id := about.opportunity_id;
    concern.lead_id := about.lead_id;
  end if;
  -- Nobody looks at an interest that was closed: there it begins anew.
  if p_about is null or exists (
    select 1 from public.leads l where l.id = concern.lead_id and l.status = 'disqualified'
  ) then
    -- Two messages at once are one interest.
    perform private.lock_parties(me.workspace_id);
    concern := private.open_concern(me.workspace_id, me.party_id);
    if concern is null then
      concern := private.begin_interest(me.workspace_id, me.party_id, private.lead_taker(p))
      from public.contact_pages p where p.workspace_id = me.workspace_id;
    end if;
  end if;
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, is_proven, body)
  values (p_id, me.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming',
    me.party_id, true, true, p_body);
  return 'received';
end $function$;

ALTER FUNCTION "private"."write_my_message"(uuid, uuid, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.answer_customer(p_id uuid, p_communication_id uuid, p_body text, p_mutation_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  about public.communications;
begin
  select * into about from public.communications c where c.id = p_communication_id;
  if about.id is null then
    raise exception 'not_found';
  end if;
  -- Only who wrote by the pages reads there.
  if not about.is_shared or about.party_id is null then
    raise exception 'forbidden';
  end if;
  if not private.begin_mutation(p_mutation_id, p_id) then
    return;
  end if;
  insert into public.communications (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id,
    is_shared, body, author_id)
  values (p_id, about.workspace_id, about.opportunity_id, about.lead_id, 'WEB_SITE_COMMUNICATI', 'outgoing',
    about.party_id, true, p_body, private.my_member_id(about.workspace_id));
  perform private.queue_answer_mail(p_id);
end $function$;

ALTER FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.ask_for_erasure()
 RETURNS date
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.ask_for_erasure();
end $function$;

ALTER FUNCTION "public"."ask_for_erasure"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.ask_for_my_page(p_slug text, p_email text, p_locale text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.ask_for_my_page(p_slug, p_email, p_locale);
end $function$;

ALTER FUNCTION "public"."ask_for_my_page"(text, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.become_customer(p_party_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.become_customer(p_party_id);
end $function$;

ALTER FUNCTION "public"."become_customer"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.choose_my_list(p_list_id uuid, p_is_wanted boolean)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.choose_my_list(p_list_id, p_is_wanted);
end $function$;

ALTER FUNCTION "public"."choose_my_list"(uuid, boolean) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.correct_my_data(p_id uuid, p_field public.customer_field, p_op text, p_contact_point_id uuid DEFAULT NULL::uuid, p_version bigint DEFAULT NULL::bigint, p_value jsonb DEFAULT NULL::jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.correct_my_data(p_id, p_field, p_op, p_contact_point_id, p_version, p_value);
end $function$;

ALTER FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.decide_customer_change(p_id uuid, p_is_accepted boolean)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.decide_customer_change(p_id, p_is_accepted);
end $function$;

ALTER FUNCTION "public"."decide_customer_change"(uuid, boolean) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.decide_erasure(p_id uuid, p_status text, p_note text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
end $function$;

ALTER FUNCTION "public"."decide_erasure"(uuid, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.enter_my_page(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.enter_my_page(p_token);
end $function$;

ALTER FUNCTION "public"."enter_my_page"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.foresee_listed(p_workspace_id uuid, p_list_id uuid, p_query jsonb, p_most integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  ids uuid[] := private.listed_parties(p_workspace_id, p_query, null, p_most);
begin
  if not exists (
    select 1 from public.contact_lists l where l.workspace_id = p_workspace_id and l.id = p_list_id
  ) then
    raise exception 'reference_not_found';
  end if;
  return jsonb_build_object('size', cardinality(ids),
    'outcomes', private.foresee_subscriptions(p_workspace_id, p_list_id, ids));
end $function$;

ALTER FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.import_subscriptions(p_id uuid, p_piece integer, p_workspace_id uuid, p_list_id uuid, p_proof text, p_rows jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.import_subscriptions(p_id, p_piece, p_workspace_id, p_list_id, p_proof, p_rows);
end $function$;

ALTER FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.leave_my_page()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.leave_my_page();
end $function$;

ALTER FUNCTION "public"."leave_my_page"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.list_customer_requests(p_workspace_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if p_workspace_id not in (select private.my_workspace_ids()) then
    raise exception 'workspace_not_found';
  end if;
  return jsonb_build_object(
    'heads', public.board_heads(p_workspace_id),
    'waiting', (
      select coalesce(jsonb_agg(private.customer_change_face(c) order by c.created_at, c.id), '[]') from (
        select * from public.customer_changes c where c.workspace_id = p_workspace_id and c.status = 'waiting'
        order by c.created_at, c.id limit 200) c),
    'erasures', (
      select coalesce(jsonb_agg(private.erasure_face(e) order by e.due_on, e.created_at, e.id), '[]') from (
        select * from public.erasure_requests e where e.workspace_id = p_workspace_id and e.status = 'open'
        order by e.due_on, e.created_at limit 200) e),
    'recent', (
      select coalesce(jsonb_agg(private.customer_change_face(c) order by c.created_at desc, c.id), '[]') from (
        select * from public.customer_changes c
        where c.workspace_id = p_workspace_id and c.status in ('applied', 'declined')
        order by c.created_at desc, c.id limit 50) c));
end $function$;

ALTER FUNCTION "public"."list_customer_requests"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.list_mails(p_workspace_id uuid, p_limit integer, p_text text DEFAULT NULL::text, p_before_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_before_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  before_at timestamptz := coalesce(p_before_at, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  part text := lower(p_text);
begin
  if p_workspace_id not in (select private.my_workspace_ids('{marketing,admin}')) then
    raise exception 'forbidden';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', page.id, 'template', page.template, 'recipient', page.recipient, 'status', page.status,
      'isRepeated', page.is_repeated, 'lastError', page.last_error, 'createdAt', page.created_at,
      'sentAt', page.sent_at,
      'party', case when page.name is not null then jsonb_build_object('id', page.party_id, 'name', page.name) end)
      order by page.created_at desc, page.id desc), '[]')
    from (
      select m.*, p.name from public.mails m
      left join public.parties p on p.workspace_id = m.workspace_id and p.id = m.party_id
      where m.workspace_id = p_workspace_id and (m.created_at, m.id) < (before_at, before_id)
        and (part is null or strpos(m.recipient, part) > 0)
      order by m.created_at desc, m.id desc limit p_limit
    ) page
  );
end $function$;

ALTER FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.my_data()
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.my_data();
end $function$;

ALTER FUNCTION "public"."my_data"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.my_page()
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.my_page();
end $function$;

ALTER FUNCTION "public"."my_page"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.open_party(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  party public.parties;
  relations jsonb;
begin
  select * into party from public.parties p where p.workspace_id = p_workspace_id and p.id = p_party_id;
  if not found then
    return null;
  end if;
  relations := private.party_relations(p_workspace_id, p_party_id);
  return jsonb_build_object(
    -- Before anything is read: what changes meanwhile has a later number.
    'heads', public.board_heads(p_workspace_id),
    'party', private.party_fields(party),
    'isOwnCompany', exists (
      select 1 from public.workspaces w where w.id = p_workspace_id and w.party_id = p_party_id),
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'code', r.role_code,
        'valid', private.period(r.valid)) order by lower(r.valid), r.id), '[]')
      from public.party_roles r where r.workspace_id = p_workspace_id and r.party_id = p_party_id
    ),
    'relations', relations,
    'links', private.links_among(p_workspace_id, array(
      select distinct (l -> 'party' ->> 'id')::uuid from jsonb_array_elements(relations) l)),
    'contactPoints', private.party_contact_points(p_workspace_id, p_party_id),
    'externalIds', (
      select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'system', e.system, 'value', e.value)
        order by e.system, e.value), '[]')
      from public.party_external_ids e where e.workspace_id = p_workspace_id and e.party_id = p_party_id
    ),
    'classifications', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'code', c.class_code,
        'kind', c.class_kind, 'reason', c.reason, 'from', lower(c.valid), 'until', upper(c.valid),
        'authorId', c.created_by) order by upper_inf(c.valid) desc, lower(c.valid) desc, c.id), '[]')
      from public.party_classifications c where c.workspace_id = p_workspace_id and c.party_id = p_party_id
    ),
    'opportunities', private.party_opportunities(p_workspace_id, p_party_id),
    'tasks', private.party_tasks(p_workspace_id, p_party_id),
    'leads', private.party_leads(p_workspace_id, p_party_id),
    'communications', private.party_communications(p_workspace_id, p_party_id),
    'requests', public.requests_of_party(p_workspace_id, p_party_id),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'isActive', m.deactivated_at is null)
        order by m.name, m.id), '[]')
      from public.members m where m.workspace_id = p_workspace_id
    ),
    'roleTypes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'parentCode', t.parent_code, 'name', t.name) order by t.code)
      from public.role_types t where t.workspace_id is null or t.workspace_id = p_workspace_id
    ),
    'classes', (
      select jsonb_agg(jsonb_build_object('code', t.code, 'kind', t.kind, 'name', t.name) order by t.code)
      from public.party_classes t where t.workspace_id is null or t.workspace_id = p_workspace_id
    )
  );
end $function$;

CREATE OR REPLACE FUNCTION public.opportunity_tasks(p_workspace_id uuid, p_opportunity_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  about public.opportunities;
begin
  select * into about from public.opportunities o
  where o.workspace_id = p_workspace_id and o.id = p_opportunity_id;
  if about.id is null then
    raise exception 'opportunity_not_found';
  end if;
  return jsonb_build_object(
    'readerIds', array(select private.reader_ids(p_workspace_id, about.topic)),
    'tasks', (
      select coalesce(jsonb_agg(private.task_fields(t) order by t.is_done, t.done_at desc, t.due_on, t.created_at, t.id), '[]')
      from (
        (select * from public.tasks t
         where t.workspace_id = p_workspace_id and t.opportunity_id = p_opportunity_id and not t.is_done
         order by t.due_on, t.created_at, t.id limit 100)
        union all
        (select * from public.tasks t
         where t.workspace_id = p_workspace_id and t.opportunity_id = p_opportunity_id and t.is_done
         order by t.done_at desc, t.id limit 5)
      ) t
    ));
end $function$;

ALTER FUNCTION "public"."opportunity_tasks"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.party_history(p_workspace_id uuid, p_party_id uuid, p_before bigint, p_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', h.id, 'entity', h.entity, 'entityId', h.entity_id, 'op', h.op, 'actorId', h.actor_id,
      'isByCustomer', h.customer_id is not null,
      'changedAt', h.changed_at, 'changes', h.changes,
      'task', (select t.title from public.tasks t where h.entity = 'task' and t.id = h.entity_id),
      'other', (
        select jsonb_build_object('id', p.id, 'name', p.name) from public.parties p
        where p.id = case when h.party_id = p_party_id then h.other_party_id else h.party_id end
      )) order by h.id desc), '[]')
    from (
      select * from (
        (select * from public.change_history h
         where h.party_id = p_party_id and h.workspace_id = p_workspace_id and h.id < coalesce(p_before, h.id + 1)
         order by h.id desc limit p_limit)
        union all
        (select * from public.change_history h
         where h.other_party_id = p_party_id and h.workspace_id = p_workspace_id and h.id < coalesce(p_before, h.id + 1)
         order by h.id desc limit p_limit)
      ) both_ends order by id desc limit p_limit
    ) h
  );
end $function$;

CREATE OR REPLACE FUNCTION public.requests_of_party(p_workspace_id uuid, p_party_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'changes', (
      select coalesce(jsonb_agg(private.customer_change_face(c) order by c.created_at, c.id), '[]')
      from public.customer_changes c
      where c.workspace_id = p_workspace_id and c.party_id = p_party_id and c.status = 'waiting'),
    'erasure', (
      select private.erasure_face(e) from public.erasure_requests e
      where e.workspace_id = p_workspace_id and e.party_id = p_party_id and e.status = 'open' limit 1));
end $function$;

ALTER FUNCTION "public"."requests_of_party"(uuid, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.send_contact_message(p_id uuid, p_slug text, p_name text, p_email text, p_body text, p_locale text, p_company text DEFAULT NULL::text, p_phone text DEFAULT NULL::text, p_list_ids uuid[] DEFAULT '{}'::uuid[], p_has_agreed boolean DEFAULT false, p_challenge text DEFAULT NULL::text, p_solution bigint DEFAULT NULL::bigint, p_answers jsonb DEFAULT '{}'::jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.send_contact_message(p_id, p_slug, p_name, p_email, p_body, p_locale, p_company, p_phone,
    p_list_ids, p_has_agreed, p_challenge, p_solution, p_answers);
end $function$;

ALTER FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.subscribe_listed(p_workspace_id uuid, p_list_id uuid, p_query jsonb, p_after jsonb, p_limit integer, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  -- In an order that nobody's edits change: who comes meanwhile comes last.
  ids uuid[] := private.listed_parties(
    p_workspace_id, p_query || '{"sort": "created", "isDescending": false}', p_after, p_limit);
  outcomes jsonb;
begin
  if private.begin_mutation(p_mutation_id, p_list_id) then
    outcomes := private.ask_parties(p_workspace_id, p_list_id, ids);
  end if;
  return jsonb_build_object('size', cardinality(ids), 'outcomes', outcomes, 'next', (
    select jsonb_build_array(p.created_at, p.id) from public.parties p
    where p.workspace_id = p_workspace_id and p.id = ids[p_limit]));
end $function$;

ALTER FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.take_bounce(p_mail_id uuid, p_detail text, p_signature text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.take_bounce(p_mail_id, p_detail, p_signature);
end $function$;

ALTER FUNCTION "public"."take_bounce"(uuid, text, text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.verify_my_email(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.verify_my_email(p_token);
end $function$;

ALTER FUNCTION "public"."verify_my_email"(text) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.withdraw_erasure()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.withdraw_erasure();
end $function$;

ALTER FUNCTION "public"."withdraw_erasure"() OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.withdraw_my_change(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.withdraw_my_change(p_id);
end $function$;

ALTER FUNCTION "public"."withdraw_my_change"(uuid) OWNER TO "postgres";

CREATE OR REPLACE FUNCTION public.write_my_message(p_id uuid, p_body text, p_about uuid DEFAULT NULL::uuid)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.write_my_message(p_id, p_about, p_body);
end $function$;

ALTER FUNCTION "public"."write_my_message"(uuid, text, uuid) OWNER TO "postgres";

ALTER TABLE "private"."contact_messages" ADD CONSTRAINT "contact_messages_answers_check" CHECK ((jsonb_typeof(answers) = 'array'::text));

ALTER TABLE "private"."customer_sessions" ADD CONSTRAINT "customer_sessions_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "private"."customer_sessions" ADD CONSTRAINT "customer_sessions_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "private"."sign_in_requests" ADD CONSTRAINT "sign_in_requests_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "private"."sign_in_requests" ADD CONSTRAINT "sign_in_requests_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "private"."subscription_import_pieces" ADD CONSTRAINT "subscription_import_pieces_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."consents" ADD CONSTRAINT "consents_origin_check" CHECK ((origin = ANY (ARRAY['member'::text, 'import'::text, 'contact_page'::text, 'my_page'::text, 'confirm_link'::text, 'unsubscribe_link'::text, 'one_click'::text, 'bounce'::text])));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_fields_check" CHECK (((jsonb_typeof(fields) = 'object'::text) AND (fields ?& '{company,phone}'::text[]) AND ((fields - '{company,phone}'::text[]) = '{}'::jsonb) AND ((fields ->> 'company'::text) = ANY (ARRAY['off'::text, 'optional'::text, 'required'::text])) AND ((fields ->> 'phone'::text) = ANY (ARRAY['off'::text, 'optional'::text, 'required'::text]))));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_list_ids_check" CHECK ((cardinality(list_ids) <= 100));

ALTER TABLE "public"."customer_changes" ADD CONSTRAINT "customer_changes_contact_point_id_fkey" FOREIGN KEY (contact_point_id) REFERENCES public.contact_points(id) ON DELETE SET NULL;

ALTER TABLE "public"."customer_changes" ADD CONSTRAINT "customer_changes_workspace_id_decided_by_fkey" FOREIGN KEY (workspace_id, decided_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."customer_changes" ADD CONSTRAINT "customer_changes_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."customer_changes" ADD CONSTRAINT "customer_changes_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE CASCADE;

ALTER TABLE "public"."erasure_requests" ADD CONSTRAINT "erasure_requests_workspace_id_decided_by_fkey" FOREIGN KEY (workspace_id, decided_by) REFERENCES public.members(workspace_id, id);

ALTER TABLE "public"."erasure_requests" ADD CONSTRAINT "erasure_requests_workspace_id_fkey" FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id) ON DELETE CASCADE;

ALTER TABLE "public"."erasure_requests" ADD CONSTRAINT "erasure_requests_workspace_id_party_id_fkey" FOREIGN KEY (workspace_id, party_id) REFERENCES public.parties(workspace_id, id) ON DELETE SET NULL (party_id);

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_status_check" CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'refused'::text, 'bounced'::text, 'cancelled'::text])));

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_template_check" CHECK ((template = ANY (ARRAY['confirm_subscription'::text, 'subscribed'::text, 'confirm_message'::text, 'message_received'::text, 'sign_in'::text, 'verify_email'::text, 'email_changed'::text, 'answered'::text, 'erasure_requested'::text])));

CREATE INDEX contact_messages_taken ON private.contact_messages USING btree (taken_at) WHERE (status = 'taken'::text);

CREATE INDEX customer_sessions_expires ON private.customer_sessions USING btree (expires_at);

CREATE INDEX customer_sessions_party ON private.customer_sessions USING btree (workspace_id, party_id);

CREATE INDEX sign_in_requests_email ON private.sign_in_requests USING btree (workspace_id, email);

CREATE INDEX sign_in_requests_party ON private.sign_in_requests USING btree (workspace_id, party_id);

CREATE INDEX sign_in_requests_requested ON private.sign_in_requests USING btree (requested_at);

CREATE INDEX subscription_import_pieces_workspace ON private.subscription_import_pieces USING btree (workspace_id);

CREATE INDEX communications_shared ON public.communications USING btree (workspace_id, party_id, occurred_at DESC) WHERE is_shared;

CREATE INDEX customer_changes_contact_point ON public.customer_changes USING btree (contact_point_id);

CREATE INDEX customer_changes_decided_by ON public.customer_changes USING btree (workspace_id, decided_by);

CREATE INDEX customer_changes_latest ON public.customer_changes USING btree (workspace_id, created_at DESC, id);

CREATE INDEX customer_changes_party ON public.customer_changes USING btree (workspace_id, party_id, created_at DESC);

CREATE INDEX customer_changes_waiting ON public.customer_changes USING btree (workspace_id, created_at) WHERE (status = 'waiting'::public.customer_change_status);

CREATE INDEX erasure_requests_decided_by ON public.erasure_requests USING btree (workspace_id, decided_by);

CREATE INDEX erasure_requests_due ON public.erasure_requests USING btree (workspace_id, due_on) WHERE (status = 'open'::text);

CREATE UNIQUE INDEX erasure_requests_open ON public.erasure_requests USING btree (workspace_id, party_id) WHERE (status = 'open'::text);

CREATE INDEX erasure_requests_party ON public.erasure_requests USING btree (workspace_id, party_id, created_at DESC);

CREATE INDEX mails_workspace ON public.mails USING btree (workspace_id, created_at DESC, id DESC);

CREATE TRIGGER publish_customer_changes_added AFTER INSERT ON public.customer_changes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_customer_requests();

CREATE TRIGGER publish_customer_changes_changed AFTER UPDATE ON public.customer_changes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_customer_requests();

CREATE TRIGGER publish_customers_answered AFTER UPDATE ON public.customer_changes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_customers_asking AFTER INSERT ON public.customer_changes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER touch_customer_changes BEFORE UPDATE ON public.customer_changes FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE TRIGGER publish_customers_leaving AFTER INSERT ON public.erasure_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_customers_staying AFTER UPDATE ON public.erasure_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_parties_of('party_id');

CREATE TRIGGER publish_erasure_requests_added AFTER INSERT ON public.erasure_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_customer_requests();

CREATE TRIGGER publish_erasure_requests_changed AFTER UPDATE ON public.erasure_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.publish_customer_requests();

CREATE TRIGGER record_erasure_requests_added AFTER INSERT ON public.erasure_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('erasure_request', 'party_id');

CREATE TRIGGER record_erasure_requests_changed AFTER UPDATE ON public.erasure_requests REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.write_history('erasure_request', 'party_id');

CREATE TRIGGER touch_erasure_requests BEFORE UPDATE ON public.erasure_requests FOR EACH ROW EXECUTE FUNCTION private.touch_row();

CREATE POLICY "Members read what customers of their workspaces correct" ON "public"."customer_changes" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

CREATE POLICY "Managers and admins answer who wants to be forgotten" ON "public"."erasure_requests" FOR UPDATE TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids('{manager,admin}'::public.access_role[]) AS my_workspace_ids))) WITH CHECK (((workspace_id IN ( SELECT private.my_workspace_ids('{manager,admin}'::public.access_role[]) AS my_workspace_ids)) AND (decided_by IN ( SELECT private.my_member_ids() AS my_member_ids))));

CREATE POLICY "Members read who of their workspaces wants to be forgotten" ON "public"."erasure_requests" FOR SELECT TO "authenticated" USING ((workspace_id IN ( SELECT private.my_workspace_ids() AS my_workspace_ids)));

COMMENT ON COLUMN "private"."contact_messages"."answers" IS 'To the page''s own questions, in its order: id, question as it was asked, answer.';

COMMENT ON COLUMN "private"."contact_messages"."is_proven" IS 'Whether its sender opened a link in a mail.';

COMMENT ON COLUMN "private"."customer_sessions"."email" IS 'The address that was proved. Once the party has it no more, the session is over.';

COMMENT ON COLUMN "private"."sign_in_requests"."party_id" IS 'Whom the worker found; those of nobody are deleted.';

COMMENT ON COLUMN "public"."change_history"."customer_id" IS 'The party who did it on their own page; then no member did.';

COMMENT ON COLUMN "public"."communications"."is_proven" IS 'Whether whoever wrote by the public pages had shown that the address is theirs: anybody may type another''s.';

COMMENT ON COLUMN "public"."communications"."is_shared" IS 'Whether whom it was with reads it on their own page: what they wrote there or on the contact page, and the answers.';

COMMENT ON COLUMN "public"."consents"."given_on" IS 'For an import: the day it was given, before it was noted here.';

COMMENT ON COLUMN "public"."consents"."proof" IS 'For an import: where the proof of it is kept.';

COMMENT ON COLUMN "public"."contact_pages"."change_rules" IS 'What becomes of a customer''s correction, by field: it holds at once, waits for a member, or is not offered.';

COMMENT ON COLUMN "public"."contact_pages"."has_my_page" IS 'Whether customers may come to a page of their own by a mailed link, also while the form is what strangers see.';

COMMENT ON COLUMN "public"."contact_pages"."list_ids" IS 'Which of the lists on offer the form shows; null is all of them.';

COMMENT ON COLUMN "public"."contact_pages"."questions" IS 'What the form asks besides, in this order.';

COMMENT ON COLUMN "public"."customer_changes"."before" IS 'What it was, by the columns of `parties` or `contact_points`; `after` what it is to be.';

COMMENT ON COLUMN "public"."customer_changes"."contact_point_id" IS 'What it is about; null for the party itself, for a new one, and once a member removed it.';

COMMENT ON COLUMN "public"."erasure_requests"."due_on" IS 'One month after it came in, by the calendar of the workspace (GDPR, article 12, paragraph 3).';

COMMENT ON COLUMN "public"."erasure_requests"."note" IS 'Why it was declined, as the customer reads it.';

COMMENT ON COLUMN "public"."mails"."status" IS 'queued: to be sent. sending: handed to the mail server, whose answer is not known yet. unsure: its answer was lost twice. refused: it will never take it. bounced: it took it, and it came back for good.';

COMMENT ON COLUMN "public"."mails"."subject_id" IS 'The subscription, message, sign-in, change or request it is about, by its template.';

COMMENT ON COLUMN "public"."party_relationships"."shares_page" IS 'Whether the person sees on their own page what we share with the organization; a member allows it.';

COMMENT ON FUNCTION "private"."acting_customer"() IS 'The customer who writes in this transaction from their own page, if any.';

COMMENT ON FUNCTION "private"."add_sender"(private.contact_messages) IS 'The party that wrote, when nobody is known at its e-mail.';

COMMENT ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) IS 'What is kept of answers by the ids of their questions; invalid_input unless the questions may be answered so.';

COMMENT ON FUNCTION "private"."apply_customer_change"(public.customer_changes, public.parties) IS 'Makes a correction hold. Its party is held already.';

COMMENT ON FUNCTION "private"."are_change_rules"(jsonb) IS 'Whether this says of each field what becomes of a customer''s correction: at_once, approval or off.';

COMMENT ON FUNCTION "private"."are_consent_rows"(jsonb) IS 'Whether these are 1 to 500 rows with e-mail, name (or none), the text that was agreed to, and the day.';

COMMENT ON FUNCTION "private"."are_contact_questions"(jsonb) IS 'Whether these are at most ten questions, each with an id of its own.';

COMMENT ON FUNCTION "private"."ask_for_erasure"() IS 'Definer: a customer asks to be forgotten, once until it is answered.';

COMMENT ON FUNCTION "private"."ask_for_my_page"(text, text, text) IS 'Definer: the same steps and the same answer, whether or not the address is known.';

COMMENT ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) IS 'Definer: asks up to 500 parties of the caller''s workspace by mail, all at once. Whoever was asked before is not asked again.';

COMMENT ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) IS 'Puts these on their lists, to be confirmed, and mails them. Their subscriptions that were there are held.';

COMMENT ON FUNCTION "private"."become_customer"(uuid) IS 'Definer: several may share an address, a person and their company for one; whoever has it may see each.';

COMMENT ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) IS 'A new lead for what a party wrote, of whoever is to take it; null is the queue.';

COMMENT ON FUNCTION "private"."choose_my_list"(uuid, boolean) IS 'Definer: a customer wants a list at the address they signed in by, or wants it no more. Lists leave the blacklisted out when they are sent, which nobody needs to learn here.';

COMMENT ON FUNCTION "private"."consent_outlook"(uuid, uuid, jsonb) IS 'What becomes of each address of these rows on a list: accepted, already (on it), declined (or not to be contacted), left_out (blacklisted), undeliverable; and whose it is, if anybody''s.';

COMMENT ON FUNCTION "private"."conversations_of"(uuid, uuid) IS 'The last 200 messages between a party and us, each talk by the concern it is about; what it is about stays ours.';

COMMENT ON FUNCTION "private"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) IS 'Definer: a customer corrects their own data, and nobody else''s.';

COMMENT ON FUNCTION "private"."count_outcomes"(text[]) IS 'How many of each outcome.';

COMMENT ON FUNCTION "private"."customer"() IS 'The customer whose session the request bears (header x-spur-customer); all that they may reach hangs on it.';

COMMENT ON FUNCTION "private"."customer_change_face"(public.customer_changes) IS 'A customer''s correction with the old and the new value; `customerChange` in domain/customer-request-answers.ts reads it.';

COMMENT ON FUNCTION "private"."customer_value"(public.parties, public.customer_field, uuid) IS 'What a field of a customer''s page holds now, by its columns; null when the contact point is not theirs or over.';

COMMENT ON FUNCTION "private"."decide_customer_change"(uuid, boolean) IS 'Definer, because nobody writes corrections but by these functions: a member of the workspace decides.';

COMMENT ON FUNCTION "private"."enter_my_page"(text) IS 'Definer: changes the link of a mail into a session, once.';

COMMENT ON FUNCTION "private"."erasure_face"(public.erasure_requests) IS 'A request to be forgotten; without a party once that is gone.';

COMMENT ON FUNCTION "private"."follow_email"(public.parties, uuid, text, text) IS 'Sessions and subscriptions go along with an address that was changed and proved; whoever reads the old one is told.';

COMMENT ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) IS 'Definer: counts, before anybody is asked, what would become of these parties of the caller''s workspace.';

COMMENT ON FUNCTION "private"."forget_what_is_over"() IS 'Removes what visitors left behind that serves nothing any more.';

COMMENT ON FUNCTION "private"."has_email"(uuid, uuid, text) IS 'Whether a party is reached at this address today.';

COMMENT ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) IS 'Whether another contact point of a party is this one today.';

COMMENT ON FUNCTION "private"."hold_party"(uuid, uuid) IS 'A party and its contact points until commit, always in this order and before any clock.';

COMMENT ON FUNCTION "private"."holds"(jsonb, jsonb) IS 'Whether each wanted value is there as a whole: an address without one of its parts is another address.';

COMMENT ON FUNCTION "private"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) IS 'Definer: takes over one piece of a file of consents. Whoever left, declined, bounced or is blacklisted stays so.';

COMMENT ON FUNCTION "private"."is_answer"(jsonb, text) IS 'Whether a question of a contact page may be answered so; null is not at all.';

COMMENT ON FUNCTION "private"."is_contact_question"(jsonb) IS 'Whether this is a question of a contact page: id, labels by language, kind, isRequired, and the options of a choice.';

COMMENT ON FUNCTION "private"."is_customer_value"(public.parties, public.customer_field, jsonb) IS 'Whether a field of this party may be set to this; the columns check the rest.';

COMMENT ON FUNCTION "private"."known_sender"(private.contact_messages) IS 'The party that wrote, known by its e-mail. What the form says of it changes nothing of it.';

COMMENT ON FUNCTION "private"."leave_my_page"() IS 'Definer: ends the session of this browser.';

COMMENT ON FUNCTION "private"."link_face"(private.link_tokens) IS 'What the page of a subscription''s link shows; link_invalid once the subscription is gone.';

COMMENT ON FUNCTION "private"."lists_on"(public.contact_pages) IS 'The lists that can be asked for on a contact page.';

COMMENT ON FUNCTION "private"."my_data"() IS 'Definer: all that is held about a customer (GDPR, articles 15 and 20). Of the sales it says that there are some, not what we think they are worth.';

COMMENT ON FUNCTION "private"."my_page"() IS 'Definer: customers read no table.';

COMMENT ON FUNCTION "private"."open_concern"(uuid, uuid) IS 'What a message of this party belongs to: its open opportunity or its open lead; neither when none is open.';

COMMENT ON FUNCTION "private"."prepare_task"() IS 'Before insert and update: version, visibility, that whom it is for may see it, and who did it when. What is done stays done by whoever was first.';

COMMENT ON FUNCTION "private"."publish_customer_requests"() IS 'Statement trigger: who looks at what customers asked for hears of it.';

COMMENT ON FUNCTION "private"."queue_answer_mail"(uuid) IS 'Definer: mails the caller''s own answer to whom it is for, at an address that is read.';

COMMENT ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) IS 'First half of the double opt-in: asks the addresses by mail. Counts who was asked, already is or has the mail, declined (they left it themselves), is left_out (blacklisted, or the list is closed) or without_email.';

COMMENT ON FUNCTION "private"."responsible_for"(uuid, uuid) IS 'Names of the members who look after a party: its owner, then those of its open opportunities and leads.';

COMMENT ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) IS 'Definer: keeps a message. It takes the same steps whether or not the sender is known.';

COMMENT ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) IS 'Changes the state of subscriptions, which are held already, and notes who, how, under which text and from where.';

COMMENT ON FUNCTION "private"."settle_change"(public.customer_changes, public.parties) IS 'A correction that is proved, if it needs that: holds at once, or waits for a member, as the workspace chose.';

COMMENT ON FUNCTION "private"."shared_contact_points"(uuid, uuid) IS 'How a party is reached by mail, phone and post today; 100 at most.';

COMMENT ON FUNCTION "private"."shared_with"(uuid, uuid) IS 'Of the organizations that a person works for: what a member allowed them to see.';

COMMENT ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) IS 'What becomes of each of these parties when all are to be asked for a list: asked, already (on it or asked before, they or their address), declined, left_out (blacklisted), without_email.';

COMMENT ON FUNCTION "private"."take_bounce"(uuid, text, text) IS 'Definer: our own server, which signs what it says (HMAC-SHA256), tells of a mail that came back for good. Its address is written to no more.';

COMMENT ON FUNCTION "private"."take_sign_in_request"(uuid) IS 'In the worker: mails a link to whoever is known at the address; a person before an organization.';

COMMENT ON FUNCTION "private"."told"(jsonb) IS 'Answers of a message, a line each; null when there are none.';

COMMENT ON FUNCTION "private"."verify_my_email"(text) IS 'Definer: a new address counts once the link that was mailed there is opened, in whichever browser.';

COMMENT ON FUNCTION "private"."withdraw_erasure"() IS 'Definer: a customer would rather stay.';

COMMENT ON FUNCTION "private"."withdraw_my_change"(uuid) IS 'Definer: a customer takes back what nobody decided yet.';

COMMENT ON FUNCTION "private"."write_my_message"(uuid, uuid, text) IS 'Definer: a customer writes, or answers in one of their own conversations.';

COMMENT ON FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) IS 'Answers a message of a customer: it stands on their page and goes to them by mail; without_email when none of their addresses is read. May be repeated.';

COMMENT ON FUNCTION "public"."ask_for_erasure"() IS 'The customer who is signed in wants to be forgotten. Returns by when they have an answer. May be repeated.';

COMMENT ON FUNCTION "public"."ask_for_my_page"(text, text, text) IS 'Mails a link to the own page, if the address is known, which the answer does not tell: asked or too_many_requests.';

COMMENT ON FUNCTION "public"."become_customer"(uuid) IS 'Shows the page of another party with the same address.';

COMMENT ON FUNCTION "public"."choose_my_list"(uuid, boolean) IS 'Puts the customer who is signed in on a list that is offered, or takes them off: accepted, unsubscribed or too_many_requests. May be repeated.';

COMMENT ON FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) IS 'Corrects what the workspace knows of the customer who is signed in, based on the version they saw: applied, waiting, unverified (a mail went to the new address) or too_many_requests. May be repeated.';

COMMENT ON FUNCTION "public"."decide_customer_change"(uuid, boolean) IS 'Accepts or declines a correction that waits; conflict when it waits no more, or what it is about changed since. May be repeated.';

COMMENT ON FUNCTION "public"."decide_erasure"(uuid, text, text) IS 'Answers a request to be forgotten: done, or declined with the reason that the customer reads. By managers and admins; conflict when it is answered already. May be repeated.';

COMMENT ON FUNCTION "public"."enter_my_page"(text) IS 'A session for the link of a mail: link_invalid, link_used or link_expired else.';

COMMENT ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) IS 'How many parties a view holds, counted no further than it is told, and what would become of them on a list.';

COMMENT ON FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) IS 'Puts up to 500 people on a list who agreed elsewhere, by marketing and admins: answers how many were accepted, of these how many parties added, and how many were on it already, declined, are left out or undeliverable. May be repeated.';

COMMENT ON FUNCTION "public"."leave_my_page"() IS 'Signs a customer out.';

COMMENT ON FUNCTION "public"."list_customer_requests"(uuid) IS 'What waits for a member, the oldest first and 200 at most; who wants to be forgotten, by the deadline; and the last 50 corrections.';

COMMENT ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) IS 'The mails of a workspace for marketing and admins, the latest first, below a place; found by a part of the address.';

COMMENT ON FUNCTION "public"."my_data"() IS 'All that the workspace holds about the customer who is signed in, to take along.';

COMMENT ON FUNCTION "public"."my_page"() IS 'The page of the customer who is signed in: not_signed_in else.';

COMMENT ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) IS 'What is to do about an opportunity, as `private.party_tasks` tells it of a party, and the members whom it may be given to.';

COMMENT ON FUNCTION "public"."requests_of_party"(uuid, uuid) IS 'What a party asks for on its own page and nobody answered yet.';

COMMENT ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) IS 'Writes to a workspace: received, unproven (a mail asks for a click first), too_many_requests or proof_invalid. May be repeated.';

COMMENT ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) IS 'Asks the parties of a view after a place by mail whether they want a list. Answers how many those were, what became of them (null for a repeated call), and the place after them: null behind the last.';

COMMENT ON FUNCTION "public"."take_bounce"(uuid, text, text) IS 'Notes that a mail came back for good; by our own server alone. False when there is no such mail, or it was noted. May be repeated.';

COMMENT ON FUNCTION "public"."verify_my_email"(text) IS 'Proves a new address by the link that was mailed there: link_invalid, link_used or link_expired else.';

COMMENT ON FUNCTION "public"."withdraw_erasure"() IS 'Takes the request to be forgotten back. May be repeated.';

COMMENT ON FUNCTION "public"."withdraw_my_change"(uuid) IS 'Takes back a correction that waits.';

COMMENT ON FUNCTION "public"."write_my_message"(uuid, text, uuid) IS 'A message of the customer who is signed in, about one of their own or anew: received or too_many_requests. May be repeated.';

COMMENT ON TABLE "private"."customer_sessions" IS 'Customers on their own pages. The tokens are in their cookies alone: here are their SHA-256.';

COMMENT ON TABLE "private"."sign_in_requests" IS 'Who asked for a link to their page. The worker finds out whether anybody is known there, so that the answer takes the same time for all.';

COMMENT ON TABLE "private"."subscription_import_pieces" IS 'What became of each piece of a file: one that is sent again changes nothing, and is told the same.';

COMMENT ON TABLE "public"."customer_changes" IS 'A customer''s correction of their own data. Written by functions alone.';

COMMENT ON TABLE "public"."erasure_requests" IS 'A request to be forgotten. It stays when the party is gone, and then says of nobody that it was answered in time.';

COMMENT ON TYPE "private"."concern" IS 'What a communication is about: one of both.';

COMMENT ON TYPE "private"."subscription_request" IS 'Who is to be asked for which list, where and under which text.';

COMMENT ON TYPE "public"."customer_change_status" IS 'unverified: a new address, not yet proved by a mail. waiting: for a member.';

COMMENT ON TYPE "public"."customer_field" IS 'What customers may correct on their own page.';

REVOKE ALL ON FUNCTION "private"."acting_customer"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."acting_customer"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."acting_customer"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."add_sender"(private.contact_messages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."add_sender"(private.contact_messages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."add_sender"(private.contact_messages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."apply_customer_change"(public.customer_changes, public.parties) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."apply_customer_change"(public.customer_changes, public.parties) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."apply_customer_change"(public.customer_changes, public.parties) TO "postgres";

REVOKE ALL ON FUNCTION "private"."are_change_rules"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."are_change_rules"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."are_change_rules"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_change_rules"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_change_rules"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."are_consent_rows"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."are_consent_rows"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_consent_rows"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."are_contact_questions"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."are_contact_questions"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."are_contact_questions"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_contact_questions"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_contact_questions"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."ask_for_erasure"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ask_for_erasure"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."ask_for_erasure"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ask_for_erasure"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."ask_for_my_page"(text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ask_for_my_page"(text, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."ask_for_my_page"(text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ask_for_my_page"(text, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ask_subscribers"(private.subscription_request[], uuid[], text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."become_customer"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."become_customer"(uuid) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."become_customer"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."become_customer"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."begin_interest"(uuid, uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."choose_my_list"(uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."choose_my_list"(uuid, boolean) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."choose_my_list"(uuid, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."choose_my_list"(uuid, boolean) TO "postgres";

REVOKE ALL ON FUNCTION "private"."consent_outlook"(uuid, uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."consent_outlook"(uuid, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."consent_outlook"(uuid, uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."conversations_of"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."conversations_of"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."conversations_of"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."count_outcomes"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."count_outcomes"(text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."count_outcomes"(text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."customer"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."customer"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."customer"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."customer_change_face"(public.customer_changes) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."customer_change_face"(public.customer_changes) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."customer_change_face"(public.customer_changes) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."customer_change_face"(public.customer_changes) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."customer_change_face"(public.customer_changes) TO "service_role";

REVOKE ALL ON FUNCTION "private"."customer_value"(public.parties, public.customer_field, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."customer_value"(public.parties, public.customer_field, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."customer_value"(public.parties, public.customer_field, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."decide_customer_change"(uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."decide_customer_change"(uuid, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."decide_customer_change"(uuid, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."decide_customer_change"(uuid, boolean) TO "postgres";

REVOKE ALL ON FUNCTION "private"."enter_my_page"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."enter_my_page"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."enter_my_page"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."enter_my_page"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."erasure_face"(public.erasure_requests) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."erasure_face"(public.erasure_requests) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."erasure_face"(public.erasure_requests) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."erasure_face"(public.erasure_requests) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."erasure_face"(public.erasure_requests) TO "service_role";

REVOKE ALL ON FUNCTION "private"."follow_email"(public.parties, uuid, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."follow_email"(public.parties, uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."follow_email"(public.parties, uuid, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."forget_what_is_over"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."forget_what_is_over"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."forget_what_is_over"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."has_email"(uuid, uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."has_email"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_email"(uuid, uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."has_same_point"(public.parties, public.customer_field, uuid, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."hold_party"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."hold_party"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."hold_party"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."holds"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."holds"(jsonb, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."holds"(jsonb, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_answer"(jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_answer"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_answer"(jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_contact_question"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_contact_question"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_contact_question"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_contact_question"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_contact_question"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_customer_value"(public.parties, public.customer_field, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_customer_value"(public.parties, public.customer_field, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_customer_value"(public.parties, public.customer_field, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."known_sender"(private.contact_messages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."known_sender"(private.contact_messages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."known_sender"(private.contact_messages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."leave_my_page"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."leave_my_page"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."leave_my_page"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."leave_my_page"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."link_face"(private.link_tokens) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."link_face"(private.link_tokens) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."link_face"(private.link_tokens) TO "postgres";

REVOKE ALL ON FUNCTION "private"."lists_on"(public.contact_pages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."lists_on"(public.contact_pages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lists_on"(public.contact_pages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."my_data"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."my_data"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."my_data"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."my_data"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."my_page"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."my_page"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."my_page"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."my_page"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."open_concern"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."open_concern"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."open_concern"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."publish_customer_requests"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."publish_customer_requests"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."publish_customer_requests"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."queue_answer_mail"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."queue_answer_mail"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."queue_answer_mail"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."queue_answer_mail"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."request_subscriptions"(private.subscription_request[], text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."responsible_for"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."responsible_for"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."responsible_for"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."set_subscriptions"(uuid[], public.subscription_status, text, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."settle_change"(public.customer_changes, public.parties) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."settle_change"(public.customer_changes, public.parties) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."settle_change"(public.customer_changes, public.parties) TO "postgres";

REVOKE ALL ON FUNCTION "private"."shared_contact_points"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."shared_contact_points"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_contact_points"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."shared_with"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."shared_with"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."shared_with"(uuid, uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."take_bounce"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."take_bounce"(uuid, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."take_bounce"(uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_bounce"(uuid, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."take_sign_in_request"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."take_sign_in_request"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_sign_in_request"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."told"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."told"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."told"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."verify_my_email"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."verify_my_email"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."verify_my_email"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."verify_my_email"(text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."withdraw_erasure"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."withdraw_erasure"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."withdraw_erasure"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."withdraw_erasure"() TO "postgres";

REVOKE ALL ON FUNCTION "private"."withdraw_my_change"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."withdraw_my_change"(uuid) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."withdraw_my_change"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."withdraw_my_change"(uuid) TO "postgres";

REVOKE ALL ON FUNCTION "private"."write_my_message"(uuid, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."write_my_message"(uuid, uuid, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."write_my_message"(uuid, uuid, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."write_my_message"(uuid, uuid, text) TO "postgres";

REVOKE ALL ON FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."answer_customer"(uuid, uuid, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."ask_for_erasure"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."ask_for_erasure"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."ask_for_erasure"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."ask_for_erasure"() TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."ask_for_erasure"() TO "service_role";

REVOKE ALL ON FUNCTION "public"."ask_for_my_page"(text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."ask_for_my_page"(text, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."ask_for_my_page"(text, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."ask_for_my_page"(text, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."ask_for_my_page"(text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."become_customer"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."become_customer"(uuid) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."become_customer"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."become_customer"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."become_customer"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."choose_my_list"(uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."choose_my_list"(uuid, boolean) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."choose_my_list"(uuid, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."choose_my_list"(uuid, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."choose_my_list"(uuid, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."correct_my_data"(uuid, public.customer_field, text, uuid, bigint, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."decide_customer_change"(uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."decide_customer_change"(uuid, boolean) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."decide_customer_change"(uuid, boolean) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."decide_customer_change"(uuid, boolean) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."decide_customer_change"(uuid, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "public"."decide_erasure"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."decide_erasure"(uuid, text, text) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."decide_erasure"(uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."decide_erasure"(uuid, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."decide_erasure"(uuid, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."enter_my_page"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."enter_my_page"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."enter_my_page"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."enter_my_page"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."enter_my_page"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."import_subscriptions"(uuid, integer, uuid, uuid, text, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."leave_my_page"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."leave_my_page"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."leave_my_page"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."leave_my_page"() TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."leave_my_page"() TO "service_role";

REVOKE ALL ON FUNCTION "public"."list_customer_requests"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."list_customer_requests"(uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."list_customer_requests"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_customer_requests"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_customer_requests"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."list_mails"(uuid, integer, text, timestamp with time zone, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."my_data"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."my_data"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."my_data"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."my_data"() TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."my_data"() TO "service_role";

REVOKE ALL ON FUNCTION "public"."my_page"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."my_page"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."my_page"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."my_page"() TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."my_page"() TO "service_role";

REVOKE ALL ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."opportunity_tasks"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."requests_of_party"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."requests_of_party"(uuid, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."requests_of_party"(uuid, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."requests_of_party"(uuid, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."requests_of_party"(uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."take_bounce"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."take_bounce"(uuid, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."take_bounce"(uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."take_bounce"(uuid, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."take_bounce"(uuid, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."verify_my_email"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."verify_my_email"(text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."verify_my_email"(text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."verify_my_email"(text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."verify_my_email"(text) TO "service_role";

REVOKE ALL ON FUNCTION "public"."withdraw_erasure"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."withdraw_erasure"() TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."withdraw_erasure"() FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_erasure"() TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_erasure"() TO "service_role";

REVOKE ALL ON FUNCTION "public"."withdraw_my_change"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."withdraw_my_change"(uuid) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."withdraw_my_change"(uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_my_change"(uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."withdraw_my_change"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "public"."write_my_message"(uuid, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."write_my_message"(uuid, text, uuid) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."write_my_message"(uuid, text, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."write_my_message"(uuid, text, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."write_my_message"(uuid, text, uuid) TO "service_role";

REVOKE ALL ON TABLE "public"."customer_changes" FROM "authenticated";

GRANT SELECT ON TABLE "public"."customer_changes" TO "authenticated";

REVOKE ALL ON TABLE "public"."customer_changes" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."customer_changes" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."customer_changes" TO "service_role";

REVOKE ALL ON TABLE "public"."erasure_requests" FROM "authenticated";

GRANT SELECT ON TABLE "public"."erasure_requests" TO "authenticated";

REVOKE ALL ON TABLE "public"."erasure_requests" FROM "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."erasure_requests" TO "postgres";

GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "public"."erasure_requests" TO "service_role";

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_change_rules_check" CHECK (private.are_change_rules(change_rules));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_questions_check" CHECK (private.are_contact_questions(questions));

REVOKE ALL ("is_shared") ON TABLE "public"."communications" FROM "authenticated";

GRANT INSERT ("is_shared") ON TABLE "public"."communications" TO "authenticated";

REVOKE ALL ("change_rules") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("change_rules") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("has_my_page") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("has_my_page") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("list_ids") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("list_ids") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("questions") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("questions") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("decided_at") ON TABLE "public"."erasure_requests" FROM "authenticated";

GRANT UPDATE ("decided_at") ON TABLE "public"."erasure_requests" TO "authenticated";

REVOKE ALL ("decided_by") ON TABLE "public"."erasure_requests" FROM "authenticated";

GRANT UPDATE ("decided_by") ON TABLE "public"."erasure_requests" TO "authenticated";

REVOKE ALL ("note") ON TABLE "public"."erasure_requests" FROM "authenticated";

GRANT UPDATE ("note") ON TABLE "public"."erasure_requests" TO "authenticated";

REVOKE ALL ("status") ON TABLE "public"."erasure_requests" FROM "authenticated";

GRANT UPDATE ("status") ON TABLE "public"."erasure_requests" TO "authenticated";

REVOKE ALL ("shares_page") ON TABLE "public"."party_relationships" FROM "authenticated";

GRANT UPDATE ("shares_page") ON TABLE "public"."party_relationships" TO "authenticated";

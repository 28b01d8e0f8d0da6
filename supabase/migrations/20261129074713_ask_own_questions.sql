-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

DROP FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint);

DROP FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint);

ALTER TABLE "private"."contact_messages" ADD COLUMN "answers" jsonb NOT NULL DEFAULT '[]'::jsonb;

ALTER TABLE "public"."contact_pages" ADD COLUMN "questions" jsonb NOT NULL DEFAULT '[]'::jsonb;

ALTER TABLE "public"."contact_pages" ADD COLUMN "list_ids" uuid[];

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

CREATE OR REPLACE FUNCTION private.link_face(p_subscription_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object('workspace', w.name, 'slug', w.slug, 'accentHue', w.accent_hue, 'logo', p.logo,
      'listNames', l.names, 'email', s.email, 'status', s.status)
    from public.subscriptions s join public.workspaces w on w.id = s.workspace_id
    join public.contact_pages p on p.workspace_id = s.workspace_id
    join public.contact_lists l on l.id = s.list_id where s.id = p_subscription_id
  );
end $function$;

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
  insert into private.contact_messages (id, workspace_id, challenge, name, email, company, phone, body, answers,
    locale, list_ids, wording, client_address, status)
  values (p_id, page.workspace_id, p_challenge, trim(regexp_replace(p_name, '\s+', ' ', 'g')), p_email, p_company,
    p_phone, p_body, answers, p_locale, coalesce(p_list_ids, '{}'), private.localized(page.consent_texts, p_locale),
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

ALTER FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) OWNER TO "postgres";

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
  concern private.concern;
begin
  select * into message from private.contact_messages m where m.id = p_id for update;
  if message.status is distinct from 'received' then
    return;
  end if;
  select * into page from public.contact_pages p where p.workspace_id = message.workspace_id;
  sender := private.sender_of(message);
  concern := private.concern_of(page, sender);
  insert into public.communications
    (id, workspace_id, opportunity_id, lead_id, type_code, direction, party_id, is_shared, body, occurred_at)
  values (message.id, message.workspace_id, concern.opportunity_id, concern.lead_id, 'WEB_SITE_COMMUNICATI', 'incoming', sender, true,
    -- A number that is not known of them is told, not kept: who writes has proved nothing.
    concat_ws(E'\n\n', message.body, private.told(message.answers), case when not exists (
      select 1 from public.contact_points c
      where c.workspace_id = message.workspace_id and c.party_id = sender and c.value = message.phone
    ) then message.phone end), message.received_at);
  perform private.request_subscription(l.id, sender, message.email, message.locale, 'contact_page',
    coalesce(message.wording || E'\n', '') || private.localized(l.names, message.locale))
  from private.lists_on(page) l where l.id = any (message.list_ids);
  perform private.queue_mail(message.workspace_id, 'message_received', message.locale, message.email, sender, message.id);
  update private.contact_messages m set status = 'taken', taken_at = now(), party_id = sender where m.id = p_id;
end $function$;

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

ALTER TABLE "private"."contact_messages" ADD CONSTRAINT "contact_messages_answers_check" CHECK ((jsonb_typeof(answers) = 'array'::text));

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_list_ids_check" CHECK ((cardinality(list_ids) <= 100));

COMMENT ON COLUMN "private"."contact_messages"."answers" IS 'To the page''s own questions, in its order: id, question as it was asked, answer.';

COMMENT ON COLUMN "public"."contact_pages"."list_ids" IS 'Which of the lists on offer the form shows; null is all of them.';

COMMENT ON COLUMN "public"."contact_pages"."questions" IS 'What the form asks besides, in this order.';

COMMENT ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) IS 'What is kept of answers by the ids of their questions; invalid_input unless the questions may be answered so.';

COMMENT ON FUNCTION "private"."are_contact_questions"(jsonb) IS 'Whether these are at most ten questions, each with an id of its own.';

COMMENT ON FUNCTION "private"."is_answer"(jsonb, text) IS 'Whether a question of a contact page may be answered so; null is not at all.';

COMMENT ON FUNCTION "private"."is_contact_question"(jsonb) IS 'Whether this is a question of a contact page: id, labels by language, kind, isRequired, and the options of a choice.';

COMMENT ON FUNCTION "private"."lists_on"(public.contact_pages) IS 'The lists that can be asked for on a contact page.';

COMMENT ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) IS 'Definer: keeps a message. It takes the same steps whether or not the sender is known.';

COMMENT ON FUNCTION "private"."told"(jsonb) IS 'Answers of a message, a line each; null when there are none.';

COMMENT ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) IS 'Writes to a workspace. Answers received, or unproven: then a mail asks for a click first. too_many_requests and proof_invalid else. May be repeated.';

REVOKE ALL ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."answers_to"(jsonb, jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."are_contact_questions"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."are_contact_questions"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."are_contact_questions"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_contact_questions"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."are_contact_questions"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."is_answer"(jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."is_answer"(jsonb, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_answer"(jsonb, text) TO "postgres";

REVOKE ALL ON FUNCTION "private"."is_contact_question"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."is_contact_question"(jsonb) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."is_contact_question"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_contact_question"(jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "private"."is_contact_question"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "private"."lists_on"(public.contact_pages) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."lists_on"(public.contact_pages) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."lists_on"(public.contact_pages) TO "postgres";

REVOKE ALL ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "private"."told"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."told"(jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."told"(jsonb) TO "postgres";

REVOKE ALL ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."send_contact_message"(uuid, text, text, text, text, text, text, text, uuid[], boolean, text, bigint, jsonb) TO "service_role";

ALTER TABLE "public"."contact_pages" ADD CONSTRAINT "contact_pages_questions_check" CHECK (private.are_contact_questions(questions));

REVOKE ALL ("list_ids") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("list_ids") ON TABLE "public"."contact_pages" TO "authenticated";

REVOKE ALL ("questions") ON TABLE "public"."contact_pages" FROM "authenticated";

GRANT UPDATE ("questions") ON TABLE "public"."contact_pages" TO "authenticated";

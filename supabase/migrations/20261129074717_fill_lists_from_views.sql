-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

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

COMMENT ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) IS 'Definer: asks up to 500 parties of the caller''s workspace by mail, all at once. Whoever was asked before is not asked again.';

COMMENT ON FUNCTION "private"."count_outcomes"(text[]) IS 'How many of each outcome.';

COMMENT ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) IS 'Definer: counts, before anybody is asked, what would become of these parties of the caller''s workspace.';

COMMENT ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) IS 'What becomes of each of these parties when all are to be asked for a list: asked, already (on it or asked before, they or their address), declined, left_out (blacklisted), without_email.';

COMMENT ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) IS 'How many parties a view holds, counted no further than it is told, and what would become of them on a list.';

COMMENT ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) IS 'Asks the parties of a view after a place by mail whether they want a list. Answers how many those were, what became of them (null for a repeated call), and the place after them: null behind the last.';

REVOKE ALL ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."ask_parties"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."count_outcomes"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."count_outcomes"(text[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."count_outcomes"(text[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) TO "authenticated";

REVOKE ALL ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."foresee_subscriptions"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."subscription_outlook"(uuid, uuid, uuid[]) TO "postgres";

REVOKE ALL ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."foresee_listed"(uuid, uuid, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) TO "authenticated";

REVOKE ALL ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."subscribe_listed"(uuid, uuid, jsonb, jsonb, integer, uuid) TO "service_role";

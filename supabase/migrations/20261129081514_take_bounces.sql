-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

ALTER TABLE "public"."mails" DROP CONSTRAINT "mails_status_check";

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

CREATE OR REPLACE FUNCTION public.take_bounce(p_mail_id uuid, p_detail text, p_signature text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return private.take_bounce(p_mail_id, p_detail, p_signature);
end $function$;

ALTER FUNCTION "public"."take_bounce"(uuid, text, text) OWNER TO "postgres";

ALTER TABLE "public"."mails" ADD CONSTRAINT "mails_status_check" CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'refused'::text, 'bounced'::text, 'cancelled'::text])));

COMMENT ON COLUMN "public"."mails"."status" IS 'queued: to be sent. sending: handed to the mail server, whose answer is not known yet. unsure: its answer was lost twice. refused: it will never take it. bounced: it took it, and it came back for good.';

COMMENT ON FUNCTION "private"."take_bounce"(uuid, text, text) IS 'Definer: our own server, which signs what it says (HMAC-SHA256), tells of a mail that came back for good. Its address is written to no more.';

COMMENT ON FUNCTION "public"."take_bounce"(uuid, text, text) IS 'Notes that a mail came back for good; by our own server alone. False when there is no such mail, or it was noted. May be repeated.';

REVOKE ALL ON FUNCTION "private"."take_bounce"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "private"."take_bounce"(uuid, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "private"."take_bounce"(uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "private"."take_bounce"(uuid, text, text) TO "postgres";

REVOKE ALL ON FUNCTION "public"."take_bounce"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "public"."take_bounce"(uuid, text, text) TO "anon", "authenticated";

REVOKE ALL ON FUNCTION "public"."take_bounce"(uuid, text, text) FROM "postgres";

GRANT EXECUTE ON FUNCTION "public"."take_bounce"(uuid, text, text) TO "postgres";

GRANT EXECUTE ON FUNCTION "public"."take_bounce"(uuid, text, text) TO "service_role";

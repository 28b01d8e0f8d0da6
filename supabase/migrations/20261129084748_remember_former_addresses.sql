-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

ALTER TABLE "public"."subscriptions" ADD COLUMN "former_emails" text[] NOT NULL DEFAULT '{}'::text[];

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
    update public.subscriptions s set email = p_after, former_emails = s.former_emails || p_before
    where s.workspace_id = p_party.workspace_id and s.party_id = p_party.id and s.email = p_before
    returning s.*
  )
  insert into public.consents (workspace_id, subscription_id, status, origin, email, client_address)
  select m.workspace_id, m.id, m.status, 'my_page', p_after, private.client_address() from moved m;
  perform private.queue_mail(p_party.workspace_id, 'email_changed',
    case when p_party.language like 'en%' then 'en' else 'de' end, p_before, p_party.id, p_change_id);
end $function$;

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
    where s.workspace_id = o.workspace_id and s.list_id = o.list_id and s.status <> 'unsubscribed'
      and (s.email = m.recipient or s.id = o.id and m.recipient = any (s.former_emails)) order by s.id for update of s), 'unsubscribed', p_origin);
  return private.link_face(opened);
end $function$;

COMMENT ON COLUMN "public"."subscriptions"."former_emails" IS 'Addresses that the party replaced itself: the links in mails that went there still take it off.';

-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

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

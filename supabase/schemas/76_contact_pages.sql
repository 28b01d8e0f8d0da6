-- The public contact page of a workspace: what an admin decided about it.

create function private.are_change_rules(p_rules jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(p_rules) = 'object'
    and p_rules ?& '{name,language,address,phone,email}'
    and not exists (
      select 1 from jsonb_each(p_rules) r
      where r.key not in ('name', 'language', 'address', 'phone', 'email')
        or r.value not in ('"at_once"', '"approval"', '"off"'));
end $$;
comment on function private.are_change_rules(jsonb) is
  'Whether this says of each field what becomes of a customer''s correction: at_once, approval or off.';
grant execute on function private.are_change_rules(jsonb) to authenticated, service_role;

create function private.is_contact_question(p_question jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
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
end $$;
comment on function private.is_contact_question(jsonb) is
  'Whether this is a question of a contact page: id, labels by language, kind, isRequired, and the options of a choice.';

create function private.are_contact_questions(p_questions jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_questions) <> 'array' or jsonb_array_length(p_questions) > 10 then
    return false;
  end if;
  return not exists (
      select 1 from jsonb_array_elements(p_questions) q where private.is_contact_question(q) is not true)
    and jsonb_array_length(p_questions) = (
      select count(distinct q ->> 'id') from jsonb_array_elements(p_questions) q);
end $$;
comment on function private.are_contact_questions(jsonb) is 'Whether these are at most ten questions, each with an id of its own.';
grant execute on function private.is_contact_question(jsonb), private.are_contact_questions(jsonb)
  to authenticated, service_role;

create table public.contact_pages (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null unique references public.workspaces (id) on delete cascade,
  is_open boolean not null default false,
  titles jsonb check (private.is_localized(titles, 120)),
  introductions jsonb check (private.is_localized(introductions, 2000)),
  thanks jsonb check (private.is_localized(thanks, 2000)),
  logo text check (length(logo) <= 90000 and logo ~ '^data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$'),
  fields jsonb not null default '{"company": "optional", "phone": "optional"}' check (
    jsonb_typeof(fields) = 'object'
    and fields ?& '{company,phone}' and fields - '{company,phone}'::text[] = '{}'
    and fields ->> 'company' in ('off', 'optional', 'required')
    and fields ->> 'phone' in ('off', 'optional', 'required')),
  questions jsonb not null default '[]' check (private.are_contact_questions(questions)),
  list_ids uuid[] check (cardinality(list_ids) <= 100),
  consent_texts jsonb check (private.is_localized(consent_texts, 2000)),
  privacy_url text check (length(privacy_url) <= 2000 and privacy_url ~ '^https?://[^\s/]+'),
  assignment text not null default 'queue' check (assignment in ('queue', 'member', 'turns')),
  member_id uuid,
  team_id uuid,
  has_my_page boolean not null default false,
  change_rules jsonb not null default
    '{"name": "approval", "language": "at_once", "address": "at_once", "phone": "at_once", "email": "at_once"}' check (
    private.are_change_rules(change_rules)),
  difficulty smallint not null default 16 check (difficulty between 1 and 24),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (assignment <> 'member' or member_id is not null),
  check (assignment <> 'turns' or team_id is not null),
  foreign key (workspace_id, member_id) references public.members (workspace_id, id),
  foreign key (workspace_id, team_id) references public.teams (workspace_id, id)
);
comment on table public.contact_pages is 'How customers meet the workspace on its public contact page; one a workspace.';
comment on column public.contact_pages.logo is 'A small picture as a data URL.';
comment on column public.contact_pages.fields is 'Which fields the form asks beside name, e-mail and message.';
comment on column public.contact_pages.questions is 'What the form asks besides, in this order.';
comment on column public.contact_pages.list_ids is 'Which of the lists on offer the form shows; null is all of them.';
comment on column public.contact_pages.consent_texts is 'What whoever writes must agree to, before the form may be sent.';
comment on column public.contact_pages.assignment is 'Who gets a lead: the queue, one member, or the members of a team in turn.';
comment on column public.contact_pages.has_my_page is
  'Whether customers may come to a page of their own by a mailed link, also while the form is what strangers see.';
comment on column public.contact_pages.change_rules is
  'What becomes of a customer''s correction, by field: it holds at once, waits for a member, or is not offered.';
comment on column public.contact_pages.difficulty is 'Leading zero bits of the proof of work that comes with a message.';
create index contact_pages_member on public.contact_pages (workspace_id, member_id);
create index contact_pages_team on public.contact_pages (workspace_id, team_id);
create trigger touch_contact_pages before update on public.contact_pages
  for each row execute function private.touch_row();
create trigger record_contact_pages_changed after update on public.contact_pages
  referencing old table as old_rows new table as new_rows for each statement
  execute function private.write_history('contact_page');

alter table public.contact_pages enable row level security;
create policy "Members read the contact pages of their workspaces" on public.contact_pages
  for select to authenticated using (workspace_id in (select private.my_workspace_ids()));
create policy "Admins set up the contact pages of their workspaces" on public.contact_pages
  for update to authenticated
  using (workspace_id in (select private.my_workspace_ids('{admin}')))
  with check (workspace_id in (select private.my_workspace_ids('{admin}')));
grant select on public.contact_pages to authenticated;
grant update (is_open, titles, introductions, thanks, logo, fields, questions, list_ids, consent_texts, privacy_url,
  assignment, member_id, team_id, has_my_page, change_rules) on public.contact_pages to authenticated;
grant all on public.contact_pages to service_role;

create function private.add_contact_page() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.contact_pages (workspace_id) values (new.id);
  return null;
end $$;
comment on function private.add_contact_page() is 'Every workspace has a contact page, closed at first.';
create trigger add_contact_page after insert on public.workspaces
  for each row execute function private.add_contact_page();

create function private.lists_on(p_page public.contact_pages) returns setof public.contact_lists
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select l.* from public.contact_lists l
    where l.workspace_id = p_page.workspace_id and l.is_offered and l.archived_at is null
      and (p_page.list_ids is null or l.id = any (p_page.list_ids));
end $$;
comment on function private.lists_on(public.contact_pages) is 'The lists that can be asked for on a contact page.';

create function private.contact_page_face(p_page public.contact_pages) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
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
end $$;
comment on function private.contact_page_face(public.contact_pages) is 'What everybody may see of a contact page.';

create function private.open_contact_page(p_slug text) returns public.contact_pages
language plpgsql stable security definer set search_path = '' as $$
declare
  page public.contact_pages;
begin
  select p.* into page from public.workspaces w join public.contact_pages p on p.workspace_id = w.id
  where w.slug = p_slug and p.is_open;
  if page.id is null then
    raise exception 'not_found';
  end if;
  return page;
end $$;
comment on function private.open_contact_page(text) is 'The page at this address, if it is open to the public.';

create function private.read_contact_page(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.contact_page_face(private.open_contact_page(p_slug));
end $$;
comment on function private.read_contact_page(text) is 'Definer: visitors read no table.';
create function public.read_contact_page(p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_contact_page(p_slug);
end $$;
comment on function public.read_contact_page(text) is 'What the public contact page at this address shows; not_found unless it is open.';
grant execute on function private.read_contact_page(text), public.read_contact_page(text) to anon, authenticated;

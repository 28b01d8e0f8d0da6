-- What every entity stands on: the private schema, closed privileges, versions.
-- Functions that writes and boards call often are in PL/pgSQL, which plans once a session. Those in
-- SQL are parsed and planned anew at each call, since with a search path of their own none is inlined.

create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists btree_gin with schema extensions;
create extension if not exists pg_trgm with schema extensions;

create schema if not exists private;
comment on schema private is
  'Helpers of policies and triggers. Not exposed by the API; definer functions live here and are few.';
grant usage on schema private to authenticated, service_role;

-- A hosted project grants new objects to every API role. Here each table and function says itself
-- who may reach it, so that a forgotten grant closes a door instead of opening one.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges in schema private revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

create type public.access_role as enum ('rep', 'manager', 'marketing', 'admin');
comment on type public.access_role is 'What a member may do in a workspace.';

create function private.touch_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;
comment on function private.touch_row() is
  'Before update: every change makes a new version. Clients patch only with newer ones, and edits carry the version they were based on.';

create function private.fold(p_text text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
begin
  return replace(replace(lower(
    regexp_replace(normalize(p_text, nfd), '[\u0300-\u036f]', '', 'g') collate pg_catalog.pg_c_utf8
  ), 'ß', 'ss'), 'ς', 'σ');
end $$;
comment on function private.fold(text) is
  'Text without accents and case, as `fold` in domain/search-text.ts.';

create function private.contract(p_folded text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
begin
  return replace(replace(replace(p_folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end $$;
comment on function private.contract(text) is
  'Umlauts written as two letters become one: what is folded of Mueller and of Müller is then the same.';

create function private.search_name(p_name text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  folded text := private.fold(p_name);
begin
  return folded || E'\n' || private.contract(folded);
end $$;
comment on function private.search_name(text) is
  'What a search looks for its words in: the name folded, and once more contracted.';
grant execute on function private.fold(text), private.contract(text), private.search_name(text)
  to authenticated, service_role;

create table private.mutations (
  user_id uuid not null,
  mutation_id uuid not null,
  entity_id uuid,
  created_at timestamptz not null default now(),
  primary key (user_id, mutation_id)
);
create index mutations_created_at on private.mutations (created_at);
comment on table private.mutations is
  'Which writes of a user already happened, so that a retry after a lost answer changes nothing.';

create function private.begin_mutation(p_mutation_id uuid, p_entity_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('spur.mutation_id', coalesce(p_mutation_id::text, ''), true);
  if p_mutation_id is null then
    return true;
  end if;
  insert into private.mutations (user_id, mutation_id, entity_id)
  values (coalesce(auth.uid(), '00000000-0000-0000-0000-000000000000'), p_mutation_id, p_entity_id)
  on conflict do nothing;
  if found then
    return true;
  end if;
  if exists (
    select 1 from private.mutations m
    where m.user_id = auth.uid() and m.mutation_id = p_mutation_id and m.entity_id is distinct from p_entity_id
  ) then
    -- The same id for something else is no retry; answering as for one would lose the write.
    raise exception 'conflict';
  end if;
  return false;
end $$;
comment on function private.begin_mutation(uuid, uuid) is
  'Announces a write to the change feed. False when this user''s mutation already happened: then change nothing and answer with the present row.';
grant execute on function private.begin_mutation(uuid, uuid) to authenticated, service_role;

create function private.is_repeated(p_mutation_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from private.mutations m where m.user_id = auth.uid() and m.mutation_id = p_mutation_id
  );
end $$;
comment on function private.is_repeated(uuid) is 'Whether this mutation of the caller already happened.';
grant execute on function private.is_repeated(uuid) to authenticated, service_role;

create function private.current_mutation_id() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return nullif(current_setting('spur.mutation_id', true), '')::uuid;
end $$;
comment on function private.current_mutation_id() is 'The mutation announced in this transaction, if any.';

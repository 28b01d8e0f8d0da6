-- The part of the `realtime` schema that migrations may use because hosted Supabase has it.
-- Facts from the Supabase Realtime tenant migrations (github.com/supabase/realtime) and the guides
-- "Realtime Authorization" and "Broadcast from the database". Idempotent; run by a superuser, before
-- the project's own migrations. Not made: postgres_changes, binary payloads, stored broadcasts.

do $$
begin
  if not exists (select from pg_roles where rolname = 'supabase_realtime_admin') then
    create role supabase_realtime_admin noinherit nologin;
  end if;
end;
$$;

-- Only an owner may create policies. Membership lets migrations, which run as `postgres`, create
-- theirs without `postgres` being a superuser; that is how Realtime itself does it where the
-- supautils extension is missing.
grant supabase_realtime_admin to postgres;

create schema if not exists realtime;
grant usage on schema realtime to anon, authenticated, service_role;
grant usage on schema realtime to postgres with grant option;
grant all on schema realtime to supabase_realtime_admin with grant option;

-- Hosted Supabase partitions this table by day to drop old rows cheaply. The server prunes instead:
-- policies, grants and columns are the same, and there is no partition to be missing at midnight.
create table if not exists realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  primary key (id, inserted_at)
);
comment on table realtime.messages is
  'Broadcasts waiting for delivery; its policies decide who may join and write a private channel.';
create index if not exists messages_inserted_at_topic_index
  on realtime.messages (inserted_at desc, topic);

alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
grant all on realtime.messages to postgres;

create or replace function realtime.topic() returns text
language sql stable set search_path = ''
as $$ select nullif(current_setting('realtime.topic', true), '') $$;
comment on function realtime.topic() is
  'Topic that a channel asks for; set while its policies are evaluated.';

-- Not a definer: the caller needs the right to insert, so triggers that send are security definer.
-- A failure becomes a warning, as on hosted Supabase: a broadcast never fails the business write.
create or replace function realtime.send(
  payload jsonb, event text, topic text, private boolean default true
) returns void
language plpgsql set search_path = ''
as $$
declare
  message_id uuid := gen_random_uuid();
begin
  perform set_config('realtime.topic', send.topic, true);
  insert into realtime.messages (id, topic, extension, event, private, payload)
  values (
    message_id, send.topic, 'broadcast', send.event, send.private,
    case
      when send.payload ? 'id' then send.payload
      else jsonb_set(send.payload, '{id}', to_jsonb(message_id))
    end
  );
exception when others then
  raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
end;
$$;
comment on function realtime.send(jsonb, text, text, boolean) is
  'Broadcasts a payload to a topic when the transaction commits.';

create or replace function realtime.broadcast_changes(
  topic_name text, event_name text, operation text, table_name text, table_schema text,
  new record, old record, level text default 'ROW'
) returns void
language plpgsql set search_path = ''
as $$
begin
  if level = 'STATEMENT' then
    raise exception 'function can only be triggered for each row, not for each statement';
  end if;
  if operation not in ('INSERT', 'UPDATE', 'DELETE') then
    raise exception 'Unexpected operation type: %', operation;
  end if;
  perform realtime.send(
    jsonb_build_object(
      'operation', operation, 'schema', table_schema, 'table', table_name,
      'record', new, 'old_record', old
    ),
    event_name, topic_name
  );
exception when others then
  raise exception 'Failed to process the row: %', sqlerrm;
end;
$$;
comment on function realtime.broadcast_changes(text, text, text, text, text, record, record, text) is
  'Broadcasts a whole changed row; everyone who may join the topic reads every column.';

-- Upstream reads the write-ahead log. Here a notification carries the id alone: a payload may be
-- larger than the 8,000 bytes that NOTIFY takes, and anyone may NOTIFY, so content is never trusted.
create or replace function realtime.announce_message() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform pg_notify('realtime_messages', new.id::text);
  return null;
end;
$$;
comment on function realtime.announce_message() is 'Tells the realtime server which message to deliver.';

-- Rows without event and payload are the probes of the authorisation check and are never delivered.
create or replace trigger announce_message
  after insert on realtime.messages
  for each row
  when (new.extension = 'broadcast' and new.event is not null and new.payload is not null)
  execute function realtime.announce_message();

alter function realtime.topic() owner to supabase_realtime_admin;
alter function realtime.send(jsonb, text, text, boolean) owner to supabase_realtime_admin;
alter function realtime.broadcast_changes(text, text, text, text, text, record, record, text)
  owner to supabase_realtime_admin;
alter function realtime.announce_message() owner to supabase_realtime_admin;

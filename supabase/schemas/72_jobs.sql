-- Background work: whoever needs some adds a job in its own transaction, so that what is rolled back
-- asks for nothing. The worker (server/worker) brings the queue: the schema of graphile-worker.

create function private.enqueue(p_task text, p_id uuid, p_priority integer default 0) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Before the first worker came there is no queue. What waits then is found by the worker itself.
  if to_regnamespace('graphile_worker') is null then
    return;
  end if;
  execute 'select graphile_worker.add_job($1, payload => json_build_object(''id'', $2), job_key => $1 || '':'' || $2, priority => $3)'
    using p_task, p_id, p_priority;
end $$;
comment on function private.enqueue(text, uuid, integer) is
  'Asks the worker to do something about one row. One job a row and task, however often it is asked for; those of a smaller priority come first.';

create table private.workers (
  id text primary key,
  seen_at timestamptz not null default now()
);
comment on table private.workers is 'Which workers are alive, by their own word every few seconds.';

create function private.note_workers(p_ids text[]) returns integer
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.note_workers(text[]) is
  'These workers live. What those hold that were silent for half a minute is given to others; returns of how many.';

create table private.secrets (
  name text primary key,
  value bytea not null,
  created_at timestamptz not null default now()
);
comment on table private.secrets is 'Keys that the database signs and checks with; nobody else reads them.';

create function private.own_secret(p_name text) returns bytea
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.secrets (name, value) values (p_name, extensions.gen_random_bytes(32)) on conflict do nothing;
  return (select s.value from private.secrets s where s.name = p_name);
end $$;
comment on function private.own_secret(text) is 'A key of the database''s own, made when it is first needed.';

create table private.rate_limits (
  bucket text not null,
  key bytea not null,
  window_start timestamptz not null,
  used integer not null,
  primary key (bucket, key)
);
comment on table private.rate_limits is
  'How often somebody did something in the present window. Keys are hashes: no address is kept.';
create index rate_limits_window on private.rate_limits (window_start);

create function private.is_allowed(p_bucket text, p_key text, p_limit integer, p_window interval) returns boolean
language plpgsql security definer set search_path = '' as $$
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
end $$;
comment on function private.is_allowed(text, text, integer, interval) is
  'Counts one attempt; false once there were more than the limit within the window.';

create function private.client_address() returns text
language plpgsql stable security definer set search_path = '' as $$
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
end $$;
comment on function private.client_address() is
  'Where a visitor''s request came from, when our own server vouches for it (header x-spur-client: address, end of validity, HMAC-SHA256); else null, and all such callers share one limit.';

-- Which mails left, read under the policies of whoever asks.

create function public.list_mails(
  p_workspace_id uuid, p_limit integer, p_text text default null,
  p_before_at timestamptz default null, p_before_id uuid default null
) returns jsonb
-- In the order of the index, as `list_subscriptions`.
language plpgsql stable set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
end $$;
comment on function public.list_mails(uuid, integer, text, timestamptz, uuid) is
  'The mails of a workspace for marketing and admins, the latest first, below a place; found by a part of the address.';
grant execute on function public.list_mails(uuid, integer, text, timestamptz, uuid) to authenticated;

-- How campaigns are made and changed, under the policies of whoever does: each call may be repeated.

create function public.create_campaign(
  p_id uuid, p_workspace_id uuid, p_name text, p_currency text, p_mutation_id uuid, p_description text default null,
  p_starts_on date default null, p_ends_on date default null, p_budget numeric default null
) returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.my_member_id(p_workspace_id);
begin
  if private.begin_mutation(p_mutation_id, p_id) then
    insert into public.campaigns
      (id, workspace_id, name, description, starts_on, ends_on, budget, currency, owner_id, created_by)
    values (p_id, p_workspace_id, p_name, p_description, p_starts_on, p_ends_on, p_budget, p_currency, me, me);
  end if;
end $$;
comment on function public.create_campaign(uuid, uuid, text, text, uuid, text, date, date, numeric) is
  'Makes a campaign that the caller looks after. Its mail and lists come later.';

create function public.update_campaign(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid) returns void
language plpgsql set search_path = '' as $$
declare
  current public.campaigns;
  wanted public.campaigns;
  list_ids uuid[];
begin
  select * into current from public.campaigns c where c.id = p_id for no key update;
  if private.is_repeated(p_mutation_id) then
    return;
  end if;
  if current.id is null then
    if exists (select 1 from public.campaigns c where c.id = p_id) then
      raise exception 'forbidden';
    end if;
    raise exception 'not_found';
  end if;
  if current.version <> p_version then
    raise exception 'conflict';
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  wanted := jsonb_populate_record(current, p_patch);
  if p_patch ? 'list_ids' then
    list_ids := array(select i::uuid from jsonb_array_elements_text(p_patch -> 'list_ids') i);
    delete from public.campaign_lists l
    where l.workspace_id = current.workspace_id and l.campaign_id = p_id and l.list_id <> all (list_ids);
    insert into public.campaign_lists (workspace_id, campaign_id, list_id)
    select current.workspace_id, p_id, i from unnest(list_ids) i
    where not exists (
      select 1 from public.campaign_lists l
      where l.workspace_id = current.workspace_id and l.campaign_id = p_id and l.list_id = i);
  end if;
  update public.campaigns c set
    name = wanted.name, description = wanted.description, status = wanted.status, starts_on = wanted.starts_on,
    ends_on = wanted.ends_on, budget = wanted.budget, currency = wanted.currency, subjects = wanted.subjects,
    bodies = wanted.bodies, owner_id = wanted.owner_id
  where c.id = p_id;
end $$;
comment on function public.update_campaign(uuid, bigint, jsonb, uuid) is
  'Edits a campaign as the caller saw it, its lists (list_ids) among it; a conflict when somebody was faster. Text and lists of one that was sent stay: campaign_sent.';

grant execute on function public.create_campaign(uuid, uuid, text, text, uuid, text, date, date, numeric),
  public.update_campaign(uuid, bigint, jsonb, uuid) to authenticated;

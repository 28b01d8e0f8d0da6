-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.

set local search_path = 'pg_catalog';
set local check_function_bodies = 'off';

CREATE OR REPLACE FUNCTION public.update_opportunity(p_id uuid, p_version bigint, p_patch jsonb, p_mutation_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  current public.opportunities;
  wanted public.opportunities;
  base jsonb;
  clashes jsonb;
begin
  select * into current from public.opportunities o where o.id = p_id for update;
  -- Also where somebody else has since deleted the row or taken it out of sight: it was saved.
  if private.is_repeated(p_mutation_id) then
    return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
  end if;
  if current.id is null then
    perform private.refuse_opportunity(p_id);
  end if;
  wanted := jsonb_populate_record(current, p_patch);
  if current.version > p_version then
    -- What each field was when the editor last saw it: the oldest change since then knows.
    select jsonb_object_agg(f.key, f.before) into base from (
      select distinct on (c.key) c.key, c.value -> 0 as before
      from public.change_history h cross join lateral jsonb_each(h.changes) c
      where h.entity_id = p_id and h.op = 'update' and h.version > p_version
      order by c.key, h.version
    ) f;
    select jsonb_object_agg(k.key, jsonb_build_object(
      'base', base -> k.key,
      'yours', case k.key when 'amount' then private.exact(to_jsonb(wanted.amount)) else to_jsonb(wanted) -> k.key end,
      'theirs', case k.key when 'amount' then private.exact(to_jsonb(current.amount)) else to_jsonb(current) -> k.key end))
    into clashes
    from jsonb_object_keys(p_patch) k (key)
    where base ? k.key and to_jsonb(current) -> k.key is distinct from to_jsonb(wanted) -> k.key;
    if clashes is not null then
      return jsonb_build_object('status', 'conflict', 'version', current.version, 'fields', clashes,
        'card', private.card_of(p_id));
    end if;
  end if;
  perform private.begin_mutation(p_mutation_id, p_id);
  update public.opportunities o set
    name = wanted.name, customer_id = wanted.customer_id, contact_id = wanted.contact_id,
    owner_id = wanted.owner_id, team_id = wanted.team_id, is_private = wanted.is_private,
    amount = wanted.amount, currency = wanted.currency, probability = wanted.probability,
    expected_close_on = wanted.expected_close_on, next_step = wanted.next_step,
    next_step_on = wanted.next_step_on, source = wanted.source, lost_reason = wanted.lost_reason
  where o.id = p_id;
  return jsonb_build_object('status', 'saved', 'card', private.card_of(p_id));
end $function$;

-- Everything a migration of ours can make, a row an object: what it is, its name, how it is defined.
-- Two databases agree when these rows are equal. Only the order of columns is left out: a column
-- that is added later stands last, whatever its place in the declared table.
with ours as (
  select n.oid, n.nspname from pg_catalog.pg_namespace n where n.nspname in ('public', 'private')
), relations as (
  select c.*, format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c join ours n on n.oid = c.relnamespace
), functions as (
  select p.*, p.oid::pg_catalog.regprocedure::text as name
  from pg_catalog.pg_proc p join ours n on n.oid = p.pronamespace
), types as (
  select t.*, format('%I.%I', n.nspname, t.typname) as name
  from pg_catalog.pg_type t join ours n on n.oid = t.typnamespace
  where t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and exists (
    select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
), acls (kind, name, acl, owner) as (
  select 'schema', n.nspname::text, coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner)), n.nspowner
  from pg_catalog.pg_namespace n join ours on ours.oid = n.oid
  union all
  select 'relation', r.name,
    coalesce(r.relacl, pg_catalog.acldefault((case r.relkind when 'S' then 's' else 'r' end)::"char", r.relowner)), r.relowner
  from relations r where r.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  union all
  select 'column', r.name || '.' || a.attname, a.attacl, r.relowner
  from relations r join pg_catalog.pg_attribute a on a.attrelid = r.oid where a.attacl is not null
  union all
  select 'function', f.name, coalesce(f.proacl, pg_catalog.acldefault('f', f.proowner)), f.proowner from functions f
  union all
  select 'type', t.name, coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner)), t.typowner from types t
)
-- The casts matter: a union of `name` and `text` is a `name`, which ends after 63 bytes.
select 'schema' as kind, n.nspname::text as name, pg_catalog.pg_get_userbyid(n.nspowner)::text as definition
from pg_catalog.pg_namespace n join ours on ours.oid = n.oid
union all
select 'extension', e.extname, n.nspname
from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
union all
select 'type', t.name, concat_ws(' ', t.typtype, pg_catalog.pg_get_userbyid(t.typowner),
  pg_catalog.format_type(nullif(t.typbasetype, 0), t.typtypmod), t.typdefault, t.typnotnull,
  (select pg_catalog.string_agg(e.enumlabel, ', ' order by e.enumsortorder)
   from pg_catalog.pg_enum e where e.enumtypid = t.oid))
from types t
union all
select 'relation', r.name, concat_ws(' ', r.relkind, pg_catalog.pg_get_userbyid(r.relowner),
  'rls', r.relrowsecurity, r.relforcerowsecurity, r.relpersistence, r.relreplident, r.reloptions,
  case when r.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(r.oid) end)
from relations r where r.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
union all
select 'column', r.name || '.' || a.attname, concat_ws(' ',
  pg_catalog.format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
  nullif(a.attidentity, ''), nullif(a.attgenerated, ''), co.collname, pg_catalog.pg_get_expr(d.adbin, d.adrelid))
from relations r
join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_catalog.pg_collation co on co.oid = a.attcollation
where r.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
union all
select 'constraint', r.name || ' ' || k.conname,
  concat_ws(' ', pg_catalog.pg_get_constraintdef(k.oid), case when not k.convalidated then 'not valid' end)
from pg_catalog.pg_constraint k join relations r on r.oid = k.conrelid where k.contype <> 't'
union all
select 'index', i.indexrelid::pg_catalog.regclass::text, pg_catalog.pg_get_indexdef(i.indexrelid)
from pg_catalog.pg_index i join relations r on r.oid = i.indrelid
union all
select 'function', f.name, concat_ws(' ', pg_catalog.pg_get_userbyid(f.proowner),
  case when f.prokind in ('f', 'p') then pg_catalog.pg_get_functiondef(f.oid) end)
from functions f
union all
-- Policies and triggers of ours may also hang on the platform's tables.
select 'policy', format('%I.%I %s', p.schemaname, p.tablename, p.policyname),
  concat_ws(' ', p.permissive, p.roles, p.cmd, 'using', p.qual, 'with check', p.with_check)
from pg_catalog.pg_policies p
union all
select 'trigger', t.tgrelid::pg_catalog.regclass || ' ' || t.tgname,
  concat_ws(' ', pg_catalog.pg_get_triggerdef(t.oid), t.tgenabled)
from pg_catalog.pg_trigger t where not t.tgisinternal
union all
select 'grant', format('%s %s to %s', a.kind, a.name,
    case g.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee) end),
  pg_catalog.string_agg(g.privilege_type || case when g.is_grantable then '*' else '' end, ', ' order by g.privilege_type)
from acls a cross join lateral pg_catalog.aclexplode(a.acl) g
where g.grantee <> a.owner
group by a.kind, a.name, g.grantee
union all
select 'default privilege', concat_ws(' ', pg_catalog.pg_get_userbyid(d.defaclrole),
    coalesce(n.nspname, 'any schema'), d.defaclobjtype,
    case g.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee) end),
  pg_catalog.string_agg(g.privilege_type, ', ' order by g.privilege_type)
from pg_catalog.pg_default_acl d
left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
cross join lateral pg_catalog.aclexplode(d.defaclacl) g
group by d.defaclrole, n.nspname, d.defaclobjtype, g.grantee
union all
select 'comment', o.type || ' ' || o.identity, c.description
from pg_catalog.pg_description c
cross join lateral pg_catalog.pg_identify_object(c.classoid, c.objoid, c.objsubid) o
where o.schema in ('public', 'private') or (o.type = 'schema' and o.name in ('public', 'private'))
order by 1, 2, 3

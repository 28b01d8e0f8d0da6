import type pg from "pg";
import { withoutIndexes } from "../../seeds/bulk";
import { inTransaction } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import { callRpc, connectAs, type Load, signIn } from "./fixture";
import { compare, type Line, median, percentile, takeTurns } from "./report";

const ROUNDS = 12;

/** As somebody types it, letter by letter. */
const TYPED = ["müller gm", "hofmann anna", "textilh 4711"];

/** So many names in order spare the search the lists of words. */
const ENOUGH = 60;

/** A bound that the search promises against bare SQL. */
const LIMIT = { times: 3 };

/** More parties for a workspace: persons, whose names repeat as names do. */
export async function addParties(stack: Stack, load: Load, count: number): Promise<void> {
  await inTransaction(stack.databaseUrl, (database) =>
    withoutIndexes(database, ["private.search_entries"], () =>
      database.query(
        `insert into public.parties (workspace_id, kind, name)
        select $1, 'person', concat_ws(' ',
          (array['Anna','Max','Jürgen','Zoë','Thomas','Sophie','Łukasz','Mia','Emre','Noor','Björn','Inês'])[1 + n % 12],
          initcap((array['mül','hof','wag','schnei','bau','ric','klei','wol','schrö','neu','zim','krü'])[1 + n / 7 % 12]
            || (array['ler','mann','ner','der','er','ter','ting','berg','feld','bach'])[1 + n / 11 % 10]
            || (array['','','','s','son','ski','eck','ing'])[1 + n / 13 % 8]))
        from generate_series(1, $2::integer) n`,
        [load.id, count],
      ),
    ),
  );
  // The database would do this by itself within a minute, in the midst of what is measured then.
  const database = await connectAs(stack, "postgres", load.adminClaims);
  try {
    await database.query(
      "vacuum (analyze) public.parties, private.search_entries, private.search_vocabulary",
    );
  } finally {
    await database.end();
  }
}

/**
 * Searching while typing, through PostgREST, under all policies, ranked and with all that a row shows,
 * against bare SQL: one statement that takes the same candidates from the same indexes, as the owner
 * of the tables, and answers their keys.
 */
export async function measureSearch(stack: Stack, load: Load): Promise<Line[]> {
  const token = await signIn(stack, load.emails.admin);
  const free = await connectAs(stack, "postgres", load.adminClaims);
  const measured: number[] = [];
  const floor: number[] = [];
  try {
    const { rows } = await free.query<{ topic: string }>(
      "select private.my_topics_in($1) as topic",
      [load.id],
    );
    const topics = rows.map(({ topic }) => topic);
    for (const text of TYPED.flatMap(prefixes)) {
      const body = { p_workspace_id: load.id, p_text: text };
      const bare = await bareSql(free, text, load.id, topics);
      const times = await takeTurns(
        ROUNDS,
        () => callRpc(stack, token, "search", body),
        () => free.query(bare),
      );
      measured.push(...times.measured);
      floor.push(...times.floor);
    }
  } finally {
    await free.end();
  }
  const what = "search as you type, 1,000,000 parties and as many opportunities";
  return [
    compare(`${what}, median`, median(measured), median(floor), LIMIT),
    compare("  p95", percentile(measured, 0.95), percentile(floor, 0.95), LIMIT),
  ];
}

function prefixes(text: string): string[] {
  return Array.from(text, (_, end) => text.slice(0, end + 1)).filter((one) => !one.endsWith(" "));
}

/** The quickest way there is: names in order, where enough begin with a text, else by their words. */
async function bareSql(free: pg.Client, text: string, workspaceId: string, topics: string[]) {
  const beginning = { name: "bare-beginning", text: BEGINNING, values: [text, topics] };
  const { rowCount } = await free.query(beginning);
  return (rowCount ?? 0) >= ENOUGH
    ? beginning
    : { name: "bare-words", text: WORDS, values: [text, topics, workspaceId] };
}

const BEGINNING = `
  select k.kind, e.id
  from unnest($2::text[]) t (topic)
  cross join (values ('party'), ('lead'), ('opportunity')) k (kind)
  cross join lateral (
    select b.id from private.search_entries b
    where left(md5(b.kind || b.topic), 6) = left(md5(k.kind || t.topic), 6)
      and left(b.words, 80) collate "C" >= private.search_text($1) collate "C"
      and left(b.words, 80) collate "C" < private.search_text($1) || E'\\U0010ffff' collate "C"
    order by left(b.words, 80) collate "C" limit ${ENOUGH}
  ) e`;

const WORDS = `
  with asked as (select string_to_array(private.search_text($1), ' ') as words)
  select k.kind, e.id
  from asked a
  cross join unnest($2::text[]) t (topic)
  cross join (values ('party'), ('lead'), ('opportunity')) k (kind)
  cross join lateral (
    select b.id from private.search_entries b
    where private.search_keys(b.kind, b.topic, b.words) @@ private.search_query(k.kind, t.topic, a.words)
    limit 180
  ) e
  union all
  select 'contact point', e.id
  from asked a
  cross join lateral (
    select c.id from public.contact_points c
    where c.kind <> 'phone'
      and private.search_keys('contact_point', c.workspace_id::text, private.search_text(c.value))
        @@ private.search_query('contact_point', $3::uuid::text, a.words)
    limit 60
  ) e
  union all
  select 'communication', e.id
  from asked a
  cross join unnest($2::text[]) t (topic)
  cross join lateral (
    select c.id from public.communications c
    where private.search_keys('communication', c.topic,
        private.search_text(coalesce(c.subject, '') || ' ' || coalesce(c.body, '')))
      @@ private.search_query('communication', t.topic, a.words)
    limit 180
  ) e`;

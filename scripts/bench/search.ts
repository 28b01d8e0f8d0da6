import { withoutIndexes } from "../../seeds/bulk";
import { inTransaction } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import { callRpc, connectAs, type Load, signIn } from "./fixture";
import { compare, type Line, median, percentile, takeTurns } from "./report";

const ROUNDS = 12;

/** As somebody types it, letter by letter. */
const TYPED = ["müller gm", "hofmann anna", "textilh 4711"];

/** A bound that the search promises against the statement that finds the same parties. */
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
  await inTransaction(stack.databaseUrl, (database) =>
    database.query("analyze public.parties, private.search_entries, private.search_vocabulary"),
  );
}

/**
 * Searching while typing, through PostgREST under all policies and over every kind, against the bare
 * statement that finds the same parties by the same index, as the owner of the tables.
 */
export async function measureSearch(stack: Stack, load: Load): Promise<Line[]> {
  const token = await signIn(stack, load.emails.admin);
  const free = await connectAs(stack, "postgres", load.adminClaims);
  const measured: number[] = [];
  const floor: number[] = [];
  try {
    for (const text of TYPED.flatMap(prefixes)) {
      const body = { p_workspace_id: load.id, p_text: text };
      const times = await takeTurns(
        ROUNDS,
        () => callRpc(stack, token, "search", body),
        () => free.query(bareSql(text, load.id)),
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
    compare("  p95", percentile(measured, 0.95), percentile(floor, 0.95)),
  ];
}

function prefixes(text: string): string[] {
  return Array.from(text, (_, end) => text.slice(0, end + 1)).filter((one) => !one.endsWith(" "));
}

/** One statement for one kind, without policies; nearest first, as far as names tell. */
function bareSql(text: string, workspaceId: string) {
  const isLetter = text.length === 1;
  return {
    name: isLetter ? "bare-letter" : "bare-words",
    text: `select p.id, p.name
      from (${isLetter ? BEGINNING : WORDS}) found
      join public.parties p on p.id = found.id`,
    values: [workspaceId, text],
  };
}

/** What begins with a letter: the lists of its words are as long as the table. */
const BEGINNING = `
  select e.id from private.search_entries e
  where left(md5(e.kind || e.topic), 6) = left(md5('party' || 'workspace:' || $1::text), 6)
    and left(e.words, 80) collate "C" >= private.search_text($2) collate "C"
    and left(e.words, 80) collate "C" < private.search_text($2) || E'\\U0010ffff' collate "C"
  order by left(e.words, 80) collate "C" limit 6`;

/** What has all words, wherever they stand. */
const WORDS = `
  select e.id from private.search_entries e
  where private.search_keys(e.kind, e.topic, e.words)
    @@ private.search_query('party', 'workspace:' || $1::text, string_to_array(private.search_text($2), ' '))
  order by not starts_with(e.words, private.search_text($2)), e.words limit 6`;

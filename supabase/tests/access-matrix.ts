/**
 * Who may do what: one line for each kind of row, one column for each actor.
 * s = select, i = insert, u = update, d = delete. The owner and their colleague are reps of team
 * east, the other rep is of south, the manager of north (above east), marketing of east.
 * A table without a line here fails the tests.
 */
const ACCESS_MATRIX = `
rows                             | anon | outsider | owner | colleague | other rep | manager | marketing | admin | deactivated
workspaces                       |      |          | s     | s         | s         | s       | s         | s u   |
members                          |      |          | s     | s         | s         | s       | s         | s u   |
teams                            |      |          | s     | s         | s         | s       | s         | s iud |
team_members                     |      |          | s     | s         | s         | s       | s         | s i d |
invitations                      |      |          |       |           |           |         |           | s i d |
role_types: of everybody         |      | s        | s     | s         | s         | s       | s         | s     | s
role_types: of the workspace     |      |          | s     | s         | s         | s       | s         | s iu  |
relationship_types               |      | s        | s     | s         | s         | s       | s         | s     | s
party_classes: of everybody      |      | s        | s     | s         | s         | s       | s         | s     | s
party_classes: of the workspace  |      |          | s     | s         | s         | s       | s         | s iu  |
parties                          |      |          | s iu  | s iu      | s iu      | s iu    | s iu      | s iud |
parties: imported by the owner   |      |          | s ud  | s u       | s u       | s u     | s u       | s ud  |
party_external_ids               |      |          | s iud | s iud     | s iud     | s iud   | s iud     | s iud |
party_roles                      |      |          | s iud | s iud     | s iud     | s iud   | s iud     | s iud |
party_relationships              |      |          | s iud | s iud     | s iud     | s iud   | s iud     | s iud |
party_classifications            |      |          | s iu  | s iu      | s iu      | s iu    | s iu      | s iu  |
contact_points                   |      |          | s iud | s iud     | s iud     | s iud   | s iud     | s iud |
stages                           |      |          | s     | s         | s         | s       | s         | s iu  |
opportunities: of the workspace  |      |          | s iud | s iu      | s iu      | s iud   | s         | s iud |
opportunities: of team east      |      |          | s iud | s iu      |           | s iud   | s         | s iud |
opportunities: private to owner  |      |          | s iud |           |           |         |           |       |
opportunity_stage_history        |      |          | s     | s         | s         | s       | s         | s     |
opportunity_stage_history: team  |      |          | s     | s         |           | s       | s         | s     |
opportunity_stage_history: owner |      |          | s     |           |           |         |           |       |
leads: of the workspace          |      |          | s iud | s iu      | s iu      | s iud   | s i       | s iud |
leads: of team east              |      |          | s iud | s iu      |           | s iud   | s i       | s iud |
leads: private to owner          |      |          | s iud |           |           |         |           |       |
communications: of a lead        |      |          | s iud | s i       |           | s i d   | s i       | s i d |
communications: of the workspace |      |          | s iud | s i       | s i       | s i d   | s i       | s i d |
communications: of team east     |      |          | s iud | s i       |           | s i d   | s i       | s i d |
communications: private to owner |      |          | s iud |           |           |         |           |       |
tasks: of a party                |      |          | s iud | s iu      | s iu      | s iud   | s iu      | s iud |
tasks: of team east              |      |          | s iud | s iu      |           | s iud   | s iu      | s iud |
tasks: private to owner          |      |          | s iud |           |           |         |           |       |
change_history: of a party       |      |          | s     | s         | s         | s       | s         | s     |
change_history: of team east     |      |          | s     | s         |           | s       | s         | s     |
change_history: of a note        |      |          | s     |           |           |         |           |       |
change_history: of a task        |      |          | s     | s         |           | s       | s         | s     |
change_history: of a lead        |      |          | s     | s         |           | s       | s         | s     |
change_log: of the workspace     |      |          | s     | s         | s         | s       | s         | s     |
change_log: of team east         |      |          | s     | s         |           | s       | s         | s     |
change_log: private to owner     |      |          | s     |           |           |         |           |       |
topic_clocks: of the workspace   |      |          | s     | s         | s         | s       | s         | s     |
topic_clocks: of team east       |      |          | s     | s         |           | s       | s         | s     |
topic_clocks: private to owner   |      |          | s     |           |           |         |           |       |
stage_figures: of the workspace  |      |          | s     | s         | s         | s       | s         | s     |
stage_figures: of team east      |      |          | s     | s         |           | s       | s         | s     |
stage_figures: private to owner  |      |          | s     |           |           |         |           |       |
imports: staged by the owner     |      |          | s iud |           |           |         |           | s u   |
imports: begun for oneself       |      |          | i     | i         | i         | i       |           | i     |
import_rows: of the owner        |      |          | s i d |           |           |         |           | s d   |
contact_lists                    |      |          | s     | s         | s         | s       | s iu      | s iu  |
subscriptions                    |      |          | s     | s         | s         | s       | s         | s     |
consents                         |      |          | s     | s         | s         | s       | s         | s     |
campaigns                        |      |          | s     | s         | s         | s       | s iu      | s iu  |
campaign_lists                   |      |          | s     | s         | s         | s       | s i d     | s i d |
campaign_sendings                |      |          | s     | s         | s         | s       | s         | s     |
mails                            |      |          |       |           |           |         | s         | s     |
contact_pages                    |      |          | s     | s         | s         | s       | s         | s u   |
customer_changes                 |      |          | s     | s         | s         | s       | s         | s     |
erasure_requests                 |      |          | s     | s         | s         | s u     | s         | s u   |
saved_views: kept by the owner   |      |          | s iud |           |           |         |           |       |
saved_views: shared by the owner |      |          | s iud | s         | s         | s       | s         | s d   |
saved_views: saved for oneself   |      |          | i     | i         | i         | i       | i         | i     |
`;

const VERBS = { s: "select", i: "insert", u: "update", d: "delete" } as const;
export type Verb = (typeof VERBS)[keyof typeof VERBS];
export const ALL_VERBS: readonly Verb[] = Object.values(VERBS);

export interface AccessRule {
  /** As in the first column. */
  rows: string;
  table: string;
  /** What each actor may do, by the name of the column. */
  allowed: Map<string, Set<Verb>>;
}

/** The matrix as data. @throws when it contains something that is no verb */
export function readAccessMatrix(text: string = ACCESS_MATRIX): AccessRule[] {
  const [header = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return lines.map(([rows = "", ...cells]) => ({
    rows,
    table: rows.split(":")[0] ?? rows,
    allowed: new Map(
      header.slice(1).map((actor, index) => [actor, readVerbs(cells[index] ?? "", rows)]),
    ),
  }));
}

function readVerbs(cell: string, rows: string): Set<Verb> {
  return new Set(
    [...cell.replaceAll(" ", "")].map((letter) => {
      if (letter in VERBS) return VERBS[letter as keyof typeof VERBS];
      throw new Error(`"${letter}" in the line "${rows}" is no verb.`);
    }),
  );
}

import { randomUUID } from "node:crypto";
import { type Database, insertRows } from "../database";
import { dayIn } from "./biography";
import type { DemoContext, ToldCard } from "./cards";
import { partyKey } from "./parties";

/**
 * One line a task: party | opportunity | due in days | assignee, from whom | made days ago,
 * done days ago | title | note. A person stands in brackets.
 */
const TEXT = `
Mustermann GmbH | | -2 | lena anna | 9 | Referenzfoto vom Sommerfest freigeben lassen | Frau Musterfrau fragt die Geschäftsführung
Mustermann GmbH | 1.000 T-Shirts mit Aufdruck | 0 | lena lena | 5 | Druckfreigabe für zwei Farben einholen |
Mustermann GmbH | Rahmenvertrag Arbeitskleidung 2 Jahre | 3 | thomas thomas | 6 | Preisstaffel für Jahr 2 durchrechnen | Zahlungsziel 30 Tage ist zugesagt
Mustermann GmbH | | 21 | anna thomas | 4 | Jahresgespräch als Lieferant vorbereiten |
Mustermann GmbH | | - | jonas lena | 12 | Ansprechperson im Lager herausfinden |
Mustermann GmbH | 1.000 T-Shirts mit Aufdruck | -5 | lena lena | 12 4 | Angebot mit Staffelpreisen schicken |
Mustermann GmbH | | -12 | anna anna | 30 11 | Adressänderung in der Buchhaltung melden |
[Maxinchen Musterfrau] | | 1 | jonas jonas | 3 | Blusen in Größe 38 zurücklegen |
Garnweberei Lindqvist AB | Firmenkleidung für den Lieferanten | 2 | thomas thomas | 3 | Verrechnung mit offenen Rechnungen klären |
Hôtel Étoile du Léman SA | | -1 | thomas anna | 8 | Ergebnis der drei Waschtests zusammenfassen |
Nordlicht Events GmbH | | -3 | max thomas | 9 | Zahlungseingang Rechnung 2203 prüfen | Vorher nichts ausliefern
`;

type DemoTask = {
  party: string;
  partyKind: "person" | "organization";
  /** Name of the opportunity; null where it is about the party alone. */
  about: string | null;
  dueIn: number | null;
  assignee: string;
  from: string;
  madeAgo: number;
  doneAgo: number | null;
  title: string;
  note: string | null;
};

/** Adds what is to do, without triggers and with the past that it invents, as cards are added. */
export async function addDemoTasks(
  database: Database,
  cards: readonly ToldCard[],
  context: DemoContext,
): Promise<void> {
  const cardIds = new Map(cards.map(({ id, card }) => [card.name, id]));
  const rows = TEXT.trim()
    .split("\n")
    .map((line) => toRow(readLine(line), cardIds, context));
  // Visibility is the opportunity's; the trigger that copies it is off.
  await database.query(
    `insert into public.tasks (id, workspace_id, party_id, opportunity_id, topic, title, note, due_on,
      assignee_id, done_at, done_by, created_by, version, created_at, updated_at)
    select r.id, r.workspace_id, r.party_id, r.opportunity_id,
      coalesce(o.topic, 'workspace:' || r.workspace_id), r.title, r.note, r.due_on, r.assignee_id, r.done_at,
      r.done_by, r.created_by, r.version, r.created_at, r.updated_at
    from jsonb_populate_recordset(null::public.tasks, $1) r
    left join public.opportunities o on o.id = r.opportunity_id`,
    [JSON.stringify(rows)],
  );
  // A history is read in the order in which it was written.
  const changes = rows
    .flatMap(toChanges)
    .sort((one, other) => one.changed_at.getTime() - other.changed_at.getTime());
  await insertRows(database, "public.change_history", changes);
}

function toRow(task: DemoTask, cardIds: ReadonlyMap<string, string>, context: DemoContext) {
  const { now, members, parties, workspaceId } = context;
  const partyId = parties.get(partyKey(task.partyKind, task.party));
  const opportunityId = task.about && cardIds.get(task.about);
  if (!partyId || opportunityId === undefined) throw new Error(`About nothing: ${task.title}`);
  const assigneeId = members.get(task.assignee)?.id;
  const createdAt = momentAgo(now, task.madeAgo);
  const doneAt = task.doneAgo === null ? null : momentAgo(now, task.doneAgo);
  return {
    id: randomUUID(),
    workspace_id: workspaceId,
    party_id: partyId,
    opportunity_id: opportunityId,
    title: task.title,
    note: task.note,
    due_on: task.dueIn === null ? null : dayIn(now, task.dueIn),
    assignee_id: assigneeId,
    done_at: doneAt,
    done_by: doneAt && assigneeId,
    created_by: members.get(task.from)?.id,
    version: doneAt ? 2 : 1,
    created_at: createdAt,
    updated_at: doneAt ?? createdAt,
  };
}

/** As `write_history` tells that it was added and, where it was, done. */
function toChanges(row: ReturnType<typeof toRow>) {
  const { id, workspace_id, party_id, title, done_at, done_by } = row;
  const change = { workspace_id, party_id, entity: "task", entity_id: id };
  const added = {
    ...change,
    version: 1,
    op: "insert",
    actor_id: row.created_by,
    changed_at: row.created_at,
    changes: { title: [null, title] },
  };
  if (!done_at) return [added];
  const changes = { is_done: [false, true], done_at: [null, done_at] };
  return [
    added,
    { ...change, version: 2, op: "update", actor_id: done_by, changed_at: done_at, changes },
  ];
}

function momentAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
}

/** @throws when a line cannot be read: a mistake in the demo's text */
function readLine(line: string): DemoTask {
  const [party = "", about, dueIn, hands = "", days = "", title, note] = line
    .split("|")
    .map((cell) => cell.trim());
  const [assignee, from] = hands.split(" ");
  const [madeAgo, doneAgo] = days.split(" ");
  const person = /^\[(.+)\]$/.exec(party)?.[1];
  if (!title || !assignee || !from) throw new Error(`Not a task of the demo: ${line}`);
  return {
    party: person ?? party,
    partyKind: person ? "person" : "organization",
    about: about || null,
    dueIn: dueIn === "-" ? null : Number(dueIn),
    assignee,
    from,
    madeAgo: Number(madeAgo),
    doneAgo: doneAgo === undefined ? null : Number(doneAgo),
    title,
    note: note || null,
  };
}

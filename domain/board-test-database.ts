import type {
  BoardAnswer,
  BoardPage,
  BoardStage,
  CatchUpAnswer,
  Heads,
  StageFigure,
} from "./board-answers";
import type { Card } from "./board-card";
import type { BoardEvent, OpportunityChange } from "./board-events";
import type { BoardQuery } from "./board-query";
import { addDecimals, canonicalDecimal, multiplyDecimalByInteger, shiftDecimal } from "./decimal";

/**
 * A small model of the database, for tests of the board's state alone: rows with versions and
 * topics, a numbered event a topic and statement, and answers from the snapshot after any commit.
 * Written from the SQL and sharing no code with the reducer but the decimals.
 */
export type Snapshot = {
  cards: ReadonlyMap<string, Card>;
  stages: readonly BoardStage[];
  parties: ReadonlyMap<string, { name: string; version: number }>;
  heads: Heads;
};
export type Sent = { topic: string; event: BoardEvent; commit: number };
/** What the tested board asks for, and once more in the model's own words. */
export type Cut = {
  query: BoardQuery;
  columnOf(card: Card): string | null;
  placeOf(card: Card): string;
};

/** A topic the tested member may not see. */
export const hiddenTopic = "team:hidden";
export const visibleTopics = ["workspace:w", "team:a", "member:m"] as const;
const topicsOfModel = [...visibleTopics, hiddenTopic];

export const byStage: Cut = {
  query: { group: "stage", condition: {} },
  columnOf: (card) => card.stageId,
  placeOf: (card) => `${card.rank} ${card.id}`,
};

type Row = Card & { occurred: string[] };
type Log = { seq: number; ids: string[] | null; entity: string };

export function createTestDatabase(stageCount: number, cut: Cut = byStage) {
  const rows = new Map<string, Row>();
  const stages: BoardStage[] = [];
  const parties = new Map<string, { name: string; version: number }>();
  const heads: Record<string, number> = Object.fromEntries(topicsOfModel.map((t) => [t, 0]));
  const log: Record<string, Log[]> = Object.fromEntries(topicsOfModel.map((t) => [t, []]));
  const sent: Sent[] = [];
  const snapshots: Snapshot[] = [];
  /** What each topic held after each of its numbers, to check sums at any vector of heads. */
  const held = new Map<string, Card[]>();
  const probabilities = new Map<number, ReadonlyMap<string, number>>();
  const seen = new Set<string>(visibleTopics);
  for (let i = 0; i < stageCount; i++) addStageRow(20 * i);
  for (const id of ["p0", "p1"]) parties.set(id, { name: `${id} v1`, version: 1 });
  probabilities.set(0, probabilityMap());
  commit();

  function addStageRow(probability: number) {
    const position = stages.length;
    stages.push({
      id: `s${position}`,
      version: 1,
      name: `s${position}`,
      kind: "open",
      position,
      probability,
      rotDays: null,
    });
  }

  function probabilityMap() {
    return new Map(stages.map((stage) => [stage.id, stage.probability]));
  }

  function publish(
    topic: string,
    build: (seq: number) => BoardEvent,
    entity: string,
    ids: string[] | null,
  ) {
    const seq = (heads[topic] ?? 0) + 1;
    heads[topic] = seq;
    log[topic]?.push({ seq, ids, entity });
    held.set(
      `${topic} ${seq}`,
      [...rows.values()].filter((row) => row.topic === topic),
    );
    if (topic === "workspace:w") probabilities.set(seq, probabilityMap());
    if (topic !== hiddenTopic) sent.push({ topic, event: build(seq), commit: snapshots.length });
  }

  function commit() {
    snapshots.push({
      cards: new Map([...rows].map(([id, row]) => [id, cardOf(row)])),
      stages: stages.map((stage) => ({ ...stage })),
      parties: new Map([...parties].map(([id, party]) => [id, { ...party }])),
      heads: { ...heads },
    });
  }

  function publishOpportunities(
    pairs: { before: Row | null; after: Row | null }[],
    mutationId: string | null,
    unnamed: boolean,
  ) {
    for (const topic of topicsOfModel) {
      const changes: OpportunityChange[] = [];
      for (const { before, after } of pairs) {
        const id = after?.id ?? before?.id ?? "";
        const version = after?.version ?? before?.version ?? 0;
        if (after && after.topic === topic) {
          const stays = before?.topic === topic;
          changes.push({
            id,
            version,
            op: stays ? "update" : "enter",
            before: stays && before ? cardOf(before) : null,
            card: cardOf(after),
          });
        } else if (before && before.topic === topic) {
          changes.push({ id, version, op: "leave", before: cardOf(before) });
        }
      }
      if (changes.length === 0) continue;
      const ids = unnamed ? null : changes.map((change) => change.id);
      publish(
        topic,
        (seq) => ({
          seq,
          mutationId,
          actorId: null,
          entity: "opportunity",
          changes: unnamed ? null : changes,
        }),
        "opportunity",
        ids,
      );
    }
    for (const { before, after } of pairs) {
      if (!before || !after || before.topic === after.topic) continue;
      for (const occurredAt of after.occurred) {
        publishCommunication(before.topic, "leave", after.id, occurredAt);
        publishCommunication(after.topic, "enter", after.id, occurredAt);
      }
    }
  }

  function publishCommunication(
    topic: string,
    op: "enter" | "leave",
    opportunityId: string,
    occurredAt: string,
  ) {
    const change = { id: `c ${opportunityId} ${occurredAt}`, version: 1, op };
    publish(
      topic,
      (seq) => ({
        seq,
        mutationId: null,
        actorId: null,
        entity: "communication",
        changes: [{ ...change, opportunityId, occurredAt }],
      }),
      "communication",
      [opportunityId],
    );
  }

  function isRankTaken(stageId: string, rank: string, except: string) {
    return [...rows.values()].some(
      (row) => row.stageId === stageId && row.rank === rank && row.id !== except,
    );
  }

  function freeRank(stageId: string, wanted: string, except: string) {
    let rank = wanted;
    while (isRankTaken(stageId, rank, except)) rank += "V";
    return rank;
  }

  return {
    cut,
    rows,
    stages,
    sent,
    snapshots,

    /** One statement: changes to rows by id; null deletes. One event a topic. */
    write(
      changes: readonly { id: string; to: Partial<Card> | null }[],
      options: { mutationId?: string; unnamed?: boolean } = {},
    ) {
      const pairs: { before: Row | null; after: Row | null }[] = [];
      for (const { id, to } of changes) {
        const before = rows.get(id) ?? null;
        if (!to) {
          rows.delete(id);
          if (before) pairs.push({ before, after: null });
          continue;
        }
        const merged = { ...(before ?? blankRow(id)), ...to };
        const after: Row = {
          ...merged,
          rank: freeRank(merged.stageId, merged.rank, id),
          customerName: parties.get(merged.customerId)?.name ?? "",
          version: (before?.version ?? 0) + 1,
        };
        rows.set(id, after);
        pairs.push({ before, after });
      }
      publishOpportunities(pairs, options.mutationId ?? null, options.unnamed ?? false);
      commit();
    },

    logCommunication(opportunityId: string, occurredAt: string) {
      const row = rows.get(opportunityId);
      if (!row || row.occurred.includes(occurredAt)) return;
      const isLater = row.lastActivityAt === null || row.lastActivityAt < occurredAt;
      rows.set(opportunityId, {
        ...row,
        occurred: [...row.occurred, occurredAt],
        lastActivityAt: isLater ? occurredAt : row.lastActivityAt,
      });
      publishCommunication(row.topic, "enter", opportunityId, occurredAt);
      commit();
    },

    renameParty(id: string) {
      const party = parties.get(id);
      if (!party) return;
      const next = { name: `${id} v${party.version + 1}`, version: party.version + 1 };
      parties.set(id, next);
      for (const row of rows.values()) {
        if (row.customerId === id) rows.set(row.id, { ...row, customerName: next.name });
      }
      publishNamed("party", id, next, "update");
    },

    changeStage(index: number, probability: number) {
      const stage = stages[index];
      if (!stage) return;
      stages[index] = { ...stage, probability, version: stage.version + 1 };
      publishNamed("stage", stage.id, stage, "update");
    },

    addStage(probability: number) {
      addStageRow(probability);
      publishNamed("stage", `s${stages.length - 1}`, { name: "new", version: 1 }, "enter");
    },

    /** From now on the tested member does not see a topic. */
    revoke(topic: string) {
      seen.delete(topic);
    },

    open(commitIndex: number, pageSize: number, by = cut): BoardAnswer {
      const at = snapshotAt(commitIndex);
      return {
        ...frameOf(at, seen, by),
        columns: Object.fromEntries(
          columnKeys(at, by).map((key) => [key, columnOf(at, key, seen, by).slice(0, pageSize)]),
        ),
      };
    },

    page(
      commitIndex: number,
      column: string,
      after: string,
      pageSize: number,
      by = cut,
    ): BoardPage {
      const at = snapshotAt(commitIndex);
      const cards = columnOf(at, column, seen, by).filter((card) => by.placeOf(card) > after);
      return { heads: visibleHeads(at, seen), cards: cards.slice(0, pageSize) };
    },

    catchUp(commitIndex: number, cursors: Heads, by = cut): CatchUpAnswer {
      const at = snapshotAt(commitIndex);
      if (Object.keys(cursors).sort().join() !== [...seen].sort().join()) {
        return { status: "stale" };
      }
      const missed = [...seen].flatMap((topic) =>
        (log[topic] ?? []).filter(
          ({ seq }) => seq > (cursors[topic] ?? 0) && seq <= (at.heads[topic] ?? 0),
        ),
      );
      if (missed.some(({ ids }) => ids === null)) return { status: "stale" };
      const idsOf = (...entities: string[]) => [
        ...new Set(
          missed.flatMap(({ ids, entity }) => (entities.includes(entity) ? (ids ?? []) : [])),
        ),
      ];
      const touched = idsOf("opportunity", "communication");
      const read = (id: string) => {
        const card = at.cards.get(id);
        return card && seen.has(card.topic) ? [card] : [];
      };
      return {
        status: "caught_up",
        ...frameOf(at, seen, by),
        cards: touched.flatMap(read),
        goneIds: touched.filter((id) => read(id).length === 0),
        parties: idsOf("party").flatMap((id) => {
          const party = at.parties.get(id);
          return party ? [{ id, ...party }] : [];
        }),
        savedViews: false,
      };
    },

    /** Sums as they are when each topic is at the given number, whether or not such a moment was. */
    figuresAt(numbers: Heads) {
      const probabilityOf = probabilities.get(numbers["workspace:w"] ?? 0);
      return sumsOf(
        Object.entries(numbers).flatMap(([topic, seq]) => held.get(`${topic} ${seq}`) ?? []),
        cut,
        (stageId) => probabilityOf?.get(stageId) ?? 0,
      );
    },
    columnOf: (commitIndex: number, column: string, by = cut) =>
      columnOf(snapshotAt(commitIndex), column, seen, by),
    columnKeys: (commitIndex: number, by = cut) => columnKeys(snapshotAt(commitIndex), by),
    frame: (commitIndex: number, by = cut) => frameOf(snapshotAt(commitIndex), seen, by),
  };

  function publishNamed(
    entity: "party" | "stage",
    id: string,
    { name, version }: { name: string; version: number },
    op: "enter" | "update",
  ) {
    publish(
      "workspace:w",
      (seq) => ({
        seq,
        mutationId: null,
        actorId: null,
        entity,
        changes: [{ id, name, version, op }],
      }),
      entity,
      [id],
    );
    commit();
  }

  function columnOf(at: Snapshot, column: string, seen: Topics, by: Cut): Card[] {
    return [...at.cards.values()]
      .filter((card) => by.columnOf(card) === column && seen.has(card.topic))
      .sort((a, b) => (by.placeOf(a) < by.placeOf(b) ? -1 : 1));
  }

  function columnKeys(at: Snapshot, by: Cut): string[] {
    if (by.query.group === "stage") return at.stages.map(({ id }) => id);
    return [...new Set([...at.cards.values()].flatMap((card) => by.columnOf(card) ?? []))];
  }

  function frameOf(at: Snapshot, seen: Topics, by: Cut) {
    const visible = [...at.cards.values()].filter((card) => seen.has(card.topic));
    const probability = (id: string) =>
      at.stages.find((stage) => stage.id === id)?.probability ?? 0;
    return {
      heads: visibleHeads(at, seen),
      stages: [...at.stages],
      members: [],
      teams: [],
      figures: sumsOf(visible, by, probability),
    };
  }

  function sumsOf(cards: readonly Card[], by: Cut, probabilityOf: (stageId: string) => number) {
    const sums = new Map<string, StageFigure>();
    for (const card of cards) {
      const column = by.columnOf(card);
      if (column === null) continue;
      const { currency } = card;
      const key = `${column} ${currency}`;
      const amount = card.amount ?? "0";
      const none = { column, currency, count: 0, amount: "0", weighted: "0" };
      const old = sums.get(key) ?? none;
      const percent = card.probability ?? probabilityOf(card.stageId);
      const weighted = shiftDecimal(multiplyDecimalByInteger(amount, percent), -2);
      sums.set(key, {
        ...old,
        count: old.count + 1,
        amount: addDecimals(old.amount, canonicalDecimal(amount)),
        weighted: addDecimals(old.weighted, weighted),
      });
    }
    return [...sums.values()];
  }

  function snapshotAt(index: number): Snapshot {
    const snapshot = snapshots[index];
    if (!snapshot) throw new RangeError(`no commit ${index}`);
    return snapshot;
  }
}

export type TestDatabase = ReturnType<typeof createTestDatabase>;

type Topics = ReadonlySet<string>;

function visibleHeads(at: Snapshot, seen: Topics): Heads {
  return Object.fromEntries([...seen].map((topic) => [topic, at.heads[topic] ?? 0]));
}

function cardOf({ occurred: _, ...card }: Row): Card {
  return card;
}

function blankRow(id: string): Row {
  return {
    id,
    version: 0,
    topic: "workspace:w",
    stageId: "s0",
    rank: "a0",
    name: id,
    customerId: "p0",
    customerName: "",
    contactId: null,
    ownerId: null,
    teamId: null,
    isPrivate: false,
    amount: null,
    currency: "EUR",
    probability: null,
    expectedCloseOn: null,
    nextStep: null,
    nextStepOn: null,
    source: null,
    stageEnteredAt: "2026-01-01T00:00:00+00:00",
    isBlacklisted: false,
    lastActivityAt: null,
    occurred: [],
  };
}

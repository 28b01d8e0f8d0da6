import type { BoardAnswer, CatchUpAnswer, Heads } from "../../domain/board-answers";
import type { Card } from "../../domain/board-card";
import type { BoardEvent } from "../../domain/board-events";

/** A change as it comes over the line, and the card it leaves: null when it is gone. */
export type Change = { topic: string; event: BoardEvent; card: Card | null };

const OPPORTUNITIES = 100_000;
/** Half of all changes happen to these, which stand on top of their columns. */
const NEAR = 600;
const STAGES = 6;
const PAGE = 30;
const TOPICS = ["workspace:w", "team:1", "team:2", "team:3", "team:4", "member:m"];

/**
 * A workspace in typed arrays, so that an hour of changes adds nothing to the heap that is measured:
 * moves, edits, opportunities that come and go, communications, renamings. Always the same ones.
 */
export function createBusyWorkspace() {
  const stage = Uint8Array.from({ length: OPPORTUNITIES }, (_, n) => n % STAGES);
  const rank = Uint32Array.from({ length: OPPORTUNITIES }, (_, n) => n);
  const version = new Uint16Array(OPPORTUNITIES).fill(1);
  const isGone = new Uint8Array(OPPORTUNITIES);
  const seqs = new Uint32Array(TOPICS.length);
  let seed = 42;
  let ids = 0;

  /** An integer from 0 to below `below`. */
  function draw(below: number): number {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  }

  const pick = () => (draw(2) === 0 ? draw(NEAR) : draw(OPPORTUNITIES));
  const topicOf = (n: number) => n % TOPICS.length;

  function cardAt(n: number): Card {
    return {
      id: `opportunity-${n}`,
      version: version[n] ?? 0,
      topic: TOPICS[topicOf(n)] ?? "",
      stageId: `stage-${stage[n]}`,
      rank: String(rank[n]).padStart(8, "0"),
      name: `Opportunity ${n}, version ${version[n]}`,
      customerId: `party-${n % 20_000}`,
      customerName: `Customer ${n % 20_000}`,
      contactId: null,
      ownerId: `member-${n % 10}`,
      teamId: null,
      isPrivate: false,
      amount: String(100 + (n % 900)),
      currency: "EUR",
      probability: null,
      expectedCloseOn: "2026-12-01",
      nextStep: "Send an offer",
      nextStepOn: "2026-11-30",
      source: null,
      stageEnteredAt: "2026-11-01T10:00:00Z",
      isBlacklisted: false,
      lastActivityAt: null,
    };
  }

  function send(topic: number, event: (envelope: Envelope) => BoardEvent, mutationId: string) {
    seqs[topic] = (seqs[topic] ?? 0) + 1;
    return {
      topic: TOPICS[topic] ?? "",
      event: event({ seq: seqs[topic] ?? 0, mutationId, actorId: "member-1" }),
    };
  }

  function happenTo(n: number, mutationId: string, what: What): Change {
    const before = isGone[n] ? null : cardAt(n);
    version[n] = (version[n] ?? 0) + 1;
    isGone[n] = before !== null && what === "leave" ? 1 : 0;
    if (what === "top") rank[n] = draw(PAGE);
    if (what === "move") {
      stage[n] = draw(STAGES);
      rank[n] = n < NEAR ? draw(NEAR) : draw(OPPORTUNITIES);
    }
    const card = cardAt(n);
    const { id } = card;
    const one = { id, version: card.version };
    const sent = send(
      topicOf(n),
      (envelope) => ({
        ...envelope,
        entity: "opportunity",
        changes:
          before !== null && isGone[n]
            ? [{ ...one, op: "leave", before }]
            : [{ ...one, op: before ? "update" : "enter", before, card }],
      }),
      mutationId,
    );
    return { ...sent, card: isGone[n] ? null : card };
  }

  const frame = () => ({
    heads: heads(),
    stages: Array.from({ length: STAGES }, (_, n) => ({
      id: `stage-${n}`,
      version: 1,
      name: `Stage ${n}`,
      kind: "open" as const,
      position: n,
      probability: 10 * n,
      rotDays: 14,
    })),
    members: [],
    teams: [],
    figures: [],
  });
  const heads = (): Heads =>
    Object.fromEntries(TOPICS.map((topic, n) => [topic, seqs[n] ?? 0] as const));

  return {
    heads,
    open(): BoardAnswer {
      const tops = Array.from({ length: STAGES }, (_, n) => [
        `stage-${n}`,
        Array.from({ length: PAGE }, (_, place) => cardAt(n + place * STAGES)),
      ]);
      return { ...frame(), columns: Object.fromEntries(tops) };
    },
    catchUp: (): CatchUpAnswer => ({
      ...frame(),
      status: "caught_up",
      cards: [],
      goneIds: [],
      parties: [],
      savedViews: false,
    }),
    newId: () => `mutation-${ids++}`,
    /** Edits one opportunity on behalf of the page that is measured, or puts it on top. */
    write: (id: string, mutationId: string, isMove: boolean) =>
      happenTo(Number(id.split("-")[1]), mutationId, isMove ? "top" : "edit"),
    /** What somebody else does next. */
    next(): Change {
      const n = pick();
      const mutationId = `other-${ids++}`;
      const kind = draw(12);
      if (kind === 10) {
        const change = { id: `communication-${ids}`, version: 1, op: "enter" as const };
        const about = { opportunityId: `opportunity-${n}`, occurredAt: "2026-11-20T10:00:00Z" };
        const sent = send(
          topicOf(n),
          (envelope) => ({
            ...envelope,
            entity: "communication",
            changes: [{ ...change, ...about }],
          }),
          mutationId,
        );
        return { ...sent, card: null };
      }
      if (kind === 11) {
        const party = { id: `party-${n % 20_000}`, version: 2, op: "update" as const };
        const sent = send(
          0,
          (envelope) => ({
            ...envelope,
            entity: "party",
            changes: [{ ...party, name: `Customer ${n}` }],
          }),
          mutationId,
        );
        return { ...sent, card: null };
      }
      if (kind === 0) return happenTo(n, mutationId, "leave");
      return happenTo(n, mutationId, kind < 3 ? "edit" : "move");
    },
  };
}

type What = "leave" | "edit" | "move" | "top";
type Envelope = Pick<BoardEvent, "seq" | "mutationId" | "actorId">;

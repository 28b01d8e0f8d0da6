/**
 * An hour of a busy board as fast as it goes: the board's own state and writes, with events of a
 * workspace far larger than what is loaded. In a process of its own, whose heap holds little else.
 */
import { createBoardMutations } from "../../app/_realtime/board-mutations";
import { createBoardSync } from "../../app/_realtime/board-sync";
import type { FeedHandlers } from "../../app/_realtime/feed";
import { createTestStore } from "../../app/_realtime/outbox/test-store";
import { createTestClock } from "../../app/_realtime/test-clock";
import { parseBoardEvent } from "../../domain/board-events";
import type { BoardState } from "../../domain/board-state";
import { type Change, createBusyWorkspace } from "./busy-workspace";
import type { Quarters } from "./memory";

const QUARTERS = 4;
const EVENTS_A_QUARTER = 9_000;
const EVENT_MS = 100;
/** One in so many is a write of this page. */
const OWN_EVERY = 10;

process.send?.(await spendAnHour());

async function spendAnHour(): Promise<Quarters> {
  const workspace = createBusyWorkspace();
  const clock = createTestClock();
  let state: BoardState | undefined;
  let feed: FeedHandlers | undefined;
  const sync = createBoardSync({
    source: {
      open: async () => workspace.open(),
      page: async () => {
        throw new Error("Nobody scrolls, and own cards stay on top.");
      },
      heads: async () => workspace.heads(),
      catchUp: async () => workspace.catchUp(),
    },
    openFeed(handlers) {
      feed = handlers;
      const listen = (topics: readonly string[]) => topics.forEach(handlers.onJoined);
      return { listen, track() {}, wake() {}, close() {} };
    },
    store: {
      get: () => state,
      set: (next) => {
        state = next;
      },
    },
    clock,
    isSignedOut: () => false,
    isRemoved: () => false,
  });

  /** As from the line: text, of which nothing is shared with the workspace. */
  function hear({ topic, event, card }: Change): Change["card"] {
    feed?.onChange(topic, parseBoardEvent(JSON.parse(JSON.stringify(event))));
    return card;
  }
  const written =
    (isMove: boolean) =>
    async ({ id, mutationId }: { id: string; mutationId: string }) => ({
      card: hear(workspace.write(id, mutationId, isMove)),
    });
  const edited = written(false);
  const mutations = createBoardMutations({
    sync,
    writes: {
      create: edited,
      move: written(true),
      moveMany: async () => ({ cards: [] }),
      update: async (input) => ({ status: "saved", ...(await edited(input)) }),
      delete: async () => null,
    },
    clock,
    newId: workspace.newId,
    mayRepeat: () => false,
    isAway: () => false,
    store: createTestStore(),
  });

  async function write(n: number): Promise<void> {
    const { board } = sync.view();
    const column = board?.columns[n % board.columns.length];
    const id = column?.ids[n % column.ids.length];
    const card = id === undefined ? undefined : board?.cardOf(id);
    if (!card) return;
    const place = { stageId: card.stageId, afterId: null, beforeId: null };
    if (n % 2 === 0) await mutations.move({ id: card.id, ...place });
    else await mutations.edit({ id: card.id, version: card.version, patch: { name: "Mine" } });
  }

  sync.start();
  await clock.advance(2_000);
  const quarters: Quarters = [];
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    for (let n = 0; n < EVENTS_A_QUARTER; n++) {
      if (n % OWN_EVERY === 0) await write(n / OWN_EVERY);
      else hear(workspace.next());
      await clock.advance(EVENT_MS);
      // As a screen does after each change.
      sync.view();
    }
    globalThis.gc?.();
    quarters.push(process.memoryUsage().heapUsed);
  }
  if (sync.view().connection !== "live") throw new Error("The board lost its way.");
  return quarters;
}

import type { Card } from "@/domain/board-card";
import { columnKeyOf } from "@/domain/board-grouping";
import { forgetUnseen, isOverfull } from "@/domain/board-memory";
import {
  answerFromEchoes,
  answerMany,
  answerPending,
  dropPending,
  type Pending,
  settle,
  type Wish,
  wishFor,
} from "@/domain/board-pending";
import { type BoardQuery, isSameQuery, wholeBoard } from "@/domain/board-query";
import { type Arrival, needOf, receiveEvents } from "@/domain/board-receive";
import { applyCatchUp, type BoardState, isBeyondLoaded } from "@/domain/board-state";
import { type VisibleBoard, visibleBoard } from "@/domain/board-visible";
import {
  type BoardChanges,
  changesOfCatchUp,
  changesOfEvents,
  everythingChanged,
  isNoChange,
} from "./board-changes";
import { backoff, type Clock } from "./clock";
import type { Feed, FeedHandlers } from "./feed";
import { startHeadCheck } from "./head-check";
import { createPageLoader } from "./page-loader";
import { type BoardSource, reopen } from "./reader";
import { createRecent } from "./recent";

export type Connection = "connecting" | "live" | "catching-up" | "offline" | "signed-out";

export type BoardView = {
  /** Undefined until the board was read for the first time, and once the user was removed. */
  readonly board: VisibleBoard | undefined;
  /** "removed": the user is no longer a member, and nothing of the board is theirs to see. */
  readonly connection: Connection | "removed";
};

/** Where the confirmed board is kept: the query cache, or a variable in a test. */
export type BoardStore = { get(): BoardState | undefined; set(state: BoardState): void };

export type BoardSyncOptions = {
  source: BoardSource;
  openFeed(handlers: FeedHandlers): Feed;
  store: BoardStore;
  clock: Clock;
  isSignedOut(error: unknown): boolean;
  /** What to show first: all by stage unless it says something else. */
  query?: BoardQuery;
  isRemoved(error: unknown): boolean;
};

/** What to read next: "open" reads everything, and so includes "catchUp". */
type Read = "nothing" | "catchUp" | "open";

/** An event overtaken by a later one has this long to come before it is fetched. */
const gapPatience = 250;
/** Everyone hears of a changed stage at once; they need not all ask at once. */
const frameSpread = 300;
/** Whoever has an answer but no echo by then has lost an event. */
const echoPatience = 3000;
const mostArrivals = 5000;
const joinPatience = 1000;
const mostOwnMutations = 500;

/**
 * Keeps one board equal to the database while it is open: applies events in their order, notices
 * what is missing, reads it, and lays this user's unconfirmed writes on top. Knows no React.
 */
export function createBoardSync(options: BoardSyncOptions) {
  const { source, store, clock } = options;
  const listeners = new Set<() => void>();
  const changeListeners = new Set<(changes: BoardChanges) => void>();
  const joined = new Set<string>();
  /** Topics that were heard once and are not now: what is shown may be old. */
  const lost = new Set<string>();
  /** Writes of this page; their echoes come soon or never. */
  const ownMutations = createRecent<true>(mostOwnMutations);
  let query = options.query ?? wholeBoard;
  let pending: readonly Pending[] = [];
  let arrivals: Arrival[] = [];
  let feed: Feed | null = null;
  let wanted: Read = "nothing";
  let isReading = false;
  let isFlushPlanned = false;
  let isGapPlanned = false;
  let failures = 0;
  let ended: "signed-out" | "removed" | null = null;
  /** Rises with every start and stop: what an earlier run still had in flight is then ignored. */
  let run = 0;
  let cancelRead: (() => void) | null = null;
  let stopHeadCheck: (() => void) | null = null;
  let view: BoardView | null = null;

  const loadMore = createPageLoader({
    source,
    store,
    confirm,
    onOtherTopics: () => read("open"),
    run: () => run,
  });

  function changed(): void {
    view = null;
    for (const listener of listeners) listener();
  }

  function emit(changes: BoardChanges): void {
    if (isNoChange(changes)) return;
    for (const listener of changeListeners) listener(changes);
  }

  function connection(): BoardView["connection"] {
    const state = store.get();
    if (ended) return ended;
    if (failures > 0 || lost.size > 0) return "offline";
    if (!feed || !state || Object.keys(state.heads).some((topic) => !joined.has(topic))) {
      return "connecting";
    }
    return isReading || wanted !== "nothing" ? "catching-up" : "live";
  }

  /** Takes in a new confirmed board, together with what it settles: never one without the other. */
  function confirm(state: BoardState): void {
    store.set(state);
    pending = settle(pending, state);
    showOwnCards(state);
    changed();
  }

  /** A card of this user that went below the loaded pages is shown by loading them. */
  function showOwnCards(state: BoardState): void {
    for (const { answer } of pending) {
      const held = answer ? state.cards.get(answer.id) : undefined;
      if (held && isBeyondLoaded(state, held)) {
        loadMore(columnKeyOf(held, state) ?? "").catch(() =>
          read("catchUp", backoff(failures, clock)),
        );
      }
    }
  }

  function planFlush(): void {
    if (isFlushPlanned) return;
    isFlushPlanned = true;
    clock.nextFrame(() => {
      isFlushPlanned = false;
      flush();
    });
  }

  /** Applies everything that arrived since the last frame in one step. */
  function flush(): void {
    const state = store.get();
    // While an answer is on its way events wait, so that it never is older than the board.
    if (isReading || !state || arrivals.length === 0) return;
    const { state: next, needs, applied } = receiveEvents(state, arrivals);
    arrivals = [];
    pending = answerFromEchoes(pending, applied);
    confirm(next);
    forget();
    emit(changesOfEvents(applied, (id) => ownMutations.get(id) === true));
    if (needs === "reopen") read("open", clock.random() * frameSpread);
    if (needs === "frame") read("catchUp", clock.random() * frameSpread);
    if (needs === "gap") waitForGap();
  }

  /** A write on its way is settled by what is remembered, and soon over. */
  function forget(): void {
    const state = store.get();
    if (state && pending.length === 0 && isOverfull(state)) store.set(forgetUnseen(state));
  }

  function waitForGap(): void {
    if (isGapPlanned) return;
    isGapPlanned = true;
    const started = run;
    clock.after(gapPatience, () => {
      isGapPlanned = false;
      const state = store.get();
      if (started === run && state && needOf(state) !== "nothing") read("catchUp");
    });
  }

  /** Asks for a read; many asking at once get one. */
  function read(what: Exclude<Read, "nothing">, delay = 0): void {
    if (!feed || ended === "removed") return;
    if (wanted !== "open") wanted = what;
    if (isReading) return;
    cancelRead?.();
    cancelRead = clock.after(delay, () => void readWanted());
    changed();
  }

  async function readWanted(): Promise<void> {
    if (isReading) return;
    isReading = true;
    const started = run;
    while (wanted !== "nothing" && started === run) {
      const what = wanted;
      wanted = "nothing";
      changed();
      try {
        if (what === "open") await readAll(started);
        else await catchUp(started);
        failures = 0;
        goOn();
      } catch (error) {
        if (started !== run) break;
        if (!endWith(error)) wanted = what;
        failures += 1;
        break;
      }
    }
    isReading = false;
    if (started !== run) {
      // A board that was closed and opened again meanwhile has its own wish.
      if (wanted !== "nothing") void readWanted();
      return;
    }
    if (wanted !== "nothing") read(wanted, backoff(failures, clock));
    changed();
    planFlush();
  }

  async function catchUp(started: number): Promise<void> {
    const asked = store.get();
    if (!asked || !isSameQuery(asked.query, query)) return readAll(started);
    const contained = answeredIds();
    const answer = await source.catchUp({ cursors: asked.heads, query: asked.query });
    const state = store.get();
    if (started !== run || !state) return;
    if (answer.status === "stale") return readAll(started);
    const { state: next, misfit } = applyCatchUp(state, answer);
    if (misfit) return readAll(started);
    pending = dropContained(contained, next);
    confirm(next);
    emit(changesOfCatchUp(answer));
    const needs = needOf(next);
    if (needs === "reopen") wanted = "open";
    if (needs === "frame" || needs === "gap") waitForGap();
  }

  async function readAll(started: number): Promise<void> {
    const contained = answeredIds();
    const wantedQuery = query;
    const next = await reopen(source, wantedQuery, store.get());
    // Whoever asked for something else meanwhile has made another wish.
    if (started !== run || wantedQuery !== query) return;
    pending = dropContained(contained, next);
    confirm(next);
    emit(everythingChanged);
    listen();
  }

  function answeredIds(): Set<string> {
    const answered = pending.filter(({ answer }) => answer !== undefined);
    return new Set(answered.map(({ mutationId }) => mutationId));
  }

  /** What was written before a snapshot is in it, also when its echo was lost. */
  function dropContained(ids: ReadonlySet<string>, state: BoardState): readonly Pending[] {
    const contained = [...ids].filter((id) => {
      const answer = pending.find(({ mutationId }) => mutationId === id)?.answer;
      const held = answer ? state.cards.get(answer.id) : undefined;
      return !(held && isBeyondLoaded(state, held));
    });
    return dropPending(pending, new Set(contained));
  }

  function confirmAnswers(mutationId: string): void {
    const state = store.get();
    if (state) pending = settle(pending, state);
    changed();
    clock.after(echoPatience, () => {
      if (pending.some((one) => one.mutationId === mutationId)) read("catchUp");
    });
  }

  function listen(): void {
    const topics = Object.keys(store.get()?.heads ?? {});
    for (const topic of joined) if (!topics.includes(topic)) joined.delete(topic);
    for (const topic of lost) if (!topics.includes(topic)) lost.delete(topic);
    feed?.listen(topics);
  }

  /** Whether an error means that asking again by itself is of no use. */
  function endWith(error: unknown): boolean {
    if (options.isRemoved(error)) remove();
    else if (options.isSignedOut(error)) signOut();
    return ended !== null;
  }

  function signOut(): void {
    ended = "signed-out";
    wanted = "nothing";
    cancelRead?.();
    stopHeadCheck?.();
    changed();
  }

  function remove(): void {
    signOut();
    ended = "removed";
    feed?.close();
    arrivals = [];
    pending = [];
    changed();
  }

  /** Somebody signed in again, here or in another tab. */
  function goOn(): void {
    if (ended !== "signed-out") return;
    ended = null;
    stopHeadCheck = watchHeads();
  }

  function watchHeads(): () => void {
    return startHeadCheck({
      source,
      store,
      clock,
      onBehind: () => read("catchUp"),
      onOtherTopics: () => read("open"),
      onError: (error) => {
        // The catch-up fails the same way, shows it, and tries again until it works.
        if (!endWith(error)) read("catchUp");
      },
    });
  }

  const handlers = (started: number): FeedHandlers => ({
    onChange(topic, event) {
      if (started !== run) return;
      if (event) {
        // What is left out while an answer takes too long shows as a gap after it.
        if (arrivals.length < mostArrivals) arrivals.push({ topic, event });
        planFlush();
      } else read("catchUp");
    },
    onJoined(topic) {
      if (started !== run) return;
      joined.add(topic);
      lost.delete(topic);
      // Topics join one after the other; one catch-up serves all of them.
      const heads = store.get()?.heads ?? {};
      const isComplete = Object.keys(heads).every((one) => joined.has(one));
      read("catchUp", isComplete ? 0 : joinPatience);
    },
    onLost(topic) {
      if (started !== run) return;
      joined.delete(topic);
      lost.add(topic);
      changed();
    },
    onRefused(topic) {
      if (started !== run) return;
      joined.delete(topic);
      read("open");
    },
    onSignedOut() {
      if (started === run) signOut();
    },
  });

  return {
    /** Begins to listen; the returned function ends it. May be started again. */
    start(): () => void {
      run += 1;
      const started = run;
      ended = null;
      failures = 0;
      feed = options.openFeed(handlers(started));
      if (store.get()) listen();
      else read("open");
      stopHeadCheck = watchHeads();
      changed();
      return () => {
        if (started !== run) return;
        run += 1;
        feed?.close();
        feed = null;
        joined.clear();
        arrivals = [];
        wanted = "nothing";
        cancelRead?.();
        stopHeadCheck?.();
        changed();
      };
    },
    /** The page is looked at again, or the network came or went. Also asks whether a session is back. */
    wake(): void {
      if (ended === "removed") return;
      failures = 0;
      feed?.wake();
      read(store.get() ? "catchUp" : "open");
    },
    loadMore,
    /** Shows other opportunities, or in other columns, as soon as they are read. */
    setQuery(next: BoardQuery): void {
      if (isSameQuery(query, next)) return;
      query = next;
      read("open");
    },
    /** Reads everything that changed since; for whoever suspects that something did. */
    refresh: () => read("catchUp"),

    /** Shows a write before the database confirms it. */
    begin(mutationId: string, opportunityId: string, wish: Wish): void {
      ownMutations.set(mutationId, true);
      pending = wishFor(pending, mutationId, opportunityId, wish);
      changed();
    },
    /** The database wrote it: `card` as it stands, null when it is gone or out of sight. */
    succeed(mutationId: string, card: Card | null): void {
      pending = answerPending(pending, mutationId, card);
      confirmAnswers(mutationId);
    },
    /** The database wrote several at once; those that are missing are out of sight. */
    succeedMany(mutationId: string, cards: readonly Card[]): void {
      pending = answerMany(pending, mutationId, cards);
      confirmAnswers(mutationId);
    },
    /** It was not written: what was shown is taken back. */
    fail(mutationId: string): void {
      pending = dropPending(pending, new Set([mutationId]));
      changed();
    },

    view(): BoardView {
      const state = store.get();
      const isShown = state !== undefined && ended !== "removed";
      view ??= {
        board: isShown ? visibleBoard(state, pending) : undefined,
        connection: connection(),
      };
      return view;
    },
    confirmed: () => store.get(),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onChanges(listener: (changes: BoardChanges) => void): () => void {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
  };
}

export type BoardSync = ReturnType<typeof createBoardSync>;

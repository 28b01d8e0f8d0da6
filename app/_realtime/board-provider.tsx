"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { painted } from "@/app/_late/painted";
import { quietMoment } from "@/app/_late/quiet-moment";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import type { BoardAnswer } from "@/domain/board-answers";
import { type BoardQuery, isSameQuery } from "@/domain/board-query";
import { type BoardState, openBoard } from "@/domain/board-state";
import type { ErrorCode } from "@/domain/error-codes";
import { type BoardMutations, createBoardMutations } from "./board-mutations";
import { type BoardSync, createBoardSync } from "./board-sync";
import { browserClock } from "./clock";
import { createLateFeed } from "./feed";
import { listenToPage } from "./listen-to-page";
import { newId } from "./new-id";
import type { Outbox } from "./outbox/outbox";
import { createOutboxStore } from "./outbox/store";
import { warnBeforeLeaving } from "./outbox/warn-before-leaving";
import { createPresence } from "./presence";
import { firstPageSize } from "./reader";
import { isRemoved, isSignedOut } from "./session-errors";
import { PresenceProvider } from "./use-presence";
import { watchAway } from "./watch-away";

type LiveBoard = {
  sync: BoardSync;
  mutations: BoardMutations;
  /** Why the board could not be read at all. */
  error: unknown;
  retry: () => void;
};

const LiveBoardContext = createContext<LiveBoard | null>(null);

/** The confirmed board of a workspace in the query cache. */
function boardKey(workspaceId: string) {
  return ["board-state", workspaceId] as const;
}

const passing: ReadonlySet<ErrorCode> = new Set(["busy", "too_slow"]);
const mayRepeat = (error: unknown) => passing.has(errorCodeOf(error));
const isAway = (error: unknown) =>
  isSignedOut(error) || errorCodeOf(error) === "backend_unreachable";

/** What the board showed when the page was rendered, and what was asked. */
export type RenderedBoard = { query: BoardQuery; answer: BoardAnswer };

type BoardProviderProps = {
  workspaceId: string;
  /** Whom others see at work on this page. */
  memberId: string;
  /** What to show; may change at any time. */
  query: BoardQuery;
  /** Null where the server could not read it. */
  rendered: RenderedBoard | null;
  children: ReactNode;
};

/** Keeps the workspace's board live for everything below: the columns, and panels about a card. */
export function BoardProvider(props: BoardProviderProps) {
  const { workspaceId, memberId, query: wanted, rendered, children } = props;
  const queryClient = useQueryClient();
  const client = useTRPCClient();
  const first = { pageSize: firstPageSize, query: wanted };
  const query = useQuery({
    queryKey: boardKey(workspaceId),
    queryFn: async () => openBoard(await client.board.open.query(first), firstPageSize, wanted),
    initialData: () => {
      // An address that was changed since has another query.
      if (!rendered || !isSameQuery(rendered.query, wanted)) return undefined;
      return openBoard(rendered.answer, firstPageSize, wanted);
    },
    // From then on the feed keeps it fresh; a refetch would go back behind applied events.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    // The state shares its structure itself, and is made of maps.
    structuralSharing: false,
  });
  const [{ sync, mutations, presence }] = useState(() =>
    createLiveBoard(queryClient, workspaceId, memberId, client, wanted),
  );
  const isOpen = query.data !== undefined;

  useEffect(() => sync.setQuery(wanted), [sync, wanted]);

  useEffect(() => {
    if (!isOpen) return;
    const stop = sync.start();
    const stopSending = mutations.outbox.start();
    const stopWaking = wakeEachOther(sync, mutations.outbox);
    const removeListeners = listenToPage({
      wake: sync.wake,
      isSignedOut: () => sync.view().connection === "signed-out",
    });
    const stopWarning = warnBeforeLeaving(mutations.outbox);
    const stopWatching = watchAway((isAway) => presence.show({ isAway }));
    return () => {
      stopWatching();
      stopWarning();
      removeListeners();
      stopWaking();
      stopSending();
      stop();
    };
  }, [sync, mutations, presence, isOpen]);

  const { error, refetch } = query;
  const live = useMemo(
    () => ({ sync, mutations, error, retry: () => void refetch() }),
    [sync, mutations, error, refetch],
  );
  return (
    <LiveBoardContext value={live}>
      <PresenceProvider value={presence}>{children}</PresenceProvider>
    </LiveBoardContext>
  );
}

export function useLiveBoard(): LiveBoard {
  const live = useContext(LiveBoardContext);
  if (!live) throw new Error("useBoard needs a BoardProvider above it");
  return live;
}

function createLiveBoard(
  queryClient: QueryClient,
  workspaceId: string,
  memberId: string,
  client: ReturnType<typeof useTRPCClient>,
  query: BoardQuery,
) {
  const key = boardKey(workspaceId);
  const presence = createPresence();
  const sync = createBoardSync({
    source: {
      open: (request) => client.board.open.query(request),
      page: (request) => client.board.page.query(request),
      heads: () => client.board.heads.query(),
      catchUp: (request) => client.board.catchUp.query(request),
    },
    openFeed: (handlers) =>
      createLateFeed(
        async () => {
          await quietMoment();
          const { openLine } = await import("./line");
          return (through) =>
            openLine(
              {
                fetchSession: () => client.session.realtime.query(),
                isSignedOut,
                presence,
                memberId,
                workspaceTopic: `workspace:${workspaceId}`,
              },
              through,
            );
        },
        handlers,
        browserClock,
      ),
    store: {
      get: () => queryClient.getQueryData<BoardState>(key),
      set: (state) => void queryClient.setQueryData(key, state),
    },
    clock: browserClock,
    isSignedOut,
    query,
    isRemoved,
  });
  const { opportunity } = client;
  const mutations = createBoardMutations({
    sync,
    writes: {
      create: (input) => opportunity.create.mutate(input),
      move: async (input) => {
        await painted();
        return await opportunity.move.mutate(input);
      },
      moveMany: async (input) => {
        await painted();
        return await opportunity.moveMany.mutate(input);
      },
      update: (input) => opportunity.update.mutate(input),
      delete: (input) => opportunity.delete.mutate(input),
    },
    clock: browserClock,
    newId,
    store: createOutboxStore({ workspaceId, memberId, pageId: newId() }),
    mayRepeat,
    isAway,
  });
  return { sync, mutations, presence };
}

/**
 * What waits is sent as soon as the board hears the server again; and once it is written, a board
 * whose session was over has one again.
 */
function wakeEachOther(sync: BoardSync, outbox: Outbox): () => void {
  let before = sync.view().connection;
  let waiting = 0;
  const stopHearing = sync.subscribe(() => {
    const { connection } = sync.view();
    if (connection !== before && connection === "live") outbox.wake();
    before = connection;
  });
  const stopSending = outbox.subscribe(() => {
    const isSent = waiting > 0 && outbox.view().waiting === 0;
    waiting = outbox.view().waiting;
    if (isSent && before === "signed-out") sync.wake();
  });
  return () => {
    stopHearing();
    stopSending();
  };
}

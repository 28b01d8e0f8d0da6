import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { type BoardMutations, createBoardMutations } from "@/app/_realtime/board-mutations";
import { type BoardSync, createBoardSync } from "@/app/_realtime/board-sync";
import type { Clock } from "@/app/_realtime/clock";
import { newId } from "@/app/_realtime/new-id";
import { createTestStore } from "@/app/_realtime/outbox/test-store";
import { openSocket } from "@/app/_realtime/socket";
import { createFeed } from "@/app/_realtime/topics";
import { errorCodeOf } from "@/app/_trpc/error-code";
import type { BoardState } from "@/domain/board-state";
import type { ErrorCode } from "@/domain/error-codes";
import { seedWorkspace } from "@/seeds/factories";
import type { AppRouter } from "@/server/router";
import { browserCookies, callerWith, some } from "@/server/testing";
import { testStack } from "@/supabase/tests/stack";
import { browserFetch, origin, type Road } from "./line";

/** One member at their open board: what they see, what they may do, whose rows these are. */
export type Seat = {
  sync: BoardSync;
  mutations: BoardMutations;
  /** What policies should let them see. */
  topics: readonly string[];
  memberId: string;
  /** Every attempt at a write, in the order of its answers. */
  attempts: readonly Attempt[];
  close(): void;
};

/**
 * `end` is "written", "conflict", or the closed code of what went wrong. "set" may find that a field
 * already is what it wants; "edit" writes what nobody wrote before.
 */
type Attempt = { kind: WriteKind; mutationId: string; end: string };
type WriteKind = "create" | "move" | "edit" | "set" | "delete";

export type Team = { workspaceId: string; teamIds: readonly string[]; seats: readonly Seat[] };

/**
 * Four members with different rights before `cards` opportunities: an admin, a manager of two teams,
 * and a rep in each. `roads` are what each of their lines does.
 */
export async function seatFour(cards: number, roads: readonly Road[]): Promise<Team> {
  const workspace = await seedWorkspace(testStack().databaseUrl, {
    teams: 2,
    reps: 2,
    managers: 1,
    opportunities: cards,
  });
  const { id: workspaceId, teams, admin, managers, reps } = workspace;
  const all = teams.map((team) => `team:${team.id}`);
  const people = [
    { member: admin, sees: all },
    { member: some(managers[0]), sees: all },
    ...reps.map((member) => ({ member, sees: [`team:${member.team.id}`] })),
  ];
  const seats = await Promise.all(
    people.map(async ({ member, sees }, index) => {
      const road = some(roads[index]);
      const board = await openBoard(workspaceId, member, road);
      const topics = [`workspace:${workspaceId}`, `member:${member.id}`, ...sees];
      return { ...board, topics, memberId: member.id };
    }),
  );
  return { workspaceId, teamIds: teams.map(({ id }) => id), seats };
}

/** Waiting is not what is tested: ten seconds of the boards' patience are one. */
const haste = 10;
/** The check of the heads comes later than this, and so never: it would mend what events must bring. */
const longestPatience = 30_000;
const hastyClock: Clock = {
  now: () => Date.now(),
  after(delay, task) {
    if (delay > longestPatience) return () => {};
    const timer = setTimeout(task, delay / haste);
    return () => clearTimeout(timer);
  },
  nextFrame: (task) => void setTimeout(task, 16),
  random: () => Math.random(),
};

const passing: ReadonlySet<ErrorCode> = new Set(["backend_unreachable", "busy", "too_slow"]);
const isSignedOut = (error: unknown) => errorCodeOf(error) === "session_expired";

/** As board-provider.tsx, with a variable for the query cache. */
async function openBoard(
  workspaceId: string,
  login: { email: string; password: string },
  road: Road,
) {
  const cookies = browserCookies();
  await callerWith(cookies).session.signIn({ email: login.email, password: login.password });
  const send = browserFetch(cookies, workspaceId, road);
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${origin}/api/trpc`,
        methodOverride: "POST",
        fetch: (url, init) => send(String(url), init?.method ?? "GET", String(init?.body ?? "")),
      }),
    ],
  });
  let state: BoardState | undefined;
  const sync = createBoardSync({
    source: {
      open: (request) => client.board.open.query(request),
      page: (request) => client.board.page.query(request),
      heads: () => client.board.heads.query(),
      catchUp: (request) => client.board.catchUp.query(request),
    },
    openFeed: (handlers) =>
      createFeed(
        {
          openSocket,
          fetchSession: () => client.session.realtime.query(),
          isSignedOut,
          clock: hastyClock,
        },
        handlers,
      ),
    store: {
      get: () => state,
      set: (next) => {
        state = next;
      },
    },
    clock: hastyClock,
    isSignedOut,
    isRemoved: (error) => errorCodeOf(error) === "workspace_not_found",
  });
  const { opportunity } = client;
  const attempts: Attempt[] = [];
  async function attempt<T extends object>(
    kind: WriteKind,
    mutationId: string,
    answered: Promise<T>,
  ): Promise<T> {
    const end = answered.then((answer) =>
      "status" in answer && answer.status === "conflict" ? "conflict" : "written",
    );
    attempts.push({ kind, mutationId, end: await end.catch(errorCodeOf) });
    return await answered;
  }
  const mutations = createBoardMutations({
    sync,
    writes: {
      create: (input) => attempt("create", input.mutationId, opportunity.create.mutate(input)),
      moveMany: (input) => client.opportunity.moveMany.mutate(input),
      move: (input) => attempt("move", input.mutationId, opportunity.move.mutate(input)),
      update: (input) => {
        const kind = input.patch.nextStep === undefined ? "set" : "edit";
        return attempt(kind, input.mutationId, opportunity.update.mutate(input));
      },
      delete: (input) => attempt("delete", input.mutationId, opportunity.delete.mutate(input)),
    },
    clock: hastyClock,
    newId,
    store: createTestStore(),
    mayRepeat: (error) => passing.has(errorCodeOf(error)),
    isAway: (error) => errorCodeOf(error) === "backend_unreachable",
  });
  return { sync, mutations, attempts, close: sync.start() };
}

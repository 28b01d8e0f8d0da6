import { initTRPC } from "@trpc/server";
import { id } from "@/domain/input-fields";
import type { Context } from "./context";
import { SpurError, spurErrorData } from "./errors";
import { describeError, log } from "./log";
import { readSession, userOf } from "./supabase";

const t = initTRPC.context<Context>().create({
  // Messages and stacks stay here: the client gets the code alone and has its own sentence for it.
  errorFormatter: ({ shape, error }) => {
    const spur = spurErrorData(error);
    return {
      code: shape.code,
      message: spur.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        spur,
      },
    };
  },
});

const logFailures = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { code } = spurErrorData(result.error);
  const isOurs = code === "internal" || code === "backend_unreachable" || code === "too_slow";
  log(isOurs ? "error" : "info", "procedure_failed", {
    requestId: ctx.requestId,
    path,
    code,
    ...(isOurs ? { error: describeError(result.error) } : {}),
  });
  return result;
});

const requireSession = t.middleware(async ({ ctx, next }) => {
  const session = await readSession(ctx.supabase);
  if (!session) throw new SpurError("not_signed_in");
  // Nothing that one user typed is written, and nothing that another may see is shown, under it.
  if (ctx.userId !== null && ctx.userId !== userOf(session)) throw new SpurError("session_expired");
  return next({ ctx: { session } });
});

const requireWorkspace = t.middleware(({ ctx, next }) => {
  const workspace = id.safeParse(ctx.workspaceId);
  if (!workspace.success) throw new SpurError("invalid_input", { field: "workspace" });
  return next({ ctx: { workspaceId: workspace.data } });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** For anybody. */
export const publicProcedure = t.procedure.use(logFailures);

/** For somebody signed in; whether the token is true, the API says. */
export const userProcedure = publicProcedure.use(requireSession);

/** Within the workspace that the request names; whether the user is a member, policies say. */
export const memberProcedure = userProcedure.use(requireWorkspace);

import type { AnyTRPCProcedure } from "@trpc/server";
import type { ErrorCode } from "@/domain/error-codes";
import { userHeader, workspaceHeader } from "./context";
import { handleTrpc } from "./http";
import { appRouter } from "./router";
import type { Cookies } from "./supabase";

const origin = "http://localhost:3000";

// At run time the record is flat, whatever its type says for the sake of callers.
const byPath = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>;

/** Every procedure of the application by its path, "opportunity.move". */
export const procedures = Object.entries(byPath).map(([path, procedure]) => ({
  path,
  isQuery: procedure._def.type === "query",
  input: procedure._def.inputs[0],
}));

export type Reply = {
  status: number;
  /** "ok", or the closed code; something else is a failure that should not be. */
  code: "ok" | ErrorCode;
  body: string;
};

/**
 * What the browser of somebody sends, to the same handler that answers it in production; `userId`
 * from a page that was opened as theirs.
 */
export async function send(
  cookies: Cookies,
  workspaceId: string | undefined,
  path: string,
  input: unknown,
  userId?: string,
): Promise<Reply> {
  const isQuery = procedures.find((procedure) => procedure.path === path)?.isQuery;
  const held = (await cookies.getAll()) ?? [];
  const headers = new Headers({
    cookie: held.map(({ name, value }) => `${name}=${value}`).join("; "),
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
  });
  if (workspaceId !== undefined) headers.set(workspaceHeader, workspaceId);
  if (userId !== undefined) headers.set(userHeader, userId);
  const text = JSON.stringify(input);
  const query = input === undefined ? "" : `?input=${encodeURIComponent(text)}`;
  const request = isQuery
    ? new Request(`${origin}/api/trpc/${path}${query}`, { headers })
    : new Request(`${origin}/api/trpc/${path}`, { method: "POST", headers, body: text ?? "" });
  return readReply(await handleTrpc(request));
}

export async function readReply(answer: Response): Promise<Reply> {
  const body = await answer.text();
  const code = answer.ok ? "ok" : JSON.parse(body).error.data.spur.code;
  return { status: answer.status, code, body };
}

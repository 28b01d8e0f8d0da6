import { WebSocket } from "ws";
import { workspaceHeader } from "@/server/context";
import { handleTrpc } from "@/server/http";
import type { Cookies } from "@/server/supabase";
import type { BadLine } from "./plan";

/**
 * How a request is cut: before it left; after it was carried out, so that only the answer is lost;
 * or while it is carried out, so that its repetition meets it in the database.
 */
export type Fault = "unsent" | "unanswered" | "overtaken";

/** What a browser would meet on its way: `faultOf` is asked about the body of every request. */
export type Road = { faultOf(body: string): Fault | undefined };

/** A write is tried five times: one that fails so often is answered. */
const mostFaults = 4;

/**
 * Each new write takes the next of the line's faults, its repetitions the rest of them. Calls of one
 * moment share a request, and so its fault.
 */
export function badRoad({ writes, reads }: BadLine): Road {
  const planned = new Map<string, Fault[]>();
  const suffered = new Map<string, number>();
  let asked = 0;
  return {
    faultOf(body) {
      const ids = [...body.matchAll(/"mutationId":"([^"]+)"/g)].map(([, id = ""]) => id);
      if (ids.length === 0) return reads[asked++ % reads.length];
      for (const id of ids) {
        if (!planned.has(id)) planned.set(id, [...(writes[planned.size % writes.length] ?? [])]);
      }
      const hurtOf = (id: string) => suffered.get(id) ?? 0;
      if (ids.some((id) => hurtOf(id) === mostFaults)) return undefined;
      const fault = ids.map((id) => planned.get(id)?.shift()).find((one) => one !== undefined);
      if (fault) for (const id of ids) suffered.set(id, hurtOf(id) + 1);
      return fault;
    },
  };
}

export const origin = "http://localhost:3000";

/** `fetch` of one browser, to the handler that answers the application's in production. */
export function browserFetch(cookies: Cookies, workspaceId: string, road: Road) {
  async function answer(url: string, method: string, body: string): Promise<Response> {
    const held = (await cookies.getAll()) ?? [];
    const headers = {
      cookie: held.map(({ name, value }) => `${name}=${value}`).join("; "),
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      [workspaceHeader]: workspaceId,
    };
    return await handleTrpc(
      new Request(url, { method, headers, ...(method === "POST" && { body }) }),
    );
  }

  return async (url: string, method: string, body: string): Promise<Response> => {
    const fault = road.faultOf(body);
    if (fault === "unsent") throw new TypeError("The line was cut before the request.");
    const answered = answer(url, method, body);
    if (fault === "unanswered") await answered;
    if (fault !== undefined) {
      answered.catch(() => {});
      throw new TypeError("The line was cut before the answer.");
    }
    return await answered;
  };
}

const open = new Set<CuttableSocket>();

/** The WebSocket that Node 20 lacks; keeps those that are open, so that a test can cut them. */
export class CuttableSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols);
    open.add(this);
    this.on("close", () => open.delete(this));
  }
}

export function cutAllSockets(): void {
  for (const socket of open) socket.terminate();
}

/** Cuts the `pick`th of all open sockets, without a farewell. */
export function cutSocket(pick: number): void {
  [...open][pick % Math.max(open.size, 1)]?.terminate();
}

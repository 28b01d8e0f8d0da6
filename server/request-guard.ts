import { SpurError } from "./errors";

/** A piece of an import is the largest thing that people send. */
const largestBody = 2_000_000;

/**
 * Refuses a write that another site made the browser send. `SameSite=Lax` keeps the cookies away
 * from such requests already; but it counts sibling subdomains as the same site, and old browsers
 * know exceptions. Browsers say themselves where a request comes from, and no page can forge it.
 * @throws SpurError cross_origin
 */
export function requireSameOrigin(request: Request, siteUrl: string): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  // Not sent to plain http beyond this machine, as on a tablet that tries out a local server.
  const origin = request.headers.get("origin");
  if (site === null && origin !== null && isOwn(origin, request, siteUrl)) return;
  throw new SpurError("cross_origin");
}

function isOwn(origin: string, request: Request, siteUrl: string): boolean {
  if (origin === siteUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

/**
 * The request with its body read, so that one that never ends costs no more than the limit.
 * @throws SpurError too_large
 */
export async function limitBody(request: Request): Promise<Request> {
  if (Number(request.headers.get("content-length")) > largestBody) throw new SpurError("too_large");
  if (!request.body) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > largestBody) throw new SpurError("too_large");
    chunks.push(chunk);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(chunks) });
}

import type { IncomingMessage, ServerResponse } from "node:http";

/** A Node request as a Web one, its body read whole; null when the body is larger than allowed. */
export async function readRequest(
  request: IncomingMessage,
  url: URL,
  largestBody: number,
): Promise<Request | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const method = request.method ?? "GET";
  const body = size > 0 && method !== "GET" && method !== "HEAD" ? Buffer.concat(chunks) : null;
  return new Request(url, { method, headers, body });
}

export async function writeResponse(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  // Headers set before win: the gateway speaks for every service behind it.
  for (const [name, value] of answer.headers) {
    if (!response.hasHeader(name)) response.setHeader(name, value);
  }
  response.writeHead(answer.status);
  response.end(body);
}

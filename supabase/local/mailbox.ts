import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { MailStore } from "./mail-store";
import { inboxPage, mailPage } from "./mailbox-page";
import { explainListenError, LOOPBACK } from "./ports";
import type { Log } from "./supervise";

const LARGEST_MAIL_BYTES = 25_000_000;
const LONGEST_WAIT_MS = 30_000;

export interface Mailbox {
  store: MailStore;
  close(): Promise<void>;
}

export interface MailboxOptions {
  dir: string;
  httpPort: number;
  smtpPort: number;
  log: Log;
}

/**
 * Captures every mail instead of sending it: what arrives by SMTP, and what the Auth server hands
 * over. A person reads them at the page, a test at `/api/messages?to=…&after=…&wait=…` (ms).
 */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const store = await MailStore.open(options.dir);
  const smtp = createSmtp(store, options.log);
  const http = createServer((request, response) => {
    serve(store, request, response).catch((error: unknown) => {
      options.log(`mailbox: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(http, options.httpPort);
  try {
    await listen(smtp.server, options.smtpPort);
  } catch (error) {
    http.close();
    throw error;
  }
  return {
    store,
    async close() {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => http.close(() => done())),
        new Promise<void>((done) => smtp.close(() => done())),
      ]);
    },
  };
}

function createSmtp(store: MailStore, log: Log): SMTPServer {
  const smtp = new SMTPServer({
    // Whatever credentials the sender was configured with are fine: nothing leaves this machine.
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onAuth: (_auth, _session, callback) => callback(null, { user: "anyone" }),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        try {
          const mail = await PostalMime.parse(Buffer.concat(chunks));
          const { mailFrom, rcptTo } = session.envelope;
          await store.deliver({
            from: mail.from?.address ?? (mailFrom ? mailFrom.address : ""),
            to: rcptTo.map(({ address }) => address),
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html ?? null,
          });
          callback();
        } catch (error) {
          callback(error instanceof Error ? error : new Error(String(error)));
        }
      });
    },
  });
  // A sender that hangs up is no fault of ours.
  smtp.on("error", (error) => log(`mailbox: ${error.message}`));
  return smtp;
}

async function serve(store: MailStore, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  // Mails carry sign-in links: a foreign name that resolves to this machine must not read them.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? "")) {
    return send(response, 403, "text/plain", "Only reachable as localhost.");
  }
  const [, id, html] = /^\/messages\/([\w-]+)(\/html)?$/.exec(url.pathname) ?? [];
  if (id) return sendMail(response, store, id, html !== undefined);
  if (url.pathname === "/") {
    return send(response, 200, "text/html", inboxPage(store.list()));
  }
  if (url.pathname === "/api/messages" && request.method === "DELETE") {
    await store.clear();
    return send(response, 204, "text/plain", "");
  }
  if (url.pathname === "/api/messages") {
    const filter = {
      to: url.searchParams.get("to") ?? undefined,
      after: url.searchParams.get("after") ?? undefined,
    };
    const wait = Math.min(Number(url.searchParams.get("wait")) || 0, LONGEST_WAIT_MS);
    const mails = wait > 0 ? await store.waitFor(filter, wait) : store.list(filter);
    return send(response, 200, "application/json", JSON.stringify(mails));
  }
  send(response, 404, "text/plain", "Not found.");
}

function sendMail(response: ServerResponse, store: MailStore, id: string, html: boolean): void {
  const mail = store.byId(id);
  if (!mail || !html) {
    const [status, type, body] = mail
      ? ([200, "text/html", mailPage(mail)] as const)
      : ([404, "text/plain", "This mail is gone."] as const);
    send(response, status, type, body);
    return;
  }
  // A mail is somebody else's HTML: no scripts, no forms, links open outside of it.
  response.setHeader(
    "content-security-policy",
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
      "img-src data:; style-src 'unsafe-inline'",
  );
  send(response, 200, "text/html", `<base target="_blank">${mail.html ?? ""}`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(body);
}

interface Listening {
  once(event: "error", listener: (error: Error) => void): unknown;
  off(event: "error", listener: (error: Error) => void): unknown;
  listen(port: number, host: string, done: () => void): unknown;
}

async function listen(server: Listening, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, LOOPBACK, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    throw await explainListenError(error, port);
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Mailbox, startMailbox } from "./mailbox";
import { freePorts } from "./ports";

let dir: string;
let mailbox: Mailbox;
let ports: Awaited<ReturnType<typeof freePorts>>;
const url = (path: string) => `http://127.0.0.1:${ports.mailbox}${path}`;
const start = () =>
  startMailbox({ dir, httpPort: ports.mailbox, smtpPort: ports.smtp, log: () => {} });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "spur-mailbox-"));
  ports = await freePorts();
  mailbox = await start();
});
afterEach(async () => {
  await mailbox.close();
  await rm(dir, { recursive: true });
});

describe("the mailbox", () => {
  it("captures what arrives by SMTP, keeps it over a restart, and finds it by address", async () => {
    await sendBySmtp(ports.smtp, "erika@example.com", "Grüße", "Siehe https://example.com/a?b=1");
    await mailbox.close();
    mailbox = await start();
    const mails = await fetch(url("/api/messages?to=ERIKA@example.com")).then((r) => r.json());
    expect(mails).toMatchObject([
      {
        from: "max@example.com",
        to: ["erika@example.com"],
        subject: "Grüße",
        links: ["https://example.com/a?b=1"],
      },
    ]);
    expect(await fetch(url("/api/messages?to=else@example.com")).then((r) => r.json())).toEqual([]);
  });

  it("lets a test wait for a mail that is yet to come", async () => {
    const waiting = fetch(url("/api/messages?to=a@example.com&wait=10000")).then((r) => r.json());
    await mailbox.store.deliver(mail({ to: ["a@example.com"] }));
    expect(await waiting).toHaveLength(1);
    expect(await fetch(url("/api/messages?to=b@example.com&wait=1")).then((r) => r.json())).toEqual(
      [],
    );
  });

  it("shows strange mails without trusting them", async () => {
    const { id } = await mailbox.store.deliver(
      mail({ subject: "<script>alert(1)</script>", html: "<script>alert(2)</script>" }),
    );
    const list = await fetch(url("/")).then((r) => r.text());
    expect(list).toContain("&lt;script&gt;");
    expect(await fetch(url(`/messages/${id}`)).then((r) => r.text())).toContain("sandbox=");
    const frame = await fetch(url(`/messages/${id}/html`));
    expect(frame.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
  });

  it("keeps no more than five hundred", async () => {
    for (let i = 0; i < 505; i++) await mailbox.store.deliver(mail({ subject: String(i) }));
    const kept = mailbox.store.list();
    expect(kept).toHaveLength(500);
    expect(kept[0]?.subject).toBe("504");
  });

  it("answers to no foreign host name", async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(url("/api/messages"), { headers: { host: "evil.example" } });
      asked.on("response", (response) => resolve(response.resume().statusCode));
      asked.on("error", reject).end();
    });
    expect(status).toBe(403);
  });
});

function mail(part: { to?: string[]; subject?: string; html?: string }) {
  return {
    from: "a@b.example",
    to: ["x@example.com"],
    subject: "s",
    text: "t",
    html: null,
    ...part,
  };
}

/** Speaks just enough of RFC 5321. */
async function sendBySmtp(port: number, to: string, subject: string, text: string): Promise<void> {
  const socket = createConnection(port, "127.0.0.1");
  const subjectWord = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
  const message = `From: Max <max@example.com>\r\nTo: ${to}\r\nSubject: ${subjectWord}\r\n\r\n${text}`;
  const lines = [
    "EHLO here",
    "MAIL FROM:<max@example.com>",
    `RCPT TO:<${to}>`,
    "DATA",
    `${message}\r\n.`,
    "QUIT",
  ];
  for await (const answer of socket) {
    // Of an answer of several lines only the last has a space after its code.
    if (!/^\d{3} /m.test(String(answer))) continue;
    const line = lines.shift();
    if (!line) return;
    socket.write(`${line}\r\n`);
  }
}

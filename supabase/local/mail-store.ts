import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const mailSchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  links: z.array(z.string()),
});

/** One captured mail; `links` are the http addresses of its body, in order. */
export type Mail = z.infer<typeof mailSchema>;

export type NewMail = Omit<Mail, "id" | "receivedAt" | "links">;

const KEPT_MAILS = 500;

/** Mails on disk, one file each, newest last; the oldest go when there are too many. */
export class MailStore {
  readonly #dir: string;
  readonly #arrivals = new EventEmitter();
  #mails: Mail[] = [];

  private constructor(dir: string) {
    this.#dir = dir;
    // Every waiting test listens; more than ten are no leak.
    this.#arrivals.setMaxListeners(0);
  }

  static async open(dir: string): Promise<MailStore> {
    const store = new MailStore(dir);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const files = (await readdir(dir)).filter((file) => file.endsWith(".json")).sort();
    for (const file of files) {
      const parsed = mailSchema.safeParse(JSON.parse(await readFile(join(dir, file), "utf8")));
      if (parsed.success) store.#mails.push(parsed.data);
    }
    return store;
  }

  async deliver(mail: NewMail): Promise<Mail> {
    const receivedAt = new Date().toISOString();
    // The time comes first, so that the order of the names is the order of arrival.
    const id = `${receivedAt.replace(/\D/g, "")}-${randomUUID().slice(0, 8)}`;
    const stored = { ...mail, id, receivedAt, links: findLinks(mail) };
    const path = join(this.#dir, `${id}.json`);
    await writeFile(`${path}.new`, JSON.stringify(stored), { mode: 0o600 });
    await rename(`${path}.new`, path);
    this.#mails.push(stored);
    this.#arrivals.emit("mail");
    while (this.#mails.length > KEPT_MAILS) await this.#drop(this.#mails.shift());
    return stored;
  }

  /** Newest first; `to` compares without regard to case, `after` is the id of a mail already seen. */
  list({ to, after }: { to?: string | undefined; after?: string | undefined } = {}): Mail[] {
    const wanted = to?.toLowerCase();
    return this.#mails
      .filter((mail) => !wanted || mail.to.some((address) => address.toLowerCase() === wanted))
      .filter((mail) => !after || mail.id > after)
      .reverse();
  }

  /** As `list`, but waits until there is at least one, or returns none after `waitMs`. */
  async waitFor(
    filter: { to?: string | undefined; after?: string | undefined },
    waitMs: number,
  ): Promise<Mail[]> {
    const signal = AbortSignal.timeout(waitMs);
    while (true) {
      const found = this.list(filter);
      if (found.length > 0 || signal.aborted) return found;
      await once(this.#arrivals, "mail", { signal }).catch(() => {});
    }
  }

  byId(id: string): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  async clear(): Promise<void> {
    const mails = this.#mails;
    this.#mails = [];
    for (const mail of mails) await this.#drop(mail);
  }

  async #drop(mail: Mail | undefined): Promise<void> {
    if (mail) await rm(join(this.#dir, `${mail.id}.json`), { force: true });
  }
}

function findLinks({ html, text }: NewMail): string[] {
  const fromHtml = [...(html ?? "").matchAll(/href="(https?:[^"]+)"/g)].map(([, href]) =>
    (href ?? "").replaceAll("&amp;", "&"),
  );
  const fromText = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([href]) => href);
  return [...new Set(fromHtml.length > 0 ? fromHtml : fromText)];
}

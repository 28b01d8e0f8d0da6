export type Mail = { id: string; subject: string; text: string; links: string[] };

export type Mailbox = {
  /** The next mail to an address; one that is there already counts unless `after` names it. */
  next(to: string, after?: string): Promise<Mail>;
};

const patience = 20_000;

/** The captured mails of the local stack. */
export function openMailbox(mailboxUrl: string): Mailbox {
  return {
    async next(to, after) {
      const query = new URLSearchParams({ to, wait: String(patience), ...(after && { after }) });
      const response = await fetch(`${mailboxUrl}/api/messages?${query}`);
      const mails: Mail[] = await response.json();
      const mail = mails.at(-1);
      if (!mail) throw new Error(`No mail to ${to}.`);
      return mail;
    },
  };
}

/** The link of a mail that leads into the application. */
export function linkIn({ links, subject }: Mail): string {
  const link = links.find((one) => one.includes("/auth/confirm"));
  if (!link) throw new Error(`No link in "${subject}".`);
  return link;
}

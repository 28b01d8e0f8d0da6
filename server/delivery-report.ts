import PostalMime from "postal-mime";

/** What a mail server says of a mail that it could not deliver (RFC 3464). */
export type DeliveryReport = {
  /** To whom the report was sent, as its own headers say: the envelope sender of the mail. */
  sentTo: string;
  /** Of the first recipient that it names; "5.1.1" (RFC 3463). */
  status: string;
  /** Nobody reads there: "failed" for good, and neither for its size or its words nor a full mailbox. */
  isAddressBad: boolean;
  /** The words of the server, one line. */
  detail: string;
};

const headersOfRecipient = new Set(["to", "delivered-to", "x-original-to", "envelope-to"]);

/** Reads a raw message; null when it is no report on a delivery that failed or waits. */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  // The mail that came back stays closed: what it says of itself is no word of the mail server.
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  }).catch(() => null);
  const part = mail?.attachments.find(({ mimeType }) =>
    /^message\/(global-)?delivery-status$/i.test(mimeType),
  );
  if (!mail || !part) return null;
  const text = textOf(part.content);
  const recipients = text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has("final-recipient"));
  for (const fields of recipients) {
    const action = fields.get("action")?.toLowerCase();
    const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0];
    if (!status || (action !== "failed" && action !== "delayed")) continue;
    const said = fields.get("diagnostic-code")?.replace(/^[\w-]+\s*;\s*/, "") ?? "";
    return {
      sentTo: mail.headers
        .filter(({ key }) => headersOfRecipient.has(key))
        .map(({ value }) => value)
        .join("\n"),
      status,
      isAddressBad: action === "failed" && /^5\.(?!2\.[23]$|[3567]\.)/.test(status),
      detail: `${status} ${said}`.trim().slice(0, 500),
    };
  }
  return null;
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/** Fields of a group by their names in lower case; a line that begins with a blank goes on. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
    }),
  );
}

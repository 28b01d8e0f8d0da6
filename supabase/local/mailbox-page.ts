import type { Mail } from "./mail-store";

const STYLE = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 14%, transparent); }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem; line-height: 1.5;
    font-family: system-ui, sans-serif; }
  h1 { font-size: 1.25rem; margin: 0 0 1.5rem; text-wrap: balance; }
  p, dl { margin: 0 0 1rem; }
  .quiet, time, dt { opacity: .65; }
  a { color: inherit; }
  ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
  li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem .25rem;
    border-bottom: 1px solid var(--line); text-decoration: none; }
  li a:hover, li a:focus-visible { background: var(--line); outline: none; }
  li strong { font-weight: 600; overflow-wrap: anywhere; }
  time { font-variant-numeric: tabular-nums; font-size: .875rem; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
  iframe { width: 100%; height: 30rem; border: 1px solid var(--line); border-radius: .5rem;
    background: #fff; }
  details { margin-top: 1rem; } summary { cursor: pointer; }
`;

/** All mails, newest first; looks again by itself. */
export function inboxPage(mails: readonly Mail[]): string {
  const empty = '<p class="quiet">No mail yet. Everything the application sends appears here.</p>';
  const list = `<ul>${mails.map(item).join("")}</ul>`;
  return page("Mailbox", `<h1>Mailbox</h1>${mails.length > 0 ? list : empty}`, true);
}

/** One mail: who, what, its links, and the HTML shut into a frame. */
export function mailPage(mail: Mail): string {
  const text = `<pre>${linked(mail.text)}</pre>`;
  const frame = `<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox"
    src="/messages/${mail.id}/html"></iframe><details><summary>As text</summary>${text}</details>`;
  const body = `
    <p><a href="/">All mails</a></p>
    <h1>${escapeHtml(mail.subject || "(no subject)")}</h1>
    <dl><dt>From</dt><dd>${escapeHtml(mail.from)}</dd><dt>To</dt><dd>${escapeHtml(mail.to.join(", "))}</dd>
      <dt>At</dt><dd><time>${moment(mail)}</time></dd></dl>
    ${mail.html === null ? text : frame}`;
  return page(mail.subject || "Mail", body, false);
}

function item(mail: Mail): string {
  return `<li><a href="/messages/${mail.id}"><strong>${escapeHtml(mail.subject || "(no subject)")}</strong>
    <time>${moment(mail)}</time><span class="quiet">${escapeHtml(mail.to.join(", "))}</span></a></li>`;
}

function moment({ receivedAt }: Mail): string {
  return `${receivedAt.slice(0, 10)} ${receivedAt.slice(11, 19)} UTC`;
}

function linked(text: string): string {
  return escapeHtml(text).replace(
    /https?:\/\/[^\s<>"]+/g,
    (href) => `<a href="${href}" target="_blank" rel="noreferrer">${href}</a>`,
  );
}

function page(title: string, body: string, refresh: boolean): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refresh ? '<meta http-equiv="refresh" content="5">' : ""}
    <title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

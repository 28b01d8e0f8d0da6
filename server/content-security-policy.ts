/**
 * Which code and which servers a page may use. Scripts run only with this answer's nonce, which
 * Next puts on its own: every page is rendered per request anyway, because language and theme are
 * read from cookies. Styles stay open to attributes, which drag and drop moves things with.
 * @param framedBy - who may show the page inside theirs: a source list
 */
export function contentSecurityPolicy(
  nonce: string,
  supabaseUrl: string,
  isDev: boolean,
  framedBy: "'none'" | "*",
): string {
  const socket = supabaseUrl.replace(/^http/, "ws");
  return [
    "default-src 'self'",
    // React explains errors with eval while developing.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${supabaseUrl} ${socket}${isDev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join("; ");
}

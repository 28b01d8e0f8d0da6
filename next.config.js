import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./app/_i18n/request.ts",
  experimental: {
    // Says of no file that it does nothing by itself, so a bundler would keep all of them.
    // Messages are parsed while building, so no page carries the parser (8 kB).
    messages: {
      path: ["./app/_i18n/messages/de", "./app/_i18n/messages/en"],
      locales: "infer",
      format: "json",
      precompile: true,
    },
  },
});

/**
 * Headers that are the same for every answer. The content security policy is set per request in
 * `proxy.ts`, because it names the Supabase origin, which is known at run time only.
 */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Not for the form of the contact page, which other sites may show inside theirs. */
const unframedHeaders = [
  // Holds also for answers that the proxy does not see; beside its policy both are enforced.
  { key: "Content-Security-Policy", value: "frame-ancestors 'none'" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  ...(process.env.SPUR_OUTPUT === "standalone" && { output: "standalone" }),
  poweredByHeader: false,
  agentRules: false,
  // It would lie over the account menu or the bottom bar; errors still show themselves.
  devIndicators: false,
  experimental: {
    // They do not say that their unused parts may be left out.
    optimizePackageImports: ["@trpc/client", "@trpc/tanstack-react-query"],
    // What a page needs at once comes in few files, because each is compressed by itself; with larger
    // ones what several parts need later (zod above all) would be in each of their files.
    turbopackChunking: { minChunkSize: 200_000, maxMergeChunkSize: 500_000 },
  },
  // Mail links end here; their address is part of the mail templates.
  rewrites: async () => [{ source: "/auth/confirm", destination: "/api/auth/confirm" }],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/((?!contact/[^/]+/?$).*)", headers: unframedHeaders },
  ],
};

export default withNextIntl(nextConfig);

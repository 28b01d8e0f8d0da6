import { existsSync } from "node:fs";
import { SEED_PASSWORD } from "../../seeds/users";
import { freePort, LOOPBACK } from "../../supabase/local/ports";
import type { Stack } from "../../supabase/local/stack";
import { startNext } from "../next-server";
import { BOARD_PAGE_SIZE, type Load } from "./fixture";
import { measureHand } from "./hand";
import { measurePageWeight } from "./page-weight";
import { compare, type Line, median, percentile, takeTurns } from "./report";

const ROUNDS = 40;

/** Measures what needs the built application, while it runs. */
export async function throughApplication(
  stack: Stack,
  measure: (siteUrl: string) => Promise<Line[]>,
): Promise<Line[]> {
  if (!existsSync(".next/BUILD_ID")) {
    return [{ what: "through the application", measured: "not built: `npm start` builds it" }];
  }
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  const next = await startNext({
    development: false,
    host: LOOPBACK,
    port,
    backend: stack,
    siteUrl,
  });
  try {
    return await measure(siteUrl);
  } finally {
    await next.stop();
  }
}

/** Opening a board through the application's API, its weight, its feel. */
export async function measureApplication(
  stack: Stack,
  siteUrl: string,
  { small, large, hand }: { small: Load; large: Load; hand: Load },
): Promise<Line[]> {
  return [
    ...(await measureProcedure(siteUrl, small, large)),
    ...(await measurePageWeight(siteUrl, small)),
    ...(await measureHand(stack, siteUrl, hand)),
  ];
}

async function measureProcedure(siteUrl: string, small: Load, large: Load): Promise<Line[]> {
  const input = encodeURIComponent(JSON.stringify({ pageSize: BOARD_PAGE_SIZE }));
  const open = async (load: Load) => {
    const cookie = await signIn(siteUrl, load);
    return async () => {
      const response = await fetch(`${siteUrl}/api/trpc/board.open?input=${input}`, {
        headers: { cookie, "x-spur-workspace": load.id },
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`board.open: ${text}`);
    };
  };
  const times = await takeTurns(ROUNDS, await open(large), await open(small));
  return [
    compare(
      "open board through the application, median",
      median(times.measured),
      median(times.floor),
    ),
    compare("  p95", percentile(times.measured, 0.95), percentile(times.floor, 0.95)),
  ];
}

/** The cookies of a session, as one header. */
async function signIn(siteUrl: string, { emails }: Load): Promise<string> {
  const response = await fetch(`${siteUrl}/api/trpc/session.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: siteUrl },
    body: JSON.stringify({ email: emails.admin, password: SEED_PASSWORD }),
  });
  if (!response.ok) throw new Error(`session.signIn: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

import { confirmLink } from "@/server/confirm-link";

export const GET = confirmLink;

/** Programs that look at links before a person opens them must not use the token up. */
export function HEAD(): Response {
  return new Response(null, { status: 204 });
}

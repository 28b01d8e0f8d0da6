import type { Database } from "../database";
import { partyKey } from "./parties";
import type { DemoOpportunity } from "./table";

type ContactPoint = { partyId: string; kind: "email" | "phone" | "web"; value: string };

/**
 * How the parties of the demo are reached: addresses of the domain that is kept for examples, and
 * numbers that the Bundesnetzagentur keeps free for films.
 */
export async function addDemoContactPoints(
  database: Database,
  workspaceId: string,
  opportunities: readonly DemoOpportunity[],
  partyIds: ReadonlyMap<string, string>,
): Promise<void> {
  const points = new Map<string, ContactPoint>();
  const add = (kind: "person" | "organization", name: string, site: string) => {
    const key = partyKey(kind, name);
    const partyId = partyIds.get(key);
    if (partyId === undefined || points.has(`${key} email`)) return;
    const mailbox = kind === "person" ? slugOf(name, ".") : "info";
    points.set(`${key} email`, { partyId, kind: "email", value: `${mailbox}@${site}` });
    const value = filmNumber(kind, points.size);
    if (value !== null) points.set(`${key} phone`, { partyId, kind: "phone", value });
    if (kind === "organization") {
      points.set(`${key} web`, { partyId, kind: "web", value: `https://${site}/` });
    }
  };
  for (const { customer, customerKind, contact } of opportunities) {
    const site = `${slugOf(customer, "-")}.example`;
    add(customerKind, customer, customerKind === "person" ? "post.example" : site);
    if (contact) add("person", contact, site);
  }
  const rows = [...points.values()];
  await database.query(
    `insert into public.contact_points (workspace_id, party_id, kind, value)
    select $1, * from unnest($2::uuid[], $3::public.contact_kind[], $4::text[])`,
    [
      workspaceId,
      rows.map(({ partyId }) => partyId),
      rows.map(({ kind }) => kind),
      rows.map(({ value }) => value),
    ],
  );
}

/** Companies sit in Berlin, people carry phones; null when the films have no more. */
function filmNumber(kind: "person" | "organization", n: number): string | null {
  if (kind === "organization") return `+493023125${String(n % 900).padStart(3, "0")}`;
  return n < 100 ? `+4917139200${String(n).padStart(2, "0")}` : null;
}

/** A name as addresses write it: "Weingut Schloß Weißenfels" becomes "weingut-schloss-weissenfels". */
function slugOf(name: string, separator: string): string {
  const latin = name
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .match(/[a-z0-9]+/g);
  return latin?.join(separator) ?? "kunde";
}

import type { Period } from "@/domain/party-answers";

/** A half-open period of days as Postgres reads a daterange: "[2020-01-01,2021-01-01)". */
export function dateRange({ from, until }: Period): string {
  return `[${from ?? ""},${until ?? ""})`;
}

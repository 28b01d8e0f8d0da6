/** Periods are half-open; people name the last day, which is the one before. Days are "2026-03-31". */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

export function dayAfter(day: string): string {
  return shifted(day, 1);
}

function shifted(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

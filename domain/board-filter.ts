import { lastDayOf, monthAfter } from "./board-grouping";
import {
  amountLimit,
  type BoardQuery,
  type Condition,
  dependsOnToday,
  type Grouping,
  groupings,
  none,
  stepSignals,
} from "./board-query";
import { cleanLine } from "./import-text";
import { leadSourceCodes } from "./lead-source";

/** How a board is drawn: as columns of cards, as rows, or as months with what they may bring. */
export const layouts = ["board", "list", "forecast"] as const;
export type Layout = (typeof layouts)[number];

/** Stands for whoever looks: a view that is shared shows everybody their own. */
export const me = "me";

/** Days of closing that move along with the calendar. */
export const closePresets = ["this_month", "next_month", "this_quarter"] as const;
type ClosePreset = (typeof closePresets)[number];
/** A preset, `none`, or days "2026-01-01..2026-03-31" of which one may be missing. */
export type CloseFilter = ClosePreset | typeof none | `${string}..${string}`;

/** What a person chose on a board, as it stands in the address and in a saved view. */
export type BoardFilter = {
  readonly layout: Layout;
  readonly group: Grouping;
  readonly text: string;
  /** Ids of members, `me`, `none`. */
  readonly owners: readonly string[];
  readonly teams: readonly string[];
  readonly sources: readonly string[];
  readonly signals: readonly string[];
  /** Exact decimals; empty: no limit. */
  readonly amountFrom: string;
  readonly amountTo: string;
  readonly close: CloseFilter | null;
};

export const noFilter: BoardFilter = {
  layout: "board",
  group: "stage",
  text: "",
  owners: [],
  teams: [],
  sources: [],
  signals: [],
  amountFrom: "",
  amountTo: "",
  close: null,
};

/** The search parameter of each choice, in the order in which they are written. */
const names = new Map<keyof BoardFilter, string>([
  ["layout", "view"],
  ["group", "group"],
  ["text", "q"],
  ["owners", "owner"],
  ["teams", "team"],
  ["sources", "source"],
  ["signals", "signal"],
  ["amountFrom", "min"],
  ["amountTo", "max"],
  ["close", "close"],
]);
export const filterParameters: readonly string[] = [...names.values()];

// By hand, not by schema: a board reads its address before it shows anything, and what it makes of it
// is only a wish, which the server reads again with the schema.
const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** The calendar of the database has no year nought. */
const day = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
/** Half of a character, of which the database can make nothing. */
const halved = /\p{Surrogate}$/u;
const longestText = 100;

const sources = [...leadSourceCodes, none] as const;
const presets = [...closePresets, none] as const;

/** Those of the words that are among these; no others. */
function among<T extends string>(all: readonly T[], said: readonly string[]): T[] {
  return said.flatMap((word) => all.find((one) => one === word) ?? []);
}

function isDay(text: string): boolean {
  const time = day.test(text) ? Date.parse(text) : Number.NaN;
  // The 30th of February is read as the 2nd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What an address or a saved view says; what it cannot say is left out. */
export function readFilter(parameters: { get(name: string): string | null }): BoardFilter {
  const said = (key: keyof BoardFilter) => parameters.get(names.get(key) ?? "") ?? "";
  const oneOf = <T extends string>(all: readonly T[], key: keyof BoardFilter, otherwise: T): T =>
    among(all, [said(key)])[0] ?? otherwise;
  const some = (key: keyof BoardFilter, words: readonly string[], isId = false) => {
    const wanted = said(key)
      .split(",")
      .map((word) => (guid.test(word) ? word.toLowerCase() : word))
      .filter((word) => words.includes(word) || (isId && guid.test(word)));
    return [...new Set(wanted)].slice(0, 50);
  };
  const amount = (key: "amountFrom" | "amountTo") => (amountLimit.test(said(key)) ? said(key) : "");
  return {
    layout: oneOf(layouts, "layout", noFilter.layout),
    group: oneOf(groupings, "group", noFilter.group),
    text: cleanLine(said("text")).slice(0, longestText).replace(halved, "").trimEnd(),
    owners: some("owners", [me, none], true),
    teams: some("teams", [none], true),
    sources: some("sources", sources),
    signals: some("signals", stepSignals),
    amountFrom: amount("amountFrom"),
    amountTo: amount("amountTo"),
    close: readClose(said("close")),
  };
}

function readClose(value: string): CloseFilter | null {
  const [preset] = among(presets, [value]);
  if (preset) return preset;
  const [from = "", to = "", ...rest] = value.split("..");
  const isLimit = (text: string) => text === "" || isDay(text);
  if (rest.length > 0 || from + to === "" || !isLimit(from) || !isLimit(to)) return null;
  return `${from}..${to}`;
}

/** The search parameters that say a filter; what is as usual is not said. */
export function writeFilter(filter: BoardFilter): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [key, name] of names) {
    const value = String(filter[key] ?? "");
    if (value !== String(noFilter[key] ?? "")) said[name] = value;
  }
  return said;
}

/** How many conditions a filter sets, beside its text. */
export function countConditions(filter: BoardFilter): number {
  const { owners, teams, sources, signals, amountFrom, amountTo, close } = filter;
  const lists = [owners, teams, sources, signals].filter((list) => list.length > 0).length;
  return lists + (amountFrom + amountTo === "" ? 0 : 1) + (close === null ? 0 : 1);
}

export function isUnfiltered(filter: BoardFilter): boolean {
  return filter.text === "" && countConditions(filter) === 0;
}

/**
 * What a filter asks of the database, for one member on one day of the workspace ("2026-12-31").
 * A forecast is by month, whatever the columns are grouped by otherwise.
 */
export function queryOf(
  filter: BoardFilter,
  { today, memberId }: { today: string; memberId: string },
): BoardQuery {
  const group = filter.layout === "forecast" ? "month" : filter.group;
  const wanted = { group, condition: conditionOf(filter, today, memberId) };
  return dependsOnToday(wanted) ? { ...wanted, today } : wanted;
}

function conditionOf(filter: BoardFilter, today: string, memberId: string): Condition {
  const { text, owners, teams, amountFrom, amountTo } = filter;
  const ownerIds = [...new Set(owners.map((one) => (one === me ? memberId : one)))];
  const ofSources = among(sources, filter.sources);
  const signals = among(stepSignals, filter.signals);
  return {
    ...(text !== "" && { text }),
    ...(ownerIds.length > 0 && { ownerIds }),
    ...(teams.length > 0 && { teamIds: [...teams] }),
    ...(ofSources.length > 0 && { sources: ofSources }),
    ...(signals.length > 0 && { signals }),
    ...(amountFrom !== "" && { amountFrom }),
    ...(amountTo !== "" && { amountTo }),
    ...closingOf(filter.close, today),
  };
}

function closingOf(close: CloseFilter | null, today: string): Partial<Condition> {
  if (close === null) return {};
  if (close === none) return { noClose: true };
  if (close === "this_month") return between(monthAfter(today, 0), monthAfter(today, 0));
  if (close === "next_month") return between(monthAfter(today, 1), monthAfter(today, 1));
  if (close === "this_quarter") {
    const passed = (Number(today.slice(5, 7)) - 1) % 3;
    return between(monthAfter(today, -passed), monthAfter(today, 2 - passed));
  }
  const [from = "", to = ""] = close.split("..");
  return { ...(from !== "" && { closeFrom: from }), ...(to !== "" && { closeTo: to }) };
}

function between(firstMonth: string, lastMonth: string): Partial<Condition> {
  return { closeFrom: `${firstMonth}-01`, closeTo: lastDayOf(lastMonth) };
}

import type { ImportContext, ImportStage, StageKind } from "./import-row";
import { matchKey } from "./import-text";

const outcomes: Record<StageKind, readonly string[]> = {
  open: ["open", "offen", "in bearbeitung", "in progress", "aktiv", "active", "laufend"],
  won: [
    "won",
    "gewonnen",
    "closed won",
    "abgeschlossen gewonnen",
    "geschlossen gewonnen",
    "closed",
  ],
  lost: ["lost", "verloren", "closed lost", "abgeschlossen verloren", "geschlossen verloren"],
};

/** Open, won or lost as other CRMs write it in German or English; null for any other text. */
export function readOutcome(text: string): StageKind | null {
  const key = matchKey(text);
  if (outcomes.open.includes(key)) return "open";
  if (outcomes.won.includes(key)) return "won";
  return outcomes.lost.includes(key) ? "lost" : null;
}

/** The first stage of a kind, in the order of the pipeline. */
export function firstStage(kind: StageKind, context: ImportContext): ImportStage | null {
  return context.stages.find((stage) => stage.kind === kind) ?? null;
}

/** Only own keys: a cell may say "constructor". */
function aliasOf(key: string, aliases: Readonly<Record<string, string>> | undefined) {
  return aliases && Object.hasOwn(aliases, key) ? aliases[key] : undefined;
}

/** Without the prefix of OFBiz ("SOSTG_QUOTED") and of numbered pipelines ("3. Angebot"). */
function stageKey(text: string): string {
  return matchKey(text).replace(/^(sostg|\d+) (?=\S)/, "");
}

/**
 * The stage a cell means: as the user assigned it (`context.aliases`), by its name, by a name with
 * a number in front, or by words such as "Closed Won" that mean a kind.
 */
export function matchStage(text: string, context: ImportContext): ImportStage | null {
  const alias = aliasOf(matchKey(text), context.aliases?.stages);
  if (alias !== undefined) return context.stages.find((stage) => stage.id === alias) ?? null;
  const exact = context.stages.find((stage) => matchKey(stage.name) === matchKey(text));
  if (exact) return exact;
  const similar = context.stages.filter((stage) => stageKey(stage.name) === stageKey(text));
  if (similar.length === 1) return similar[0] ?? null;
  const kind = readOutcome(text);
  return kind ? firstStage(kind, context) : null;
}

/** A name and an e-mail address; longer text is neither, and would be slow to search. */
const maxMemberText = 600;

/**
 * The members a cell may mean: as the user assigned it, by e-mail, or by name in either order
 * ("Muster, Mia"); "Mia Muster <mia@muster.example>" counts by its e-mail. More than one: the name
 * is not unique.
 */
export function matchMember(text: string, context: ImportContext): ImportContext["members"] {
  if (text.length > maxMemberText) return [];
  const key = matchKey(text);
  const alias = aliasOf(key, context.aliases?.owners);
  if (alias !== undefined) return context.members.filter((member) => member.id === alias);
  const email = /[^\s<>(),;]+@[^\s<>(),;]+/.exec(text)?.[0].toLowerCase();
  if (email) return context.members.filter((member) => member.email.toLowerCase() === email);
  if (key === "") return [];
  const [family = "", given = ""] = text.split(",", 2);
  const turned = matchKey(`${given} ${family}`);
  return context.members.filter((member) => {
    const name = matchKey(member.name);
    return name === key || (given !== "" && name === turned);
  });
}

import type { CsvRow } from "./csv-parse";
import { type CellReading, readAmount, readDay, readProbability } from "./import-cells";
import type { ColumnHints } from "./import-columns";
import { readCurrency } from "./import-currency";
import type { ImportField, ImportMapping } from "./import-fields";
import { importLimits } from "./import-limits";
import { firstStage, matchMember, matchStage, readOutcome } from "./import-match";
import { guessPartyKind, readPersonName } from "./import-person";
import {
  type ImportProblem,
  type ImportProblemCode,
  type ImportWarning,
  type ImportWarningCode,
  shorten,
} from "./import-problems";
import type { ImportContext, ImportRow } from "./import-row";
import { readLeadSource } from "./import-source";
import { cleanLine, cleanText, isExcelError, isPlaceholder } from "./import-text";

export type RowReading =
  | { ok: true; row: ImportRow; warnings: ImportWarning[] }
  | { ok: false; problems: ImportProblem[] };

/** Long files repeat few stages and owners; each text is looked up once. */
function memoize<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const fresh = look(text);
    known.set(text, fresh);
    return fresh;
  };
}

/** A function that reads one row after the other; see `validateRows` for the defaults. */
export function createRowReader(
  header: readonly string[],
  mapping: ImportMapping,
  context: ImportContext,
  hints: ColumnHints,
): (row: CsvRow) => RowReading {
  const stageOf = memoize((text) => ({ stage: matchStage(text, context) }));
  const membersOf = memoize((text) => matchMember(text, context));

  return ({ rowNumber, cells }) => {
    const problems: ImportProblem[] = [];
    const warnings: ImportWarning[] = [];
    const refuse = (field: ImportField, code: ImportProblemCode, value: string) => {
      problems.push({ field, code, value: shorten(value) });
      return null;
    };
    const warn = (field: ImportField, code: ImportWarningCode, value: string) =>
      warnings.push({ row: rowNumber, field, code, value: shorten(value) });

    /** The cell as one clean line, or null where there is none. */
    const cell = (field: ImportField): string | null => {
      const column = mapping[field];
      const text = column === null ? "" : cleanLine(cells[column] ?? "");
      if (text === "" || isPlaceholder(text)) return null;
      return isExcelError(text) ? refuse(field, "cell_unreadable", text) : text;
    };
    const bounded = (field: ImportField, max: number, code: ImportProblemCode) => {
      const text = cell(field);
      return text !== null && text.length > max ? refuse(field, code, text) : text;
    };
    const read = <T>(field: ImportField, reader: (text: string) => CellReading<T>): T | null => {
      const text = cell(field);
      if (text === null) return null;
      const reading = reader(text);
      if (!reading.ok) return refuse(field, reading.code, text);
      if (reading.warning) warn(field, reading.warning, text);
      return reading.value;
    };

    const readParties = () => {
      const contactCell = bounded("contact", importLimits.name, "contact_too_long");
      // HubSpot writes "Max Muster (max@muster.example)".
      const contact =
        contactCell && readPersonName(contactCell.replace(/ *[<(][^\s@]+@[^\s@]+[>)]$/, ""));
      const customer = bounded("customer", importLimits.name, "customer_too_long");
      if (customer === null) {
        return { customerName: contact, customerKind: "person" as const, contactName: null };
      }
      const customerKind = guessPartyKind(customer, contact ?? undefined);
      const customerName = customerKind === "person" ? readPersonName(customer) : customer;
      const contactName = contact === customerName ? null : contact;
      return { customerName, customerKind, contactName };
    };

    const readMoney = () => {
      const money = read("amount", (text) => readAmount(text, hints));
      const named = cell("currency");
      const declared = named === null ? null : readCurrency(named);
      if (named !== null && declared === null) refuse("currency", "currency_unknown", named);
      const beside = money?.currency ?? null;
      const conflict = declared !== null && beside !== null && declared !== beside;
      if (conflict && !money?.sharedSign) refuse("currency", "currency_conflict", named ?? "");
      const currency = declared ?? beside ?? hints.amountCurrency ?? context.currency;
      return { amount: money?.amount ?? null, currency };
    };

    const readStage = () => {
      const outcomeText = cell("outcome");
      const outcome = outcomeText === null ? null : readOutcome(outcomeText);
      if (outcomeText !== null && !outcome) refuse("outcome", "outcome_unknown", outcomeText);
      const stageText = cell("stage");
      const stage = stageText === null ? null : stageOf(stageText).stage;
      if (outcome === "won" || outcome === "lost") {
        const closed = stage?.kind === outcome ? stage : firstStage(outcome, context);
        return closed ?? refuse("outcome", "stage_unknown", outcomeText ?? "");
      }
      if (stageText !== null) return stage ?? refuse("stage", "stage_unknown", stageText);
      return firstStage("open", context) ?? refuse("stage", "stage_unknown", "");
    };

    const readOwner = () => {
      const text = cell("owner");
      if (text === null) return null;
      const [member, ...others] = membersOf(text);
      if (!member) return refuse("owner", "owner_unknown", text);
      return others.length > 0 ? refuse("owner", "owner_ambiguous", text) : member;
    };

    const readNote = (unknownSource: string | null) => {
      const column = mapping.note;
      const text = column === null ? "" : cleanText(cells[column] ?? "");
      const label = mapping.source === null ? "" : (header[mapping.source] ?? "");
      const kept = unknownSource === null ? "" : `${cleanLine(label)}: ${unknownSource}`;
      const note = [text, kept].filter((part) => part !== "").join("\n");
      if (note.length > importLimits.note) return refuse("note", "note_too_long", note);
      return note === "" ? null : note;
    };

    const { customerName, customerKind, contactName } = readParties();
    const name = bounded("name", importLimits.name, "name_too_long") ?? customerName;
    const refused = (field: ImportField) => problems.some((problem) => problem.field === field);
    if (name === null && !refused("name")) refuse("name", "name_missing", "");
    if (customerName === null && !refused("customer") && !refused("contact")) {
      refuse("customer", "customer_missing", "");
    }
    const owner = readOwner();
    const money = readMoney();
    const stage = readStage();
    const probability = read("probability", (text) => readProbability(text, hints));
    const day = (field: "expectedCloseOn" | "nextStepOn") =>
      read(field, (text) => readDay(text, hints.serialDates.has(field), hints));
    const expectedCloseOn = day("expectedCloseOn");
    const nextStep = bounded("nextStep", importLimits.nextStep, "next_step_too_long");
    const nextStepOn = day("nextStepOn");
    const sourceText = cell("source");
    const source = sourceText === null ? null : readLeadSource(sourceText);
    const unknownSource = source === null ? sourceText : null;
    const note = readNote(unknownSource);

    if (problems.length > 0 || name === null || customerName === null || stage === null) {
      return { ok: false, problems };
    }
    if (unknownSource !== null) warn("source", "source_kept_in_note", unknownSource);
    if (stage.kind === "open" && expectedCloseOn !== null && expectedCloseOn < context.today) {
      warn("expectedCloseOn", "close_in_past", expectedCloseOn);
    }
    const row: ImportRow = {
      rowNumber,
      name,
      customerName,
      customerKind,
      ...(contactName === null ? {} : { contactName }),
      ...(owner === null ? {} : { ownerId: owner.id }),
      stageId: stage.id,
      ...money,
      probability,
      expectedCloseOn,
      nextStep,
      nextStepOn,
      source,
      note,
    };
    return { ok: true, row, warnings };
  };
}

import * as z from "zod/mini";
import { isCurrencyCode } from "./import-currency";
import { cleanLine, cleanText } from "./import-text";
import { maxYear, minYear } from "./local-date";

/*
 * The fields that inputs are made of. Text arrives composed (NFC), trimmed and without invisible
 * characters, so that what looks the same is the same. zod/mini, as in all that browsers read forms
 * with: one use of full zod there would put all of it on every page.
 */

/** The database's uuid, also one that no RFC version describes. */
export const id = z.guid();

/** Text of one line, 1 to `max` characters. */
export const line = (max: number) =>
  z.string().check(z.overwrite(cleanLine), z.minLength(1), z.maxLength(max));

/** Text of several lines, 1 to `max` characters. */
export const text = (max: number) =>
  z.string().check(z.overwrite(cleanText), z.minLength(1), z.maxLength(max));

/** A canonical decimal of numeric(19,4), not negative: "0", "7.5", never "007.50". */
export const amount = z.string().check(z.regex(/^(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/));

/** Percent. */
export const probability = z.int().check(z.gte(0), z.lte(100));

/** ISO 4217. */
export const currency = z.string().check(z.refine(isCurrencyCode));

const isInRange = (date: string) => {
  const year = Number(date.slice(0, 4));
  return year >= minYear && year <= maxYear;
};

/** A calendar day without a time zone, "2026-12-31". */
export const day = z.iso.date().check(z.refine(isInRange));

/** A moment with its offset, "2026-12-31T10:00:00Z". */
export const instant = z.iso.datetime({ offset: true }).check(z.refine(isInRange));

/** In lower case: the same person is not invited twice. */
export const email = z.pipe(
  z.string().check(z.maxLength(400), z.trim(), z.toLowerCase()),
  z.email().check(z.maxLength(320)),
);

/** Of the row that the editor saw. */
export const version = z.int().check(z.gte(1));

/** Made by the client once per intention, so that a retry changes nothing. */
export const mutationId = z.guid();

/** Of an infinite list. */
export const limit = z.int().check(z.gte(1), z.lte(100));

/** For patches: nothing to change is a mistake of the caller. */
export const hasFields = (patch: object) => Object.keys(patch).length > 0;

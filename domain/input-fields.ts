import { z } from "zod";
import { isCurrencyCode } from "./import-currency";
import { cleanLine, cleanText } from "./import-text";
import { maxYear, minYear } from "./local-date";

/*
 * The fields that inputs are made of. Text arrives composed (NFC), trimmed and without invisible
 * characters, so that what looks the same is the same.
 */

/** The database's uuid, also one that no RFC version describes. */
export const id = z.guid();

/** Text of one line, 1 to `max` characters. */
export const line = (max: number) => z.string().overwrite(cleanLine).min(1).max(max);

/** Text of several lines, 1 to `max` characters. */
export const text = (max: number) => z.string().overwrite(cleanText).min(1).max(max);

/** A canonical decimal of numeric(19,4), not negative: "0", "7.5", never "007.50". */
export const amount = z.string().regex(/^(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/);

/** Percent. */
export const probability = z.int().min(0).max(100);

/** ISO 4217. */
export const currency = z.string().refine(isCurrencyCode);

/** A calendar day without a time zone, "2026-12-31". */
export const day = z.iso.date().refine((value) => {
  const year = Number(value.slice(0, 4));
  return year >= minYear && year <= maxYear;
});

/** A moment with its offset, "2026-12-31T10:00:00Z". */
export const instant = z.iso.datetime({ offset: true }).refine((value) => {
  const year = Number(value.slice(0, 4));
  return year >= minYear && year <= maxYear;
});

/** In lower case: the same person is not invited twice. */
export const email = z.string().max(400).trim().toLowerCase().pipe(z.email().max(320));

/** Of the row that the editor saw. */
export const version = z.int().min(1);

/** Made by the client once per intention, so that a retry changes nothing. */
export const mutationId = z.guid();

/** Of an infinite list. */
export const limit = z.int().min(1).max(100);

/** For patches: nothing to change is a mistake of the caller. */
export const hasFields = (patch: object) => Object.keys(patch).length > 0;

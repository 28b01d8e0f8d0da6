import { z } from "zod";
import { boardQuerySchema, wholeBoard } from "./board-query";
import { id } from "./input-fields";

/** Cards of one column in one answer. */
const pageSize = z.int().min(1).max(100);

/** A place in a column, as `placeIn` writes it; with a bare rank also what stands on it. */
const place = z
  .string()
  .regex(/^([A-Za-z][0-9A-Za-z]+|\d{4}-\d{2}-\d{2}|~)( [0-9a-f-]{36})?$/)
  .max(1100);

/** A stage, an owner, a month, or one of the names of `columnKeyOf`. */
const column = z.union([id, z.string().regex(/^\d{4}-\d{2}$/), z.enum(["none", "past", "later"])]);

const topic = z.templateLiteral([z.enum(["workspace", "team", "member"]), ":", id]);

const query = z.custom<typeof wholeBoard>((value) => boardQuerySchema.safeParse(value).success);

export const openBoard = z.strictObject({
  pageSize: pageSize.default(30),
  query: query.default(wholeBoard),
});

/** The cards below the place `after`; null starts at the top. */
export const boardPage = z.strictObject({
  column,
  after: place.nullable(),
  pageSize: pageSize.default(50),
  query: query.default(wholeBoard),
});

/** The last number of each topic that the board holds. */
export const catchUpInput = z.strictObject({
  cursors: z.record(topic, z.int().min(0)).refine((cursors) => Object.keys(cursors).length <= 2000),
  query: query.default(wholeBoard),
});

import * as z from "zod/mini";
import { wholeBoard } from "./board-query";
import { boardQueryInput } from "./board-query-input";
import { id } from "./input-fields";

/** Cards of one column in one answer. */
const pageSize = z.int().check(z.gte(1), z.lte(100));

/** A place in a column, as `placeIn` writes it; with a bare rank also what stands on it. */
const place = z
  .string()
  .check(
    z.regex(/^([A-Za-z][0-9A-Za-z]+|\d{4}-\d{2}-\d{2}|~)( [0-9a-f-]{36})?$/),
    z.maxLength(1100),
  );

/** A stage, an owner, a month, or one of the names of `columnKeyOf`. */
const month = z.string().check(z.regex(/^\d{4}-\d{2}$/));
const column = z.union([id, month, z.enum(["none", "past", "later"])]);

const topic = z.templateLiteral([z.enum(["workspace", "team", "member"]), ":", id]);

const query = z._default(boardQueryInput, wholeBoard);

export const openBoard = z.strictObject({ pageSize: z._default(pageSize, 30), query });

/** The cards below the place `after`; null starts at the top. */
export const boardPage = z.strictObject({
  column,
  after: z.nullable(place),
  pageSize: z._default(pageSize, 50),
  query,
});

/** The last number of each topic that the board holds. */
export const catchUpInput = z.strictObject({
  cursors: z
    .record(topic, z.int().check(z.gte(0)))
    .check(z.refine((cursors) => Object.keys(cursors).length <= 2000)),
  query,
});

import { z } from "zod";
import { id } from "./input-fields";

/** Cards of one column in one answer. */
const pageSize = z.int().min(1).max(100);

const rank = z
  .string()
  .regex(/^[A-Za-z][0-9A-Za-z]+$/)
  .max(1000);

const topic = z.templateLiteral([z.enum(["workspace", "team", "member"]), ":", id]);

export const openBoard = z.strictObject({ pageSize: pageSize.default(30) });

/** The cards below `afterRank`; null starts at the top. */
export const boardPage = z.strictObject({
  stageId: id,
  afterRank: rank.nullable(),
  pageSize: pageSize.default(50),
});

/** The last number of each topic that the board holds. */
export const catchUpInput = z.strictObject({
  cursors: z.record(topic, z.int().min(0)).refine((cursors) => Object.keys(cursors).length <= 2000),
});

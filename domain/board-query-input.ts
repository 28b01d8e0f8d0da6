import * as z from "zod/mini";
import {
  amountLimit,
  type BoardQuery,
  dependsOnToday,
  groupings,
  none,
  stepSignals,
} from "./board-query";
import { id, line } from "./input-fields";
import { leadSourceCodes } from "./lead-source";

const day = z.string().check(z.iso.date());
const amount = z.string().check(z.regex(amountLimit));
const some = <T extends z.ZodMiniType>(one: T) =>
  z.exactOptional(z.array(one).check(z.minLength(1), z.maxLength(50)));

const condition = z.strictObject({
  text: z.exactOptional(line(100)),
  ownerIds: some(z.union([id, z.literal(none)])),
  teamIds: some(z.union([id, z.literal(none)])),
  sources: some(z.enum([...leadSourceCodes, none])),
  signals: some(z.enum(stepSignals)),
  amountFrom: z.exactOptional(amount),
  amountTo: z.exactOptional(amount),
  closeFrom: z.exactOptional(day),
  closeTo: z.exactOptional(day),
  noClose: z.exactOptional(z.literal(true)),
});

/** A `BoardQuery` that somebody asks for. */
export const boardQueryInput = z
  .strictObject({ group: z.enum(groupings), condition, today: z.exactOptional(day) })
  .check(
    z.refine((query) => query.today !== undefined || !dependsOnToday(query)),
  ) satisfies z.ZodMiniType<BoardQuery>;

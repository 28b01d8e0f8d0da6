import * as z from "zod/mini";
import { hasFields, id, line, version } from "./input-fields";

const teamName = line(200);

export const createTeam = z.strictObject({ id, name: teamName, parentId: z.nullable(id) });

export const updateTeam = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({ name: z.exactOptional(teamName), parentId: z.exactOptional(z.nullable(id)) })
    .check(z.refine(hasFields)),
});

export const deleteTeam = z.strictObject({ id });

export const teamMembership = z.strictObject({ teamId: id, memberId: id });

import { z } from "zod";
import { hasFields, id, line, version } from "./input-fields";

const teamName = line(200);

export const createTeam = z.strictObject({ id, name: teamName, parentId: id.nullable() });

export const updateTeam = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({ name: teamName.exactOptional(), parentId: id.nullable().exactOptional() })
    .refine(hasFields),
});

export const deleteTeam = z.strictObject({ id });

export const teamMembership = z.strictObject({ teamId: id, memberId: id });

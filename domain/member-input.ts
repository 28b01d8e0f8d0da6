import * as z from "zod/mini";
import { accessRoles } from "./access";
import { email, hasFields, id, line, version } from "./input-fields";

/** Given and family name together must fit into a member's name. */
export const personName = line(99);

const accessRole = z.enum(accessRoles);

export const updateMember = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({ name: z.exactOptional(line(200)), accessRole: z.exactOptional(accessRole) })
    .check(z.refine(hasFields)),
});

export const deactivateMember = z.strictObject({ id });

export const reactivateMember = z.strictObject({ id });

export const createInvitation = z.strictObject({ email, accessRole, teamId: z.nullable(id) });

export const acceptInvitation = z.strictObject({
  id,
  givenName: personName,
  familyName: personName,
});

export const deleteInvitation = z.strictObject({ id });

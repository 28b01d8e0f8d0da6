import type { AccessRole } from "@/domain/access";

/** A member as the settings list them; `deactivatedAt` an ISO moment, null while they have access. */
export type Member = {
  id: string;
  name: string;
  email: string;
  accessRole: AccessRole;
  deactivatedAt: string | null;
  version: number;
};

export type MemberPatch = Partial<Pick<Member, "accessRole">>;

/** The one member without whom nobody could change the settings; null while there are several. */
export function lastAdminOf(members: readonly Member[]): Member | null {
  const [only, ...others] = members.filter(
    ({ accessRole, deactivatedAt }) => accessRole === "admin" && deactivatedAt === null,
  );
  return only && others.length === 0 ? only : null;
}

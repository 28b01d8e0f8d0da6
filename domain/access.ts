/** What a member may do in a workspace. */
export const accessRoles = ["rep", "manager", "marketing", "admin"] as const;

export type AccessRole = (typeof accessRoles)[number];

/*
 * These only decide what is offered; the database decides what is allowed, by its policies.
 */

/** Add, move and edit opportunities, and import them. */
export function canEditPipeline(role: AccessRole): boolean {
  return role !== "marketing";
}

/** Stages, teams, members, invitations and the workspace itself. */
export function canAdminister(role: AccessRole): boolean {
  return role === "admin";
}

/** Make, change and archive contact lists, make and send campaigns. Whom to ask, and who wants no more, every member may say. */
export function canManageLists(role: AccessRole): boolean {
  return role === "marketing" || role === "admin";
}

/** Note that somebody was forgotten, or say why not. Corrections every member may decide. */
export function canAnswerErasure(role: AccessRole): boolean {
  return role === "manager" || role === "admin";
}

/** Managers and admins remove any opportunity they see, reps what they own. */
export function canDeleteOpportunity(
  role: AccessRole,
  opportunity: { ownerId: string | null; createdById?: string | null },
  memberId: string,
): boolean {
  if (role === "manager" || role === "admin") return true;
  const isTheirs = opportunity.ownerId === memberId || opportunity.createdById === memberId;
  return role === "rep" && isTheirs;
}

/** Managers and admins remove any lead they see, others what they own or added. */
export function canDeleteLead(
  role: AccessRole,
  lead: { ownerId: string | null; createdById: string | null },
  memberId: string,
): boolean {
  const isTheirs = lead.ownerId === memberId || lead.createdById === memberId;
  return role === "manager" || role === "admin" || isTheirs;
}

/** Managers and admins remove any task they see, others what they are to do or added. */
export function canRemoveTask(
  role: AccessRole,
  task: { assigneeId: string; createdById: string | null },
  memberId: string,
): boolean {
  const isTheirs = task.assigneeId === memberId || task.createdById === memberId;
  return role === "manager" || role === "admin" || isTheirs;
}

/** Only who wrote a communication corrects it: it documents what they heard or said. */
export function canEditCommunication(
  communication: { authorId: string | null },
  memberId: string,
): boolean {
  return communication.authorId === memberId;
}

/** Managers and admins also remove what others wrote. */
export function canDeleteCommunication(
  role: AccessRole,
  communication: { authorId: string | null },
  memberId: string,
): boolean {
  return role === "manager" || role === "admin" || canEditCommunication(communication, memberId);
}

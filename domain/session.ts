import { z } from "zod";
import { accessRoles } from "./access";

const membership = z.object({
  workspaceId: z.string(),
  slug: z.string(),
  workspaceName: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  accessRole: z.enum(accessRoles),
  currency: z.string(),
  timeZone: z.string(),
  accentHue: z.number(),
});

const openInvitation = z.object({
  id: z.string(),
  workspaceName: z.string(),
  accessRole: z.enum(accessRoles),
  invitedBy: z.string(),
});

const currentSession = z.object({
  userId: z.string(),
  email: z.string(),
  memberships: z.array(membership),
  invitations: z.array(openInvitation),
});

/** A workspace that the signed-in user may enter, and as whom. */
export type Membership = z.infer<typeof membership>;
/** An invitation to the user's address that is neither accepted nor expired. */
export type OpenInvitation = z.infer<typeof openInvitation>;
/** `my_session`: who is signed in and where they may go. */
export type CurrentSession = z.infer<typeof currentSession>;

/** Null when malformed. */
export function parseCurrentSession(input: unknown): CurrentSession | null {
  const parsed = currentSession.safeParse(input);
  return parsed.success ? parsed.data : null;
}

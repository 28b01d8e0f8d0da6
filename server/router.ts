import { boardRouter } from "./routers/board";
import { communicationRouter } from "./routers/communication";
import { contactPointRouter } from "./routers/contact-point";
import { importRouter } from "./routers/import";
import { invitationRouter } from "./routers/invitation";
import { leadRouter } from "./routers/lead";
import { memberRouter } from "./routers/member";
import { opportunityRouter } from "./routers/opportunity";
import { partyRouter } from "./routers/party";
import { savedViewRouter } from "./routers/saved-view";
import { sessionRouter } from "./routers/session";
import { stageRouter } from "./routers/stage";
import { teamRouter } from "./routers/team";
import { workspaceRouter } from "./routers/workspace";
import { router } from "./trpc";

export const appRouter = router({
  session: sessionRouter,
  workspace: workspaceRouter,
  invitation: invitationRouter,
  member: memberRouter,
  team: teamRouter,
  stage: stageRouter,
  board: boardRouter,
  savedView: savedViewRouter,
  opportunity: opportunityRouter,
  communication: communicationRouter,
  lead: leadRouter,
  party: partyRouter,
  contactPoint: contactPointRouter,
  import: importRouter,
});

export type AppRouter = typeof appRouter;

import { boardRouter } from "./routers/board";
import { campaignRouter } from "./routers/campaign";
import { classificationRouter } from "./routers/classification";
import { communicationRouter } from "./routers/communication";
import { contactListRouter } from "./routers/contact-list";
import { contactPageRouter } from "./routers/contact-page";
import { contactPageSettingsRouter } from "./routers/contact-page-settings";
import { contactPointRouter } from "./routers/contact-point";
import { customerRequestRouter } from "./routers/customer-request";
import { externalIdRouter } from "./routers/external-id";
import { importRouter } from "./routers/import";
import { invitationRouter } from "./routers/invitation";
import { leadRouter } from "./routers/lead";
import { mailRouter } from "./routers/mail";
import { memberRouter } from "./routers/member";
import { myPageRouter } from "./routers/my-page";
import { opportunityRouter } from "./routers/opportunity";
import { partyRouter } from "./routers/party";
import { partyListRouter } from "./routers/party-list";
import { partyRelationshipRouter } from "./routers/party-relationship";
import { partyRoleRouter } from "./routers/party-role";
import { savedViewRouter } from "./routers/saved-view";
import { searchRouter } from "./routers/search";
import { sessionRouter } from "./routers/session";
import { stageRouter } from "./routers/stage";
import { subscriptionRouter } from "./routers/subscription";
import { subscriptionLinkRouter } from "./routers/subscription-link";
import { taskRouter } from "./routers/task";
import { teamRouter } from "./routers/team";
import { workspaceRouter } from "./routers/workspace";
import { router } from "./trpc";

export const appRouter = router({
  session: sessionRouter,
  workspace: workspaceRouter,
  invitation: invitationRouter,
  mail: mailRouter,
  campaign: campaignRouter,
  member: memberRouter,
  team: teamRouter,
  stage: stageRouter,
  board: boardRouter,
  savedView: savedViewRouter,
  opportunity: opportunityRouter,
  communication: communicationRouter,
  lead: leadRouter,
  party: partyRouter,
  partyList: partyListRouter,
  contactPoint: contactPointRouter,
  partyRole: partyRoleRouter,
  partyRelationship: partyRelationshipRouter,
  classification: classificationRouter,
  externalId: externalIdRouter,
  contactList: contactListRouter,
  subscription: subscriptionRouter,
  import: importRouter,
  task: taskRouter,
  search: searchRouter,
  contactPage: contactPageRouter,
  contactPageSettings: contactPageSettingsRouter,
  subscriptionLink: subscriptionLinkRouter,
  myPage: myPageRouter,
  customerRequest: customerRequestRouter,
});

export type AppRouter = typeof appRouter;

import { randomUUID } from "node:crypto";
import type { ErrorCode } from "@/domain/error-codes";
import type { TestWorkspace } from "./testing";

type Expected = "ok" | ErrorCode;

/** What stands in the workspace that the cases are about. */
export type Fixture = TestWorkspace & {
  opportunityId: string;
  leadId: string;
  communicationId: string;
  invitationId: string;
  importId: string;
  savedViewId: string;
  partyId: string;
  contactPointId: string;
  otherPartyId: string;
  partyRoleId: string;
  relationshipId: string;
  classificationId: string;
  externalIdId: string;
  taskId: string;
  contactListId: string;
  campaignId: string;
  subscriptionId: string;
  customerChangeId: string;
  erasureRequestId: string;
};

/**
 * A procedure with an input that would succeed, and what becomes of it
 * - `signedOut`: without a session (by default not_signed_in),
 * - `intruder`: from a stranger who names this workspace,
 * - `smuggled`: from a stranger who names their own workspace,
 * - `unknown`: from an admin, with ids that do not exist.
 * "ok" stands where the answer is empty or nothing changes. A missing key means: does not apply.
 */
export type Case = {
  input?: (fixture: Fixture) => Record<string, unknown>;
  signedOut?: Expected;
  intruder?: Expected;
  smuggled?: Expected;
  unknown?: Expected;
};

const mutationId = "3f0c3a52-7a51-4c51-8e0f-6f4b4e1d9a10";
const lostRow: Case = { intruder: "not_found", smuggled: "not_found", unknown: "not_found" };
const lostOpportunity: Case = {
  intruder: "opportunity_not_found",
  smuggled: "opportunity_not_found",
  unknown: "opportunity_not_found",
};
const lostLead: Case = {
  intruder: "lead_not_found",
  smuggled: "lead_not_found",
  unknown: "lead_not_found",
};
const lostImport: Case = {
  intruder: "import_not_found",
  smuggled: "import_not_found",
  unknown: "import_not_found",
};
const lostParty: Case = {
  intruder: "party_not_found",
  smuggled: "party_not_found",
  unknown: "party_not_found",
};
const lostTask: Case = {
  intruder: "task_not_found",
  smuggled: "task_not_found",
  unknown: "task_not_found",
};
const valid = { from: "2026-01-01", until: null };
const foreignParty: Case = {
  intruder: "forbidden",
  smuggled: "reference_not_found",
  unknown: "reference_not_found",
};
const hiddenRow: Case = { intruder: "forbidden", smuggled: "forbidden", unknown: "forbidden" };
const query = { sort: "name", isDescending: false, condition: { text: "Muster" } };
const list: Case = { intruder: "workspace_not_found" };

/** Whoever asks: a page that is not open is not there. */
const closedPage = everybodyHears("not_found");

/** Whoever has no session as a customer, members among them. */
const noCustomer: Case = { intruder: "not_signed_in", smuggled: "not_signed_in" };
const noSuchCustomer: Case = { ...noCustomer, unknown: "not_signed_in" };

/** Nobody was sent it. */
const token = "fremd-fremd-fremd-fremd-fremd-fremd-fremd-1";
const strangeLink = everybodyHears("link_invalid");

export const cases: Readonly<Record<string, Case>> = {
  "session.current": { signedOut: "ok" },
  "session.realtime": {},
  "session.signIn": {
    input: () => ({ email: "niemand@spur.test", password: "geheim" }),
    signedOut: "invalid_credentials",
  },
  "session.signInWithLink": {
    input: () => ({ email: "niemand@spur.test", next: "//elsewhere.example" }),
    signedOut: "ok",
  },
  "session.signUp": {
    input: ({ admin }) => ({ ...admin.user, next: "/board" }),
    signedOut: "user_already_exists",
  },
  "session.signOut": { input: () => ({ everywhere: true }), signedOut: "ok" },
  "session.requestPasswordReset": {
    input: () => ({ email: "niemand@spur.test" }),
    signedOut: "ok",
  },
  "session.setPassword": { input: () => ({ password: "eine neue Spur" }) },

  "workspace.create": {
    input: ({ id, slug }) => ({
      id,
      slug,
      company: "Fremd GmbH",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      locale: "de",
      givenName: "Max",
      familyName: "Mustermann",
      teamName: "Vertrieb",
      stages: [{ name: "Neu", kind: "open", probability: 10, rotDays: null }],
    }),
    intruder: "already_exists",
  },
  "workspace.byId": list,
  "workspace.update": {
    input: () => ({ version: 1, patch: { name: "Fremd", slug: "fremd", accentHue: 1 } }),
    intruder: "not_found",
  },

  "invitation.list": list,
  "invitation.create": {
    input: ({ teamId }) => ({ email: "gast@spur.test", accessRole: "admin", teamId }),
    intruder: "workspace_not_found",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "invitation.accept": {
    input: ({ invitationId }) => ({ id: invitationId, givenName: "Max", familyName: "Muster" }),
    intruder: "invitation_not_found",
    smuggled: "invitation_not_found",
    unknown: "invitation_not_found",
  },
  "invitation.delete": {
    input: ({ invitationId }) => ({ id: invitationId }),
    intruder: "invitation_not_found",
    smuggled: "invitation_not_found",
    unknown: "invitation_not_found",
  },

  "member.list": list,
  "member.update": {
    input: ({ adminId }) => ({ id: adminId, version: 1, patch: { name: "X", accessRole: "rep" } }),
    ...lostRow,
  },
  "member.deactivate": { input: ({ adminId }) => ({ id: adminId }), ...hiddenRow },
  "member.reactivate": { input: ({ adminId }) => ({ id: adminId }), ...hiddenRow },

  "team.list": list,
  "team.create": {
    input: ({ teamId }) => ({ id: randomUUID(), name: "Fremd", parentId: teamId }),
    intruder: "forbidden",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "team.update": {
    input: ({ teamId }) => ({ id: teamId, version: 1, patch: { name: "Fremd", parentId: null } }),
    ...lostRow,
  },
  "team.delete": { input: ({ teamId }) => ({ id: teamId }), ...hiddenRow },
  "team.addMember": {
    input: ({ teamId, adminId }) => ({ teamId, memberId: adminId }),
    intruder: "forbidden",
    // Already in this team: there is nothing to add, whoever asks.
    smuggled: "ok",
    unknown: "reference_not_found",
  },
  "team.removeMember": {
    input: ({ teamId, adminId }) => ({ teamId, memberId: adminId }),
    ...hiddenRow,
  },

  "savedView.list": list,
  "savedView.create": {
    input: ({ adminId }) => ({
      id: randomUUID(),
      ownerId: adminId,
      name: "Fremd",
      isShared: true,
      parameters: "owner=me",
    }),
    ...hiddenRow,
  },
  "savedView.update": {
    input: ({ savedViewId }) => ({
      id: savedViewId,
      version: 1,
      patch: { name: "Fremd", isShared: false, parameters: "" },
    }),
    ...lostRow,
  },
  "savedView.delete": { input: ({ savedViewId }) => ({ id: savedViewId }), ...hiddenRow },

  "stage.list": list,
  "stage.create": {
    input: () => ({
      id: randomUUID(),
      name: "Fremd",
      kind: "open",
      probability: 1,
      rotDays: 1,
      position: 1,
    }),
    intruder: "forbidden",
  },
  "stage.update": {
    input: ({ stages }) => ({ id: stages.open, version: 1, patch: { name: "Fremd", rotDays: 3 } }),
    ...lostRow,
  },
  "stage.reorder": {
    input: ({ stages }) => ({ stageIds: [stages.quoted, stages.open] }),
    intruder: "forbidden",
    smuggled: "ok",
    unknown: "ok",
  },
  "stage.retire": {
    input: ({ stages }) => ({ id: stages.open, moveTo: stages.quoted }),
    intruder: "stage_not_found",
    smuggled: "stage_not_found",
    unknown: "stage_not_found",
  },

  "board.open": { input: () => ({ pageSize: 10 }), ...list },
  "board.page": {
    input: ({ stages }) => ({ column: stages.open, after: "a0", pageSize: 10 }),
    intruder: "workspace_not_found",
    smuggled: "ok",
    unknown: "ok",
  },
  "board.heads": list,
  "board.catchUp": {
    input: ({ id }) => ({ cursors: { [`workspace:${id}`]: 0 } }),
    // "stale" is all that it tells.
    intruder: "ok",
    smuggled: "ok",
    unknown: "ok",
  },

  "opportunity.people": {
    input: ({ opportunityId }) => ({ id: opportunityId }),
    ...lostOpportunity,
  },
  "opportunity.byId": { input: ({ opportunityId }) => ({ id: opportunityId }), ...lostOpportunity },
  "opportunity.create": {
    input: ({ stages }) => ({
      id: randomUUID(),
      mutationId,
      stageId: stages.open,
      name: "Fremd",
      currency: "EUR",
      customerName: "Fremd AG",
      customerKind: "organization",
      contactName: "Max Fremd",
      isPrivate: false,
      amount: "1",
      expectedCloseOn: "2026-12-31",
      source: "OTHER",
    }),
    intruder: "forbidden",
    smuggled: "stage_not_found",
    unknown: "stage_not_found",
  },
  "opportunity.move": {
    input: ({ opportunityId, stages }) => ({
      id: opportunityId,
      stageId: stages.quoted,
      afterId: null,
      beforeId: null,
      mutationId,
      lostReason: "Zu teuer",
    }),
    ...lostOpportunity,
  },
  "opportunity.moveMany": {
    input: ({ opportunityId, stages }) => ({
      ids: [opportunityId],
      stageId: stages.quoted,
      afterId: null,
      beforeId: null,
      mutationId,
    }),
    ...lostOpportunity,
  },
  "opportunity.update": {
    input: ({ opportunityId, adminId, teamId }) => ({
      id: opportunityId,
      version: 1,
      mutationId,
      patch: {
        name: "Fremd",
        ownerId: adminId,
        teamId,
        amount: "1",
        currency: "CHF",
        probability: 1,
        expectedCloseOn: "2026-12-31",
        nextStep: "Anrufen",
        isPrivate: true,
        source: "OTHER",
      },
    }),
    ...lostOpportunity,
  },
  "opportunity.delete": {
    input: ({ opportunityId }) => ({ id: opportunityId, mutationId }),
    ...lostOpportunity,
  },
  "opportunity.history": {
    input: ({ opportunityId }) => ({ id: opportunityId, limit: 10 }),
    ...lostOpportunity,
  },

  "communication.list": {
    input: ({ opportunityId }) => ({ opportunityId, limit: 10 }),
    ...lostOpportunity,
  },
  "communication.log": {
    input: ({ opportunityId }) => ({
      id: randomUUID(),
      opportunityId,
      mutationId,
      typeCode: "COMMENT_NOTE",
      direction: "incoming",
      subject: "Fremd",
      body: "Fremd",
      occurredAt: "2026-01-01T00:00:00Z",
    }),
    ...lostOpportunity,
  },
  "communication.answer": {
    input: ({ communicationId }) => ({
      id: randomUUID(),
      mutationId,
      communicationId,
      body: "Fremd",
    }),
    ...lostRow,
  },
  "communication.update": {
    input: ({ communicationId }) => ({ id: communicationId, version: 1, patch: { body: "Fremd" } }),
    ...lostRow,
  },
  "communication.delete": {
    input: ({ communicationId }) => ({ id: communicationId }),
    ...hiddenRow,
  },

  "lead.list": { input: () => ({ queues: ["unassigned"], limit: 10 }), ...list },
  "lead.counts": list,
  "lead.byId": { input: ({ leadId }) => ({ id: leadId }), ...lostLead },
  "lead.history": { input: ({ leadId }) => ({ id: leadId, limit: 10 }), ...lostLead },
  "lead.twins": {
    input: ({ leadId }) => ({ id: leadId }),
    // Of a lead that is not to be seen nobody is the twin.
    intruder: "ok",
    smuggled: "ok",
    unknown: "ok",
  },
  "lead.add": {
    input: ({ teamId, adminId }) => ({
      id: randomUUID(),
      mutationId,
      name: "Max Fremd",
      kind: "person",
      companyName: "Fremd AG",
      contact: "max@fremd.test",
      timeZone: "Europe/Berlin",
      source: "OTHER",
      ownerId: adminId,
      teamId,
      isPrivate: false,
      note: "Fremd",
    }),
    intruder: "forbidden",
    smuggled: "forbidden",
    unknown: "forbidden",
  },
  "lead.take": { input: ({ leadId }) => ({ id: leadId, mutationId }), ...lostLead },
  "lead.assign": {
    input: ({ leadId, adminId }) => ({ ids: [leadId], ownerId: adminId, mutationId }),
    ...lostLead,
  },
  "lead.assignRoundRobin": {
    input: ({ leadId, teamId }) => ({ ids: [leadId], teamId, mutationId }),
    ...hiddenRow,
  },
  "lead.update": {
    input: ({ leadId, teamId, campaignId }) => ({
      id: leadId,
      version: 1,
      patch: { note: "Fremd", source: "OTHER", campaignId, teamId, isPrivate: false },
    }),
    ...lostRow,
  },
  "lead.setStatus": {
    input: ({ leadId }) => ({
      id: leadId,
      mutationId,
      status: "disqualified",
      reason: "Fremd",
    }),
    ...lostLead,
  },
  "lead.convert": {
    input: ({ leadId, stages, partyId }) => ({
      id: leadId,
      opportunityId: randomUUID(),
      mutationId,
      stageId: stages.open,
      name: "Fremd",
      currency: "EUR",
      customerId: partyId,
      contactId: partyId,
      amount: "1",
      expectedCloseOn: "2026-12-31",
    }),
    ...lostLead,
  },
  "lead.delete": { input: ({ leadId }) => ({ id: leadId, mutationId }), ...lostLead },
  "lead.communications": { input: ({ leadId }) => ({ leadId }), ...lostLead },
  "lead.log": {
    input: ({ leadId }) => ({
      id: randomUUID(),
      leadId,
      mutationId,
      typeCode: "COMMENT_NOTE",
      direction: "incoming",
      subject: "Fremd",
      body: "Fremd",
      occurredAt: "2026-01-01T00:00:00Z",
    }),
    ...lostLead,
  },

  "party.search": { input: () => ({ text: "d", kind: "organization" }), ...list },
  "party.likely": {
    input: () => ({
      kind: "person",
      name: "Max Mustermann",
      contacts: ["max@spur.test"],
      timeZone: "Europe/Berlin",
    }),
    // Nobody that a stranger may see is like them.
    intruder: "ok",
    smuggled: "ok",
    unknown: "ok",
  },
  "party.add": {
    input: ({ otherPartyId }) => ({
      id: randomUUID(),
      mutationId,
      kind: "person",
      name: "Max Fremd",
      role: "CUSTOMER",
      contacts: ["max@fremd.test"],
      timeZone: "Europe/Berlin",
      companyId: otherPartyId,
    }),
    intruder: "forbidden",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "party.create": {
    input: () => ({ kind: "organization", name: "Fremd AG", role: "CUSTOMER" }),
    intruder: "forbidden",
  },

  "party.byId": { input: ({ partyId }) => ({ id: partyId }), ...lostParty },
  "party.update": {
    input: ({ partyId }) => ({
      id: partyId,
      version: 1,
      patch: { note: "Fremd", birthday: "1990-01-01" },
      mutationId,
    }),
    ...lostParty,
  },
  "party.history": {
    input: ({ partyId }) => ({ id: partyId }),
    intruder: "ok",
    smuggled: "ok",
    unknown: "ok",
  },

  "partyList.page": { input: () => ({ query, limit: 10 }), ...list },
  "partyList.rows": {
    input: ({ partyId }) => ({ ids: [partyId] }),
    ...list,
    smuggled: "ok",
    unknown: "ok",
  },
  "partyList.count": { input: () => ({ query }), ...list },
  "partyList.export": { input: () => ({ query, limit: 10 }), ...list },
  "partyList.assign": {
    input: ({ partyId, adminId }) => ({ ids: [partyId], ownerId: adminId, mutationId }),
    ...lostParty,
  },
  "partyList.classify": {
    input: ({ partyId }) => ({ ids: [partyId], code: "VALUE_B", reason: "Fremd", mutationId }),
    ...lostParty,
  },
  "partyList.unclassify": {
    input: ({ classificationId }) => ({ ids: [classificationId], mutationId }),
    ...lostRow,
  },

  "contactList.list": list,
  "contactList.byId": {
    input: ({ contactListId }) => ({ id: contactListId }),
    ...list,
    smuggled: "not_found",
    unknown: "not_found",
  },
  "contactList.create": {
    input: () => ({
      id: randomUUID(),
      mutationId,
      kind: "newsletter",
      names: { de: "Fremd", en: "Foreign" },
      descriptions: { de: "Fremd" },
      isOffered: true,
    }),
    intruder: "forbidden",
  },
  "contactList.update": {
    input: ({ contactListId }) => ({
      id: contactListId,
      version: 1,
      patch: { names: { de: "Fremd" }, descriptions: null, isArchived: true },
    }),
    ...lostRow,
  },

  "campaign.list": list,
  "campaign.choices": {
    // None that a stranger may see.
    intruder: "ok",
  },
  "campaign.byId": { input: ({ campaignId }) => ({ id: campaignId }), ...lostRow },
  "campaign.audience": { input: ({ campaignId }) => ({ id: campaignId }), ...lostRow },
  "campaign.report": { input: ({ campaignId }) => ({ id: campaignId }), ...lostRow },
  "campaign.create": {
    input: () => ({
      id: randomUUID(),
      mutationId,
      name: "Fremd",
      description: "Fremd",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      budget: "1",
      currency: "EUR",
    }),
    intruder: "forbidden",
  },
  "campaign.update": {
    input: ({ campaignId, contactListId, adminId }) => ({
      id: campaignId,
      version: 1,
      mutationId,
      patch: {
        name: "Fremd",
        status: "cancelled",
        ownerId: adminId,
        subjects: { de: "Fremd", en: "Foreign" },
        bodies: { de: "Fremd" },
        listIds: [contactListId],
      },
    }),
    ...lostRow,
  },
  "campaign.send": { input: ({ campaignId }) => ({ id: campaignId, mutationId }), ...lostRow },
  "campaign.stop": { input: ({ campaignId }) => ({ id: campaignId, mutationId }), ...lostRow },
  "campaign.test": {
    input: ({ campaignId }) => ({ id: campaignId, mutationId, locale: "de" }),
    ...lostRow,
  },

  "mail.list": {
    input: () => ({ text: "spur.test", limit: 10 }),
    intruder: "forbidden",
  },
  "subscription.list": {
    input: ({ contactListId }) => ({
      listId: contactListId,
      text: "Muster",
      statuses: ["pending"],
      limit: 10,
    }),
    ...lostRow,
  },
  "subscription.export": {
    input: ({ contactListId }) => ({ listId: contactListId, limit: 10 }),
    ...lostRow,
  },
  "subscription.add": {
    input: ({ contactListId, partyId }) => ({
      listId: contactListId,
      partyIds: [partyId],
      mutationId,
    }),
    ...foreignParty,
  },
  "subscription.ofParty": {
    input: ({ partyId }) => ({ partyId }),
    intruder: "ok",
    smuggled: "ok",
    unknown: "ok",
  },
  "subscription.foresee": {
    input: ({ contactListId }) => ({ listId: contactListId, query }),
    intruder: "workspace_not_found",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "subscription.addListed": {
    input: ({ contactListId }) => ({ listId: contactListId, query, mutationId }),
    intruder: "workspace_not_found",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "subscription.import": {
    input: ({ contactListId }) => ({
      id: randomUUID(),
      piece: 0,
      listId: contactListId,
      proof: "Ordner 3",
      rows: [{ email: "anna@spur.test", name: null, wording: "Ja, gern.", givenOn: "2026-01-01" }],
    }),
    intruder: "forbidden",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "subscription.unsubscribe": {
    input: ({ subscriptionId }) => ({ id: subscriptionId }),
    ...lostRow,
  },
  "subscription.history": {
    input: ({ subscriptionId }) => ({ id: subscriptionId }),
    ...lostRow,
  },

  "partyRole.add": {
    input: ({ partyId }) => ({ id: randomUUID(), partyId, code: "SUPPLIER", valid }),
    ...foreignParty,
  },
  "partyRole.setPeriod": {
    input: ({ partyRoleId }) => ({ id: partyRoleId, version: 1, valid }),
    ...lostRow,
  },
  "partyRole.remove": { input: ({ partyRoleId }) => ({ id: partyRoleId }), ...lostRow },
  "partyRole.createType": {
    input: () => ({ name: "Stammtisch", parentCode: "CUSTOMER" }),
    intruder: "forbidden",
  },
  "partyRelationship.add": {
    input: ({ partyId, otherPartyId }) => ({
      id: randomUUID(),
      typeCode: "EMPLOYMENT",
      fromId: partyId,
      toId: otherPartyId,
      title: "Leitung",
      valid,
    }),
    ...foreignParty,
  },
  "partyRelationship.setPeriod": {
    input: ({ relationshipId }) => ({ id: relationshipId, version: 1, valid }),
    ...lostRow,
  },
  "partyRelationship.setSharing": {
    input: ({ relationshipId }) => ({ id: relationshipId, version: 1, sharesPage: true }),
    ...lostRow,
  },
  "partyRelationship.remove": {
    input: ({ relationshipId }) => ({ id: relationshipId }),
    ...lostRow,
  },
  "classification.add": {
    input: ({ partyId }) => ({ id: randomUUID(), partyId, code: "BLACKLIST", reason: "Fremd" }),
    ...foreignParty,
  },
  "classification.end": {
    input: ({ classificationId }) => ({ id: classificationId, version: 1 }),
    ...lostRow,
  },
  "classification.createClass": { input: () => ({ name: "Stammkunde" }), intruder: "forbidden" },
  "externalId.add": {
    input: ({ partyId }) => ({ id: randomUUID(), partyId, system: "Buchhaltung", value: "4712" }),
    ...foreignParty,
  },
  "externalId.remove": { input: ({ externalIdId }) => ({ id: externalIdId }), ...lostRow },

  "contactPoint.addAddress": {
    input: ({ partyId }) => ({
      id: randomUUID(),
      partyId,
      mutationId,
      address: { street: "Domplatz 1", postalCode: "50667", city: "Köln", country: "DE" },
    }),
    ...foreignParty,
  },
  "contactPoint.update": {
    input: ({ contactPointId }) => ({
      id: contactPointId,
      version: 1,
      patch: {
        typed: { kind: "email", text: "neu@spur.test", timeZone: "Europe/Berlin" },
        isPrimary: true,
        purposes: ["BILLING_EMAIL"],
        valid,
      },
    }),
    ...lostRow,
  },
  // Nothing is found in a workspace of others.
  "search.everything": { input: () => ({ text: "Dach", limit: 5 }), intruder: "ok" },

  "contactPoint.add": {
    input: ({ partyId }) => ({
      id: randomUUID(),
      partyId,
      mutationId,
      text: "fremd@spur.test",
      timeZone: "Europe/Berlin",
    }),
    intruder: "forbidden",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "contactPoint.remove": {
    input: ({ contactPointId }) => ({ id: contactPointId }),
    ...hiddenRow,
  },

  "task.list": { input: ({ opportunityId }) => ({ opportunityId }), ...lostOpportunity },
  "task.add": {
    input: ({ partyId, adminId }) => ({
      id: randomUUID(),
      mutationId,
      title: "Fremd",
      assigneeId: adminId,
      partyId,
      dueOn: "2026-12-31",
      note: "Fremd",
    }),
    ...foreignParty,
  },
  "task.update": {
    input: ({ taskId, adminId }) => ({
      id: taskId,
      version: 1,
      patch: { title: "Fremd", note: "Fremd", dueOn: null, assigneeId: adminId, isDone: true },
      mutationId,
    }),
    ...lostTask,
  },
  "task.remove": { input: ({ taskId }) => ({ id: taskId, mutationId }), ...lostTask },

  "import.list": list,
  "import.begin": {
    input: ({ teamId }) => ({ id: randomUUID(), fileName: "fremd.csv", teamId }),
    intruder: "forbidden",
    smuggled: "reference_not_found",
    unknown: "reference_not_found",
  },
  "import.stage": {
    input: ({ importId, stages }) => ({
      id: importId,
      rows: [
        {
          rowNumber: 2,
          name: "Fremd",
          customerName: "Fremd AG",
          customerKind: "organization",
          stageId: stages.open,
          amount: "1",
          currency: "EUR",
          probability: null,
          expectedCloseOn: null,
          nextStep: null,
          nextStepOn: null,
          source: null,
          note: null,
        },
      ],
    }),
    ...lostImport,
  },
  "import.finish": { input: ({ importId }) => ({ id: importId }), ...lostImport },
  "import.discard": {
    input: ({ importId }) => ({ id: importId }),
    // What is not there, or not to be seen, needs no discarding.
    intruder: "ok",
    smuggled: "ok",
    unknown: "ok",
  },
  "import.undo": { input: ({ importId }) => ({ id: importId }), ...lostImport },

  "contactPage.read": { input: ({ slug }) => ({ slug }), ...closedPage },
  "contactPage.challenge": { input: ({ slug }) => ({ slug }), ...closedPage },
  "contactPage.send": {
    input: ({ slug }) => ({
      id: randomUUID(),
      slug,
      name: "Fremd",
      email: "fremd@spur.test",
      company: "Fremd AG",
      phone: "+4930123456",
      timeZone: "Europe/Berlin",
      body: "Fremd",
      answers: { [randomUUID()]: "Fremd" },
      locale: "de",
      listIds: [],
      hasAgreed: true,
      proof: { challenge: "fremd", solution: 1 },
    }),
    ...closedPage,
  },
  "contactPage.confirmMessage": { input: () => ({ token }), ...strangeLink },
  "contactPageSettings.read": list,
  "contactPageSettings.update": {
    input: () => ({
      version: 1,
      page: {
        isOpen: true,
        titles: { de: "Fremd" },
        introductions: { de: "Fremd" },
        thanks: { en: "Foreign" },
        logo: "data:image/png;base64,iVBORw0KGgo=",
        consentTexts: { de: "Fremd", en: "Foreign" },
        privacyUrl: "https://fremd.example",
        fields: { company: "required", phone: "off" },
        questions: [
          {
            id: randomUUID(),
            labels: { de: "Fremd?" },
            kind: "choice",
            isRequired: true,
            options: [{ de: "Ja" }, { en: "No" }],
          },
        ],
        listIds: [],
        hasMyPage: true,
        changeRules: {
          name: "approval",
          language: "at_once",
          address: "off",
          phone: "at_once",
          email: "at_once",
        },
        assignment: "queue",
        memberId: null,
        teamId: null,
      },
    }),
    intruder: "not_found",
  },

  "myPage.ask": {
    input: ({ slug }) => ({ slug, email: "fremd@spur.test", locale: "de" }),
    ...closedPage,
  },
  "myPage.enter": { input: () => ({ token }), ...strangeLink },
  "myPage.verifyEmail": { input: () => ({ token }), ...strangeLink },
  "myPage.leave": noCustomer,
  "myPage.become": { input: ({ partyId }) => ({ partyId }), ...noSuchCustomer },
  "myPage.read": noCustomer,
  "myPage.data": noCustomer,
  "myPage.correct": {
    input: ({ contactPointId }) => ({
      id: randomUUID(),
      correction: {
        field: "email",
        place: { contactPointId, version: 1 },
        email: "fremd@spur.test",
      },
    }),
    ...noSuchCustomer,
  },
  "myPage.withdraw": {
    input: ({ customerChangeId }) => ({ id: customerChangeId }),
    ...noSuchCustomer,
  },
  "myPage.write": {
    input: ({ communicationId }) => ({ id: randomUUID(), about: communicationId, body: "Fremd" }),
    ...noSuchCustomer,
  },
  "myPage.chooseList": {
    input: ({ contactListId }) => ({ listId: contactListId, isWanted: true }),
    ...noSuchCustomer,
  },
  "myPage.askForErasure": noCustomer,
  "myPage.withdrawErasure": noCustomer,
  "customerRequest.list": list,
  "customerRequest.decide": {
    input: ({ customerChangeId }) => ({ id: customerChangeId, isAccepted: true }),
    ...lostRow,
  },
  "customerRequest.decideErasure": {
    input: ({ erasureRequestId }) => ({
      id: erasureRequestId,
      status: "declined",
      note: "Fremd",
    }),
    ...lostRow,
  },
  "subscriptionLink.peek": { input: () => ({ token }), ...strangeLink },
  "subscriptionLink.confirm": { input: () => ({ token }), ...strangeLink },
  "subscriptionLink.unsubscribe": { input: () => ({ token }), ...strangeLink },
  "subscriptionLink.unsubscribeByOneClick": { input: () => ({ token }), ...strangeLink },
};

/** What is open to visitors makes no difference between them and members. */
function everybodyHears(code: ErrorCode) {
  return { signedOut: code, intruder: code, smuggled: code, unknown: code };
}

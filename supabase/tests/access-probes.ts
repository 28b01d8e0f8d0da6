import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Verb } from "./access-matrix";
import { as } from "./actors";
import { one, value } from "./database";
import { addLead, logLeadCall } from "./leads";
import { createOpportunity } from "./opportunities";
import { addTask } from "./tasks";
import type { Member, World } from "./world";

/** SQL that tries a verb on one row; `me` is the actor as a member of the world, if they are one. */
type Probe = (me: string | null) => string;
/** By the first column of the matrix. A verb without a probe must be refused to everybody. */
export type Probes = Record<string, Partial<Record<Verb, Probe>>>;

/** Makes one row of each kind and answers how to try every verb on it. */
export async function makeProbes(pool: pg.Pool, world: World): Promise<Probes> {
  const { workspaceId: workspace, stages, teams, owner, deactivated, customerId } = world;
  const add = async (sql: string) => String(await value(pool, sql));
  const party = () =>
    add(`insert into public.parties (workspace_id, kind, name)
      values ('${workspace}', 'person', 'Maxinchen') returning id`);
  const spareTeam = await add(
    `insert into public.teams (workspace_id, name) values ('${workspace}', 'Spare') returning id`,
  );
  const person = await party();
  const other = await party();
  const externalId =
    await add(`insert into public.party_external_ids (workspace_id, party_id, system, value)
    values ('${workspace}', '${person}', 'Buchhaltung', '4711') returning id`);
  const classification =
    await add(`insert into public.party_classifications (workspace_id, party_id, class_code, class_kind)
    values ('${workspace}', '${person}', 'VALUE_A', 'VALUE') returning id`);
  // Codes are unique over all workspaces.
  const ownCode = (prefix: string) => `${prefix}_${randomUUID().replaceAll("-", "").toUpperCase()}`;
  const ownRole = await add(`insert into public.role_types (code, workspace_id, name)
    values ('${ownCode("OWN")}', '${workspace}', 'Stammtisch') returning code`);
  const ownClass = await add(`insert into public.party_classes (code, kind, workspace_id, name)
    values ('${ownCode("OWN")}', 'OTHER', '${workspace}', 'Stammkunde') returning code`);
  await pool.query(`insert into public.party_roles (workspace_id, party_id, role_code)
    values ('${workspace}', '${person}', 'LEAD')`);
  const relationship = await add(`insert into public.party_relationships
    (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
    values ('${workspace}', 'FRIEND', '${person}', 'CONTACT', '${other}', 'CONTACT') returning id`);
  const contactPoint =
    await add(`insert into public.contact_points (workspace_id, party_id, kind, value)
    values ('${workspace}', '${person}', 'email', 'max@spur.test') returning id`);
  const invitation = await add(`insert into public.invitations (workspace_id, email, invited_by)
    values ('${workspace}', 'guest-${randomUUID()}@spur.test', '${world.admin.memberId}') returning id`);
  const staged = await add(`insert into public.imports (workspace_id, member_id, file_name)
    values ('${workspace}', '${owner.memberId}', 'staged.csv') returning id`);
  await pool.query(`insert into public.import_rows (import_id, workspace_id, row_number, data)
    values ('${staged}', '${workspace}', 1, '{}')`);
  const finished =
    await add(`insert into public.imports (workspace_id, member_id, file_name, status)
    values ('${workspace}', '${owner.memberId}', 'finished.csv', 'done') returning id`);
  const imported =
    await add(`insert into public.parties (workspace_id, kind, name, import_id, created_by)
    values ('${workspace}', 'person', 'Importierte', '${finished}', '${owner.memberId}') returning id`);

  const list = await add(`insert into public.contact_lists (workspace_id, kind, names)
    values ('${workspace}', 'newsletter', '{"de": "Stoffbrief"}') returning id`);
  const subscription =
    await add(`insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
    values ('${workspace}', '${list}', '${person}', 'max@spur.test', 'de', 'pending') returning id`);
  await pool.query(`insert into public.consents (workspace_id, subscription_id, status, origin, email)
    values ('${workspace}', '${subscription}', 'pending', 'member', 'max@spur.test')`);
  const campaign = (name: string) =>
    add(`insert into public.campaigns (workspace_id, name, currency)
      values ('${workspace}', '${name}', 'EUR') returning id`);
  const planned = await campaign("Herbst");
  await pool.query(`insert into public.campaign_lists (workspace_id, campaign_id, list_id)
    values ('${workspace}', '${planned}', '${list}')`);
  const unlisted = await campaign("Winter");
  const sent = await campaign("Sommer");
  await pool.query(`insert into public.campaign_sendings (workspace_id, campaign_id)
    values ('${workspace}', '${sent}')`);
  const mail = await add(`insert into public.mails (workspace_id, template, locale, recipient)
    values ('${workspace}', 'message_received', 'de', 'max@spur.test') returning id`);

  const correction = await add(`insert into public.customer_changes
    (id, workspace_id, party_id, field, op, status)
    values (gen_random_uuid(), '${workspace}', '${person}', 'language', 'change', 'waiting') returning id`);
  const erasure = await add(`insert into public.erasure_requests (workspace_id, party_id, due_on)
    values ('${workspace}', '${person}', current_date + 30) returning id`);

  const savedView = (isShared: boolean) =>
    add(`insert into public.saved_views (workspace_id, owner_id, name, is_shared, parameters)
      values ('${workspace}', '${owner.memberId}', 'Meine', ${isShared}, 'owner=me') returning id`);
  const kept = await savedView(false);
  const shared = await savedView(true);

  const opportunity = async (given: Record<string, unknown>) => {
    const card = await createOpportunity(pool, world, owner, given);
    const noteId = randomUUID();
    await as(pool, owner, (database) =>
      one(database, "select public.log_communication($1, $2, 'COMMENT_NOTE', $3, null, 'Hallo')", [
        noteId,
        card.id,
        randomUUID(),
      ]),
    );
    return { id: card.id, noteId, topic: card.topic };
  };
  const lead = async (given: Record<string, unknown>) => {
    const { id } = await addLead(pool, world, owner, given);
    return { id, noteId: await logLeadCall(pool, owner, id) };
  };
  const openLead = await lead({});
  const leadOfEast = await lead({ p_team_id: teams.east });
  const hiddenLead = await lead({ p_is_private: true, p_owner_id: owner.memberId });
  const open = await opportunity({});
  const ofEast = await opportunity({ p_team_id: teams.east });
  const hidden = await opportunity({ p_is_private: true, p_team_id: teams.east });
  const taskOfParty = await addTask(pool, world, owner, { p_party_id: person });
  const taskOfEast = await addTask(pool, world, owner, { p_opportunity_id: ofEast.id });
  const hiddenTask = await addTask(pool, world, owner, { p_opportunity_id: hidden.id });

  const readable = (table: string, where: string): { select: Probe } => ({
    select: () => `select 1 from public.${table} where ${where} limit 1`,
  });
  const opportunityRow = (row: { id: string }, teamId: string | null, isPrivate = false) => ({
    ...readable("opportunities", `id = '${row.id}'`),
    // For oneself a private row is always allowed: here it is one that nobody but the owner sees.
    insert: (me: string | null) => `insert into public.opportunities
      (workspace_id, stage_id, rank, name, customer_id, currency, team_id, is_private, owner_id, created_by)
      values ('${workspace}', '${stages.offer}', 'a1${randomUUID().replaceAll("-", "")}1', 'Neu', '${customerId}', 'EUR',
        ${teamId ? `'${teamId}'` : "null"}, ${isPrivate}, '${owner.memberId}', ${me ? `'${me}'` : "null"})`,
    update: () => `update public.opportunities set name = 'Anders' where id = '${row.id}'`,
    delete: () => `delete from public.opportunities where id = '${row.id}'`,
  });
  const leadRow = (row: { id: string }, teamId: string | null, isPrivate = false) => ({
    ...readable("leads", `id = '${row.id}'`),
    insert: (me: string | null) => `insert into public.leads
      (workspace_id, party_id, team_id, is_private, owner_id, created_by)
      values ('${workspace}', '${person}', ${teamId ? `'${teamId}'` : "null"}, ${isPrivate},
        '${owner.memberId}', ${me ? `'${me}'` : `'${owner.memberId}'`})`,
    update: () => `update public.leads set note = 'Anders' where id = '${row.id}'`,
    delete: () => `delete from public.leads where id = '${row.id}'`,
  });
  const communicationRow = (row: { id: string; noteId: string }, about = "opportunity_id") => ({
    ...readable("communications", `id = '${row.noteId}'`),
    insert: (me: string | null) => `insert into public.communications
      (workspace_id, ${about}, type_code, subject, author_id)
      values ('${workspace}', '${row.id}', 'COMMENT_NOTE', 'Neu', ${me ? `'${me}'` : `'${owner.memberId}'`})`,
    update: () => `update public.communications set subject = 'Anders' where id = '${row.noteId}'`,
    delete: () => `delete from public.communications where id = '${row.noteId}'`,
  });
  const taskRow = (id: string, about: "party_id" | "opportunity_id", aboutId: string) => ({
    ...readable("tasks", `id = '${id}'`),
    insert: (me: string | null) => `insert into public.tasks
      (workspace_id, ${about}, title, assignee_id, created_by)
      values ('${workspace}', '${aboutId}', 'Neu', '${owner.memberId}', '${me ?? owner.memberId}')`,
    update: () => `update public.tasks set title = 'Anders' where id = '${id}'`,
    delete: () => `delete from public.tasks where id = '${id}'`,
  });
  const savedViewRow = (id: string) => ({
    ...readable("saved_views", `id = '${id}'`),
    insert: () => `insert into public.saved_views (workspace_id, owner_id, name, parameters)
      values ('${workspace}', '${owner.memberId}', 'Neu', '')`,
    update: () => `update public.saved_views set name = 'Anders' where id = '${id}'`,
    delete: () => `delete from public.saved_views where id = '${id}'`,
  });
  const onTopics = (table: string) => ({
    [`${table}: of the workspace`]: readable(table, `topic = '${open.topic}'`),
    [`${table}: of team east`]: readable(table, `topic = '${ofEast.topic}'`),
    [`${table}: private to owner`]: readable(table, `topic = '${hidden.topic}'`),
  });

  return {
    workspaces: {
      ...readable("workspaces", `id = '${workspace}'`),
      update: () => `update public.workspaces set name = 'Anders' where id = '${workspace}'`,
    },
    members: {
      ...readable("members", `id = '${owner.memberId}'`),
      update: () =>
        `update public.members set access_role = 'manager' where id = '${owner.memberId}'`,
    },
    teams: {
      ...readable("teams", `id = '${spareTeam}'`),
      insert: () => `insert into public.teams (workspace_id, name) values ('${workspace}', 'Neu')`,
      update: () => `update public.teams set name = 'Anders' where id = '${spareTeam}'`,
      delete: () => `delete from public.teams where id = '${spareTeam}'`,
    },
    team_members: {
      ...readable("team_members", `team_id = '${teams.east}' and member_id = '${owner.memberId}'`),
      insert: () => `insert into public.team_members (workspace_id, team_id, member_id)
        values ('${workspace}', '${spareTeam}', '${owner.memberId}')`,
      delete: () => `delete from public.team_members
        where team_id = '${teams.east}' and member_id = '${deactivated.memberId}'`,
    },
    invitations: {
      ...readable("invitations", `id = '${invitation}'`),
      insert: (me) => `insert into public.invitations (workspace_id, email, invited_by)
        values ('${workspace}', 'neu@spur.test', '${me ?? owner.memberId}')`,
      delete: () => `delete from public.invitations where id = '${invitation}'`,
    },
    "role_types: of everybody": {
      ...readable("role_types", "code = 'CUSTOMER'"),
      insert: () => `insert into public.role_types (code) values ('${ownCode("ALL")}')`,
      update: () => "update public.role_types set name = null where code = 'CUSTOMER'",
    },
    "role_types: of the workspace": {
      ...readable("role_types", `code = '${ownRole}'`),
      insert: () => `insert into public.role_types (code, workspace_id, name)
        values ('${ownCode("NEW")}', '${workspace}', 'Neu')`,
      update: () => `update public.role_types set name = 'Anders' where code = '${ownRole}'`,
    },
    relationship_types: readable("relationship_types", "code = 'EMPLOYMENT'"),
    "party_classes: of everybody": {
      ...readable("party_classes", "code = 'BLACKLIST'"),
      insert: () =>
        `insert into public.party_classes (code, kind) values ('${ownCode("ALL")}', 'OTHER')`,
      update: () => "update public.party_classes set name = null where code = 'BLACKLIST'",
    },
    "party_classes: of the workspace": {
      ...readable("party_classes", `code = '${ownClass}'`),
      insert: () => `insert into public.party_classes (code, kind, workspace_id, name)
        values ('${ownCode("NEW")}', 'OTHER', '${workspace}', 'Neu')`,
      update: () => `update public.party_classes set name = 'Anders' where code = '${ownClass}'`,
    },
    parties: {
      ...readable("parties", `id = '${person}'`),
      insert: () =>
        `insert into public.parties (workspace_id, kind, name) values ('${workspace}', 'person', 'Neu')`,
      update: () => `update public.parties set name = 'Anders' where id = '${person}'`,
      delete: () => `delete from public.parties where id = '${other}'`,
    },
    "parties: imported by the owner": {
      ...readable("parties", `id = '${imported}'`),
      insert: () => `insert into public.parties (workspace_id, kind, name, import_id, created_by)
        values ('${workspace}', 'person', 'Neu', '${finished}', '${owner.memberId}')`,
      update: () => `update public.parties set name = 'Anders' where id = '${imported}'`,
      delete: () => `delete from public.parties where id = '${imported}'`,
    },
    party_external_ids: {
      ...readable("party_external_ids", `id = '${externalId}'`),
      insert: () => `insert into public.party_external_ids (workspace_id, party_id, system, value)
        values ('${workspace}', '${person}', 'Buchhaltung', '4712')`,
      update: () =>
        `update public.party_external_ids set value = '4713' where id = '${externalId}'`,
      delete: () => `delete from public.party_external_ids where id = '${externalId}'`,
    },
    party_roles: {
      ...readable("party_roles", `party_id = '${person}'`),
      insert: () => `insert into public.party_roles (workspace_id, party_id, role_code)
        values ('${workspace}', '${person}', 'PARTNER')`,
      update: () => `update public.party_roles set valid = daterange('2020-01-01', '2021-01-01')
        where party_id = '${person}'`,
      delete: () => `delete from public.party_roles where party_id = '${person}'`,
    },
    party_relationships: {
      ...readable("party_relationships", `id = '${relationship}'`),
      insert: () => `insert into public.party_relationships
        (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
        values ('${workspace}', 'SPOUSE', '${person}', 'CONTACT', '${other}', 'CONTACT')`,
      update: () =>
        `update public.party_relationships set title = 'Anders' where id = '${relationship}'`,
      delete: () => `delete from public.party_relationships where id = '${relationship}'`,
    },
    party_classifications: {
      ...readable("party_classifications", `id = '${classification}'`),
      insert: (me) => `insert into public.party_classifications
        (workspace_id, party_id, class_code, class_kind, created_by)
        values ('${workspace}', '${person}', 'SIZE_SMALL', 'SIZE', '${me ?? owner.memberId}')`,
      update: () => `update public.party_classifications set valid = tstzrange('2020-01-01', now())
        where id = '${classification}'`,
    },
    contact_points: {
      ...readable("contact_points", `id = '${contactPoint}'`),
      insert: () => `insert into public.contact_points (workspace_id, party_id, kind, value)
        values ('${workspace}', '${other}', 'phone', '+4930123456')`,
      update: () =>
        `update public.contact_points set is_primary = true where id = '${contactPoint}'`,
      delete: () => `delete from public.contact_points where id = '${contactPoint}'`,
    },
    contact_lists: {
      ...readable("contact_lists", `id = '${list}'`),
      insert: (me) => `insert into public.contact_lists (workspace_id, kind, names, created_by)
        values ('${workspace}', 'newsletter', '{"de": "Neu"}', '${me ?? owner.memberId}')`,
      update: () => `update public.contact_lists set is_offered = true where id = '${list}'`,
      delete: () => `delete from public.contact_lists where id = '${list}'`,
    },
    subscriptions: {
      ...readable("subscriptions", `id = '${subscription}'`),
      update: () =>
        `update public.subscriptions set status = 'accepted' where id = '${subscription}'`,
      delete: () => `delete from public.subscriptions where id = '${subscription}'`,
    },
    consents: {
      ...readable("consents", `subscription_id = '${subscription}'`),
      update: () =>
        `update public.consents set status = 'accepted' where subscription_id = '${subscription}'`,
      delete: () => `delete from public.consents where subscription_id = '${subscription}'`,
    },
    campaigns: {
      ...readable("campaigns", `id = '${planned}'`),
      insert: (me) => `insert into public.campaigns (workspace_id, name, currency, created_by)
        values ('${workspace}', 'Neu', 'EUR', '${me ?? owner.memberId}')`,
      update: () => `update public.campaigns set name = 'Anders' where id = '${planned}'`,
      delete: () => `delete from public.campaigns where id = '${planned}'`,
    },
    campaign_lists: {
      ...readable("campaign_lists", `campaign_id = '${planned}'`),
      insert: () => `insert into public.campaign_lists (workspace_id, campaign_id, list_id)
        values ('${workspace}', '${unlisted}', '${list}')`,
      update: () =>
        `update public.campaign_lists set list_id = '${list}' where campaign_id = '${planned}'`,
      delete: () => `delete from public.campaign_lists where campaign_id = '${planned}'`,
    },
    campaign_sendings: {
      ...readable("campaign_sendings", `campaign_id = '${sent}'`),
      insert: () => `insert into public.campaign_sendings (workspace_id, campaign_id)
        values ('${workspace}', '${unlisted}')`,
      update: () =>
        `update public.campaign_sendings set state = 'stopped' where campaign_id = '${sent}'`,
      delete: () => `delete from public.campaign_sendings where campaign_id = '${sent}'`,
    },
    mails: {
      ...readable("mails", `id = '${mail}'`),
      update: () => `update public.mails set status = 'sent' where id = '${mail}'`,
      delete: () => `delete from public.mails where id = '${mail}'`,
    },
    customer_changes: {
      ...readable("customer_changes", `id = '${correction}'`),
      insert:
        () => `insert into public.customer_changes (id, workspace_id, party_id, field, op, status)
        values (gen_random_uuid(), '${workspace}', '${person}', 'name', 'change', 'applied')`,
      update: () =>
        `update public.customer_changes set status = 'applied' where id = '${correction}'`,
      delete: () => `delete from public.customer_changes where id = '${correction}'`,
    },
    erasure_requests: {
      ...readable("erasure_requests", `id = '${erasure}'`),
      insert: () => `insert into public.erasure_requests (workspace_id, party_id, due_on)
        values ('${workspace}', '${other}', current_date + 30)`,
      update: (
        me,
      ) => `update public.erasure_requests set status = 'done', decided_by = ${me ? `'${me}'` : "null"}
        where id = '${erasure}'`,
      delete: () => `delete from public.erasure_requests where id = '${erasure}'`,
    },
    contact_pages: {
      ...readable("contact_pages", `workspace_id = '${workspace}'`),
      update: () =>
        `update public.contact_pages set is_open = true where workspace_id = '${workspace}'`,
    },
    stages: {
      ...readable("stages", `id = '${stages.offer}'`),
      insert: () =>
        `insert into public.stages (workspace_id, name, position) values ('${workspace}', 'Neu', 9)`,
      update: () => `update public.stages set probability = 50 where id = '${stages.offer}'`,
    },
    "opportunities: of the workspace": opportunityRow(open, null),
    "opportunities: of team east": opportunityRow(ofEast, teams.east),
    "opportunities: private to owner": opportunityRow(hidden, teams.east, true),
    opportunity_stage_history: readable(
      "opportunity_stage_history",
      `opportunity_id = '${open.id}'`,
    ),
    "opportunity_stage_history: team": readable(
      "opportunity_stage_history",
      `opportunity_id = '${ofEast.id}'`,
    ),
    "opportunity_stage_history: owner": readable(
      "opportunity_stage_history",
      `opportunity_id = '${hidden.id}'`,
    ),
    "leads: of the workspace": leadRow(openLead, null),
    "leads: of team east": leadRow(leadOfEast, teams.east),
    "leads: private to owner": leadRow(hiddenLead, null, true),
    "communications: of a lead": communicationRow(leadOfEast, "lead_id"),
    "communications: of the workspace": communicationRow(open),
    "communications: of team east": communicationRow(ofEast),
    "communications: private to owner": communicationRow(hidden),
    "tasks: of a party": taskRow(taskOfParty, "party_id", person),
    "tasks: of team east": taskRow(taskOfEast, "opportunity_id", ofEast.id),
    "tasks: private to owner": taskRow(hiddenTask, "opportunity_id", hidden.id),
    "change_history: of a party": readable("change_history", `entity_id = '${person}'`),
    "change_history: of team east": readable("change_history", `entity_id = '${ofEast.id}'`),
    "change_history: of a task": readable("change_history", `entity_id = '${taskOfEast}'`),
    "change_history: of a lead": readable("change_history", `entity_id = '${leadOfEast.id}'`),
    "change_history: of a note": readable("change_history", `entity_id = '${hidden.noteId}'`),
    ...onTopics("change_log"),
    ...onTopics("topic_clocks"),
    ...onTopics("stage_figures"),
    "imports: staged by the owner": {
      ...readable("imports", `id = '${staged}'`),
      insert: () => `insert into public.imports (workspace_id, member_id, file_name)
        values ('${workspace}', '${owner.memberId}', 'neu.csv')`,
      update: () => `update public.imports set status = 'done' where id = '${staged}'`,
      delete: () => `delete from public.imports where id = '${staged}'`,
    },
    "imports: begun for oneself": {
      select: () => "select 1 from public.imports where false",
      insert: (me) => `insert into public.imports (workspace_id, member_id, file_name)
        values ('${workspace}', '${me ?? owner.memberId}', 'neu.csv')`,
      update: () => "update public.imports set row_count = 1 where false",
      delete: () => "delete from public.imports where false",
    },
    "import_rows: of the owner": {
      ...readable("import_rows", `import_id = '${staged}'`),
      insert: () => `insert into public.import_rows (import_id, workspace_id, row_number, data)
        values ('${staged}', '${workspace}', 2, '{}')`,
      delete: () => `delete from public.import_rows where import_id = '${staged}'`,
    },
    "saved_views: kept by the owner": savedViewRow(kept),
    "saved_views: shared by the owner": savedViewRow(shared),
    "saved_views: saved for oneself": {
      select: () => "select 1 from public.saved_views where false",
      insert: (me) => `insert into public.saved_views (workspace_id, owner_id, name, parameters)
        values ('${workspace}', '${me ?? owner.memberId}', 'Neu', '')`,
      update: () => "update public.saved_views set name = 'Anders' where false",
      delete: () => "delete from public.saved_views where false",
    },
  };
}

/** The columns of the matrix as somebody who can be: members know who they are in the world. */
export function actorsOf(
  world: World,
  outsider: Member,
): Record<string, { userId: string | null; memberId: string | null }> {
  const { owner, colleague, otherRep, manager, marketing, admin, deactivated } = world;
  return {
    anon: { userId: null, memberId: null },
    outsider: { userId: outsider.userId, memberId: null },
    owner,
    colleague,
    "other rep": otherRep,
    manager,
    marketing,
    admin,
    deactivated,
  };
}

import { type Database, inTransaction, one } from "./database";
import { addDemoCampaigns } from "./demo/campaigns";
import { addDemoCards } from "./demo/cards";
import { addDemoContactPage } from "./demo/contact-page";
import { addDemoContactPoints } from "./demo/contact-points";
import { addDemoCustomerPages } from "./demo/customer-pages";
import { addDemoLeads } from "./demo/leads";
import { listDemoOpportunities } from "./demo/opportunities";
import { addDemoParties } from "./demo/parties";
import { addDemoPartyDetails } from "./demo/party-details";
import { DEMO_MEMBERS } from "./demo/people";
import { addDemoTasks } from "./demo/tasks";
import { addDemoTimeline } from "./demo/timeline";
import { enterIntoSearch, settleWorkspace, withoutTriggers } from "./quiet";
import { DEFAULT_STAGES, type Member, type Team } from "./types";
import { addUsers, SEED_PASSWORD } from "./users";
import { addMember, addTeam, addWorkspace } from "./workspace";

export type DemoLogin = { name: string; email: string; password: string; description: string };

export type Demo = { workspaceSlug: string; logins: DemoLogin[] };

const SLUG = "fadenlauf";
const COMPANY = "Fadenlauf Textil GmbH";

/**
 * The demo workspace: a textile merchant whose customers, suppliers and staff are partly the same
 * people. Made once; where it already is, nothing changes. `databaseUrl` is of role `postgres`.
 */
export async function seedDemo(databaseUrl: string): Promise<Demo> {
  await inTransaction(databaseUrl, async (database) => {
    await database.query("select pg_advisory_xact_lock(hashtextextended('spur demo', 0))");
    const { known } = await one<{ known: boolean }>(
      database,
      "select exists (select 1 from public.workspaces where slug = $1) as known",
      [SLUG],
    );
    if (!known) await withoutTriggers(database, () => build(database));
  });
  return {
    workspaceSlug: SLUG,
    logins: DEMO_MEMBERS.map(({ givenName, familyName, email, description }) => ({
      name: `${givenName} ${familyName}`,
      email,
      password: SEED_PASSWORD,
      description,
    })),
  };
}

async function build(database: Database): Promise<void> {
  const { workspaceId, stages, teams, members } = await buildCompany(database);
  const listed = listDemoOpportunities();
  const parties = await addDemoParties(database, workspaceId, listed);
  const context = { workspaceId, stages, teams, members, parties, now: new Date() };
  const cards = await addDemoCards(database, listed, context);
  await addDemoTimeline(database, cards, context);
  await addDemoTasks(database, cards, context);
  await addDemoContactPoints(database, workspaceId, listed, parties);
  await addDemoLeads(database, context);
  await addDemoPartyDetails(database, workspaceId, parties);
  await addDemoContactPage(database, workspaceId);
  await addDemoCustomerPages(database, cards, context);
  await addDemoCampaigns(database, context);
  await settleWorkspace(database, workspaceId);
  await enterIntoSearch(database, workspaceId);
}

async function buildCompany(database: Database) {
  const users = await addUsers(database, DEMO_MEMBERS);
  const people = DEMO_MEMBERS.map((person) => ({
    ...person,
    userId: users.get(person.email) ?? "",
  }));
  const [admin, ...others] = people;
  if (!admin) throw new Error("The demo has an admin.");
  const workspace = await addWorkspace(database, {
    slug: SLUG,
    company: COMPANY,
    admin,
    firstTeam: "Vertrieb",
    stages: DEFAULT_STAGES,
  });
  const teams = new Map<string, Team>([["Vertrieb", workspace.team]]);
  for (const name of ["Nord", "Süd"]) {
    teams.set(name, await addTeam(database, workspace.id, name, workspace.team.id));
  }
  const members = new Map<string, Member>([[admin.key, workspace.admin]]);
  for (const person of others) {
    const team = person.team && teams.get(person.team);
    const teamIds = team ? [team.id] : [];
    members.set(person.key, await addMember(database, workspace.id, { ...person, teamIds }));
  }
  return { workspaceId: workspace.id, stages: workspace.stages, teams, members };
}

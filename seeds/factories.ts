import { randomBytes } from "node:crypto";
import type { AccessRole } from "@/domain/access";
import { type Database, inTransaction } from "./database";
import { PEOPLE } from "./names";
import { addOpportunities } from "./opportunities";
import { DEFAULT_STAGES, type Member, type Stage, type StageSeed, type Team } from "./types";
import { addUsers, SEED_PASSWORD } from "./users";
import { addMember, addTeam, addWorkspace } from "./workspace";

export type WorkspaceSeed = {
  /** Default: random, so that tests do not meet. A taken slug gets a number. */
  slug?: string;
  company?: string;
  currency?: string;
  locale?: "de" | "en";
  stages?: readonly StageSeed[];
  /** Teams below the first one; reps go round them. 0: everybody is in the first team. */
  teams?: number;
  reps?: number;
  managers?: number;
  marketing?: number;
  /** Ordinary open cards, spread over the columns, the reps and their teams. */
  opportunities?: number;
};

type SeededMember = Member & { password: string; team: Team };

export type SeededWorkspace = {
  id: string;
  slug: string;
  stages: Stage[];
  /** The first stands above the others. */
  teams: [Team, ...Team[]];
  admin: SeededMember;
  reps: SeededMember[];
  managers: SeededMember[];
  marketing: SeededMember[];
  opportunityIds: string[];
};

/** A workspace of its own with people who can sign in, through the paths that users take. */
export async function seedWorkspace(
  databaseUrl: string,
  seed: WorkspaceSeed = {},
): Promise<SeededWorkspace> {
  return await inTransaction(databaseUrl, (database) => buildWorkspace(database, seed));
}

/** `seedWorkspace` as a part of a greater transaction. */
export async function buildWorkspace(
  database: Database,
  seed: WorkspaceSeed,
): Promise<SeededWorkspace> {
  const slug = seed.slug ?? `w-${randomBytes(6).toString("hex")}`;
  const staff = listStaff(slug, seed);
  const users = await addUsers(database, staff);
  const [first, ...others] = staff.map((person) => ({
    ...person,
    userId: users.get(person.email) ?? "",
  }));
  if (!first) throw new Error("A workspace has an admin.");

  const workspace = await addWorkspace(database, {
    slug,
    company: seed.company ?? `Beispiel ${slug} GmbH`,
    currency: seed.currency ?? "EUR",
    locale: seed.locale ?? "de",
    admin: first,
    firstTeam: "Vertrieb",
    stages: seed.stages ?? DEFAULT_STAGES,
  });
  const below: Team[] = [];
  for (let n = 1; n <= (seed.teams ?? 0); n++) {
    below.push(await addTeam(database, workspace.id, `Team ${n}`, workspace.team.id));
  }
  const members: SeededMember[] = [];
  let reps = 0;
  for (const person of others) {
    const team =
      (person.accessRole === "rep" ? below[reps++ % below.length] : undefined) ?? workspace.team;
    const member = await addMember(database, workspace.id, { ...person, teamIds: [team.id] });
    members.push({ ...member, password: SEED_PASSWORD, team });
  }
  const ofRole = (role: AccessRole) => members.filter((member) => member.accessRole === role);
  const seeded: SeededWorkspace = {
    id: workspace.id,
    slug: workspace.slug,
    stages: workspace.stages,
    teams: [workspace.team, ...below],
    admin: { ...workspace.admin, password: SEED_PASSWORD, team: workspace.team },
    reps: ofRole("rep"),
    managers: ofRole("manager"),
    marketing: ofRole("marketing"),
    opportunityIds: [],
  };
  seeded.opportunityIds = await addOrdinaryOpportunities(database, seeded, seed.opportunities ?? 0);
  return seeded;
}

/** The admin first, then reps, managers, marketing; addresses are unique by the slug. */
function listStaff(slug: string, seed: WorkspaceSeed) {
  const roles: AccessRole[] = [
    "admin",
    ...Array<AccessRole>(seed.reps ?? 1).fill("rep"),
    ...Array<AccessRole>(seed.managers ?? 0).fill("manager"),
    ...Array<AccessRole>(seed.marketing ?? 0).fill("marketing"),
  ];
  return roles.map((accessRole, index) => {
    const [givenName = "", familyName = ""] = PEOPLE[index % PEOPLE.length]?.split(" ") ?? [];
    return { accessRole, givenName, familyName, email: `${accessRole}-${index}@${slug}.example` };
  });
}

async function addOrdinaryOpportunities(
  database: Database,
  workspace: SeededWorkspace,
  count: number,
): Promise<string[]> {
  const open = workspace.stages.filter((stage) => stage.kind === "open");
  const owners = workspace.reps.length > 0 ? workspace.reps : [workspace.admin];
  return await addOpportunities(
    database,
    workspace.id,
    Array.from({ length: count }, (_, index) => {
      const owner = owners[index % owners.length] ?? workspace.admin;
      return {
        name: `Rahmenvertrag ${index + 1}`,
        customerName: `Kunde ${(index % 7) + 1} GmbH`,
        stageId: open[index % open.length]?.id ?? "",
        ownerId: owner.id,
        teamId: owner.team.id,
        amount: `${1000 + index * 125}.5`,
      };
    }),
  );
}

import type { AccessRole } from "@/domain/access";

export type DemoMember = {
  /** How the tables of the demo call this person. */
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  accessRole: AccessRole;
  team: "Vertrieb" | "Nord" | "Süd" | null;
  /** One line for the list of logins that the start command prints. */
  description: string;
};

/** Who works at the demo company. All invented. */
export const DEMO_MEMBERS: readonly [DemoMember, ...DemoMember[]] = [
  {
    key: "anna",
    givenName: "Anna",
    familyName: "Keller",
    email: "anna.keller@spur.example",
    accessRole: "admin",
    team: "Vertrieb",
    description: "Admin: sees all teams, sets up stages, teams and members",
  },
  {
    key: "thomas",
    givenName: "Thomas",
    familyName: "Brandt",
    email: "thomas.brandt@spur.example",
    accessRole: "manager",
    team: "Vertrieb",
    description: "Manager: sees Vertrieb and the teams below, Nord and Süd",
  },
  {
    key: "lena",
    givenName: "Lena",
    familyName: "Hoffmann",
    email: "lena.hoffmann@spur.example",
    accessRole: "rep",
    team: "Nord",
    description: "Rep in team Nord",
  },
  {
    key: "jonas",
    givenName: "Jonas",
    familyName: "Petersen",
    email: "jonas.petersen@spur.example",
    accessRole: "rep",
    team: "Nord",
    description: "Rep in team Nord",
  },
  {
    key: "max",
    givenName: "Max",
    familyName: "Mustermann",
    email: "max.mustermann@spur.example",
    accessRole: "rep",
    team: "Süd",
    description: "Rep in team Süd, and a customer himself",
  },
  {
    key: "zoe",
    givenName: "Zoë",
    familyName: "Yıldırım",
    email: "zoe.yildirim@spur.example",
    accessRole: "rep",
    team: "Süd",
    description: "Rep in team Süd",
  },
  {
    key: "sophie",
    givenName: "Sophie",
    familyName: "Marchand",
    email: "sophie.marchand@spur.example",
    accessRole: "marketing",
    team: null,
    description: "Marketing: makes lists and campaigns, reads what is open to the whole workspace",
  },
];

import type { Database } from "../database";

const page = {
  titles: { de: "Schreiben Sie uns", en: "Write to us" },
  introductions: {
    de: "Ob Muster, Mengen oder Liefertermine: Wir antworten Ihnen an Werktagen innerhalb eines Tages.",
    en: "Samples, quantities or delivery dates: we answer within one working day.",
  },
  consents: {
    de: "Ich bin einverstanden, dass Fadenlauf meine Angaben speichert, um mir zu antworten.",
    en: "I agree that Fadenlauf keeps my details in order to answer me.",
  },
};

const lists = [
  {
    kind: "newsletter",
    names: { de: "Stoffbrief", en: "Fabric letter" },
    descriptions: {
      de: "Neue Stoffe und Schnitte, einmal im Monat.",
      en: "New fabrics and cuts, once a month.",
    },
    isOffered: true,
  },
  {
    kind: "announcement",
    names: { de: "Liefertermine", en: "Delivery dates" },
    descriptions: null,
    isOffered: false,
  },
];

/** Opens the contact page, and makes the lists that it offers. */
export async function addDemoContactPage(database: Database, workspaceId: string): Promise<void> {
  await database.query(
    `insert into public.contact_pages (workspace_id, is_open, has_my_page, titles, introductions, consent_texts)
     values ($1, true, true, $2, $3, $4)
     on conflict (workspace_id) do update set is_open = true, has_my_page = true, titles = excluded.titles,
       introductions = excluded.introductions, consent_texts = excluded.consent_texts`,
    [workspaceId, page.titles, page.introductions, page.consents],
  );
  for (const { kind, names, descriptions, isOffered } of lists) {
    await database.query(
      `insert into public.contact_lists (workspace_id, kind, names, descriptions, is_offered)
       values ($1, $2, $3, $4, $5)`,
      [workspaceId, kind, names, descriptions, isOffered],
    );
  }
}

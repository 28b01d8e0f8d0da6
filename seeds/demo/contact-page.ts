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
  questions: [
    {
      id: "6b0f5f0e-7c5b-4f5c-9a53-2d5a4b1c7e10",
      labels: { de: "Worum geht es?", en: "What is it about?" },
      kind: "choice",
      isRequired: false,
      options: [
        { de: "Ein Angebot", en: "An offer" },
        { de: "Muster", en: "Samples" },
        { de: "Eine Lieferung", en: "A delivery" },
      ],
    },
  ],
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
    `insert into public.contact_pages (workspace_id, is_open, has_my_page, titles, introductions, consent_texts, questions)
     values ($1, true, true, $2, $3, $4, $5)
     on conflict (workspace_id) do update set is_open = true, has_my_page = true, titles = excluded.titles,
       introductions = excluded.introductions, consent_texts = excluded.consent_texts,
       questions = excluded.questions`,
    [workspaceId, page.titles, page.introductions, page.consents, JSON.stringify(page.questions)],
  );
  for (const { kind, names, descriptions, isOffered } of lists) {
    await database.query(
      `insert into public.contact_lists (workspace_id, kind, names, descriptions, is_offered)
       values ($1, $2, $3, $4, $5)`,
      [workspaceId, kind, names, descriptions, isOffered],
    );
  }
}

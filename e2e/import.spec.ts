import { samplePipeline, sampleWithBadRows } from "@/seeds/sample-csv";
import { expectBoardsToEqualDatabase } from "./converge";
import { expect, test } from "./fixtures";
import { boardIsLive, card } from "./pages/board";
import { choiceOf, takeOver, undoImport, uploadFile } from "./pages/import";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 4 } });

/** Owners of the sample who are no members of a test's workspace. */
const strangers = ["zoe.yildirim@spur.example", "Max Mustermann"];

test("a file from German Excel fills the other rep's open board, and undo empties it", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = twoReps(workspace);
  const [page, board] = await Promise.all([signIn(one), signIn(two)]);
  await boardIsLive(board);
  await uploadFile(page, workspace.slug, {
    name: "pipeline.csv",
    buffer: samplePipeline(),
  });

  for (const [field, header] of Object.entries(guesses)) {
    await expect(choiceOf(page, field).locator("option:checked")).toHaveText(header);
  }
  for (const name of strangers) await choiceOf(page, name).selectOption({ label: two.name });
  const preview = page.getByRole("table", { name: "So kommen die Zeilen an" });
  const row = preview.getByRole("row").filter({ hasText: "Gärtnerei Grünspan e. K." });
  await expect(row).toContainText("Latzhosen und Gummistiefel");
  await expect(row).toContainText("1.480,00");
  await expect(row).toContainText("30.04.2027");

  await takeOver(page, 8);
  await expect(card(board, "Warnschutz Klasse 3")).toContainText("Straßenmeisterei Süd");
  await expect(card(board, "Nachbestellung 250 T-Shirts")).toContainText("2.112,50");
  await expectBoardsToEqualDatabase([board], database, { workspaceId: workspace.id });

  await undoImport(page);
  await expect(card(board, "Warnschutz Klasse 3")).toHaveCount(0);
  await expectBoardsToEqualDatabase([board], database, { workspaceId: workspace.id });
  const left = await database.rows("select id from public.opportunities where workspace_id = $1", [
    workspace.id,
  ]);
  expect(left).toHaveLength(4);
});

test("rows that cannot be imported say why and stay out", async ({ workspace, signIn }) => {
  const [one, two] = twoReps(workspace);
  const page = await signIn(one);
  await uploadFile(page, workspace.slug, {
    name: "mit-fehlern.csv",
    buffer: sampleWithBadRows(),
  });
  for (const name of strangers) await choiceOf(page, name).selectOption({ label: two.name });
  await page.getByRole("radio", { name: "Mit Problemen (6)" }).check();
  const preview = page.getByRole("table", { name: "So kommen die Zeilen an" });
  for (const [customer, reason] of reasons) {
    await expect(preview.getByRole("row").filter({ hasText: customer })).toContainText(reason);
  }
  await takeOver(page, 8);
  await expect(page.getByText("6 Zeilen blieben draußen")).toBeVisible();
  await page.getByRole("link", { name: "Zum Board" }).click();
  await expect(card(page, "Bademäntel 120 Stück")).toBeVisible();
  await expect(card(page, "Ohne Kunde")).toHaveCount(0);
});

const guesses = {
  Kunde: "Kunde",
  Kontakt: "Ansprechpartner",
  Chance: "Bezeichnung",
  Betrag: "Auftragswert",
  Währung: "Währung",
  Stufe: "Phase",
  Zuständig: "Verantwortlich",
};

const reasons: [string, string][] = [
  ["Sägewerk Fichtenau", "„zwölftausend“ ist kein Betrag."],
  ["Bistro Müßig", "„Schwebend“ ist hier keine Stufe."],
  ["Reederei Ahoi", "„31.02.2027“ ist kein Tag im Kalender."],
  ["Kiosk am Eck", "ist kein Wert von 0 bis 100 %."],
  ["Ohne Kunde", "Hier steht nichts."],
  ["Zirkus Bombastico", "ist kleiner als null."],
];

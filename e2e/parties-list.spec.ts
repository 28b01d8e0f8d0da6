import AxeBuilder from "@axe-core/playwright";
import Papa from "papaparse";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { exportBy, namesOnScreen, openPartyList, partyRow, select } from "./pages/party-list";
import { nameView, openViews } from "./pages/views";

test.use({ workspaceSeed: { reps: 2 } });

const companies = ["Zoll & Söhne", "Äpfel AG", "Apfelhof", "Ötztal", "Oberhof", "=cmd|calc"];

async function addCompanies(database: Database, workspaceId: string, names = companies) {
  await database.rows(
    `insert into public.parties (workspace_id, kind, name)
    select $1, 'organization', n from unnest($2::text[]) n`,
    [workspaceId, names],
  );
}

const onlyCompanies = "?kind=organization&status=active";

test("contacts stand in the order of German, either way, and are found by their words", async ({
  workspace,
  signIn,
  database,
}) => {
  await addCompanies(database, workspace.id);
  const page = await signIn(workspace.admin);
  await openPartyList(page, workspace.slug, onlyCompanies);
  const own = new RegExp(`^Beispiel ${workspace.slug}`);
  const names = async () => (await namesOnScreen(page)).filter((name) => !own.test(name));
  const ordered = ["=cmd|calc", "Apfelhof", "Äpfel AG", "Oberhof", "Ötztal", "Zoll & Söhne"];
  await expect.poll(async () => (await names()).toSorted()).toEqual(companies.toSorted());
  const inOrder = (await names()).filter((name) => ordered.includes(name));
  expect(inOrder).toEqual([
    "=cmd|calc",
    "Äpfel AG",
    "Apfelhof",
    "Oberhof",
    "Ötztal",
    "Zoll & Söhne",
  ]);
  const head = page.getByRole("columnheader", { name: "Name" });
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect.poll(names).toEqual(inOrder.toReversed());
  await expect(page).toHaveURL(/sort=-name/);

  await page.keyboard.press("/");
  await page.keyboard.type("aepfel ag");
  await expect.poll(names).toEqual(["Äpfel AG"]);
  await page.keyboard.press("Escape");
  await expect.poll(names).toHaveLength(companies.length);
});

test("a view of the list is kept, shared, and not among those of the board", async ({
  workspace,
  signIn,
  database,
}) => {
  await addCompanies(database, workspace.id);
  const [mine, theirs] = [
    await signIn(workspace.admin),
    await signIn(workspace.reps[0] ?? workspace.admin),
  ];
  await openPartyList(mine, workspace.slug, "?kind=organization&q=apfel");
  const menu = await openViews(mine);
  await menu.getByRole("menuitem", { name: "Ansicht speichern …" }).click();
  await nameView(mine, "Obst");
  await expect(mine.getByRole("button", { name: "Aktuelle Ansicht: Obst" })).toBeVisible();
  const again = await openViews(mine);
  await again.getByRole("menuitem", { name: "„Obst“ mit allen teilen" }).click();

  const onBoard = await openViews(theirs);
  await expect(onBoard.getByText("Noch keine gespeicherte Ansicht")).toBeVisible();
  await openPartyList(theirs, workspace.slug);
  const shared = await openViews(theirs);
  await shared.getByRole("menuitemradio", { name: /^Obst/ }).click();
  await expect(theirs).toHaveURL(/kind=organization&q=apfel|q=apfel&kind=organization/);
  await expect.poll(() => namesOnScreen(theirs)).toEqual(["Äpfel AG", "Apfelhof"]);
});

test("what is done to many at once is seen in another browser, and taken back", async ({
  workspace,
  signIn,
  database,
}) => {
  await addCompanies(database, workspace.id);
  const [rep = workspace.admin] = workspace.reps;
  const [page, other] = [await signIn(workspace.admin), await signIn(rep)];
  await openPartyList(page, workspace.slug);
  await openPartyList(other, workspace.slug);
  await expect(other.getByText("Live")).toBeVisible();

  await select(page, "Oberhof", "Ötztal");
  await page.getByRole("button", { name: "Zuständigkeit" }).click();
  await page.getByRole("menuitemradio", { name: rep.name }).click();
  await expect(partyRow(page, "Oberhof")).toContainText(rep.name);
  await expect(partyRow(other, "Oberhof")).toContainText(rep.name);
  await expect(partyRow(other, "Ötztal")).toContainText(rep.name);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(partyRow(other, "Ötztal")).not.toContainText(rep.name);

  await page.getByRole("button", { name: "Einstufen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Einstufung").selectOption("Sperrliste");
  await dialog.getByRole("button", { name: "Einstufen" }).click();
  await expect(dialog.getByText("Ein Grund gehört dazu").first()).toBeVisible();
  await dialog.getByLabel("Grund").fill("Zahlt seit März nicht");
  await dialog.getByRole("button", { name: "Einstufen" }).click();
  await expect(partyRow(other, "Oberhof")).toContainText("Sperrliste");
  await expect(partyRow(page, "Ötztal")).toContainText("Sperrliste");
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(partyRow(page, "Oberhof")).not.toContainText("Sperrliste");
  await expect(partyRow(other, "Ötztal")).not.toContainText("Sperrliste");
});

test("a file holds all that match, and no formula", async ({ workspace, signIn, database }) => {
  await addCompanies(database, workspace.id);
  await addCompanies(
    database,
    workspace.id,
    Array.from({ length: 1200 }, (_, n) => `Filiale ${n}`),
  );
  const page = await signIn(workspace.admin);
  await openPartyList(page, workspace.slug, "?kind=organization");
  const text = await exportBy(page, "Alle passenden Kontakte exportieren");
  expect(text.startsWith("\uFEFFName;Art;")).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    delimiter: ";",
    skipEmptyLines: true,
  });
  const names = data.map((row) => row.Name ?? "");
  expect(names).toHaveLength(1200 + companies.length + 1);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("'=cmd|calc");
  expect(data.find((row) => row.Name === "Äpfel AG")).toMatchObject({
    Art: "Firma",
    Status: "Aktiv",
  });

  await select(page, "Apfelhof");
  const some = await exportBy(page, "Ausgewählte exportieren");
  expect(some.trim().split("\r\n")).toHaveLength(2);
});

test("rows are as high as fingers need from the first paint on, and stay so", async ({
  workspace,
  signIn,
  database,
}) => {
  await addCompanies(database, workspace.id);
  const touch = { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true };
  const page = await signIn(workspace.admin, touch);
  await openPartyList(page, workspace.slug);
  // What the server drew, to which no code ever came.
  const still = await page.context().newPage();
  await still.route("**/_next/static/**/*.js", (route) => route.abort());
  await still.goto(`/${workspace.slug}/parties`);
  await expect(partyRow(still, "Oberhof")).toBeVisible();
  for (const screen of [still, page]) {
    const boxes = await screen
      .locator("tr[data-party]")
      .evaluateAll((rows) =>
        rows.map((row) => row.getBoundingClientRect()).map(({ top, height }) => ({ top, height })),
      );
    const sorted = boxes.toSorted((a, b) => a.top - b.top);
    expect(sorted.length).toBeGreaterThan(3);
    expect(new Set(sorted.map(({ height }) => height))).toEqual(new Set([44]));
    expect(sorted.map(({ top }) => top - (sorted[0]?.top ?? 0))).toEqual(
      sorted.map((_, index) => index * 44),
    );
  }
});

test("thousands are scrolled through, and keys go from row to row", async ({
  workspace,
  signIn,
  database,
}) => {
  const names = Array.from({ length: 400 }, (_, n) => `Zweig ${String(n).padStart(3, "0")}`);
  await addCompanies(database, workspace.id, names);
  const page = await signIn(workspace.admin);
  await openPartyList(page, workspace.slug, "?q=zweig");
  const first = page.getByRole("link", { name: "Zweig 000" });
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "Zweig 001" })).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 ausgewählt")).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(page.getByRole("link", { name: "Zweig 399" })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Zweig 399" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Zweig 399" })).toBeVisible();
});

for (const [width, colorScheme] of [
  [1440, "light"],
  [390, "dark"],
] as const) {
  test(`the list keeps the rules of accessibility at ${width} px, ${colorScheme}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    await addCompanies(database, workspace.id);
    const page = await signIn(workspace.admin, {
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
    });
    await openPartyList(page, workspace.slug, "?kind=organization");
    await select(page, "Oberhof");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
}

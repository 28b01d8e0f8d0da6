import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { bodiesOf, expectReceived, openToPublic, writeMessage } from "./pages/contact-page";
import { awake } from "./pages/sign-in";
import { smallTargets } from "./pages/targets";

test.use({ workspaceSeed: { reps: 1 } });

/** A visitor of an address of their own, as the proxy in front says. */
const from = (address: string) => ({ extraHTTPHeaders: { "x-forwarded-for": address } });

test("an admin builds the form before their eyes, and a customer fills it in", async ({
  workspace,
  signIn,
  newBrowser,
  database,
}) => {
  await openToPublic(database, workspace.id);
  const admin = await signIn(workspace.admin);
  await openSettings(admin, workspace.slug);
  const preview = admin.getByRole("complementary", { name: "Vorschau" });
  const questions = admin.getByRole("list", { name: "Eigene Fragen" }).locator("> li");

  await test.step("questions are added, put in order and taken away by keys alone", async () => {
    const add = admin.getByRole("button", { name: "Frage hinzufügen" });
    await add.focus();
    await admin.keyboard.press("Enter");
    await admin.keyboard.type("Wofür?");
    await add.focus();
    await admin.keyboard.press("Enter");
    await admin.keyboard.type("Welcher Stoff?");
    await admin.getByRole("button", { name: "„Welcher Stoff?“ nach oben" }).press("Enter");
    // It is the first now, so only the way down is left.
    await expect(admin.getByRole("button", { name: "„Welcher Stoff?“ nach unten" })).toBeFocused();
    await admin.getByRole("button", { name: "„Welcher Stoff?“ entfernen" }).press("Enter");
    await expect(admin.getByRole("button", { name: "„Wofür?“ entfernen" })).toBeFocused();
    await expect(preview).not.toContainText("Welcher Stoff?");
    await admin.getByRole("button", { name: "Rückgängig" }).click();
    await expect(questions.first().getByRole("textbox", { name: "Frage (Deutsch)" })).toHaveValue(
      "Welcher Stoff?",
    );
  });

  await test.step("what cannot be saved is said at its field", async () => {
    await questions.first().getByRole("combobox", { name: "Antwort" }).selectOption("choice");
    await questions.first().getByRole("switch", { name: "Antwort nötig" }).check();
    await admin
      .getByRole("textbox", { name: "Adresse der Datenschutzerklärung" })
      .fill("spur.example/datenschutz");
    await admin.getByRole("button", { name: "Speichern" }).click();
    await expect(admin.getByText("Bitte zwei bis zwanzig Antworten")).toBeVisible();
    await expect(
      admin.getByRole("textbox", { name: "Adresse der Datenschutzerklärung" }),
    ).toHaveAccessibleDescription(/ganze Adresse/);
    await expect(
      questions.first().getByRole("textbox", { name: "Antwort 1 (Deutsch)" }),
    ).toBeFocused();
    await admin
      .getByRole("textbox", { name: "Adresse der Datenschutzerklärung" })
      .fill("https://spur.example/datenschutz");
    await questions.first().getByRole("textbox", { name: "Antwort 1 (Deutsch)" }).fill("Leinen");
    await questions.first().getByRole("textbox", { name: "Antwort 2 (Deutsch)" }).fill("Loden");
    await questions.first().getByRole("textbox", { name: "Antwort 2 (Englisch)" }).fill("Loden!");
  });

  await test.step("the preview is the form, in either language", async () => {
    await expect(preview.locator("form")).toContainText("Welcher Stoff?");
    await preview.getByRole("radio", { name: "Englisch" }).check();
    await expect(preview.locator("form")).toContainText("Your message");
    await expect(preview.locator("option")).toHaveText(["Please choose", "Leinen", "Loden!"]);
  });

  await test.step("a logo is made small, and whatever is no picture is refused", async () => {
    const logo = admin.getByRole("group", { name: "Logo" });
    const choose = admin.getByLabel(/Bild wählen/);
    await choose.setInputFiles({
      name: "logo.png",
      mimeType: "image/png",
      buffer: Buffer.from("not a picture"),
    });
    await expect(logo).toHaveAccessibleDescription(/Dieses Bild lässt sich nicht lesen/);
    await choose.setInputFiles("e2e/pictures/board-light.png");
    await expect(preview.locator("img")).toHaveJSProperty("naturalWidth", 320);
    await expect(logo).not.toHaveAccessibleDescription(/lässt sich nicht lesen/);
    await admin.getByRole("button", { name: "Logo entfernen" }).click();
    await expect(preview.locator("img")).toHaveCount(0);
    await drop(admin, "e2e/pictures/board-dark.png");
    await expect(preview.locator("img")).toHaveJSProperty("naturalWidth", 320);
  });

  await test.step("lists are chosen, and customers get a page of their own", async () => {
    await admin.getByRole("switch", { name: "Alle angebotenen Listen zeigen" }).uncheck();
    await expect(preview.locator("form")).toContainText("Fabric letter");
    await admin.getByRole("switch", { name: "Stoffbrief" }).uncheck();
    await expect(preview.locator("form")).not.toContainText("Fabric letter");
    await admin.getByRole("switch", { name: "Eigene Seite anbieten" }).check();
    await admin
      .getByRole("group", { name: "Was aus einer Berichtigung wird" })
      .getByRole("combobox", { name: "Telefon" })
      .selectOption("off");
    const { violations } = await new AxeBuilder({ page: admin }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await admin.getByRole("button", { name: "Speichern" }).click();
    await expect(admin.getByText("Kontaktseite gespeichert")).toBeVisible();
  });

  await test.step("a customer sees the same, and what they answer reaches the team", async () => {
    const visitor = await newBrowser(from("203.0.113.21"));
    await visitor.goto(`/contact/${workspace.slug}`);
    await expect(visitor.locator("header img")).toHaveJSProperty("naturalWidth", 320);
    await expect(visitor.getByText("Stoffbrief")).toBeHidden();
    await writeMessage(visitor, {
      name: "Rosa Grünfeld",
      email: `rosa-${workspace.slug}@post.example`,
      message: "40 Schürzen?",
    });
    const choice = visitor.getByRole("combobox", { name: "Welcher Stoff?" });
    await expect(choice).toHaveAccessibleDescription("Bitte wählen Sie eine Antwort.");
    await expect(choice).toBeFocused();
    const { violations } = await new AxeBuilder({ page: visitor }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await choice.selectOption("Loden");
    await visitor.getByRole("button", { name: "Nachricht senden" }).click();
    await expectReceived(visitor);
    await expect
      .poll(() => bodiesOf(database, workspace.id))
      .toEqual(["40 Schürzen?\n\nWelcher Stoff?: Loden"]);
  });
});

test("what was typed stays when a colleague saved first, also while it is being saved", async ({
  workspace,
  signIn,
}) => {
  const [one, two] = await Promise.all([signIn(workspace.admin), signIn(workspace.admin)]);
  await Promise.all([openSettings(one, workspace.slug), openSettings(two, workspace.slug)]);
  await one.getByRole("textbox", { name: "Überschrift (Deutsch)" }).fill("Grüß Gott");
  await one.getByRole("button", { name: "Speichern" }).click();
  await expect(one.getByText("Kontaktseite gespeichert")).toBeVisible();
  await two.getByRole("button", { name: "Frage hinzufügen" }).click();
  await two.keyboard.type("Welcher Stoff?");
  await two.getByRole("button", { name: "Speichern" }).click();
  await expect(two.getByText("Jemand anders hat das gerade geändert")).toBeVisible();
  await expect(two.getByRole("textbox", { name: "Überschrift (Deutsch)" })).toHaveValue(
    "Grüß Gott",
  );
  const held = holdSaving(two);
  await held.ready;
  await two.getByRole("button", { name: "Speichern" }).click();
  await held.arrived;
  await two.getByRole("textbox", { name: "Überschrift (Englisch)" }).fill("Hello");
  held.release();
  await expect(two.getByText("Kontaktseite gespeichert")).toBeVisible();
  await expect(two.getByRole("textbox", { name: "Überschrift (Englisch)" })).toHaveValue("Hello");
  await expect(two.getByRole("textbox", { name: "Frage (Deutsch)" })).toHaveValue("Welcher Stoff?");
});

test("addresses and snippets are copied by a button, and fingers reach all of it", async ({
  workspace,
  signIn,
  environment,
}) => {
  const admin = await signIn(workspace.admin, {
    viewport: { width: 768, height: 1024 },
    hasTouch: true,
    isMobile: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await openSettings(admin, workspace.slug);
  const address = `${environment.appUrl}/contact/${workspace.slug}`;
  const copied = async (name: string) => {
    await admin.getByRole("button", { name: `${name}: kopieren` }).click();
    await expect(admin.getByText(`${name}: kopiert`)).toBeVisible();
    return await admin.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied("Adresse der Seite")).toBe(address);
  expect(await copied("Zeile für die eigene Webseite")).toBe(
    `<script src="${address}/embed.js"></script>`,
  );
  expect(await copied("Rahmen ohne Skript")).toContain(`<iframe src="${address}?lang=de"`);
  await admin.getByRole("button", { name: "Frage hinzufügen" }).click();
  await admin.getByRole("combobox", { name: "Antwort" }).selectOption("choice");
  await admin.getByRole("switch", { name: "Eigene Seite anbieten" }).check();
  await expect.poll(() => smallTargets(admin)).toEqual([]);
});

async function openSettings(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/settings/contact-page`);
  await awake(page.getByRole("switch", { name: "Für alle offen" }));
}

/** Lets go of a file over the page. */
async function drop(page: Page, path: string): Promise<void> {
  const picture = (await readFile(path)).toString("base64");
  const dataTransfer = await page.evaluateHandle(async (content) => {
    const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], "logo.png", { type: "image/png" }));
    return transfer;
  }, picture);
  await page.locator("body").dispatchEvent("drop", { dataTransfer });
}

/** Keeps the next saving on its way until it is released. */
function holdSaving(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const ready = page.route(/contactPageSettings\.update/, async (route) => {
    arrive();
    await released;
    await route.continue();
  });
  return { ready, arrived, release: () => release() };
}

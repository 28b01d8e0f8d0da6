import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium";

/** Real browsers against the built application and a stack of their own (e2e/global-setup.ts). */
export default defineConfig({
  testDir: "e2e",
  // The clone installs and builds, so it comes last and alone of its kind.
  projects: [
    { name: "browsers", testMatch: "**/*.spec.ts", testIgnore: "**/fresh-clone.spec.ts" },
    { name: "fresh clone", testMatch: "**/fresh-clone.spec.ts", retries: 0, timeout: 10 * 60_000 },
  ],
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // For machines that have other work as well; nothing here waits for time to pass.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  // One more try for a busy machine; a test that needs it is named as flaky in the report.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    actionTimeout: 30_000,
    // Recording takes as long again as the tests themselves.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        // Chromium cannot build its sandbox as root, which is what containers run as.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium for the end-to-end tests: CHROMIUM_PATH, one that is installed, or else one that is
 * installed now, from Playwright's downloads or, as root on Debian, from the distribution.
 * @throws when none can be had, with the command that would help
 */
export function findChromium(): string {
  const present = installed();
  if (present) return present;
  console.log("Installing Chromium for the end-to-end tests …");
  run("npx", ["playwright", "install", "chromium"]);
  const downloaded = installed();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update"]);
    run("apt-get", [
      "install",
      "-y",
      "--no-install-recommends",
      "chromium",
      "fonts-liberation",
      "fonts-noto-cjk",
    ]);
  }
  const packaged = installed();
  if (packaged) return packaged;
  throw new Error(
    "No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.",
  );
}

function installed(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...KNOWN, chromium.executablePath()].find(
    (path) => path !== undefined && existsSync(path),
  );
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: "inherit",
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

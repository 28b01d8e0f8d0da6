import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "./build-app";
import { findChromium } from "./chromium";

interface Tally {
  passed: number;
  failed: number;
}

interface Check {
  name: string;
  run(reportPath: string): Promise<Tally>;
}

const CHECKS: readonly Check[] = [
  {
    name: "format, lint and import walls",
    run: () => tool(["@biomejs/biome/bin/biome", "ci", "--error-on-warnings"]),
  },
  { name: "types", run: () => tool(["typescript/bin/tsc", "--project", "tsconfig.check.json"]) },
  { name: "dead code", run: () => tool(["knip/bin/knip.js"]) },
  { name: "unit, SQL and server tests", run: vitest },
  { name: "build", run: () => asCheck(async () => void (await buildApp())) },
  { name: "end-to-end tests", run: playwright },
];

/**
 * Runs every check and test, all of them even when one fails, and ends with the plain line
 * `N passed, N failed`. Arguments choose checks by a part of their name.
 * @returns the exit code
 */
export async function runChecks(wanted: readonly string[]): Promise<number> {
  const reports = await mkdtemp(join(tmpdir(), "spur-reports-"));
  const total: Tally = { passed: 0, failed: 0 };
  const chosen = CHECKS.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  for (const [index, { name, run }] of chosen.entries()) {
    console.log(`\n── ${name} ──`);
    const started = Date.now();
    const { passed, failed } = await run(join(reports, `${index}.json`)).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    console.log(
      `${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
    );
    total.passed += passed;
    total.failed += failed;
  }
  await rm(reports, { recursive: true, force: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function tool([script = "", ...args]: string[]): Promise<Tally> {
  const code = await node([`node_modules/${script}`, ...args]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function asCheck(work: () => Promise<void>): Promise<Tally> {
  await work();
  return { passed: 1, failed: 0 };
}

async function vitest(report: string): Promise<Tally> {
  const code = await node([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    await readFile(report, "utf8"),
  );
  return atLeastOneFailure(code, numPassedTests, Math.max(numFailedTests, numFailedTestSuites));
}

async function playwright(report: string): Promise<Tally> {
  const code = await node(["node_modules/@playwright/test/cli.js", "test"], {
    CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats } = JSON.parse(await readFile(report, "utf8"));
  return atLeastOneFailure(code, stats.expected + stats.flaky, stats.unexpected);
}

/** A runner that ends badly without naming a test must not count as a success. */
function atLeastOneFailure(code: number, passed: number, failed: number): Tally {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function node(args: string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

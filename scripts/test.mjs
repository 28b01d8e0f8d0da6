import { prepare } from "./prepare.mjs";

await prepare();
const { runChecks } = await import("./run-checks.ts");
process.exitCode = await runChecks(process.argv.slice(2));

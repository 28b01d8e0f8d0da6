import { prepare } from "./prepare.mjs";

await prepare();
const { serve } = await import("./serve.ts");
await serve({ development: process.argv.includes("--dev") });

import { readWorkerSettings } from "../server/worker/settings";
import { startWorker } from "../server/worker/worker";

/** `npm run worker`: background work for a hosted project; `npm start` brings it by itself. */
const worker = await startWorker(readWorkerSettings());
console.log("The worker is ready.");
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void worker.stop().then(() => process.exit(0)));
}

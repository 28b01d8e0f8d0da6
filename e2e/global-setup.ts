import { shareEnvironment, startEnvironment } from "./environment";

/** Playwright calls what this resolves to when all tests have run. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { environment, stop } = await startEnvironment();
  shareEnvironment(environment);
  return stop;
}

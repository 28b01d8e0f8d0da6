import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.slice(0, -1),
  // Next gives server code the empty half of this package; so do the tests.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

// One stack for both projects that need one; the pure projects start nothing.
const globalSetup = ["supabase/tests/global-setup.ts"];
// Property tests take their time on a machine that does other things as well.
const pureTest = { testTimeout: 20_000 };
const stackTest = { globalSetup, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { ...pureTest, name: "domain", include: ["domain/**/*.test.ts"] },
      },
      {
        resolve: { alias },
        test: { ...pureTest, name: "app", include: ["app/**/*.test.{ts,tsx}"] },
      },
      {
        resolve: { alias },
        test: {
          ...stackTest,
          name: "supabase",
          include: ["supabase/**/*.test.ts", "seeds/**/*.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: { ...stackTest, name: "server", include: ["server/**/*.test.ts"] },
      },
      {
        resolve: { alias },
        test: { ...stackTest, name: "proofs", include: ["proofs/**/*.test.ts"] },
      },
    ],
  },
});

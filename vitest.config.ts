/** All tests that run in Node: units beside the sources, and those under test/ that need no editor and no browser. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["server/src/**/*.test.ts", "client/src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.mjs"],
    // The suites that bring their own runners.
    exclude: ["test/editor/**", "test/browser/**"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/fast-check-seed.ts"],
    // Random edits of large files take a while where the machine is shared.
    testTimeout: 120_000,
    // The totals that scripts/test.mjs adds to those of the other suites are in this file; people read the other one.
    reporters: process.env.KINGSNAKE_TEST_REPORT
      ? ["default", ["json", { outputFile: process.env.KINGSNAKE_TEST_REPORT }]]
      : ["default"],
  },
});

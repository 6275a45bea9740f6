import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    setupFiles: ["test/matchers.ts", "../../.ci/property-seed.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

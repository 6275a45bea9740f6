import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["loaders/**/*.test.ts", "scripts/**/*.test.ts", "worker/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // For two cores: two browsers at a time, each with a few pages open.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
});

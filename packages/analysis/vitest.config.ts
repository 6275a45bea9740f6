import { defineConfig } from "vitest/config";

// A busy machine is slow, not wrong: no test asserts a time.
export default defineConfig({
  test: { setupFiles: ["../../.ci/property-seed.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});

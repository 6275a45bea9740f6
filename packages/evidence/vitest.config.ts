import { defineConfig } from "vitest/config";

// Nothing here changes what it reads, so that the tests of one worker share the packages and the rounds. A busy machine is
// slow, not wrong: no test asserts a time.
export default defineConfig({
  test: { setupFiles: ["../../.ci/property-seed.ts"], isolate: false, testTimeout: 300_000, hookTimeout: 300_000 },
});

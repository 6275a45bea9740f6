import { defineConfig } from "vitest/config";

// The datasets are read once and never changed in place, so the tests of one worker may share them. A busy machine is
// slow, not wrong: no test asserts a time.
export default defineConfig({ test: { isolate: false, testTimeout: 180_000, hookTimeout: 180_000 } });

import { defineConfig } from "vitest/config";

// A busy machine is slow, not wrong: no test asserts a time.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000 } });

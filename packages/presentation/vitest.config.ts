import { defineConfig } from "vitest/config";

// A busy machine is slow, not wrong: no test asserts a time.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000 } });

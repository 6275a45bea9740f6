import { defineConfig } from "vitest/config";

// The tests start processes: more than one file at a time would only make them wait for each other.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false } });

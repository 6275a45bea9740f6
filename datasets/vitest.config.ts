import { defineConfig } from "vitest/config";

// The datasets are read once and never changed in place, so the tests of one worker may share them.
export default defineConfig({ test: { isolate: false } });

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,electron,renderer,build}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // Two workers keep a small machine responsive and lose little on a large one.
    maxWorkers: 2,
  },
});

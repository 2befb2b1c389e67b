import { defineConfig } from '@playwright/test';
import { resolveElectron } from './build/electron-dist.mjs';

// The workers inherit it, and so does everything that asks the electron package for its path.
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= (await resolveElectron()).dist;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  // One real window at a time: focus and the clipboard belong to the whole display.
  workers: 1,
  timeout: 60_000,
  // Real windows on a busy machine: a second try, reported as flaky, so that it is seen and mended.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: 'out/reports/e2e.json' }]],
});

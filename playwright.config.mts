import { defineConfig } from '@playwright/test';
import { resolveElectron } from './build/electron-dist.mjs';

// The workers inherit it, and so does everything that asks the electron package for its path.
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= (await resolveElectron()).dist;

// One real window at a time on a display: focus and the clipboard belong to the whole of it. So there are as many
// workers as build/e2e.mjs gave displays, and each takes its own; this file is read in every worker.
const displays = (process.env.POSTIL_DISPLAYS ?? '').split(' ').filter((name) => name !== '');
const own = displays[Number(process.env.TEST_PARALLEL_INDEX)];
if (own) process.env.DISPLAY = own;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Pictures of every screen, for people to look at: `POSTIL_GALLERY=1 npm run e2e -- gallery`.
  testIgnore: process.env.POSTIL_GALLERY ? [] : ['**/gallery.spec.ts'],
  outputDir: 'out/e2e',
  workers: Math.max(1, displays.length),
  timeout: 60_000,
  // What is waited for comes in a moment, but on a busy machine it may take ten times as long.
  expect: { timeout: 15_000 },
  // Real windows on a busy machine: a second try, reported as flaky, so that it is seen and mended.
  retries: 1,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: 'out/reports/e2e.json' }]],
});

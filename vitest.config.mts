import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,electron,renderer,build}/**/*.test.{ts,tsx}'],
    // For what hangs: a busy machine with a slow disk needs ten times what a quiet one does.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // pdf.js leaves some promises of damaged files to nobody. In the app electron/reader.ts lets them be.
    onUnhandledError: ({ stack = '' }) => !stack.includes('pdfjs-dist'),
    // Two workers keep a small machine responsive and lose little on a large one.
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // The unit tests share nothing that changes: one process for all of them saves most of the time.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], pool: 'threads', isolate: false } },
      // The command line speaks English in them, wherever they run.
      {
        test: {
          name: 'protocol',
          include: ['test/protocol/**/*.test.ts'],
          testTimeout: 20_000,
          env: { LC_ALL: 'C' },
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Inputs that are random (`RUNS=` for more of them) or so large that quadratic work would exceed the time limit. */
const properties = 'test/unit/**/*.property.test.ts';
/** Unit tests share no state that changes: one process for all of them saves most of the time. */
const oneProcess = { pool: 'threads', isolate: false } as const;
const snapshotSerializers = ['./test/unit/support/plainText.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: [properties], snapshotSerializers, ...oneProcess } },
      { test: { name: 'unit:property', include: [properties], testTimeout: 30_000, ...oneProcess } },
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

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Inputs that are random (`RUNS=` for more of them) or so large that quadratic work would exceed the time limit. */
const properties = 'test/unit/**/*.property.test.ts';
/** Unit tests share no state that changes: one process for all of them saves most of the time. */
const oneProcess = { pool: 'threads', isolate: false } as const;
const snapshotSerializers = ['./test/unit/support/plainText.ts'];
/** The client's view code runs without an editor. */
const resolve = { alias: { vscode: fileURLToPath(new URL('test/unit/client/support/vscode.ts', import.meta.url)) } };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: [properties], snapshotSerializers, ...oneProcess } },
      { resolve, test: { name: 'unit:property', include: [properties], testTimeout: 30_000, ...oneProcess } },
      // The command line speaks English in them, wherever they run.
      {
        test: {
          name: 'protocol',
          include: ['test/protocol/**/*.test.ts'],
          testTimeout: 20_000,
          env: { LC_ALL: 'C' },
        },
      },
      // Tests that name files, with a client that spells URIs as VS Code does.
      {
        test: {
          name: 'protocol:spelling',
          include: ['commands', 'config', 'navigation', 'views'].map((name) => `test/protocol/${name}.test.ts`),
          testTimeout: 20_000,
          env: { LC_ALL: 'C', BRIEFMARK_SPELLING: 'vscode' },
        },
      },
    ],
  },
});

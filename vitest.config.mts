import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Inputs that are random (`RUNS=` for more of them) or so large that quadratic work would exceed the time limit. */
const properties = 'test/unit/**/*.property.test.ts';
/** Unit tests share no state that changes: one process for all of them saves most of the time. */
const oneProcess = { pool: 'threads' as const, isolate: false, setupFiles: ['test/unit/support/fixedSeed.ts'] };
/** Tests of the command line, the bundles and the threads, which no client takes part in. */
const withoutClient = ['checkCache', 'checkCacheProperty', 'checkThreads', 'cli', 'cliInputs', 'compiled', 'diff', 'fix', 'npm', 'pipelines', 'realTexts', 'recorded', 'release', 'suggest'].map((name) => `test/protocol/${name}.test.ts`);
/** How long they wait for what must come, on a machine that is busy with other work. */
const patience = { poll: { timeout: 30_000 } };
const snapshotSerializers = ['./test/unit/support/plainText.ts'];
/** The client's view code runs without an editor. */
const resolve = { alias: { vscode: fileURLToPath(new URL('test/unit/client/support/vscode.ts', import.meta.url)) } };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: [properties], testTimeout: 30_000, snapshotSerializers, ...oneProcess } },
      { resolve, test: { name: 'unit:property', include: [properties], testTimeout: 60_000, ...oneProcess } },
      // The command line speaks English in them, wherever they run.
      {
        test: {
          name: 'protocol',
          include: ['test/protocol/**/*.test.ts'],
          testTimeout: 60_000,
          expect: patience,
          env: { LC_ALL: 'C' },
        },
      },
      // All of them again, with a client that spells URIs as VS Code does and whose folder is reached through a link.
      {
        test: {
          name: 'protocol:spelling',
          include: ['test/protocol/**/*.test.ts'],
          exclude: withoutClient,
          testTimeout: 60_000,
          expect: patience,
          env: { LC_ALL: 'C', BRIEFMARK_SPELLING: 'vscode' },
        },
      },
    ],
  },
});

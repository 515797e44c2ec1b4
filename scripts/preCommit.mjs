#!/usr/bin/env node
/** The hooks for pre-commit (`.pre-commit-hooks.yaml`): builds the command line in the clone of pre-commit when it is first used, and runs it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fail, root } from './run.mjs';
import { setup } from './setup.mjs';

await setup().catch(fail);
const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 2;

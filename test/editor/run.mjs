/** `node test/editor/run.mjs [WORDS]`: the packaged extension in the real VS Code, on a copy of the samples. */
import { packagePath } from '../../scripts/package.mjs';
import { fail } from '../../scripts/run.mjs';
import { testInEditor } from './session.mjs';

for (const name of [
  'reading',
  'seeing',
  'notes',
  'changes',
  'editing',
  'writing',
  'views',
  'release',
  'walkthrough',
  'tasks',
  'preview',
  'graph',
  'timeline',
  'recovery',
])
  await import(`./${name}.test.mjs`);

await testInEditor({
  folders: ['samples', 'test/editor/fixtures'],
  vsix: packagePath(),
  pattern: process.argv.slice(2).join(' '),
}).catch(fail);

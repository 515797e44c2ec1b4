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
  'wizard',
  'annotate',
  'lightbulb',
  'pasting',
  'registries',
  'views',
  'include',
  'markdownPreview',
  'release',
  'walkthrough',
  'checkAll',
  'preview',
  'signoff',
  'review',
  'compare',
  'graph',
  'timeline',
  // Its brief goes with it, and VS Code keeps the text of a deleted file for a while: other scenarios count briefs.
  'bibliographies',
  'recovery',
])
  await import(`./${name}.test.mjs`);

await testInEditor({
  folders: ['samples', 'test/editor/fixtures'],
  vsix: packagePath(),
  pattern: process.argv.slice(2).join(' '),
}).catch(fail);

/** The command line as a task, and what it says under Problems. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

/** No test before this one had it open: what is open, or was just now, the editor itself looks after. */
const lost = 'fees.brief';

/** Waits until extensions answer; only then there are tasks. @param {import('./driver.mjs').Editor} editor */
async function ready(editor) {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
}

test('the task that checks the workspace lists the findings of files that are not open', async (editor) => {
  await ready(editor);
  await editor.command('Briefmark: Check All Briefs');
  const [row] = await editor.until(
    () => editor.problems(lost),
    (rows) => rows.length > 0,
  );
  assert.match(row ?? '', /^The source of .* is missing\..* briefmark missing-source \[Ln 6, Col 29\]$/);
  // What the editor says of an open brief is not said twice.
  const twice = (await editor.problems('harbour.brief')).filter((words) => words.includes('May 12'));
  assert.equal(twice.length, 1);
});

test('a task of tasks.json checks what it names, as strictly as it says', async (editor) => {
  await ready(editor);
  await editor.chooseInBox('Control+p', 'task strict', 'strict sahel');
  await editor.until(
    () => editor.problems('sahel-update.brief.md'),
    (rows) => rows.some((words) => words.includes('single-source-judgement')),
  );
});

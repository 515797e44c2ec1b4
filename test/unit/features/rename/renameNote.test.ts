import { expect, test } from 'vitest';
import { noteLabelAt, noteLabelChanges } from '../../../../server/src/features/rename/renameNote.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { apply, withCursor } from '../../support/world.ts';

/** The text after the label at the cursor has been renamed, or why it is not. */
function rename(marked: string, newLabel: string): string {
  const { text, offset } = withCursor(marked);
  const brief = readBrief(text);
  const found = noteLabelAt(brief, offset);
  if (!found) return 'no label';
  const changes = noteLabelChanges('file:///a.brief', brief, found.label, newLabel);
  return 'reason' in changes ? changes.reason : apply(text, changes);
}

const NOTES = '\n\n[^1]: TASS, May 3, 2021.\n[^b]: Reuters, May 4, 2021.\n';

test('at a marker and at the note: all markers and the note', () => {
  const after = `It slept.[^cat] It woke.[^b] It ate.[^cat]${NOTES.replace('[^1]', '[^cat]')}`;
  expect(rename(`It slept.[^|1] It woke.[^b] It ate.[^1]${NOTES}`, 'cat')).toBe(after);
  expect(rename(`It slept.[^1] It woke.[^b] It ate.[^1]${NOTES.replace('[^1', '[^1|')}`, 'cat')).toBe(after);
});

test('markers that have lost their note', () => {
  expect(rename(`It slept.[^|9] It woke.[^9]${NOTES}`, '8')).toBe(`It slept.[^8] It woke.[^8]${NOTES}`);
});

test('refused: a label that another note has, and what is no label', () => {
  expect(rename(`It slept.[^|1]${NOTES}`, 'b')).toMatchInlineSnapshot(
    `The label b already belongs to another note. Choose another label.`,
  );
  expect(rename(`It slept.[^|1]${NOTES}`, 'a b')).toMatchInlineSnapshot(
    `“a b” cannot be the label of a note. Use up to 40 letters, digits, hyphens or underscores.`,
  );
});

test('not in the words of a note, and not for numbers', () => {
  expect(rename(`It slept.[^1]${NOTES.replace('TASS', 'TA|SS')}`, 'cat')).toBe('no label');
  expect(rename('It slept.[|1] It woke.[2]\n\n# Notes\n\n1. TASS, May 3.\n2. Reuters, May 4.\n', 'cat')).toBe(
    'no label',
  );
});

import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const show = (code: string, fixture: string) => showFindings(fixture, { settings: onlyRule(code) });
const fix = async (code: string, fixture: string) =>
  (await firstFix(fixture, code, { settings: onlyRule(code) })).join('\n');

test('the ways in which notes and markers do not match', () => {
  expect(
    show(
      'unused-note',
      `
      One.[3] Two.[1] Three.[2]

      [1] Dawn, May 3, 2022.
      [2] TASS, May 2, 2022.
      [2] AFP, May 4, 2022.
      [3] RFI, May 2, 2022.
      [4] RFI, May 5, 2022.
      [5] RFI, May 6, 2022.
      `,
    ),
  ).toMatchInlineSnapshot(`
    One.[3] Two.[1] Three.[2]
                ^^^ unused-note Note 1 is first used after note 3. Renumber the notes.
    [2] AFP, May 4, 2022.
    ^^^ unused-note More than one note has the number 2. Renumber the notes.
    [4] RFI, May 5, 2022.
    ^^^ unused-note No marker points to the notes 4, 5. Remove them, or add their markers.
  `);
});

test('an unused note is removed, and misordered ones are renumbered', async () => {
  expect(
    await fix(
      'unused-note',
      'One.[1] Two.[3]\n\n[1] Dawn, May 3, 2022.\n[2] AFP, May 4, 2022.\n[3] RFI, May 5, 2022.\n',
    ),
  ).toMatchInlineSnapshot(`
    Remove note 2
    One.[1] Two.[2]

    [1] Dawn, May 3, 2022.
    [2] RFI, May 5, 2022.
  `);
  // A single line in brackets would be no list.
  expect(await fix('unused-note', 'One.[1]\n\n[1] Dawn, May 3, 2022.\n[2] AFP, May 4, 2022.\n')).toBe('no fix');
  expect(
    await fix('unused-note', 'One.[2] Two.[1]\n\n[1] Dawn, May 3, 2022.\n[2] AFP, May 4, 2022.\n'),
  ).toMatchInlineSnapshot(`
    Renumber the notes in the order of use
    One.[1] Two.[2]

    [1] AFP, May 4, 2022.
    [2] Dawn, May 3, 2022.
  `);
});

test('the note that does not exist is created; a marker without a number is left to the author', async () => {
  expect(
    await fix('missing-source', 'One.[1] Two.[2] Three.[3]\n\n[1] Dawn, May 3, 2022.\n[3] AFP, May 4, 2022.\n'),
  ).toMatchInlineSnapshot(`
    Create note 2
    One.[1] Two.[2] Three.[3]

    [1] Dawn, May 3, 2022.
    [2] 
    [3] AFP, May 4, 2022.
  `);
  expect(await fix('missing-source', 'It fell.[1] It rose.[2] It stood.[3]\n')).toMatchInlineSnapshot(`
    Create the missing notes
    It fell.[1] It rose.[2] It stood.[3]

    [1] 
    [2] 
    [3]
  `);
  expect(await fix('missing-source', 'One.[1] Two.[]\n\n[1] Dawn, May 3, 2022.\n[2] AFP, May 4, 2022.\n')).toBe(
    'no fix',
  );
});

test('what a chat assistant left is deleted, with its start', async () => {
  expect(await fix('assistant-leftover', 'It fell 【4†source】, they say.\n')).toMatchInlineSnapshot(`
    Delete “【4†source】”
    It fell, they say.
  `);
  expect(await fix('assistant-leftover', '[cite_start]It fell on Monday. [cite: 1]\n')).toMatchInlineSnapshot(`
    Delete “[cite: 1]”
    It fell on Monday.
  `);
});

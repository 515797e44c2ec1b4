import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DIAGNOSTICS } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyRandomEdit, briefText, randomEdit, testAsyncProperty } from '../support/arbitraries.ts';
import { openBrief } from './openBrief.ts';

testAsyncProperty(
  'after any edits, an answer equals a fresh one, and has a new id if it differs from the last one',
  briefText(60),
  fc.array(fc.tuple(randomEdit, fc.boolean()), { minLength: 1, maxLength: 6 }),
  async (text, changes) => {
    const brief = openBrief(text);
    let before = await brief.tell();
    for (const [one, asks] of changes) {
      const { edit } = applyRandomEdit(brief.text(), one);
      brief.replace(edit.start, edit.end, one.inserted);
      if (!asks) continue;
      const after = await brief.tell();
      expect(after.diagnostics).toEqual((await openBrief(brief.text()).tell()).diagnostics);
      if (after.resultId === before.resultId) expect(after.diagnostics).toEqual(before.diagnostics);
      before = after;
    }
  },
);

const BRIEF = 'First they came (, May 3).\n\nThen they left (, May 4). And so on.\n';

describe('an answer that takes several turns', () => {
  type Open = ReturnType<typeof openBrief>;
  const text = `${BRIEF}Few (TASS, June 3, 2021).\n`;
  test.each([
    ['the text', (brief: Open) => brief.replace(0, 0, 'Many (, June 1). ')],
    [
      'the registries',
      (brief: Open) => brief.define('references: [{ id: t, title: T, container-title: TASS, issued: 2021-06-03 }]\n'),
    ],
  ])('uses %s as it is at the end, whenever it has changed', async (_, edit) => {
    const edited = openBrief(text);
    const before = (await edited.tell()).diagnostics;
    edit(edited);
    const after = (await edited.tell()).diagnostics;
    expect(after).not.toEqual(before);
    let turn = 1;
    for (let isEdited = true; isEdited; turn++) {
      const brief = openBrief(text);
      isEdited = false;
      const inBetween = () => {
        isEdited = true;
        edit(brief);
      };
      const report = await brief.askInTurns(inBetween, turn);
      expect(report).toMatchObject({ items: isEdited ? after : before });
    }
    expect(turn).toBeGreaterThan(3);
  });
  test('is empty when the document has been closed', async () => {
    const brief = openBrief(BRIEF);
    expect(await brief.askInTurns(brief.close, 3)).toBeUndefined();
  });
});

describe('more findings than an editor shows', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `They left (, May ${(index % 30) + 1}).\n`);
  const rows = async (text: string) =>
    (await openBrief(text).tell()).diagnostics.map(
      ({ code, message, range }) => `${range.start.line} ${code ?? message}`,
    );

  test('all are shown as long as they fit', async () => {
    expect(await rows(lines(MAX_DIAGNOSTICS).join('\n'))).toHaveLength(MAX_DIAGNOSTICS);
  });
  test('the most severe are shown, the first of those, and how many are left out', async () => {
    const ambiguous = 'They stay (TASS, May 3, 2021).\n\n';
    const text = `${ambiguous}${lines(MAX_DIAGNOSTICS + 5).join('\n')}`;
    const shown = await rows(text);
    expect(shown).toHaveLength(MAX_DIAGNOSTICS);
    expect(shown[0]).toBe('2 missing-source');
    expect(shown.at(-2)).toBe(`${2 * MAX_DIAGNOSTICS - 2} missing-source`);
    expect(shown.at(-1)).toMatch(/^0 \d+ more findings are not shown/);
  });
  test('an answer is news where only the number of those left out has changed', async () => {
    const brief = openBrief(lines(MAX_DIAGNOSTICS + 5).join('\n'));
    const { resultId } = await brief.tell();
    brief.replace(brief.text().length - 1, brief.text().length, '\n\nAnd they left (, May 4).\n');
    const after = await brief.tell();
    expect(after.resultId).not.toBe(resultId);
    expect(after.diagnostics).toEqual((await openBrief(brief.text()).tell()).diagnostics);
  });
});

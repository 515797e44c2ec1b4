import { describe, expect, test } from 'vitest';
import { MAX_DIAGNOSTICS } from '../../../../server/src/features/diagnostics/diagnostics.ts';
import { openBrief } from './support.ts';

const BRIEF = 'First they came (, May 3).\n\nThen they left (, May 4). And so on.\n';

describe('an answer after an edit', () => {
  const edited = (from: string, to: string) => {
    const brief = openBrief(BRIEF);
    const before = brief.tell();
    const start = BRIEF.indexOf(from);
    brief.replace(start, start + from.length, to);
    const after = brief.tell();
    expect(after.diagnostics).toEqual(openBrief(brief.text()).tell().diagnostics);
    const kept = after.diagnostics.filter((one) => before.diagnostics.includes(one)).length;
    return `${after.resultId === before.resultId ? 'unchanged' : 'news'}, ${kept} of ${after.diagnostics.length} kept`;
  };

  test('is the same where no finding has moved', () => {
    expect(edited('so on', 'so it goes on')).toBe('unchanged, 2 of 2 kept');
    expect(edited('came', 'went')).toBe('unchanged, 2 of 2 kept');
  });
  test('is news where one has moved, gone or come', () => {
    expect(edited('they came', 'came')).toBe('news, 1 of 2 kept');
    expect(edited('\n\nThen', '\n\n\nThen')).toBe('news, 1 of 2 kept');
    expect(edited('(, May 4)', '')).toBe('news, 1 of 1 kept');
    expect(edited('so on', 'so on (, May 5)')).toBe('news, 2 of 3 kept');
  });
  test('is news where one was edited: the editor may have squeezed the place', () => {
    expect(edited(', May 3', ', May 3')).toBe('news, 2 of 2 kept');
    expect(edited('(, May 4)', '(, May 4)')).toBe('news, 2 of 2 kept');
  });
});

test('an edited place is followed through later edits until the next answer', () => {
  const brief = openBrief(BRIEF);
  const { resultId } = brief.tell();
  const at = brief.text().indexOf(', May 4');
  brief.replace(at, at + 7, ', May 4');
  brief.replace(0, 0, 'Yes. ');
  brief.replace(0, 5, '');
  const after = brief.tell();
  expect(after.resultId).not.toBe(resultId);
  brief.replace(0, 5, 'First');
  expect(brief.tell().resultId).toBe(after.resultId);
});

test('a client that knows the last answer is told that it still holds, any other one everything', async () => {
  const brief = openBrief(BRIEF);
  const full = await brief.ask();
  expect(full).toMatchObject({ kind: 'full', items: [{ code: 'missing-source' }, { code: 'missing-source' }] });
  const { resultId } = full as { resultId: string };
  expect(await brief.ask(resultId)).toEqual({ kind: 'unchanged', resultId });
  expect(await brief.ask('0')).toEqual(full);
  expect(await brief.ask()).toEqual(full);
  expect(await openBrief(BRIEF).ask(resultId)).toMatchObject({ kind: 'full' });
});

describe('what is found in turns', () => {
  type Open = ReturnType<typeof openBrief>;
  const text = `${BRIEF}Few (TASS, June 3, 2021).\n`;
  test.each([
    ['the text', (brief: Open) => brief.replace(0, 0, 'Many (, June 1). ')],
    [
      'the registries',
      (brief: Open) => brief.define('references: [{ id: t, title: T, container-title: TASS, issued: 2021-06-03 }]\n'),
    ],
  ])('is of %s at the end of them, whenever that has changed', async (_, edit) => {
    const edited = openBrief(text);
    const before = edited.tell().diagnostics;
    edit(edited);
    const after = edited.tell().diagnostics;
    expect(after).not.toEqual(before);
    let turn = 1;
    for (let isEdited = true; isEdited; turn++) {
      const brief = openBrief(text);
      isEdited = false;
      const inBetween = () => {
        isEdited = true;
        edit(brief);
      };
      const told = await brief.tellInTurns(inBetween, turn);
      expect(told?.diagnostics).toEqual(isEdited ? after : before);
    }
    expect(turn).toBeGreaterThan(3);
  });
  test('is nothing when the document has been closed', async () => {
    const brief = openBrief(BRIEF);
    expect(await brief.tellInTurns(brief.close, 3)).toBeUndefined();
  });
});

describe('of more findings than an editor shows', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `They left (, May ${(index % 30) + 1}).\n`);
  const rows = (text: string) =>
    openBrief(text)
      .tell()
      .diagnostics.map(({ code, message, range }) => `${range.start.line} ${code ?? message}`);

  test('all are shown as long as they fit', () => {
    expect(rows(lines(MAX_DIAGNOSTICS).join('\n'))).toHaveLength(MAX_DIAGNOSTICS);
  });
  test('the worst are shown, of those the first, and how many are not', () => {
    const ambiguous = 'They stay (TASS, May 3, 2021).\n\n';
    const text = `${ambiguous}${lines(MAX_DIAGNOSTICS + 5).join('\n')}`;
    const shown = rows(text);
    expect(shown).toHaveLength(MAX_DIAGNOSTICS);
    expect(shown[0]).toBe('2 missing-source');
    expect(shown.at(-2)).toBe(`${2 * MAX_DIAGNOSTICS - 2} missing-source`);
    expect(shown.at(-1)).toMatch(/^0 \d+ more findings are not shown/);
  });
  test('an answer is news where only how many are not shown has changed', () => {
    const brief = openBrief(lines(MAX_DIAGNOSTICS + 5).join('\n'));
    const { resultId } = brief.tell();
    brief.replace(brief.text().length - 1, brief.text().length, '\n\nAnd they left (, May 4).\n');
    expect(brief.tell().resultId).not.toBe(resultId);
    expect(brief.tell().diagnostics).toEqual(openBrief(brief.text()).tell().diagnostics);
  });
});

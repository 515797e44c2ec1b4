import { describe, expect, test } from 'vitest';
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

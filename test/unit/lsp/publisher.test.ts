import { describe, expect, test } from 'vitest';
import { openBrief } from './openBrief.ts';

const BRIEF = 'First they came (, May 3).\n\nThen they left (, May 4). And so on.\n';

describe('an answer after an edit', () => {
  const edited = async (from: string, to: string) => {
    const brief = openBrief(BRIEF);
    const before = await brief.tell();
    const start = BRIEF.indexOf(from);
    brief.replace(start, start + from.length, to);
    const after = await brief.tell();
    expect(after.diagnostics).toEqual((await openBrief(brief.text()).tell()).diagnostics);
    const kept = after.diagnostics.filter((one) => before.diagnostics.includes(one)).length;
    return `${after.resultId === before.resultId ? 'unchanged' : 'news'}, ${kept} of ${after.diagnostics.length} kept`;
  };

  test('is the same where no finding has moved', async () => {
    expect(await edited('so on', 'so it goes on')).toBe('unchanged, 2 of 2 kept');
    expect(await edited(' And', ' Or')).toBe('unchanged, 2 of 2 kept');
  });
  test('is news where a finding has moved, gone or come', async () => {
    expect(await edited('they came', 'came')).toBe('news, 1 of 2 kept');
    expect(await edited('\n\nThen', '\n\n\nThen')).toBe('news, 1 of 2 kept');
    expect(await edited('(, May 4)', '')).toBe('news, 1 of 1 kept');
    expect(await edited('so on', 'so on (, May 5)')).toBe('news, 2 of 3 kept');
  });
  test('is news where a finding was edited: the editor may have squeezed its range', async () => {
    expect(await edited(', May 3', ', May 3')).toBe('news, 2 of 2 kept');
    expect(await edited('(, May 4)', '(, May 4)')).toBe('news, 2 of 2 kept');
  });
});

test('an edited span is followed through later edits until the next answer', async () => {
  const brief = openBrief(BRIEF);
  const { resultId } = await brief.tell();
  const at = brief.text().indexOf(', May 4');
  brief.replace(at, at + 7, ', May 4');
  brief.replace(0, 0, 'Yes. ');
  brief.replace(0, 5, '');
  const after = await brief.tell();
  expect(after.resultId).not.toBe(resultId);
  brief.replace(0, 5, 'First');
  expect((await brief.tell()).resultId).toBe(after.resultId);
});

test('a client that has the last answer is told that it holds, any other client gets all diagnostics', async () => {
  const brief = openBrief(BRIEF);
  const full = await brief.ask();
  expect(full).toMatchObject({ kind: 'full', items: [{ code: 'missing-source' }, { code: 'missing-source' }] });
  const { resultId } = full as { resultId: string };
  expect(await brief.ask(resultId)).toEqual({ kind: 'unchanged', resultId });
  expect(await brief.ask('0')).toEqual(full);
  expect(await brief.ask()).toEqual(full);
  brief.reopen();
  expect(await brief.ask(resultId)).toMatchObject({ kind: 'full' });
});

describe('diagnostics are pushed', () => {
  test('to a client that does not ask for them: when they have changed, and empty when the document is closed', async () => {
    const brief = openBrief(BRIEF, { isPulling: false });
    brief.push();
    expect(await brief.pushed()).toEqual([{ version: 1, codes: ['missing-source', 'missing-source'] }]);
    brief.replace(BRIEF.indexOf('so on'), BRIEF.indexOf('so on') + 2, 'so it goes');
    brief.push();
    expect(await brief.pushed()).toHaveLength(1);
    brief.replace(0, 0, 'Many (, June 1). ');
    brief.push();
    expect((await brief.pushed()).at(-1)).toMatchObject({ version: 3, codes: Array(3).fill('missing-source') });
    brief.close();
    expect((await brief.pushed()).at(-1)).toEqual({ codes: [] });
  });
  test('never to a client that asks', async () => {
    const brief = openBrief(BRIEF);
    brief.push();
    brief.close();
    expect(await brief.pushed()).toEqual([]);
  });
});

test('semantic tokens are a delta for a client that has the last answer, else complete', async () => {
  const brief = openBrief('The Islamic State left.\n\nTASS said so (TASS, May 3, 2021).\n');
  const full = (await brief.tokens()) as { resultId: string; data: number[] };
  expect(full.data.length).toBeGreaterThan(0);
  expect(await brief.tokenDelta(full.resultId)).toMatchObject({ edits: [] });
  expect(await brief.tokenDelta(full.resultId)).toMatchObject({ data: full.data });
  expect(await brief.tokenDelta('0')).toMatchObject({ data: full.data });
});

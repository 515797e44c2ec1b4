import { describe, expect, test } from 'vitest';
import { MAX_DIAGNOSTICS } from '../../../server/src/features/diagnostics/diagnostics.ts';
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
    expect(await edited('came', 'went')).toBe('unchanged, 2 of 2 kept');
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

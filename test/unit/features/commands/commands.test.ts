import { describe, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { COMMANDS } from '../../../../server/src/features/commands/index.ts';
import { toRange } from '../../../../server/src/features/feature.ts';
import type { ServerCommandId, ServerCommands } from '../../../../server/src/protocol/commands.ts';
import { parseFixture } from '../../support/fixture.ts';
import { applyWorkspaceEdit, CASEBOOK, createContext, DATED, withCursor } from '../../support/world.ts';

/** Runs a command on a dated brief: `|` are its cursor or selection. */
async function run<Id extends ServerCommandId>(
  id: Id,
  brief: string,
  params: Partial<ServerCommands[Id]['params']> = {},
  registries = CASEBOOK,
): Promise<{ result: ServerCommands[Id]['result'] | null; edited: (edit: WorkspaceEdit) => Record<string, string> }> {
  const { text, offset, end } = withCursor(brief);
  const { files } = parseFixture(`--- main.brief\n${DATED}${text}\n${registries}`);
  const context = createContext({ files });
  const { document } = context.open('file:///main.brief')!;
  const range = toRange(document, { start: DATED.length + offset, end: DATED.length + end });
  const { run } = COMMANDS.find(({ command }) => command === id)!;
  const result = await run({ uri: document.uri, position: range.start, range, ...params }, context);
  const before = new Map(files.map((file) => [file.uri, file.text]));
  return {
    result: (result ?? null) as ServerCommands[Id]['result'] | null,
    edited: (edit) => {
      const after = [...applyWorkspaceEdit(before, edit, context.versionOf)];
      const changed = after.filter(([uri, now]) => now !== before.get(uri));
      return Object.fromEntries(
        changed.map(([uri, now]) => [uri.replace('file:///', ''), now.replace(DATED, '').trimEnd()]),
      );
    },
  };
}

describe('missing sources', () => {
  test('come in order, with their sentence, their end, and what to add', async () => {
    const { result } = await run(
      'briefmark.server.missingSources',
      '|First (TASS, May 1). They left\nthe country (, September 22). Then (, May 2).\n\n<!-- brief-ignore missing-source -->\nNo (, May 3).',
    );
    const [first, second, ...others] = result!.missing;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ text: ', September 22', sentence: 'They left the country (, September 22).' });
    expect(second).toMatchObject({ text: ', May 2', range: { start: { line: 5, character: 36 } } });
    expect(first!.end).toEqual({ line: 5, character: 28 });
    expect(first!.addSourceArguments).toMatchObject({ version: 7, dates: [{ year: 2021, month: 9, day: 22 }] });
  });
});

describe('suggestions for a missing source', () => {
  const suggest = async (brief: string, registries = CASEBOOK) => {
    const { result, edited } = await run('briefmark.server.sourceSuggestions', brief, {}, registries);
    return { result: result!, edited };
  };
  test('are the reports of the day with the reason, and to ignore it', async () => {
    const { result, edited } = await suggest('Then two left the country (|, September 22).');
    expect(result).toMatchObject({
      isLeadClear: false,
      fixes: [],
      ignore: { title: 'Ignore missing-source here' },
      sources: [
        { outlet: 'TASS', title: 'One', date: 'September 22, 2021', isInRegistry: true, shared: [] },
        { outlet: 'TASS', title: 'Two', isInRegistry: true },
      ],
    });
    expect(edited(result.sources[1]!.edit)['main.brief']).toContain('([TASS](src:tass-b), September 22).');
  });
  test('a lost note is created, and no source is inserted', async () => {
    const { result } = await suggest('It left [^1] and stayed.|[^3].\n\n[^1]: TASS, May 1.');
    expect(result.sources).toEqual([]);
    expect(result.fixes.map(({ title }) => title)).toEqual(['Create note 3']);
  });
  test('nothing where no source is missing', async () => {
    expect((await run('briefmark.server.sourceSuggestions', 'Left (|TASS, May 1).')).result).toBeNull();
  });
});

describe('citations', () => {
  async function check(brief: string, id: string, registries = CASEBOOK) {
    const { result } = await run('briefmark.server.citations', brief, {}, registries);
    const choice = result!.choices.find((choice) => choice.id === id)!;
    const text = brief.replaceAll('|', '');
    const offset =
      text
        .split('\n')
        .slice(0, result!.at.line - 4)
        .join('\n').length + result!.at.character;
    const put = (words: string | undefined) => words && text.slice(0, offset) + words + text.slice(offset);
    return { words: put(choice.plainText), tag: put(choice.taggedText) };
  }

  test('in prose', async () => {
    expect(await check('They left|.', 'rferl-2021-09-05')).toEqual({
      words: 'They left (RFE/RL, September 5).',
      tag: 'They left ([RFE/RL](src:rferl-2021-09-05), September 5).',
    });
    expect((await check('They left |.', 'rferl-2021-09-05')).words).toBe('They left (RFE/RL, September 5).');
  });
  test('inside a group, after the item the cursor is in', async () => {
    expect((await check('Left (TA|SS, May 1; RIA, May 2).', 'rferl-2021-09-05')).words).toBe(
      'Left (TASS, May 1; RFE/RL, September 5; RIA, May 2).',
    );
    expect((await check('Left (|TASS, May 1).', 'rferl-2021-09-05')).words).toBe(
      'Left (TASS, May 1; RFE/RL, September 5).',
    );
    expect((await check('Left (TASS, May 1)|.', 'rferl-2021-09-05')).words).toBe(
      'Left (TASS, May 1) (RFE/RL, September 5).',
    );
  });
  test('in empty parentheses, among keys, without outlet and date', async () => {
    expect((await check('Left (|).', 'rferl-2021-09-05')).words).toBe('Left (RFE/RL, September 5).');
    expect(await check('Left [@tass-a|].', 'rferl-2021-09-05')).toEqual({
      words: undefined,
      tag: 'Left [@tass-a; @rferl-2021-09-05].',
    });
    const note = '--- sources.yaml\nreferences:\n  - { id: note-1, title: A note }\n';
    expect(await check('Left|.', 'note-1', note)).toEqual({ words: undefined, tag: 'Left ([A note](src:note-1)).' });
  });
  test('say outlet, title and date', async () => {
    const { result } = await run('briefmark.server.citations', 'They left|.');
    expect(result!.choices[0]).toMatchObject({
      id: 'tass-a',
      outlet: 'TASS',
      title: 'One',
      date: 'September 22, 2021',
    });
  });
});

test('entities and types', async () => {
  const { result } = await run('briefmark.server.entities', '|');
  expect(result!.entities.find(({ id }) => id === 'georgia-country')).toEqual({
    id: 'georgia-country',
    type: 'place',
    name: 'Georgia',
    aliases: [],
    description: '',
  });
  expect(result!.types).toContain('operation');
});

test('outlets, each once, as sources write them: cited ones first, then those with late reports', async () => {
  const { result } = await run('briefmark.server.outlets', '|');
  expect(result).toEqual(['Nikkei', 'TASS', 'RFE/RL', 'Times of India']);
  const cited = await run(
    'briefmark.server.outlets',
    '|A (Times of India, May 3; RFE/RL, May 3). B (Радио Свобода, May 4).',
  );
  expect(cited.result).toEqual(['RFE/RL', 'Times of India', 'Nikkei', 'TASS']);
});

describe('the next sourcing problem', () => {
  const brief = 'A (, May 1). B (TASS, May 2). [C](grup:c). D (, May 3).';
  const at = async (marked: string, direction: 1 | -1) => {
    const { result } = await run('briefmark.server.nextProblem', marked, { direction });
    return result && `${result.range.start.character} ${result.index}/${result.count}`;
  };
  test('is one about a citation, after the cursor or before it, round the end', async () => {
    expect(await at(`|${brief}`, 1)).toBe('3 1/3');
    expect(await at(`|${brief}`, -1)).toBe('46 3/3');
    expect(await at(brief.replace('D', '|D'), 1)).toBe('46 3/3');
    expect(await at(brief.replace('D', '|D'), -1)).toBe('16 2/3');
    expect(await at(`${brief}|`, 1)).toBe('3 1/3');
  });
  test('or none', async () => expect(await at('A|', 1)).toBeNull());
});

test('all known names of a brief, ambiguous ones aside', async () => {
  const { result, edited } = await run(
    'briefmark.server.tagAllNames',
    '|ISKP, [ISKP](group:iskp), TASS (TASS, May 1), Georgia, `ISKP`, ISKP.',
  );
  expect(result).toMatchObject({ version: 7, mentions: 3, entities: 2 });
  expect(edited(result!.edit)).toEqual({
    'main.brief':
      '[ISKP](group:iskp), [ISKP](group:iskp), [TASS](media:tass) (TASS, May 1), Georgia, `ISKP`, [ISKP](group:iskp).',
  });
});

describe('tagging a selection', () => {
  test('as a known entity, blanks left outside', async () => {
    const { result, edited } = await run('briefmark.server.tagSelection', 'It is| the Branch |.', { id: 'iskp' });
    expect(result).toMatchObject({ text: 'the Branch', version: 7 });
    expect(result).not.toHaveProperty('proposal');
    expect(edited(result!.edit)).toEqual({ 'main.brief': 'It is [the Branch](group:iskp) .' });
  });
  test('at once where the cursor is on a name of one entity', async () => {
    const { result, edited } = await run('briefmark.server.tagSelection', 'In Ka|bul it rained.');
    expect(edited(result!.edit)).toEqual({ 'main.brief': 'In [Kabul](place:kabul) it rained.' });
  });
  test('not where several entities have the name', async () => {
    const { result, edited } = await run('briefmark.server.tagSelection', 'In |Georgia| it rained.');
    expect(edited(result!.edit)).toEqual({});
    expect(result!.named).toEqual(['georgia-country', 'georgia-state']);
  });
  test.each([
    ['Harbor Minister Ida Holm spoke. Later Ho|lm left.', 'Holm', { id: 'ida-holm', type: 'person', name: 'Ida Holm' }],
    ['Harbor Minister |Ida Holm| spoke.', 'Ida Holm', { id: 'ida-holm', type: 'person', name: 'Ida Holm' }],
    ['It is |the old quay|.', 'the old quay', { id: 'the-old-quay', type: 'org', name: 'the old quay', reason: '' }],
  ])('proposes a new entity: %s', async (brief, text, proposal) => {
    const { result } = await run('briefmark.server.tagSelection', brief);
    expect(result).toMatchObject({ text, named: [], proposal });
  });
  test('as a new one: text and registry at once', async () => {
    const { result, edited } = await run('briefmark.server.addEntity', 'It is |the Branch|.', {
      id: 'branch',
      type: 'group',
      name: 'the Branch',
    });
    const files = edited(result!.edit);
    expect(files['main.brief']).toBe('It is [the Branch](group:branch).');
    expect(files['entities.yaml']).toMatch(/\{ id: branch, type: group, name: the Branch \}$/);
  });
  test.each([
    ['nothing', 'It is || x.', {}, 'Select the words'],
    ['a line break', 'It |is\nx|.', {}, 'cannot be tagged'],
    ['a tag', 'It |is [x](group:iskp)|.', {}, 'cannot be tagged'],
    ['an unknown entity', 'It |is|.', { id: 'nobody' }, 'No entity “nobody”'],
  ])('refuses %s', async (_, brief, params, reason) => {
    await expect(run('briefmark.server.tagSelection', brief, params)).rejects.toThrow(reason);
  });
  test.each([
    ['an id no tag can hold', { id: 'a b', type: 'group' }, 'cannot be an id'],
    ['an id that is taken', { id: 'iskp', type: 'group' }, 'already'],
  ])('enters no entity with %s', async (_, params, reason) => {
    await expect(run('briefmark.server.addEntity', 'It |is|.', { ...params, name: 'x' })).rejects.toThrow(reason);
  });
});

describe('a footnote', () => {
  async function insert(brief: string) {
    const { result, edited } = await run('briefmark.server.insertFootnote', brief);
    const after = DATED + edited(result!.edit)['main.brief']!;
    return `${after.slice(0, result!.cursor)}|${after.slice(result!.cursor)}`.replace(DATED, '');
  }

  test('is inserted in the style of the brief, with the cursor in its note', async () => {
    expect(await insert('One.| Two.[^1]\n\n[^1]: Dawn, May 3, 2021.')).toBe(
      'One.[^1] Two.[^2]\n\n[^1]: |\n\n[^2]: Dawn, May 3, 2021.',
    );
  });

  test('is refused in a note', async () => {
    await expect(insert('One.[^1]\n\n[^1]: Dawn|, May 3, 2021.')).rejects.toThrow(
      'A footnote cannot be inserted here.',
    );
  });
});

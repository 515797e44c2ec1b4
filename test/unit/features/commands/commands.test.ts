import { describe, expect, test } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { COMMANDS } from '../../../../server/src/features/commands/index.ts';
import { type FeatureContext, toRange } from '../../../../server/src/features/feature.ts';
import type { ServerCommandId, ServerCommands } from '../../../../server/src/protocol/commands.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { type FixtureFile, parseFixture, workspaceOf } from '../../support/fixture.ts';
import { revisionsIn } from '../../support/revisions.ts';

const REGISTRIES = `--- entities.yaml
entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }
  - { id: tass, type: media, name: TASS, aliases: [ITAR-TASS] }
  - { id: ria, type: media, name: RIA Novosti }
  - { id: georgia-country, type: place, name: Georgia }
  - { id: georgia-state, type: place, name: Georgia }
--- sources.yaml
references:
  - { id: rferl-1, title: Pilots leave, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: itar-1, title: One, container-title: ITAR-TASS, issued: 2021-09-22 }
  - { id: note-1, title: A note }
`;
const DATED = '---\ndate: 2021-09-24\n---\n\n';

/** Runs a command on the first brief, with what \`|\` marks given as position and range. */
async function run<Id extends ServerCommandId>(
  id: Id,
  brief: string,
  params: Partial<ServerCommands[Id]['params']> = {},
  registries = REGISTRIES,
): Promise<{ result: ServerCommands[Id]['result'] | null; edited: (edit: WorkspaceEdit) => Record<string, string> }> {
  const [start, end] = [brief.indexOf('|'), brief.lastIndexOf('|')];
  const fixture = parseFixture(`--- main.brief\n${DATED}${brief.replaceAll('|', '')}\n${registries}`);
  const context = contextOf(fixture.files);
  const { document } = context.open('file:///main.brief')!;
  const at = (offset: number) => document.positionAt(offset + DATED.length);
  const range = { start: at(start), end: at(end > start ? end - 1 : start) };
  const { run } = COMMANDS.find(({ command }) => command === id)!;
  const result = await run({ uri: document.uri, position: range.start, range, ...params }, context);
  return {
    result: (result ?? null) as ServerCommands[Id]['result'] | null,
    edited: (edit) => apply(edit, fixture.files),
  };
}

function contextOf(files: readonly FixtureFile[]): FeatureContext {
  const workspace = workspaceOf({ files });
  const documents = new Map(files.map(({ uri, text }) => [uri, TextDocument.create(uri, 'brief', 7, text)]));
  return {
    workspace,
    client: {},
    clientCommands: new Set(),
    revisionOf: revisionsIn(workspace),
    ruleUrl: () => undefined,
    open(uri) {
      const document = documents.get(uri);
      const brief = workspace.brief(uri);
      if (!document) return undefined;
      return brief
        ? { kind: 'brief', document, value: brief }
        : { kind: 'registry', document, value: readRegistry(document.getText()) };
    },
    versionOf: (uri) => documents.get(uri)?.version ?? null,
    yieldIfDue: () => undefined,
    whenIndexed: async () => {},
    read: async (uri) => documents.get(uri)?.getText(),
    rangeIn: (uri, span) => toRange(documents.get(uri)!, span),
    folders: ['file:///'],
    applyEdit: async () => true,
  };
}

/** The files an edit changes, as they are afterwards; of briefs without the front matter. */
function apply(edit: WorkspaceEdit, files: readonly FixtureFile[]): Record<string, string> {
  return Object.fromEntries(
    (edit.documentChanges ?? [])
      .filter((change): change is TextDocumentEdit => 'edits' in change)
      .map(({ textDocument: { uri }, edits }) => {
        const text = files.find((file) => file.uri === uri)?.text ?? '';
        const plain = edits.filter((one) => 'newText' in one);
        const after = TextDocument.applyEdits(TextDocument.create(uri, 'brief', 1, text), plain);
        return [uri.replace('file:///', ''), after.replace(DATED, '').trimEnd()];
      }),
  );
}

describe('missing sources', () => {
  test('come in order, with their sentence, what is there to put in, and what to add', async () => {
    const { result, edited } = await run(
      'briefmark.server.missingSources',
      'First (TASS, May 1). They left\nthe country (, September 22). Then (, May 2).\n\n<!-- brief-ignore missing-source -->\nNo (, May 3).',
    );
    const [first, second, ...others] = result!.missing;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ text: ', September 22', sentence: 'They left the country (, September 22).' });
    expect(second).toMatchObject({ text: ', May 2', range: { start: { line: 5, character: 36 } } });
    expect(first!.fixes.map(({ title }) => title)).toEqual(['Put “ITAR-TASS”: One', 'Ignore missing-source here']);
    expect(edited(first!.fixes[0]!.edit)['main.brief']).toContain('the country (ITAR-TASS, September 22).');
    expect(first!.addSourceArguments).toMatchObject({ version: 7, dates: [{ year: 2021, month: 9, day: 22 }] });
  });
});

describe('citations', () => {
  async function check(brief: string, id: string): Promise<{ words: string | undefined; tag: string }> {
    const { result } = await run('briefmark.server.citations', brief);
    const choice = result!.choices.find((choice) => choice.id === id)!;
    const text = brief.replaceAll('|', '');
    const offset =
      text
        .split('\n')
        .slice(0, result!.at.line - 4)
        .join('\n').length + result!.at.character;
    const put = (words: string | undefined) => words && text.slice(0, offset) + words + text.slice(offset);
    return { words: put(choice.plainText), tag: put(choice.taggedText)! };
  }

  test('in prose', async () => {
    expect(await check('They left|.', 'rferl-1')).toEqual({
      words: 'They left (RFE/RL, September 5).',
      tag: 'They left ([RFE/RL](src:rferl-1), September 5).',
    });
    expect((await check('They left |.', 'rferl-1')).words).toBe('They left (RFE/RL, September 5).');
  });
  test('inside a group, after the item the cursor is in', async () => {
    expect((await check('Left (TA|SS, May 1; RIA, May 2).', 'rferl-1')).words).toBe(
      'Left (TASS, May 1; RFE/RL, September 5; RIA, May 2).',
    );
    expect((await check('Left (|TASS, May 1).', 'rferl-1')).words).toBe('Left (TASS, May 1; RFE/RL, September 5).');
    expect((await check('Left (TASS, May 1)|.', 'rferl-1')).words).toBe('Left (TASS, May 1) (RFE/RL, September 5).');
  });
  test('in empty parentheses, among keys, without outlet and date', async () => {
    expect((await check('Left (|).', 'rferl-1')).words).toBe('Left (RFE/RL, September 5).');
    expect(await check('Left [@itar-1|].', 'rferl-1')).toEqual({ words: undefined, tag: 'Left [@itar-1; @rferl-1].' });
    expect(await check('Left|.', 'note-1')).toEqual({ words: undefined, tag: 'Left ([A note](src:note-1)).' });
  });
  test('say outlet, title and date', async () => {
    const { result } = await run('briefmark.server.citations', 'They left|.');
    expect(result!.choices[0]).toMatchObject({
      id: 'itar-1',
      outlet: 'ITAR-TASS',
      title: 'One',
      date: 'September 22, 2021',
    });
  });
});

test('entities and types', async () => {
  const { result } = await run(
    'briefmark.server.entities',
    '',
    {},
    `${REGISTRIES}--- x.entities.yaml\ntypes: [{ id: operation }]\n`,
  );
  expect(result!.entities[0]).toEqual({
    id: 'georgia-country',
    type: 'place',
    name: 'Georgia',
    aliases: [],
    description: '',
  });
  expect(result!.types).toContain('operation');
});

test('outlets, each once, as sources write them', async () => {
  const { result } = await run('briefmark.server.outlets', '');
  expect(result).toEqual(['ITAR-TASS', 'RFE/RL', 'RIA Novosti']);
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
    'ISKP, [ISKP](group:iskp), TASS (TASS, May 1), Georgia, `ISKP`, ISKP.',
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
    expect(result).toMatchObject({ text: 'the Branch', suggestedId: 'the-branch', version: 7 });
    expect(edited(result!.edit)).toEqual({ 'main.brief': 'It is [the Branch](group:iskp) .' });
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

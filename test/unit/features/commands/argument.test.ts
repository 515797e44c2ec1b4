import { expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver';
import { COMMANDS } from '../../../../server/src/features/commands/index.ts';
import { createContext } from '../../support/world.ts';

const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const uri = 'file:///closed.brief';

/** By command, an argument whose fields are all given. */
const ARGUMENTS: Record<string, Record<string, unknown>> = {
  'briefmark.addSourceEntry': {
    uri,
    span: { start: 0, end: 1 },
    version: 1,
    outlet: 'TASS',
    title: '',
    url: '',
    date: '2021-05-03',
  },
  'briefmark.server.addEntity': { uri, range, id: 'a', type: 'group', name: 'A', aliases: ['B'] },
  'briefmark.server.addEntry': { uri, entry: { kind: 'entity', name: 'A', type: 'org' }, id: 'a', folder: 'file:///' },
  'briefmark.server.annotate': { uri, accepted: [{ start: 0, end: 1, id: 'a', type: 'org' }], version: 1 },
  'briefmark.server.citations': { uri, position },
  'briefmark.server.citationsInText': { uri, text: 'A.' },
  'briefmark.server.editReview': { uri, version: 1, review: null, action: { kind: 'sign' }, name: 'A', time: '2026' },
  'briefmark.server.entities': { uri },
  'briefmark.server.includeFile': { uri },
  'briefmark.server.insertFootnote': { uri, position },
  'briefmark.server.missingSources': { uri },
  'briefmark.server.nextProblem': { uri, position, direction: -1 },
  'briefmark.server.outlets': { uri },
  'briefmark.server.setUpRegistries': { uri, selected: ['a'], types: [{ key: 'a', type: 'org' }], version: 1 },
  'briefmark.server.sourceSuggestions': { uri, position },
  'briefmark.server.tagAllNames': { uri },
  'briefmark.server.tagSelection': { uri, range, id: 'a' },
};
const OPTIONAL = [
  'addEntity aliases',
  'addEntry id',
  'addEntry folder',
  'annotate accepted',
  'annotate version',
  'title',
  'url',
  'date',
  'tagSelection id',
  'setUpRegistries selected',
  'setUpRegistries types',
  'setUpRegistries version',
];
/** They work beside any file. */
const ANYWHERE = [
  'briefmark.addSourceEntry',
  'briefmark.server.addEntry',
  'briefmark.server.entities',
  'briefmark.server.outlets',
];
const context = { ...createContext({ files: [] }), isInFolder: () => false };

test('every command is tried', () => {
  expect(Object.keys(ARGUMENTS)).toEqual(COMMANDS.map(({ command }) => command).sort());
});

test.each(COMMANDS.map((command) => [command.command, command] as const))(
  '%s checks its argument',
  async (id, command) => {
    const invalid = { code: ErrorCodes.InvalidParams, message: expect.stringContaining(id) };
    for (const argument of [undefined, null, 'a', 1, [], {}])
      await expect(command.run(argument, context)).rejects.toMatchObject(invalid);
    const full = ARGUMENTS[id]!;
    for (const name of Object.keys(full)) {
      const { [name]: _, ...rest } = full;
      for (const wrong of [
        { ...full, [name]: {} },
        { ...full, [name]: -2 },
      ])
        await expect(command.run(wrong, context), name).rejects.toMatchObject(invalid);
      const isOptional = OPTIONAL.some((one) => one === name || `briefmark.server.${one}` === `${id} ${name}`);
      if (!isOptional) await expect(command.run(rest, context), name).rejects.toMatchObject(invalid);
      else if (!ANYWHERE.includes(id)) expect(await command.run(rest, context)).toBeUndefined();
    }
  },
);

/** What cannot be done with a file that is in no folder and not open. */
const REFUSALS: Record<string, string> = {
  'briefmark.addSourceEntry': 'The brief is not open.',
  'briefmark.server.includeFile': 'Only Markdown and text files can be checked as they are.',
};

test('a command on a file that is not open has no result, or is refused with a reason', async () => {
  for (const command of COMMANDS) {
    const result = command.run(ARGUMENTS[command.command], context);
    const refusal = REFUSALS[command.command];
    if (refusal) await expect(result).rejects.toThrow(refusal);
    else if (!ANYWHERE.includes(command.command)) expect(await result).toBeUndefined();
  }
});

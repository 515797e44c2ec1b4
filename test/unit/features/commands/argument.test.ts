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
  'briefmark.server.addEntity': { uri, range, id: 'a', type: 'group', name: 'A' },
  'briefmark.server.citations': { uri, position },
  'briefmark.server.entities': { uri },
  'briefmark.server.insertFootnote': { uri, position },
  'briefmark.server.missingSources': { uri },
  'briefmark.server.nextProblem': { uri, position, direction: -1 },
  'briefmark.server.outlets': { uri },
  'briefmark.server.tagAllNames': { uri },
  'briefmark.server.tagSelection': { uri, range, id: 'a' },
};
const OPTIONAL = ['title', 'url', 'date', 'tagSelection id'];
const context = createContext({ files: [] });

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
      else if (id !== 'briefmark.addSourceEntry') expect(await command.run(rest, context)).toBeUndefined();
    }
  },
);

test('a command on a file that is not open has no result, but a source cannot be added there', async () => {
  for (const command of COMMANDS) {
    const result = command.run(ARGUMENTS[command.command], context);
    if (command.command === 'briefmark.addSourceEntry') await expect(result).rejects.toThrow('The brief is not open.');
    else expect(await result).toBeUndefined();
  }
});

/** The tag command against a small `vscode`: which entities it offers, and what it asks for a new one. */
import { beforeEach, expect, test } from 'vitest';
import type { Services } from '../../../../client/src/commands/command';
import { tagSelection } from '../../../../client/src/commands/tagSelection';
import type { EntitySummary } from '../../../../server/src/protocol/commands.ts';
import { addDocument, editor, Range, resetEditor } from '../support/vscode.ts';

const entity = (id: string, name: string): EntitySummary => ({ id, type: 'group', name, aliases: [], description: '' });
const registry = {
  types: ['person', 'group', 'place'],
  entities: [entity('pilots', 'Pilots’ Union'), entity('quay', 'Quay Guard'), entity('quay-old', 'Old Quay Guard')],
};
const tagging = { edit: 'tag', version: 1, range: new Range(0, 4, 0, 14), text: 'Quay Guards', named: [] };
const proposal = { id: 'quay-guards', type: 'group', name: 'Quay Guards', reason: '“Guards” is a group' };

/** Runs the command with a server that answers so; returns what it was asked and which edits were applied. */
async function run(answer: object): Promise<{ asked: object[]; applied: unknown[] }> {
  const asked: object[] = [];
  const applied: unknown[] = [];
  const ask = async (command: string, params: object) => {
    asked.push({ [command.replace('briefmark.server.', '')]: params });
    if (command.endsWith('.entities')) return registry;
    return 'id' in params ? { edit: `${command.split('.').at(-1)} ${params.id}`, version: 1 } : answer;
  };
  const apply = async (edit: unknown) => applied.push(edit);
  await tagSelection.run({ server: { ask, apply } } as unknown as Services);
  return { asked, applied };
}

/** Picks the row with the label in the first list, and so on. */
function pick(...labels: readonly string[]) {
  const left = [...labels];
  editor.showQuickPick.mockImplementation(async (items) => {
    const next = left.shift();
    return items.find((item) => item === (next as unknown) || item.label === next);
  });
}

beforeEach(() => {
  resetEditor();
  const document = addDocument('file:///desk/strike.brief');
  editor.activeTextEditor = { document, selection: new Range(0, 4, 0, 14) };
});

test('a known name is tagged at once', async () => {
  expect((await run(tagging)).applied).toEqual(['tag']);
  expect(editor.showQuickPick).not.toHaveBeenCalled();
});

test('otherwise entities that are alike come first, then new ones, then the others', async () => {
  pick('Quay Guard');
  const { applied } = await run({ ...tagging, proposal });
  expect(editor.showQuickPick.mock.calls[0]![0].map(({ label }) => label)).toEqual([
    'Quay Guard',
    'Old Quay Guard',
    '$(add) New group: Quay Guards',
    '$(add) New entity of another type…',
    'Pilots’ Union',
  ]);
  expect(applied).toEqual(['tagSelection quay']);
});

test('a new entity has a free, valid id', async () => {
  pick('$(add) New group: Quay Guards');
  editor.showInputBox.mockResolvedValue('quay-guards');
  const { asked, applied } = await run({ ...tagging, proposal });
  expect(asked.at(-1)).toMatchObject({ addEntity: { id: 'quay-guards', type: 'group', name: 'Quay Guards' } });
  expect(applied).toEqual(['addEntity quay-guards']);
  const [{ validateInput }] = editor.showInputBox.mock.calls[0] as unknown as [
    { validateInput(line: string): string | undefined },
  ];
  expect(['quay', 'two words', 'quay-2'].map(validateInput)).toMatchInlineSnapshot(`
    [
      An entity with this id already exists.,
      Use letters, digits, “.”, “_”, “-” and “/”.,
      undefined,
    ]
  `);
});

test('nothing changes if the user leaves a list or the line', async () => {
  expect((await run({ ...tagging, proposal })).applied).toEqual([]);
  pick('$(add) New entity of another type…');
  expect((await run({ ...tagging, proposal })).applied).toEqual([]);
  pick('$(add) New group: Quay Guards');
  expect((await run({ ...tagging, proposal })).applied).toEqual([]);
});

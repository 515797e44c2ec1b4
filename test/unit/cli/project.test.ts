import { expect, test } from 'vitest';
import type { Input } from '../../../server/src/cli/inputs.ts';
import { openProject } from '../../../server/src/cli/project.ts';
import type { FileText } from '../../../server/src/protocol/fileText.ts';

/** Inputs; the earlier one is in the list, the longer it takes to read. */
function createInputs(results: Readonly<Record<string, FileText | Error>>): Input[] {
  return Object.entries(results).map(([name, result], index, { length }) => ({
    name,
    uri: `file:///work/${name}`,
    kind: name.endsWith('.yaml') ? 'registry' : 'brief',
    named: true,
    inFolder: true,
    async read() {
      for (let turn = index; turn < length; turn++) await undefined;
      if (result instanceof Error) throw result;
      return result;
    },
  }));
}

test('messages about files are in the order of the files, whichever is read first', async () => {
  const inputs = createInputs({
    'a.brief': { text: 'One.', note: 'utf-16' },
    'b.brief': new Error('no permission'),
    'c.brief': { text: undefined, note: 'other-encoding' },
    'd.yaml': { text: undefined, note: 'too-large' },
    'e.yaml': new Error('gone'),
  });
  const messages: string[] = [];
  const project = await openProject(
    inputs,
    (name, error) => messages.push(`${name}: ${error}`),
    (name, note) => messages.push(`${name}: ${note}`),
  );
  for await (const { name } of project.files()) messages.push(`${name} is checked`);
  expect(messages).toMatchInlineSnapshot(`
    [
      d.yaml: too-large,
      e.yaml: Error: gone,
      a.brief: utf-16,
      a.brief is checked,
      b.brief: Error: no permission,
      c.brief: other-encoding,
    ]
  `);
});

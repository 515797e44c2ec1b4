import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lensFingerprint } from '../../../../server/src/features/annotations/codeLens.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

test('what lenses say is compared while they are few', async () => {
  const stateOf = (count: number, brief: string) => {
    const entries = Array.from({ length: count }, (_, index) => `  - { id: s${index}, container-title: TASS }\n`);
    const text = `references:\n${entries.join('')}`;
    const parsed = parseFixture(`--- a.brief\n${brief}\n--- sources.yaml\n${text}`);
    const { uri } = parsed.files.at(-1)!;
    const document = TextDocument.create(uri, 'yaml', 1, text);
    const context = { workspace: workspaceOf(parsed), yieldIfDue: () => undefined };
    return lensFingerprint(context, { kind: 'registry', document, value: readRegistry(text) });
  };
  expect(await stateOf(3, 'So [it](src:s1) was.')).toBe(await stateOf(3, 'So [it](src:s1) is not.'));
  expect(await stateOf(3, 'So [it](src:s1) was.')).not.toBe(await stateOf(3, 'And so [it](src:s1) was.'));
  expect(await stateOf(3, 'So [it](src:s1) was.')).not.toBe(await stateOf(3, 'So [it](src:s2) was.'));
  expect(await stateOf(100, 'So [it](src:s1) was.')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { setUpRegistries } from '../../../../server/src/features/commands/setUpRegistries.ts';
import type { ServerCommands } from '../../../../server/src/protocol/commands.ts';
import { parseFixture } from '../../support/fixture.ts';
import { applyWorkspaceEdit, createContext } from '../../support/world.ts';

type Answer = ServerCommands['briefmark.server.setUpRegistries']['result'];

const BRIEF =
  '---\ndate: 2022-06-01\n---\n\nHarbor Minister Ida Holm spoke in Oslo (TASS, May 2). [Bergen](place:bergen) was calm.\n';
const { files } = parseFixture(
  `--- main.brief\n${BRIEF}\n--- entities.yaml\nentities: # ours\n  - { id: oslo, type: place, name: Oslo }\n`,
);
const [brief] = files;
const context = createContext({ files });
const ask = (more: object) => setUpRegistries.run({ uri: brief!.uri, ...more }, context) as Promise<Answer>;

test('sources, outlets, tags without an entry, and names; not what is registered', async () => {
  const { suggestions } = await ask({});
  expect(suggestions.map(({ key, type, name }) => [key, type, name])).toEqual([
    ['source tass-2022-05-02', 'article-newspaper', 'TASS'],
    ['entity tass', 'media', 'TASS'],
    ['entity bergen', 'place', 'Bergen'],
    ['entity ida-holm', 'person', 'Ida Holm'],
  ]);
});

test('what is selected is added in one edit, and the brief is left alone', async () => {
  const { version } = await ask({});
  const { edit } = await ask({ selected: ['entity bergen', 'source tass-2022-05-02', 'entity gone'], version });
  const after = applyWorkspaceEdit(new Map(files.map(({ uri, text }) => [uri, text])), edit!, context.versionOf);
  expect([...after].map(([uri, text]) => [uri.split('/').at(-1), text])).toEqual([
    ['main.brief', brief!.text],
    [
      'entities.yaml',
      'entities: # ours\n  - { id: oslo, type: place, name: Oslo }\n  - { id: bergen, type: place, name: Bergen }\n',
    ],
    [
      'sources.yaml',
      'references:\n  - id: tass-2022-05-02\n    type: article-newspaper\n    container-title: TASS\n    issued: 2022-05-02\n',
    ],
  ]);
});

test('a type that was changed is the one that is written', async () => {
  const types = [
    { key: 'entity ida-holm', type: 'org' },
    { key: 'entity bergen', type: 'town' },
  ];
  const { edit } = await ask({ selected: types.map(({ key }) => key), types });
  const after = applyWorkspaceEdit(new Map(files.map(({ uri, text }) => [uri, text])), edit!, context.versionOf);
  expect(after.get('file:///entities.yaml')).toBe(
    `${files[1]!.text}  - { id: bergen, type: place, name: Bergen }\n  - { id: ida-holm, type: org, name: Ida Holm }\n`,
  );
});

test('nothing is added to a text that has changed meanwhile', async () => {
  const { version } = await ask({});
  await expect(ask({ selected: ['entity bergen'], version: version + 1 })).rejects.toMatchObject({
    message: 'The text has changed in the meantime. Try again.',
  });
});

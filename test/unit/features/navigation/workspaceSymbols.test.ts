import { expect, test } from 'vitest';
import { findSymbols } from '../../../../server/src/features/navigation/workspaceSymbols.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import type { Workspace } from '../../../../server/src/workspace/workspace.ts';
import { parseFixture } from '../../support/fixture.ts';

const CASEBOOK = `
--- a.brief
# The Islamic State

Text.

## What [ISKP](group:iskp) wants
--- d%C3%A9j%C3%A0.brief
---
entities: [{ id: own, type: person, name: Ivan Skap }]
---

Unmarked heading

Prose follows here.
--- entities.yaml
entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP, IS-K] }
  - { id: rferl, type: media, name: Radio Free Europe, aliases: [RFE/RL] }
--- sources.yaml
references:
  - { id: rferl-2021, title: Pilots leave, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: untitled-1 }
`;

/** The briefs closed: only what is remembered of them counts. */
function closed(fixture: string): { workspace: Workspace; textOf: (uri: string) => string } {
  const { files } = parseFixture(fixture);
  const workspace = createWorkspace();
  for (const { uri, text } of files) {
    if (uri.endsWith('.yaml')) workspace.putRegistry(uri, readRegistry(text));
    else workspace.putBrief(uri, readBrief(text), false);
  }
  return { workspace, textOf: (uri) => files.find((file) => file.uri === uri)!.text };
}

const find = (query: string, workspace: Workspace) => findSymbols(query, { workspace, yieldIfDue: () => undefined });

/** The query finds these, in this order: kind, name, what it is of, the words in the file. */
function check(query: string, ...expected: string[]): void {
  test(`“${query}”`, async () => {
    const { workspace, textOf } = closed(CASEBOOK);
    const found = (await find(query, workspace)).map(
      ({ kind, name, container, uri, span }) =>
        `${kind} ${name} | ${container} | ${textOf(uri).slice(span.start, span.end)}`,
    );
    expect(found).toEqual(expected);
  });
}

check(
  'iskp',
  'entity Islamic State in Khorasan Province (ISKP) | group | iskp',
  'section What ISKP wants | a.brief | What [ISKP](group:iskp) wants',
  'entity Ivan Skap | person | own',
);
check(
  'Isl State',
  'section The Islamic State | a.brief | The Islamic State',
  'entity Islamic State in Khorasan Province | group | iskp',
);
check(
  'RFE',
  'source Pilots leave (RFE/RL) | RFE/RL, September 5, 2021 | rferl-2021',
  'entity Radio Free Europe (RFE/RL) | media | rferl',
);
check('pilots', 'source Pilots leave | RFE/RL, September 5, 2021 | rferl-2021');
check('unti', 'source untitled-1 |  | untitled-1');
check('unmarked', 'section Unmarked heading | déjà.brief | Unmarked heading');
check('zzz');

test('an empty query finds everything', async () => {
  expect(await find('', closed(CASEBOOK).workspace)).toHaveLength(8);
});

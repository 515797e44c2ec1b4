import { expect, test } from 'vitest';
import { hoverBrief } from '../../../../../server/src/features/hover/hover.ts';
import { findHighlights } from '../../../../../server/src/features/navigation/highlight.ts';
import { buildOutline } from '../../../../../server/src/features/outline/outline.ts';
import { semanticTokens } from '../../../../../server/src/features/semanticTokens/semanticTokens.ts';
import { readBrief, updateBrief } from '../../../../../server/src/syntax/brief/brief.ts';
import { actionsAtMark, applyChangesTo, createScene } from '../../../support/actions.ts';
import { applyRandomEdit } from '../../../support/arbitraries.ts';
import { briefOf } from '../../../support/fixture.ts';
import { check, checkTitles } from './check.ts';

const REGISTRY = `--- entities.yaml
entities:
  - id: hts
    type: group
    name: Hayat Tahrir al-Sham # the name of 2017
    description: It holds Idlib.
  - { id: pkk, type: group, name: Kurdistan Workers’ Party, aliases: [PKK] }
`;
const TITLE = 'Add “HTS” to the aliases of Hayat Tahrir al-Sham';
const AFTER = REGISTRY.replace('--- entities.yaml\n', '').replace('2017\n', '2017\n    aliases: [HTS]\n').trimEnd();

check(
  'the short form becomes an alias',
  'By Hayat Tahrir al-Sham (H|TS).',
  TITLE,
  { 'entities.yaml': AFTER },
  REGISTRY,
);
check('from a tag', 'By [Hayat Tah|rir al-Sham](group:hts) (HTS).', TITLE, { 'entities.yaml': AFTER }, REGISTRY);
checkTitles(
  'not where it is one already',
  'By the Kurdistan Workers’ Party (PK|K).',
  [
    'Tag “PKK” as group: Kurdistan Workers’ Party',
    'Tag all 2 mentions of Kurdistan Workers’ Party in this brief (“Kurdistan Workers’ Party”, “PKK”)',
  ],
  REGISTRY,
);
checkTitles('not for an entity that is in no registry', 'By a [Hidden Team](group:hid) (H|T).', [], REGISTRY);

test('the light bulb reads the registry of the entity', async () => {
  const scene = await createScene(`--- main.brief
By Hayat Tahrir al-Sham (HTS) men. HTS left.
                         ^^^ here
${REGISTRY}`);
  const action = actionsAtMark(scene, ['refactor']).find(({ title }) => title === TITLE)!;
  expect(applyChangesTo(scene, action.changes!).get('file:///entities.yaml')!.trimEnd()).toBe(AFTER);
});

test('hover, highlights, colors and outline know the short form', () => {
  const { uri, brief, workspace } = briefOf(`--- main.brief
By Hayat Tahrir al-Sham (HTS).

HTS left.
${REGISTRY}`);
  const at = brief.text.lastIndexOf('HTS');
  expect(JSON.stringify(hoverBrief(workspace, uri, brief, at)?.lines)).toContain('It holds Idlib.');
  const file = { kind: 'brief', value: brief } as const;
  expect(findHighlights(uri, file, at, workspace).map(({ span }) => span.start)).toEqual([3, at]);
  const scope = workspace.scopeOf(uri);
  expect(semanticTokens(brief, scope).map(({ start, type }) => [start, type])).toEqual([
    [3, 'group'],
    [at, 'group'],
  ]);
  expect(buildOutline(brief, scope).map(({ name, detail }) => [name, detail])).toEqual([
    ['Hayat Tahrir al-Sham', '2 mentions'],
  ]);
});

test('colors follow a definition that is added and removed in another block', () => {
  const { brief, workspace, uri } = briefOf(`--- main.brief
By Hayat Tahrir al-Sham (HTS).

HTS left.
${REGISTRY}`);
  const scope = workspace.scopeOf(uri);
  expect(semanticTokens(brief, scope)).toHaveLength(2);
  const { text, edit } = applyRandomEdit(brief.text, { at: 0, removed: 4, inserted: '' });
  const after = updateBrief(brief, text, edit);
  expect(semanticTokens(after, scope)).toEqual(semanticTokens(readBrief(text), scope));
  expect(semanticTokens(after, scope)).toHaveLength(0);
});

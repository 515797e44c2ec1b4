import { expect, test } from 'vitest';
import { planSourceAddition } from '../../../../server/src/features/commands/addSourceEntry.ts';
import type { SourceToAdd } from '../../../../server/src/protocol/commands.ts';
import { applyChangesTo, createScene } from '../../support/actions.ts';

const FILES = (words: string) => `
  --- main.brief
  ---
  date: 2021-09-24
  ---
  It left (${words}).
           ${'^'.repeat(words.length)} x
  --- sources.yaml
  references:
    - { id: a, container-title: TASS, issued: 2021-09-22 }
`;

/** Names the source at the carets: the citation and what is new in sources.yaml after that, or why it cannot be. */
async function add(words: string, source: Partial<SourceToAdd>): Promise<string[]> {
  const scene = await createScene(FILES(words));
  const { uri, span } = scene.selection;
  const addition = planSourceAddition(
    { uri, span, version: 7, outlet: 'TASS', ...source },
    scene.open(uri),
    scene.targets,
    scene.context,
  );
  if (typeof addition === 'string') return [addition];
  const after = applyChangesTo(scene, addition.changes);
  const citation = /\(.*\)/.exec(after.get(uri)!)![0];
  const registry = after.get('file:///sources.yaml')!.split('\n').slice(2).join('\n').trim();
  return [citation, ...(registry ? [registry] : [])];
}

test('a new report is entered and named', async () => {
  expect(await add(', September 20', { outlet: '  The   Day ', title: 'T', url: 'https://example.org/' })).toEqual([
    '(The Day, September 20)',
    '- { id: the-day-2021-09-20, type: article-newspaper, title: T, container-title: The Day, issued: 2021-09-20, URL: https://example.org/ }',
  ]);
});

test('a report that is there already is only named', async () => {
  expect(await add(', September 22', {})).toEqual(['(TASS, September 22)']);
});

test('another report of that day by the same outlet is named by a tag', async () => {
  expect(await add(', September 22', { title: 'Another' })).toEqual([
    '([TASS](src:tass-2021-09-22), September 22)',
    '- { id: tass-2021-09-22, type: article-newspaper, title: Another, container-title: TASS, issued: 2021-09-22 }',
  ]);
});

test('an address is not left behind because the outlet has a report of that day', async () => {
  expect(await add(', September 22', { url: 'https://tass.com/1' })).toEqual([
    '([TASS](src:tass-2021-09-22), September 22)',
    '- { id: tass-2021-09-22, type: article-newspaper, container-title: TASS, issued: 2021-09-22, URL: https://tass.com/1 }',
  ]);
});

test('of several days only those are entered that are not there', async () => {
  expect(await add(', September 20, 22', {})).toEqual([
    '(TASS, September 20, 22)',
    '- { id: tass-2021-09-20, type: article-newspaper, container-title: TASS, issued: 2021-09-20 }',
  ]);
});

test('a domain is a web page; a day of reading is no day of publication', async () => {
  expect(await add(', accessed September 20', { outlet: 'tolonews.com' })).toEqual([
    '(tolonews.com, accessed September 20)',
    '- { id: tolonews-com-2021-09-20, type: webpage, container-title: tolonews.com, accessed: 2021-09-20 }',
  ]);
});

test('a name that is not valid in a citation becomes the surface of a tag', async () => {
  expect(await add(', September 20', { outlet: 'a; b' })).toEqual([
    '([a; b](src:a-b-2021-09-20), September 20)',
    '- { id: a-b-2021-09-20, type: article-newspaper, container-title: a; b, issued: 2021-09-20 }',
  ]);
});

test.each<[string, Partial<SourceToAdd>, string]>([
  ['an old version', { version: 6 }, 'The text has changed in the meantime. Try again.'],
  ['another place', { span: { start: 0, end: 3 } }, 'There is no citation without a source at this place.'],
  ['no name', { outlet: '  ' }, 'The source has no name.'],
])('refused: %s', async (_, source, reason) => {
  expect(await add(', September 20', source)).toEqual([reason]);
});

/** Edits are proven by reading their result: with the registries, as the brief itself is read. */
import { expect, test } from 'vitest';
import { completionsAt } from '../../features/completion/support.ts';
import { actionsAtMark, applyChangesTo, createScene } from '../../support/actions.ts';

/** Only the registry says that the name is an outlet; its words alone are prose. Sochi would be an outlet without it. */
const REGISTRIES = `--- entities.yaml
entities:
  - { id: pier, type: media, name: people of the pier }
  - { id: sochi, type: place, name: Sochi }
--- sources.yaml
references:
  - { id: pier-1, container-title: people of the pier, title: Boats, issued: 2021-05-09 }
  - { id: sochi-1, container-title: Sochi, title: Hills, issued: 2021-05-09 }
`;

/** The brief after the action at the carets whose title begins like this. */
async function act(marked: string, title: string, settings = {}): Promise<string | undefined> {
  const front = '---\ndate: 2021-09-24\n---\n\n';
  const scene = await createScene(`--- main.brief\n${front}${marked}\n${REGISTRIES}`, { settings });
  const actions = actionsAtMark(scene);
  const action = actions.find((one) => one.title.startsWith(title));
  if (!action?.changes) return actions.map((one) => one.title).join('\n');
  return applyChangesTo(scene, action.changes).get('file:///main.brief')!.slice(front.length).trimEnd();
}

const row = (line: string, at: string) => `${line}\n${' '.repeat(line.indexOf(at))}${'^'.repeat(at.length)} x`;

test.each<[what: string, line: string, at: string, title: string, after: string, settings?: object]>([
  [
    'the style of dates',
    'It left (people of the pier, May 9).',
    'May 9',
    'Change “May 9”',
    'It left (people of the pier, 9 May).',
    { dates: '5 September' },
  ],
  [
    'the order of sources',
    'It left (people of the pier, May 9; TASS, May 8).',
    '(people',
    'Put the oldest',
    'It left (TASS, May 8; people of the pier, May 9).',
    { citationOrder: 'oldest first' },
  ],
  [
    'a slip',
    'It left (people of the pier,May 9; TASS, May 8).',
    'people',
    'Insert the space',
    'It left (people of the pier, May 9; TASS, May 8).',
  ],
  [
    'a slip beside it',
    'It left (people of the pier, May 9; TASS,May 8).',
    'TASS',
    'Insert the space',
    'It left (people of the pier, May 9; TASS, May 8).',
  ],
  ['a lost source', 'It left (, May 9).', ', May', 'Insert “people of', 'It left (people of the pier, May 9).'],
  [
    'a repeated source',
    'It left (people of the pier, May 9; TASS, May 8; people of the pier, May 9).',
    'people of the pier, May 9).',
    'Remove “people',
    'It left (people of the pier, May 9; TASS, May 8).',
    { profile: 'release' },
  ],
  [
    'a name',
    'It left (people of the pier, May 9). It came (people of the pier, May 10). It went (people of The Pier, May 11).',
    'people of The Pier',
    'Change “people of The Pier” to',
    'It left (people of the pier, May 9). It came (people of the pier, May 10). It went (people of the pier, May 11).',
    { profile: 'release' },
  ],
  [
    'a key for a parenthesis',
    'It left (people of the pier, May 9).',
    'people',
    'Convert to citation keys',
    'It left [@pier-1].',
  ],
  [
    'a parenthesis for a key',
    'It left [@pier-1].',
    '@pier',
    'Convert to outlet and date, in words',
    'It left (people of the pier, May 9).',
  ],
  [
    'a note for a parenthesis',
    'It left (people of the pier, May 9).',
    'people',
    'Convert to a note',
    'It left.[^1]\n\n[^1]: people of the pier, May 9.',
  ],
  [
    'a parenthesis for a note',
    'It left.[^1]\n\n[^1]: people of the pier, May 9.',
    '[^1]',
    'Convert to outlet and date, in words',
    'It left (people of the pier, May 9).',
  ],
])('%s', async (_, line, at, title, after, settings) => {
  const [first, ...more] = line.split('\n');
  expect(await act([row(first!, at), ...more].join('\n'), title, settings)).toBe(after);
});

test('a place is no source of the new text, so that nothing is converted to it', async () => {
  const titles = await act(row('It left [@sochi-1].', '@sochi-1'), 'nothing');
  expect(titles).toContain('with source tags');
  expect(titles).not.toContain('in words');
});

test('completion', () => {
  expect(completionsAt('It left (peo|).', { registries: REGISTRIES })).toMatchInlineSnapshot(`
    * people of the pier, May 9, 2021 · Boats
    - people of the pier · 1 report
    > It left (people of the pier, May 9, 2021).
  `);
});

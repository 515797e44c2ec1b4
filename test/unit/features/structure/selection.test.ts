import { expect, test } from 'vitest';
import type { Span } from '../../../../server/src/base/text/span.ts';
import { briefSelections, registrySelections } from '../../../../server/src/features/structure/selection.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { withCursor } from '../../support/world.ts';

const registry =
  'entities:\n  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }\n';
const scope = createScope([{ uri: 'file:///e.yaml', registry: readRegistry(registry) }]);

type Select = (text: string, offset: number) => Span[];
const inBrief: Select = (text, offset) => briefSelections(readBrief(text), scope, offset);
const inRegistry: Select = (text, offset) => registrySelections(text, readRegistry(text), offset);

/** Checks what is selected step by step from the cursor; the last step, the whole text, is not in `expected`. */
function check(name: string, marked: string, expected: readonly string[], select = inBrief): void {
  test(name, () => {
    const { text, offset } = withCursor(marked);
    const spans = select(text, offset);
    expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
    expect(spans.slice(0, -1).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
}

check(
  'word, date, item, group, sentence, paragraph, section',
  '# One\n\nFirst. They left (TASS, May 3; RFE/RL, Sept|ember 5). Last.\n\n## Two\n\nWords.\n\n# Three\n',
  [
    'September',
    'September 5',
    'RFE/RL, September 5',
    'TASS, May 3; RFE/RL, September 5',
    '(TASS, May 3; RFE/RL, September 5)',
    'They left (TASS, May 3; RFE/RL, September 5).',
    'First. They left (TASS, May 3; RFE/RL, September 5). Last.',
    '# One\n\nFirst. They left (TASS, May 3; RFE/RL, September 5). Last.\n\n## Two\n\nWords.\n\n',
  ],
);

check('word, name, sentence', 'Yes. The Islamic Sta|te in Khorasan Province denied it. No.', [
  'State',
  'Islamic State in Khorasan Province',
  'The Islamic State in Khorasan Province denied it.',
]);

check('word, source, item, parentheses', 'So (Times of In|dia, May 2).', [
  'India',
  'Times of India',
  'Times of India, May 2',
  '(Times of India, May 2)',
]);

check('word, surface, tag', 'So [the gro|up](group:iskp) said. Yes.', [
  'group',
  'the group',
  '[the group](group:iskp)',
  'So [the group](group:iskp) said.',
]);

check('id, type and id, tag', 'So [it](group:is|kp) said. Yes.', [
  'iskp',
  'group:iskp',
  '[it](group:iskp)',
  'So [it](group:iskp) said.',
]);

check(
  'initials, abbreviations, dates and sources end no sentence; quotation marks belong to it',
  'One. Gen. J. W. Smi|th of the U.S. Army (dawn.com, Sept. 5) said, “No.” He left.',
  ['Smith', 'Gen. J. W. Smith of the U.S. Army (dawn.com, Sept. 5) said, “No.”'],
);

check('sentences of a script without spaces between them', '他走了。他|回来了。完', ['他回来了', '他回来了。']);

check(
  'a registry: word, value, line, entry, list',
  'entities:\n  - id: a\n    type: group\n    name: The Gr|oup of A # so called\n  - id: b\n    type: place\n\n# Types\ntypes: []\n',
  [
    'Group',
    'The Group of A',
    'name: The Group of A # so called',
    '- id: a\n    type: group\n    name: The Group of A # so called',
    'entities:\n  - id: a\n    type: group\n    name: The Group of A # so called\n  - id: b\n    type: place',
  ],
  inRegistry,
);

check('front matter: word, value, line, front matter', '---\ntitle: A |good one\ndate: 2021-05-05\n---\n\nWords.', [
  'good',
  'A good one',
  'title: A good one',
  '---\ntitle: A good one\ndate: 2021-05-05\n---',
]);

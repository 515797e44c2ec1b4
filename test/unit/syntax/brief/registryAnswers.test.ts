/** What the registries decide about citations: docs/format.md, sections 1 and 2. */
import { describe, expect, test } from 'vitest';
import { citationRows } from '../../../../server/src/exporters/rows/citations.ts';
import { knownNamesOf } from '../../../../server/src/scope/knownNames.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief, withKnownNames } from '../../../../server/src/syntax/brief/brief.ts';
import { NOTHING_KNOWN } from '../../../../server/src/syntax/knownNames.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';

const REGISTRY = `
types: [{ id: paper, name: Paper, extends: media }]
entities:
  - { id: post, type: media, name: the defence post, aliases: [re-elected, Gulf of Aden Storm, cats] }
  - { id: tide, type: paper, name: low tide weekly }
  - { id: dawn-city, type: place, name: Vorkala, aliases: [Dawn] }
  - { id: gale, type: event, name: Night of the Gale }
  - { id: twin-place, type: place, name: Twin }
  - { id: twin-org, type: org, name: Twin }
  - { id: chief, type: person, name: Chief Aru }
references:
  - { id: post-1, title: Harbor, container-title: the defence post, issued: 2021-05-03 }
  - { id: k, title: K, container-title: TASS, issued: 2021-05-03 }
`;
const scope = createScope([{ uri: 'file:///casebook.sources.yaml', registry: readRegistry(REGISTRY) }]);
const known = knownNamesOf(scope);

/** A text → its citations without and with the registry: `words → source or id`. */
function check(text: string, without: string, withRegistry: string): void {
  const show = (names: typeof known) =>
    citationRows({ name: 'main.brief', brief: withKnownNames(readBrief(text), names), scope })
      .map(({ text: words, source, id, locator, status }) => {
        const place = locator ? ` (${locator})` : '';
        return `${words} → ${status === 'missing' ? 'missing' : (id ?? source)}${place}`;
      })
      .join('\n');
  test(text.slice(0, 80), () => {
    expect(show(NOTHING_KNOWN)).toBe(without);
    expect(show(known)).toBe(withRegistry);
  });
}

describe('an outlet is always read', () => {
  check('It sank (the defence post, May 3).', '', 'the defence post, May 3 → post-1');
  check('It sank (Defence Post, May 3).', 'Defence Post, May 3 → post-1', 'Defence Post, May 3 → post-1');
  check('It sank (re-elected, November 2018).', '', 're-elected, November 2018 → re-elected');
  check('It sank (Gulf of Aden Storm, May 4).', '', 'Gulf of Aden Storm, May 4 → Gulf of Aden Storm');
  check('It sank (low tide weekly, 2015).', '', 'low tide weekly, 2015 → low tide weekly');
  check(
    'It sank (TASS, May 2; low tide weekly, May 4).',
    'TASS, May 2 → TASS',
    'TASS, May 2 → TASS\nlow tide weekly, May 4 → low tide weekly',
  );
  check(
    'It sank (Reuters and Cats, May 4).',
    'Reuters and Cats, May 4 → Reuters and Cats',
    'Reuters → Reuters\nCats, May 4 → Cats',
  );
  check(
    'It sank.[1] It rose.[2]\n\n[1] TASS, May 2, 2021.\n\n[2] low tide weekly in full, low tide weekly, May 4, 2021.',
    'TASS, May 2, 2021. → TASS',
    'TASS, May 2, 2021. → TASS\nlow tide weekly in full, low tide weekly, May 4, 2021. → low tide weekly',
  );
  check('It sank (the ship, May 3).', '', '');
});

describe('a place, an event or a weapon never is', () => {
  check('It sank (Vorkala, May 3, 2021).', 'Vorkala, May 3, 2021 → Vorkala', '');
  check('It sank (Night of the Gale, May 3).', 'Night of the Gale, May 3 → Night of the Gale', '');
  check('It sank (Twin, May 3).', 'Twin, May 3 → Twin', 'Twin, May 3 → Twin');
  check('It sank (Chief Aru, May 3).', 'Chief Aru, May 3 → Chief Aru', 'Chief Aru, May 3 → Chief Aru');
  check('It sank (Dawn, May 3).', 'Dawn, May 3 → Dawn', 'Dawn, May 3 → Dawn');
  check(
    'It sank (Vorkala, May 3, 2021; TASS, May 4).',
    'Vorkala, May 3, 2021 → Vorkala\nTASS, May 4 → TASS',
    'TASS, May 4 → TASS',
  );
});

describe('keys in a sentence', () => {
  check('As @k says, it sank.', '', '@k → k');
  check('As @k [p. 3] says, it sank.', '', '@k [p. 3] → k (p. 3)');
  check('Aru [-@k, p. 3] says so.', '', '[-@k, p. 3] → k (p. 3)');
  check('Aru [-@k] says so.', '', '[-@k] → k');
  check('It sank [see @k, p. 3; @other].', 'see @k, p. 3 → k (p. 3)\n@other → ', 'see @k, p. 3 → k (p. 3)\n@other → ');
  check('As @k: so, @k’s view and @k.', '', '@k → k\n@k → k\n@k → k');
  check('As @k [3] and @k [sic] say.\n\nBy @Taliban, me@k, x/@k, `@k` and \\@k.', '', '@k → k\n@k → k');
  check(
    'It sank (Telegram/@k, May 3; X post by @k, May 4).',
    'Telegram/@k, May 3 → Telegram/@k\nX post by @k, May 4 → X post by @k',
    'Telegram/@k, May 3 → Telegram/@k\nX post by @k, May 4 → X post by @k',
  );
});

describe('the registries', () => {
  test('blocks without questions stay the same objects', () => {
    const brief = readBrief('A ship (TASS, May 3).\n\nA boat (low tide weekly, May 4).\n\nA raft (@x, May 5), @k.');
    const bound = withKnownNames(brief, known);
    expect(bound.blocks.map((block, index) => block === brief.blocks[index])).toEqual([true, false, false]);
    expect(withKnownNames(bound, known)).toBe(bound);
    expect(withKnownNames(withKnownNames(bound, NOTHING_KNOWN), { ...known }).blocks).toEqual(bound.blocks);
  });
});

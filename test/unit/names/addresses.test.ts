import { describe, expect, test } from 'vitest';
import { slice } from '../../../server/src/base/text/span.ts';
import { addressSpansIn } from '../../../server/src/names/addresses.ts';
import { completionsAt } from '../features/completion/support.ts';
import { actionsAtMark, createScene } from '../support/actions.ts';

const found = (text: string) => addressSpansIn(text).map((span) => slice(text, span));

describe('addresses', () => {
  test.each([
    ['See https://en.example.org/wiki/Taliban.', ['https://en.example.org/wiki/Taliban.']],
    ['See <https://example.org/Taliban/x>, so', ['<https://example.org/Taliban/x>']],
    ['Write to info@NATO.int, or info@Tali', ['info@NATO.int,', 'info@Tali']],
    ['As @Taliban and (@Taliban_1) said', ['@Taliban', '@Taliban_1']],
    ['At www.NATO.int/Taliban, *NATO.int* and Taliban.com', ['www.NATO.int/Taliban,', 'NATO.int*', 'Taliban.com']],
    ['[Taliban]: https://example.org "Taliban"', ['[Taliban]: https://example.org "Taliban"']],
    ['<a href="/wiki/Taliban" title=Taliban>Taliban</a>', ['<a href="/wiki/Taliban" title=Taliban>', '</a>']],
    ['doi:10.1000/Taliban and 10.1000/Taliban', ['doi:10.1000/Taliban', '10.1000/Taliban']],
    ['ftp://example.org/Taliban', ['ftp://example.org/Taliban']],
    ['In /home/Taliban/x, ~/a/Taliban', ['/home/Taliban/x,', '~/a/Taliban']],
    ['In C:\\Taliban\\x or \\\\host\\Taliban', ['C:\\Taliban\\x', '\\\\host\\Taliban']],
    ['Tagged #Taliban, (#Kabul)', ['#Taliban,', '#Kabul']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    'It left Kabul.The Taliban came.',
    'The U.S. left, e.g. at 3.5 p.m.',
    '[Taliban](group:taliban) met<br>NATO/ISAF.',
    'St. John’s and J.R. Smith',
    'Taliban / ISKP, and/or #1, A: \\_x_',
  ])('none in %s', (text) => expect(found(text)).toEqual([]));
});

const REGISTRY = `--- entities.yaml
entities:
  - { id: taliban, type: group, name: Taliban }
`;

test('no tag is written into an address', async () => {
  const brief =
    '--- main.brief\nSee https://example.org/Taliban: the Taliban met.\n                                     ^^^^^^^ x\n';
  const titles = actionsAtMark(await createScene(brief + REGISTRY), ['refactor']).map(({ title }) => title);
  expect(titles).toEqual(['Tag “Taliban” as group: Taliban']);
});

test('no name is offered in an address', () => {
  for (const text of [
    'https://example.org/Kab|',
    'info@Kab|',
    'www.Kab|',
    '![x](Kab|',
    '[[Kab|',
    '#Kab|',
    'a [x](b/Kab|',
  ])
    expect(completionsAt(text)).toBe('nothing');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../../server/src/syntax/registry/frontMatter.ts';
import { readFrontMatterFast } from '../../../../server/src/syntax/registry/plainFrontMatter.ts';
import { RUNS, testProperty } from '../../support/arbitraries.ts';
import { codeUnit, spansOutside } from './registryText.ts';

const pieces = [
  ...['title: ', 'date: ', 'ignore: ', 'sources:', '\n', '\n  - ', 'id: a', '2021-09-05'],
  ...['[', '"', '🛰', '\t', 'a', '\r\n', '---'],
];
const anyText = fc.oneof(
  fc.string({ unit: codeUnit }),
  fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
);

testProperty('any text gives a value with spans inside the text', anyText, (yaml) => {
  expect(spansOutside(yaml, readFrontMatter(yaml))).toEqual([]);
});

const word = fc.constantFrom(
  ...'Kabul,one year on,2021-09-24,true,Null,no,~,- ,# ,#1,: ,:,&,*,’s,(draft),1e5,.5,é,, ,  ,\t,.'.split(','),
);

testProperty(
  'a plain value is read as YAML reads it',
  fc.array(word, { minLength: 1, maxLength: 6 }),
  fc.constantFrom('\n', '\r\n', ''),
  (words, end) => {
    const written = `publication: ${words.join('')}`;
    // With a comment behind it, the value is read by the YAML library.
    const [fast, full] = [written + end, `${written} # so${end}`].map(readFrontMatter);
    expect(fast?.publication).toEqual(full?.publication);
  },
);

const often = (usual: string, ...others: string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const key = fc.constantFrom(...'title,date,date,publication,author,tlp,profile,profile,lang,ignore,Title'.split(','));
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2021-09-24', '2021-02-30', 'draft', 'release', 'final', 'A, B', 'GREEN') },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('')) },
);
const line = fc
  .tuple(key, often(': ', ':  ', ':', ' : '), value, often('\n', '\r\n', ' \n', '\n\n', ''))
  .map((parts) => parts.join(''));

let readFast = 0;
testProperty(
  'a front matter that is read without the YAML library gives the same value',
  often('', ' ', '\n', '   \n', '\ufeff'),
  fc.uniqueArray(line, { maxLength: 4, selector: (one) => one.slice(0, 3) }),
  (before, lines) => {
    const yaml = before + lines.join('');
    const found = readFrontMatterFast(yaml);
    if (!found) return;
    readFast++;
    // With a comment in it, the text is read by the library.
    expect(found).toEqual(readFrontMatter(`${yaml}\n# so`));
  },
);

test('the property above is not vacuous', () => expect(readFast).toBeGreaterThan(RUNS / 20));

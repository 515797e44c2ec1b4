import fc from 'fast-check';
import { expect } from 'vitest';
import { WRITTEN_FORMATS } from '../../../server/src/references/write/formats.ts';
import type { WrittenReference } from '../../../server/src/references/write/writer.ts';
import { testAsyncProperty } from '../support/arbitraries.ts';
import { formatSource, readAs } from './read.ts';

const words = fc
  .stringMatching(/^[A-Za-zÀ-žА-я0-9,.:;&%$#_{}~^\\'"`()-][A-Za-zÀ-žА-я0-9,.:;&%$#_{}~^\\'"`() -]{0,20}$/u)
  .map((text) => text.replace(/\s+/g, ' ').trim().normalize('NFC'))
  .filter((text) => text !== '');
const plainWord = fc.stringMatching(/^[A-ZÀ-Ö][a-zà-ö]{1,8}$/u);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));
const name = fc.oneof(
  words.map((literal) => ({ literal })),
  fc.record({ family: fc.oneof(plainWord, words), given: fc.oneof(plainWord, words) }),
  fc.record({ family: plainWord, given: plainWord, 'non-dropping-particle': fc.constantFrom('van der', 'de', 'al-') }),
  fc.record({ family: plainWord, given: plainWord, 'dropping-particle': fc.constantFrom('von', 'De') }),
  fc.record({ family: plainWord, given: plainWord, suffix: fc.constantFrom('Jr.', 'III') }),
);
/** What BibLaTeX can say: an article has a journal, and a book a publisher. */
const fields = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom('article-journal', 'article-newspaper', 'article-magazine', 'webpage'),
      title: words,
      'container-title': words,
      author: fc.array(name, { minLength: 1, maxLength: 3 }),
      issued: fc.oneof(
        day,
        fc.tuple(day, day).map((ends) => ends.join('/')),
        day.map((date) => `${date}/..`),
      ),
      accessed: day,
      URL: fc.webUrl(),
      page: fc.constantFrom('12', '12-15'),
    },
    { requiredKeys: ['type', 'title'] },
  ),
  fc.record(
    { type: fc.constantFrom('book', 'report', 'thesis'), title: words, publisher: words, issued: day },
    { requiredKeys: ['type', 'title'] },
  ),
);
const references = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[\p{L}][\p{L}\p{N}_.-]{0,12}$/u), fields }), {
  selector: ({ id }: WrittenReference) => id,
  minLength: 1,
  maxLength: 4,
});

const FILE_NAMES: Readonly<Record<string, string>> = {
  'csl-yaml': 'a.yaml',
  'csl-json': 'a.json',
  bibtex: 'a.bib',
};

for (const { id, load } of WRITTEN_FORMATS.filter(({ id }) => id in FILE_NAMES)) {
  testAsyncProperty(`what is written as ${id} is read as the same sources`, references, async (written) => {
    const text = (await load())(written);
    const reread = await readAs(FILE_NAMES[id]!, text);
    const plain = await readAs('a.json', JSON.stringify(written.map(({ id, fields }) => ({ id, ...fields }))));
    expect(reread.problems).toEqual([]);
    expect(reread.sources.map(formatSource)).toEqual(plain.sources.map(formatSource));
  });
}

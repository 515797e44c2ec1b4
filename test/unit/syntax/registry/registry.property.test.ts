import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { codeUnit, spansOutside } from './registryText.ts';

/** Reads a text and checks what holds for every registry. */
function checkReading(text: string): void {
  const registry = readRegistry(text);
  expect(spansOutside(text, registry)).toEqual([]);
  const empty = registry.problems.filter(({ span }) => span.end === span.start);
  expect(text === '' ? [] : empty).toEqual([]);
  expect(registry.problems.length).toBeLessThanOrEqual(201);
}

const words = [
  ...[
    'entities:',
    'references:',
    'types:',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    'id: ',
    'id:',
    'a',
    'name: ',
    'type: org',
  ],
];
const signs = [
  ...['"', "'", '[', ']', '{', '}', ', ', ': ', '\t', '\r\n', '&a ', '*a', '<<: ', '|', '>', '---\n', '%', '#'],
  ...['!!set ', '? '],
];
const others = ['\0', '\ufeff', '🛰', '\ud800', 'issued: ', '2021-02-30', 'custom:', '__proto__: ', 'aliases: ', '\\'];
const yamlLike = fc
  .array(fc.constantFrom(...words, ...words, ...signs, ...others), { maxLength: 30 })
  .map((parts) => parts.join(''));

testProperty(
  'any text is read without an error, and spans lie inside it',
  fc.string({ unit: codeUnit, maxLength: 60 }),
  checkReading,
);
testProperty('so is text that is nearly YAML', yamlLike, checkReading);

const sign = fc.constantFrom(...'abcÄ字🛰\'":#-[]{}&*!|>%@`\\, /0');
const word = fc.string({ unit: sign, minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text);
const entry = fc.record({ id: fc.stringMatching(/^[a-z]{1,5}$/), title: word, 'container-title': word, note: word });
const styles = [{}, { indentSeq: false }, { collectionStyle: 'flow' }, { defaultStringType: 'QUOTE_DOUBLE' }] as const;

testProperty(
  'an entry is read the same however the list is laid out',
  fc.array(entry, { minLength: 1, maxLength: 3 }),
  fc.constantFrom(...styles),
  (entries, style) => {
    const registry = readRegistry(stringify({ lang: 'en', references: entries }, style));
    expect(registry.problems.filter(({ isLesser }) => !isLesser)).toEqual([]);
    expect(registry.sources.map(({ id, title, outlet }) => [id.value, title, outlet?.value])).toEqual(
      entries.map((source) => [source.id, source.title, source['container-title']]),
    );
  },
);

// Some of these would end the process if they reached the library unguarded.
describe('large and malicious texts are read', () => {
  const many = (unit: string, count = 30_000) => unit.repeat(count);
  test.each([
    ['brackets', many('[', 1_000_000)],
    ['braces', `entities: ${many('{')}`],
    ['dashes', many('- ')],
    ['nested entries', `entities:\n  - ${many('- ')}`],
    ['question marks', many('? ')],
    ['quotation marks', `references: ${many('"', 5_000)}`],
    ['NUL', `references:\n  - ${many('\0')}`],
    ['anchors', `references: ${many('&a ', 3_000)}`],
    ['closing brackets', `references: ${many(']', 3_000)}`],
    ['empty documents', many('---\n')],
    ['useless entries', many('- a\n')],
    ['strays', `references:\n  - id: a\n${many('x\n')}`],
    ['deep indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}entities:`).join('\n')],
    ['one long line', many('a', 1_000_000)],
  ])('%s', (_, text) => checkReading(text));

  test('aliases of aliases do not multiply', () => {
    const layers = Array.from({ length: 30 }, (_, i) => `x: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    const { problems } = readRegistry(`{l: &l0 [a, b],\n${layers.join(',\n')},\nentities: *l30}`);
    expect(problems.some(({ message }) => message.startsWith('Aliases (*name) repeat too many'))).toBe(true);
    expect(readRegistry('references: &a [*a]').problems).not.toEqual([]);
  });
});

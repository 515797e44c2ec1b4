import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings } from '../../support/fixture.ts';

const HASH = '81f0'.repeat(16);
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('no SHA-256, one of no copy, one of an empty file', () => {
  expectFindings(`
    --- sources.yaml
    references:
      - id: a
        custom: { archive: https://example.org/a, sha256: abc123 }
                                                          ^^^^^^ bad-hash no SHA-256
      - id: b
        custom: { archive: https://example.org/b, sha256: ${HASH.slice(0, 32)} }
                                                          ${'^'.repeat(32)} bad-hash as long as an MD5
      - id: c
        custom: { sha256: ${HASH} }
                          ${'^'.repeat(64)} bad-hash no preserved copy
      - id: d
        custom: { archive: https://example.org/d, sha256: ${EMPTY} }
                                                          ${'^'.repeat(64)} bad-hash of an empty file
  `);
});

test('silent: 64 digits in either case beside a copy; a copy alone; neither', () => {
  expectFindings(`
    --- sources.yaml
    references:
      - { id: a, custom: { archive: https://example.org/a, sha256: ${HASH} } }
      - { id: b, custom: { archive: https://example.org/b, sha256: "${HASH.toUpperCase()}" } }
      - { id: c, custom: { archive: https://example.org/c } }
      - { id: d, custom: { archive: https://example.org/d, sha256: } }
      - { id: e, custom: { md5: abc } }
  `);
});

const source = (hash: string) =>
  `references:\n  - id: a\n    custom: { archive: "https://example.org/a", sha256: ${hash} }\n`;
const fixOf = (hash: string) => firstFix(`--- sources.yaml\n${source(hash)}`, 'bad-hash');

test.each([
  `sha256:${HASH}`,
  `SHA-256 = ${HASH.toUpperCase()}`,
  HASH.replace(/..../g, '$& ').trim(),
  `${HASH.slice(0, 32)}-${HASH.slice(32)}`,
])('the digits alone of %s', async (hash) => {
  expect(await fixOf(hash)).toEqual(['* Write the 64 digits alone', source(HASH)]);
});

test.each([HASH.slice(1), `${HASH}0`, `md5:${HASH.slice(32)}`, EMPTY, 'unknown'])('no fix of %s', async (hash) => {
  expect(await fixOf(hash)).toEqual(['no fix']);
});

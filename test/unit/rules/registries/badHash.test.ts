import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings, showFindings } from '../../support/fixture.ts';

const HASH = '81f0'.repeat(16);
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('no SHA-256, one of no copy, one of an empty file', () => {
  expect(
    showFindings(`
    --- sources.yaml
    references:
      - id: a
        custom: { archive: https://example.org/a, sha256: abc123 }
      - id: b
        custom: { archive: https://example.org/b, sha256: ${HASH.slice(0, 32)} }
                                                          ${'^'.repeat(32)} bad-hash as long as an MD5
      - id: c
        custom: { sha256: ${HASH} }
                          ${'^'.repeat(64)} bad-hash no preserved copy
      - id: d
        custom: { archive: https://example.org/d, sha256: ${EMPTY} }
                                                          ${'^'.repeat(64)} bad-hash of an empty file
  `),
  ).toMatchInlineSnapshot(`
    custom: { archive: https://example.org/a, sha256: abc123 }
                                                          ^^^^^^ bad-hash “abc123” is not a SHA-256. Write its 64 digits, 0-9 and a-f (see sha256sum).
        custom: { archive: https://example.org/b, sha256: 81f081f081f081f081f081f081f081f0 }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bad-hash “81f081f081f081f081f081f081f081f0” is as long as an MD5, not a SHA-256. Write the 64 digits of the SHA-256 (see sha256sum).
        custom: { sha256: 81f081f081f081f081f081f081f081f081f081f081f081f081f081f081f081f0 }
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bad-hash This SHA-256 has no archived copy. Add “archive:” with the address of the copy.
        custom: { archive: https://example.org/d, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bad-hash This is the SHA-256 of an empty file. Save the copy again, and enter its SHA-256.
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
  expect(await fixOf(hash)).toEqual(['* Keep only the digits, 81f081f0…', source(HASH)]);
});

test.each([HASH.slice(1), `${HASH}0`, `md5:${HASH.slice(32)}`, EMPTY, 'unknown'])('no fix of %s', async (hash) => {
  expect(await fixOf(hash)).toEqual(['no fix']);
});

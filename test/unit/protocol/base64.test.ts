import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../server/src/protocol/base64.ts';

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foobar', 'Zm9vYmFy'],
])('“%s” as in RFC 4648, section 10', (text, encoded) => {
  expect(encodeBase64(new TextEncoder().encode(text))).toBe(encoded);
});

test('every byte comes back, also from long arrays', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
  // `toEqual` would compare byte by byte, slowly.
  expect(Buffer.from(decodeBase64(encodeBase64(bytes))).equals(bytes)).toBe(true);
});

test('other text is refused', () => {
  expect(() => decodeBase64('å')).toThrow();
});

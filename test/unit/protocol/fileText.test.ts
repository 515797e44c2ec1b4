import { describe, expect, test } from 'vitest';
import { decodeText, isSurelyUtf8 } from '../../../server/src/protocol/fileText.ts';

const TEXT = 'Taliban said so (, May 3).\nСказал ТАСС (ТАСС, 3 мая).\n中国说。\n';

function encodeUnits(text: string, size: 2 | 4, isLittleEndian: boolean): Uint8Array {
  const codes =
    size === 4 ? [...text].map((char) => char.codePointAt(0)!) : text.split('').map((_, at) => text.charCodeAt(at));
  const view = new DataView(new ArrayBuffer(codes.length * size));
  for (const [index, code] of codes.entries()) {
    if (size === 4) view.setUint32(index * 4, code, isLittleEndian);
    else view.setUint16(index * 2, code, isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

describe('UTF-16 and UTF-32 are read and said so', () => {
  test.each([
    ['UTF-16LE', 2, true],
    ['UTF-16BE', 2, false],
    ['UTF-32LE', 4, true],
    ['UTF-32BE', 4, false],
  ] as const)('%s, with and without a mark', (_, size, isLittleEndian) => {
    const note = size === 2 ? 'utf-16' : 'utf-32';
    for (const text of [TEXT, 'It ended (, May 3).\n', 'Сказал так (, 3 мая).\n', '𝔘𝔫𝔦 and more\r\n'])
      for (const mark of ['', '\ufeff']) {
        const bytes = encodeUnits(mark + text, size, isLittleEndian);
        expect(decodeText(bytes)).toEqual({ text, note });
        expect(isSurelyUtf8(new TextDecoder().decode(bytes))).toBe(false);
      }
  });
});

test.each([
  ['', ''],
  ['a', 'a'],
  ['é\n', 'é\n'],
  ['\ufeffé', 'é'],
  ['中国说', '中国说'],
  [`${'a'.repeat(200)}\0`, `${'a'.repeat(200)}\0`],
  ['\x1b[31m red', '\x1b[31m red'],
])('UTF-8 is text: %j', (written, text) => {
  expect(decodeText(new TextEncoder().encode(written))).toEqual({ text });
});

test.each<[string, number[] | string, string]>([
  ['Latin-1', 'El Pa\xeds', 'other-encoding'],
  ['Windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0', 'other-encoding'],
  ['a Word document', 'PK\x03\x04\x14\0\x06\0', 'office'],
  ['an old Word document', '\xd0\xcf\x11\xe0\xa1\xb1', 'office'],
  ['a document in RTF', '{\\rtf1\\ansi Text}', 'office'],
  ['a PDF', '%PDF-1.7\n%\xe2\xe3', 'pdf'],
  ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image'],
  ['half of UTF-16', '\xff\xfea', 'binary'],
  ['zeros', '\0'.repeat(200), 'binary'],
  ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\xff\xff', 'binary'],
])('%s is no text', (_, bytes, note) => {
  const data = Uint8Array.from(typeof bytes === 'string' ? bytes.split('').map((char) => char.charCodeAt(0)) : bytes);
  expect(decodeText(data)).toEqual({ text: undefined, note });
  expect(isSurelyUtf8(new TextDecoder().decode(data))).toBe(false);
});

test.each([
  ['---\rdate: 2021-05-03\r---\r\rIt left.\r', '---\ndate: 2021-05-03\n---\n\nIt left.\n'],
  ['It left.\r\nIt came.\r', 'It left.\r\nIt came.\r'],
])('the line ends of old Macs are line ends: %j', (written, text) => {
  expect(decodeText(new TextEncoder().encode(written))).toEqual({ text });
});

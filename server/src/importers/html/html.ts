/** Web pages as briefs. */

import type { Importer } from '../importer.ts';

export const htmlImporter: Importer = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  async read(bytes) {
    const { readPage } = await import('./read.ts');
    return readPage(decodeHtml(bytes));
  },
};

/** The text of a page: by its byte order mark, by what it declares in its first bytes, as UTF-8, or as browsers take the rest. */
function decodeHtml(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  // https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(opening)?.[1] ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)/i.exec(opening)?.[1];
  // What could be read as ASCII so far is not in UTF-16.
  const encoding = mark ?? (declared?.toLowerCase().startsWith('utf-16') ? undefined : declared);
  return (
    (encoding !== undefined && tryDecode(bytes, encoding, false)) ||
    (tryDecode(bytes, 'utf-8', true) ?? withWindowsMarks(new TextDecoder('windows-1252').decode(bytes)))
  );
}

/** Undefined if there is no such encoding, or, with `fatal`, if the bytes are not in it. */
function tryDecode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return withWindowsMarks(new TextDecoder(encoding, { fatal }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has where Latin-1 has control characters; several versions of Node mistake the one for the other. */
const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_MARKS[control.charCodeAt(0) - 0x80]!);
}

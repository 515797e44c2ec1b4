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

/** The text of a page: by its byte order mark, by what it declares in its first bytes, or as UTF-8. */
function decodeHtml(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  // https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(opening)?.[1];
  try {
    return new TextDecoder(mark ?? declared ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

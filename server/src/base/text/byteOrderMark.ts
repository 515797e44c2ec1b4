export const BYTE_ORDER_MARK = '\uFEFF';

/** Where the words of a file begin: behind its byte order mark, if it has one. An offset in UTF-16 units. */
export function firstOffset(text: string): number {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

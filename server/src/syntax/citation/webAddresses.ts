/** Addresses in running text: `https://…`, `www.…`, and the defanged ones of notes (`hxxps://`, `example[.]com`, `t dot me`). */

import { type Located, type Span, shift, slice } from '../../base/text/span.ts';
import { createOverlapCheck } from './findOutside.ts';

const addressStart =
  /(?:h(?:tt|xx)ps?(?: ?: ?\/\/ ?(?=[\p{L}\p{N}])|:\/\/)|www\.(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}./@-])(?:t\.me|(?:facebook|twitter|x|vk|instagram|tiktok|youtube)\.com)\/(?=[\p{L}\p{N}_@]))/giu;
/** `www.facebook dot com/name` and `https://www dot facebook.com/name` go on behind their dots. */
const addressEnd = /(?! (?:dot|\[dot\]) [a-z0-9][a-z0-9.-]{1,60}(?:\/|\s|$))(?<! dot)[\s<>"“”„«»]|$/gu;
const defanged = /\[\.\]|\(\.\)| dot /i;
const defangedHost =
  /(?<![\p{L}\p{N}-])[\p{L}\p{N}-]{1,63}(?:(?:\[\.\]|\(\.\)| dot )[\p{L}\p{N}-]{1,63}){1,12}(?:\/[^\s;,)\]]{0,500})?/giu;
const MAX_ADDRESS_LENGTH = 2_000;
/** Punctuation that ends a sentence or a bracket rather than an address. */
const trailing = /[.,;:!?'’*_]$/u;
const scheme = /^h(?:tt|xx)ps?:\/\//i;

/** The addresses in `span` of `text`, in order of place; values are refanged. An address that was cut off has nothing behind its scheme. */
export function findWebAddresses(text: string, span: Span): Located<string>[] {
  const words = slice(text, span);
  const found: Located<string>[] = [];
  const add = (value: string, start: number, end: number) =>
    found.push({ value, span: shift({ start, end }, span.start) });
  addressStart.lastIndex = 0;
  for (let match = addressStart.exec(words); match; match = addressStart.exec(words)) {
    const start = match.index;
    addressEnd.lastIndex = addressStart.lastIndex;
    const end = trimAddress(words, start, Math.min(addressEnd.exec(words)!.index, start + MAX_ADDRESS_LENGTH));
    const address = refang(words.slice(start, end));
    add(/^(?:h|www)/i.test(address) ? address : `https://${address}`, start, end);
    addressStart.lastIndex = Math.max(end, addressStart.lastIndex);
  }
  if (!defanged.test(words)) return found;
  const isFree = createOverlapCheck(found.map((address) => shift(address.span, -span.start)));
  for (const match of words.matchAll(defangedHost)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (isFree({ start, end })) add(`https://${refang(match[0])}`, start, end);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether nothing is left of the address but its scheme, a part of a host, or a platform without an account. */
export function isCutOff(address: string): boolean {
  if (/^h(?:tt|xx)ps?:\/\/[a-z\d-]{1,63}\.?$/i.test(address)) return true;
  return /^(?:t\.me\/?|(?:x|twitter|facebook)\.com\/?|www|…|\.{3})?$/i.test(
    address.replace(scheme, '').replace(/^www\./i, ''),
  );
}

/** Without the punctuation and the closing brackets that belong to the sentence around it. */
function trimAddress(text: string, start: number, from: number): number {
  let end = from;
  for (;;) {
    const last = text.slice(end - 1, end);
    const open = last === ')' ? '(' : last === ']' ? '[' : '';
    if (trailing.test(last)) end--;
    else if (open && count(text, start, end, last) > count(text, start, end, open)) end--;
    else return end;
  }
}

function count(text: string, start: number, end: number, mark: string): number {
  let times = 0;
  for (let at = text.indexOf(mark, start); at >= 0 && at < end; at = text.indexOf(mark, at + 1)) times++;
  return times;
}

function refang(address: string): string {
  return address.replace(/^(h)(?:tt|xx)(ps?) ?: ?\/\/ ?/i, '$1tt$2://').replace(/\[\.\]|\(\.\)| dot /gi, '.');
}

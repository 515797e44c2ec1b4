/** Addresses in running text: `https://…`, `www.…`, and the defanged ones of notes (`hxxps://`, `example[.]com`, `t dot me`). */

import type { Located, Span } from '../../base/text/span.ts';

const addressStart = /(?:h(?:tt|xx)ps?:\/\/|www\.(?=[\p{L}\p{N}]))/giu;
const addressEnd = /[\s<>"“”„«»]|$/gu;
const defangedHost = /[\p{L}\p{N}-]+(?:(?:\[\.\]|\(\.\)| dot )[\p{L}\p{N}-]+)+(?:\/[^\s;,)\]]*)?/giu;
const defangedDot = /\[\.\]|\(\.\)| dot /i;
/** Punctuation that ends a sentence or a bracket rather than an address. */
const trailing = /[.,;:!?'’*_]$/u;
const scheme = /^h(?:tt|xx)ps?:\/\//i;

/** The addresses in `span` of `text`, in order of place; values are refanged. An address that was cut off has nothing behind its scheme. */
export function findWebAddresses(text: string, span: Span): Located<string>[] {
  const found: Located<string>[] = [];
  addressStart.lastIndex = span.start;
  for (let match = addressStart.exec(text); match && match.index < span.end; match = addressStart.exec(text)) {
    const start = match.index;
    addressEnd.lastIndex = addressStart.lastIndex;
    const end = trimAddress(text, start, Math.min(addressEnd.exec(text)!.index, span.end));
    found.push({ value: refang(text.slice(start, end)), span: { start, end } });
    addressStart.lastIndex = Math.max(end, addressStart.lastIndex);
  }
  if (!defangedDot.test(text)) return found;
  defangedHost.lastIndex = span.start;
  for (let match = defangedHost.exec(text); match && match.index < span.end; match = defangedHost.exec(text)) {
    const at = { start: match.index, end: Math.min(match.index + match[0].length, span.end) };
    if (!found.some((one) => one.span.start < at.end && at.start < one.span.end))
      found.push({ value: `https://${refang(text.slice(at.start, at.end))}`, span: at });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether nothing is left of the address but its scheme. */
export function isCutOff(address: string): boolean {
  return address.replace(scheme, '') === '';
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
  return address.replace(/^hxxp/i, 'http').replace(/\[\.\]|\(\.\)| dot /gi, '.');
}

/** How numbers of notes are written in markers and at the start of notes. */

import { RAISED_DIGITS, RAISED_LETTERS, raise, toRoman } from '../../base/text/numerals.ts';
import type { NumberSystem } from '../../syntax/candidates.ts';

const raised = new RegExp(`[${RAISED_DIGITS}]+|[${RAISED_LETTERS}]`, 'u');
const sign = /(?:\\?\*){1,4}|[†‡]{1,3}/;
/** `[1, 3]`, `(1, 3)`, `[footnote 3–4]`: the numbers stand between the first and the third group. */
const severalNumbers = /^([[(（](?:(?:foot|end)?note )?)([^\])）]+)([\])）])$/u;
const LETTERS = 26;
/** Longer Roman numbers and numbers of more digits are not read as labels. */
const MAX_NUMBER: Readonly<Record<NumberSystem, number>> = {
  arabic: 9_999,
  name: 9_999,
  roman: 37,
  letter: LETTERS,
  sign: 3,
};

/** The label of a number from 1 up in a system; undefined if the system cannot count so far. `isDagger`: `†` is the second sign, not `**`. */
export function formatLabel(number: number, system: NumberSystem, isDagger = false): string | undefined {
  if (number < 1 || number > MAX_NUMBER[system]) return undefined;
  if (system === 'sign') return isDagger ? '*†‡'[number - 1] : '*'.repeat(number);
  if (system === 'letter') return String.fromCharCode(0x60 + number);
  return system === 'roman' ? toRoman(number) : String(number);
}

/** A marker, or the start of a note, with other labels: `from` are the labels it has, `to` those it gets. */
export function relabel(written: string, from: readonly string[], to: readonly string[]): string {
  if (from.length > 1) return relabelSeveral(written, to);
  const [before, after] = [from[0], to[0]];
  if (before === undefined || after === undefined || before === after) return written;
  if (raised.test(written)) return written.replace(raised, raise(after));
  if (sign.test(written)) return written.replace(sign, written.includes('\\') ? after.replaceAll('*', '\\*') : after);
  const edge = /^\d/.test(before) ? String.raw`\d` : String.raw`[\p{L}\p{N}]`;
  return written.replace(new RegExp(`(?<!${edge})0*${before}(?!${edge})`, 'gu'), after);
}

function relabelSeveral(written: string, to: readonly string[]): string {
  const [, open, inner = '', close] = severalNumbers.exec(written) ?? [];
  if (open === undefined) return written;
  const numbers = [...new Set(to.map(Number))].sort((a, b) => a - b);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const dash = /\s?[–-]\s?/.exec(inner)?.[0];
  const isRun = numbers.length > 1 && last - first === numbers.length - 1;
  const comma = /\s?,\s?/.exec(inner)?.[0] ?? ', ';
  return `${open}${dash !== undefined && isRun ? `${first}${dash}${last}` : numbers.join(comma)}${close}`;
}

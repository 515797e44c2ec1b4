/** The labels of notes and markers, and what they count. */

import type { NoteLabel, NumberSystem } from '../../candidates.ts';

/** Labels have at most 40 characters, numbers at most four digits: what is longer is text. */
export const NAME = String.raw`[\p{L}\p{N}_-]{1,40}`;
/** Pandoc takes punctuation, too: `[^shaw:2020]`, `[^3.1]`. */
export const LONG_NAME = String.raw`[\p{L}\p{N}_-][\p{L}\p{N}_.:/&+-]{0,39}`;
export const NUMBER = '[0-9]{1,4}';
/** Behind a number in a marker: `[1, p. 15]`, `[1, с. 15]`. */
export const PAGE = String.raw`,\s?(?:pp?|[Ss]|[Сс]|стр|para|paras|§{1,2})\.?\s?\d{1,4}(?:\s?[–-]\s?\d{1,4})?`;
export const LABEL = `${NUMBER}|[ivxlc]{1,7}|[a-z]`;

const pages = new RegExp(PAGE, 'gu');

/** The labels between the brackets of a marker: `1, 3` has two, `3–5` three. */
export function labelsOf(written: string): NoteLabel[] {
  const parts = written.replace(pages, '').split(/\s?[,;]\s?/);
  return parts.flatMap((part) => {
    const [first, last] = part.split(/\s?[–-]\s?/).map(Number);
    if (last === undefined || !(last > first!) || last - first! > 20)
      return [createLabel(part.split(/\s?[–-]\s?/)[0]!)];
    return Array.from({ length: last - first! + 1 }, (_, index) => createLabel(String(first! + index)));
  });
}

export function createLabel(written: string, isName = false): NoteLabel {
  const isNumber = /^\d+$/.test(written);
  const text = isNumber ? String(Number(written)) : written;
  const systems = systemsOf(text, isNumber, isName);
  return { text, systems, keys: systems.map((system) => `${system} ${text}`) };
}

function systemsOf(text: string, isNumber: boolean, isName: boolean): readonly NumberSystem[] {
  if (isNumber) return isName ? ['name', 'arabic'] : ['arabic'];
  if (isName) return ['name'];
  if (/^[*†‡]/.test(text)) return ['sign'];
  if (/^[a-z]$/.test(text)) return /[ivxlc]/.test(text) ? ['letter', 'roman'] : ['letter'];
  return ['roman'];
}

/** The number a label stands for in a system, counted from 1; undefined where it is none of it. */
export function numberOf({ text, systems }: NoteLabel, system: NumberSystem): number | undefined {
  if (!systems.includes(system)) return undefined;
  if (system === 'arabic') return Number(text);
  if (system === 'letter') return text.charCodeAt(0) - 0x60;
  if (system === 'sign') return fromSign(text);
  return system === 'roman' ? fromRoman(text) : undefined;
}

/** `*` `**` `***`, and `*` `†` `‡`. */
function fromSign(text: string): number {
  if (text[0] === '*') return text.length;
  return text.length * 2 + (text[0] === '†' ? 0 : 1);
}

function fromRoman(text: string): number | undefined {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const [value, next] = [values[text[at]!]!, values[text[at + 1] ?? ''] ?? 0];
    sum += value < next ? -value : value;
  }
  return sum;
}

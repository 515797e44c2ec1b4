/** Markings of the Traffic Light Protocol 2.0 (https://www.first.org/tlp/), in fields and in prose. */

import type { Marking } from '../ast.ts';
import { TLP_LABELS, type Tlp } from '../ast.ts';

const colors = 'RED|AMBER|GREEN|CLEAR|WHITE';
/** Colors that the protocol never had. */
const unknownColors = 'YELLOW|ORANGE|BLUE|BLACK|PURPLE|GR[AE]Y|PINK|BROWN';
const label = new RegExp(
  `(?<![\\p{L}\\p{N}_/=?&#@.-])TLP(:| {0,2}:[ \\t]{0,2}|[ \\t_–-])(${colors}|${unknownColors})((?:[ \\t]?[+/_–-]?[ \\t]?)STRICT)?(?![\\p{L}\\p{N}_]|\\.\\p{L})`,
  'giu',
);
const fieldPattern = new RegExp(`^(?:TLP[ \\t]?[: _-][ \\t]?)?(${colors})(?:[ \\t]?[+/_–-]?[ \\t]?(STRICT))?$`, 'i');
/** More bullets, asterisks and brackets than this do not decorate a label. */
const MAX_DECORATION_LENGTH = 40;
const decoration = /^[\s*_#>|()[\]{}-]*$/;

const titleContinues = /^[ \t-]+\p{Lu}/u;
const wordFollows = /^[ \t-]+\p{L}/u;

/** The label in full: `TLP:AMBER+STRICT`. */
export function formatTlpLabel(tlp: Tlp): `TLP:${Tlp}` {
  return `TLP:${tlp}`;
}

/** How strict a marking is: the higher, the fewer people may read the brief. */
export function strictness(tlp: Tlp): number {
  return TLP_LABELS.indexOf(tlp);
}

/** The marking in a field, with or without `TLP:`, if it is recognizable; `exact`: correctly written. */
export function readMarking(value: string): { readonly meant?: Tlp; readonly exact: boolean } {
  const match = value.length > 40 ? null : fieldPattern.exec(value);
  const meant = match ? toTlp(match[1]!, match[2] !== undefined) : undefined;
  return meant ? { meant, exact: value === meant || value === formatTlpLabel(meant) } : { exact: false };
}

/** The labels in a text, in text order. Similar words are not labels: the TLP White Paper, TLP clear to all. */
export function findMarkings(text: string): Marking[] {
  if (!text.includes('TLP')) return [];
  return Array.from(text.matchAll(label)).flatMap((match) => markingOf(text, match) ?? []);
}

function markingOf(text: string, match: RegExpExecArray): Marking | undefined {
  const [, gap = '', color = ''] = match;
  // In `TLP:AMBER strict rules apply`, the label ends before “strict”.
  const strict = match[3] !== undefined && hasSameCase(color, match[3].slice(-'STRICT'.length));
  const written = strict || match[3] === undefined ? match[0] : match[0].slice(0, -match[3].length);
  const [start, end] = [match.index, match.index + written.length];
  const capitals = color === color.toUpperCase();
  if (!match[0].startsWith('TLP')) return undefined;
  if (gap !== ':' && !isLooseLabel(gap, color, text.slice(end, end + 8))) return undefined;
  const meant = toTlp(color, strict);
  if (!meant && (gap !== ':' || !capitals)) return undefined;
  const exact = meant !== undefined && written === formatTlpLabel(meant);
  return { start, end, ...(meant && { meant }), exact, isOnOwnLine: isOnOwnLine(text, start, end) };
}

/**
 * Whether `TLP` and a color with a space or dash between them are a label. TLP is also a party, and titles continue.
 */
function isLooseLabel(gap: string, color: string, rest: string): boolean {
  const capitals = color === color.toUpperCase();
  const colon = gap.includes(':');
  const amber = color.toUpperCase() === 'AMBER';
  if (!capitals && !(isTitleCase(color) && (colon || amber))) return false;
  if (amber || (colon && capitals)) return colon || !titleContinues.test(rest);
  return !wordFollows.test(rest);
}

/** Whether its line contains nothing else but punctuation. */
function isOnOwnLine(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - MAX_DECORATION_LENGTH);
  const before = text.slice(from, start);
  const after = text.slice(end, end + MAX_DECORATION_LENGTH);
  const begins = from === 0 || before.includes('\n');
  const ends = end + MAX_DECORATION_LENGTH >= text.length || after.includes('\n');
  return begins && ends && decoration.test(before.slice(before.lastIndexOf('\n') + 1) + after.split('\n', 1)[0]!);
}

/** Whether both are in capitals, or neither is. */
function hasSameCase(color: string, strict: string): boolean {
  if (color === color.toUpperCase()) return strict === strict.toUpperCase();
  return isTitleCase(color) === isTitleCase(strict);
}

function isTitleCase(word: string): boolean {
  return /^\p{Lu}\P{Lu}*$/u.test(word);
}

function toTlp(color: string, strict: boolean): Tlp | undefined {
  const name = color.toUpperCase() === 'WHITE' ? 'CLEAR' : color.toUpperCase();
  return TLP_LABELS.find((tlp) => tlp === (strict ? `${name}+STRICT` : name));
}

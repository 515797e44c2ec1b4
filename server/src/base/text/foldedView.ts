/**
 * A text as readers of it see it: invisible characters are passed over, exotic spaces are spaces, HTML entities and ligatures are the
 * characters they stand for, commas and digits of the Arabic script and full-width letters, digits and punctuation are ours,
 * `> ` at the start of a line and a hard line break are layout, letters are composed (NFC). Every offset of the view leads back to the text.
 */

import { partitionPoint } from '../memo/search.ts';
import type { Span } from './span.ts';

export interface FoldedView {
  readonly text: string;
  /** The offset in the original text of an offset in the view. The end of a span maps through `spanOf`. */
  offsetOf(offset: number): number;
  /** The span in the original text of a span in the view, with the invisible characters inside it. */
  spanOf(span: Span): Span;
  /** The offset in the view of an offset in the original text. */
  viewOffsetOf(original: number): number;
}

/**
 * Soft hyphen, zero-width characters, bidirectional marks, byte order marks inside a text, invisible operators; the vowel
 * signs and the stretched line of Arabic and Hebrew, which readers of both leave out; control characters, and what stands for an object or
 * chooses a variant of a glyph.
 */
const CONTROLS = String.raw`\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F`;
const INVISIBLE = String.raw`${CONTROLS}\u00AD\u034F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u061C\u0640\u064B-\u0652\u0670\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFC\u{E0001}-\u{E007F}\u{E0100}-\u{E01EF}`;
/** Also those of Braille and Korean, which look like one, and the line end of mainframes. */
const SPACES = String.raw`\u0085\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0`;
// cspell:disable
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  amp: '&',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  comma: ',',
  semi: ';',
  period: '.',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  inodot: 'ı',
  Lstrok: 'Ł',
  lstrok: 'ł',
};
/** `&eacute;`: a letter and the name of its accent. */
const accentedEntity = /^([A-Za-z])(grave|acute|circ|tilde|uml|ring|cedil|caron|breve|ogon|macr)$/;
const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
  ogon: '\u0328',
};
// cspell:enable
/** Punctuation and digits of the Arabic script. */
const ARABIC: Readonly<Record<string, string>> = { '،': ',', '؛': ';' };
const ARABIC_DIGITS = String.raw`\u0660-\u0669\u06F0-\u06F9`;
/** Full-width letters and digits, and the punctuation of citations. */
const FULL_WIDTH = String.raw`\u3001\uFF02\uFF06-\uFF09\uFF0C\uFF0D\uFF0F-\uFF1B\uFF21-\uFF3A\uFF41-\uFF5A`;
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
/** A base letter with the marks that follow it. */
const decomposed = String.raw`[\p{L}\p{N}][\u0300-\u036F\u0653-\u0655\u3099\u309A]+`;
/** The parts of a Korean syllable. */
const decomposedSyllable = String.raw`[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?`;
/** A word that a line break divides behind its hyphen, which a PDF has put there if a small letter follows. */
const QUOTED_LINE = String.raw`\r?\n(?:[ \t]{0,8}(?:>[ \t]?)+)?`;
const dividedWord = String.raw`(?<=\p{L})-${QUOTED_LINE}(?=\p{Ll})|(?<=\p{L}-)${QUOTED_LINE}(?=\p{Lu})`;
/** The tag that breaks a line, and the backslash that does. */
const hardBreak = String.raw`<br {0,2}/?>|\\(?=\r?\n)`;
/** The mark of a quotation at the start of a line that is not the first one. */
const quotationLayout = String.raw`(?<=\n)[ \t]{0,8}(?:>[ \t]?)+`;
const foldable = new RegExp(
  `[${INVISIBLE}]+|[${SPACES}]|&(?:#\\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});|[ﬀ-ﬆ،؛]|[${FULL_WIDTH}]|[${ARABIC_DIGITS}]+|${decomposed}|${decomposedSyllable}|${hardBreak}|${dividedWord}|${quotationLayout}`,
  'gu',
);
const [isArabicDigit, isSpace, isInvisible, isFullWidth] = [
  `[${ARABIC_DIGITS}]`,
  `^[${SPACES}]$`,
  `^[${INVISIBLE}]$`,
  `^[${FULL_WIDTH}]$`,
].map((pattern) => new RegExp(pattern, 'u')) as [RegExp, RegExp, RegExp, RegExp];
const isComposable = /[\u0300-\u036F\u0653-\u0655\u3099\u309A\u1161-\u1175\u11A8-\u11C2]$/u;
const arabicDigits = new RegExp(`[${ARABIC_DIGITS}]`, 'g');
/** Few texts in the Latin or Cyrillic script have one of these. */
const SUSPICIOUS = String.raw`[${CONTROLS}\u0085\u00AD\u0300-\u036F\u0591-\u2012\u2027-\u3164\uDB40\uFB00-\uFFFC]`;
/** The characters that are folded. V8 tests so many ranges twenty times slower than a few, so it tests them only behind a suspicious character. */
const foldableCharacter = new RegExp(
  `${SUSPICIOUS}(?<=[${INVISIBLE.replace(/\\u\{.*/u, '')}\\uDB40${FULL_WIDTH}${SPACES}ﬀ-ﬆ،؛${ARABIC_DIGITS}\\u0300-\\u036F\\u0653-\\u0655\\u3099\\u309A\\u1161-\\u1175])`,
);
const foldableMarkup = /&(?:#|[A-Za-z]{2,8};)|<br[ />]|[a-zA-Z\u00C0-\uFFFF]-\r?\n|\\\r?\n|\n[ \t]{0,8}>/;

/** Whether a text has anything to fold: most have nothing, which one look tells. */
function mayHoldFoldable(text: string): boolean {
  const hasMark =
    text.includes('&') ||
    text.includes('<br') ||
    text.includes('>') ||
    text.includes('\\') ||
    text.includes('-\n') ||
    text.includes('-\r\n');
  return (hasMark && foldableMarkup.test(text)) || foldableCharacter.test(text);
}

/** Where folded stretches begin in the view and in the text: between two of them both run alike. */
interface Anchor {
  readonly view: number;
  readonly original: number;
}

/** The folded view of a text; undefined where the text is its own view. Linear in the length of the text. */
export function foldText(text: string): FoldedView | undefined {
  if (!mayHoldFoldable(text)) return undefined;
  let folded = '';
  let last = 0;
  const anchors: Anchor[] = [{ view: 0, original: 0 }];
  for (const match of text.matchAll(foldable)) {
    const replacement = replacementOf(match[0]);
    if (replacement === undefined || replacement === match[0]) continue;
    folded += text.slice(last, match.index) + replacement;
    last = match.index + match[0].length;
    anchors.push(
      { view: folded.length - replacement.length, original: match.index },
      { view: folded.length, original: last },
    );
  }
  if (last === 0 && anchors.length === 1) return undefined;
  folded += text.slice(last);
  const mapped = (offset: number, takeLater: boolean) => {
    let [low, high] = [0, anchors.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { view } = anchors[middle]!;
      if (view < offset || (takeLater && view === offset)) low = middle + 1;
      else high = middle;
    }
    // The end of a stretch that was replaced, or the start of one that is passed over.
    const here = anchors[low];
    if (!takeLater && here?.view === offset) return here.original;
    const [anchor, next] = [anchors[Math.max(0, low - 1)]!, anchors[low]];
    return Math.min(anchor.original + offset - anchor.view, next?.original ?? text.length);
  };
  const viewOffsetOf = (original: number) => {
    const next = partitionPoint(anchors.length, (index) => anchors[index]!.original <= original);
    const anchor = anchors[next - 1]!;
    return Math.min(anchor.view + original - anchor.original, anchors[next]?.view ?? folded.length);
  };
  return {
    text: folded,
    viewOffsetOf,
    offsetOf: (offset) => mapped(offset, true),
    // A span begins behind what is passed over before it and ends before what is passed over behind it.
    spanOf: ({ start, end }) => ({
      start: mapped(start, true),
      end: end === start ? mapped(end, true) : mapped(end, false),
    }),
  };
}

function replacementOf(found: string): string | undefined {
  const first = found[0]!;
  if (first === '&') return entity(found.slice(1, -1));
  if (found in LIGATURES) return LIGATURES[found];
  if (found in ARABIC) return ARABIC[found];
  if (isArabicDigit.test(first)) return found.replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
  if (isFullWidth.test(first)) return fullWidth(first);
  if (first === '<') return ' ';
  if (first === '\\') return '';
  if (isComposable.test(found)) return found.normalize('NFC');
  if (found.includes('>')) return '';
  return isSpace.test(found) ? ' ' : '';
}

/** A comma, colon or semicolon has its space in itself. */
function fullWidth(char: string): string {
  const plain = char === '、' ? ',' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  return ',:;'.includes(plain) ? `${plain} ` : plain;
}

function entity(name: string): string | undefined {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!(code > 0x1f && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    const character = String.fromCodePoint(code);
    if (code === 0xa0 || isSpace.test(character)) return ' ';
    return isInvisible.test(character) ? '' : character;
  }
  const [, letter, accent] = accentedEntity.exec(name) ?? [];
  return letter === undefined ? ENTITIES[name] : (letter + ACCENTS[accent!]!).normalize('NFC');
}

/** A copy of plain data in which every object with `start` and `end` is moved by `spanOf`. */
export function mapSpans<T>(value: T, spanOf: (span: Span) => Span): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => mapSpans(one, spanOf)) as T;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapSpans(one, spanOf)])) as Record<
    string,
    unknown
  >;
  const { start, end } = copy;
  if (typeof start === 'number' && typeof end === 'number') Object.assign(copy, spanOf({ start, end }));
  return copy as T;
}

/** The text as readers of it see it, for comparison; the text itself where they are the same. */
export function foldedText(text: string): string {
  return foldText(text)?.text ?? text;
}

/** What `find` finds in the folded view of a text, with spans in the text. `skip` counts in the text, in order of position. */
export function findFolded<T extends Span>(
  text: string,
  skip: readonly Span[],
  find: (text: string, skip: readonly Span[]) => readonly T[],
): readonly T[] {
  const view = foldText(text);
  if (!view) return find(text, skip);
  const skipped = skip.map(({ start, end }) => ({ start: view.viewOffsetOf(start), end: view.viewOffsetOf(end) }));
  return find(view.text, skipped).map((found) => ({ ...found, ...view.spanOf(found) }));
}

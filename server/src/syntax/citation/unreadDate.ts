/** What stands where an outlet has its date and cannot be read as one. docs/format.md, section 2. */

import type { Citation, Inline } from '../ast.ts';
import { isDateWord } from '../date/dateForms.ts';
import { MONTHS, readEnglishMonth } from '../date/monthNames.ts';
import type { KnownNames } from '../knownNames.ts';
import { isDash, isMark, type Token } from '../tokens.ts';
import { isCertainOutlet } from './agencies.ts';
import { readSource, spanOf } from './itemSource.ts';

/** Longer ones are sentences, not dates. */
const MAX_DATE_TOKENS = 12;

/**
 * The fields of a citation by `TASS, May 3, 2021May 4`, `TASS, Mayy 3` or `TASS, 05-03`, whose date nothing tells, and by `TASS, May`, which has no
 * day. Only behind an outlet without doubt: other names stand before such words in prose.
 */
export function readUnreadDate(
  text: string,
  tokens: readonly Token[],
  atoms: readonly Inline[],
  known: KnownNames,
): Partial<Citation> | undefined {
  const comma = tokens.findIndex((token) => isMark(token, ','));
  const rest = tokens.slice(comma + 1);
  if (comma < 1 || rest.length === 0 || rest.length > MAX_DATE_TOKENS) return undefined;
  const month = readEnglishMonth(rest, 0);
  const isMonthAlone = month !== undefined && month.next === rest.length;
  if (!isMonthAlone && !isAlmostDate(rest)) return undefined;
  const found = readSource(text, tokens.slice(0, comma), atoms, true, known);
  if (!found || found === 'aside' || !found.source || !isCertainOutlet(found.source, known)) return undefined;
  const span = spanOf(rest);
  if (!isMonthAlone) return { ...found, formErrors: [{ kind: 'unread-date', at: span }] };
  return { ...found, when: { span, dates: [{ value: { month: month.value }, span }], accessed: false } };
}

/** Whether there is nothing but numbers, marks and months, which may be misspelled. `24/7` and `Part 3` are something else. */
function isAlmostDate(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const numbers = tokens.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0 || tokens.some(({ kind }) => kind === 'atom')) return false;
  if (words.length > 0) return words.every(({ lower }) => isDateWord(lower) || isAlmostMonth(lower));
  const [first, mark, second] = tokens;
  return (
    tokens.length === 3 &&
    first?.text.length === 2 &&
    second?.text.length === 2 &&
    (isDash(mark) || isMark(mark, '/')) &&
    numbers.length === 2
  );
}

/** `ma`, `mayy` */
function isAlmostMonth(lower: string): boolean {
  return (
    lower.length > 1 &&
    MONTHS.some((month) => month.startsWith(lower) || (lower.startsWith(month) && lower.length === month.length + 1))
  );
}

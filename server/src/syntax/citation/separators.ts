/** What stands between the source and the date of an item, and the slips in it. docs/format.md, section 2. */

import type { FormError, When } from '../ast.ts';
import { isDash, isMark, type Token } from '../tokens.ts';
import { type ItemSource, wordsOf } from './itemSource.ts';

/** The number of commas (or, by mistake, colons and dashes) between the name and the date at `at`. */
export function countSeparators(tokens: readonly Token[], at: number): number {
  const isSeparator = (token: Token) =>
    token.kind === 'mark' && (',:|'.includes(token.text) || (token.hasSpaceBefore && isDash(token)));
  let count = 0;
  while (at - count > 0 && isSeparator(tokens[at - count - 1]!)) count++;
  return count;
}

/** The slips between the name and the date at `at`; `commas` is the number of separators before it. */
export function separatorErrors(
  text: string,
  tokens: readonly Token[],
  at: number,
  commas: number,
  { hasDateline }: ItemSource,
): FormError[] {
  const before = tokens[at - commas - 1]!;
  const date = tokens[at]!;
  if (commas === 0 && isAfterTitle(tokens.slice(0, at), text)) return [];
  if (hasDateline || !tokens.slice(at - commas, at).some((token) => isMark(token, ','))) {
    return [{ kind: 'no-comma', at: { start: before.end, end: date.start } }];
  }
  const errors: FormError[] = [];
  const comma = tokens[at - commas]!;
  if (comma.hasSpaceBefore) errors.push({ kind: 'space-before-comma', at: { start: before.end, end: comma.end } });
  if (commas > 1) errors.push({ kind: 'extra-comma', at: { start: comma.end, end: tokens[at - 1]!.end } });
  else if (!date.hasSpaceBefore) errors.push({ kind: 'no-space', at: { start: comma.start, end: date.start } });
  return errors;
}

/** The slips in a date. */
export function dateErrors(when: When): FormError[] {
  return when.strayStop ? [{ kind: 'stray-stop', at: when.strayStop }] : [];
}

/** The comma of `“Title,” May 3` is in the quotation. */
export function isAfterTitle(tokens: readonly Token[], text: string): boolean {
  return /,["”’»]$/.test(wordsOf(text, tokens));
}

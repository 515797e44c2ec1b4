/**
 * Rule codes in ignore comments. The list of known codes is a parameter: importing it here would be an import cycle, as
 * `unknown-rule` is on the list.
 */
import { closestMatches } from '../../base/text/didYouMean.ts';
import type { Located } from '../../base/text/span.ts';

/** The known codes that are similar to a misspelled word. */
export function similarCodes(word: string, knownCodes: readonly string[]): string[] {
  return closestMatches(word, knownCodes);
}

/**
 * The words of an ignore comment that are meant as codes but are not known. Next to a known code, only near misses
 * count: other words give the reason.
 */
export function unknownCodes(codes: readonly Located<string>[], knownCodes: readonly string[]): Located<string>[] {
  const isKnown = ({ value }: Located<string>) => knownCodes.includes(value);
  const unknown = codes.filter((code) => !isKnown(code) && /\p{L}/u.test(code.value));
  const misspelled = unknown.filter(({ value }) => similarCodes(value, knownCodes).length > 0);
  return misspelled.length > 0 || codes.some(isKnown) ? misspelled : unknown.slice(0, 1);
}

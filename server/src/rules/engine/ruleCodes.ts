/** Codes of rules as people write them in ignore comments. The list of codes is handed in: a rule is itself one of the list. */
import { closestMatches } from '../../base/text/didYouMean.ts';
import type { Located } from '../../base/text/span.ts';

/** The codes that a misspelled word may have been meant for. */
export function similarCodes(word: string, knownCodes: readonly string[]): string[] {
  return closestMatches(word, knownCodes);
}

/** The words of a comment that are meant as codes but name no rule. Beside a valid code, other words are a reason. */
export function unknownCodes(codes: readonly Located<string>[], knownCodes: readonly string[]): Located<string>[] {
  const isKnown = ({ value }: Located<string>) => knownCodes.includes(value);
  const unknown = codes.filter((code) => !isKnown(code) && /\p{L}/u.test(code.value));
  const misspelled = unknown.filter(({ value }) => similarCodes(value, knownCodes).length > 0);
  return misspelled.length > 0 || codes.some(isKnown) ? misspelled : unknown.slice(0, 1);
}

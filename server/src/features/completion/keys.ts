/** After `[@`, and after `; @` in brackets with keys: the keys of the sources. */
import { isCitationKey } from '../../syntax/citation/forms/key.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { matchLength, proseAt } from './prose.ts';
import { citationHabitsOf, type IndexedSource, sortByRelevance, sourcesOf } from './sources.ts';
import { sourceOffer } from './tagTarget.ts';

const unfinishedKey = /(?:^|[\s;-])@([\p{L}\p{M}\p{N}_.:#$%&+?<>~/-]*)$/u;
const restOfKey = /^[\p{L}\p{M}\p{N}_.:#$%&+?<>~/-]+/u;

export const completeKeys: CompletionProvider = (context) => {
  const prose = proseAt(context);
  if (!prose) return undefined;
  const bracketStart = prose.before.lastIndexOf('[');
  const inside = prose.before.slice(bracketStart + 1);
  const isInBracket = bracketStart >= 0 && prose.before[bracketStart - 1] !== '\\' && !inside.includes(']');
  const typedKey = isInBracket ? unfinishedKey.exec(inside)?.[1] : undefined;
  if (typedKey === undefined) return undefined;
  const scope = context.workspace.scopeOf(context.uri);
  const restLength = matchLength(restOfKey, prose.after);
  // An unclosed bracket is closed after the key.
  const closingBracket = /^[^[\]]*\]/.test(prose.after.slice(restLength)) ? '' : ']';
  const start = context.offset - typedKey.length;
  return {
    typed: { start, end: context.offset },
    whole: { start, end: context.offset + restLength },
    offers: keyOffers(sortByRelevance(sourcesOf(scope).values(), citationHabitsOf(prose.brief, scope))),
    write: (text) => text + closingBracket,
  };
};

function* keyOffers(sources: readonly IndexedSource[]): Generator<Offer> {
  for (const source of sources) if (isCitationKey(source.entry.id.value)) yield sourceOffer(source);
}

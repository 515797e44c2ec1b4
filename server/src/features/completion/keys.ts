/** After `[@`, and after `; @` inside a bracket of keys: the keys of the sources. */
import { readKeys } from '../../syntax/citation/citationKeys.ts';
import type { Context, Offer } from './offer.ts';
import { lengthOf, proseAt } from './prose.ts';
import { habitsOf, inLikelyOrder, type KnownSource, sourcesOf } from './sources.ts';
import { sourceOffer } from './tagTarget.ts';

const keyBegun = /(?:^|[\s;-])@([\p{L}\p{M}\p{N}_.:#$%&+?<>~/-]*)$/u;
const restOfKey = /^[\p{L}\p{M}\p{N}_.:#$%&+?<>~/-]+/u;

export const keys: Context = (place) => {
  const prose = proseAt(place);
  if (!prose) return undefined;
  const open = prose.before.lastIndexOf('[');
  const inside = prose.before.slice(open + 1);
  if (open < 0 || prose.before[open - 1] === '\\' || inside.includes(']')) return undefined;
  const begun = keyBegun.exec(inside)?.[1];
  if (begun === undefined) return undefined;
  const scope = place.workspace.scopeOf(place.uri);
  const rest = lengthOf(restOfKey, prose.after);
  // A bracket that is not closed on this line is closed behind the key.
  const close = /^[^[\]]*\]/.test(prose.after.slice(rest)) ? '' : ']';
  const start = place.offset - begun.length;
  return {
    typed: { start, end: place.offset },
    whole: { start, end: place.offset + rest },
    offers: keyOffers(inLikelyOrder(sourcesOf(scope).values(), habitsOf(prose.brief, scope))),
    write: (text) => text + close,
  };
};

function* keyOffers(sources: readonly KnownSource[]): Generator<Offer> {
  for (const source of sources) if (isKey(source.entry.id.value)) yield sourceOffer(source);
}

/** Whether a `[@…]` with this id is read as that id: Pandoc's keys hold punctuation only between letters. */
function isKey(id: string): boolean {
  const text = `[@${id}]`;
  return readKeys(text, { start: 0, end: text.length })[0]?.id?.value === id;
}

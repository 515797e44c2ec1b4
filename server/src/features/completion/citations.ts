/** In a citation group: whole citations and outlets; after an outlet and a comma the days it is known to have reported. */

import { touches } from '../../base/text/span.ts';
import { citedDate, citedInWords, citedWithTag } from '../../edits/citation/citationFormat.ts';
import { candidatesFor, reportsOf, resolve } from '../../scope/resolveCitation.ts';
import type { Defined, Scope } from '../../scope/scope.ts';
import type { Citation, SourceEntry } from '../../syntax/ast.ts';
import { readInlines, SOURCE_TYPE } from '../../syntax/brief/inlines.ts';

import { domainOf } from '../../syntax/citation/sourceName.ts';
import { openItem } from './group.ts';
import { pick } from './match.ts';
import type { Context, Offer, Offers } from './offer.ts';
import { outletOffers, unfitForItem } from './outlets.ts';
import { lengthOf, type Prose, proseAt } from './prose.ts';
import { type Habits, habitsOf, inLikelyOrder, sourcesOf } from './sources.ts';

/** Of many reports only the likeliest, so that outlets are to be seen too. */
const MOST_CITATIONS = 120;
const restOfName = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}./’'-]*/u;
const restOfDate = /^(?:\p{L}+\.?(?: \d{1,2})?|\d+)/u;

export const citations: Context = (place) => {
  const prose = proseAt(place);
  const item = prose && openItem(prose, place.offset);
  if (!prose || !item || /[\r\n]/.test(item.typed)) return undefined;
  const scope = place.workspace.scopeOf(place.uri);
  const habits = habitsOf(prose.brief, scope);
  const found = datesAfterOutlet(item.typed, place.offset, prose, scope, habits) ?? namesAndCitations();
  const { offers } = found;
  // Most parentheses are no citations: what fits nothing leaves the place to other contexts.
  return [...offers].length > 0 ? found : undefined;

  function namesAndCitations(): Offers {
    const dated = datedCitation(prose!, place.offset);
    const typed = { start: place.offset - item!.typed.length, end: place.offset };
    const rest = item!.typed === '' ? 0 : lengthOf(restOfName, prose!.after);
    const end = item!.typed === '' ? place.offset : Math.max(place.offset + rest, dated?.sourceEnd ?? 0);
    const all = dated
      ? outletOffers(scope, habits, candidatesOf(dated.citation))
      : [...wholeCitations(item!.typed), ...outletOffers(scope, habits, [])];
    const { offers } = pick(all, item!.typed, all.length);
    return { typed, whole: { start: typed.start, end }, mayKeepRest: true, offers, write: (text) => item!.gap + text };
  }

  function candidatesOf(citation: Citation): Defined<SourceEntry>[] {
    return candidatesFor(resolve(citation, scope, habits.date).dates, scope);
  }

  function wholeCitations(typed: string): readonly Offer[] {
    const { offers } = pick(citationOffers(scope, habits), typed, MOST_CITATIONS);
    return offers.flatMap((offer) => {
      const text = unmistakable(offer, scope, habits);
      return text === undefined ? [] : [{ ...offer, text }];
    });
  }
};

/** `RFE/RL, September 5` for every report. */
function* citationOffers(scope: Scope, habits: Habits): Generator<Offer> {
  for (const { entry, outletKey, names } of inLikelyOrder(sourcesOf(scope).values(), habits)) {
    const words = inWords(entry, outletKey, habits);
    if (words === undefined) continue;
    const id = entry.id.value;
    const detail = entry.title ?? id;
    const about = { kind: 'source', id } as const;
    yield { kind: 'source', label: words, detail, text: words, names: [words, ...names, id], about };
  }
}

/** The words of a citation when they are read as what is meant; a tag where they would mean something else, or several. */
function unmistakable({ text, about }: Offer, scope: Scope, { date }: Habits): string | undefined {
  const source = about && scope.sources.get(about.id);
  if (!source) return undefined;
  return [text, citedWithTag(source.entry, date)].find((words) => {
    const [citation, ...more] = readInlines(`(${words})`).citations;
    if (!citation || more.length > 0) return false;
    const { status, entries } = resolve(citation, scope, date);
    return status === 'resolved' && entries.length === 1 && entries[0] === source;
  });
}

/** As the brief calls the outlet, else as the entry does. */
function inWords(entry: SourceEntry, key: string | undefined, { date, writtenAs }: Habits): string | undefined {
  const words = citedInWords(entry, date);
  const outlet = key === undefined ? undefined : writtenAs.get(key);
  if (words === undefined || !entry.issued || unfitForItem.test(words)) return undefined;
  return outlet === undefined || unfitForItem.test(outlet)
    ? words
    : `${outlet}, ${citedDate(entry.issued.value, date)}`;
}

/** After `Outlet, `: the days of the reports the registries have of it. */
function datesAfterOutlet(
  typed: string,
  offset: number,
  { after }: Prose,
  scope: Scope,
  habits: Habits,
): Offers | undefined {
  const last = typed.lastIndexOf(',');
  for (let comma = typed.indexOf(','); comma >= 0; comma = typed.indexOf(',', comma + 1)) {
    const reports = reportsOfName(typed.slice(0, comma).trim(), scope);
    if (reports.length === 0) continue;
    const begun = typed.slice(last + 1).trimStart();
    const gap = last === typed.length - 1 ? ' ' : '';
    const known = sourcesOf(scope);
    const likely = inLikelyOrder(
      reports.flatMap(({ entry }) => known.get(entry.id.value) ?? []),
      habits,
    );
    const offers = likely.flatMap((source): Offer[] => {
      const { issued, title, id } = source.entry;
      if (issued?.value.month === undefined) return [];
      const date = citedDate(issued.value, habits.date);
      const names = [date, title ?? '', id.value];
      const about = { kind: 'source', id: id.value } as const;
      return [{ kind: 'date', label: date, detail: title ?? id.value, text: date, names, about }];
    });
    const start = offset - begun.length;
    const rest = begun === '' ? 0 : lengthOf(restOfDate, after);
    return { typed: { start, end: offset }, whole: { start, end: offset + rest }, offers, write: (text) => gap + text };
  }
  return undefined;
}

function reportsOfName(name: string, scope: Scope): readonly Defined<SourceEntry>[] {
  const [atom] = name.startsWith('[') ? readInlines(name).atoms : [];
  if (atom?.kind === 'tag' && atom.type.value === SOURCE_TYPE) return [scope.sources.get(atom.id.value) ?? []].flat();
  const domain = domainOf(name);
  const entity = atom?.kind === 'tag' ? atom.id.value : undefined;
  const source = { start: 0, end: name.length, name, ...(domain && { domain }), ...(entity && { entity }) };
  return name === '' ? [] : reportsOf(scope, source);
}

/** The citation at the cursor whose date follows it: only the name of its source is wanted. */
function datedCitation({ block, at }: Prose, offset: number): { citation: Citation; sourceEnd: number } | undefined {
  const inside = offset - at;
  const citation = block.citations.find(
    ({ form, span, when }) => form === 'plain' && touches(span, inside) && when && when.span.start >= inside,
  );
  return citation && { citation, sourceEnd: citation.source ? at + citation.source.end : offset };
}

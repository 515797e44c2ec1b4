/** In a citation group or a note: whole citations and outlets; after an outlet and a comma, the dates of its reports. */

import { touches } from '../../base/text/span.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { reportsOfSource, resolveCitation, sourceCandidatesFor } from '../../scope/resolveCitation.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import { type Citation, SOURCE_TYPE, type SourceEntry, type When } from '../../syntax/ast.ts';
import { readInlines } from '../../syntax/brief/inlines.ts';
import { readCitations } from '../../syntax/brief/registryAnswers.ts';
import { formatCitedDate } from '../../syntax/citation/citedDate.ts';
import { parenthesis } from '../../syntax/citation/forms/parenthesis.ts';
import { tag } from '../../syntax/citation/forms/tag.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { NOTHING_KNOWN } from '../../syntax/knownNames.ts';
import { openItemAt, openNoteItemAt } from './group.ts';
import { pickBest } from './match.ts';
import type { CompletionProvider, Offer, OfferList } from './offer.ts';
import { invalidInItem, outletOffers } from './outlets.ts';
import { halfWidth, matchLength, type Prose, proseAt } from './prose.ts';
import { type CitationHabits, citationHabitsOf, sortByRelevance, sourcesOf } from './sources.ts';

/** At most this many reports are offered, so that the outlets after them stay visible. */
const MAX_CITATIONS = 120;
const restOfName = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}./’'-]*/u;
const spaces = /^[ \t]+/;
const restOfDate = /^(?:\p{L}+\.?(?: \d{1,2})?|\d+)/u;

export const completeCitations: CompletionProvider = (context) => {
  const prose = proseAt(context);
  const item = prose && (openItemAt(prose, context.offset) ?? openNoteItemAt(prose, context.offset));
  if (!prose || !item || /[\r\n]/.test(item.typed)) return undefined;
  const scope = context.workspace.scopeOf(context.uri);
  const habits = citationHabitsOf(prose.brief, scope);
  const completion = datesAfterOutlet(item.typed, context.offset, prose, scope, habits) ?? namesAndCitations();
  const { offers } = completion;
  // Most parentheses are not citations. Without a match, other providers get their turn.
  return [...offers].length > 0 ? completion : undefined;

  function namesAndCitations(): OfferList {
    const datedItem = datedCitation(prose!, context.offset);
    const typed = { start: context.offset - item!.typed.length, end: context.offset };
    const restLength = item!.typed === '' ? 0 : matchLength(restOfName, prose!.after);
    const end = Math.max(context.offset + restLength, datedItem?.sourceEnd ?? 0);
    const candidates = datedItem
      ? outletOffers(scope, habits, candidatesOf(datedItem.citation))
      : [...wholeCitations(item!.typed), ...outletOffers(scope, habits, [])];
    const { offers } = pickBest(candidates, item!.typed, candidates.length);
    return {
      typed,
      whole: { start: typed.start, end },
      // The source of a dated citation is replaced as a whole: kept beside another one it would be doubled.
      supportsInsert: !datedItem?.citation.source,
      offers,
      write: (text) => item!.leadingSpace + text,
    };
  }

  function candidatesOf(citation: Citation): DefinedEntry<SourceEntry>[] {
    return sourceCandidatesFor(resolveCitation(citation, scope, habits.date).dates, scope);
  }

  function wholeCitations(typed: string): readonly Offer[] {
    const { offers } = pickBest(citationOffers(scope, habits), typed, MAX_CITATIONS);
    return offers.flatMap((offer) => {
      const text = unambiguousText(offer, scope, habits);
      return text === undefined ? [] : [{ ...offer, text }];
    });
  }
};

/** One offer per report: `RFE/RL, September 5`. */
function* citationOffers(scope: Scope, habits: CitationHabits): Generator<Offer> {
  for (const { entry, outletKey, names } of sortByRelevance(sourcesOf(scope).values(), habits)) {
    const words = plainCitation(entry, outletKey, habits);
    if (words === undefined) continue;
    const id = entry.id.value;
    const detail = entry.title ?? id;
    const subject = { kind: 'source', id } as const;
    yield { kind: 'source', label: words, detail, text: words, names: [words, ...names, id], subject };
  }
}

/** The plain citation if it resolves to exactly this source, otherwise a tagged one; undefined if neither does. */
function unambiguousText({ text, subject }: Offer, scope: Scope, { date }: CitationHabits): string | undefined {
  const source = subject && scope.sources.get(subject.id);
  if (!source) return undefined;
  return [text, tag.write(source.entry, date, '')].find((candidate) => {
    if (candidate === undefined) return false;
    const [citation, ...more] = readCitations(`(${candidate})`, knownNamesOf(scope));
    if (!citation || more.length > 0) return false;
    const { status, entries } = resolveCitation(citation, scope, date);
    return status === 'resolved' && entries.length === 1 && entries[0] === source;
  });
}

/** The plain citation of an entry, with the outlet's name as the brief writes it, otherwise as the entry does. */
export function plainCitation(
  entry: SourceEntry,
  key: string | undefined,
  { date, outletNames }: CitationHabits,
): string | undefined {
  const citationText = parenthesis.write(entry, date, '');
  const outlet = key === undefined ? undefined : outletNames.get(key);
  if (citationText === undefined || !entry.issued || invalidInItem.test(citationText)) return undefined;
  return outlet === undefined || invalidInItem.test(outlet)
    ? citationText
    : `${outlet}, ${formatCitedDate(entry.issued.value, date)}`;
}

/** After `Outlet, `: the dates of the outlet's reports in the registries. */
function datesAfterOutlet(
  written: string,
  offset: number,
  { after, block, blockStart, before }: Prose,
  scope: Scope,
  habits: CitationHabits,
): OfferList | undefined {
  const typed = halfWidth(written);
  // At the date, or before the space in front of it.
  const next = offset - blockStart + matchLength(spaces, after);
  const isAtDate = ({ span }: When) => touches(span, offset - blockStart) || span.start === next;
  const dateAtCursor = block.citations.find(({ when }) => when && isAtDate(when))?.when?.span;
  // Something else, such as a page: no date can be written before it.
  const isBeforeOther = !dateAtCursor && /^[ \t]*[^\s;)；）]/.test(after);
  const lastComma = typed.lastIndexOf(',');
  for (let comma = typed.indexOf(','); comma >= 0; comma = typed.indexOf(',', comma + 1)) {
    const reports = reportsOfName(written.slice(0, comma).trim(), scope);
    if (reports.length === 0) continue;
    const typedDate = typed.slice(lastComma + 1).trimStart();
    if (typedDate === '' && isBeforeOther) return undefined;
    const gap = written.endsWith(',') ? ' ' : '';
    const indexedSources = sourcesOf(scope);
    const sortedReports = sortByRelevance(
      reports.flatMap(({ entry }) => indexedSources.get(entry.id.value) ?? []),
      habits,
    );
    const offers = sortedReports.flatMap((source): Offer[] => {
      const { issued, title, id } = source.entry;
      if (issued?.value.month === undefined) return [];
      const date = formatCitedDate(issued.value, habits.date);
      // A day that the citation has already.
      if (typed.slice(comma, lastComma).includes(date)) return [];
      const names = [date, title ?? '', id.value];
      const subject = { kind: 'source', id: id.value } as const;
      return [{ kind: 'date', label: date, detail: title ?? id.value, text: date, names, subject }];
    });
    // The whole date that stands at the cursor is replaced, so that nothing of it is doubled.
    const dateStart = dateAtCursor && Math.min(offset, blockStart + dateAtCursor.start);
    const typedOfDate = dateStart === undefined ? '' : before.slice(before.length - (offset - dateStart));
    if (dateAtCursor && offers.some(({ text }) => text.startsWith(typedOfDate))) {
      return {
        typed: { start: dateStart!, end: offset },
        whole: { start: dateStart!, end: blockStart + dateAtCursor.end },
        offers: offers.filter(({ text }) => text.startsWith(typedOfDate)),
        write: (text) => gap + text,
      };
    }
    const start = offset - typedDate.length;
    const restLength = typedDate === '' ? 0 : matchLength(restOfDate, after);
    return {
      typed: { start, end: offset },
      whole: { start, end: offset + restLength },
      offers,
      write: (text) => gap + text,
    };
  }
  return undefined;
}

function reportsOfName(name: string, scope: Scope): readonly DefinedEntry<SourceEntry>[] {
  const [atom] = name.startsWith('[') ? readInlines(name, NOTHING_KNOWN).atoms : [];
  if (atom?.kind === 'tag' && atom.type.value === SOURCE_TYPE) return [scope.sources.get(atom.id.value) ?? []].flat();
  const domain = parseDomain(name);
  const entity = atom?.kind === 'tag' ? atom.id.value : undefined;
  const source = { start: 0, end: name.length, name, ...(domain && { domain }), ...(entity && { entity }) };
  return name === '' ? [] : reportsOfSource(scope, source);
}

/** The citation at the cursor if its date follows the cursor; only the name of its source is completed then. */
function datedCitation(
  { block, blockStart }: Prose,
  offset: number,
): { citation: Citation; sourceEnd: number } | undefined {
  const offsetInBlock = offset - blockStart;
  const citation = block.citations.find(
    ({ id, span, when }) => !id && touches(span, offsetInBlock) && when && when.span.start >= offsetInBlock,
  );
  return citation && { citation, sourceEnd: citation.source ? blockStart + citation.source.end : offset };
}

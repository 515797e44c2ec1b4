import * as l10n from '@vscode/l10n';
import { oneLine } from '../../base/text/oneLine.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { meaningOfGroup } from '../../edits/citation/citationMeaning.ts';
import { movableItems, orderByDate, orderByName } from '../../edits/citation/citationOrder.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';
import type { Rule } from '../engine/rule.ts';
import type { CitationOrder } from '../engine/settings.ts';

const ORDER_DESCRIPTIONS: Readonly<Record<Exclude<CitationOrder, 'any'>, string>> = {
  'oldest first': l10n.t('oldest report first'),
  'newest first': l10n.t('newest report first'),
  'by name': l10n.t('by name'),
};

const FIX_TITLES: Readonly<Record<Exclude<CitationOrder, 'any'>, string>> = {
  'oldest first': l10n.t('Put the oldest report first'),
  'newest first': l10n.t('Put the newest report first'),
  'by name': l10n.t('Sort by name'),
};

/** Messages and titles show at most this much of a citation, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 80;

/** Sources of one citation that are not in house order. */
export const citationOrder: Rule = {
  code: 'citation-order',
  severity: { draft: 'hint', release: 'hint' },
  title: l10n.t('The sources of one citation are not in house order.'),
  standard: {
    name: 'APA Publication Manual (7th ed.), 8.12',
    requirement: l10n.t('Several works cited in one parenthesis appear in one fixed order, separated by semicolons.'),
  },
  why: l10n.t(
    'If every citation lists its sources in the same order, readers see at once which report came first and which outlets are cited. The setting `briefmark.style.citationOrder` says which order the house uses; with `any`, the default, the rule reports nothing. It also reports nothing if a source is missing, if words such as `see` introduce the citation, or if a date is unknown.',
  ),
  bad: {
    brief: '---\ndate: 2021-09-24\n---\n\nTalks were held (TASS, May 9; Interfax, May 7).\n',
    settings: { citationOrder: 'oldest first' },
  },
  fixed: { brief: '---\ndate: 2021-09-24\n---\n\nTalks were held (Interfax, May 7; TASS, May 9).\n' },
  good: {
    brief: '---\ndate: 2021-09-24\n---\n\nTalks were held (Interfax, May 7; TASS, May 9).\n',
    settings: { citationOrder: 'oldest first' },
  },
  *paragraph({ citations }, { settings, date, textOf, scope }) {
    if (settings.citationOrder === 'any') return;
    for (const group of multiSourceGroups(citations)) {
      if (!findMoves(group, settings.citationOrder, date, textOf, knownNamesOf(scope))) continue;
      yield {
        span: group[0]!.group,
        message: l10n.t(
          '{0} is not in house order: {1}. Reorder the sources.',
          oneLine(textOf(group[0]!.group), MAX_SHOWN_LENGTH),
          ORDER_DESCRIPTIONS[settings.citationOrder],
        ),
      };
    }
  },
  isFormOnly: true,
  fixes({ span }, { uri, brief, settings }) {
    const index = brief ? blockIndexAt(brief, span.start) : -1;
    if (!brief || index < 0 || settings.citationOrder === 'any') return [];
    const at = brief.starts[index]!;
    const group = multiSourceGroups(brief.blocks[index]!.citations).find(
      ([first]) => first!.group.start + at === span.start,
    );
    const textOf = (part: Span) => brief.text.slice(at + part.start, at + part.end);
    const moves = group && findMoves(group, settings.citationOrder, briefDateOf(brief)?.value, textOf, brief.known);
    const changes = moves?.map(({ target, text }) => ({ uri, span: shift(target, at), text }));
    const title = `${FIX_TITLES[settings.citationOrder]}: ${oneLine(slice(brief.text, span), MAX_SHOWN_LENGTH)}`;
    return changes ? [{ title, isPreferred: true, changes }] : [];
  },
};

interface Move {
  readonly target: Span;
  readonly text: string;
}

/** The groups with more than one citation. */
function multiSourceGroups(citations: readonly Citation[]): Citation[][] {
  const groups: Citation[][] = [];
  for (const citation of citations) {
    const last = groups.at(-1);
    if (last?.[0]?.group.start === citation.group.start) last.push(citation);
    else groups.push([citation]);
  }
  return groups.filter(({ length }) => length > 1);
}

/** The moves that put the group in order; undefined if it is in order, or if the order cannot be determined. */
function findMoves(
  citations: readonly Citation[],
  requiredOrder: Exclude<CitationOrder, 'any'>,
  briefDate: CalendarDate | undefined,
  textOf: (span: Span) => string,
  known: KnownNames,
): Move[] | undefined {
  const { group } = citations[0]!;
  const items = movableItems(citations, textOf);
  // In `(TASS, May 2; RIA, May 3, 2019)` the year may apply to both.
  if (!items || (requiredOrder !== 'by name' && mayShareYear(citations))) return undefined;
  const order =
    requiredOrder === 'by name' ? orderByName(items) : orderByDate(items, briefDate, requiredOrder === 'newest first');
  if (!order) return undefined;
  const moves = order.flatMap((from, to): Move[] =>
    from === to ? [] : [{ target: items[to]!, text: textOf(items[from]!) }],
  );
  let reordered = '';
  let position = group.start;
  for (const { target, text } of moves) {
    reordered += textOf({ start: position, end: target.start }) + text;
    position = target.end;
  }
  const oldMeaning = meaningOfGroup(textOf(group), briefDate, known);
  const newMeaning = meaningOfGroup(reordered + textOf({ start: position, end: group.end }), briefDate, known);
  return oldMeaning && newMeaning && String(oldMeaning.sort()) === String(newMeaning.sort()) ? moves : undefined;
}

function mayShareYear(citations: readonly Citation[]): boolean {
  const years = citations.map(({ when }) => when?.dates.at(-1)?.value.year);
  return years.at(-1) !== undefined && years.slice(0, -1).every((year) => year === undefined);
}

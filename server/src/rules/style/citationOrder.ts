import * as l10n from '@vscode/l10n';
import { type Span, shift } from '../../base/text/span.ts';
import { sayingsOf } from '../../edits/citation/citationMeaning.ts';
import { itemsOf, orderByDate, orderByName } from '../../edits/citation/citationOrder.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { blockIndexAt, dateOf } from '../../syntax/brief/brief.ts';

import type { Rule } from '../engine/rule.ts';
import type { CitationOrder } from '../engine/settings.ts';

const SAID: Readonly<Record<Exclude<CitationOrder, 'any'>, string>> = {
  'oldest first': l10n.t('the oldest report first'),
  'newest first': l10n.t('the newest report first'),
  'by name': l10n.t('in order of their names'),
};

const FIX: Readonly<Record<Exclude<CitationOrder, 'any'>, string>> = {
  'oldest first': l10n.t('Put the oldest report first'),
  'newest first': l10n.t('Put the newest report first'),
  'by name': l10n.t('Put in order of their names'),
};

/** Several sources in one citation, in another order than the house wants. */
export const citationOrder: Rule = {
  code: 'citation-order',
  severity: { draft: 'hint', release: 'hint' },
  title: l10n.t('The sources of one citation are not in the order of the house.'),
  standard: {
    name: 'APA Publication Manual (7th ed.), 8.12',
    says: l10n.t('Several works that are cited in one parenthesis stand in one fixed order, divided by semicolons.'),
  },
  why: l10n.t(
    'Where every citation lists its sources in the same order, readers see at once which report came first and which outlets are cited. The setting `briefmark.citationOrder` says which order a house wants; with `any`, the default, this rule is silent. It is silent, too, where a source is missing, where words such as `see` lead in, and where a date is not known.',
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
  *paragraph({ citations }, { settings, date, text }) {
    if (settings.citationOrder === 'any') return;
    for (const group of groupsOf(citations)) {
      if (!inOrder(group, settings.citationOrder, date, text)) continue;
      yield {
        span: group[0]!.group,
        message: l10n.t(
          'These sources are not in the order of the house, {0}. In one order everywhere readers see at once what came from whom, and when: put them in order.',
          SAID[settings.citationOrder],
        ),
      };
    }
  },
  formOnly: true,
  fixes({ span }, { uri, brief, settings }) {
    const index = brief ? blockIndexAt(brief, span.start) : -1;
    if (!brief || index < 0 || settings.citationOrder === 'any') return [];
    const at = brief.starts[index]!;
    const group = groupsOf(brief.blocks[index]!.citations).find(([first]) => first!.group.start + at === span.start);
    const textOf = (part: Span) => brief.text.slice(at + part.start, at + part.end);
    const moves = group && inOrder(group, settings.citationOrder, dateOf(brief)?.value, textOf);
    const changes = moves?.map(({ place, text }) => ({ uri, span: shift(place, at), text }));
    return changes ? [{ title: FIX[settings.citationOrder], preferred: true, changes }] : [];
  },
};

interface Move {
  readonly place: Span;
  readonly text: string;
}

/** The citations of groups that hold several. */
function groupsOf(citations: readonly Citation[]): Citation[][] {
  const groups: Citation[][] = [];
  for (const citation of citations) {
    const before = groups.at(-1);
    if (before?.[0]?.group.start === citation.group.start) before.push(citation);
    else groups.push([citation]);
  }
  return groups.filter(({ length }) => length > 1);
}

/** What has to stand where for the group to be in order; undefined when it is, or when that cannot be told. */
function inOrder(
  citations: readonly Citation[],
  wanted: Exclude<CitationOrder, 'any'>,
  brief: CalendarDate | undefined,
  textOf: (span: Span) => string,
): Move[] | undefined {
  const { group } = citations[0]!;
  const items = itemsOf(citations, textOf);
  // In `(TASS, May 2; RIA, May 3, 2019)` the year may be meant for both.
  if (!items || (wanted !== 'by name' && isYearOfAll(citations))) return undefined;
  const order = wanted === 'by name' ? orderByName(items) : orderByDate(items, brief, wanted === 'newest first');
  if (!order) return undefined;
  const moves = order.flatMap((from, to): Move[] =>
    from === to ? [] : [{ place: items[to]!, text: textOf(items[from]!) }],
  );
  let words = '';
  let at = group.start;
  for (const { place, text } of moves) {
    words += textOf({ start: at, end: place.start }) + text;
    at = place.end;
  }
  const before = sayingsOf(textOf(group), brief);
  const after = sayingsOf(words + textOf({ start: at, end: group.end }), brief);
  return before && after && String(before.sort()) === String(after.sort()) ? moves : undefined;
}

function isYearOfAll(citations: readonly Citation[]): boolean {
  const years = citations.map(({ when }) => when?.dates.at(-1)?.value.year);
  return years.at(-1) !== undefined && years.slice(0, -1).every((year) => year === undefined);
}

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { closestMatches, didYouMean } from '../../base/text/didYouMean.ts';
import { plural } from '../../base/text/plural.ts';
import { shift } from '../../base/text/span.ts';
import type { NewEntry } from '../../edits/registry/addEntries.ts';
import { createCitedReportEntries, createTaggedReportEntry } from '../../edits/registry/newEntries.ts';
import { type Resolution, type ResolvedDate, reportsOfSource, resolveCitation } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';

import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import { type CitationInBlock, citationOfFinding, replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { BlockContext, Fix, FixContext, Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';
import { dateFixes } from './dateFixes.ts';

/** An interview is its own source. A registry of published reports is not expected to list it. */
const interviewPattern = /\binterviews?\b/i;

const outletNamesCache = new WeakMap<Scope, { outlets: readonly string[]; similar: Map<string, readonly string[]> }>();

/** Whether the source of a citation should be in a registry but is in none. */
export function isUnknownSource({ id, source }: Citation, { status }: Pick<Resolution, 'status'>): boolean {
  return status === 'unknown' && (id !== undefined || (source !== undefined && !interviewPattern.test(source.name)));
}

/** A citation that matches no registry entry. Silent without a registry of sources. */
export const unknownSource: Rule = {
  code: 'unknown-source',
  severity: { draft: 'warning', release: 'error' },
  // No registry lists every outlet.
  lesser: { draft: 'hint', release: 'information' },
  title: l10n.t('A citation names a source that is in no registry.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t(
      'A source reference identifies its source well enough to be found again: who published it, what, and when.',
    ),
  },
  why: l10n.t(
    'Readers can check a source that is in the registry: its title, address, rating and archived copy are on record. A source that is not there has an error in its name, date or id, or has not been recorded yet. Correct the citation, or add the report to `sources.yaml`. An unknown outlet is a lesser finding, because no registry lists every outlet; a report missing from a known outlet is more likely an error. Without a registry of sources, the rule reports nothing.',
  ),
  bad: {
    brief: 'They left the country ([RFE/RL](src:rferl-2021-09-50)).\n',
    registry: 'references:\n  - { id: rferl-2021-09-05, container-title: RFE/RL, issued: 2021-09-05 }\n',
  },
  fixed: { brief: 'They left the country ([RFE/RL](src:rferl-2021-09-05)).\n' },
  good: {
    brief: 'They left the country ([RFE/RL](src:rferl-2021-09-05)).\n',
    registry: 'references:\n  - { id: rferl-2021-09-05, container-title: RFE/RL, issued: 2021-09-05 }\n',
  },
  citation(citation, context) {
    const resolution = context.resolve(citation);
    if (!isUnknownSource(citation, resolution)) return undefined;
    if (citation.id) return unknownIdProblem(citation, citation.id.value, context);
    const { source } = citation;
    if (!source) return undefined;
    const days = formatDays(resolution.dates);
    const reports = reportsOfSource(context.scope, source);
    const data = { outlet: source.name, dates: resolution.dates.map(({ date }) => date) };
    if (reports.length > 0 || resolution.outlet) {
      const name = resolution.outlet?.entry.name.value ?? source.name;
      return { span: citation.span, message: formatNoReport(name, resolution, reports.length), data };
    }
    const suggestions = similarOutlets(source.name, context.scope);
    return {
      span: citation.span,
      message: `${l10n.t('The registry has no outlet “{0}”.', source.name)}${didYouMean(suggestions)} ${days ? l10n.t('Correct the name, or add the report of {0}.', days) : l10n.t('Correct the name, or add the report.')}`,
      isLesser: true,
      data: { ...data, suggestions },
    };
  },
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    if (!target) return [];
    const suggestions = suggestionsOf(finding);
    const nameFixes = suggestions.flatMap(
      (name) => changeNameFix(name, target, context, suggestions.length === 1) ?? [],
    );
    const unmatchedDates = unknownDates(target, context);
    const changeDateFixes = dateFixes(
      finding,
      context,
      ({ cited }) => unmatchedDates.some((date) => date.cited === cited),
      (report, { date }) => report.month === date.month && report.year === date.year,
    );
    const addFix = addReportFix(target, unmatchedDates, context);
    return [...nameFixes, ...changeDateFixes, ...(addFix ? [addFix] : [])];
  },
};

/** Corrects the outlet's name or the id. */
function changeNameFix(
  name: string,
  { citation, blockStart }: CitationInBlock,
  context: FixContext,
  isPreferred: boolean,
): Fix | undefined {
  const { id, source, span } = citation;
  if (id) {
    const reportTitle = context.scope.sources.get(name)?.entry.title;
    const title = reportTitle
      ? l10n.t('Change “{0}” to “{1}”: {2}', id.value, name, reportTitle)
      : l10n.t('Change “{0}” to “{1}”', id.value, name);
    return replacementFix(title, context, shift(id.span, blockStart), name, { isPreferred });
  }
  // Further dates of one source are separate items, and only the first contains the name.
  const isNameInItem = source && source.start >= span.start && source.end <= span.end;
  if (!isNameInItem) return undefined;
  return replacementFix(l10n.t('Change “{0}” to “{1}”', source.name, name), context, shift(source, blockStart), name, {
    isPreferred,
  });
}

/** The dates of a citation for which the registry has no report. */
function unknownDates({ citation, resolution, briefDate }: CitationInBlock, { scope }: FixContext): ResolvedDate[] {
  const { when } = citation;
  if (!when || citation.id) return [];
  return resolution.dates.filter(
    ({ cited }) =>
      resolveCitation({ ...citation, when: { ...when, dates: [cited] } }, scope, briefDate).status === 'unknown',
  );
}

/** Adds the report to the registry, with what the citation says about it. */
function addReportFix(
  { citation, resolution }: CitationInBlock,
  dates: readonly ResolvedDate[],
  context: FixContext,
): Fix | undefined {
  const entries: NewEntry[] | undefined = citation.id
    ? [createTaggedReportEntry(citation, resolution.dates) ?? []].flat()
    : citation.source &&
      createCitedReportEntries(citation.source, dates, citation.when?.accessed === true, context.scope);
  const added = entries && entries.length > 0 ? context.addEntries('source', entries) : undefined;
  if (!added) return undefined;
  const days = dates.map(({ date }) => formatDateForDisplay(date));
  const label = citation.id ? citation.id.value : [citation.source?.name, ...days].join(', ');
  return { title: l10n.t('Add {0} to {1}', label, added.fileName), changes: [added.change] };
}

/** The message for a known outlet: the registry has `reportCount` of its reports, but not all that are cited. */
function formatNoReport(name: string, { dates, partial }: Resolution, reportCount: number): string {
  const unknownDays = formatDays(partial?.unknownDates ?? dates);
  const advice = l10n.t('Correct the date, or add the report.');
  if (partial) {
    const knownDays = formatDays(dates.filter((date) => !partial.unknownDates.includes(date)));
    return `${l10n.t('The registry has {0} of {1}, but not of {2}.', name, knownDays, unknownDays)} ${advice}`;
  }
  if (unknownDays === '') return l10n.t('The registry has no report of {0} without a date. Add the date.', name);
  if (reportCount === 0) return l10n.t('The registry has no report of {0}. Add the one of {1}.', name, unknownDays);
  const problem = plural(reportCount, {
    one: l10n.t('The registry has one report of {0}, but not of {1}.', name, unknownDays),
    other: l10n.t('The registry has {0} reports of {1}, but none of {2}.', reportCount, name, unknownDays),
  });
  return `${problem} ${advice}`;
}

function formatDays(dates: readonly ResolvedDate[]): string {
  return dates.map(({ date }) => formatDateForDisplay(date)).join(', ');
}

function unknownIdProblem(citation: Citation, id: string, { scope }: BlockContext): Problem {
  const suggestions = closestMatches(id, scope.sources.keys());
  const problem =
    id === '' ? l10n.t('The id of this citation is empty.') : l10n.t('The registry has no source “{0}”.', id);
  const advice = id === '' ? l10n.t('Write the id of a source.') : l10n.t('Correct the id, or add the source.');
  return {
    span: citation.span,
    message: `${problem}${didYouMean(suggestions)} ${advice}`,
    data: { id, suggestions },
  };
}

/**
 * The outlets most similar to a name. Cached: the search is slow in a large registry, and a missing outlet is often
 * cited repeatedly.
 */
function similarOutlets(name: string, scope: Scope): readonly string[] {
  const cache = outletNamesCache.get(scope) ?? { outlets: [...new Set(outletNamesIn(scope))], similar: new Map() };
  outletNamesCache.set(scope, cache);
  return getOrInsert(cache.similar, name, () => closestMatches(name, cache.outlets));
}

function* outletNamesIn(scope: Scope): Iterable<string> {
  for (const { entry } of scope.sources.values()) if (entry.outlet) yield entry.outlet.value;
  for (const { entry } of scope.entities.values()) {
    if (entry.type.value !== 'media') continue;
    yield entry.name.value;
    for (const alias of entry.aliases) yield alias.value;
  }
}

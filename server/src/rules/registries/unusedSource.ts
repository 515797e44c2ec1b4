import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { removeEntry } from '../../edits/registry/removeEntry.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import { dayKey, foldName, outletKey, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, SourceEntry } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { recordsOfChunk } from '../../syntax/brief/records.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import type { BriefContext, Problem, Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';

/** A source that no brief cites. */
export const unusedSource: Rule = {
  code: 'unused-source',
  severity: { draft: 'hint', release: 'hint' },
  title: l10n.t('No brief cites a source.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t(
      '`references` lists the sources that briefs cite; an entry matches the citations of its outlet and date.',
    ),
  },
  why: l10n.t(
    'An unused source may be waiting for its brief. Or its statement was cut, or its citation has a different date. The entry is shown faded; check it before the list goes out.',
  ),
  bad: {
    brief: 'The garrison left [@tass-1].\n',
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06 }\n  - { id: tass-2, container-title: TASS, issued: 2021-09-07 }\n',
  },
  fixed: { registry: 'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06 }\n' },
  good: {
    brief: 'The garrison left [@tass-1], and came back [@tass-2].\n',
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06 }\n  - { id: tass-2, container-title: TASS, issued: 2021-09-07 }\n',
  },
  *registry({ uri, registry, scope, isCited }) {
    for (const source of registry.sources) {
      const definition = scope.sources.get(source.id.value);
      // Only the first definition of an id can be cited; `duplicate-id` reports the others.
      const isDuplicate = definition && !(definition.uri === uri && definition.entry.span.start === source.span.start);
      if (!isDuplicate && isCited(source.id.value) === false && !sharesOutletAndDay(source, scope))
        yield problemAt(source, (label) =>
          l10n.t('No brief cites {0}. Keep it for later, or compare its outlet and date.', label),
        );
    }
  },
  brief: (context) => unusedInFrontMatter(context),
  fixes({ span, data }, { uri, text, brief }) {
    const change = removeEntry(uri, text, span, brief !== undefined);
    return change ? [{ title: l10n.t('Remove {0}', String(data?.label)), changes: [change] }] : [];
  },
};

/** The outlet and day by which a plain citation refers to a report; undefined if no plain citation can. */
const reportKeyOf = perObject(({ outlet, url, issued }: SourceEntry) => {
  const name = outlet?.value ?? (url && parseDomain(url.value));
  return name && issued ? { outlet: foldName(name), day: `${issued.value.year} ${dayKey(issued.value)}` } : undefined;
});

/** The number of reports per day, by folded outlet name. */
const reportCounts = perObject((scope: Scope): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const byName = new Map<string, Map<string, number>>();
  const byOutlet = new Map<string, Map<string, number>>();
  for (const { entry } of scope.sources.values()) {
    const report = reportKeyOf(entry);
    if (!report) continue;
    const days = getOrInsert(byName, report.outlet, () =>
      getOrInsert(byOutlet, outletKey(scope, report.outlet), () => new Map<string, number>()),
    );
    days.set(report.day, (days.get(report.day) ?? 0) + 1);
  }
  return byName;
});

/** Whether another report has the same outlet and day, so that an ambiguous citation may mean this one. */
function sharesOutletAndDay(source: SourceEntry, scope: Scope): boolean {
  const report = reportKeyOf(source);
  return report !== undefined && (reportCounts(scope).get(report.outlet)?.get(report.day) ?? 0) > 1;
}

/** Sources defined in front matter are for that brief only. */
function* unusedInFrontMatter({ brief, scope, date }: BriefContext): Iterable<Problem> {
  const sources = frontMatterOf(brief)?.registry.sources ?? [];
  if (sources.length === 0) return;
  const cited = chunksOf(brief).map((part) => citedSourceIds(part, scope, date));
  const seen = new Set<string>();
  for (const source of sources) {
    const { value: id } = source.id;
    if (!seen.has(id) && !cited.some((ids) => ids.has(id)))
      yield problemAt(source, (label) =>
        l10n.t('This brief does not cite {0}. Keep it for later, or compare its outlet and date.', label),
      );
    seen.add(id);
  }
}

/** The ids of all sources that citations of a chunk may mean. */
const citedSourceIds = perChunk((part, scope: Scope, date: CalendarDate | undefined): ReadonlySet<string> => {
  const cited = new Set<string>();
  for (const { value: citation } of recordsOfChunk(part)) {
    if (citation.id) cited.add(citation.id.value);
    // All candidates of an ambiguous citation count as cited.
    const { entries, partial } = resolveMeaning(citation, scope, date);
    for (const { entry } of partial?.entries ?? entries) cited.add(entry.id.value);
  }
  return cited;
});

function problemAt(source: SourceEntry, format: (label: string) => string): Problem {
  const label = sourceLabel(source);
  return {
    span: source.id.span,
    message: format(label),
    unnecessary: true,
    data: { label },
  };
}

import * as l10n from '@vscode/l10n';
import { shift } from '../../base/text/span.ts';
import { formatSourceTag } from '../../edits/citation/replaceSource.ts';
import { citationOfFinding, replacementFix } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';
import { distinctSourceLabels } from '../engine/sourceLabels.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** A message lists at most this many reports. */
const MAX_LISTED = 3;

/** One outlet, one day, several registered reports: the citation does not say which. */
export const ambiguousSource: Rule = {
  code: 'ambiguous-source',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A citation matches several sources in the registry.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t('A source reference identifies one source. If it matches two, the reader has to guess.'),
  },
  why: l10n.t(
    'On that day the outlet published more than one registered report, and the citation does not say which one it means. A source tag does: `[Reuters](src:reuters-2024-01-28-a)`.',
  ),
  bad: {
    brief: 'The talks failed (Reuters, January 28, 2024).\n',
    registry:
      'references:\n  - { id: a, container-title: Reuters, issued: 2024-01-28 }\n  - { id: b, container-title: Reuters, issued: 2024-01-28 }\n',
  },
  fixed: { brief: 'The talks failed ([Reuters](src:a), January 28, 2024).\n' },
  good: {
    brief: 'The talks failed ([Reuters](src:a), January 28, 2024).\n',
    registry:
      'references:\n  - { id: a, container-title: Reuters, issued: 2024-01-28 }\n  - { id: b, container-title: Reuters, issued: 2024-01-28 }\n',
  },
  citation(citation, { resolve }) {
    const { status, entries } = resolve(citation);
    if (status !== 'ambiguous') return undefined;
    const ids = entries.map(({ entry }) => entry.id.value);
    const labels = distinctSourceLabels(entries.map(({ entry }) => entry));
    return {
      span: citation.span,
      message:
        labels.length === 2
          ? l10n.t('Two reports match: {0} and {1}. Choose one.', labels[0]!, labels[1]!)
          : l10n.t('{0} reports match: {1}. Choose one.', labels.length, formatLabels(labels)),
      related: entries.map(({ uri, entry }) => ({ uri, span: entry.id.span, message: entry.title ?? entry.id.value })),
      data: { candidates: ids },
    };
  },
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    const source = target?.citation.source;
    // A tag names one report. On a citation of several days it would drop the other days.
    if (!target || !source || target.resolution.dates.length !== 1) return [];
    if (source.start < target.citation.span.start) return [];
    const entries = target.resolution.entries.map(({ entry }) => entry);
    const labels = distinctSourceLabels(entries);
    return entries.flatMap((entry, index) => {
      const tag = formatSourceTag(source.name, entry.id.value);
      const title = l10n.t('Use {0}', labels[index]!);
      return tag ? replacementFix(title, context, shift(source, target.blockStart), tag) : [];
    });
  },
};

function formatLabels(labels: readonly string[]): string {
  if (labels.length > MAX_LISTED)
    return l10n.t('{0}, and {1} more', labels.slice(0, MAX_LISTED).join(', '), labels.length - MAX_LISTED);
  return l10n.t('{0}, and {1}', labels.slice(0, -1).join(', '), labels.at(-1)!);
}

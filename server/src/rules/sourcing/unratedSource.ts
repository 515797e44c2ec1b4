import * as l10n from '@vscode/l10n';
import { sourcesCitedIn } from '../../analysis/sourcing/citedSources.ts';
import { perScope } from '../../scope/perScope.ts';
import { type DefinedEntry, findOutlet, type Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** One flag per grade: those that the registries of a scope use anywhere, or those that a source lacks. */
interface Grades {
  readonly reliability: boolean;
  readonly credibility: boolean;
}

/** CSL types of texts that are authoritative by themselves: whether a law or treaty is true is not a question. */
const SELF_EVIDENT_TYPES = new Set(['bill', 'legal_case', 'legislation', 'patent', 'regulation', 'standard', 'treaty']);

const usedGradesCache = new WeakMap<Scope, Grades>();

/** A cited source without a rating. */
export const unratedSource: Rule = {
  code: 'unrated-source',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('A cited source has no rating.'),
  standard: {
    name: 'ICD 203, D.6.e(1); Admiralty code',
    url: STANDARD_URLS.ICD_203,
    requirement: l10n.t(
      'A product describes the reliability and credibility of its sources. The Admiralty code gives a letter for the source, A to F, and a digit for the report, 1 to 6; F and 6 mean that it cannot be judged.',
    ),
  },
  why: l10n.t(
    'Readers weigh a statement by its source, and they cannot weigh a source without a rating. Give the outlet or the report a `reliability` from A to F, and the report a `credibility` from 1 to 6. F and 6 are ratings too: they say that the source was assessed and could not be judged. The rule reports each source once, where the brief first cites it. It asks only for grades that the registries use somewhere; laws, treaties and rulings need no digit.',
  ),
  bad: {
    brief: 'Trains ran again on Monday (Coastal Courier, May 8).\n',
    registry: `entities:
  - { id: courier, type: media, name: Coastal Courier, reliability: C }
references:
  - { id: courier-2023-05-07, container-title: Coastal Courier, issued: 2023-05-07, custom: { credibility: 2 } }
  - { id: courier-2023-05-08, container-title: Coastal Courier, issued: 2023-05-08 }
`,
  },
  good: {
    brief: 'Trains ran again on Monday (Coastal Courier, May 8).\n',
    registry: `entities:
  - { id: courier, type: media, name: Coastal Courier, reliability: C }
references:
  - { id: courier-2023-05-07, container-title: Coastal Courier, issued: 2023-05-07, custom: { credibility: 2 } }
  - { id: courier-2023-05-08, container-title: Coastal Courier, issued: 2023-05-08, custom: { credibility: 6 } }
`,
  },
  *brief({ brief, scope, date }) {
    const usedGrades = usedGradesOf(scope);
    if (!usedGrades.reliability && !usedGrades.credibility) return;
    for (const { source, span } of sourcesCitedIn(brief, scope, date)) {
      const problem = problemOf(source, scope);
      if (problem) yield { ...problem, span };
    }
  },
};

const problemOf = perScope(({ uri, entry }: DefinedEntry<SourceEntry>, scope): Omit<Problem, 'span'> | undefined => {
  const message = formatMessage(sourceLabel(entry), missingGrades(entry, scope, usedGradesOf(scope)));
  if (message === undefined) return undefined;
  return {
    message,
    related: [{ uri, span: entry.id.span, message: l10n.t('The entry of the source.') }],
    data: { id: entry.id.value },
  };
});

function missingGrades(entry: SourceEntry, scope: Scope, usedGrades: Grades): Grades {
  const reliability = entry.reliability ?? (entry.outlet && findOutlet(scope, entry.outlet.value)?.entry.reliability);
  const needsDigit = usedGrades.credibility && !SELF_EVIDENT_TYPES.has(entry.type ?? '');
  return { reliability: usedGrades.reliability && !reliability, credibility: needsDigit && !entry.credibility };
}

/** The message for a source that lacks these grades; undefined if it lacks none. */
function formatMessage(label: string, missing: Grades): string | undefined {
  if (missing.reliability && missing.credibility)
    return l10n.t(
      '{0} has no rating: neither reliability (A–F; report or outlet) nor credibility (1–6). Rate it in the registry.',
      label,
    );
  if (missing.reliability)
    return l10n.t('{0} has no reliability (A–F; report or outlet). Rate it in the registry.', label);
  if (missing.credibility) return l10n.t('{0} has no credibility (1–6). Rate it in the registry.', label);
  return undefined;
}

function usedGradesOf(scope: Scope): Grades {
  const cached = usedGradesCache.get(scope);
  if (cached) return cached;
  const sources = [...scope.sources.values()];
  const usedGrades = {
    reliability: [...scope.entities.values(), ...sources].some(({ entry }) => entry.reliability !== undefined),
    credibility: sources.some(({ entry }) => entry.credibility !== undefined),
  };
  usedGradesCache.set(scope, usedGrades);
  return usedGrades;
}

import * as l10n from '@vscode/l10n';
import { sourcesCitedIn } from '../../analysis/sourcing/citedSources.ts';
import { perScope } from '../../scope/perScope.ts';
import { type DefinedEntry, findOutlet, type Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** Which of the two grades: those that the registries of a scope use at all, or those that a source lacks. */
interface Grades {
  readonly reliability: boolean;
  readonly credibility: boolean;
}

/** Texts that are what they say: whether a law or treaty is true is no question. */
const SELF_EVIDENT_TYPES = new Set(['bill', 'legal_case', 'legislation', 'patent', 'regulation', 'standard', 'treaty']);

const usedGradesCache = new WeakMap<Scope, Grades>();

/** A source the brief rests on, of which nobody has said how far it is to be trusted. */
export const unratedSource: Rule = {
  code: 'unrated-source',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('A cited source has no rating.'),
  standard: {
    name: 'ICD 203, D.6.e(1); Admiralty code',
    requirement: l10n.t(
      'A product tells how good and how credible its sources are. The Admiralty code says it in a letter for the source, A to F, and a digit for the report, 1 to 6; F and 6 say that it cannot be judged.',
    ),
  },
  why: l10n.t(
    'A reader weighs a statement by its source, and cannot where nobody has rated it. Give the outlet, or the one report, a `reliability` from A to F, and the report a `credibility` from 1 to 6. F and 6 are ratings, too: somebody looked and could not tell. Each source is reported once, where the brief first cites it. The rule asks only for grades that the registries use somewhere, so that a shop which does not rate hears nothing; laws, treaties and rulings need no digit.',
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
    const used = usedGradesOf(scope);
    if (!used.reliability && !used.credibility) return;
    for (const { source, span } of sourcesCitedIn(brief, scope, date)) {
      const said = problemOf(source, scope);
      if (said) yield { ...said, span };
    }
  },
};

const problemOf = perScope(({ uri, entry }: DefinedEntry<SourceEntry>, scope): Omit<Problem, 'span'> | undefined => {
  const what = entry.title ? l10n.t('“{0}”', entry.title) : entry.id.value;
  const message = formatMessage(what, missingGrades(entry, scope, usedGradesOf(scope)));
  if (message === undefined) return undefined;
  return {
    message,
    related: [{ uri, span: entry.id.span, message: l10n.t('The entry of the source.') }],
    data: { id: entry.id.value },
  };
});

function missingGrades(entry: SourceEntry, scope: Scope, used: Grades): Grades {
  const reliability = entry.reliability ?? (entry.outlet && findOutlet(scope, entry.outlet.value)?.entry.reliability);
  const needsDigit = used.credibility && !SELF_EVIDENT_TYPES.has(entry.type ?? '');
  return { reliability: used.reliability && !reliability, credibility: needsDigit && !entry.credibility };
}

/** What is said of a source that lacks these grades; nothing where it lacks none. */
function formatMessage(what: string, missing: Grades): string | undefined {
  if (missing.reliability && missing.credibility)
    return l10n.t(
      '{0} has no reliability (A–F), neither of its own nor of its outlet and no credibility (1–6), so a reader cannot tell how far to trust it. Rate it in the registry; F and 6 say that it cannot be judged.',
      what,
    );
  if (missing.reliability)
    return l10n.t(
      '{0} has no reliability (A–F), neither of its own nor of its outlet, so a reader cannot tell how far to trust it. Rate it in the registry; F and 6 say that it cannot be judged.',
      what,
    );
  if (missing.credibility)
    return l10n.t(
      '{0} has no credibility (1–6), so a reader cannot tell how far to trust it. Rate it in the registry; F and 6 say that it cannot be judged.',
      what,
    );
  return undefined;
}

function usedGradesOf(scope: Scope): Grades {
  const cached = usedGradesCache.get(scope);
  if (cached) return cached;
  const sources = [...scope.sources.values()];
  const used = {
    reliability: [...scope.entities.values(), ...sources].some(({ entry }) => entry.reliability !== undefined),
    credibility: sources.some(({ entry }) => entry.credibility !== undefined),
  };
  usedGradesCache.set(scope, used);
  return used;
}

import { sourcesCitedIn } from '../../model/citedSources.ts';
import { outletOf, type Scope } from '../../model/scope.ts';
import type { SourceEntry } from '../../syntax/registryTypes.ts';
import type { Rule } from '../rule.ts';

/** Which of the two grades the registries of a scope use at all. */
interface Used {
  readonly reliability: boolean;
  readonly credibility: boolean;
}

/** Texts that are what they say: whether a law or treaty is true is no question. */
const OWN_WORDS = new Set(['bill', 'legal_case', 'legislation', 'patent', 'regulation', 'standard', 'treaty']);

const usedIn = new WeakMap<Scope, Used>();

/** A source the brief rests on, of which nobody has said how far it is to be trusted. */
export const unratedSource: Rule = {
  code: 'unrated-source',
  severity: { draft: 'off', release: 'information' },
  title: 'A cited source has no rating.',
  standard: {
    name: 'ICD 203, D.6.e(1); Admiralty code',
    says: 'A product tells how good and how credible its sources are. The Admiralty code says it in a letter for the source, A to F, and a digit for the report, 1 to 6; F and 6 say that it cannot be judged.',
  },
  why: `A reader weighs a statement by its source, and cannot where nobody has rated it. Give the outlet, or the one report,
    a \`reliability\` from A to F, and the report a \`credibility\` from 1 to 6. F and 6 are ratings, too: somebody looked and
    could not tell. Each source is reported once, where the brief first cites it. The rule asks only for grades that the
    registries use somewhere, so that a shop which does not rate hears nothing; laws, treaties and rulings need no digit.`,
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
    const used = gradesOf(scope);
    if (!used.reliability && !used.credibility) return;
    for (const { source, span } of sourcesCitedIn(brief, scope, date)) {
      const { uri, entry } = source;
      const missing = missingOf(entry, scope, used);
      if (missing.length === 0) continue;
      const what = entry.title ? `“${entry.title}”` : entry.id.value;
      yield {
        span,
        message: `${what} has no ${missing.join(' and no ')}, so a reader cannot tell how far to trust it. Rate it in the registry; F and 6 say that it cannot be judged.`,
        related: [{ uri, span: entry.id.span, message: 'The entry of the source.' }],
        data: { id: entry.id.value },
      };
    }
  },
};

function missingOf(entry: SourceEntry, scope: Scope, used: Used): string[] {
  const letter = entry.reliability ?? (entry.outlet && outletOf(scope, entry.outlet.value)?.entry.reliability);
  const needsDigit = used.credibility && !OWN_WORDS.has(entry.type ?? '');
  return [
    ...(used.reliability && !letter ? ['reliability (A–F), neither of its own nor of its outlet'] : []),
    ...(needsDigit && !entry.credibility ? ['credibility (1–6)'] : []),
  ];
}

function gradesOf(scope: Scope): Used {
  const known = usedIn.get(scope);
  if (known) return known;
  const sources = [...scope.sources.values()];
  const used = {
    reliability: [...scope.entities.values(), ...sources].some(({ entry }) => entry.reliability !== undefined),
    credibility: sources.some(({ entry }) => entry.credibility !== undefined),
  };
  usedIn.set(scope, used);
  return used;
}

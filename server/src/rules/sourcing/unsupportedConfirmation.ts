import * as l10n from '@vscode/l10n';
import { hasOtherReference, namesSourceInProse } from '../../analysis/language/factualStatements.ts';
import { describeDependence, findDependence, sourceIdentitiesOf } from '../../analysis/sourcing/independence.ts';
import type { DefinedEntry } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { citedIn } from '../../syntax/brief/citedIn.ts';
import type { Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';

/** The credibility grade "confirmed by other sources". */
const CONFIRMED_GRADE = '1';
/** CSL types of texts that are authoritative by themselves: no other source can confirm the words of a law. */
const SELF_EVIDENT_TYPES = new Set([
  'bill',
  'hearing',
  'legal_case',
  'legislation',
  'patent',
  'regulation',
  'standard',
  'treaty',
]);

/** A report rated as confirmed by other sources, none of which is cited. */
export const unsupportedConfirmation: Rule = {
  code: 'unsupported-confirmation',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A source is rated as confirmed, but no cited source confirms it.'),
  standard: {
    name: 'NATO AJP-2.1, credibility of information; FM 2-22.3, appendix B (source and information reliability matrix)',
    requirement: l10n.t(
      'Grade 1 is for information that other, independent sources confirm. Information that is only probably true, and consistent with other information, gets grade 2.',
    ),
  },
  why: l10n.t(
    'A reader who sees grade 1 takes the statement as settled. The source that confirms it must therefore be cited in the same paragraph, and be independent: another report of the same outlet, publisher or agency is not. Cite that source as well, or grade the report 2. Laws, treaties and court rulings need no confirmation. The rule skips paragraphs that name further sources in notes, in links or in words.',
  ),
  bad: {
    brief: 'The mission lowered its flag (Reuters, December 11, 2023).\n',
    registry:
      'references:\n  - { id: reuters-2023-12-11, container-title: Reuters, issued: 2023-12-11, custom: { credibility: 1 } }\n',
  },
  good: {
    brief: 'The mission lowered its flag (Reuters, December 11, 2023; UN News, December 11, 2023).\n',
    registry:
      'references:\n  - { id: reuters-2023-12-11, container-title: Reuters, issued: 2023-12-11, custom: { credibility: 1 } }\n  - { id: un-2023-12-11, container-title: UN News, issued: 2023-12-11 }\n',
  },
  *paragraph(block, { textOf, resolve, scope }) {
    const isConfirmed = ({ entry: { credibility } }: DefinedEntry<SourceEntry>) =>
      credibility?.value === CONFIRMED_GRADE;
    const text = textOf({ start: 0, end: block.length });
    const cited = citedIn(block, text);
    if (!cited.some(({ citation }) => resolve(citation).entries.some(isConfirmed))) return;
    const identities = cited.flatMap(({ citation, start, end }) =>
      sourceIdentitiesOf(citation, resolve(citation), scope).map((identity) => ({ ...identity, span: { start, end } })),
    );
    const reported = new Set<string>();
    for (const identity of identities) {
      const entry = identity.report?.entry;
      if (!entry || entry.credibility?.value !== CONFIRMED_GRADE || SELF_EVIDENT_TYPES.has(entry.type ?? '')) continue;
      if (reported.has(entry.id.value)) continue;
      reported.add(entry.id.value);
      const others = identities.filter(({ report }) => report !== identity.report);
      const dependencies = others.map((other) => ({ other, kinship: findDependence(identity, other, scope) }));
      if (dependencies.some(({ kinship }) => !kinship)) continue;
      if (hasOtherReference(block, text) || namesSourceInProse(block, text)) return;
      const [first] = dependencies;
      const message = first?.kinship
        ? l10n.t(
            '{0} is rated 1 (confirmed), but what is cited beside it does not confirm it ({1}). Cite an independent source, or rate it 2.',
            sourceLabel(entry),
            describeDependence(identity, first.other, first.kinship),
          )
        : l10n.t(
            '{0} is rated 1 (confirmed), but nothing else is cited here. Cite a second source, or rate it 2.',
            sourceLabel(entry),
          );
      yield {
        span: identity.span,
        message,
        related: [{ uri: identity.report!.uri, span: entry.credibility.span, message: l10n.t('Rated here.') }],
      };
    }
  },
};

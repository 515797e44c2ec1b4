import * as l10n from '@vscode/l10n';
import { hasOtherReference, namesSourceInProse } from '../../analysis/language/factualStatements.ts';
import { isJudgment, mayContainJudgment } from '../../analysis/language/judgments.ts';
import { statementsIn } from '../../analysis/language/statements.ts';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import { describeDependence, findDependence, sourceIdentitiesOf } from '../../analysis/sourcing/independence.ts';
import { wholeWords } from '../../base/text/phrases.ts';
import { citedIn } from '../../syntax/brief/citedIn.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

const patterns = patternsFrom(({ sourcing }) => ({
  singleSourceDisclosure: wholeWords(sourcing.singleSourceDisclosures, 'i', { space: ' ' }),
}));

/** A judgment in a paragraph that rests on one source. */
export const singleSourceJudgment: Rule = {
  code: 'single-source-judgement',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('A judgment rests on a single source.'),
  standard: {
    name: 'ICD 203, analytic tradecraft standard 1 (quality and credibility of sources)',
    url: STANDARD_URLS.ICD_203,
    requirement: l10n.t('A product describes the quality of the sources behind its judgments, and what weakens them.'),
  },
  why: l10n.t(
    'A judgment is only as strong as its evidence. If every citation in its paragraph leads to one outlet, or to outlets that carry the same report, an error there makes the judgment wrong. Cite a second, independent source, or say in the text that there is only one. The registry knows which outlets belong together, by `part_of`, authors and titles. The rule skips paragraphs without citations and paragraphs that name sources in words.',
  ),
  bad: {
    brief:
      'Two patrols were attacked in a week (TASS, September 19; TASS, September 20). We judge that the attacks will go on until the winter.\n',
  },
  good: {
    brief:
      'Two patrols were attacked in a week (TASS, September 19; Khaama, September 20). We judge that the attacks will go on until the winter.\n',
  },
  *paragraph(block, { textOf, resolve, scope }) {
    const text = textOf({ start: 0, end: block.length });
    const cited = citedIn(block, text);
    if (cited.length === 0) return;
    if (!mayContainJudgment(text)) return;
    const judgment = statementsIn(block, text).find(({ start, end }) => isJudgment(text.slice(start, end)));
    if (
      !judgment ||
      hasOtherReference(block, text) ||
      namesSourceInProse(block, text) ||
      patterns().singleSourceDisclosure.test(text)
    )
      return;
    const [first, ...others] = cited.flatMap(({ citation }) => sourceIdentitiesOf(citation, resolve(citation), scope));
    if (!first || first.name === '') return;
    let explanation: string | undefined;
    for (const other of others) {
      const dependence = findDependence(first, other, scope);
      if (!dependence) return;
      if (dependence.kind !== 'same report' && dependence.kind !== 'same outlet')
        explanation ??= describeDependence(first, other, dependence);
    }
    const message =
      explanation === undefined
        ? l10n.t(
            'This judgment rests on one outlet, {0}. Add an independent source, or say there is only one.',
            first.name,
          )
        : l10n.t(
            'This judgment rests on one outlet, {0} ({1}). Add an independent source, or say there is only one.',
            first.name,
            explanation,
          );
    yield { span: { start: judgment.start, end: judgment.end }, message };
  },
};

/** Cards of likelihood terms and confidence levels, for hovers. */

import * as l10n from '@vscode/l10n';
import { type ConfidenceTerm, confidenceTermsIn } from '../../analysis/language/confidence.ts';
import {
  findOnScale,
  formatPercentRange,
  formatStepsBetween,
  LIKELIHOOD_SCALES,
  type LikelihoodTerm,
  likelihoodTermsIn,
  SCALES,
  type Scale,
} from '../../analysis/language/likelihood.ts';
import { type Span, shift, touches } from '../../base/text/span.ts';
import type { CardLine } from '../../protocol/card.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';

const CONFIDENCE_TEXTS: Readonly<Record<NonNullable<ConfidenceTerm['level']>, readonly [title: string, says: string]>> =
  {
    high: [
      l10n.t('High confidence'),
      l10n.t(
        'Several good sources agree, the reasoning is sound, few gaps and assumptions remain. It may still be wrong.',
      ),
    ],
    moderate: [
      l10n.t('Moderate confidence'),
      l10n.t(
        'The sources are credible and the reading is plausible, but there are too few of them, or they agree too little, for more.',
      ),
    ],
    low: [
      l10n.t('Low confidence'),
      l10n.t('The information is scant, fragmentary or doubtful, or the judgment leans on assumptions.'),
    ],
  };
const CONFIDENCE_NOTE = l10n.t('It describes the basis of the judgment, not how likely the event is.');

/** The card of the term or level that the cursor at `offset` touches; undefined if there is none. */
export function likelihoodCard(
  brief: Brief,
  offset: number,
  scale: Scale,
): { readonly span: Span; readonly lines: readonly CardLine[] } | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const blockStart = brief.starts[index]!;
  const text = brief.text.slice(blockStart, blockStart + block.length);
  const isAtCursor = (span: Span) => touches(span, offset - blockStart);
  const likelihood = likelihoodTermsIn(block, text).find(isAtCursor);
  if (likelihood) return { span: shift(likelihood, blockStart), lines: likelihoodLines(likelihood, scale) };
  const confidence = confidenceTermsIn(block, text).find(isAtCursor);
  return confidence && { span: shift(confidence, blockStart), lines: confidenceLines(confidence) };
}

function likelihoodLines({ term }: LikelihoodTerm, scale: Scale): CardLine[] {
  const { title, name } = LIKELIHOOD_SCALES[scale];
  const match = findOnScale(term, scale);
  const label = term.charAt(0).toUpperCase() + term.slice(1);
  if (!match) {
    const otherScale = SCALES.find((one) => one !== scale && findOnScale(term, one));
    const step = otherScale && findOnScale(term, otherScale)?.step;
    if (!step) return [{ kind: 'title', text: label }];
    return [
      { kind: 'title', text: `${label}: ${formatPercentRange(step)}`, note: LIKELIHOOD_SCALES[otherScale].title },
      {
        kind: 'text',
        text: l10n.t('It is not a term of {0}, which uses: {1}.', name, formatStepsBetween(step.from, step.to, scale)),
      },
    ];
  }
  const { step } = match;
  const others = step.rows.flat().filter((one) => one !== term);
  return [
    { kind: 'title', text: `${label}: ${formatPercentRange(step)}`, note: title },
    ...(others.length > 0 ? [{ kind: 'field', label: l10n.t('Also'), value: others.join(', ') } as const] : []),
    ...SCALES.filter((one) => one !== scale).map((one): CardLine => otherScaleLine(term, step, one)),
  ];
}

/** What the other scale means by the term, or which terms it has for this range. */
function otherScaleLine(term: string, { from, to }: { from: number; to: number }, scale: Scale): CardLine {
  const { title } = LIKELIHOOD_SCALES[scale];
  const same = findOnScale(term, scale)?.step;
  const value = same ? formatPercentRange(same) : l10n.t('no such term; {0}', formatStepsBetween(from, to, scale));
  return { kind: 'field', label: title, value };
}

function confidenceLines({ level }: ConfidenceTerm): CardLine[] {
  if (level === undefined)
    return [
      { kind: 'title', text: l10n.t('Confidence') },
      { kind: 'text', text: l10n.t('It names no level: high, moderate or low.') },
      { kind: 'text', text: CONFIDENCE_NOTE },
    ];
  const [text, explanation] = CONFIDENCE_TEXTS[level];
  return [
    { kind: 'title', text },
    { kind: 'text', text: explanation },
    { kind: 'text', text: CONFIDENCE_NOTE },
  ];
}

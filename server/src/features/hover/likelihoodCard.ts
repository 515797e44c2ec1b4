/** What a term of likelihood or a level of confidence says, for hovers. */

import * as l10n from '@vscode/l10n';
import { type Confidence, confidencesIn } from '../../analysis/language/confidence.ts';
import {
  LIKELIHOOD_SCALES,
  type Likelihood,
  likelihoodsIn,
  onScale,
  SCALES,
  type Scale,
  sayRange,
  sayStepsBetween,
} from '../../analysis/language/likelihood.ts';
import { type Span, shift, touches } from '../../base/text/span.ts';
import type { Line } from '../../protocol/card.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';

const CONFIDENCE: Readonly<Record<NonNullable<Confidence['level']>, readonly [title: string, says: string]>> = {
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
const ABOUT_CONFIDENCE = l10n.t('It is about the ground a judgment stands on, not about how likely the event is.');

/** The card of the term or level that the cursor at `offset` touches; undefined where there is none. */
export function likelihoodCard(
  brief: Brief,
  offset: number,
  scale: Scale,
): { readonly span: Span; readonly lines: readonly Line[] } | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const at = brief.starts[index]!;
  const text = brief.text.slice(at, at + block.length);
  const isHere = (span: Span) => touches(span, offset - at);
  const likelihood = likelihoodsIn(block, text).find(isHere);
  if (likelihood) return { span: shift(likelihood, at), lines: likelihoodLines(likelihood, scale) };
  const confidence = confidencesIn(block, text).find(isHere);
  return confidence && { span: shift(confidence, at), lines: confidenceLines(confidence) };
}

function likelihoodLines({ term }: Likelihood, scale: Scale): Line[] {
  const { title, name } = LIKELIHOOD_SCALES[scale];
  const placed = onScale(term, scale);
  const words = term.charAt(0).toUpperCase() + term.slice(1);
  if (!placed) {
    const other = SCALES.find((one) => one !== scale && onScale(term, one));
    const step = other && onScale(term, other)?.step;
    if (!step) return [{ kind: 'title', text: words }];
    return [
      { kind: 'title', text: `${words}: ${sayRange(step)}`, note: LIKELIHOOD_SCALES[other].title },
      {
        kind: 'text',
        text: l10n.t('It is no term of {0}, which says: {1}.', name, sayStepsBetween(step.from, step.to, scale)),
      },
    ];
  }
  const { step } = placed;
  const others = step.rows.flat().filter((one) => one !== term);
  return [
    { kind: 'title', text: `${words}: ${sayRange(step)}`, note: title },
    ...(others.length > 0 ? [{ kind: 'field', label: l10n.t('Also'), value: others.join(', ') } as const] : []),
    ...SCALES.filter((one) => one !== scale).map((one): Line => inOther(term, step, one)),
  ];
}

/** What the other scale calls it, or what it calls that range. */
function inOther(term: string, { from, to }: { from: number; to: number }, scale: Scale): Line {
  const { title } = LIKELIHOOD_SCALES[scale];
  const same = onScale(term, scale)?.step;
  const value = same ? sayRange(same) : l10n.t('no such term; {0}', sayStepsBetween(from, to, scale));
  return { kind: 'field', label: title, value };
}

function confidenceLines({ level }: Confidence): Line[] {
  if (level === undefined)
    return [
      { kind: 'title', text: l10n.t('Confidence') },
      { kind: 'text', text: l10n.t('It names no level: high, moderate or low.') },
      { kind: 'text', text: ABOUT_CONFIDENCE },
    ];
  const [text, says] = CONFIDENCE[level];
  return [
    { kind: 'title', text },
    { kind: 'text', text: says },
    { kind: 'text', text: ABOUT_CONFIDENCE },
  ];
}

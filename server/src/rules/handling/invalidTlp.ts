import * as l10n from '@vscode/l10n';
import { tlpMarkingsIn } from '../../analysis/handling/briefMarking.ts';
import { closestMatches, didYouMean } from '../../base/text/didYouMean.ts';
import { quote } from '../../base/text/quote.ts';
import { type Located, shift, slice } from '../../base/text/span.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { TLP_LABELS, type Tlp } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { formatTlpLabel, readMarking } from '../../syntax/registry/tlp.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

const LABEL_LIST = l10n.t('{0} or {1}', TLP_LABELS.slice(0, -1).join(', '), TLP_LABELS.at(-1) ?? '');

/** A marking that is no Traffic Light Protocol label, or is not written as the standard requires. */
export const invalidTlp: Rule = {
  code: 'invalid-tlp',
  severity: { draft: 'warning', release: 'error' },
  lesser: { draft: 'hint', release: 'hint' },
  title: l10n.t('A marking is not a label of the Traffic Light Protocol.'),
  standard: {
    name: 'FIRST TLP 2.0, section 1.a and 1.b',
    url: STANDARD_URLS.TLP,
    requirement: l10n.t(
      'Only the labels of the standard are valid: TLP:RED, TLP:AMBER, TLP:GREEN and TLP:CLEAR, and TLP:AMBER+STRICT. They are written without spaces, in capitals, and are never translated.',
    ),
  },
  why: l10n.t(
    'A marking says who may read a product. If readers do not know it, or programs do not find it, it protects nothing. TLP:CLEAR was called TLP:WHITE until 2022. A field whose label is right except for capitals (`tlp: green`) is a lesser finding.',
  ),
  bad: { brief: '# Weekly brief\n\nHandling: TLP:WHITE\n\nThe garrison left.\n' },
  fixed: { brief: '# Weekly brief\n\nHandling: TLP:CLEAR\n\nThe garrison left.\n' },
  good: { brief: '# Weekly brief\n\nHandling: TLP:CLEAR\n\nThe garrison left.\n' },
  brief: ({ brief }) => problemsIn(brief),
  registry: ({ registry }) => fieldProblems(registry),
  fixes(finding, context) {
    const isPreferred = finding.data?.isCertain === true;
    return suggestionsOf(finding).map((label) =>
      replacementFix(
        l10n.t('Change {0} to {1}', quote(slice(context.text, finding.span)), label),
        context,
        finding.span,
        label,
        { isPreferred },
      ),
    );
  },
};

function* problemsIn(brief: Brief): Iterable<Problem> {
  const field = frontMatterOf(brief)?.tlp;
  const problem = field && fieldProblem(field);
  if (problem) yield problem;
  for (const part of chunksOf(brief)) {
    for (const { span, ...rest } of inexactMarkingsIn(part)) yield { ...rest, span: shift(span, part.at) };
  }
}

/** The problems of a chunk's markings that are not written exactly. Spans are relative to the chunk. */
const inexactMarkingsIn = perChunk((part) =>
  blocksOf(part).flatMap(({ block, text, offset }) =>
    tlpMarkingsIn(block, text).flatMap(({ meant, exact, start, end }): Problem[] => {
      if (exact) return [];
      const span = shift({ start, end }, offset);
      return [{ span, ...describeInvalidMarking(text.slice(start, end), meant, meant && formatTlpLabel(meant)) }];
    }),
  ),
);

function* fieldProblems({ problems, entities, sources }: Registry): Iterable<Problem> {
  for (const { topic, message, span } of problems) if (topic === 'tlp') yield { message, span };
  for (const { tlp } of [...entities, ...sources]) {
    const problem = tlp && fieldProblem(tlp);
    if (problem) yield problem;
  }
}

function fieldProblem({ value, span }: Located<string>): Problem | undefined {
  const { meant, exact } = readMarking(value);
  if (exact) return undefined;
  if (meant) {
    const label = /^TLP/i.test(value) ? formatTlpLabel(meant) : meant;
    // TLP 2.0: labels SHOULD be in capitals.
    const isOnlyCase = value.toUpperCase() === label;
    return { span, ...describeInvalidMarking(value, meant, label), ...(isOnlyCase && { isLesser: true }) };
  }
  const suggestions = closestMatches(value.replace(/^TLP[ :_-]*/i, ''), TLP_LABELS);
  return { span, ...describeInvalidMarking(value, undefined, undefined, suggestions) };
}

function describeInvalidMarking(
  written: string,
  tlp: Tlp | undefined,
  label: string | undefined,
  suggestions: readonly string[] = [],
): Pick<Problem, 'message' | 'data'> {
  const name = quote(written);
  if (!tlp || !label) {
    const problem = l10n.t('{0} is not a label of the Traffic Light Protocol.', name);
    const message = `${problem}${didYouMean(suggestions)} ${l10n.t('Write {0}.', LABEL_LIST)}`;
    return { message, ...(suggestions.length > 0 && { data: { suggestions } }) };
  }
  const message = /white/i.test(written)
    ? l10n.t('{0} has been called {1} since 2022. Write {1}.', name, label)
    : l10n.t('{0} is not written like a label. Write {1}: in capitals, without spaces.', name, label);
  return { message, data: { suggestions: [label], isCertain: true } };
}

import * as l10n from '@vscode/l10n';
import { didYouMean } from '../../base/text/didYouMean.ts';
import { type Located, shift, slice } from '../../base/text/span.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, type PlacedChunk, perChunk } from '../../syntax/brief/chunks.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { similarCodes, unknownCodes } from '../engine/ruleCodes.ts';

/** An ignore comment, or the `ignore` field of a front matter, that names an unknown rule. */
export const unknownRule: Rule = {
  code: 'unknown-rule',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('An ignore comment names a rule that does not exist.'),
  standard: {
    name: 'Briefmark format, section 3',
    requirement: l10n.t(
      'An ignore comment, or `ignore` in the front matter, names the rules it silences by their codes.',
    ),
  },
  why: l10n.t(
    'A comment with an unknown rule name silences nothing, although readers believe it does. Correct the name, or delete the comment. Words after the code that give a reason are allowed.',
  ),
  bad: { brief: '<!-- brief-ignore malformed-citaton -->\nTalks were held (Eurasianet, May 9).\n' },
  fixed: { brief: '<!-- brief-ignore malformed-citation -->\nTalks were held (Eurasianet, May 9).\n' },
  good: { brief: '<!-- brief-ignore malformed-citation -->\nTalks were held (Eurasianet May 9).\n' },
  *brief({ brief, knownCodes }) {
    for (const code of frontMatterOf(brief)?.ignore ?? []) {
      if (!knownCodes.includes(code.value)) yield toProblem(code, knownCodes);
    }
    for (const part of chunksOf(brief)) {
      for (const { value, span } of unknownCodesIn(part, knownCodes)) {
        yield toProblem({ value, span: shift(span, part.at) }, knownCodes);
      }
    }
  },
  registry: ({ registry, knownCodes }) =>
    registry.ignores.flatMap(({ codes }) => unknownCodes(codes, knownCodes).map((code) => toProblem(code, knownCodes))),
  fixes(finding, context) {
    const suggestions = suggestionsOf(finding);
    const isPreferred = suggestions.length === 1;
    return suggestions.map((code) =>
      replacementFix(
        l10n.t('Change “{0}” to “{1}”', slice(context.text, finding.span), code),
        context,
        finding.span,
        code,
        { isPreferred },
      ),
    );
  },
};

const unknownCodesIn = perChunk((part: PlacedChunk, knownCodes: readonly string[]) =>
  blocksOf(part).flatMap(({ block, offset }) =>
    block.ignores
      .flatMap(({ codes }) => unknownCodes(codes, knownCodes))
      .map(({ value, span }) => ({ value, span: shift(span, offset) })),
  ),
);

function toProblem({ value, span }: Located<string>, knownCodes: readonly string[]): Problem {
  const suggestions = similarCodes(value, knownCodes);
  const problem = l10n.t('There is no rule “{0}”.', value);
  return {
    span,
    message: `${problem}${didYouMean(suggestions)} ${l10n.t('Write the code of a rule, or remove it.')}`,
    data: { suggestions },
  };
}

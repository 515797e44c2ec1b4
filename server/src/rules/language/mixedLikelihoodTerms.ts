import * as l10n from '@vscode/l10n';
import { estimatesIn } from '../../analysis/language/estimates.ts';
import {
  explainsTerms,
  findOnScale,
  type LikelihoodTerm,
  likelihoodTermsIn,
} from '../../analysis/language/likelihood.ts';
import { likelihoodSynonym } from '../../analysis/language/likelihoodSynonyms.ts';
import { shift } from '../../base/text/span.ts';
import type { Brief } from '../../syntax/ast.ts';

import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

interface UsedTerm extends LikelihoodTerm {
  readonly surface: string;
  readonly row: number;
  readonly followingText: string;
}

/** Enough to see whether "that" or an infinitive follows, on which the synonym depends. */
const FOLLOWING_LENGTH = 12;
const NO_TERMS: readonly UsedTerm[] = [];

/** Terms of both rows of the ICD 203 table in one brief. */
export const mixedLikelihoodTerms: Rule = {
  code: 'mixed-likelihood-terms',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('The brief uses terms of likelihood from both rows of ICD 203.'),
  standard: {
    name: 'ICD 203, D.6.e.(2)(a)',
    url: STANDARD_URLS.ICD_203,
    requirement: l10n.t(
      'Likelihood is expressed with the terms of one row of the table; a product that mixes the rows says that terms of the same column mean the same.',
    ),
  },
  why: l10n.t(
    'A reader who sees "likely" in one paragraph and "probable" in the next looks for a difference that does not exist. Use one row, or say once that the terms mean the same; a sentence that names ICD 203 or explains the terms is enough. The rule reports one place: the first term of the row that the brief uses less. Quotations and reported statements do not count.',
  ),
  bad: { brief: 'The pilots are likely to return.\n\nThe planes will probably stay behind.\n' },
  good: { brief: 'The pilots are likely to return.\n\nThe planes will likely stay behind.\n' },
  fixed: { brief: 'The pilots are likely to return.\n\nThe planes will likely stay behind.\n' },
  brief({ uri, brief, settings }) {
    if (settings.scale !== 'ICD203') return [];
    const rows = rowUseOf(brief);
    if (!rows) return [];
    const [one, two] = rows;
    const isSecondFewer = two.count < one.count || (two.count === one.count && two.first.start > one.first.start);
    const [fewer, more] = isSecondFewer ? [two.first, one.first] : [one.first, two.first];
    const span = { start: fewer.start, end: fewer.end };
    const suggestion = likelihoodSynonym(fewer.term, fewer.surface, fewer.followingText);
    return [
      {
        span,
        message: `${l10n.t('ICD 203: “{0}” and “{1}” come from different rows.', fewer.surface, more.surface)} ${
          suggestion === undefined
            ? l10n.t('Keep to one row, or add a note that both rows mean the same.')
            : l10n.t('Use “{0}”, or add a note that both rows mean the same.', suggestion)
        }`,
        related: [
          {
            uri,
            span: { start: more.start, end: more.end },
            message: l10n.t('“{0}” is in the other row.', more.surface),
          },
        ],
        ...(suggestion !== undefined && { data: { surface: fewer.surface, suggestion } }),
      },
    ];
  },
  fixes(finding, context) {
    const { surface, suggestion } = finding.data ?? {};
    if (typeof surface !== 'string' || typeof suggestion !== 'string') return [];
    return [replacementFix(l10n.t('Change “{0}” to “{1}”', surface, suggestion), context, finding.span, suggestion)];
  },
};

/** The terms of the ICD 203 table that a block uses in estimates of its author. */
const usedTermsIn = perBlock((block, text): readonly UsedTerm[] => {
  if (likelihoodTermsIn(block, text).length === 0) return NO_TERMS;
  const authoredEstimates = estimatesIn(block, text).filter(({ isReported }) => !isReported);
  return authoredEstimates.flatMap(({ likelihoods }) =>
    likelihoods.flatMap(({ start, end, term }): UsedTerm[] => {
      const scalePosition = findOnScale(term, 'ICD203');
      const surface = text.slice(start, end).replace(/\s+/g, ' ');
      return scalePosition
        ? [
            {
              start,
              end,
              term,
              surface,
              row: scalePosition.row,
              followingText: text.slice(end, end + FOLLOWING_LENGTH),
            },
          ]
        : [];
    }),
  );
});

interface RowUse {
  readonly count: number;
  readonly first: UsedTerm;
}

/** How a brief uses the two rows, with spans in the file; undefined if it uses only one or explains its terms. */
function rowUseOf(brief: Brief): [RowUse, RowUse] | undefined {
  const rows: [RowUse | undefined, RowUse | undefined] = [undefined, undefined];
  for (const part of chunksOf(brief)) {
    for (const [index, row] of termsByRow(part).entries()) {
      const existing = rows[index];
      if (existing) rows[index] = { count: existing.count + row.length, first: existing.first };
      else if (row[0]) rows[index] = { count: row.length, first: { ...row[0], ...shift(row[0], part.at) } };
    }
  }
  const [one, two] = rows;
  return one && two && !chunksOf(brief).some(isExplainedIn) ? [one, two] : undefined;
}

const isExplainedIn = perChunk((part) => blocksOf(part).some(({ block, text }) => explainsTerms(block, text)));

/** The terms of the first row and those of the second, with spans in the chunk. */
const termsByRow = perChunk((part) => {
  const rows: [UsedTerm[], UsedTerm[]] = [[], []];
  for (const { block, text, offset } of blocksOf(part)) {
    for (const used of usedTermsIn(block, text)) rows[used.row === 0 ? 0 : 1].push({ ...used, ...shift(used, offset) });
  }
  return rows;
});

import * as l10n from '@vscode/l10n';
import { estimatesIn } from '../../model/estimates.ts';
import { explainsTerms, type Likelihood, onScale } from '../../model/likelihood.ts';
import { inOtherRow } from '../../model/otherRow.ts';
import { perBlock } from '../../model/perBlock.ts';
import type { Brief } from '../../syntax/brief.ts';
import { shift } from '../../syntax/span.ts';
import { replacing } from '../places.ts';
import type { Rule } from '../rule.ts';

interface Used extends Likelihood {
  /** As it is written. */
  readonly words: string;
  readonly row: number;
  /** What follows it. */
  readonly after: string;
}

const AFTER = 12;

/** Both rows of the ICD 203 table in one brief. */
export const mixedLikelihoodTerms: Rule = {
  code: 'mixed-likelihood-terms',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('The brief uses terms of likelihood from both rows of ICD 203.'),
  standard: {
    name: 'ICD 203, D.6.e.(2)(a)',
    says: l10n.t(
      'Likelihood is expressed with the terms of one row of the table; a product that mixes the rows says that terms of the same column mean the same.',
    ),
  },
  why: l10n.t(
    'A reader who meets "likely" in one paragraph and "probable" in the next looks for the difference, and there is none. Keep to one row, or say once that the terms mean the same; a sentence that names ICD 203 or explains the terms is enough. One place is reported: the first term of the row the brief uses less. Quotations, and sentences that hand on what others said, do not count.',
  ),
  bad: { brief: 'The pilots are likely to return.\n\nThe planes will probably stay behind.\n' },
  good: { brief: 'The pilots are likely to return.\n\nThe planes will likely stay behind.\n' },
  fixed: { brief: 'The pilots are likely to return.\n\nThe planes will likely stay behind.\n' },
  brief({ uri, brief, settings }) {
    if (settings.scale !== 'ICD203') return [];
    const rows = termsByRow(brief);
    const [one, two] = rows;
    if (!rows.every(([first]) => first) || isExplained(brief)) return [];
    const isSecondFewer = two!.length < one!.length || (two!.length === one!.length && two![0]!.start > one![0]!.start);
    const [fewer, more] = isSecondFewer ? [two![0]!, one![0]!] : [one![0]!, two![0]!];
    const span = { start: fewer.start, end: fewer.end };
    const suggestion = inOtherRow(fewer.term, fewer.words, fewer.after);
    return [
      {
        span,
        message: l10n.t(
          '“{0}” is of another row of the ICD 203 table than “{1}”: readers look for a difference between the rows, and there is none. Keep to one row, or say once that the terms mean the same.',
          fewer.words,
          more.words,
        ),
        related: [
          {
            uri,
            span: { start: more.start, end: more.end },
            message: l10n.t('“{0}” is of the other row.', more.words),
          },
        ],
        ...(suggestion !== undefined && { data: { words: fewer.words, suggestion } }),
      },
    ];
  },
  fixes(finding, context) {
    const { words, suggestion } = finding.data ?? {};
    if (typeof words !== 'string' || typeof suggestion !== 'string') return [];
    return [replacing(l10n.t('Replace “{0}” with “{1}”', words, suggestion), context, finding.span, suggestion)];
  },
};

/** The terms of a block that its author estimates with, as far as they are in the table. */
const usedIn = perBlock((block, text): readonly Used[] => {
  const own = estimatesIn(block, text).filter(({ handsOn }) => !handsOn);
  return own.flatMap(({ likelihoods }) =>
    likelihoods.flatMap(({ start, end, term }): Used[] => {
      const placed = onScale(term, 'ICD203');
      const words = text.slice(start, end).replace(/\s+/g, ' ');
      return placed ? [{ start, end, term, words, row: placed.row, after: text.slice(end, end + AFTER) }] : [];
    }),
  );
});

/** The terms of the first row and those of the second, with places in the file. */
function termsByRow({ blocks, starts, text }: Brief): [Used[], Used[]] {
  const rows: [Used[], Used[]] = [[], []];
  for (const [index, block] of blocks.entries()) {
    const at = starts[index]!;
    for (const used of usedIn(block, text.slice(at, at + block.length)))
      rows[used.row === 0 ? 0 : 1].push({ ...used, ...shift(used, at) });
  }
  return rows;
}

function isExplained({ blocks, starts, text }: Brief): boolean {
  return blocks.some((block, index) => explainsTerms(block, text.slice(starts[index], starts[index]! + block.length)));
}

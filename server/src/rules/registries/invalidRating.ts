import * as l10n from '@vscode/l10n';
import { CREDIBILITY_LABELS, RELIABILITY_LABELS } from '../../analysis/sourcing/admiralty.ts';
import { newlineOf } from '../../base/text/newline.ts';
import { quote } from '../../base/text/quote.ts';
import type { Span } from '../../base/text/span.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Fix, FixContext, Rule } from '../engine/rule.ts';

const combinedGrade = /^([A-F])[ /-]?([1-6])$/;
/** English labels, starting at A and at 1. Registries use them whatever the editor's language is. */
const ENGLISH_RELIABILITY = [
  'completely reliable',
  'usually reliable',
  'fairly reliable',
  'not usually reliable',
  'unreliable',
  'reliability cannot be judged',
];
const ENGLISH_CREDIBILITY = [
  'confirmed by other sources',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
  'truth cannot be judged',
];
const precedingField = /(reliability|credibility)["']? *: *["']?$/;

/** A rating that is not a grade of the Admiralty code. */
export const invalidRating: Rule = {
  code: 'invalid-rating',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A rating is not a grade of the Admiralty code.'),
  standard: {
    name: 'NATO AJP-2.1 (STANAG 2511), source and information evaluation; US FM 2-22.3, Appendix B',
    requirement: l10n.t(
      'A source gets a letter: A to E for its reliability so far, F if that cannot be judged. A report gets a digit: 1 to 5 for how well it is confirmed, 6 if that cannot be judged. The two are given separately.',
    ),
  },
  why: l10n.t(
    'Readers weigh a statement by the grade of its source. A grade outside the scale means nothing and is not shown. F and 6 are not the worst grades: they mean that the source or report cannot be judged yet.',
  ),
  bad: {
    brief: 'The garrison left [@tass-1].\n',
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, custom: { reliability: b } }\n',
  },
  fixed: {
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, custom: { reliability: B } }\n',
  },
  good: {
    brief: 'The garrison left [@tass-1].\n',
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, custom: { reliability: F, credibility: 6 } }\n',
  },
  *registry({ registry: { problems, sources } }) {
    for (const { topic, message, span } of problems) {
      if (topic !== 'rating') continue;
      const source = sources.find((one) => one.span.start <= span.start && span.end <= one.span.end);
      const missing = source && { reliability: !source.reliability, credibility: !source.credibility };
      yield { span, message, ...(missing && { data: { missing } }) };
    }
  },
  fixes(finding, context) {
    const { span, data } = finding;
    const rating = context.text.slice(span.start, span.end).trim();
    const field = precedingField.exec(context.text.slice(Math.max(0, span.start - 40), span.start))?.[1];
    if (field === undefined) return [];
    const grade = intendedGrade(field, rating);
    if (grade)
      return [
        replacementFix(l10n.t('Change {0} to {1}', quote(rating), grade), context, span, grade, { isPreferred: true }),
      ];
    const [, letter, digit] = combinedGrade.exec(rating.toUpperCase()) ?? [];
    if (!letter || !digit) return [];
    const fieldGrade = field === 'reliability' ? letter : digit;
    const other = field === 'reliability' ? 'credibility' : 'reliability';
    const fix =
      isGradeMissing(data?.missing, other) &&
      splitRatingFix(context, span, fieldGrade, `${other}: ${fieldGrade === letter ? digit : letter}`);
    return fix
      ? [{ ...fix, title: l10n.t('Split {0} into reliability {1} and credibility {2}', quote(rating), letter, digit) }]
      : [];
  },
};

/**
 * The grade that is certainly meant: a letter in lower case, or a label of the scale in English or the editor's
 * language.
 */
function intendedGrade(field: string, written: string): string | undefined {
  const [scale, english] =
    field === 'reliability' ? [RELIABILITY_LABELS, ENGLISH_RELIABILITY] : [CREDIBILITY_LABELS, ENGLISH_CREDIBILITY];
  const upper = written.toUpperCase();
  if (upper in scale) return upper;
  return Object.keys(scale).find((grade, index) =>
    [scale[grade]!, english[index]!].some((words) => words.toUpperCase() === upper),
  );
}

function isGradeMissing(missing: unknown, field: string): boolean {
  return (
    typeof missing === 'object' &&
    missing !== null &&
    Object.entries(missing).some(([key, isMissing]) => key === field && isMissing)
  );
}

/** Splits `B2`: replaces it with `grade` and adds the other grade as the next `field`. Undefined for quoted values. */
function splitRatingFix(
  { uri, text }: FixContext,
  span: Span,
  grade: string,
  field: string,
): Omit<Fix, 'title'> | undefined {
  if (/["']/.test(text[span.start - 1] ?? '') || /["']/.test(text[span.end] ?? '')) return undefined;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const linePrefix = text.slice(lineStart, span.start);
  const [indentation] = /^ +(?=reliability: |credibility: )/.exec(linePrefix) ?? [];
  const lineEnd = /[\r\n]/.test(text[span.end] ?? '\n') ? span.end : undefined;
  if (/[{,] *(?:reliability|credibility): $/.test(linePrefix))
    return { changes: [{ uri, span, text: `${grade}, ${field}` }] };
  if (indentation === undefined || lineEnd === undefined) return undefined;
  return { changes: [{ uri, span, text: `${grade}${newlineOf(text)}${indentation}${field}` }] };
}

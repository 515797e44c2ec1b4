import * as l10n from '@vscode/l10n';
import { shift } from '../../base/text/span.ts';
import { fixFormErrors } from '../../edits/citation/formErrors.ts';
import type { FormError } from '../../syntax/ast.ts';

import { citationOfFinding } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';

/** What a slip is, as a clause. */
export const FORM_ERROR_TEXTS: Readonly<Record<FormError['kind'], string>> = {
  'no-comma': l10n.t('there is no comma between source and date'),
  'no-space': l10n.t('there is no space after the comma'),
  'space-before-comma': l10n.t('there is a space before the comma'),
  'extra-comma': l10n.t('there is more than one comma between source and date'),
  'stray-stop': l10n.t('there is a full stop after the date'),
  'no-date': l10n.t('there is no date'),
  'misspelled-month': l10n.t('the month is misspelled'),
  'date-first': l10n.t('the date stands before the source'),
  semicolon: l10n.t('a comma and a semicolon are confused'),
};

/** A citation that is recognizable but malformed. */
export const malformedCitation: Rule = {
  code: 'malformed-citation',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A citation is clear but not written as citations are.'),
  standard: {
    name: 'Briefmark format, section 2',
    requirement: l10n.t('A citation in words is the name of its source, a comma, a space and a date.'),
  },
  why: l10n.t(
    'Readers and tools find a source by its form, `(Source, Month Day)`: a comma and a space before the date, nothing after it. A slip here is often what is left of a larger accident.',
  ),
  bad: { brief: 'Talks were held (Eurasianet May 9).\n' },
  fixed: { brief: 'Talks were held (Eurasianet, May 9).\n' },
  good: { brief: 'Talks were held (Eurasianet, May 9).\n' },
  citation({ span, formErrors }) {
    if (formErrors.length === 0) return undefined;
    const what = formErrors
      .map(({ kind }) => FORM_ERROR_TEXTS[kind])
      .reduce((list, next) => l10n.t('{0}, and {1}', list, next));
    return {
      span,
      message: l10n.t(
        'This citation is malformed: {0}. Write it as (Source, Month Day), so that it is found like the others.',
        what,
      ),
      data: { formErrors: formErrors.map(({ kind }) => kind) },
    };
  },
  isFormOnly: true,
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    if (!target) return [];
    const { citation, blockStart } = target;
    const end = blockStart + Math.max(citation.group.end, citation.span.end);
    const replacements = fixFormErrors(context.text.slice(blockStart, end), citation);
    if (replacements.length === 0) return [];
    const changes = replacements.map(({ span, text }) => ({ uri: context.uri, span: shift(span, blockStart), text }));
    const isWording = citation.formErrors.some(({ kind }) => kind === 'misspelled-month');
    const title = isWording ? l10n.t('Correct the name of the month') : l10n.t('Write it as (Source, Month Day)');
    // On save only form is put right, never a word.
    return [{ title, ...(!isWording && { isPreferred: true }), changes }];
  },
};
